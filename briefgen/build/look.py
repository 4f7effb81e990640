"""Everything that a build would look at before it renders, gathered without writing anything."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefgen.build.conveyor import current_lookups
from briefgen.build.gather import Known
from briefgen.build.project import Project, open_project
from briefgen.build.sheets import assets_of
from briefgen.build.shelf import Shelf
from briefgen.build.stale import Planned, Sieve, media_of
from briefgen.build.stopwatch import Stopwatch
from briefgen.build.survey import Site, survey
from briefgen.clock import wall_nanoseconds
from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record
from briefgen.model.request import Exit, Outcome, Request
from briefgen.progress import Progress
from briefgen.publish.claim import claim_output
from briefgen.render.assets import Assets
from briefgen.render.environment import Templates
from briefgen.scan.listing import scan_files
from briefgen.scan.theme import ThemeFiles, find_theme, index_theme
from briefgen.store.cache import Cache
from briefgen.store.peek import kept_version
from briefgen.store.version import source_digest


class Look(Record):
    """The project as it is now, and what is known of the last build. `known` is what was known
    of the content when the cache was last written; `other_version` if another version of briefgen
    wrote it. `names` is whether items that are withheld may be named.
    """

    project: Project
    site: Site
    known: Known
    shelf: Shelf
    theme: ThemeFiles
    assets: Assets
    planned: dict[str, Planned]
    current: Callable[[str], str]
    other_version: bool
    names: bool
    diagnostics: tuple[Diagnostic, ...]


def look_at(
    request: Request,
    progress: Progress,
    *,
    names: bool = True,
    texts: Callable[[Site], Iterable[str]] = lambda _: (),
) -> Look | Outcome:
    """Survey the project, or say why that cannot be done. `texts` gives the ids of the items whose
    bodies will be asked for.
    """
    opened = open_project(request)
    project = opened.project
    if project is None:
        return Outcome(exit=Exit.USAGE, diagnostics=opened.diagnostics)
    claim = claim_output(project.output, project.root, project.kept, project.view.name)
    if claim.refusal is not None:
        code = Exit.REFUSED if claim.other_audience else Exit.USAGE
        return Outcome(exit=code, diagnostics=(claim.refusal,))
    version = source_digest()
    kept = kept_version(project.cache)
    # A cache that is not ours is left alone: opening it would empty it.
    cache = Cache(project.cache if kept == version else None, version, guest=True)
    try:
        known = cache.load("known", Known) or Known()
        scan = scan_files(find_theme(project.search), known.theme, wall_nanoseconds())
        theme = index_theme(project.search, scan.listing)
        site = survey(project, request, known, cache, scan.listing, Stopwatch(progress))
        site.bodies.load(texts(site))
        shelf = Shelf(project.output, claim.manifest, cache)
    finally:
        cache.close()
    assets = assets_of(project, theme)
    templates = Templates(theme, assets, site.spoken.words, briefs=site.spoken.briefs)
    current = current_lookups(project, theme, templates, media_of(shelf.built))
    sieve = Sieve(shelf.built, shelf.on_disk, current)
    for each in site.artifacts:
        sieve.take(each)
    return Look(
        project=project,
        site=site,
        known=known,
        shelf=shelf,
        theme=theme,
        assets=assets,
        planned={each.artifact.path: each for each in sieve.planned},
        current=current,
        other_version=kept not in ("", version),
        names=names,
        diagnostics=(*opened.diagnostics, *site.outcome.diagnostics),
    )


def survey_project(
    project: Project, request: Request, progress: Progress, texts: Callable[[Site], Iterable[str]]
) -> Site:
    """The first half of a build, whatever lies in the output; nothing is written."""
    version = source_digest()
    kept = kept_version(project.cache)
    cache = Cache(project.cache if kept == version else None, version, guest=True)
    try:
        known = cache.load("known", Known) or Known()
        theme = scan_files(find_theme(project.search), known.theme, wall_nanoseconds()).listing
        site = survey(project, request, known, cache, theme, Stopwatch(progress))
        site.bodies.load(texts(site))
    finally:
        cache.close()
    return site
