"""Which file of the output a user means."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable, Iterator
from urllib.parse import unquote, urlsplit

from briefgen.build.look import Look
from briefgen.plan.addresses import address_of

HOME = "index.html"


def path_meant(given: str, here: str, look: Look, paths: Iterable[str]) -> str | None:
    """The path, from the output folder, that `given` means: one of `paths`. It may be written from
    there, from `here` (where the user stands), absolutely, or as an address of the site; the file
    of an item means its page.
    """
    known = frozenset(paths)
    for candidate in _candidates(given, here, look):
        inside = "" if candidate == "." else candidate
        tries = (inside, posixpath.join(inside, HOME), f"{inside}.html")
        for path in tries:
            if path in known:
                return path
    return None


def _candidates(given: str, here: str, look: Look) -> Iterator[str]:
    base = look.project.settings.base_url
    if "://" in given:
        address = unquote(urlsplit(given).path)
        yield address.removeprefix(urlsplit(base).path).strip("/")
        return
    yield posixpath.normpath(given.replace(os.sep, "/")).lstrip("/")
    full = os.path.abspath(os.path.join(here, given))
    yield from _below(look.project.output, full)
    items = {face.path: face.id for face in look.site.gathered.faces}
    for source in (*_below(look.project.root, full), given.replace(os.sep, "/")):
        if source in items:
            yield address_of(items[source])


def _below(folder: str, path: str) -> Iterator[str]:
    """The path from `folder`, if it lies there; "." for the folder itself."""
    relative = os.path.relpath(path, folder).replace(os.sep, "/")
    if not relative.startswith(".."):
        yield relative
