"""Media: which file each reference means, and which files this audience gets."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Mapping

from briefgen.model.article import ArticleFace
from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.item import AnyFace
from briefgen.model.marks import Mark
from briefgen.model.media import DOCUMENTS, FOLDER, PICTURES, Media, extension_of, is_below
from briefgen.model.text import Link
from briefgen.read.findings import Complaint
from briefgen.read.suggest import nearest

# What the answer to a link begins with that leads to a file and not to an item.
LINKED = "media:"
# What cameras and scanners write and browsers do not show.
FOREIGN = ("heic", "heif", "tif", "tiff", "bmp")
KNOWN = ", ".join((*dict.fromkeys(PICTURES.values()), *DOCUMENTS))


class Reference(Record):
    """A file that an item names: the candidates for its path, the likeliest first, and where it is
    named. `shown`: as a picture; else it is linked to. `internal`: in an internal block.
    """

    candidates: tuple[str, ...]
    shown: bool
    internal: bool = False
    field: str = ""
    mark: Mark | None = None


class Use(Record):
    """A file that is published: the ids of the items that refer to it, and whether one of them
    shows it as a picture.
    """

    items: tuple[str, ...]
    shown: bool


def references_of(face: AnyFace) -> Iterable[Reference]:
    """Every reference of an item to media."""
    keys = face.keys
    if isinstance(keys, ArticleFace) and keys.image:
        yield Reference(candidates=image_paths(face.path, keys.image), shown=True, field="image")
    for picture in face.pictures:
        yield Reference(
            candidates=(picture.target,), shown=True, internal=picture.internal, mark=picture.mark
        )
    for link in face.links:
        if leads_to_media(link):
            yield Reference(
                candidates=(link.target,), shown=False, internal=link.internal, mark=link.mark
            )


def leads_to_media(link: Link) -> bool:
    """Whether a link names a file of the folder of media, be it there or not."""
    return link.is_path and is_below(link.target)


def image_paths(path: str, image: str) -> tuple[str, ...]:
    """What the key `image` of the file `path` may mean: a path from the folder of media, or from
    the file's own.
    """
    inside = posixpath.normpath(posixpath.join(FOLDER, image.lstrip("/")))
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(path), image.lstrip("/")))
    rooted = posixpath.normpath(image.lstrip("/"))
    return tuple(each for each in (inside, beside, rooted) if is_below(each)) or (rooted,)


def media_of(reference: Reference, media: Mapping[str, Media]) -> Media | None:
    """The file that is meant, if there is one that can be published."""
    for path in reference.candidates:
        found = media.get(path)
        if found is not None:
            usable = found.format in PICTURES or (found.format and not reference.shown)
            return found if usable and not found.problem else None
    return None


def used_media(
    shown: Iterable[AnyFace], media: Mapping[str, Media], *, internal: bool
) -> dict[str, Use]:
    """The files that the published items `shown` refer to, by path. What only an internal block
    names is for `internal` audiences.
    """
    items: dict[str, dict[str, None]] = {}
    pictures: set[str] = set()
    for face in shown:
        for reference in references_of(face):
            if reference.internal and not internal:
                continue
            found = media_of(reference, media)
            if found is not None:
                items.setdefault(found.path, {})[face.id] = None
                if reference.shown:
                    pictures.add(found.path)
    return {path: Use(items=tuple(items[path]), shown=path in pictures) for path in sorted(items)}


def media_findings(faces: Iterable[AnyFace], media: Mapping[str, Media]) -> Iterable[Finding]:
    """References of any item, published or not, to what cannot be published."""
    for face in faces:
        for reference in references_of(face):
            problem = _problem(reference, media)
            if problem is not None:
                yield Finding(
                    code=problem.code,
                    message=problem.message,
                    item=face.id,
                    path=face.path,
                    field=reference.field,
                    mark=reference.mark,
                    hint=problem.hint,
                )


def _way(wanted: str, media: Mapping[str, Media]) -> str:
    """A hint for a file that is not there."""
    twice = f"{FOLDER}/{FOLDER}/"
    if wanted.startswith(twice):
        return f"Leave {FOLDER}/ out: {wanted.removeprefix(twice)}"
    close = nearest(wanted, media)
    if close:
        return f"Did you mean “{close}”?"
    if not wanted.startswith(f"{FOLDER}/"):
        return f"Media lie in {FOLDER}/: move the file there, and name it there."
    return f"Media lie in {FOLDER}/."


def _problem(reference: Reference, media: Mapping[str, Media]) -> Complaint | None:
    wanted = reference.candidates[0]
    ending = extension_of(wanted)
    if ending == "svg":
        return Complaint(
            code="media-type",
            message=f"“{wanted}” is an SVG file, which is not published.",
            hint="Save it as PNG. Drawings as SVG can hold programs, and belong to the theme.",
        )
    if ending in FOREIGN:
        return Complaint(
            code="media-type",
            message=f"“{wanted}” is of a type that browsers do not show.",
            hint=f"Save it as JPEG or PNG. Known are {KNOWN}.",
        )
    if ending not in PICTURES and (reference.shown or ending not in DOCUMENTS):
        what = "no picture" if reference.shown and ending in DOCUMENTS else "of no known type"
        return Complaint(
            code="media-type", message=f"“{wanted}” is {what}.", hint=f"Known are {KNOWN}."
        )
    found = next((media[each] for each in reference.candidates if each in media), None)
    if found is None:
        return Complaint(
            code="media-unknown",
            message=f"There is no file “{wanted}”.",
            hint=_way(wanted, media),
        )
    if found.problem:
        return Complaint(code=found.code, message=found.problem, hint=found.hint)
    return None
