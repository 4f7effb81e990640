"""Labels for pages: what lies on a page decides, the strictest item first."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.handling import Handled, Tlp
from briefgen.plan.views.parts import LabelView
from briefgen.resolve.visibility import tlp_of
from briefgen.words import Words


def label_view(tlp: Tlp, words: Words, marking: str = "") -> LabelView:
    """A label as a page shows it, with what a reader may do (FIRST, Traffic Light Protocol 2.0,
    section 2, in the words of the catalogue).
    """
    level = "" if tlp is Tlp.NONE else tlp.value
    means = words.text(f"means.{level}") if level else ""
    return LabelView(text=tlp.label, level=level, means=means, marking=marking)


def strictest(items: Iterable[Handled], default_tlp: Tlp | None, words: Words) -> LabelView:
    """The label of a page that shows `items`: the strictest of theirs, and every marking. A page
    without items has the site's default.
    """
    tlps: set[Tlp] = set()
    markings: dict[str, None] = {}
    for keys in items:
        tlps.add(tlp_of(keys, default_tlp))
        if keys.marking:
            markings[keys.marking] = None
    if not tlps:
        tlps.add(default_tlp or Tlp.NONE)
    return label_view(max(tlps, key=lambda tlp: tlp.rank), words, "; ".join(markings))
