"""What themes say of themselves, held against the files that they bring."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator

from briefgen import files
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.marks import Marks, find_mark
from briefgen.model.theme import Theme
from briefgen.read.mapping import read_mapping
from briefgen.read.reading import Reading
from briefgen.read.suggest import did_you_mean
from briefgen.resolve.theme_options import Known
from briefgen.scan.theme import MANIFEST, ThemeFolder

STATIC = "static"
FAMILY = re.compile(r"""@font-face\s*\{[^}]*?font-family:\s*["']?([^"';}]+)""")


def read_themes(
    search: Iterable[ThemeFolder], root: str
) -> tuple[tuple[Theme, ...], tuple[Diagnostic, ...]]:
    """The manifests of the themes on the search path."""
    themes: list[Theme] = []
    problems: list[Diagnostic] = []
    for place in search:
        theme, _, found = _manifest(place, root)
        problems.extend(found)
        if theme is not None:
            themes.append(theme)
    return tuple(themes), tuple(problems)


def manifest_marks(place: ThemeFolder, root: str) -> tuple[str, Marks]:
    """The path of a manifest for people, and the places of its fields."""
    return _shown(place, root), _manifest(place, root)[1]


def sheet_problems(
    search: tuple[ThemeFolder, ...], themes: tuple[Theme, ...], root: str
) -> Iterator[Diagnostic]:
    """Style sheets that a theme adds, and nobody has. `themes` are those of `search`, unless one of
    them could not be read."""
    for number, place in enumerate(search if len(themes) == len(search) else ()):
        wanted = {
            f"{field}.{at}": name
            for field, names in (
                ("styles", themes[number].styles),
                ("print_styles", themes[number].print_styles),
            )
            for at, name in enumerate(names)
        }
        below = search[number:]
        lost = {field: name for field, name in wanted.items() if not _is_there(below, name)}
        if lost:
            _, marks, _ = _manifest(place, root)
            known = _static_files(below)
            for field, name in lost.items():
                yield error(
                    "asset-missing",
                    f"The theme has no static file “{name}”.",
                    _shown(place, root),
                    find_mark(marks, field),
                    hint=did_you_mean(name, known) or "It is looked for in `static/` of the theme.",
                )


def known_to(search: tuple[ThemeFolder, ...], wanted: dict[str, str]) -> Known:
    """What options can name; nothing is looked up where a site sets none."""
    if not wanted:
        return Known()
    names = _static_files(search)
    families: set[str] = set()
    for name in names:
        if name.endswith(".css"):
            data = next(
                data
                for place in search
                if (data := files.read_bytes(_path(place, name))) is not None
            )
            families.update(
                each.strip() for each in FAMILY.findall(data.decode("utf-8", "replace"))
            )
    return Known(files=names, families=frozenset(families))


def _manifest(place: ThemeFolder, root: str) -> tuple[Theme | None, Marks, tuple[Diagnostic, ...]]:
    data = files.read_bytes(os.path.join(place.folder, MANIFEST)) or b""
    return read_mapping(_shown(place, root), data, Theme, Reading())


def _shown(place: ThemeFolder, root: str) -> str:
    path = os.path.join(place.folder, MANIFEST)
    inside = os.path.relpath(path, root).replace(os.sep, "/")
    return path if inside.startswith("..") else inside


def _path(place: ThemeFolder, name: str) -> str:
    return os.path.join(place.folder, STATIC, *name.split("/"))


def _is_there(search: Iterable[ThemeFolder], name: str) -> bool:
    return any(files.file_stat(_path(place, name)) is not None for place in search)


def _static_files(search: Iterable[ThemeFolder]) -> frozenset[str]:
    return frozenset(
        name for place in search for name, _ in files.walk(os.path.join(place.folder, STATIC))
    )
