"""What is left of withdrawn items: a page at the address of each, and a word in packets."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.plan.addresses import item_address
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.plan.context import Context
from briefgen.plan.views.pages import GoneView, WithdrawnView
from briefgen.plan.views.parts import CorrectionView
from briefgen.resolve.tombstones import Tombstone

TEMPLATE = "withdrawn.html"


def plan_withdrawn(context: Context) -> Iterable[Artifact]:
    """One page for each tombstone."""
    for tombstone in context.site.tombstones.values():
        path = item_address(tombstone.kind, tombstone.slug)
        title = context.words.text("withdrawn_short")
        frame = context.frames.frame(path, title, (tombstone.handled,))
        view = WithdrawnView(kind=tombstone.kind.value, notes=_notes(context, tombstone))
        # It tells of no item: what it says may be read by those for whom it is made.
        yield context.page(frame, TEMPLATE, view, (), kind=ArtifactKind.PAGE)


def gone_views(context: Context, slugs: Iterable[str]) -> tuple[GoneView, ...]:
    """The articles that a packet carried and that were withdrawn, in its order."""
    found = (context.site.tombstones[f"article:{slug}"] for slug in slugs)
    return tuple(
        GoneView(href=item_address(each.kind, each.slug), notes=_notes(context, each))
        for each in found
    )


def _notes(context: Context, tombstone: Tombstone) -> tuple[CorrectionView, ...]:
    return context.parts.corrections(tombstone.notes)
