"""`record`: write into the ledger what was sent."""

from __future__ import annotations

import datetime
import os

import msgspec

from briefgen import files
from briefgen.build.history import packet_now, wording_now
from briefgen.build.ledger import load_ledger
from briefgen.build.lock import locked
from briefgen.build.project import open_project
from briefgen.deliver.packet import Ready, find_ready
from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record
from briefgen.model.ledger import Issue, IssuedItem, ledger_path
from briefgen.model.request import Exit, Outcome, Request
from briefgen.progress import Progress
from briefgen.resolve.wording import Wording, packet_digest


class Recorded(Record):
    """What `record` did. `path` is the ledger, from the project's root; `issue` the line that holds
    this brief; `already`: it stood there before, and nothing was written.
    """

    exit: Exit = Exit.DONE
    diagnostics: tuple[Diagnostic, ...] = ()
    path: str = ""
    issue: Issue | None = None
    already: bool = False
    withheld: tuple[str, ...] = ()


def record(request: Request, packet: str, progress: Progress, *, again: bool = False) -> Recorded:
    """Add a line to the ledger of the audience: that the brief of `packet` (a slug, or its file
    from the project's root), as it lies in the output, was sent at the `now` of `request`. A brief
    that is not built or not up to date is refused; one that was the last to be recorded is so only
    `again`.
    """
    with locked(files.real_path(request.root), progress):
        opened = open_project(request)
        project = opened.project
        if project is None:
            return Recorded(exit=Exit.USAGE, diagnostics=opened.diagnostics)
        issues, wrong = load_ledger(project)
        if wrong:
            # A line is not added to a file that somebody has to mend first.
            return Recorded(exit=Exit.CONTENT, diagnostics=wrong)
        ready = find_ready(request, packet, progress)
        if isinstance(ready, Outcome):
            return Recorded(exit=ready.exit, diagnostics=ready.diagnostics, withheld=ready.withheld)
        issue = issue_of(ready, request.now)
        path = ledger_path(project.view.name)
        last = next((each for each in reversed(issues) if each.packet == issue.packet), None)
        if last is not None and last.brief == issue.brief and not again:
            return Recorded(path=path, issue=last, already=True)
        files.add_line(os.path.join(project.root, path), msgspec.json.encode(issue))
        return Recorded(path=path, issue=issue)


def issue_of(ready: Ready, now: datetime.datetime) -> Issue:
    """The ledger's line for a brief."""
    site, bodies = ready.look.site.joined, ready.look.site.bodies
    internal = site.view.audience.internal
    wording = packet_now(ready.packet, ready.holding, bodies).seen(internal=internal)
    held = {
        slug: wording_now(site.articles[slug], bodies).seen(internal=internal)
        for slug in ready.holding.articles
    }
    return Issue(
        issued=now.astimezone(datetime.UTC).replace(microsecond=0),
        audience=site.view.name,
        packet=ready.packet.slug,
        digest=packet_digest(wording, held.values()),
        brief=ready.sha256,
        fields=wording.parts,
        corrections=wording.corrections,
        items=tuple(_item(slug, each) for slug, each in held.items()),
    )


def _item(slug: str, wording: Wording) -> IssuedItem:
    return IssuedItem(
        article=slug,
        face=wording.face,
        fields=wording.parts,
        corrections=wording.corrections,
    )
