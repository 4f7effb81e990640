"""Timelines, drawn when the site is planned: a theme has only to put the strokes down. Lengths are
in units of the drawing, from its upper left corner; in a page that runs from right to left a
drawing is mirrored already.
"""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.parts import EventView, Ref

# A whole one stays so where views are kept, and is printed without a point.
Length = int | float


class BandView(Record):
    """A month of a drawing, or a year or more: from `x`, `width` wide. `shaded`: each other one.
    `title` is empty where it has no room; its text begins at `text_x`.
    """

    x: Length
    width: Length
    shaded: bool
    title: str = ""
    text_x: Length = 0


class MarkView(Record):
    """A mark on a line, centred on `y`. `shape`: "disc" is a day, "bar" several days, "hatch" about
    then; "ring" and "frame" are a day and several days that lay ahead, "dashes" about then, ahead.
    A disc and a ring stand in the middle of `x` and `width`.
    """

    shape: str
    x: Length
    y: Length
    width: Length
    height: Length


class LabelLine(Record):
    """A line of a label: where its letters stand, `what` happened, and the `date`. On a narrow
    drawing the date comes first, on a wide one last.
    """

    y: Length
    what: str = ""
    date: str = ""


class LineView(Record):
    """An event on its own line: its marks, and its label, whose lines begin at `x`, or end there if
    `end` is set. `lang` and `dir` are those of `what`, where it is not in the site's language.
    Where a line stands for a month or a year, `count` says for how many events, and `href` is
    their place in the table ("#2021-08").
    """

    x: Length
    end: bool = False
    marks: tuple[MarkView, ...] = ()
    label: tuple[LabelLine, ...] = ()
    lang: str = ""
    dir: str = ""
    count: int = 0
    href: str = ""


class DrawingView(Record):
    """A drawing of one width. `head` is the line of the axis, `baseline` where the titles of the
    bands stand, `breaks` where the axis leaves out a long time in which nothing is dated.
    `above`: labels stand above their marks, with the date first.
    """

    width: Length
    height: Length
    head: Length
    baseline: Length
    size: Length
    above: bool = False
    rtl: bool = False
    bands: tuple[BandView, ...] = ()
    breaks: tuple[Length, ...] = ()
    lines: tuple[LineView, ...] = ()


class TimelineFigure(Record):
    """One timeline, drawn for a phone, for what lies between, and for a wide page. `shapes` are the
    kinds of mark in it, for the key; `grouped`: a line is not an event, but all of a month or more.
    """

    first: str
    last: str
    compact: DrawingView
    middle: DrawingView
    wide: DrawingView
    shapes: tuple[str, ...] = ()
    broken: bool = False
    grouped: bool = False


class TimelineEvent(Record):
    """A row of the table: the event, and the article that reports it, with its publisher.
    `disputed`: another article contradicts this one as a whole. `lang` and `dir` are those of the
    article, where it is not in the site's language.
    """

    event: EventView
    article: Ref
    publisher: str = ""
    disputed: bool = False
    lang: str = ""
    dir: str = ""


class TimelineMonth(Record):
    """The events that begin in one month; `title` such as "August 2021", `anchor` "2021-08"."""

    title: str
    anchor: str
    events: tuple[TimelineEvent, ...] = ()


class TimelineView(Record):
    """The timeline (template `timeline.html`), earliest first: all of it, or one part of a long
    one. `years` are the parts it is cut into, if it is cut.
    """

    title: str
    figure: TimelineFigure | None = None
    months: tuple[TimelineMonth, ...] = ()
    years: tuple[Ref, ...] = ()
    count: int = 0
