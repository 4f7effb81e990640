"""The files of the folder of media: all by name, and those to which items refer in full."""

from __future__ import annotations

import os
from collections.abc import Iterable

from briefgen import files
from briefgen.model.base import Record
from briefgen.model.item import AnyFace
from briefgen.model.media import Media
from briefgen.model.settings import Limits
from briefgen.read.media import read_media, supported, too_large
from briefgen.resolve.media import references_of
from briefgen.scan.listing import Listing, scan_files
from briefgen.scan.project import find_media


class KnownMedia(Record):
    """What the cache keeps: the listing of the files in use, and what was found in each, by the
    digest of its bytes, its ending and the limits.
    """

    listing: Listing = {}
    read: dict[str, Media] = {}


class GatheredMedia(Record):
    """Every file by path, and what to keep for the next time."""

    media: dict[str, Media] = {}
    known: KnownMedia = KnownMedia()


def gather_media(
    root: str, faces: Iterable[AnyFace], limits: Limits, known: KnownMedia, now_ns: int
) -> GatheredMedia:
    """Look into the files that any item, published or not, refers to: a broken picture is told when
    it is written, not on the day of release. A file is opened once for its bytes.
    """
    found = {name: (name, path, stat) for name, path, stat in find_media(root)}
    if not found:
        return GatheredMedia()
    media = {name: Media(path=name) for name in found}
    wanted = {
        path
        for face in faces
        for reference in references_of(face)
        for path in reference.candidates
        if path in found and supported(path)
    }
    for name in [name for name in wanted if found[name][2].size > limits.media_size]:
        media[name] = too_large(name, found[name][2].size, limits)
        wanted.discard(name)
    scan = scan_files((found[name] for name in wanted), known.listing, now_ns, keep=False)
    read: dict[str, Media] = {}
    for name, entry in scan.listing.items():
        key = f"{entry.digest}.{limits.media_pixels}.{name.rpartition('.')[2].lower()}"
        before = known.read.get(key) or read.get(key)
        if before is None:
            data = files.read_bytes(os.path.join(root, name)) or b""
            before = read_media(name, data, files.digest_of(data), limits)
        media[name] = _named(name, before)
        # What was broken is looked at again: another Pillow may be able to read it. What was
        # changed between two looks has another digest.
        if not before.problem and before.digest == entry.digest:
            read[key] = before
    return GatheredMedia(media=media, known=KnownMedia(listing=scan.listing, read=read))


def _named(path: str, media: Media) -> Media:
    """The same under the name that it has here."""
    fields = {name: getattr(media, name) for name in media.__struct_fields__}
    return Media(**{**fields, "path": path})
