"""`briefgen verify`: of a folder whether it holds, of a brief what became of it."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable

import pikepdf
import pypdf
import pytest

from briefgen.deliver.record import record
from briefgen.progress import Silent
from tests.harness import SiteFolder

Program = Callable[..., subprocess.CompletedProcess[str]]
NOW = ("--now", "2021-08-30T12:00Z")


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """A brief was sent, and then much happened to its items."""
    site = SiteFolder(tmp_path_factory.mktemp("verify") / "site")
    for slug in ("kept", "retitled", "mended", "taken", "gone"):
        site.article(slug)
    site.packet("first", ["kept", "retitled", "mended", "taken", "gone"], more="bluf: Calm.\n")
    site.build_well(pdf=True)
    assert record(site.request(), "first", Silent()).issue is not None
    shutil.copy(site.built / "packets/first.pdf", site.root / "old.pdf")
    site.edit("content/articles/retitled.md", "title: Retitled", "title: Another name")
    site.edit(
        "content/articles/mended.md",
        "---\nA body.",
        "corrections: [{date: 2021-08-28, kind: update, note: Open.}]\n---\nA body.",
    )
    site.edit("content/articles/taken.md", "summary:", "status: withdrawn\nsummary:")
    site.delete("content/articles/gone.md")
    site.packet("first", ["kept", "retitled", "mended", "taken"], more="bluf: Tense.\n")
    return site


def test_an_old_brief_tells_what_became_of_it(sent: SiteFolder, program: Program) -> None:
    ran = program("verify", "old.pdf", *NOW, cwd=sent.root)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout == (
        "old.pdf: “First” (first), sent to public on 2021-08-27 12:00 UTC.\n"
        "Nothing later was sent of this packet.\n"
        "  The packet: reads otherwise now (bluf, sections).\n"
        "  “Another name” (retitled): reads otherwise now (title).\n"
        "  “Mended” (mended): update, 2021-08-28: Open.\n"
        "  “Taken” (taken): the audience may not see it any more: it is withdrawn.\n"
        "  gone: its file is gone, or cannot be read.\n"
        "1 item as it was.\n"
    )
    answer = json.loads(
        program("verify", "old.pdf", "--format", "json", *NOW, cwd=sent.root).stdout.splitlines()[0]
    )
    assert [item["standing"] for item in answer["items"]] == [
        "as it was",
        "changed",
        "as it was",
        "withheld",
        "gone",
    ]
    assert answer["items"][2]["corrections"] == [
        {"date": "2021-08-28", "kind": "update", "note": "Open."}
    ]
    assert (answer["audience"], answer["current"]) == ("public", True)


def test_a_public_log_does_not_name_what_is_withheld(sent: SiteFolder, program: Program) -> None:
    ran = program("verify", "old.pdf", *NOW, cwd=sent.root, CI="1")
    assert "aken" not in ran.stdout
    assert "an item that a log does not name: the audience may not see it any more.\n" in ran.stdout


def test_a_later_issue_is_told(sent: SiteFolder, program: Program) -> None:
    ledger = sent.root / "content/ledger/public.jsonl"
    before = ledger.read_text()
    later = {**json.loads(before), "brief": "0" * 64, "issued": "2021-08-29T06:00:00Z"}
    ledger.write_text(before + json.dumps(later) + "\n")
    said = program("verify", "old.pdf", *NOW, cwd=sent.root).stdout
    ledger.write_text(before)
    assert "not the last of this packet: that was sent on 2021-08-29 06:00 UTC." in said


def test_an_unknown_file_is_told_as_such(sent: SiteFolder, program: Program) -> None:
    stranger = sent.root / "stranger.pdf"
    stranger.write_bytes(b"%PDF-1.7\n")
    ran = program("verify", "stranger.pdf", cwd=sent.root)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "error[brief-unknown]: stranger.pdf stands in no ledger" in ran.stderr
    ran = program("verify", "nowhere.pdf", cwd=sent.root)
    assert (ran.returncode, ran.stdout) == (2, "")


def test_a_brief_that_was_saved_anew_is_told_by_its_digest(
    sent: SiteFolder, program: Program
) -> None:
    (line,) = (sent.root / "content/ledger/public.jsonl").read_text().splitlines()
    with pikepdf.open(sent.root / "old.pdf") as pdf:
        pdf.docinfo["/Title"] = "Another title"
        pdf.save(sent.root / "saved.pdf")
    ran = program("verify", "saved.pdf", *NOW, cwd=sent.root)
    assert (ran.returncode, ran.stdout) == (1, "")
    assert (
        "error[brief-altered]: saved.pdf says that it is the brief “first”, of which one was sent"
        " to public on 2021-08-27 12:00 UTC, and it is not that file." in ran.stderr
    )
    text = "".join(pypdf.PdfReader(sent.root / "old.pdf").pages[-1].extract_text().split())
    assert json.loads(line)["digest"] in text, "the colophon names the digest of the ledger"


def test_a_folder_that_was_tampered_with_does_not_hold(site: SiteFolder, program: Program) -> None:
    assert program("verify", cwd=site.root).returncode == 1
    site.build_well()
    held = program("verify", cwd=site.root)
    assert (held.returncode, held.stderr) == (0, "")
    assert held.stdout.endswith(" for public, each as it was built.\n")
    (site.built / "CNAME").write_text("example.org")
    assert "1 file beside them" in program("verify", "output", cwd=site.root).stdout
    (site.built / "index.html").write_text("Buy now")
    (site.built / "404.html").unlink()
    ran = program("verify", cwd=site.root)
    assert (ran.returncode, ran.stdout) == (1, "output: it does not hold.\n")
    assert "index.html in " in ran.stderr
    assert "404.html is gone from " in ran.stderr


def test_a_folder_between_two_builds_is_noticed(site: SiteFolder, program: Program) -> None:
    site.build_well()
    sums = site.built / "SHA256SUMS"
    lines = sums.read_text().splitlines()
    sums.write_text("\n".join([*lines, f"{'0' * 64}  {lines[1].split('  ')[1]}"]) + "\n")
    ran = program("verify", cwd=site.root)
    assert (ran.returncode, "output-mixed" in ran.stderr) == (1, True)
