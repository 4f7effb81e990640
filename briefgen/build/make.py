"""Render what is stale."""

from __future__ import annotations

import hashlib
import itertools
import os
from collections.abc import Callable, Iterator, Sequence

import jinja2
import msgspec

from briefgen import files
from briefgen.build.bodies import Bodies
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.base import Record
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.views.brief import BriefView, Colophon
from briefgen.plan.views.pages import AnyContent
from briefgen.processes import in_parts
from briefgen.progress import Progress
from briefgen.render.assets import Assets
from briefgen.render.brief.job import Attached
from briefgen.render.content import make_content, make_notes
from briefgen.render.environment import Templates
from briefgen.render.lookups import Lookups
from briefgen.render.mistakes import template_mistake
from briefgen.render.page import Rendered, brief_html, render_page
from briefgen.scan.theme import ThemeFiles

# Pages that one worker makes before it tells of them. Fewer are made here.
PART = 100


class Kitchen(Record):
    """What rendering needs: the theme's files, its assets, its templates, the texts, the root of
    the project, from which paths are shown, and the digest of what is published of a packet and its
    items, by the packet's id.
    """

    theme: ThemeFiles
    assets: Assets
    templates: Templates
    bodies: Bodies
    root: str
    digest_of: Callable[[str], str]


class Baked(Record):
    """A page that is done: the SHA-256 and the digest of its bytes, and these or the file where
    they were `staged`; neither where they are on disk already."""

    lookups: Lookups
    sha256: str
    digest: str
    data: bytes = b""
    staged: str = ""


class Made(Record):
    """What was rendered, by path, and what went wrong."""

    baked: dict[str, Baked]
    diagnostics: tuple[Diagnostic, ...]


class Tray(Record):
    """Where pages are put that are done: files in the folder `staging`, or in memory if that is
    empty. `on_disk` are the digests of the files that are in the output folder."""

    staging: str
    on_disk: dict[str, str]

    def put(self, path: str, page: Rendered) -> Baked:
        """Take one."""
        digest = files.digest_of(page.data)
        sha256 = hashlib.sha256(page.data).hexdigest()
        baked = Baked(lookups=page.lookups, sha256=sha256, digest=digest)
        if self.on_disk.get(path) == digest:
            return baked
        if not self.staging:
            return msgspec.structs.replace(baked, data=page.data)
        staged = os.path.join(self.staging, files.digest_of(path.encode()))
        files.write_aside(staged, page.data)
        return msgspec.structs.replace(baked, staged=staged)


class _Batch(Record):
    """Some pages, in order; most share their `lookups`."""

    tables: tuple[Lookups, ...]
    baked: tuple[tuple[str, int, Baked], ...]
    diagnostics: tuple[Diagnostic, ...]


def make_pages(
    artifacts: tuple[Artifact, ...],
    kitchen: Kitchen,
    progress: Progress,
    tray: Tray,
    workers: int,
) -> Made:
    """Render pages, lists and feeds in up to `workers` processes, and put them on `tray`."""
    if not artifacts:
        return Made(baked={}, diagnostics=())

    def work(part: Sequence[Artifact]) -> _Batch:
        bodies = kitchen.bodies.apart()
        try:
            return _batch(part, msgspec.structs.replace(kitchen, bodies=bodies), tray)
        finally:
            bodies.close()

    # What the first page of each template compiles serves the others, whoever makes them.
    first = {each.template: each for each in reversed(artifacts)}
    ahead = tuple(each for each in artifacts if first[each.template] is each)
    rest = [each for each in artifacts if first[each.template] is not each]
    parts = [ahead, *(rest[start : start + PART] for start in range(0, len(rest), PART))]
    batches = itertools.chain(map(work, parts[:1]), in_parts(work, parts[1:], workers, _Batch))
    shared: dict[Lookups, Lookups] = {}
    baked: dict[str, Baked] = {}
    told: list[Diagnostic] = []
    for batch in batches:
        tables = [shared.setdefault(table, table) for table in batch.tables]
        for path, table, page in batch.baked:
            baked[path] = msgspec.structs.replace(page, lookups=tables[table])
            progress.advance("render", path)
        told.extend(batch.diagnostics)
    return Made(baked=baked, diagnostics=_once(told))


def _batch(part: Sequence[Artifact], kitchen: Kitchen, tray: Tray) -> _Batch:
    numbers: dict[Lookups, int] = {}
    baked: list[tuple[str, int, Baked]] = []
    told: list[Diagnostic] = []
    for artifact, page in render_all(part, kitchen):
        if isinstance(page, Diagnostic):
            told.append(page)
        else:
            number = numbers.setdefault(page.lookups, len(numbers))
            done = msgspec.structs.replace(tray.put(artifact.path, page), lookups=())
            baked.append((artifact.path, number, done))
    return _Batch(tables=tuple(numbers), baked=tuple(baked), diagnostics=tuple(told))


def render_all(
    artifacts: Sequence[Artifact], kitchen: Kitchen
) -> Iterator[tuple[Artifact, Rendered | Diagnostic]]:
    """Each of them as bytes, or what its template does wrong."""
    kitchen.bodies.load(need.item for artifact in artifacts for need in artifact.needs)
    for artifact in artifacts:
        try:
            yield artifact, render_page(artifact, contents_of(artifact, kitchen), kitchen.templates)
        except RENDERING as mistake:
            told = template_mistake(mistake, kitchen.theme, kitchen.root, artifact.path)
            yield artifact, told


def make_attached(artifact: Artifact, kitchen: Kitchen) -> tuple[Attached, ...]:
    """The files that are put into a brief, named as those beside its page."""
    kitchen.bodies.load(need.item for each in artifact.attached for need in each.needs)
    return tuple(
        Attached(
            name=os.path.basename(each.path),
            data=render_page(each, contents_of(each, kitchen), kitchen.templates).data,
        )
        for each in artifact.attached
    )


def make_brief_html(
    artifact: Artifact, kitchen: Kitchen, colophon: Colophon
) -> tuple[Rendered | None, tuple[Diagnostic, ...]]:
    """The HTML of one brief."""
    try:
        contents = contents_of(artifact, kitchen)
        return brief_html(artifact, contents, kitchen.templates, colophon), ()
    except RENDERING as mistake:
        return None, (template_mistake(mistake, kitchen.theme, kitchen.root, artifact.path),)


# What a template can do wrong: Jinja's own errors, and whatever Python raises from an expression.
RENDERING = (
    jinja2.TemplateError,
    ArithmeticError,
    TypeError,
    ValueError,
    LookupError,
    AttributeError,
)


def asset_diagnostics(assets: Assets, names: set[str]) -> tuple[Diagnostic, ...]:
    """Style sheets that refer to files that the theme does not have."""
    return tuple(
        error(
            "asset-missing",
            f"The style sheet “{asset.name}” refers to “{missing}”, which the theme does not have.",
            hint="Paths are relative to the style sheet, inside the theme's `static` folder.",
        )
        for asset in assets.closure(names).values()
        for missing in asset.missing
    )


def contents_of(artifact: Artifact, kitchen: Kitchen) -> tuple[AnyContent, ...]:
    """The bodies that an artifact needs, in its order. They have been loaded."""
    bodies = ((kitchen.bodies.of_item(need.item), need) for need in artifact.needs)
    if artifact.kind is ArtifactKind.DATA:
        return tuple(make_notes(body) for body, _ in bodies)
    templates = kitchen.templates
    if isinstance(artifact.page, BriefView):
        templates = templates.speaking(artifact.page.meta.words)
    internal = templates.word("internal")
    return tuple(make_content(body, need, internal) for body, need in bodies)


def _once(told: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """One mistake in a template shows on every page: it is told for the first."""
    seen: dict[tuple[str, str, int], Diagnostic] = {}
    for each in told:
        seen.setdefault((each.code, each.path, each.mark.line), each)
    return tuple(seen.values())
