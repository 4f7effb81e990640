"""From a picture as a camera or program left it to plain pixels in sRGB, the right way up."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

DEEP = ("I", "I;16", "I;16B", "I;16L", "F")  # more than eight bits a pixel
BITS_BEYOND = 256


def plain(picture: Image.Image, *, as_is: bool) -> Image.Image:
    """The pixels: turned as EXIF says, in sRGB, in a mode that every format takes. With `as_is` a
    palette stays: it is small, and the picture keeps its size.
    """
    from PIL import ImageOps  # noqa: PLC0415  pictures are loaded where one is made

    profile = picture.info.get("icc_profile")
    turned = ImageOps.exif_transpose(picture)
    if turned.mode in DEEP:
        turned = turned.convert("F").point(lambda value: value * (1 / BITS_BEYOND)).convert("L")
    if turned.mode == "P" and as_is and not profile:
        return turned
    if turned.has_transparency_data:
        colours = turned.convert("RGBA")
        return _with_alpha(_in_srgb(colours.convert("RGB"), profile), colours.getchannel("A"))
    if turned.mode in ("1", "L") and not profile:
        return turned.convert("L")
    if turned.mode not in ("RGB", "CMYK", "L"):
        turned = turned.convert("RGB")
    return _in_srgb(turned, profile)


def sized(picture: Image.Image, width: int, height: int) -> Image.Image:
    """The picture in another size."""
    from PIL import Image  # noqa: PLC0415  as above

    if picture.size == (width, height):
        return picture
    return picture.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def _with_alpha(colours: Image.Image, alpha: Image.Image) -> Image.Image:
    colours.putalpha(alpha)
    return colours


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """The colours as they were meant. A profile that cannot be read, or is none for such pixels,
    says nothing.
    """
    from PIL import ImageCms  # noqa: PLC0415  as above

    if not profile:
        return picture.convert("RGB")
    try:
        meant = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        screen = ImageCms.createProfile("sRGB")
        made = ImageCms.profileToProfile(picture, meant, screen, outputMode="RGB")
    except (ImageCms.PyCMSError, OSError, TypeError, ValueError):
        return picture.convert("RGB")
    return made if made is not None else picture.convert("RGB")
