"""The gate: what `deploy` and `mail` ask before anything leaves the house.

It opens when the output folder is whole and unchanged, was built for the audience that is asked
for, tells of nothing that this audience may not see *now*, and when the channel is one by which
its labels may leave. It answers for all or for nothing.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator

from briefgen import files
from briefgen.build.gather import Known
from briefgen.build.leaks import Scan
from briefgen.build.lock import locked
from briefgen.build.project import Project, open_project
from briefgen.build.shelf import Shelf
from briefgen.build.stopwatch import Stopwatch
from briefgen.build.survey import Site, survey
from briefgen.clock import wall_nanoseconds
from briefgen.deliver.outlet import channel_refusals
from briefgen.deliver.whole import REBUILD, changed_files, cut_short
from briefgen.diagnostics import Diagnostic, error, in_order
from briefgen.model.base import Record
from briefgen.model.channels import Channel
from briefgen.model.handling import Handled
from briefgen.model.request import Exit, Request
from briefgen.plan.artifact import ALL_ITEMS
from briefgen.progress import Progress
from briefgen.publish.claim import claim_output
from briefgen.publish.manifest import Manifest
from briefgen.scan.listing import scan_files
from briefgen.scan.theme import find_theme
from briefgen.store.built import Built
from briefgen.store.cache import Cache
from briefgen.store.peek import kept_version
from briefgen.store.version import source_digest


class Passage(Record):
    """The answer. `files` are those that may leave, with their SHA-256, by path from `output`; none
    where anything is refused. `withheld` are ids that a public log must not name.
    """

    exit: Exit = Exit.DONE
    diagnostics: tuple[Diagnostic, ...] = ()
    output: str = ""
    audience: str = ""
    files: dict[str, str] = {}
    withheld: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it may leave."""
        return self.exit is Exit.DONE


def ask_gate(
    request: Request, channel: Channel, progress: Progress, paths: tuple[str, ...] = ()
) -> Passage:
    """Whether `paths` (from the output folder; none: all that was built) may leave by `channel` for
    the audience of `request`, at its `now`. Nothing is written. Refusals exit with REFUSED; what
    is wrong with the settings, or with the folder itself, with USAGE.
    """
    opened = open_project(request)
    project = opened.project
    if project is None:
        return Passage(exit=Exit.USAGE, diagnostics=opened.diagnostics)
    with locked(project.root, progress):
        claim = claim_output(project.output, project.root, project.kept, project.view.name)
        if claim.refusal is not None:
            code = Exit.REFUSED if claim.other_audience else Exit.USAGE
            return _closed(project, code, (claim.refusal,))
        unfit = tuple(_unfit(project, claim.manifest, paths))
        if unfit:
            return _closed(project, Exit.REFUSED, unfit)
        leaving = paths or tuple(claim.manifest.files)
        site, built, leaks = _look(project, request, claim.manifest, leaving, progress)
        outdated = tuple(_outdated(site, built, leaving))
        refusals = (
            *_missing(site, claim.manifest, paths),
            *changed_files(project.output, claim.manifest, leaving),
            *outdated,
            # The next build looks for leaks anew; what is out of date would be told as one here,
            # with a hint that does not help.
            *(() if outdated else leaks),
            *channel_refusals(channel, project, _shown(site, built, leaving)),
        )
    if refusals:
        return _closed(project, Exit.REFUSED, refusals, tuple(sorted(site.withheld)))
    return Passage(
        output=project.output,
        audience=project.view.name,
        files={path: claim.manifest.files[path][0] for path in leaving},
        withheld=tuple(sorted(site.withheld)),
    )


def bytes_passed(passage: Passage, path: str) -> bytes | None:
    """The bytes of a file that may leave, if they are still those that the gate has seen; else
    None. What leaves is read through here, for the folder may change after the gate was asked.
    """
    data = files.read_bytes(os.path.join(passage.output, path))
    if data is None or hashlib.sha256(data).hexdigest() != passage.files.get(path):
        return None
    return data


def _closed(
    project: Project,
    code: Exit,
    refusals: tuple[Diagnostic, ...],
    withheld: tuple[str, ...] = (),
) -> Passage:
    return Passage(
        exit=code,
        diagnostics=in_order(list(refusals)),
        output=project.output,
        audience=project.view.name,
        withheld=withheld,
    )


def _unfit(project: Project, manifest: Manifest, paths: tuple[str, ...]) -> Iterator[Diagnostic]:
    """What is wrong with the folder before anything is read."""
    if not manifest.files:
        yield error(
            "output-missing", f"Nothing has been built into {project.output}.", hint=REBUILD
        )
        return
    yield from cut_short(project.output, manifest)
    for path in paths:
        if path not in manifest.files:
            yield error("output-missing", f"There is no {path} in {project.output}.", hint=REBUILD)


def _look(
    project: Project,
    request: Request,
    manifest: Manifest,
    paths: tuple[str, ...],
    progress: Progress,
) -> tuple[Site, Built, tuple[Diagnostic, ...]]:
    """The site as it is to be seen now, what each file of the folder was made from, and what leaks
    in `paths`."""
    version = source_digest()
    # A cache of another version is left alone: opening it would empty it.
    known_here = kept_version(project.cache) == version
    cache = Cache(project.cache if known_here else None, version, guest=True)
    try:
        known = cache.load("known", Known) or Known()
        theme = scan_files(find_theme(project.search), known.theme, wall_nanoseconds()).listing
        site = survey(project, request, known, cache, theme, Stopwatch(progress))
        shelf = Shelf(project.output, manifest, cache)
        progress.stage("leaks")
        scan = Scan(project, site.gathered, site.bodies, site.withheld, shelf)
        leaks, _ = scan.run(cache, frozenset(paths))
        return site, shelf.built, leaks
    finally:
        cache.close()


def _missing(site: Site, manifest: Manifest, paths: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Files of a whole site that are not there: a build that was refused took them back."""
    wanted = () if paths else site.artifacts
    missing = [each.path for each in wanted if each.path not in manifest.files]
    if missing:
        has = "has" if len(missing) == 1 else "have"
        yield error("output-missing", f"{_some(missing)} {has} not been built.", hint=REBUILD)


def _outdated(site: Site, built: Built, paths: tuple[str, ...]) -> Iterator[Diagnostic]:
    """Files that tell of items that this audience may not see now, or of which nothing is known."""
    now = _published(site)
    unrecorded = [path for path in paths if path not in built.outputs]
    if unrecorded:
        was, it = ("was", "it") if len(unrecorded) == 1 else ("were", "they")
        yield error(
            "output-unrecorded",
            f"What {_some(unrecorded)} {was} made from is not recorded, so that nobody can say"
            f" whether {it} may leave.",
            hint="The cache is gone, or of another version of briefgen. Run `briefgen build`"
            " without --no-cache, and ask again.",
        )
    for path in paths:
        output = built.outputs.get(path)
        for item in built.items(output) if output is not None else ():
            if item not in now and item not in ALL_ITEMS:
                reason = site.withheld.get(item, "it is not there any more")
                yield error(
                    "output-outdated",
                    f"{path} tells of {item}, which “{site.outcome.audience}” may not see now:"
                    f" {reason}.",
                    hint=REBUILD,
                    item=item,
                )


def _some(paths: list[str]) -> str:
    """The first of them, and how many others there are."""
    others = len(paths) - 1
    more = f" and {others} other file{'s' if others > 1 else ''}"
    return f"{paths[0]}{more if others else ''}"


def _published(site: Site) -> frozenset[str]:
    return frozenset(face.id for face in site.gathered.faces if face.id not in site.withheld)


def _shown(site: Site, built: Built, paths: tuple[str, ...]) -> dict[str, Handled]:
    """The published items that these files tell of, by id."""
    recorded = (built.items(built.outputs[p]) for p in paths if p in built.outputs)
    told = {item for items in recorded for item in items}
    every = not told.isdisjoint(ALL_ITEMS)
    return {
        face.id: face.keys
        for face in site.gathered.faces
        if face.id not in site.withheld and (every or face.id in told)
    }
