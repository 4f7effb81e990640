"""Resolve and check: from records to the site, and to all that is wrong with it."""

from __future__ import annotations

import msgspec

from briefgen.build.gather import Bodies, Gathered
from briefgen.build.project import Project
from briefgen.check.locate import Silences, locate, weigh
from briefgen.check.rule import Subject
from briefgen.check.rules import check_site
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.alike import Alike
from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.marks import Marks
from briefgen.model.proof import Proofs
from briefgen.read.naming import slug_of
from briefgen.read.reading import reading_of
from briefgen.resolve.site import Resolved, resolve
from briefgen.resolve.visibility import reason_withheld
from briefgen.scan.project import kind_of


class Judged(Record):
    """The site with everything that is to be told of it, and the findings of rules and joins among
    it. With `keep_going` items that have errors are not in the site.
    """

    resolved: Resolved
    findings: tuple[Finding, ...]
    diagnostics: tuple[Diagnostic, ...]


def judge(  # noqa: PLR0913  all that is known of the project
    project: Project,
    gathered: Gathered,
    bodies: Bodies,
    proofs: Proofs,
    alike: tuple[Alike, ...],
    *,
    keep_going: bool,
) -> Judged:
    """Join and check; `alike` are articles that may be on one report. With `keep_going` each item
    that has an error counts as withheld: the rest is joined again without it, until nothing in what
    is left is wrong.
    """
    subject = Subject(
        faces=gathered.faces,
        entities=gathered.entities,
        settings=project.settings,
        snapshots=gathered.snapshots,
        now=project.view.now,
        proofs=proofs,
        alike=alike,
    )
    found = check_site(subject)
    absent = broken_items(project, gathered)
    of_items = told_of_items(project, gathered, bodies)
    while True:
        resolved = resolve(
            gathered.faces,
            gathered.entities,
            gathered.entities_path,
            project.view,
            absent,
            gathered.media,
            keep_going=keep_going,
        )
        findings = (*found, *resolved.findings)
        told = diagnose(project, gathered, bodies, findings)
        diagnostics = (*of_items, *told)
        if not keep_going:
            return Judged(resolved=resolved, findings=findings, diagnostics=diagnostics)
        wrong = {d.item for d in diagnostics if d.severity is Severity.ERROR and d.item}
        if wrong <= absent.keys():
            return Judged(resolved=resolved, findings=findings, diagnostics=diagnostics)
        absent |= {face.id: face.path for face in gathered.faces if face.id in wrong}


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
