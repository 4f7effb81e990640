"""Who said what when: statements away from their articles."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.parts import DateView, Ref, Shared, StatementView


class SaidView(Shared):
    """A statement in a list. `facets` are the keys of the facets that it falls under."""

    statement: StatementView
    facets: tuple[str, ...] = ()


class SaidDay(Record):
    """The statements of one date, as it was given."""

    date: DateView | None = None
    statements: tuple[SaidView, ...] = ()


class FacetView(Record):
    """A way to cut the list: all that one speaker said, or that was said on one topic or in one
    year. `key` is what `SaidView.facets` names it by, `href` the page that has these alone.
    """

    key: str
    title: str
    href: str
    count: int


class StatementsView(Record):
    """Statements, newest first (template `statements.html`): all of them, those of one topic, or a
    part of a long list. `topic` is the topic's heading. `speakers` and `topics` are those with the
    most, where the page begins a list, and `years` all; `all_href` leads from a part to the whole.
    `parts` are what a long list is cut into. `whole`: nothing of the list stands on other pages,
    so that it can be filtered where it is.
    """

    title: str
    topic: Ref | None = None
    days: tuple[SaidDay, ...] = ()
    speakers: tuple[FacetView, ...] = ()
    topics: tuple[FacetView, ...] = ()
    years: tuple[FacetView, ...] = ()
    parts: tuple[Ref, ...] = ()
    all_href: str = ""
    count: int = 0
    speaker_count: int = 0
    whole: bool = False
