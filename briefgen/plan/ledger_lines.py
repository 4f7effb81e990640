"""Ledger lines: each mark on a line of its own, labelled, on an axis that all lines share. How sure
a date is shows in the mark: solid, hatched, or hollow.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from briefgen.model.base import Record
from briefgen.model.dates import Period
from briefgen.plan.axis import Axis, axis_of, month_of
from briefgen.plan.direction import direction
from briefgen.plan.lettering import width_of, wrap
from briefgen.plan.views.timeline import (
    BandView,
    DrawingView,
    LabelLine,
    LineView,
    MarkView,
)

# A mark that begins beyond this part of the width has its label before it.
TURN = 0.46
# The least that a bar and a hatched bar take, whatever the scale; two strokes make a hatching.
LEAST, LEAST_HATCHED = 9.0, 12.0


class Happening(Record):
    """An event of an article, ready to be drawn: `number` is its place among the article's events,
    `planned` whether it lay ahead when the source was published, `text` the date in words. `lang`
    is empty for the language of the site. `count`: how many events the line stands for.
    """

    article: str
    number: int
    period: Period
    what: str
    text: str
    planned: bool = False
    inferred: bool = False
    lang: str = ""


class Sheet(Record):
    """The measures of a drawing: its width, the size of letters and of the titles of bands, how far
    lines are apart, and lines of one label; `above`: labels stand above their marks.
    """

    width: float
    size: float = 14.5
    small: float = 13.5
    pitch: float = 29.0
    leading: float = 18.5
    gap: float = 9.0
    above: bool = False


class Row(Record):
    """A line to be drawn: one event, or the `count` of a month or more, which are at `href` in the
    table.
    """

    events: tuple[Happening, ...]
    what: str
    text: str = ""
    lang: str = ""
    count: int = 0
    href: str = ""


def draw(rows: Sequence[Row], sheet: Sheet, language: str) -> DrawingView:
    """The drawing of these lines on one sheet."""
    axis = axis_of(
        (_months(each.period) for r in rows for each in r.events),
        sheet.width,
        sheet.small,
        language,
    )
    head = round(sheet.small + 9, 1)
    rtl = direction(language) == "rtl"
    y = head
    lines: list[LineView] = []
    for row in rows:
        line, y = (_above if sheet.above else _beside)(row, axis, sheet, y)
        lines.append(_mirrored(line, sheet.width) if rtl else line)
    return DrawingView(
        width=sheet.width,
        height=round(y + sheet.gap, 1),
        head=head,
        baseline=round(sheet.small, 1),
        size=sheet.size,
        above=sheet.above,
        rtl=rtl,
        bands=_bands(axis, sheet.width, rtl=rtl),
        breaks=tuple(round(sheet.width - x if rtl else x, 1) for x in axis.breaks),
        lines=tuple(lines),
    )


def _beside(row: Row, axis: Axis, sheet: Sheet, top: float) -> tuple[LineView, float]:
    """A line with its label beside the marks, and where it ends."""
    y = top + sheet.pitch / 2 + (sheet.gap if top < sheet.pitch else 0)
    marks = _marks(row, axis, y)
    left = min(mark.x for mark in marks) - sheet.gap
    right = max(mark.x + mark.width for mark in marks) + sheet.gap
    tail = row.text or f"{row.count} 00000000"
    need = width_of(f"{row.what} {tail}", sheet.size)
    before = left > sheet.width * TURN
    room = left if before else sheet.width - right
    if need > room and left != sheet.width - right:
        before = left > sheet.width - right
        room = max(left, sheet.width - right)
    words = wrap(f"{row.what} {_bound(tail)}", sheet.size, room)
    label = _label(words, tail, row, y + sheet.size * 0.34, sheet.leading)
    line = LineView(
        x=round(left if before else right, 1),
        end=before,
        marks=marks,
        label=label,
        lang=row.lang,
        dir=direction(row.lang),
        count=row.count,
        href=row.href,
    )
    return line, y + (len(label) - 1) * sheet.leading + sheet.pitch / 2


def _above(row: Row, axis: Axis, sheet: Sheet, top: float) -> tuple[LineView, float]:
    """A line with its label above the marks."""
    tail = row.text or f"{row.count} 00000000"
    words = wrap(f"{_bound(tail)} {row.what}", sheet.size, sheet.width)
    first = top + sheet.pitch - sheet.leading
    label = _label(words, tail, row, first, sheet.leading)
    y = first + (len(label) - 1) * sheet.leading + sheet.size * 0.84
    line = LineView(
        x=0,
        marks=_marks(row, axis, y),
        label=label,
        lang=row.lang,
        dir=direction(row.lang),
        count=row.count,
        href=row.href,
    )
    return line, y + sheet.size * 0.42


# A space that does not break, so that a date stays on its line.
BOUND = "\N{NO-BREAK SPACE}"


def _bound(text: str) -> str:
    return text.replace(" ", BOUND)


def _label(
    words: Sequence[str], tail: str, row: Row, y: float, leading: float
) -> tuple[LabelLine, ...]:
    """The lines of a label, the date told from the rest."""
    date = _bound(tail)
    lines: list[LabelLine] = []
    for number, text in enumerate(words):
        holds = date in text and (number == 0 or number == len(words) - 1)
        lines.append(
            LabelLine(
                y=round(y + number * leading, 1),
                what=(text.replace(date, "", 1) if holds else text).strip(" "),
                date=row.text if holds else "",
            )
        )
    return tuple(lines)


def _marks(row: Row, axis: Axis, y: float) -> tuple[MarkView, ...]:
    return tuple(
        dict.fromkeys(mark for each in row.events for mark in marks_of(each, axis, round(y, 1)))
    )


def marks_of(event: Happening, axis: Axis, y: float) -> Iterable[MarkView]:
    """The marks of one event on its line."""
    period = event.period
    vague = period.approximate or period.uncertain or is_within(period)
    start = axis.at(period.start) if period.start else 0.0
    end = axis.at(_after(period.end)) if period.end else axis.width
    if period.start is None or period.end is None:
        known = period.start or period.end
        at, after = axis.at(known or datetime.date.min), axis.at(_after(known))
        solid = _mark("frame" if event.planned else "bar", at, max(after - at, LEAST), y, axis)
        unknown = "dashes" if event.planned else "hatch"
        if period.end is None:
            yield solid
            yield _mark(unknown, solid.x + solid.width, end - solid.x - solid.width, y, axis)
        else:
            yield _mark(unknown, start, solid.x - start, y, axis)
            yield solid
    elif vague:
        yield _mark("dashes" if event.planned else "hatch", start, end - start, y, axis)
    elif period.start == period.end:
        yield _mark("ring" if event.planned else "disc", start, end - start, y, axis)
    else:
        yield _mark("frame" if event.planned else "bar", start, end - start, y, axis)


def _mark(shape: str, x: float, width: float, y: float, axis: Axis) -> MarkView:
    """A mark of at least such a width that its shape can be told, inside the drawing."""
    least = LEAST_HATCHED if shape in {"hatch", "dashes"} else LEAST
    wide = max(width, least)
    if shape in {"disc", "ring"}:
        wide = least + 1
    middle = x + width / 2
    begin = min(max(middle - wide / 2, 0.0), axis.width - wide)
    return MarkView(shape=shape, x=round(begin, 1), y=y, width=round(wide, 1), height=LEAST)


def _bands(axis: Axis, width: float, *, rtl: bool) -> tuple[BandView, ...]:
    return tuple(
        BandView(
            x=round(width - band.x - band.width if rtl else band.x, 1),
            width=round(band.width, 1),
            shaded=bool(number % 2),
            title=band.title,
            text_x=round(width - band.x - 6 if rtl else band.x + 6, 1),
        )
        for number, band in enumerate(axis.bands)
    )


def _mirrored(line: LineView, width: float) -> LineView:
    marks = (replace(mark, x=round(width - mark.x - mark.width, 1)) for mark in line.marks)
    return replace(line, x=round(width - line.x, 1), marks=tuple(marks))


def _months(period: Period) -> tuple[int, int]:
    start = period.start or period.end or datetime.date.min
    return month_of(start), month_of(period.end or start)


def _after(day: datetime.date | None) -> datetime.date:
    if day is None or day == datetime.date.max:
        return datetime.date.max
    return day + datetime.timedelta(days=1)


def is_within(period: Period) -> bool:
    """Whether a month, a year or a digit X stands for one day of it: no interval was written."""
    return (
        period.start != period.end
        and "/" not in period.text
        and None
        not in {
            period.start,
            period.end,
        }
    )
