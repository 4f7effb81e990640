"""Where templates and static files are looked up."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.model.base import Record
from briefgen.scan.listing import Listing
from briefgen.scan.project import Found, find_below

BUILT_IN = "default"
MANIFEST = "theme.yaml"
# The folder of the words of the interface, and how the name of a catalogue ends.
WORDS, CATALOGUE = "words", ".po"


class ThemeFolder(Record):
    """One theme on the search path: its name and its folder (absolute)."""

    name: str
    folder: str


class ThemeFile(Record):
    """A file of a theme: where it is, and the digest of its bytes."""

    path: str
    digest: str


class ThemeFiles(Record):
    """The search path, nearest first, and what each lookup finds. `templates` and `static` hold
    the winner of each name, and under "THEME:NAME" what a lookup that begins at THEME finds, so
    that a template can extend the one that it overrides.
    """

    search: tuple[ThemeFolder, ...]
    templates: dict[str, ThemeFile]
    static: dict[str, ThemeFile]


def built_in_themes() -> str:
    """The folder of the themes that come with briefgen: inside the installed package, or beside it
    in a checkout.
    """
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    inside = os.path.join(package, "_themes")
    if files.folder_exists(inside):
        return inside
    return os.path.join(os.path.dirname(package), "themes")


def theme_folder(root: str, name: str) -> str | None:
    """The folder of a theme: the project's own, else a built-in one; None if there is none."""
    for base in (os.path.join(root, "themes"), built_in_themes()):
        folder = os.path.join(base, name)
        if files.file_stat(os.path.join(folder, MANIFEST)) is not None:
            return folder
    return None


def theme_names(root: str) -> tuple[str, ...]:
    """The names of all themes that this project can use."""
    names: set[str] = set()
    for base in (os.path.join(root, "themes"), built_in_themes()):
        names.update(
            name.split("/")[0]
            for name, _ in files.walk(base)
            if name.count("/") == 1 and name.endswith(f"/{MANIFEST}")
        )
    return tuple(sorted(names))


def catalogue_path(theme: ThemeFolder, language: str) -> str:
    """Where a theme keeps its words in a language, whether it has any or not."""
    return os.path.join(theme.folder, WORDS, f"{language}{CATALOGUE}")


def catalogue_languages(theme: ThemeFolder) -> tuple[str, ...]:
    """The languages in which a theme has words."""
    names = (name for name, _ in files.list_folder(os.path.join(theme.folder, WORDS)))
    return tuple(sorted(n.removesuffix(CATALOGUE) for n in names if n.endswith(CATALOGUE)))


def find_theme(search: tuple[ThemeFolder, ...]) -> list[Found]:
    """All files of the themes on the search path; names are "THEME/PATH"."""
    return [
        (f"{theme.name}/{name}", path, stat)
        for theme in search
        for name, path, stat in find_below(theme.folder)
    ]


def index_theme(search: tuple[ThemeFolder, ...], listing: Listing) -> ThemeFiles:
    """What each lookup finds."""
    templates: dict[str, ThemeFile] = {}
    static: dict[str, ThemeFile] = {}
    by_theme: dict[str, list[tuple[str, ThemeFile]]] = {}
    for name, entry in listing.items():
        theme, _, rest = name.partition("/")
        folder = next(each.folder for each in search if each.name == theme)
        found = ThemeFile(path=os.path.join(folder, rest), digest=entry.digest)
        by_theme.setdefault(theme, []).append((rest, found))
    # From the farthest to the nearest: the nearer one wins, and at each step what is known so far
    # is what a lookup that begins there finds.
    for theme_place in reversed(search):
        for rest, found in by_theme.get(theme_place.name, []):
            for folder_name, table in (("templates/", templates), ("static/", static)):
                if rest.startswith(folder_name):
                    table[rest.removeprefix(folder_name)] = found
        for table in (templates, static):
            plain = [(key, value) for key, value in table.items() if ":" not in key]
            for key, value in plain:
                table[f"{theme_place.name}:{key}"] = value
    return ThemeFiles(search=search, templates=templates, static=static)
