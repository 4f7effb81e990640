"""`check --fix`: digests of snapshots, and no other byte."""

from __future__ import annotations

import hashlib
import io
import sys
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.harness import SiteFolder

TEXT = b"What was captured.\n"
SHA = hashlib.sha256(TEXT).hexdigest()
OLD = "0" * 64
PLACE = "content/articles/talks.md"
SOURCE = """\
---
# An article.
title: "Talks"   # a comment
date: 2021-08-16
summary: A summary.
source:
  title: A report
  snapshot: talks.txt   # what we keep
{digest}  publisher: The Gazette
x_own: [1,  2]
---
A body.
"""


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    """A site with a snapshot; nobody sits at a terminal."""
    made = SiteFolder(tmp_path / "site")
    (made.root / "content/sources").mkdir(parents=True)
    (made.root / "content/sources/talks.txt").write_bytes(TEXT)
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(sys, "stdin", io.StringIO(""))
    return made


def write(site: SiteFolder, digest: str = "", source: str = SOURCE) -> bytes:
    data = source.format(digest=digest).encode()
    place = site.root / PLACE
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data)
    return data


def fix(site: SiteFolder, *flags: str) -> int:
    return main(["check", "--fix", "-C", str(site.root), *flags])


def after(site: SiteFolder) -> bytes:
    return (site.root / PLACE).read_bytes()


def test_a_digest_that_is_missing_is_written_below_its_snapshot(site: SiteFolder) -> None:
    write(site)
    assert fix(site, "--yes") == 0
    assert after(site) == SOURCE.format(digest=f"  sha256: {SHA}\n").encode()


@pytest.mark.parametrize(
    ("before", "then"),
    [
        (f"  sha256: {OLD}\n", f"  sha256: {SHA}\n"),
        (f"  sha256:   '{OLD}'  # noted\n", f"  sha256:   '{SHA}'  # noted\n"),
        ("  sha256:\n", f"  sha256: {SHA}\n"),
        ("  sha256:  # to come\n", f"  sha256:  {SHA} # to come\n"),
    ],
)
def test_only_the_digest_is_replaced(site: SiteFolder, before: str, then: str) -> None:
    write(site, before)
    assert fix(site, "--yes") == 0
    assert after(site) == SOURCE.format(digest=then).encode()


def test_line_ends_and_the_byte_order_mark_stay(site: SiteFolder) -> None:
    source = "\ufeff" + SOURCE.replace("\n", "\r\n")
    write(site, source=source)
    assert fix(site, "--yes") == 0
    assert after(site) == source.format(digest=f"  sha256: {SHA}\r\n").encode()


HEAD = "---\ntitle: T\ndate: 2021-08-16\nsummary: S.\n"


@pytest.mark.parametrize(
    "source",
    [
        f"{HEAD}source: {{title: R, snapshot: talks.txt}}\n---\n",
        f"{HEAD}kept: talks.txt\n---\n",
        f"{HEAD}source:\n  title: R\n  snapshot: >-\n    talks.txt\n---\n",
    ],
)
def test_what_is_written_otherwise_is_left_to_its_author(
    site: SiteFolder, capsys: pytest.CaptureFixture[str], source: str
) -> None:
    aliases = "field_aliases: {kept: source.snapshot}"
    site.edit("briefgen.yaml", "language: en", f"language: en\n{aliases}")
    place = site.root / PLACE
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(source, encoding="utf-8")
    fix(site, "--yes")
    assert place.read_text(encoding="utf-8") == source
    assert "write it yourself" in capsys.readouterr().err


def test_the_difference_is_shown_and_nothing_written_without_a_word(
    site: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write(site, f"  sha256: {OLD}\n")
    assert fix(site) == 1  # the digest is still not true
    assert after(site) == data
    said = capsys.readouterr().err
    assert f"- sha256: {OLD}\n  + sha256: {SHA}\n" in said
    assert "Look at the quotations again" in said
    assert "with --yes" in said


@pytest.mark.parametrize(("answer", "written"), [("y\n", True), ("n\n", False), ("\n", False)])
def test_a_person_is_asked(
    site: SiteFolder,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
    written: bool,  # noqa: FBT001  a column
) -> None:
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    data = write(site)
    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    monkeypatch.setattr(sys, "stderr", Terminal())
    fix(site)
    assert (after(site) != data) is written


def test_a_file_that_was_changed_meanwhile_is_left_alone(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(site)

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

        def readline(self, *_: object) -> str:  # type: ignore[override]  # the answer takes its time
            (site.root / PLACE).write_bytes(SOURCE.format(digest="").encode() + b"More.\n")
            return "y\n"

    terminal = Terminal()
    monkeypatch.setattr(sys, "stdin", terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    fix(site)
    assert after(site).endswith(b"More.\n")
    assert b"sha256" not in after(site)
    assert "changed meanwhile" in terminal.getvalue()
    assert [each.name for each in (site.root / PLACE).parent.iterdir()] == ["talks.md"]


def test_links_and_rights_stay(site: SiteFolder) -> None:
    write(site)
    real = site.root / "talks-elsewhere.md"
    (site.root / PLACE).rename(real)
    real.chmod(0o640)
    (site.root / PLACE).symlink_to(real)
    assert fix(site, "--yes") == 0
    assert (site.root / PLACE).is_symlink()
    assert SHA.encode() in real.read_bytes()
    assert real.stat().st_mode & 0o777 == 0o640


def test_yes_alone_is_a_mistake(site: SiteFolder) -> None:
    write(site)
    assert main(["check", "--yes", "-C", str(site.root)]) == 2


def test_a_digest_in_order_is_not_touched(
    site: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    data = write(site, f"  sha256: {SHA.upper()}\n")
    assert fix(site, "--yes") == 0
    assert after(site) == data
    assert "nothing to fix" in capsys.readouterr().err
