"""Early cut-off: where nothing moved that others can see of an item, and no instant fell due, the
last plan stands. Then only bodies can have changed, and what shows them is found without joining,
checking or planning anything.
"""

from __future__ import annotations

import datetime
import functools
import importlib
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import msgspec

from briefgen.build.begun import begun
from briefgen.build.gather import Gathered
from briefgen.build.ground import Ground
from briefgen.build.project import Project
from briefgen.build.stale import Planned, fresh_tables, is_fresh, moved_by, moved_tables
from briefgen.build.standing import TIMELY
from briefgen.build.told import diagnose, told_of_items
from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.request import Outcome, Request, Search
from briefgen.plan.artifact import Artifact, ArtifactKind, Form, Need, view_digest
from briefgen.plan.views.files import Figure
from briefgen.plan.views.frame import Frame, SiteView
from briefgen.store.built import Output
from briefgen.store.cache import Cache

if TYPE_CHECKING:
    from briefgen.build.shelf import Shelf
    from briefgen.build.survey import Site
    from briefgen.resolve.site import Site as JoinedSite

# Forms that are written together.
_TOGETHER = 500
# Where views are declared.
_VIEWS = "briefgen."


class Kept(Record):
    """What is kept of a plan. It holds from `since` on, before `due`. `marked` are the files in
    which findings point at a place, with the key of their reading; `worded` are the items that
    were asked how they read, with the digests of their bodies.
    """

    key: str
    since: datetime.datetime
    due: datetime.datetime | None
    site: SiteView | None
    findings: tuple[Finding, ...]
    marked: dict[str, str]
    worded: dict[str, str]
    withheld: dict[str, str]


class KeptForm(Record):
    """The form of an artifact that shows bodies: the digest, the template, the class of its view,
    and the bytes."""

    digest: str
    template: str
    module: str
    name: str
    whole: bool
    data: bytes


class Half(Record):
    """What the second half of a build goes on from. Of what is fresh in `planned` no more is known
    than the shelf asks. `tombstones` are those of which the cache knows nothing. `digest_of` is for
    briefs: see `Kitchen`."""

    planned: tuple[Planned, ...]
    withheld: dict[str, str]
    outcome: Outcome
    digest_of: Callable[[str], str]
    tombstones: frozenset[str] = frozenset()


class Unasked(Record):
    """Stands for the view of an artifact that is fresh."""


Shown = tuple[tuple[str, tuple[tuple[str, str], ...], tuple[Figure | None, ...], bool], ...]
UNASKED = Unasked()


def keep_plan(key: str, site: Site, now: datetime.datetime) -> Kept:
    """What to keep of a plan that was made anew."""
    bodies = {face.id: face.body for face in site.gathered.faces} if site.worded else {}
    views = (each.site for each in site.artifacts if each.site is not None)
    due = site.outcome.due
    kept = keep_findings(key, site.gathered, site.findings, site.withheld, due, now)
    worded = {item: bodies[item] for item in site.worded}
    return msgspec.structs.replace(kept, site=next(views, None), worded=worded)


def keep_findings(  # noqa: PLR0913  all that is known where nothing is planned
    key: str,
    gathered: Gathered,
    findings: tuple[Finding, ...],
    withheld: dict[str, str],
    due: datetime.datetime | None,
    now: datetime.datetime,
) -> Kept:
    """The same without pages: what was found."""
    read = gathered.known.read
    return Kept(
        key=key,
        since=now,
        due=due,
        site=None,
        findings=findings,
        marked={
            each.path: read[each.path].key
            for each in findings
            if each.mark is not None and each.path in read
        },
        worded={},
        withheld=withheld,
    )


def holds(kept: Kept, key: str, ground: Ground, now: datetime.datetime) -> bool:
    """Whether the plan stands."""
    if kept.key != key or now < kept.since or (kept.due is not None and kept.due <= now):
        return False
    read = ground.gathered.known.read
    if any(path not in read or read[path].key != old for path, old in kept.marked.items()):
        return False
    # What is said of the instant itself may not be true any more.
    if any(each.code in TIMELY for each in kept.findings):
        return False
    bodies = {face.id: face.body for face in ground.gathered.faces} if kept.worded else {}
    return all(bodies.get(item) == body for item, body in kept.worded.items())


def recall(  # noqa: PLR0913  all that decides whether the plan stands
    kept: Kept | None,
    key: str,
    project: Project,
    request: Request,
    ground: Ground,
    shelf: Shelf,
    cache: Cache,
    current: Callable[[dict[str, str]], Callable[[str], str]],
) -> Half | None:
    """The plan, if it stands, with the views of what is stale; None if it is to be made anew.
    `current` tells what a recorded name stands for, given the digests of media.
    """
    built = shelf.built
    if kept is None or built.plan != key or not holds(kept, key, ground, project.view.now):
        return None
    bodies = {face.id: face.body for face in ground.gathered.faces}
    # An index that only stays until there is another is not of this plan.
    indexed = ground.search(request) is Search.NOW
    unplanned = ("",) if indexed else ("", ArtifactKind.SEARCH)
    made = {path: each for path, each in built.outputs.items() if each.kind not in unplanned}
    media = {p: each.found.digest for p, each in made.items() if each.kind == ArtifactKind.MEDIA}
    tables = fresh_tables(built, current(media))
    views = {path: _view_now(each, bodies) for path, each in made.items()}
    aged = [
        path for path, each in made.items() if not _stays(path, each, views[path], tables, shelf)
    ]
    moves = moved_tables(built, current(media)) if aged else []
    moved = {p: moved_by(p, made[p], views[p], moves, shelf.on_disk) for p in aged}
    stale = [path for path in aged if moved[path] is None]
    artifacts = _artifacts(stale, made, bodies, kept.site, cache.forms(shelf.name, stale))
    if artifacts is None:
        return None
    return Half(
        planned=tuple(
            Planned(
                artifact=artifacts.get(path) or _stand_in(path, each),
                view=views[path],
                fresh=path not in moved,
                moved=moved.get(path),
            )
            for path, each in made.items()
        ),
        withheld=kept.withheld,
        outcome=retold(kept, project, request, ground),
        digest_of=functools.partial(_digest_of, project, ground, []),
    )


def retold(kept: Kept, project: Project, request: Request, ground: Ground) -> Outcome:
    """What is told of a plan that stands, and of the items as they read now."""
    told = (
        *told_of_items(project, ground.gathered, ground.bodies),
        *diagnose(project, ground.gathered, ground.bodies, kept.findings),
    )
    return begun(project, request, ground, kept.withheld, kept.due, told)


def not_joined(_: str) -> str:
    """Stands for the digest of a packet as long as there is no site."""
    raise AssertionError


def _digest_of(project: Project, ground: Ground, joined: list[JoinedSite], packet: str) -> str:
    """What is published of a packet. Only briefs ask for it, and then the site is joined, once."""
    # What joins is loaded for them alone.
    from briefgen.build.history import published_digest  # noqa: PLC0415
    from briefgen.resolve.site import resolve  # noqa: PLC0415

    if not joined:
        gathered = ground.gathered
        view, media = project.view, gathered.media
        faces, entities = gathered.faces, gathered.entities
        joined.append(resolve(faces, entities, gathered.entities_path, view, {}, media).site)
    return published_digest(joined[0], ground.bodies, packet)


def _stays(path: str, output: Output, view: str, tables: list[bool], shelf: Shelf) -> bool:
    if output.kind == ArtifactKind.SEARCH:
        index = Planned(artifact=_stand_in(path, output), view=view, fresh=False)
        return shelf.with_index(index).fresh
    return is_fresh(path, output, view, tables, shelf.on_disk)


def _view_now(output: Output, bodies: dict[str, str]) -> str:
    if not output.needs:
        return output.view
    return view_digest(_form_in(output.view), [bodies[item] for item in output.needs])


def _form_in(view: str) -> str:
    return view[: len(view) // 2]


def _stand_in(path: str, output: Output) -> Artifact:
    return Artifact(path=path, kind=KINDS[output.kind], page=UNASKED, items=output.items)


KINDS = {kind.value: kind for kind in ArtifactKind}


def _artifacts(
    paths: Iterable[str],
    made: dict[str, Output],
    bodies: dict[str, str],
    site: SiteView | None,
    forms: dict[str, bytes],
) -> dict[str, Artifact] | None:
    """The artifacts at these paths, from what is kept of their forms; None if any is not kept."""
    found: dict[str, Artifact] = {}
    for path in paths:
        artifact = restored(path, made[path], bodies, site, forms.get(path))
        if artifact is None:
            return None
        found[path] = artifact
    return found


def restored(
    path: str, output: Output, bodies: dict[str, str], site: SiteView | None, kept: bytes | None
) -> Artifact | None:
    """The artifact at `path`, with the bodies of these digests, from what is kept of its form; None
    if that is not kept, or does not fit."""
    if kept is None:
        return None
    try:
        form = msgspec.msgpack.decode(kept, type=KeptForm)
        if form.digest != _form_in(output.view) or not form.module.startswith(_VIEWS):
            return None
        view = getattr(importlib.import_module(form.module), form.name)
        frame, raw, shown = msgspec.msgpack.decode(
            form.data, type=tuple[Frame | None, msgspec.Raw, Shown]
        )
        page = msgspec.msgpack.decode(raw, type=view)
    except (msgspec.MsgspecError, ImportError, AttributeError):
        return None
    needs = tuple(
        Need(item=item, body=bodies[item], links=links, figures=figures, internal=internal)
        for item, links, figures, internal in shown
    )
    return Artifact(
        path=path,
        kind=KINDS[output.kind],
        template=form.template,
        site=site if form.whole else None,
        frame=frame,
        page=page,
        needs=needs,
        items=output.items,
    )


class Forms:
    """Writes the forms of artifacts into the cache, some at a time."""

    def __init__(self, cache: Cache, folder: str) -> None:
        self._cache = cache
        self._folder = folder
        self._waiting: list[tuple[str, KeptForm]] = []

    def keep(self, artifact: Artifact, form: Form) -> None:
        """Take one."""
        view = type(artifact.page)
        kept = KeptForm(
            digest=form.digest,
            template=artifact.template,
            module=view.__module__,
            name=view.__qualname__,
            whole=artifact.site is not None,
            data=form.data,
        )
        self._waiting.append((artifact.path, kept))
        if len(self._waiting) == _TOGETHER:
            self.write()

    def write(self) -> None:
        """Write those that wait."""
        if self._waiting:
            self._cache.keep_forms(self._folder, self._waiting)
            self._waiting = []

    def finish(self, artifacts: Iterable[Artifact]) -> None:
        """Write what waits, and forget the forms of what is no longer planned."""
        self.write()
        self._cache.forget_forms(
            self._folder, {each.path for each in artifacts if each.needs and not each.attached}
        )
