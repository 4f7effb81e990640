"""The files of the output that are made from one file of the folder of media."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Iterator

from briefgen.plan.views.files import MediaFile
from briefgen.render.media.codecs import save_moving, save_still
from briefgen.render.media.documents import clean_pdf
from briefgen.render.media.pixels import plain, sized

DECODERS = {"png": "PNG", "jpg": "JPEG", "webp": "WEBP", "avif": "AVIF", "gif": "GIF"}


class MediaError(Exception):
    """A file that could be read before cannot be made into what is published."""


def make_media(data: bytes, wanted: Iterable[MediaFile]) -> Iterator[bytes]:
    """The bytes of each of the files `wanted`, all of one source, which is decoded once."""
    files = tuple(wanted)
    if files[0].format == "pdf":
        yield from (clean_pdf(data) for _ in files)
    elif files[0].format == "csv":
        yield from (data for _ in files)
    else:
        try:
            yield from _pictures(data, files)
        except Exception as mistake:
            # Whatever a codec throws is told, not shown.
            raise MediaError(f"{type(mistake).__name__}: {mistake}") from mistake


def _pictures(data: bytes, files: tuple[MediaFile, ...]) -> Iterator[bytes]:
    from PIL import Image  # noqa: PLC0415  a build that makes no picture does without

    # The bound on pixels was kept when the file was read.
    with warnings.catch_warnings(action="ignore", category=Image.DecompressionBombWarning):
        opened = Image.open(io.BytesIO(data), formats=[DECODERS[files[0].format]])
    with opened as picture:
        if files[0].animated:
            yield from (save_moving(picture, file.format) for file in files)
            return
        turned = (picture.height, picture.width)
        decoded: dict[bool, Image.Image] = {}
        for file in files:
            size = (file.width, file.height)
            as_is = size in (picture.size, turned)
            if as_is not in decoded:
                decoded[as_is] = plain(picture, as_is=as_is)
            yield save_still(sized(decoded[as_is], *size), file.format)
