"""The items whose files cannot be read."""

from __future__ import annotations

from briefgen.build.gather import Gathered
from briefgen.build.project import Project
from briefgen.read.naming import slug_of
from briefgen.read.reading import reading_of
from briefgen.resolve.visibility import reason_withheld
from briefgen.scan.project import kind_of


def withheld_though_broken(project: Project, gathered: Gathered) -> dict[str, str]:
    """The ids of items that cannot be read, but of which so much is known that this audience may
    not see them now, with the reason."""
    withheld: dict[str, str] = {}
    for path, sketch in gathered.broken.items():
        kind = kind_of(path, project.settings)
        reason = reason_withheld(sketch, project.view) if sketch is not None else None
        if kind is not None and sketch is not None and reason is not None:
            withheld[f"{kind.value}:{sketch.slug}"] = reason.value
    return withheld


def broken_items(project: Project, gathered: Gathered) -> dict[str, str]:
    """The files that cannot be read, by the ids that their items would have: what refers to them
    is not wrong for that."""
    reading = reading_of(project.settings)
    items: dict[str, str] = {}
    for path, sketch in gathered.broken.items():
        kind = kind_of(path, project.settings)
        if kind is not None:
            slug = sketch.slug if sketch is not None else slug_of(kind, path, reading)
            items[f"{kind.value}:{slug}"] = path
    return items
