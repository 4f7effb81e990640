"""The view of the ledger of corrections."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.parts import CorrectionView, LabelView, Ref


class CorrectionEntry(Record):
    """A line of the ledger: the correction, its item, and the packets that carry the item, newest
    first. `label` is set only where it is stricter than usual.
    """

    correction: CorrectionView
    item: Ref
    packets: tuple[Ref, ...] = ()
    label: LabelView | None = None


class CorrectionMonth(Record):
    """The corrections of one month; `title` such as "August 2021", `anchor` such as "2021-08"."""

    title: str
    anchor: str
    entries: tuple[CorrectionEntry, ...] = ()


class CorrectionsView(Record):
    """The ledger of corrections by month, newest first (template `corrections.html`): all of it, or
    one part of a long one. `years` are the parts it is cut into, if it is cut. `feeds` has it as
    Atom and JSON, where the site has an address.
    """

    title: str
    months: tuple[CorrectionMonth, ...] = ()
    years: tuple[Ref, ...] = ()
    count: int = 0
    feeds: tuple[Ref, ...] = ()
