"""`briefgen watch` as a user runs it, on a disk and a clock that are real."""

from __future__ import annotations

import datetime
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pytest

if TYPE_CHECKING:
    from tests.harness import SiteFolder

ROOT = Path(__file__).parents[2]
DEADLINE = 30.0
# Tests that run in the background may be deaf to Ctrl-C; the program is not to inherit that.
PROGRAM = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from briefgen.cli.main import entry
entry()
"""


class Watching:
    """A running `briefgen watch`, and what it said."""

    def __init__(self, site: SiteFolder, log: Path, *argv: str) -> None:
        self._log = log
        with log.open("w") as stream:
            self.process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM, "watch", "--no-pdf", *argv],
                cwd=site.root,
                env=os.environ | {"PYTHONPATH": str(ROOT), "CI": ""},
                stdout=subprocess.DEVNULL,
                stderr=stream,
            )
        self.until(lambda: "Watching." in self.said())

    def said(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until it is so."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            if _holds(condition):
                return
            assert self.process.poll() is None, self.said()
            time.sleep(0.01)
        raise AssertionError(self.said())

    def stop(self, how: signal.Signals) -> int:
        self.process.send_signal(how)
        return self.process.wait(DEADLINE)


def _holds(condition: Callable[[], bool]) -> bool:
    try:
        return condition()
    except FileNotFoundError:
        return False


class Start(Protocol):
    def __call__(self, site: SiteFolder, *argv: str) -> Watching: ...


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    running: list[Watching] = []

    def go(site: SiteFolder, *argv: str) -> Watching:
        running.append(Watching(site, tmp_path / "log", *argv))
        return running[-1]

    yield go
    for each in running:
        if each.process.poll() is None:
            each.process.kill()
            each.process.wait()


def test_edits_additions_renames_and_deletions_show(site: SiteFolder, start: Start) -> None:
    watching = start(site)
    articles = site.built / "articles"
    assert "A body." in site.page("articles/drills.html")

    site.edit("content/articles/drills.md", "A body.", "Another body.")
    watching.until(lambda: "Another body." in site.page("articles/drills.html"))

    site.article("new", title="A new one")
    watching.until(lambda: "A new one" in site.page("articles/new.html"))

    site.rename("content/articles/new.md", "content/articles/deep/er/newer.md")
    watching.until((articles / "newer.html").exists)
    watching.until(lambda: not (articles / "new.html").exists())

    site.edit("content/articles/deep/er/newer.md", "A body.", "Far below.")
    watching.until(lambda: "Far below." in site.page("articles/newer.html"))

    shutil.rmtree(site.root / "content/articles/deep")
    watching.until(lambda: not (articles / "newer.html").exists())

    # As vim does it: the old file aside, another written, the old one away.
    file = site.root / "content/articles/drills.md"
    text = file.read_text()
    file.rename(file.with_name("drills.md~"))
    file.write_text(text.replace("Another body.", "By vim."))
    file.with_name("drills.md~").unlink()
    watching.until(lambda: "By vim." in site.page("articles/drills.html"))

    # As most others do: a new file in the place of the old.
    temporary = file.with_name("drills.md.tmp")
    temporary.write_text(text.replace("Another body.", "By another."))
    temporary.replace(file)
    watching.until(lambda: "By another." in site.page("articles/drills.html"))
    assert "error" not in watching.said()


def test_a_content_folder_that_goes_and_comes_back_works(site: SiteFolder, start: Start) -> None:
    watching = start(site)
    page = site.built / "articles/drills.html"
    (site.root / "content").rename(site.root / "aside")
    watching.until(lambda: not page.exists())
    (site.root / "aside").rename(site.root / "content")
    watching.until(page.exists)
    site.edit("content/articles/drills.md", "A body.", "Seen again.")
    watching.until(lambda: "Seen again." in page.read_text())


def test_templates_styles_and_settings_are_watched(site: SiteFolder, start: Start) -> None:
    watching = start(site)
    site.edit("themes/tiny/templates/base.html", "</head>", "<!-- from the theme --></head>")
    watching.until(lambda: "<!-- from the theme -->" in site.page("articles/drills.html"))

    (site.root / "themes/tiny/static/tiny.css").write_text("p { color: rebeccapurple }")
    watching.until(lambda: any("rebeccapurple" in f.read_text() for f in site.built.rglob("*.css")))

    site.edit("briefgen.yaml", "title: Amu Desk", "title: Oxus Desk")
    watching.until(lambda: "Oxus Desk" in site.page("index.html"))


def test_errors_come_and_go_while_the_last_good_output_stays(
    site: SiteFolder, start: Start
) -> None:
    watching = start(site)
    before = site.files()
    site.edit("content/articles/drills.md", "summary: ", "sumary: ")
    watching.until(lambda: "Did you mean `summary`?" in watching.said())
    assert site.files() == before
    site.edit("content/articles/drills.md", "sumary: ", "summary: ")
    watching.until(lambda: "It works again." in watching.said())

    site.edit("briefgen.yaml", "language: en", "language: [")
    watching.until(lambda: "--> briefgen.yaml:" in watching.said())
    assert site.files() == before
    site.edit("briefgen.yaml", "language: [", "language: en")
    watching.until(lambda: watching.said().count("It works again.") == 2)

    site.rename("briefgen.yaml", "aside.yaml")
    watching.until(lambda: "Its presence marks the root" in watching.said())
    site.rename("aside.yaml", "briefgen.yaml")
    watching.until(lambda: watching.said().count("It works again.") == 3)
    site.edit("content/articles/drills.md", "A body.", "Still here.")
    watching.until(lambda: "Still here." in site.page("articles/drills.html"))


def test_own_output_and_temporary_files_are_no_changes(site: SiteFolder, start: Start) -> None:
    watching = start(site, "-v")
    builds = watching.said().count("scan")
    (site.built / "stray.txt").write_text("not ours")
    for name in (".drills.md.swp", "4913", "drills.md~", "#drills.md#"):
        (site.root / "content/articles" / name).write_text("x")
        (site.root / "content/articles" / name).unlink()
    site.edit("content/articles/drills.md", "A body.", "Another body.")
    watching.until(lambda: "Another body." in site.page("articles/drills.html"))
    # The one edit, and one that the editing may have been cut into.
    watching.until(lambda: "content/articles/drills.md" in watching.said())
    assert watching.said().count("scan") - builds <= 2, watching.said()


def test_an_embargo_that_falls_due_is_a_change(site: SiteFolder, start: Start) -> None:
    due = datetime.datetime.now(tz=datetime.UTC) + datetime.timedelta(seconds=6)
    site.article("later", more=f"embargo: {due.isoformat(timespec='seconds')}\n")
    watching = start(site)
    if datetime.datetime.now(tz=datetime.UTC) < due - datetime.timedelta(seconds=1):
        assert not (site.built / "articles/later.html").exists()
    watching.until((site.built / "articles/later.html").exists)
    assert datetime.datetime.now(tz=datetime.UTC) >= due.replace(microsecond=0)


@pytest.mark.parametrize(
    ("how", "code", "word"), [(signal.SIGINT, 130, "Stopped.\n"), (signal.SIGTERM, 143, "")]
)
def test_it_stops_cleanly(
    site: SiteFolder, start: Start, how: signal.Signals, code: int, word: str
) -> None:
    watching = start(site)
    assert watching.stop(how) == code
    assert watching.said().partition("Ctrl-C.\n")[2] == word
