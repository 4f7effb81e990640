"""What the name of a file says of its item: slug and date."""

from __future__ import annotations

import re

from briefgen.model.item import Kind
from briefgen.model.settings import SlugFrom
from briefgen.read.reading import Reading
from briefgen.read.slug import slugify

DATED = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[-_ .]+(.*))?", re.DOTALL | re.ASCII)
INDEX = "index"


def name_of(path: str) -> str:
    """The file's name without its ending; for `index.md` that of its folder."""
    folders, _, name = path.rpartition("/")
    stem = name.rpartition(".")[0] or name
    if stem.casefold() == INDEX and folders:
        return folders.rpartition("/")[2]
    return stem


def date_in(name: str) -> str:
    """The date (YYYY-MM-DD) with which `name` begins, or nothing."""
    found = DATED.fullmatch(name)
    return found[1] if found else ""


def undated(name: str) -> str:
    """`name` without its leading date, unless it is nothing else."""
    found = DATED.fullmatch(name)
    return (found[2] or name) if found else name


def slug_of(kind: Kind, path: str, reading: Reading) -> str:
    """The slug of an item that does not state one; empty if its path has no letter or digit."""
    name = undated(name_of(path))
    if reading.slug_from is SlugFrom.STEM:
        return slugify(name)
    inside = [f for f in reading.folders.get(kind.value, ()) if not f or path.startswith(f"{f}/")]
    start = max(map(len, inside), default=0)
    folders = path[start:].split("/")[:-1]
    if path.rpartition("/")[2].rpartition(".")[0].casefold() == INDEX and any(folders):
        folders = folders[:-1]
    return slugify("-".join([*folders, name]))
