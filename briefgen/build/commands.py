"""What the commands do, when there is something to do."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from briefgen import files
from briefgen.build.conveyor import convey, exit_code, platform_now
from briefgen.build.gather import Known
from briefgen.build.ground import Ground, kept, lay_ground
from briefgen.build.lock import locked
from briefgen.build.project import Project, open_project
from briefgen.build.shelf import Shelf
from briefgen.build.standing import is_whole, look, name_of, stand
from briefgen.build.stopwatch import Stopwatch, seconds_of
from briefgen.build.watched import watched
from briefgen.build.workbench import Workbench, last_of
from briefgen.clock import wall_nanoseconds
from briefgen.diagnostics import Diagnostic, error, in_order
from briefgen.model.request import Exit, Outcome, Request
from briefgen.progress import Progress, Silent
from briefgen.publish.claim import claim_output
from briefgen.publish.clean import clean_output
from briefgen.publish.manifest import NAME, format_manifest, parse_manifest
from briefgen.render.assets import Moved
from briefgen.scan.listing import scan_files
from briefgen.scan.project import SETTINGS_FILE
from briefgen.scan.theme import find_theme
from briefgen.store.cache import CACHE_FOLDER, Cache, Hot
from briefgen.store.version import source_digest

if TYPE_CHECKING:
    from briefgen.build.survey import Site

T = TypeVar("T")
# How often a build begins anew because files moved under it, before it says so.
ATTEMPTS = 5


def build_anew(
    request: Request,
    progress: Progress,
    version: str,
    wanted: Callable[[], bool] | None = None,
    bench: Workbench | None = None,
) -> Outcome:
    """Build the site; see `briefgen.build.front.build`. `version` is the digest of briefgen's own
    source."""
    opened = open_project(request)
    if opened.project is None:
        return _refused(request, opened.diagnostics)
    project = opened.project
    with locked(project.root, progress):
        # Before anything else is read: what changes from now on will show.
        inputs = look(watched(project), (project.output + os.sep, project.cache + os.sep))
        claim = claim_output(project.output, project.root, project.kept, project.view.name)
        if claim.refusal is not None:
            code = Exit.REFUSED if claim.other_audience else Exit.USAGE
            return Outcome(
                exit=code,
                diagnostics=(*opened.diagnostics, claim.refusal),
                output=project.output,
                watched=watched(project),
            )
        cache = _open_cache(project, request, version, bench.hot if bench is not None else None)
        if bench is not None:
            bench.last = None
        try:
            for _ in range(ATTEMPTS):
                shelf = Shelf(project.output, claim.manifest, cache)
                try:
                    made = convey(project, request, cache, shelf, progress, wanted)
                except Moved:
                    continue
                outcome = _with(made.outcome, opened.diagnostics)
                known = made.ground.gathered.known
                if is_whole(outcome):
                    if bench is not None:
                        bench.last = last_of(made, project, request, shelf, cache)
                    names = (*shelf.manifest.files, NAME)
                    standing = stand(
                        outcome,
                        request.now,
                        platform_now() if request.pdf else "",
                        inputs,
                        names,
                        lambda path: _digest_of(path, project, known, shelf),  # noqa: B023  called at once
                    )
                    if standing is not None:
                        cache.keep(name_of(request, project.root), standing)
                return outcome
            return _refused(request, (_restless(),))
        finally:
            cache.close()


def _digest_of(path: str, project: Project, known: Known, shelf: Shelf) -> str | None:
    """The digest with which a file (absolute) was read or written, as far as it is kept."""
    themes = {f"{each.name}/": each.folder for each in project.search}
    places = (
        ("", project.output, shelf.on_disk),
        ("", project.root, known.listing),
        ("", project.sources, known.sources),
        ("", project.root, known.media.listing),
        *((name, folder, known.theme) for name, folder in themes.items()),
    )
    if path == os.path.join(project.output, NAME):
        return files.digest_of(format_manifest(shelf.manifest))
    for prefix, folder, listing in places:
        inside = os.path.relpath(path, folder).replace(os.sep, "/")
        found = listing.get(prefix + inside)
        if found is not None:
            return found.digest
    return None


def check(request: Request, progress: Progress) -> Outcome:
    """Everything up to the plan; nothing is written outside the cache."""
    from briefgen.build.checked import check_ground  # noqa: PLC0415  for this command alone

    def look_at(
        project: Project, ground: Ground, cache: Cache, watch: Stopwatch
    ) -> tuple[Outcome, Mapping[str, object], None]:
        return *check_ground(project, request, ground, cache, watch), None

    return _examine(request, progress, look_at)[0]


def examine(
    request: Request, progress: Progress, take: Callable[[Project, Site], T]
) -> tuple[Outcome, T | None]:
    """The same, and what `take` makes of the records while the cache is open; None if the project
    cannot be opened.
    """
    from briefgen.build.survey import survey_from  # noqa: PLC0415  what plans; a build may do without

    def look_at(
        project: Project, ground: Ground, _cache: Cache, watch: Stopwatch
    ) -> tuple[Outcome, Mapping[str, object], T]:
        site = survey_from(ground, project, request, watch)
        return _copy(site.outcome, total=len(site.artifacts)), {}, take(project, site)

    return _examine(request, progress, look_at)


def _examine(
    request: Request,
    progress: Progress,
    look_at: Callable[[Project, Ground, Cache, Stopwatch], tuple[Outcome, Mapping[str, object], T]],
) -> tuple[Outcome, T | None]:
    """What `look_at` says of the project, once the ground is laid: the outcome, what to keep of it
    in the cache, and what it took.
    """
    opened = open_project(request)
    if opened.project is None:
        return _refused(request, opened.diagnostics), None
    project = opened.project
    with locked(project.root, progress):
        cache = _open_cache(project, request, source_digest())
        try:
            watch = Stopwatch(progress)
            known = cache.load("known", Known) or Known()
            theme = scan_files(find_theme(project.search), known.theme, wall_nanoseconds()).listing
            ground = lay_ground(project, request, known, cache, theme, watch)
            outcome, keep, taken = look_at(project, ground, cache, watch)
            live = {face.path for face in ground.gathered.faces}
            cache.save({**kept(ground), **keep}, live)
        finally:
            cache.close()
    outcome = _with(outcome, opened.diagnostics)
    told = _copy(
        outcome,
        exit=exit_code(outcome.diagnostics, request),
        seconds=seconds_of(spans := watch.finish()),
        spans=spans,
    )
    return told, taken


def clean(request: Request) -> Outcome:
    """Remove what briefgen wrote: the files that SHA256SUMS lists, and the cache. It asks neither
    content nor settings, so that it works whatever is wrong with them.
    """
    root = files.real_path(request.root)
    output = os.path.abspath(os.path.join(root, request.output or "output"))
    if files.file_stat(os.path.join(root, SETTINGS_FILE)) is None:
        return _refused(request, open_project(request).diagnostics)
    with locked(root, Silent()):
        data = files.read_bytes(os.path.join(output, NAME))
        manifest = parse_manifest(data) if data is not None else None
        if data is not None and manifest is None:
            problem = error(
                "output-refused", f"The file {NAME} in {output} is not one that briefgen wrote."
            )
            return Outcome(exit=Exit.USAGE, diagnostics=(problem,), output=output)
        removed = clean_output(output, manifest) if manifest is not None else ()
    files.remove_tree(os.path.join(root, CACHE_FOLDER))
    return Outcome(output=output, removed=removed)


def _open_cache(project: Project, request: Request, version: str, hot: Hot | None = None) -> Cache:
    return Cache(project.cache if request.cache else None, version, hot)


def _refused(request: Request, diagnostics: tuple[Diagnostic, ...]) -> Outcome:
    root = files.real_path(request.root)
    return Outcome(
        exit=Exit.USAGE,
        diagnostics=in_order(list(diagnostics)),
        watched=(os.path.join(root, SETTINGS_FILE), os.path.join(root, "themes")),
    )


def _restless() -> Diagnostic:
    return error(
        "files-moving",
        "Files of the theme kept changing while they were read.",
        hint="Build again when they are at rest.",
    )


def _with(outcome: Outcome, more: tuple[Diagnostic, ...]) -> Outcome:
    return _copy(outcome, diagnostics=in_order([*more, *outcome.diagnostics]))


def _copy(outcome: Outcome, **changes: object) -> Outcome:
    fields = {name: getattr(outcome, name) for name in outcome.__struct_fields__}
    return Outcome(**{**fields, **changes})
