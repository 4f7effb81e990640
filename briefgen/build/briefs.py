"""Make the briefs that are stale, in worker processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

from briefgen import __version__
from briefgen.build.glyphs import place_glyph
from briefgen.build.make import Kitchen, make_attached, make_brief_html
from briefgen.build.project import Project
from briefgen.build.sheets import options_digest
from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record, digest_value
from briefgen.model.packet import Standard
from briefgen.plan.artifact import Artifact
from briefgen.plan.media import FOLDER
from briefgen.plan.views.brief import BriefView, Colophon
from briefgen.render.brief.fingerprint import fingerprint, platform_digest
from briefgen.render.brief.job import BriefJob, BriefLimits
from briefgen.render.brief.pool import always, render_briefs
from briefgen.store.built import Lookups


class BriefMade(Record):
    """A brief with everything that it depends on beside its view; without bytes where it failed.
    `worker` made it between two instants of the steady clock.
    """

    artifact: Artifact
    data: bytes
    lookups: Lookups
    diagnostics: tuple[Diagnostic, ...]
    worker: int = 0
    began: float = 0.0
    ended: float = 0.0


def make_briefs(
    artifacts: tuple[Artifact, ...],
    project: Project,
    kitchen: Kitchen,
    workers: int,
    wanted: Callable[[], bool] = always,
) -> Iterator[BriefMade]:
    """Make briefs, each handed over as soon as it is done, until they are no longer `wanted`."""
    jobs: dict[str, tuple[BriefJob, Artifact, Lookups]] = {}
    for artifact in artifacts:
        if not wanted():
            return
        digest = kitchen.digest_of(artifact.items[0])
        html, told = make_brief_html(artifact, kitchen, colophon_of(digest))
        if html is None:
            yield BriefMade(artifact=artifact, data=b"", lookups=(), diagnostics=told)
            continue
        jobs[artifact.path] = (
            _job(artifact, html.data, project, kitchen, digest),
            artifact,
            html.lookups,
        )
    platform = ("platform:", platform_digest())
    options = ("options:", options_digest(project))
    for result in render_briefs([job for job, _, _ in jobs.values()], workers, wanted):
        _, artifact, lookups = jobs[result.path]
        asked = tuple((f"resource:{name}", digest) for name, digest in result.asked)
        kept = tuple(each for each in lookups if not each[0].startswith("asset:"))
        yield BriefMade(
            artifact=artifact,
            data=result.pdf,
            lookups=tuple(sorted((*kept, *asked, platform, options))),
            diagnostics=(
                *result.diagnostics,
                *(
                    place_glyph(each, artifact, kitchen.bodies, project.root)
                    for each in result.lacking
                ),
            ),
            worker=result.worker,
            began=result.began,
            ended=result.ended,
        )


def colophon_of(digest: str) -> Colophon:
    """What stands at the end of a brief whose published parts have this digest."""
    found = fingerprint()
    versions = (
        ("briefgen", __version__),
        ("WeasyPrint", found.weasyprint),
        ("Pango", found.pango),
        ("HarfBuzz", found.harfbuzz),
        ("Python", found.python),
    )
    return Colophon(digest=digest, fingerprint=digest_value(found), versions=versions)


def _job(
    artifact: Artifact, html: bytes, project: Project, kitchen: Kitchen, digest: str
) -> BriefJob:
    view = artifact.page
    assert isinstance(view, BriefView)  # noqa: S101  the view of every brief
    item = artifact.items[0]
    return BriefJob(
        path=artifact.path,
        html=html.decode(),
        static=tuple(f"{place.folder}/static" for place in project.search),
        options_css=project.options.print_css,
        meta=view.meta,
        digest=digest,
        source=kitchen.bodies.file_of(item),
        item=item,
        system_fonts=project.settings.system_fonts,
        media=os.path.join(project.output, FOLDER),
        limits=BriefLimits(
            seconds=project.settings.limits.brief_seconds,
            memory_mb=project.settings.limits.brief_memory,
        ),
        attached=make_attached(artifact, kitchen),
        archival=view.options.standard is Standard.PDF_A,
    )
