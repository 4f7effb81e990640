"""The view of what a packet rests on."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.parts import DateView


class Share(Record):
    """How many sources have something in common: a publisher, a language, a letter or figure of the
    Admiralty code. `name` is for readers, `sign` the letter or figure.
    """

    name: str
    count: int
    sign: str = ""


class SourceSummary(Record):
    """What a packet rests on, counted, for a statement in words. `count` are its sources, `without`
    the items that name none. `publishers` and `languages` begin with the most frequent; what is not
    stated is counted apart. `first` and `last` are the earliest and latest date of publication.
    `reliability` and `credibility` are in the order of the code, and add up to `rated`. `primary`
    are official statements and other first-hand texts, `reports` what others made of such; of the
    rest nothing is known. `proven` are those of the `quotations` that were found word for word in a
    captured text (None: nothing is said of it). `single` are the numbers of the judgments that rest
    on one source alone: one article, or several of one publisher.
    """

    count: int
    without: int = 0
    publishers: tuple[Share, ...] = ()
    publisher_missing: int = 0
    languages: tuple[Share, ...] = ()
    language_missing: int = 0
    first: DateView | None = None
    last: DateView | None = None
    undated: int = 0
    inferred: int = 0
    rated: int = 0
    reliability: tuple[Share, ...] = ()
    credibility: tuple[Share, ...] = ()
    primary: int = 0
    reports: int = 0
    quotations: int = 0
    proven: int | None = None
    single: tuple[int, ...] = ()
