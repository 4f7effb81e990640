"""The plan made anew: all is joined, checked and planned, and compared with what was built."""

from __future__ import annotations

import functools
from collections.abc import Callable

from briefgen.build.forms import Forms
from briefgen.build.ground import Ground
from briefgen.build.history import published_digest
from briefgen.build.make import Kitchen
from briefgen.build.project import Project
from briefgen.build.recall import Half, Kept, keep_plan
from briefgen.build.shelf import Shelf
from briefgen.build.stale import Sieve, media_of
from briefgen.build.stopwatch import Stopwatch
from briefgen.build.survey import join, plan_from
from briefgen.build.tombstones import doubtful, standing_tombstones
from briefgen.model.request import Request
from briefgen.store.cache import Cache


def plan_anew(  # noqa: PLR0913  all that the first half needs
    project: Project,
    request: Request,
    ground: Ground,
    kitchen: Kitchen,
    cache: Cache,
    shelf: Shelf,
    current: Callable[[dict[str, str]], Callable[[str], str]],
    watch: Stopwatch,
    key: str,
) -> tuple[Half, Kept]:
    """The plan with what is stale, and what to keep of it under `key`; empty if it is not to be
    taken up again."""
    watch.stage("check")
    joined = join(ground, project, request)
    stones = doubtful(joined.judged.resolved.site, shelf)
    forms = Forms(cache, shelf.name)
    now = current(media_of(shelf.built))
    sieve = Sieve(shelf.built, shelf.on_disk, now, forms.keep, stones)
    site = plan_from(joined, ground, project, request, watch, sieve.take)
    forms.finish(site.artifacts)
    half = Half(
        planned=tuple(sieve.planned),
        withheld=site.withheld,
        outcome=site.outcome,
        digest_of=functools.partial(published_digest, site.joined, site.bodies),
        site=sieve.site,
        tombstones=standing_tombstones(stones, site.artifacts, shelf, kitchen),
    )
    return half, keep_plan(key, site, sieve.site, project.view.now)
