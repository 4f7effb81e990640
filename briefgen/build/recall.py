"""Early cut-off: where nothing moved that others can see of an item, and no instant fell due, the
last plan stands. Then only bodies can have changed, and what shows them is found without joining,
checking or planning anything.
"""

from __future__ import annotations

import datetime
import functools
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from briefgen.build.begun import begun
from briefgen.build.forms import UNASKED, form_in
from briefgen.build.gather import Gathered
from briefgen.build.ground import Ground
from briefgen.build.project import Project
from briefgen.build.stale import Planned, fresh_tables, is_fresh, media_of, moved_by, moved_tables
from briefgen.build.standing import TIMELY
from briefgen.build.told import diagnose, told_of_items
from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.request import Outcome, Request, Search
from briefgen.plan.artifact import Artifact, ArtifactKind, Need, view_digest
from briefgen.plan.views.frame import SiteView
from briefgen.store.built import Built, Output
from briefgen.store.cache import Cache

if TYPE_CHECKING:
    from briefgen.build.shelf import Shelf
    from briefgen.build.survey import Site
    from briefgen.resolve.site import Site as JoinedSite


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


class Half(Record):
    """What the second half of a build goes on from. Of what is fresh in `planned` no more is known
    than the shelf asks. `tombstones` are those of which the cache knows nothing. `digest_of` is for
    briefs: see `Kitchen`."""

    planned: tuple[Planned, ...]
    withheld: dict[str, str]
    outcome: Outcome
    digest_of: Callable[[str], str]
    site: SiteView | None
    tombstones: frozenset[str] = frozenset()


def keep_plan(key: str, site: Site, view: SiteView | None, now: datetime.datetime) -> Kept:
    """What to keep of a plan that was made anew."""
    bodies = {face.id: face.body for face in site.gathered.faces} if site.worded else {}
    due = site.outcome.due
    kept = keep_findings(key, site.gathered, site.findings, site.withheld, due, now)
    worded = {item: bodies[item] for item in site.worded}
    return replace(kept, site=view, worded=worded)


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
    now = current(media_of(built))
    tables = fresh_tables(built, now)
    views = {path: _view_now(each, built, bodies) for path, each in made.items()}
    aged = [
        path for path, each in made.items() if not _stays(path, each, views[path], tables, shelf)
    ]
    moves = moved_tables(built, now) if aged else []
    moved = {p: moved_by(p, made[p], views[p], moves, shelf.on_disk) for p in aged}
    stale = {path: views[path] for path in aged if moved[path] is None}
    artifacts = _artifacts(stale, built, bodies, cache, shelf.name)
    if artifacts is None:
        return None
    return Half(
        planned=tuple(
            Planned(
                artifact=artifacts.get(path) or _stand_in(path, each),
                view=views[path],
                fresh=path not in moved,
                moved=moved.get(path),
                recalled=True,
            )
            for path, each in made.items()
        ),
        withheld=kept.withheld,
        outcome=retold(kept, project, request, ground),
        digest_of=functools.partial(_digest_of, project, ground, []),
        site=kept.site,
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


def _view_now(output: Output, built: Built, bodies: dict[str, str]) -> str:
    if not output.needs:
        return output.view
    return view_digest(form_in(output.view), [bodies[item] for item in built.needs(output)])


def _stand_in(path: str, output: Output) -> Artifact:
    return Artifact(path=path, kind=KINDS[output.kind], page=UNASKED)


KINDS = {kind.value: kind for kind in ArtifactKind}


def _artifacts(
    stale: Mapping[str, str],
    built: Built,
    bodies: Mapping[str, str],
    cache: Cache,
    folder: str,
) -> dict[str, Artifact] | None:
    """The artifacts at these paths, with the digests of their views, as far as they are held; None
    if the form of any is not kept."""
    known = cache.known_forms(folder) if stale else {}
    found: dict[str, Artifact] = {}
    for path, view in stale.items():
        form = known.get(path)
        if form is None or form.digest != form_in(view):
            return None
        output = built.outputs[path]
        needs = (Need(item=item, body=bodies[item]) for item in built.needs(output))
        found[path] = Artifact(
            path=path,
            kind=KINDS[output.kind],
            page=UNASKED,
            template=form.template,
            needs=tuple(needs),
            items=built.items(output),
        )
    return found
