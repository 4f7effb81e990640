"""The build itself: scan, read, resolve, check, plan, render, publish."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from functools import partial

from briefgen.build.alike import look_for_alike
from briefgen.build.briefs import make_briefs, options_digest
from briefgen.build.catalogues import NAME as WORDS
from briefgen.build.catalogues import Spoken, load_words, untranslated
from briefgen.build.gather import Bodies, Gathered, Known, gather
from briefgen.build.history import compare_with_last, load_ledger, published_digest
from briefgen.build.judge import diagnose, judge, withheld_though_broken
from briefgen.build.leaks import LEAK, Scan
from briefgen.build.losses import losses
from briefgen.build.make import Kitchen, asset_diagnostics, make_pages
from briefgen.build.make_media import publish_media
from briefgen.build.project import Project
from briefgen.build.proofs import NAME as PROOFS
from briefgen.build.proofs import prove_quotations
from briefgen.build.search import index_of, index_stays, make_search
from briefgen.build.sheets import assets_of
from briefgen.build.shelf import Shelf
from briefgen.build.stale import Planned, find_stale, telling_of
from briefgen.build.stopwatch import Stopwatch
from briefgen.build.tombstones import standing_tombstones
from briefgen.build.withholdings import withholdings
from briefgen.clock import wall_nanoseconds
from briefgen.diagnostics import Diagnostic, has_errors, in_order
from briefgen.model.base import Record
from briefgen.model.ledger import FOLDER as LEDGERS
from briefgen.model.ledger import Issue
from briefgen.model.media import FOLDER
from briefgen.model.proof import Proofs
from briefgen.model.request import Exit, Outcome, Request, Search
from briefgen.plan.addresses import address_of
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.plan import path_findings, plan_site
from briefgen.progress import Progress
from briefgen.render.brief.fingerprint import platform_digest
from briefgen.render.brief.libraries import missing_libraries
from briefgen.render.compiled import CodeCache, Compiled
from briefgen.render.environment import Templates
from briefgen.render.media.encoder import encoder_digest
from briefgen.render.search.pagefind import missing_pagefind
from briefgen.resolve.site import Site as JoinedSite
from briefgen.scan.listing import Listing, scan_files
from briefgen.scan.project import SETTINGS_FILE, content_folders
from briefgen.scan.theme import ThemeFiles, find_theme, index_theme
from briefgen.store.cache import Cache


class Site(Record):
    """The first half of a build: records, joined and checked, and every artifact planned.
    `issues` is what was sent to this audience, in order; `alike` is what to keep of the search for
    articles on one report, by the name of its blob.
    """

    gathered: Gathered
    bodies: Bodies
    joined: JoinedSite
    issues: tuple[Issue, ...]
    artifacts: tuple[Artifact, ...]
    withheld: dict[str, str]
    proofs: Proofs
    alike: Mapping[str, object]
    spoken: Spoken
    outcome: Outcome


def survey(  # noqa: PLR0913  all that the first half needs
    project: Project, request: Request, known: Known, cache: Cache, theme: Listing, watch: Stopwatch
) -> Site:
    """Scan, read, resolve, check and plan. Nothing is written. `theme` is the theme's listing."""
    watch.stage("scan")
    gathered = gather(project, known, cache, theme)
    bodies = Bodies(gathered.faces, gathered.bodies, cache)
    watch.stage("check")
    proofs = prove_quotations(project, gathered, bodies, cache)
    alike = look_for_alike(project, gathered, cache)
    judged = judge(project, gathered, bodies, proofs, alike.pairs, keep_going=request.keep_going)
    watch.stage("plan")
    spoken = load_words(project, theme, cache)
    # Without what briefs need, the site is built all the same, and leads to none.
    missing = missing_libraries() if request.pdf else ()
    # Likewise the page of a search that cannot be made says so.
    lacking = missing_pagefind()
    resolved = judged.resolved
    issues, wrong = load_ledger(project)
    withheld = {**withheld_though_broken(project, gathered), **resolved.withheld}
    artifacts = plan_site(
        resolved.site,
        project.settings,
        project.options.values,
        spoken.words,
        encoder_digest() if resolved.site.media else "",
        proofs,
        compare_with_last(resolved.site, issues, bodies),
        briefs=request.pdf and not missing,
        search=Search.OFF if lacking else request.search,
    )
    paths = {face.id: face.path for face in gathered.faces}
    collisions = diagnose(project, gathered, bodies, tuple(path_findings(artifacts, paths)))
    return Site(
        gathered=gathered,
        bodies=bodies,
        joined=resolved.site,
        issues=issues,
        artifacts=artifacts,
        withheld=withheld,
        proofs=proofs,
        alike=alike.keep,
        spoken=spoken,
        outcome=Outcome(
            diagnostics=(
                *judged.diagnostics,
                *spoken.diagnostics,
                *untranslated(project, spoken),
                *wrong,
                *collisions,
                *missing,
                *(lacking if request.search is Search.NOW else ()),
            ),
            output=project.output,
            audience=project.view.name,
            withheld=tuple(sorted(withheld)),
            withholdings=withholdings(withheld, gathered, project),
            losses=losses(gathered.faces, withheld),
            base_url=project.settings.base_url,
            due=resolved.due,
            watched=watched(project),
        ),
    )


def convey(  # noqa: PLR0913  a build, where its output lies, and who hears of it
    project: Project,
    request: Request,
    cache: Cache,
    shelf: Shelf,
    progress: Progress,
    wanted: Callable[[], bool],
) -> Outcome:
    """Build the site into its output folder. `wanted` is asked while briefs are made: once it says
    no, those that are not done are left as they were."""
    watch = Stopwatch(progress)
    known = cache.load("known", Known) or Known()
    theme_scan = scan_files(find_theme(project.search), known.theme, wall_nanoseconds())
    theme = index_theme(project.search, theme_scan.listing)
    site = survey(project, request, known, cache, theme_scan.listing, watch)
    told = list(site.outcome.diagnostics)
    assets = assets_of(project, theme)
    code = CodeCache(cache.load("templates", Compiled) or Compiled())
    templates = Templates(theme, assets, site.spoken.words, code)
    kitchen = Kitchen(
        theme=theme,
        assets=assets,
        templates=templates,
        bodies=site.bodies,
        root=project.root,
        digest_of=partial(published_digest, site.joined, site.bodies),
    )
    hidden = telling_of(
        site.withheld,
        shelf.built,
        shelf.manifest,
        address_of,
        standing_tombstones(site.joined, site.artifacts, shelf, kitchen),
    )
    planned = find_stale(
        site.artifacts,
        shelf.built,
        shelf.on_disk,
        current_lookups(project, theme, templates, made_before(site.artifacts, shelf)),
    )
    planned = tuple(map(shelf.with_index, planned))
    media, pages, briefs = _sorted(_foremost(planned, request.first))
    index = index_of(planned)
    stale_media = tuple(each for each in media if not each.fresh)
    remembered: dict[str, object] = {}
    if not stopped(told, request):
        stale = tuple(each.artifact for each in pages if not each.fresh)
        watch.stage("render", len(stale))
        made = make_pages(stale, kitchen, progress)
        told.extend(made.diagnostics)
        shelf.take_pages(pages, made.rendered, assets)
        told.extend(asset_diagnostics(assets, shelf.asset_names))
        told.extend(shelf.strangers(stale_media))
    watch.stage("publish")
    if stopped(told, request):
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
        told.extend(_briefs(project, request, briefs, kitchen, shelf, watch, wanted))
        if index is not None and not index.fresh:
            watch.stage("search", 1)
            told.extend(make_search(project, index, kitchen, shelf))
        watch.stage("leaks")
        scan = Scan(project, site.gathered, site.bodies, site.withheld, shelf)
        leaks, remembered = scan.run(cache)
        if leaks:
            told.extend(leaks)
            shelf.retract(frozenset((*shelf.written, *scan.leaking)))
    _save(cache, shelf, site, {**remembered, "templates": code.compiled()})
    diagnostics = in_order(told)
    return _finish(site.outcome, shelf, diagnostics, planned, watch, request)


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


def made_before(artifacts: tuple[Artifact, ...], shelf: Shelf) -> dict[str, str]:
    """The digests of the media that are planned, as they were last made. Their names tell what they
    are made from: under one name there is one content, and one that is new is not here yet.
    """
    return {
        each.path: shelf.built.outputs[each.path].found.digest
        for each in artifacts
        if each.kind is ArtifactKind.MEDIA and each.path in shelf.built.outputs
    }


def stopped(told: list[Diagnostic], request: Request) -> bool:
    """Whether nothing may be published. A missing library is no fault of the content: the pages
    are built without it."""
    content = tuple(each for each in told if each.code != LIBRARY)
    strict = request.strict and any(each.severity != "note" for each in content)
    refused = any(each.code in FATAL for each in content)
    return refused or ((has_errors(content) or strict) and not request.keep_going)


LIBRARY = "library-missing"
# Errors that no `--keep-going` passes over: another's file would be lost.
FATAL = frozenset({"output-stranger"})


def _briefs(  # noqa: PLR0913  all that the last stage needs
    project: Project,
    request: Request,
    briefs: tuple[Planned, ...],
    kitchen: Kitchen,
    shelf: Shelf,
    watch: Stopwatch,
    wanted: Callable[[], bool],
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
    views = {each.artifact.path: each.view for each in stale}
    kitchen.bodies.load(need.item for each in stale for need in each.artifact.needs)
    told: list[Diagnostic] = []
    workers = request.jobs or os.cpu_count() or 1
    artifacts = tuple(each.artifact for each in stale)
    for made in make_briefs(artifacts, project, kitchen, workers, wanted):
        told.extend(made.diagnostics)
        watch.progress.advance("briefs", made.artifact.path)
        if made.data and not has_errors(made.diagnostics):
            shelf.publish_brief(made.artifact, views[made.artifact.path], made.data, made.lookups)
    return told


def current_lookups(
    project: Project, theme: ThemeFiles, templates: Templates, media: dict[str, str]
) -> Callable[[str], str]:
    """What a recorded name stands for now; `media` are the digests of the site's media."""
    fixed = {"platform:": platform_digest(), "options:": options_digest(project)}

    def current(name: str) -> str:
        if name in fixed:
            return fixed[name]
        kind, _, rest = name.partition(":")
        if kind == "resource" and rest in media:
            return media[rest]
        if kind == "resource":
            file = theme.static.get(rest)
            return "ABSENT" if file is None else file.digest
        return templates.current(name)

    return current


def _save(cache: Cache, shelf: Shelf, site: Site, more: dict[str, object]) -> None:
    cache.save(
        {**kept(site), shelf.name: shelf.kept(), **more},
        dict(site.gathered.bodies),
        {face.path for face in site.gathered.faces},
    )


def kept(site: Site) -> dict[str, object]:
    """What the cache keeps of a survey, by the names of its blobs."""
    return {"known": site.gathered.known, PROOFS: site.proofs, WORDS: site.spoken, **site.alike}


def _finish(  # noqa: PLR0913  everything that an outcome tells
    begun: Outcome,
    shelf: Shelf,
    diagnostics: tuple[Diagnostic, ...],
    planned: tuple[Planned, ...],
    watch: Stopwatch,
    request: Request,
) -> Outcome:
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
        seconds=watch.finish(),
    )


def exit_code(diagnostics: tuple[Diagnostic, ...], request: Request) -> Exit:
    """The exit code that the diagnostics call for."""
    library = [each for each in diagnostics if each.code == LIBRARY]
    rest = [each for each in diagnostics if each.code != LIBRARY]
    if any(each.code == LEAK for each in rest):
        return Exit.REFUSED
    if has_errors(tuple(rest)) or (request.strict and any(d.severity != "note" for d in rest)):
        return Exit.CONTENT
    return Exit.LIBRARY if library else Exit.DONE


def watched(project: Project) -> tuple[str, ...]:
    """Everything on disk that the result depends on, absolute."""
    folders = [os.path.join(project.root, each) for each in content_folders(project.settings)]
    folders.append(os.path.join(project.root, *FOLDER.split("/")))
    folders.append(os.path.join(project.root, *LEDGERS.split("/")))
    folders.append(os.path.join(project.root, project.settings.content.entities))
    folders.append(os.path.join(project.root, SETTINGS_FILE))
    folders.append(os.path.join(project.root, "themes"))
    folders.append(project.sources)
    folders.extend(place.folder for place in project.search)
    return tuple(dict.fromkeys(folders))
