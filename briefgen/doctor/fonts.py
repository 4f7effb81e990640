"""The fonts that a theme brings: pages and briefs use no others, unless a site asks for them."""

from __future__ import annotations

import posixpath
import re

from briefgen import files
from briefgen.doctor.fact import Fact
from briefgen.render.assets import URL
from briefgen.scan.project import find_below
from briefgen.scan.theme import ThemeFolder

FACE = re.compile(r"@font-face\s*\{([^}]*)\}")
FAMILY = re.compile(r"""font-family\s*:\s*["']?([^;"'}]+)""")
STATIC = "/static/"


def font_facts(search: tuple[ThemeFolder, ...]) -> tuple[Fact, ...]:
    """Each family that a style sheet of the theme makes of files, and whether these are there."""
    paths: dict[str, str] = {}
    for place in search:
        for name, path, _ in find_below(f"{place.folder}{STATIC}".rstrip("/")):
            paths.setdefault(name, path)
    families: dict[str, set[str]] = {}
    for name, path in sorted(paths.items()):
        if name.endswith(".css"):
            _declared(name, files.read_bytes(path) or b"", families)
    return tuple(_fact(family, named, paths) for family, named in sorted(families.items()))


def _declared(sheet: str, data: bytes, families: dict[str, set[str]]) -> None:
    for face in FACE.findall(data.decode("utf-8", "replace")):
        family = FAMILY.search(face)
        for match in URL.finditer(face):
            if family and ":" not in match["url"]:
                target = posixpath.join(posixpath.dirname(sheet), match["url"].partition("#")[0])
                families.setdefault(family[1].strip(), set()).add(posixpath.normpath(target))


def _fact(family: str, named: set[str], paths: dict[str, str]) -> Fact:
    missing = sorted(named - paths.keys())
    if missing:
        value = f"missing: {', '.join(missing)}"
        return Fact(group="Fonts", name=family, value=value, ok=False)
    return Fact(group="Fonts", name=family, value=f"{len(named)} files")
