"""Render what is stale."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

import jinja2

from briefgen.build.bodies import Bodies
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.base import Record
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.views.brief import BriefView, Colophon
from briefgen.plan.views.pages import AnyContent
from briefgen.render.assets import Assets
from briefgen.render.brief.job import Attached
from briefgen.render.content import make_content, make_notes
from briefgen.render.environment import Templates
from briefgen.render.mistakes import template_mistake
from briefgen.render.page import Rendered, brief_html, render_page
from briefgen.scan.theme import ThemeFiles


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
