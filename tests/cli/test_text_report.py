"""Diagnostics for people, as they are printed."""

from __future__ import annotations

import textwrap

import pytest

from briefgen.cli.report.text import Look, report
from briefgen.diagnostics import Diagnostic, Severity, error, warning
from briefgen.model.marks import Mark

FILE = """\
---
title: Harbour
\tplace: Beirutt
who: 王毅 and others
accent: Cafe\u0301 Royal
speaker: ضمیر کابلوف in Moscow
"""


def line_of(_path: str, number: int) -> str | None:
    lines = FILE.splitlines()
    return lines[number - 1] if number <= len(lines) else None


def told(*diagnostics: Diagnostic, look: Look | None = None) -> str:
    return report(diagnostics, line_of, look or Look())


def at(line: int, column: int, length: int, *, code: str = "c", path: str = "a.md") -> Diagnostic:
    return error(code, "Sentence.", path, Mark(line=line, column=column, length=length))


def block(text: str) -> str:
    return textwrap.dedent(text).removeprefix("\n")


def test_nothing_to_tell_is_nothing() -> None:
    assert told() == ""


def test_a_diagnostic_shows_its_place_its_line_and_its_hint() -> None:
    one = error(
        "place-unknown",
        "No place is called `Beirutt`.",
        "content/a.md",
        Mark(line=2, column=8, length=7),
        hint="Did you mean `Beirut`?",
    )
    assert told(one) == block("""
        error[place-unknown]: No place is called `Beirutt`.
         --> content/a.md:2:8
           |
         2 | title: Harbour
           |        ^^^^^^^
           = hint: Did you mean `Beirut`?

        1 error in 1 file
        """)


def test_a_report_goes_file_by_file_and_sums_up() -> None:
    said = told(
        at(4, 1, 3, code="third", path="b.md"),
        warning("first", "No file is concerned."),
        at(2, 1, 5, code="second", path="a.md"),
        Diagnostic(code="fourth", severity=Severity.NOTE, message="So it is.", path="b.md"),
    )
    heads = [line for line in said.splitlines() if "[" in line]
    assert [head.partition("]")[0] for head in heads] == [
        "warning[first",
        "error[second",
        "note[fourth",
        "error[third",
    ]
    assert said.endswith("\n2 errors, 1 warning, 1 note in 2 files\n")


@pytest.mark.parametrize(
    ("line", "column", "length", "shown", "under"),
    [
        pytest.param(3, 9, 7, "    place: Beirutt", " " * 11 + "^^^^^^^", id="tab"),
        pytest.param(4, 6, 2, "who: 王毅 and others", "     ^^^^", id="wide"),
        pytest.param(4, 9, 3, "who: 王毅 and others", "          ^^^", id="after wide"),
        pytest.param(5, 9, 5, "accent: Cafe\u0301 Royal", "        ^^^^", id="combining"),
        pytest.param(5, 13, 1, "accent: Cafe\u0301 Royal", "           ^", id="on an accent"),
        pytest.param(2, 8, 70, "title: Harbour", "       ^^^^^^^", id="past the end"),
        pytest.param(2, 15, 1, "title: Harbour", "              ^", id="at the end"),
        pytest.param(2, 99, 3, "title: Harbour", "              ^", id="nowhere"),
        pytest.param(2, 8, 0, "title: Harbour", "       ^", id="no length"),
    ],
)
def test_the_underline_stands_below_what_it_means(
    line: int, column: int, length: int, shown: str, under: str
) -> None:
    rows = told(at(line, column, length)).splitlines()
    assert rows[3:5] == [f" {line} | {shown}", f"   | {under}"]


def test_right_to_left_words_are_repeated_for_a_terminal_may_show_them_elsewhere() -> None:
    rows = told(at(6, 10, 11)).splitlines()
    assert rows[4] == f"   | {' ' * 9}{'^' * 11} ضمیر کابلوف"


def test_a_mark_in_an_unknown_line_or_a_lost_file_shows_the_place_alone() -> None:
    assert told(at(99, 1, 1)) == block("""
        error[c]: Sentence.
         --> a.md:99:1

        1 error in 1 file
        """)


def test_the_line_of_a_withheld_item_is_not_shown_when_told_so() -> None:
    secret = error("c", "Sentence.", "a.md", Mark(line=2, column=1, length=5), item="article:x")
    assert "Harbour" in told(secret)
    said = told(secret, look=Look(withheld=frozenset({"article:x"})))
    assert "Harbour" not in said
    assert "withheld from this audience" in said


def test_nothing_in_a_file_or_message_steers_the_terminal() -> None:
    nasty = "a: \x1b[31m\x07\u202eevil\x85\ud800 \u200cok\x00"
    one = error("c", nasty, f"\x1b{nasty}.md", Mark(line=1, column=4, length=9), hint=nasty)
    said = report([one], lambda _path, _number: nasty, Look())
    assert not {"\x1b", "\x07", "\u202e", "\x85", "\x00", "\ud800"} & set(said)
    # What Persian needs stays.
    assert "\u200cok" in said


def test_colours_only_when_asked() -> None:
    assert "\x1b" not in told(at(2, 1, 5))
    painted = told(at(2, 1, 5), look=Look(colour=True))
    assert painted.startswith("\x1b[1;31merror[c]\x1b[0m: Sentence.")
    assert "\x1b[1;31m^^^^^\x1b[0m" in painted


def test_of_very_many_the_worst_are_shown() -> None:
    many = [warning("w", "A warning.", "a.md", Mark(line=n, column=1)) for n in range(1, 200)]
    said = told(*many, at(500, 1, 1), look=Look(most=3))
    assert said.count("warning[w]") == 2
    assert said.count("error[c]") == 1
    assert said.endswith("\n1 error, 199 warnings in 1 file (197 not shown; `-v` shows all)\n")
    assert told(*many, look=Look(most=0)).count("warning[w]") == 199
