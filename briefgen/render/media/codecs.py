"""How each format is written. The same picture gives the same bytes."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL import Image

# Qualities at which no difference shows at reading distance.
SAVING: dict[str, dict[str, int | bool | str]] = {
    "jpg": {"quality": 82, "optimize": True, "progressive": True, "subsampling": "4:2:0"},
    "png": {"optimize": True},
    "webp": {"quality": 82, "method": 4},
    # Threads divide the picture, and so its bytes.
    "avif": {"quality": 63, "speed": 7, "max_threads": 1},
    "gif": {"optimize": True},
}
NAMES = {"jpg": "JPEG", "png": "PNG", "webp": "WEBP", "avif": "AVIF", "gif": "GIF"}
FRAME_MS = 100  # of a frame that does not say how long it stays
REPLACED = 2  # GIF: the next frame takes the place of this one


def save_still(picture: Image.Image, format_: str) -> bytes:
    """The bytes of a picture; nothing but its pixels goes into them."""
    out = io.BytesIO()
    bare(picture).save(out, NAMES[format_], **SAVING[format_])
    return out.getvalue()


def save_moving(picture: Image.Image, format_: str) -> bytes:
    """The bytes of a moving picture, frame by frame."""
    from PIL import ImageSequence  # noqa: PLC0415  pictures are loaded where one is made

    durations: list[int] = []
    frames: list[Image.Image] = []
    for frame in ImageSequence.Iterator(picture):
        frames.append(bare(frame.convert("RGBA")))
        durations.append(int(frame.info.get("duration") or FRAME_MS))
    often: dict[str, int] = {}
    if "loop" in picture.info:
        often["loop"] = picture.info["loop"]
    if format_ == "gif":
        often["disposal"] = REPLACED
    out = io.BytesIO()
    frames[0].save(
        out,
        NAMES[format_],
        save_all=True,
        append_images=frames[1:],
        duration=durations,
        **often,
        **SAVING[format_],
    )
    return out.getvalue()


def bare(picture: Image.Image) -> Image.Image:
    """The picture without a word beside its pixels. What a palette says of transparency stays."""
    kept = picture.copy()
    transparent = kept.info.get("transparency") if kept.mode == "P" else None
    kept.info = {} if transparent is None else {"transparency": transparent}
    return kept
