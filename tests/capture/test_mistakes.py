"""What goes wrong is told, and nothing is overwritten or put where it would be lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.capture.conftest import SETTINGS, Capture

TEXT = "The ferry is late\n\n“We will not wait for another year,” Harbour Master John Smith said."


def written(desk: Path) -> list[str]:
    return sorted(
        str(path.relative_to(desk))
        for path in desk.rglob("*")
        if path.is_file() and "y" in path.name
    )


@pytest.mark.parametrize(
    ("target", "message", "hint"),
    [
        ("nothing.txt", "nothing.txt is not there.", "a file, a web address"),
        (".", "is a folder.", "a file, a web address"),
        (
            "www.example.com/a",
            "There is no file `www.example.com/a`.",
            "`https://www.example.com/a`",
        ),
        ("ftp://example.com/a", "cannot fetch `ftp://` addresses", "Name a file"),
        ("file:///etc/hosts", "cannot fetch `file://` addresses", "Name a file"),
        ("", "What to capture is missing.", "Name a file"),
        ("https://me:word@example.com/", "holds a name or password", "before the @"),
    ],
)
def test_a_wrong_target_is_told(capture: Capture, target: str, message: str, hint: str) -> None:
    ran = capture(*([target] if target else []))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("error[")
    assert message in ran.err
    assert hint in ran.err


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "There is no text in it."),
        (b" \n\n", "There is no text in it."),
        (b"%PDF-1.7\nbroken", "This PDF is damaged"),
        (b"<html><body></body></html>", "No article could be found"),
        (b"PK\x03\x04\x00\x00", "This is an office document"),
        (b"\x89PNG\r\n\x1a\n\x00", "This is a picture"),
        (b"\x00\x01\x02", "This is neither text"),
    ],
)
def test_where_nothing_can_be_read_nothing_is_written(
    capture: Capture, desk: Path, data: bytes, message: str
) -> None:
    ran = capture("-", typed=data)
    assert (ran.code, ran.out) == (1, "")
    assert message in ran.err
    assert not (desk / "content").exists()


def test_this_machine_is_not_fetched_from(capture: Capture, desk: Path) -> None:
    ran = capture("http://127.0.0.1:1/")
    assert ran.code == 1
    assert "error[capture-private]" in ran.err
    assert not (desk / "content").exists()


@pytest.mark.parametrize("name", ["output/a.md", ".briefgen/a.md", "output/x/../a.md", "site/a.md"])
def test_nothing_is_written_into_what_is_built(capture: Capture, desk: Path, name: str) -> None:
    built = desk / "site"
    built.mkdir()
    from briefgen.publish.manifest import Manifest, format_manifest

    (built / "SHA256SUMS").write_bytes(format_manifest(Manifest(audience="public")))
    ran = capture("-", "-o", name, typed=TEXT.encode())
    assert ran.code == 2
    assert "error[draft-refused]" in ran.err
    assert not (desk / "content").exists()


def test_sources_inside_the_output_are_refused(capture: Capture, desk: Path) -> None:
    (desk / "briefgen.yaml").write_text(f"{SETTINGS}sources_dir: output/s\n", encoding="utf-8")
    ran = capture("-", typed=TEXT.encode())
    assert ran.code == 2
    assert "error[sources-refused]" in ran.err
    assert not (desk / "output").exists()


def test_a_draft_is_written_where_one_asks_and_never_over_a_file(
    capture: Capture, desk: Path
) -> None:
    ran = capture("-", "-o", "content/articles/mine.md", typed=TEXT.encode())
    assert ran.code == 0
    assert ran.out.endswith("Draft: content/articles/mine.md\n")
    before = (desk / "content/articles/mine.md").read_bytes()
    again = capture("-", "-o", "content/articles/mine.md", typed=b"Another text.")
    assert again.code == 2
    assert "nothing is overwritten" in again.err
    assert (desk / "content/articles/mine.md").read_bytes() == before
    outside = capture("-", "-o", "mine.md", typed=b"A third text, of which nobody knows.")
    assert outside.code == 0
    assert "warning[draft-outside]" in outside.err


def test_two_drafts_of_one_title_get_two_addresses(capture: Capture, desk: Path) -> None:
    """The address of an article is its name without the date."""
    capture("-", typed=TEXT.encode())
    other = TEXT.split("\n", maxsplit=1)[0] + "\n\n9 July 2021\n\nQuite another story is told here."
    ran = capture("-", typed=other.encode())
    assert "Draft: content/articles/2021-07-09-the-ferry-is-late-2.md" in ran.out
    assert len(written(desk / "content" / "articles")) == 2


def test_a_site_without_a_label_for_all_gets_the_strictest(capture: Capture, desk: Path) -> None:
    settings = SETTINGS.replace("default_tlp: CLEAR\n", "")
    (desk / "briefgen.yaml").write_text(settings, encoding="utf-8")
    capture("-", typed=TEXT.encode())
    (draft,) = (desk / "content" / "articles").iterdir()
    assert "\ntlp: RED " in draft.read_text(encoding="utf-8")


def test_wrong_settings_are_told(capture: Capture, desk: Path) -> None:
    (desk / "briefgen.yaml").write_text("titel: Desk\n", encoding="utf-8")
    ran = capture("-", typed=TEXT.encode())
    assert ran.code == 2
    assert "Did you mean `title`?" in ran.err


def test_a_program_gets_one_object_a_line(capture: Capture, desk: Path) -> None:
    import json

    ran = capture("-", "--format", "json", typed=TEXT.encode())
    told = [json.loads(line) for line in ran.out.splitlines()]
    assert [each["type"] for each in told] == ["summary", "captured"]
    assert Path(told[-1]["draft"]).parent == desk / "content" / "articles"


def test_a_project_with_a_fresh_draft_can_be_built(capture: Capture, desk: Path) -> None:
    """An unfinished draft must not stand in the way of the rest."""
    from briefgen.cli.main import main

    assert capture("-", typed=TEXT.encode()).code == 0
    assert main(["check", "-C", str(desk)]) == 0
