"""A new project: a small site that builds at once."""

from __future__ import annotations

import datetime
import os
import re

from briefgen import __version__, files
from briefgen.diagnostics import Diagnostic, error
from briefgen.scaffold.made import Made
from briefgen.scaffold.scalar import yaml_scalar
from briefgen.scan.project import SETTINGS_FILE

START = os.path.join(os.path.dirname(os.path.abspath(__file__)), "start")
# Hidden files lie here under plain names, so that neither git nor a packager obeys them.
HIDDEN = {"gitignore": ".gitignore", "github/": ".github/"}
NO_NAME = "My briefs"


def start_project(folder: str, today: datetime.date) -> Made:
    """Write the starting project into `folder` (absolute), unless any of its files is there."""
    blocked = _not_a_folder(folder) or _inside_a_project(folder)
    if blocked:
        return Made(diagnostics=(blocked,))
    texts = _texts(_title(folder), today)
    in_the_way = [path for path in texts if files.anything_at(os.path.join(folder, path))]
    if in_the_way:
        return Made(diagnostics=tuple(_in_the_way(path, folder) for path in in_the_way))
    written = []
    for path, text in texts.items():
        full = os.path.join(folder, path)
        files.make_folder(os.path.dirname(full))
        files.write_new(full, text.encode())
        written.append(full)
    return Made(written=tuple(written))


def _texts(title: str, today: datetime.date) -> dict[str, str]:
    """What to write, by path from the project's root, in the order of paths."""
    values = {
        "@TITLE@": yaml_scalar(title),
        "@TITLE_PLAIN@": title,
        "@DATE@": today.isoformat(),
        "@VERSION@": __version__,
    }
    texts: dict[str, str] = {}
    for name, _ in files.walk(START):
        text = (files.read_bytes(os.path.join(START, name)) or b"").decode()
        for mark, value in values.items():
            text = text.replace(mark, value)
        texts[_shown(name)] = text
    return dict(sorted(texts.items()))


def _shown(name: str) -> str:
    for plain, hidden in HIDDEN.items():
        if name.startswith(plain):
            return hidden + name.removeprefix(plain)
    return name


def _title(folder: str) -> str:
    """The name of the folder as a title: `amu-desk` is “Amu desk”."""
    words = " ".join(re.findall(r"\w+", os.path.basename(folder).replace("_", " ")))
    return words[:1].upper() + words[1:] or NO_NAME


def _not_a_folder(folder: str) -> Diagnostic | None:
    """What stands where the folder or one above it should."""
    place = folder
    while not files.anything_at(place):
        place = os.path.dirname(place)
    if files.folder_exists(place):
        return None
    return error(
        "file-exists",
        f"{place} is a file, not a folder.",
        hint="Name another folder: `briefgen init DIR`.",
    )


def _inside_a_project(folder: str) -> Diagnostic | None:
    """The project that the folder lies in: one inside another is hardly ever meant."""
    place, above = os.path.dirname(folder), folder
    while place != above:
        if files.file_stat(os.path.join(place, SETTINGS_FILE)) is not None:
            return error(
                "project-inside",
                f"{folder} lies inside the project {place}.",
                hint="Add to that one with `briefgen new`, or begin beside it.",
            )
        place, above = os.path.dirname(place), place
    return None


def _in_the_way(path: str, folder: str) -> Diagnostic:
    return error(
        "file-exists",
        f"{path} is there already, and nothing is overwritten.",
        path,
        hint=f"Move it out of {folder}, or begin in another folder: `briefgen init DIR`.",
    )
