"""What may be written to which stream."""

from __future__ import annotations

import io

import pytest

from briefgen.cli import progress
from briefgen.cli.progress import Bar, Log, fit
from briefgen.cli.terminal import in_ci, manners


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


COLOUR, LIVE = "colour", "live"


@pytest.mark.parametrize(
    ("stream", "environment", "flag", "may"),
    [
        (Screen(), {"TERM": "xterm"}, "auto", {COLOUR, LIVE}),
        (Screen(), {"TERM": "xterm"}, "never", {LIVE}),
        (Screen(), {"TERM": "xterm", "NO_COLOR": "1"}, "auto", {LIVE}),
        (Screen(), {"TERM": "xterm", "NO_COLOR": ""}, "auto", {COLOUR, LIVE}),
        (Screen(), {"TERM": "xterm", "NO_COLOR": "1"}, "always", {COLOUR, LIVE}),
        (Screen(), {"TERM": "xterm", "CI": "true"}, "auto", {COLOUR}),
        (Screen(), {"TERM": "dumb"}, "auto", set()),
        (io.StringIO(), {"TERM": "xterm"}, "auto", set()),
        (io.StringIO(), {"TERM": "xterm"}, "always", {COLOUR}),
        (None, {}, "auto", set()),
    ],
)
def test_manners(
    stream: io.StringIO | None, environment: dict[str, str], flag: str, may: set[str]
) -> None:
    found = manners(stream, environment, flag)
    assert (found.colour, found.live) == (COLOUR in may, LIVE in may)
    assert found.width == 100


@pytest.mark.parametrize("value", ["true", "1", "yes", "GitLab"])
def test_ci_is_believed(value: str) -> None:
    assert in_ci({"CI": value})


@pytest.mark.parametrize("environment", [{}, {"CI": ""}, {"CI": "false"}, {"CI": "0"}])
def test_without_ci(environment: dict[str, str]) -> None:
    assert not in_ci(environment)


def test_the_bar_waits_moves_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    now = [0.0]
    monkeypatch.setattr(progress, "stopwatch", lambda: now[0])
    screen = Screen()
    bar = Bar(screen, 44)
    bar.stage("render", 200)
    bar.advance("render", "articles/a.html")
    assert screen.getvalue() == "", "a quick build shows nothing"
    now[0] = 0.5
    for _ in range(99):
        bar.advance("render", "articles/王毅-and-others.html")
    assert screen.getvalue() == "\r\x1b[Krender [....................] 2/200 article", "once"
    now[0] = 0.65
    bar.advance("render", "b")
    assert screen.getvalue().endswith("\r\x1b[Krender [##########..........] 101/200 b")
    bar.stage("publish")
    assert screen.getvalue().endswith("\r\x1b[Kpublish ")
    bar.end()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_a_bar_that_never_showed_erases_nothing() -> None:
    screen = Screen()
    bar = Bar(screen, 44)
    bar.stage("scan")
    bar.end()
    assert screen.getvalue() == ""


def test_the_log_has_a_line_for_each_stage() -> None:
    stream = io.StringIO()
    log = Log(stream)
    log.stage("scan")
    log.stage("render", 1200)
    log.advance("render", "a")
    log.end()
    assert stream.getvalue() == "scan\nrender 1,200\n"


def test_text_is_fitted_by_columns() -> None:
    assert fit("王毅", 3) == "王"
    assert fit("a\x1b[K\nb", 10) == "a␛[K b"
