"""The project around, if there is one: settings, theme, cache."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.build.project import Opened
from briefgen.doctor.fact import Fact
from briefgen.store.cache import CACHE_FOLDER
from briefgen.store.peek import kept_version
from briefgen.store.version import source_digest

GROUP = "Project"
UNITS = ("bytes", "kB", "MB", "GB")
STEP = 1000


def project_facts(root: str, opened: Opened) -> tuple[Fact, ...]:
    """Where it is, whether its settings can be read, which themes it looks in, and its cache."""
    facts = [Fact(group=GROUP, name="folder", value=root)]
    project = opened.project
    if project is None:
        value = "have errors (`briefgen check` tells them)"
        facts.append(Fact(group=GROUP, name="settings", value=value, ok=False))
    else:
        themes = ", ".join(f"{place.name} ({place.folder})" for place in project.search)
        facts.append(Fact(group=GROUP, name="theme", value=themes))
    return (*facts, *_cache_facts(os.path.join(root, CACHE_FOLDER)))


def _cache_facts(folder: str) -> tuple[Fact, ...]:
    kept = kept_version(folder)
    if not kept:
        return (Fact(group=GROUP, name="cache", value="none yet"),)
    size = sum(stat.size for _, stat in files.walk(folder))
    state = "in use" if kept == source_digest() else "of another version: the next build empties it"
    return (Fact(group=GROUP, name="cache", value=f"{folder}, {readable(size)}, {state}"),)


def readable(size: int) -> str:
    """A number of bytes, to three figures or so."""
    number, unit = float(size), 0
    while number >= STEP and unit < len(UNITS) - 1:
        number, unit = number / STEP, unit + 1
    return f"{number:.0f} {UNITS[unit]}" if unit == 0 else f"{number:.1f} {UNITS[unit]}"
