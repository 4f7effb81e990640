"""Pictures and documents for tests, made when they are needed."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pypdf
from PIL import Image, ImageCms, ImageDraw

from tests.harness import SiteFolder

EXIF_DESCRIPTION, EXIF_ORIENTATION = 0x010E, 0x0112
TURNED = 6  # to be turned by a quarter to the right


def put(site: SiteFolder, name: str, data: bytes) -> None:
    """Write a file of the folder of media."""
    path = site.root / "content/media" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def drawn(
    size: tuple[int, int] = (600, 300), colour: str = "#336699", mode: str = "RGB"
) -> Image.Image:
    """A picture with a light corner, at the top left."""
    picture = Image.new(mode, size, colour)
    ImageDraw.Draw(picture).rectangle((0, 0, size[0] // 4, size[1] // 4), fill="white")
    return picture


def saved(picture: Image.Image, format_: str = "PNG", **options: Any) -> bytes:  # noqa: ANN401  what Pillow takes
    out = io.BytesIO()
    picture.save(out, format_, **options)
    return out.getvalue()


def jpeg(size: tuple[int, int] = (600, 300), word: str = "", *, turned: bool = False) -> bytes:
    """A photograph whose EXIF, XMP and comment say `word`."""
    exif = Image.Exif()
    exif[EXIF_DESCRIPTION] = word
    if turned:
        exif[EXIF_ORIENTATION] = TURNED
    return saved(
        drawn(size), "JPEG", exif=exif, comment=word.encode(), xmp=f"<x>{word}</x>".encode()
    )


def moving(frames: int = 3) -> bytes:
    """A picture that moves."""
    colours = ("red", "green", "blue", "black", "white")
    pictures = [drawn((40, 30), colours[at % 5]) for at in range(frames)]
    return saved(
        pictures[0],
        "GIF",
        save_all=True,
        append_images=pictures[1:],
        duration=[50 + 20 * at for at in range(frames)],
        loop=0,
        comment=b"zqxcomment",
    )


def profiled() -> bytes:
    """A picture in a colour space of its own, whose profile has a name."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB"))
    return saved(drawn(), "JPEG", icc_profile=profile.tobytes())


def pdf(word: str) -> bytes:
    """A document whose metadata say `word`."""
    writer = pypdf.PdfWriter()
    writer.add_blank_page(100, 100)
    writer.add_metadata({"/Author": word, "/Title": word})
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def published(site: SiteFolder) -> dict[str, Path]:
    """The files of media in the output, by name."""
    folder = site.built / "media"
    return {path.name: path for path in sorted(folder.rglob("*"))} if folder.exists() else {}


def only(site: SiteFolder, part: str) -> Path:
    """The one published file whose name has `part`."""
    (path,) = [path for name, path in published(site).items() if part in name]
    return path
