"""What `check` found last time, which stands as long as nothing moved that others can see of an
item: then only the texts that were edited are read and proved. Where something moved, all is joined
and checked, but pages are planned only if what moved can decide which there are.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from briefgen.build.begun import begun
from briefgen.build.forms import bare
from briefgen.build.ground import Ground, address_key, ground_key
from briefgen.build.project import Project
from briefgen.build.recall import Kept, holds, keep_findings, retold
from briefgen.build.stopwatch import Stopwatch
from briefgen.build.told import diagnose
from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.request import Outcome, Request
from briefgen.store.cache import Cache

NAME = "checked"


class Checked(Record):
    """What a check keeps. `addresses` is the key of all that decides which artifacts there are;
    `collisions` are those of them that want one path, and `total` is their number.
    """

    plan: Kept
    addresses: str
    collisions: tuple[Finding, ...]
    total: int


def check_ground(
    project: Project, request: Request, ground: Ground, cache: Cache, watch: Stopwatch
) -> tuple[Outcome, Mapping[str, object]]:
    """What is wrong, and what to keep of it in the cache, by names of blobs."""
    watch.stage("recall")
    key = ground_key(project, request, ground)
    # Where files are broken, what is told of the rest depends on more than the key knows.
    whole = not ground.gathered.broken and not request.keep_going
    before = cache.load(NAME, Checked) if whole else None
    if before is not None and holds(before.plan, key, ground, project.view.now):
        outcome = retold(before.plan, project, request, ground)
        return replace(outcome, total=before.total), {NAME: before}
    # Loaded where something moved: most checks of a day are of edited texts.
    from briefgen.build.survey import join, plan_from  # noqa: PLC0415

    watch.stage("check")
    joined = join(ground, project, request)
    judged, withheld = joined.judged, joined.withheld
    addresses = address_key(project, request, ground, withheld)
    if before is not None and before.addresses == addresses:
        collisions, total = before.collisions, before.total
    else:
        site = plan_from(joined, ground, project, request, watch, bare)
        collisions, total = site.collisions, len(site.artifacts)
    told = (
        *judged.diagnostics,
        *diagnose(project, ground.gathered, ground.bodies, collisions),
    )
    outcome = begun(project, request, ground, withheld, judged.resolved.due, told)
    plan = keep_findings(
        key if whole else "",
        ground.gathered,
        (*judged.findings, *collisions),
        withheld,
        judged.resolved.due,
        project.view.now,
    )
    made = Checked(
        plan=plan, addresses=addresses if whole else "", collisions=collisions, total=total
    )
    return replace(outcome, total=total), {NAME: made}
