"""The names of what a capture writes, and where."""

from __future__ import annotations

import itertools
import os

from briefgen import files
from briefgen.read.naming import undated
from briefgen.read.slug import slugify

# Longer names are no help.
_LONGEST = 80


def stem(date: str, title: str) -> str:
    """The name without its ending: date and slug of the title, cut at a word."""
    slug = slugify(title)
    if len(slug) > _LONGEST:
        slug = slug[:_LONGEST].rpartition("-")[0] or slug[:_LONGEST]
    return f"{date}-{slug or 'untitled'}"


def free_name(folder: str, name: str, ending: str, taken: frozenset[str] = frozenset()) -> str:
    """The path of a file that is not there yet: `name`, or `name-2` and so on. Names that, without
    their date, are in `taken` would give two items one address.
    """
    for number in itertools.count(1):
        suffix = "" if number == 1 else f"-{number}"
        path = os.path.join(folder, f"{name}{suffix}{ending}")
        if undated(name + suffix) in taken:
            continue
        if not files.anything_at(path):
            return path
    raise AssertionError
