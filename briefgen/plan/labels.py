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


def strictest(items: Iterable[Handled], default_tlp: Tlp | None) -> tuple[Tlp, str]:
    """The label and the marking of a page that shows `items`: the strictest of theirs, and every
    marking. A page without items has the site's default.
    """
    # Lists show many items, and these have few labels: what is the same is looked at once.
    handled = {(keys.tlp, keys.marking): keys for keys in items}
    tlps = {tlp_of(keys, default_tlp) for keys in handled.values()}
    if not tlps:
        tlps.add(default_tlp or Tlp.NONE)
    markings = dict.fromkeys(marking for _, marking in handled if marking)
    return max(tlps, key=lambda tlp: tlp.rank), "; ".join(markings)
