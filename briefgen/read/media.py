"""Media: what a picture or document is, and whether it can be published."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from briefgen.model.media import DOCUMENTS, PICTURES, Media, extension_of
from briefgen.model.settings import Limits

if TYPE_CHECKING:
    from PIL import Image

# The decoders that are let at a file: the fewer, the less there is to attack.
DECODERS = {"PNG": "png", "JPEG": "jpg", "MPO": "jpg", "WEBP": "webp", "AVIF": "avif", "GIF": "gif"}
OPENED = ("PNG", "JPEG", "WEBP", "AVIF", "GIF")
# EXIF orientations that turn a picture on its side (CIPA DC-008, 4.6.5).
ORIENTATION, SIDEWAYS = 0x0112, (5, 6, 7, 8)
# All frames of a moving picture together may have as many times the pixels of a still one.
MOVING = 4
PDF_BEGINS_WITHIN = 1024


def supported(path: str) -> bool:
    """Whether files of this name can be media at all."""
    return extension_of(path) in (*PICTURES, *DOCUMENTS)


def read_media(path: str, data: bytes, digest: str, limits: Limits) -> Media:
    """What the file of these bytes is."""
    ending = extension_of(path)
    if ending in PICTURES:
        return _picture(path, data, digest, limits)
    if ending == "pdf" and b"%PDF-" not in data[:PDF_BEGINS_WITHIN]:
        return _broken(path, digest, "It does not begin as a PDF does.")
    return Media(path=path, digest=digest, format=ending)


def too_large(path: str, size: int, limits: Limits) -> Media:
    """A file that is not even read."""
    return Media(
        path=path,
        code="media-size",
        problem=f"The file {path} has {size:,} bytes, more than the {limits.media_size:,} that are "
        "allowed.",
        hint="Save it smaller, or raise `limits.media_size` in briefgen.yaml.",
    )


def _picture(path: str, data: bytes, digest: str, limits: Limits) -> Media:
    from PIL import Image, ImageFile, UnidentifiedImageError  # noqa: PLC0415  a build that reads no new picture does without

    # WeasyPrint, where it is loaded too, tells Pillow to fill up files that are cut off.
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        with (
            warnings.catch_warnings(action="error", category=Image.DecompressionBombWarning),
            Image.open(io.BytesIO(data), formats=OPENED) as picture,
        ):
            found = _sized(path, digest, picture, limits)
            if not found.problem:
                # Decoded once in full: a file that is cut off is told now, with its place.
                picture.load()
            return found
    except (Image.DecompressionBombWarning, Image.DecompressionBombError):
        return _too_many(path, digest, f"far more than the {limits.media_pixels:,}")
    except UnidentifiedImageError:
        return _broken(path, digest, "It is none of PNG, JPEG, WebP, AVIF and GIF.")
    except Exception as mistake:  # noqa: BLE001  whatever a decoder throws is told
        return _broken(
            path, digest, f"{type(mistake).__name__}: {mistake}".partition("\n")[0][:160]
        )


def _sized(path: str, digest: str, picture: Image.Image, limits: Limits) -> Media:
    format_ = DECODERS[picture.format or ""]
    frames = getattr(picture, "n_frames", 1) if picture.format != "MPO" else 1
    width, height = picture.size
    if width * height > limits.media_pixels:
        return _too_many(
            path, digest, f"{width} × {height} pixels, more than the {limits.media_pixels:,}"
        )
    if frames > 1 and width * height * frames > limits.media_pixels * MOVING:
        return _too_many(path, digest, f"{frames} frames, which together have more pixels than")
    if frames == 1 and picture.getexif().get(ORIENTATION) in SIDEWAYS:
        width, height = height, width
    return Media(
        path=path, digest=digest, format=format_, width=width, height=height, animated=frames > 1
    )


def _too_many(path: str, digest: str, what: str) -> Media:
    return Media(
        path=path,
        digest=digest,
        code="media-size",
        problem=f"The picture {path} has {what} that are allowed.",
        hint="Save it smaller, or raise `limits.media_pixels` in briefgen.yaml.",
    )


def _broken(path: str, digest: str, why: str) -> Media:
    return Media(
        path=path,
        digest=digest,
        code="media-broken",
        problem=f"The file {path} cannot be read as what its name says.",
        hint=why,
    )
