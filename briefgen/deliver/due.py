"""What falls due: the instants at which items appear or go by themselves."""

from __future__ import annotations

import datetime
import enum
from collections.abc import Iterator

import msgspec

from briefgen.build.gather import Known, gather
from briefgen.build.lock import locked
from briefgen.build.project import open_project
from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record
from briefgen.model.item import AnyFace
from briefgen.model.request import Exit, Request
from briefgen.processes import workers_of
from briefgen.progress import Progress
from briefgen.read.dates.zone import zone_of
from briefgen.resolve.visibility import View, reason_withheld
from briefgen.store.cache import Cache
from briefgen.store.peek import kept_version
from briefgen.store.version import source_digest

_MOMENT = datetime.timedelta(microseconds=1)


class Turn(enum.StrEnum):
    """What happens to an item."""

    RELEASE = "release"
    EXPIRY = "expiry"


class Due(Record):
    """An item that appears or goes `at` an instant, given in the zone of the site."""

    at: datetime.datetime
    turn: Turn
    item: str
    title: str
    path: str


class DueList(Record):
    """The answer, earliest first. `hidden` are ids of items that the audience does not see yet: a
    public log must not name them.
    """

    exit: Exit = Exit.DONE
    diagnostics: tuple[Diagnostic, ...] = ()
    audience: str = ""
    due: tuple[Due, ...] = ()
    hidden: tuple[str, ...] = ()

    def next(self, turn: Turn) -> Due | None:
        """The first of its kind."""
        return next((each for each in self.due if each.turn is turn), None)


def due_list(
    request: Request, progress: Progress, within: datetime.timedelta | None = None
) -> DueList:
    """What falls due for the audience of `request` after its `now`; not later than `within` from
    then, if that is given. Items that the audience does not see on either side of an instant, such
    as drafts, do not fall due for it. Nothing is written.
    """
    opened = open_project(request)
    project = opened.project
    if project is None:
        return DueList(exit=Exit.USAGE, diagnostics=opened.diagnostics)
    with locked(project.root, progress):
        version = source_digest()
        usable = request.cache and kept_version(project.cache) == version
        cache = Cache(project.cache if usable else None, version, guest=True)
        try:
            known = cache.load("known", Known) or Known()
            gathered = gather(project, known, cache, known.theme, workers_of(request.jobs))
        finally:
            cache.close()
    zone = project.settings.timezone
    found = sorted(
        (each for face in gathered.faces for each in _turns(face, project.view, zone)),
        key=lambda each: (each.at, each.turn, each.item),
    )
    last = None if within is None else _after(request.now, within)
    return DueList(
        diagnostics=opened.diagnostics,
        audience=project.view.name,
        due=tuple(each for each in found if last is None or each.at <= last),
        hidden=tuple(
            face.id for face in gathered.faces if reason_withheld(face.keys, project.view)
        ),
    )


def _after(now: datetime.datetime, within: datetime.timedelta) -> datetime.datetime:
    try:
        return now + within
    except OverflowError:
        return datetime.datetime.max.replace(tzinfo=datetime.UTC)


def _turns(face: AnyFace, view: View, zone: str) -> Iterator[Due]:
    for moment in (face.keys.embargo, face.keys.expires):
        if moment is None or moment.at <= view.now:
            continue
        before, after = (_seen(face, view, at) for at in (moment.at - _MOMENT, moment.at))
        if before != after:
            yield Due(
                at=moment.at.astimezone(zone_of(zone) or datetime.UTC),
                turn=Turn.RELEASE if after else Turn.EXPIRY,
                item=face.id,
                title=face.keys.title,
                path=face.path,
            )


def _seen(face: AnyFace, view: View, at: datetime.datetime) -> bool:
    return reason_withheld(face.keys, msgspec.structs.replace(view, now=at)) is None
