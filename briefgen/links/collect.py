"""Which addresses items give, and where."""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterable, Iterator

from briefgen import files
from briefgen.build.project import Project
from briefgen.build.survey import Site
from briefgen.links.address import Place
from briefgen.model.article import ArticleFace
from briefgen.model.item import AnyFace
from briefgen.model.marks import Mark

_HREF = re.compile(r'<a href="(https?://[^"]+)"')


def collect(project: Project, site: Site, *, withheld: bool) -> dict[str, list[Place]]:
    """The places of each address, in the order of files. Without `withheld` only those of items
    that this audience sees now: whoever asks a server for an address tells it that somebody here
    is reading about it.
    """
    hidden = frozenset() if withheld else frozenset(site.withheld)
    faces = [face for face in site.gathered.faces if face.id not in hidden]
    site.bodies.load(face.id for face in faces)
    found: dict[str, list[Place]] = {}
    for face in sorted(faces, key=lambda each: each.path):
        for url, place in _of_item(face, site, project.root):
            found.setdefault(url, []).append(place)
    return found


def _of_item(face: AnyFace, site: Site, root: str) -> Iterator[tuple[str, Place]]:
    source = face.keys.source if isinstance(face.keys, ArticleFace) else None
    if source is not None:
        if _is_web(source.url):
            place = Place(
                item=face.id, path=face.path, field="source.url", archived=source.archive_url
            )
            yield source.url, place
        if _is_web(source.archive_url):
            yield (
                source.archive_url,
                Place(item=face.id, path=face.path, field="source.archive_url"),
            )
    linked = [html.unescape(each) for each in _HREF.findall(site.bodies.of_item(face.id).text.html)]
    if linked:
        lines = files.read_text_lines(os.path.join(root, *face.path.split("/")))
        for url in dict.fromkeys(linked):
            yield url, Place(item=face.id, path=face.path, mark=_mark(url, lines))


def _is_web(url: str) -> bool:
    return url.casefold().startswith(("http://", "https://"))


def _mark(url: str, lines: Iterable[str]) -> Mark | None:
    """The first line that has the address as it stands; None where it was written otherwise."""
    for number, line in enumerate(lines, 1):
        at = line.find(url)
        if at >= 0:
            return Mark(line=number, column=at + 1, length=len(url))
    return None
