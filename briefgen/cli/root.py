"""Where the project is."""

from __future__ import annotations

from pathlib import Path

from briefgen.cli.usage import UsageError
from briefgen.scan.project import SETTINGS_FILE


def find_root(given: str, here: Path) -> str:
    """The project's folder, absolute: `given` (the value of -C) if there is one, else the nearest
    folder from `here` upwards that holds the settings. Raises UsageError.
    """
    if given:
        return _checked(Path(given), here)
    for folder in (here, *here.parents):
        if (folder / SETTINGS_FILE).is_file():
            return str(folder)
    raise UsageError(
        f"There is no {SETTINGS_FILE} in {here} or in a folder above it.",
        "Go into a project, name its folder with `-C DIR`, or begin one: `briefgen init`.",
        code="no-project",
    )


def _checked(folder: Path, here: Path) -> str:
    if (folder / SETTINGS_FILE).is_file():
        return str(folder)
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}.", f"You are in {here}.", code="no-project")
    above = next((each for each in folder.parents if (each / SETTINGS_FILE).is_file()), None)
    hint = (
        f"Did you mean `-C {above}`?"
        if above
        else "Name the folder that holds it, or begin one: `briefgen init`."
    )
    raise UsageError(f"There is no {SETTINGS_FILE} in {folder}.", hint, code="no-project")
