"""What is shown of a person, an organisation, a place, a topic, a publisher."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.parts import DateView, StatementView


class Spelling(Record):
    """Another spelling of a name. `lang` names its script where that is not Latin ("und-Cyrl"),
    `dir` the direction in which that is written.
    """

    text: str
    lang: str = ""
    dir: str = ""


class RoleView(Record):
    """A role in which somebody spoke, and when last."""

    title: str
    date: DateView | None = None


class StatementDay(Record):
    """The statements that bear one date, as it was given."""

    date: DateView | None = None
    statements: tuple[StatementView, ...] = ()


class CoverageBar(Record):
    """How many articles one month or year has; `title` such as "August 2021"."""

    title: str
    count: int


class CoverageView(Record):
    """Articles by `unit`, "month" or "year", the earliest first, without gaps. `most` is the
    highest count.
    """

    unit: str
    bars: tuple[CoverageBar, ...]
    most: int
