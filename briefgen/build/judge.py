"""Resolve and check: from records to the site, and to all that is wrong with it."""

from __future__ import annotations

from briefgen.build.bodies import Bodies
from briefgen.build.broken import broken_items
from briefgen.build.gather import Gathered
from briefgen.build.project import Project
from briefgen.build.told import diagnose, told_of_items
from briefgen.check.rule import Subject
from briefgen.check.rules import check_site
from briefgen.diagnostics import Diagnostic, Severity
from briefgen.model.alike import Alike
from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.proof import Proofs
from briefgen.resolve.site import Resolved, resolve


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
