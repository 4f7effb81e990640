"""A build, when there is something to do."""

from __future__ import annotations

import os
from collections.abc import Callable

from briefgen import files
from briefgen.build.conveyor import convey, platform_now
from briefgen.build.gather import Known
from briefgen.build.lock import locked
from briefgen.build.outcomes import refused, with_more
from briefgen.build.project import Project, open_project
from briefgen.build.shelf import Shelf
from briefgen.build.standing import is_whole, look, look_at_output, name_of, stand
from briefgen.build.watched import watched
from briefgen.build.workbench import Workbench, last_of
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.request import Exit, Outcome, Request
from briefgen.progress import Progress
from briefgen.publish.claim import claim_output
from briefgen.publish.manifest import NAME, format_manifest
from briefgen.render.assets import Moved
from briefgen.store.cache import Cache

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
        return refused(request, opened.diagnostics)
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
        cache = Cache(
            project.cache if request.cache else None,
            version,
            bench.hot if bench is not None else None,
        )
        if bench is not None:
            bench.last = None
        manifest = claim.manifest
        try:
            for _ in range(ATTEMPTS):
                shelf = Shelf(project.output, manifest, cache)
                try:
                    made = convey(project, request, cache, shelf, progress, wanted)
                except Moved:
                    manifest = shelf.manifest
                    continue
                outcome = with_more(made.outcome, opened.diagnostics)
                known = made.ground.gathered.known
                if is_whole(outcome):
                    if bench is not None:
                        bench.last = last_of(made, project, request, shelf, cache)
                    standing = stand(
                        outcome,
                        request.now,
                        platform_now() if request.pdf else "",
                        inputs,
                        {**shelf.stats(), **look_at_output(project.output, (NAME,))},
                        lambda path: _digest_of(path, project, known, shelf),  # noqa: B023  called at once
                    )
                    if standing is not None:
                        cache.keep(name_of(request, project.root), standing)
                return outcome
            return refused(request, (_restless(),))
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


def _restless() -> Diagnostic:
    return error(
        "files-moving",
        "Files of the theme kept changing while they were read.",
        hint="Build again when they are at rest.",
    )
