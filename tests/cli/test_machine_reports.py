"""Diagnostics for programs."""

from __future__ import annotations

import json

from briefgen.cli.report import github
from briefgen.cli.report import json as json_report
from briefgen.diagnostics import Diagnostic, Severity, error, warning
from briefgen.model.marks import Mark

BAD = error(
    "place-unknown",
    "No place is called “Beirutt”: 100%.",
    "content/a,b:c.md",
    Mark(line=7, column=11, length=7),
    hint="Did you mean\n`Beirut`?",
    item="article:a",
)
DULL = warning("dull", "All of it.")
NOTE = Diagnostic(code="so", severity=Severity.NOTE, message="So it is.", path="x.md")


def test_json_gives_one_object_a_line_and_a_sum() -> None:
    said = json_report.report([BAD, NOTE, DULL], 1)
    assert said.isascii()
    objects = [json.loads(line) for line in said.splitlines()]
    assert [each["type"] for each in objects] == ["diagnostic"] * 3 + ["summary"]
    assert objects[1] == {
        "type": "diagnostic",
        "severity": "error",
        "code": "place-unknown",
        "message": "No place is called “Beirutt”: 100%.",
        "hint": "Did you mean\n`Beirut`?",
        "path": "content/a,b:c.md",
        "line": 7,
        "column": 11,
        "length": 7,
        "item": "article:a",
    }
    assert (objects[0]["path"], objects[0]["line"], objects[0]["column"]) == ("", 0, 0)
    assert objects[3] == {
        "type": "summary",
        "errors": 1,
        "warnings": 1,
        "notes": 1,
        "files": 2,
        "exit": 1,
    }


def test_json_of_nothing_is_the_sum_alone() -> None:
    assert json.loads(json_report.report([], 0))["errors"] == 0


def test_json_survives_a_name_that_is_not_unicode() -> None:
    odd = error("c", "Sentence.", "a\udcff.md")
    assert json.loads(json_report.report([odd], 1).splitlines()[0])["path"] == "a\udcff.md"


def test_github_gets_escaped_commands() -> None:
    assert github.report([BAD, NOTE, DULL], "site") == (
        "::warning title=dull::All of it.\n"
        "::error file=site/content/a%2Cb%3Ac.md,line=7,col=11,endColumn=17,title=place-unknown"
        "::No place is called “Beirutt”: 100%25.%0ADid you mean `Beirut`?\n"
        "::notice file=site/x.md,title=so::So it is.\n"
        "1 error, 1 warning, 1 note in 2 files\n"
    )
    assert github.report([]) == ""


def test_a_message_cannot_smuggle_a_workflow_command() -> None:
    said = github.report([error("c", "x\n::stop-commands::y\r::add-mask::z")])
    assert [line for line in said.splitlines() if line.startswith("::")] == [
        "::error title=c::x ::stop-commands::y ::add-mask::z"
    ]
