"""The plan made anew: all is joined, checked and planned, and compared with what was built."""

from __future__ import annotations

import functools
from collections.abc import Callable

from briefgen.build.ground import Ground
from briefgen.build.history import published_digest
from briefgen.build.make import Kitchen
from briefgen.build.project import Project
from briefgen.build.recall import Forms, Half, Kept, keep_plan
from briefgen.build.shelf import Shelf
from briefgen.build.stale import find_stale
from briefgen.build.stopwatch import Stopwatch
from briefgen.build.survey import survey_from
from briefgen.build.tombstones import standing_tombstones
from briefgen.model.request import Request
from briefgen.plan.artifact import Artifact, ArtifactKind
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
    site = survey_from(ground, project, request, watch)
    forms = Forms(cache, shelf.name)
    planned = find_stale(
        site.artifacts,
        shelf.built,
        shelf.on_disk,
        current(made_before(site.artifacts, shelf)),
        forms.keep,
    )
    forms.finish(site.artifacts)
    half = Half(
        planned=planned,
        withheld=site.withheld,
        outcome=site.outcome,
        digest_of=functools.partial(published_digest, site.joined, site.bodies),
        tombstones=standing_tombstones(site.joined, site.artifacts, shelf, kitchen),
    )
    return half, keep_plan(key, site, project.view.now)


def made_before(artifacts: tuple[Artifact, ...], shelf: Shelf) -> dict[str, str]:
    """The digests of the media that are planned, as they were last made. Their names tell what they
    are made from: under one name there is one content, and one that is new is not here yet.
    """
    return {
        each.path: shelf.built.outputs[each.path].found.digest
        for each in artifacts
        if each.kind is ArtifactKind.MEDIA and each.path in shelf.built.outputs
    }
