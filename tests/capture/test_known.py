"""What was captured before is told, and nothing of it is touched."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from briefgen.capture.capture import Request
from briefgen.capture.capture import capture as run_capture
from briefgen.capture.material import Material
from briefgen.diagnostics import Diagnostic
from briefgen.likeness.addresses import canonical
from briefgen.likeness.resemblance import ALIKE, Likeness
from briefgen.model.request import Exit
from tests.capture.conftest import Capture
from tests.capture.drafts import source_of

TEXT = (
    "The ferry is late\n\nThe two sides met on Monday in the harbour office, and both said that the"
    " talks would go on next week in the capital. “We will not wait for another year,” Harbour"
    " Master John Smith said. He added that the boats were old and that nobody had paid for them.\n"
)
ARTICLE = """\
---
title: Ferry
date: 2021-07-08
summary: A summary.
source:
  title: Ferry
  url: https://www.example.com/a/Ferry-7/?utm_source=mail&id=3#top
---
"""


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://example.com/a", "http://www.EXAMPLE.com/a/#part", True),
        ("https://example.com/a?id=3&utm_medium=x", "https://example.com/a?fbclid=9&id=3", True),
        ("https://example.com:443/a?b=1&a=2", "https://example.com/a?a=2&b=1", True),
        ("https://example.com/%D8%A7", "https://example.com/ا", True),
        ("https://example.com/a?id=3", "https://example.com/a?id=4", False),
        ("https://example.com/a", "https://example.com/A", False),
        ("https://example.com/a", "https://example.org/a", False),
        ("https://example.com:8080/a", "https://example.com/a", False),
    ],
)
def test_tracking_does_not_make_another_address(one: str, other: str, same: bool) -> None:  # noqa: FBT001  a column
    assert (canonical(one) == canonical(other)) is same


def test_an_address_is_known_before_anything_is_fetched(desk: Path) -> None:
    article = desk / "content" / "articles" / "ferry.md"
    article.parent.mkdir(parents=True)
    article.write_text(ARTICLE, encoding="utf-8")
    happened: list[str] = []

    def fetch(url: str) -> Material:
        happened.append("fetched")
        return Material(data=TEXT.encode(), address=url, media_type="text/plain")

    def tell(known: Diagnostic) -> None:
        happened.append(f"{known.code} {known.path}:{known.mark.line}")

    url = "http://example.com/a/Ferry-7?id=3"
    now = datetime.datetime(2021, 8, 17, tzinfo=datetime.UTC)
    strict = Request(root=str(desk), now=now, target=url, strict=True)
    done = run_capture(strict, tell, fetch)
    assert (done.exit, happened) == (Exit.CONTENT, ["source-known content/articles/ferry.md:7"])
    happened.clear()
    done = run_capture(Request(root=str(desk), now=now, target=url), tell, fetch)
    assert done.exit is Exit.DONE
    assert happened == ["source-known content/articles/ferry.md:7", "fetched"]
    assert Path(done.snapshot).read_text(encoding="utf-8") == TEXT
    assert article.read_text(encoding="utf-8") == ARTICLE


def test_what_an_address_gives_is_kept_with_it(desk: Path) -> None:
    def fetch(_url: str) -> Material:
        return Material(
            data=TEXT.encode(), address="https://example.com/in/the/end", media_type="text/plain"
        )

    now = datetime.datetime(2021, 8, 17, tzinfo=datetime.UTC)
    request = Request(root=str(desk), now=now, target="https://example.com/short")
    done = run_capture(request, lambda _known: None, fetch)
    assert source_of(Path(done.draft)).url == "https://example.com/in/the/end"


def test_the_same_text_is_told_and_its_snapshot_used_again(capture: Capture, desk: Path) -> None:
    first = capture("-", typed=TEXT.encode())
    assert first.out.startswith("Snapshot: content/sources/2021-08-18-the-ferry-is-late.txt\n")
    again = capture("-", typed=TEXT.encode())
    assert again.code == 0
    assert "The same text was captured before" in again.err
    assert again.out == "Draft: content/articles/2021-08-18-the-ferry-is-late-2.md\n"
    assert len(list((desk / "content" / "sources").iterdir())) == 1
    strict = capture("-", "--strict", typed=TEXT.encode())
    assert (strict.code, strict.out) == (1, "")


def test_nearly_the_same_text_is_told(capture: Capture) -> None:
    capture("-", typed=TEXT.encode())
    changed = TEXT.replace("Monday", "Tuesday").replace("“", '"').replace("”", '"').upper()
    ran = capture("-", typed=changed.encode())
    assert ran.code == 0
    assert "Nearly the same text" in ran.err
    assert ran.out.count("\n") == 2


def test_another_text_on_the_same_event_is_another() -> None:
    other = "Harbour Master John Smith said on Monday that the talks will go on in the capital."
    assert Likeness(TEXT).to(other) < ALIKE
    assert Likeness(TEXT).to(f"{TEXT}\n\nShare this page. Leave a comment.") > ALIKE
    assert Likeness("").to("") == 0
    assert Likeness("今日は世界の皆さん").to("今日は世界の皆さん") == 1
