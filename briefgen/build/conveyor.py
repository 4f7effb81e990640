"""The build itself: scan, read, resolve, check, plan, render, publish."""

from __future__ import annotations

import functools
import os
from collections.abc import Callable

import msgspec

from briefgen import files
from briefgen.build.gather import Known
from briefgen.build.ground import Ground, ground_key, kept, lay_ground
from briefgen.build.leaks import Scan
from briefgen.build.make import Kitchen, asset_diagnostics
from briefgen.build.make_media import publish_media
from briefgen.build.make_pages import Pantry, held_of, make_pages, take_out
from briefgen.build.project import Project
from briefgen.build.readdress import readdress
from briefgen.build.recall import Half, Kept, not_joined, recall
from briefgen.build.search import index_of, index_stays, make_search
from briefgen.build.sheets import assets_of, options_digest
from briefgen.build.shelf import Shelf
from briefgen.build.stale import Planned, telling_of
from briefgen.build.stopwatch import Stopwatch, seconds_of
from briefgen.build.verdict import exit_code, stopped
from briefgen.clock import wall_nanoseconds
from briefgen.diagnostics import Diagnostic, has_errors, in_order
from briefgen.model.base import Record
from briefgen.model.request import Outcome, Request
from briefgen.plan.addresses import address_of
from briefgen.plan.artifact import ArtifactKind
from briefgen.processes import workers_of
from briefgen.progress import Progress
from briefgen.render.compiled import CodeCache, Compiled
from briefgen.render.environment import Templates
from briefgen.scan.listing import scan_files
from briefgen.scan.theme import ThemeFiles, find_theme, index_theme
from briefgen.store.cache import Cache


class Conveyed(Record):
    """What came of a build, and what it rested on."""

    outcome: Outcome
    ground: Ground
    kitchen: Kitchen
    plan: Kept


def convey(  # noqa: PLR0913  a build, where its output lies, and who hears of it
    project: Project,
    request: Request,
    cache: Cache,
    shelf: Shelf,
    progress: Progress,
    wanted: Callable[[], bool] | None,
) -> Conveyed:
    """Build the site into its output folder. `wanted` is asked while briefs are made: once it says
    no, those that are not done are left as they were."""
    watch = Stopwatch(progress)
    known = cache.load("known", Known) or Known()
    theme_scan = scan_files(find_theme(project.search), known.theme, wall_nanoseconds())
    theme = index_theme(project.search, theme_scan.listing)
    ground = lay_ground(project, request, known, cache, theme_scan.listing, watch)
    code = CodeCache(cache.load("templates", Compiled) or Compiled())
    kitchen = _kitchen(project, theme, ground, code)
    current = functools.partial(current_lookups, project, theme, kitchen.templates)
    half, plan = _half(project, request, ground, kitchen, cache, shelf, current, watch)
    kitchen = msgspec.structs.replace(kitchen, digest_of=half.digest_of)
    planned = tuple(map(shelf.with_index, half.planned))
    told = list(half.outcome.diagnostics)
    hidden = telling_of(half.withheld, shelf.built, shelf.manifest, address_of, half.tombstones)
    media, pages, briefs = _sorted(_foremost(planned, request.first))
    index = index_of(planned)
    pantry = Pantry(cache=cache, folder=shelf.name, site=half.site, held=held_of(planned))
    stale_media = tuple(each for each in media if not each.fresh)
    remembered: dict[str, object] = {}
    if not stopped(told, request):
        told.extend(_pages(project, request, pages, kitchen, pantry, shelf, watch))
        told.extend(shelf.strangers(stale_media))
    watch.stage("publish")
    if stopped(told, request):
        files.remove_tree(os.path.join(project.cache, STAGED))
        # What became withheld is removed at once, whatever else is wrong.
        shelf.withdraw(hidden)
    else:
        shelf.keep_fresh(tuple(each for each in media if each.fresh))
        if stale_media:
            shelf.publish_hidden(hidden)
            watch.stage("media", len(stale_media))
            told.extend(publish_media(project.root, stale_media, shelf, watch.progress))
            watch.stage("publish")
        stays = index_stays(request, pages, shelf)
        shelf.publish_pages(hidden, {each.artifact.path for each in planned}, index_stays=stays)
        told.extend(_briefs(project, request, briefs, kitchen, pantry, shelf, watch, wanted))
        if index is not None and not index.fresh:
            watch.stage("search", 1)
            told.extend(make_search(index, kitchen, pantry, shelf))
        watch.stage("leaks")
        scan = Scan(project, ground.gathered, ground.bodies, half.withheld, shelf)
        leaks, remembered = scan.run(cache)
        if leaks:
            told.extend(leaks)
            shelf.retract(frozenset((*shelf.written, *scan.leaking)))
        shelf.plan = (plan.key, {each.artifact.path: each.view for each in planned})
    _save(
        cache,
        shelf,
        ground,
        {**remembered, "templates": code.compiled(), f"plan:{shelf.name}": plan},
    )
    return Conveyed(
        outcome=_finish(half.outcome, shelf, in_order(told), planned, watch, request),
        ground=ground,
        kitchen=kitchen,
        plan=plan,
    )


def _kitchen(project: Project, theme: ThemeFiles, ground: Ground, code: CodeCache) -> Kitchen:
    assets = assets_of(project, theme)
    return Kitchen(
        theme=theme,
        assets=assets,
        templates=Templates(theme, assets, ground.spoken.words, code, ground.spoken.briefs),
        bodies=ground.bodies,
        root=project.root,
        digest_of=not_joined,
    )


def _half(  # noqa: PLR0913  all that the first half needs
    project: Project,
    request: Request,
    ground: Ground,
    kitchen: Kitchen,
    cache: Cache,
    shelf: Shelf,
    current: Callable[[dict[str, str]], Callable[[str], str]],
    watch: Stopwatch,
) -> tuple[Half, Kept]:
    """The plan with what is stale, and what to keep of it: that of the last build where it
    stands, or else made anew."""
    watch.stage("recall")
    key = ground_key(project, request, ground)
    before = cache.load(f"plan:{shelf.name}", Kept)
    # Where files are broken, what is told of the rest depends on more than the key knows.
    whole = not ground.gathered.broken and not request.keep_going
    half = recall(before, key, project, request, ground, shelf, cache, current) if whole else None
    if half is not None and before is not None:
        return half, before
    # What joins, checks and plans is loaded where the plan does not stand.
    from briefgen.build.anew import plan_anew  # noqa: PLC0415

    return plan_anew(
        project, request, ground, kitchen, cache, shelf, current, watch, key if whole else ""
    )


# Pages of all kinds, lists, feeds and data are made and published together; these are not.
OF_THEIR_OWN = (ArtifactKind.MEDIA, ArtifactKind.BRIEF, ArtifactKind.SEARCH)


def _foremost(planned: tuple[Planned, ...], first: tuple[str, ...]) -> tuple[Planned, ...]:
    """What somebody is looking at, with the brief of a page, before the rest."""
    seen = {os.path.splitext(path)[0] for path in first}
    return tuple(sorted(planned, key=lambda p: os.path.splitext(p.artifact.path)[0] not in seen))


def _sorted(
    planned: tuple[Planned, ...],
) -> tuple[tuple[Planned, ...], tuple[Planned, ...], tuple[Planned, ...]]:
    """Media, pages of all kinds, and briefs: each is made in a stage of its own."""
    apart: dict[ArtifactKind, list[Planned]] = {}
    for each in planned:
        kind = each.artifact.kind
        own = kind if kind in OF_THEIR_OWN else ArtifactKind.PAGE
        apart.setdefault(own, []).append(each)
    return (
        tuple(apart.get(ArtifactKind.MEDIA, ())),
        tuple(apart.get(ArtifactKind.PAGE, ())),
        tuple(apart.get(ArtifactKind.BRIEF, ())),
    )


# The folder in the cache's in which pages lie that are done, until all are.
STAGED = "pages"


def _pages(  # noqa: PLR0913  all that the stage needs
    project: Project,
    request: Request,
    pages: tuple[Planned, ...],
    kitchen: Kitchen,
    pantry: Pantry,
    shelf: Shelf,
    watch: Stopwatch,
) -> list[Diagnostic]:
    """Render what is stale of pages of all kinds, to be published together."""
    aged = [each for each in pages if not each.fresh]
    stale = tuple(each for each in aged if each.moved is None)
    watch.stage("render", len(aged))
    # Without a cache on disk there is nowhere to put pages, nor for workers to find bodies.
    staging = "" if pantry.cache.in_memory else os.path.join(project.cache, STAGED)
    workers = 1 if pantry.cache.in_memory else workers_of(request.jobs)
    # What a build left there that was cut short.
    files.remove_tree(os.path.join(project.cache, STAGED))
    tray = shelf.tray(staging)
    made = make_pages(stale, kitchen, pantry, watch.progress, tray, workers)
    moved = readdress(aged, project.output, watch.progress, tray, workers)
    shelf.take_pages(pages, made.baked | moved, kitchen.assets)
    return [*made.diagnostics, *asset_diagnostics(kitchen.assets, shelf.asset_names)]


def _briefs(  # noqa: PLR0913  all that the last stage needs
    project: Project,
    request: Request,
    briefs: tuple[Planned, ...],
    kitchen: Kitchen,
    pantry: Pantry,
    shelf: Shelf,
    watch: Stopwatch,
    wanted: Callable[[], bool] | None,
) -> list[Diagnostic]:
    """Make and publish briefs, each as soon as it is done; one that fails leaves the last good one
    where it was.
    """
    stale = tuple(each for each in briefs if not each.fresh)
    shelf.keep_fresh(tuple(each for each in briefs if each.fresh))
    # Even if there are none: whoever listens learns that the pages are in their places.
    watch.stage("briefs", len(stale))
    if not stale:
        return []
    # Fonts and the workers are loaded where there is a brief to make.
    from briefgen.build.briefs import make_briefs  # noqa: PLC0415
    from briefgen.render.brief.pool import always  # noqa: PLC0415

    views = {each.artifact.path: each for each in stale}
    kitchen.bodies.load(need.item for each in stale for need in each.artifact.needs)
    told: list[Diagnostic] = []
    workers = workers_of(request.jobs)
    artifacts = take_out(stale, pantry)
    for made in make_briefs(artifacts, project, kitchen, workers, wanted or always):
        told.extend(made.diagnostics)
        watch.progress.advance("briefs", made.artifact.path)
        if made.worker:
            watch.lasted(f"brief worker {made.worker}", made.artifact.path, made.began, made.ended)
        if made.data and not has_errors(made.diagnostics):
            shelf.publish_brief(views[made.artifact.path], made.data, made.lookups)
    return told


def current_lookups(
    project: Project, theme: ThemeFiles, templates: Templates, media: dict[str, str]
) -> Callable[[str], str]:
    """What a recorded name stands for now; `media` are the digests of the site's media."""
    # Found out where it is asked for: where there are no briefs, nobody does.
    fixed = {
        "platform:": functools.cache(platform_now),
        "options:": functools.cache(functools.partial(options_digest, project)),
    }

    def current(name: str) -> str:
        if name in fixed:
            return fixed[name]()
        kind, _, rest = name.partition(":")
        if kind == "resource" and rest in media:
            return media[rest]
        if kind == "resource":
            file = theme.static.get(rest)
            return "ABSENT" if file is None else file.digest
        return templates.current(name)

    return current


def platform_now() -> str:
    """The digest of the platform, for briefs alone: asking loads the libraries of typesetting."""
    from briefgen.render.brief.fingerprint import platform_digest  # noqa: PLC0415

    return platform_digest()


def _save(cache: Cache, shelf: Shelf, ground: Ground, more: dict[str, object]) -> None:
    cache.save(
        {**kept(ground), shelf.name: shelf.kept(), **more},
        {face.path for face in ground.gathered.faces},
    )


def _finish(  # noqa: PLR0913  everything that an outcome tells
    begun: Outcome,
    shelf: Shelf,
    diagnostics: tuple[Diagnostic, ...],
    planned: tuple[Planned, ...],
    watch: Stopwatch,
    request: Request,
) -> Outcome:
    spans = watch.finish()
    return Outcome(
        exit=exit_code(diagnostics, request),
        diagnostics=diagnostics,
        output=begun.output,
        audience=begun.audience,
        rendered=shelf.rendered,
        written=shelf.written,
        removed=shelf.removed,
        fresh=sum(each.fresh for each in planned),
        total=len(planned),
        withheld=begun.withheld,
        withholdings=begun.withholdings,
        losses=begun.losses,
        base_url=begun.base_url,
        due=begun.due,
        watched=begun.watched,
        seconds=seconds_of(spans),
        spans=spans,
    )
