"""What the commands beside `build` do."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeVar

from briefgen import files
from briefgen.build.gather import Known
from briefgen.build.ground import Ground, kept, lay_ground
from briefgen.build.lock import locked
from briefgen.build.outcomes import copied, refused, with_more
from briefgen.build.project import Project, open_project
from briefgen.build.stopwatch import Stopwatch, seconds_of
from briefgen.build.verdict import exit_code
from briefgen.clock import wall_nanoseconds
from briefgen.diagnostics import error
from briefgen.model.request import Exit, Outcome, Request
from briefgen.progress import Progress, Silent
from briefgen.publish.clean import clean_output
from briefgen.publish.manifest import NAME, parse_manifest
from briefgen.scan.listing import scan_files
from briefgen.scan.project import SETTINGS_FILE
from briefgen.scan.theme import find_theme
from briefgen.store.cache import CACHE_FOLDER, Cache
from briefgen.store.version import source_digest

if TYPE_CHECKING:
    from briefgen.build.survey import Site

T = TypeVar("T")


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
        return copied(site.outcome, total=len(site.artifacts)), {}, take(project, site)

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
        return refused(request, opened.diagnostics), None
    project = opened.project
    with locked(project.root, progress):
        cache = Cache(project.cache if request.cache else None, source_digest())
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
    outcome = with_more(outcome, opened.diagnostics)
    told = copied(
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
        return refused(request, open_project(request).diagnostics)
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
