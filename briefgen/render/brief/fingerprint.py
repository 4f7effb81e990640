"""The platform fingerprint: all that decides a brief's bytes beside its view and theme."""

from __future__ import annotations

import ctypes
import sys

from briefgen.model.base import Record, digest_value
from briefgen.render.brief.libraries import NEEDED, load
from briefgen.render.brief.unpack import Unpacker
from briefgen.store.releases import releases_of

# Packages whose release can move a line or a byte.
PACKAGES = (
    *("weasyprint", "pydyf", "fonttools", "pyphen", "pillow"),
    *("tinycss2", "tinyhtml5", "cssselect2"),
)


class Fingerprint(Record):
    """Releases of what a brief is made with; empty where a thing is absent. `subsetter` tells
    whether HarfBuzz subsets the fonts (else fontTools does, with other bytes)."""

    python: str = ""
    weasyprint: str = ""
    pydyf: str = ""
    fonttools: str = ""
    pyphen: str = ""
    pillow: str = ""
    tinycss2: str = ""
    tinyhtml5: str = ""
    cssselect2: str = ""
    pango: str = ""
    harfbuzz: str = ""
    fontconfig: str = ""
    freetype: str = ""
    subsetter: bool = False


def fingerprint() -> Fingerprint:
    """The fingerprint of this platform, without loading WeasyPrint."""
    return Fingerprint(
        python=f"{sys.version_info.major}.{sys.version_info.minor}",
        **releases_of(PACKAGES),
        pango=text_version("Pango", "pango_version_string"),
        harfbuzz=text_version("HarfBuzz", "hb_version_string"),
        fontconfig=number_version("Fontconfig", "FcGetVersion"),
        freetype=Unpacker().version(),
        subsetter=load(NEEDED["HarfBuzz's subsetter"]) is not None,
    )


def platform_digest() -> str:
    """The digest of all that decides a brief's bytes beside its input."""
    return digest_value(fingerprint())


def text_version(name: str, function: str) -> str:
    """What the library's own function says, such as "1.50.12"."""
    library = load(NEEDED[name])
    if library is None:
        return ""
    call = getattr(library, function)
    call.restype = ctypes.c_char_p
    call.argtypes = ()
    answer: bytes | None = call()
    return (answer or b"").decode("ascii")


def number_version(name: str, function: str) -> str:
    """What the library's own function says as a number: 21302 is 2.13.2."""
    library = load(NEEDED[name])
    if library is None:
        return ""
    call = getattr(library, function)
    call.restype = ctypes.c_int
    call.argtypes = ()
    number: int = call()
    return f"{number // 10000}.{number // 100 % 100}.{number % 100}"
