"""What is told of items: of each by itself, and what findings come to, at their places."""

from __future__ import annotations

import msgspec

from briefgen.build.bodies import Bodies
from briefgen.build.broken import broken_items
from briefgen.build.gather import Gathered
from briefgen.build.project import Project
from briefgen.check.locate import Silences, locate, weigh
from briefgen.diagnostics import Diagnostic
from briefgen.model.finding import Finding
from briefgen.model.marks import Marks


def told_of_items(project: Project, gathered: Gathered, bodies: Bodies) -> tuple[Diagnostic, ...]:
    """What was told while files were read, and what the rules of one item found."""
    of_files = _of_items(project, gathered, bodies, broken_items(project, gathered))
    # What an item silences, its own rules have left out already.
    return (*of_files, *weigh(gathered.found, project.settings.checks, lambda _: {}))


def diagnose(
    project: Project, gathered: Gathered, bodies: Bodies, findings: tuple[Finding, ...]
) -> tuple[Diagnostic, ...]:
    """Give findings their level and place."""
    by_path = {face.path for face in gathered.faces}

    def marks_of(path: str) -> Marks:
        if path == gathered.entities_path:
            return gathered.entities_marks
        return bodies.of_file(path).marks if path in by_path else {}

    return locate(findings, project.settings.checks, marks_of, _silences(gathered, bodies))


def _silences(gathered: Gathered, bodies: Bodies) -> Silences:
    """What items silence, by their ids; one that could not be read silences nothing."""
    by_id = {face.id for face in gathered.faces}
    return lambda item: bodies.of_item(item).keys.silence if item in by_id else {}


def _of_items(
    project: Project, gathered: Gathered, bodies: Bodies, broken: dict[str, str]
) -> tuple[Diagnostic, ...]:
    """What was told while files were read, with the items that it is about, at its levels."""
    items = {path: item for item, path in broken.items()}
    items |= {face.path: face.id for face in gathered.faces}
    named = (
        msgspec.structs.replace(each, item=items[each.path]) if each.path in items else each
        for each in gathered.diagnostics
    )
    return weigh(named, project.settings.checks, _silences(gathered, bodies))
