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
        _other_name(here)
        or "Go into a project, name its folder with `-C DIR`, or begin one: `briefgen init`.",
        code="no-project",
    )


def _other_name(folder: Path) -> str:
    """A hint, if the settings are there by a name that is not theirs."""
    stem = SETTINGS_FILE.partition(".")[0]
    for name in (f"{stem}.yml", f"{SETTINGS_FILE}.txt", f"{SETTINGS_FILE}.yaml", f"{stem}.txt"):
        if (folder / name).is_file():
            return f"There is a file {name}: rename it {SETTINGS_FILE}."
    return ""


def _checked(folder: Path, here: Path) -> str:
    if (folder / SETTINGS_FILE).is_file():
        return str(folder)
    if not folder.is_dir():
        raise UsageError(f"There is no folder {folder}.", f"You are in {here}.", code="no-project")
    above = next((each for each in folder.parents if (each / SETTINGS_FILE).is_file()), None)
    hint = _other_name(folder)
    if not hint:
        begin = "Name the folder that holds it, or begin one: `briefgen init`."
        hint = f"Did you mean `-C {above}`?" if above else begin
    raise UsageError(f"There is no {SETTINGS_FILE} in {folder}.", hint, code="no-project")
