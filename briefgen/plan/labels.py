"""Labels for pages: what lies on a page decides, the strictest item first."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.model.handling import Handled, Tlp
from briefgen.plan.views.parts import LabelView
from briefgen.resolve.visibility import tlp_of

# What a reader may do, after FIRST, Traffic Light Protocol 2.0, section 2, in our words.
MEANS = {
    Tlp.NONE: "",
    Tlp.CLEAR: "Disclosure is not limited",
    Tlp.GREEN: "For your community; not for publication",
    Tlp.AMBER: "For your organisation and its clients, as far as they need to know",
    Tlp.AMBER_STRICT: "For your organisation only, as far as it needs to know",
    Tlp.RED: "For you alone; not to be passed on",
}


def label_view(tlp: Tlp, marking: str = "") -> LabelView:
    """A label as a page shows it."""
    level = "" if tlp is Tlp.NONE else tlp.value
    return LabelView(text=tlp.label, level=level, means=MEANS[tlp], marking=marking)


def strictest(items: Iterable[Handled], default_tlp: Tlp | None) -> LabelView:
    """The label of a page that shows `items`: the strictest of theirs, and every marking. A page
    without items has the site's default.
    """
    tlps: list[Tlp] = []
    markings: dict[str, None] = {}
    for keys in items:
        tlps.append(tlp_of(keys, default_tlp))
        if keys.marking:
            markings[keys.marking] = None
    if not tlps:
        tlps.append(default_tlp or Tlp.NONE)
    return label_view(max(tlps, key=lambda tlp: tlp.rank), "; ".join(markings))
