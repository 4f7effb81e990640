"""What `check` found last time, which stands as long as nothing moved that others can see of an
item: then only the texts that were edited are read and proved.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec.structs import replace

from briefgen.build.ground import Ground, ground_key
from briefgen.build.project import Project
from briefgen.build.recall import Kept, holds, keep_plan, retold
from briefgen.build.stopwatch import Stopwatch
from briefgen.build.survey import survey_from
from briefgen.model.base import Record
from briefgen.model.request import Outcome, Request
from briefgen.store.cache import Cache

NAME = "checked"


class Checked(Record):
    """The plan that was made for the sake of what is wrong with it, and its number of artifacts."""

    plan: Kept
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
    site = survey_from(ground, project, request, watch)
    total = len(site.artifacts)
    made = Checked(plan=keep_plan(key if whole else "", site, project.view.now), total=total)
    return replace(site.outcome, total=total), {NAME: made}
