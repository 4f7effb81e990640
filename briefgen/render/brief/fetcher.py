"""The only door through which a brief reads files: the theme's static folders, and nothing else.

WeasyPrint's own fetcher opens any `file:` address and follows redirects; an HTML `link` to an
attachment would even embed the file (https://doc.courtbouillon.org/weasyprint/stable/, "Security").
"""

from __future__ import annotations

import mimetypes
import warnings
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from urllib.parse import unquote, urlsplit

from PIL import Image
from weasyprint.urls import URLFetcher, URLFetcherResponse

from briefgen.model.base import digest_bytes
from briefgen.render.brief.job import ABSENT, REFUSED
from briefgen.render.brief.unpack import Unpacker

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefgen.render.brief.job import BriefJob

ORIGIN = "https://theme.invalid/"
MEDIA = "media/"

# A refused address is kept for the key and the message; nobody needs a megabyte of it.
LONGEST_NAME = 300

# Font formats are unknown to some systems' tables of media types; WeasyPrint needs only CSS right.
TYPES = {".css": "text/css", ".svg": "image/svg+xml"}


PICTURES = {".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".tif", ".tiff", ".bmp"}
FONTS = {".woff2", ".woff", ".ttf", ".otf"}
OUTSIDE = "which a brief may not read"


class RefusedError(ValueError):
    """The address lies outside what a brief may read, or the file is over a limit."""


class LockedFetcher(URLFetcher):  # type: ignore[misc]  # weasyprint ships no types
    """Serves the files of a job. `asked` holds everything that was asked for, with its digest,
    ABSENT or REFUSED; `refused` why; `fonts` the font files, unpacked, in the order of their
    asking.
    """

    def __init__(self, job: BriefJob) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._static = tuple(Path(folder).resolve() for folder in job.static)
        self._media = Path(job.media).resolve() if job.media else None
        self._limits = job.limits
        self._unpacker = Unpacker()
        self.asked: dict[str, str] = {}
        self.refused: dict[str, str] = {}
        self.fonts: dict[str, bytes] = {}

    def fetch(
        self,
        url: str,
        headers: Mapping[str, str] | None = None,  # noqa: ARG002  the parent's signature
    ) -> URLFetcherResponse:
        """The file at `url`.

        Raises `RefusedError` or `FileNotFoundError`, which WeasyPrint turns into a log record.
        """
        name = self._name(url)
        path = self._find(name)
        if path is None:
            self.asked[name] = ABSENT
            raise FileNotFoundError(name)
        data = path.read_bytes()
        self._bound(name, path, data)
        self.asked[name] = digest_bytes(data)
        if path.suffix in FONTS:
            data = self._unpacker.unpack(data)
            self.fonts[name] = data
        kind = TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0]
        return URLFetcherResponse(
            ORIGIN + name, data, {"Content-Type": kind or "application/octet-stream"}
        )

    def _name(self, url: str) -> str:
        """The path that `url` asks for, such as "print/brief.css"."""
        parts = urlsplit(url)
        name = unquote(parts.path).removeprefix("/")
        steps = name.split("/")
        # A colon or a backslash is a drive or a separator on some systems; a nul ends C strings.
        odd = any(step in ("", ".", "..") for step in steps) or set(name) & set("\\:\0")
        if f"{parts.scheme}://{parts.netloc}/" != ORIGIN or parts.query or odd:
            self._refuse(url, OUTSIDE)
        return name

    def _find(self, name: str) -> Path | None:
        if name.startswith(MEDIA) and self._media is not None:
            folders: tuple[Path, ...] = (self._media,)
            below = name.removeprefix(MEDIA)
        else:
            folders, below = self._static, name
        for folder in folders:
            path = folder / below
            if not path.is_file():
                continue
            # Where links lead is asked only now: a link that stays inside the folder is harmless.
            if not path.resolve().is_relative_to(folder):
                self._refuse(name, OUTSIDE)
            if path.stat().st_size > self._limits.resource_mb * 1_000_000:
                self._refuse(name, f"which is larger than {self._limits.resource_mb} MB")
            return path
        return None

    def _bound(self, name: str, path: Path, data: bytes) -> None:
        """Refuse a picture that would fill the memory; its header alone tells its size."""
        if path.suffix.lower() not in PICTURES:
            return
        most = f"{self._limits.pixels:,} pixels"
        try:
            # Pillow's own bound is a warning, and far beyond it an error; ours names the size.
            with warnings.catch_warnings(action="ignore"), Image.open(BytesIO(data)) as picture:
                width, height = picture.size
        except Image.DecompressionBombError:
            self._refuse(name, f"which has far more than {most}")
        except (OSError, ValueError):
            self._refuse(name, "which is no picture that can be read")
        if width * height > self._limits.pixels:
            self._refuse(
                name, f"which has {width} × {height} pixels, more than {self._limits.pixels:,}"
            )

    def _refuse(self, name: str, why: str) -> NoReturn:
        name = name[:LONGEST_NAME]
        self.asked[name] = REFUSED
        self.refused[name] = why
        raise RefusedError(f"{name}, {why}")
