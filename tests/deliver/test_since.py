"""Since last time: what the page and the brief of a packet say of the one before."""

from __future__ import annotations

import datetime
import json
import re
import shutil
from pathlib import Path

import pypdf
import pytest

from briefgen.deliver.record import record
from briefgen.model.request import Exit
from briefgen.progress import Silent
from tests.harness import NOON, SiteFolder

LEDGER = "content/ledger/public.jsonl"
NEXT = NOON + datetime.timedelta(days=1)
CORRECTION = "corrections: [{date: 2021-08-17, note: The harbour was open.}]\n"


@pytest.fixture(scope="module")
def recorded(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """The first packet of a series, built with its brief and recorded."""
    site = SiteFolder(tmp_path_factory.mktemp("since") / "site")
    for slug in ("kept", "retitled", "rewritten", "gone", "hidden"):
        site.article(slug)
    site.packet(
        "first",
        ["kept", "retitled", "rewritten", "gone", "hidden"],
        more="series: weekly\nnumber: 1\n",
    )
    record_built(site)
    desk = {"audience": "desk", "output": str(site.root / "desk")}
    record_built(site, **desk)
    shutil.rmtree(site.root / "desk")
    return site


@pytest.fixture
def weekly(recorded: SiteFolder, tmp_path: Path) -> SiteFolder:
    """The same, with the second packet written."""
    left = shutil.ignore_patterns("output", ".briefgen")
    shutil.copytree(recorded.root, tmp_path / "site", ignore=left)
    site = SiteFolder(tmp_path / "site", theme="")
    site.edit("briefgen.yaml", "theme: \n", "theme: tiny\n")
    site.article("fresh")
    site.packet(
        "second", ["kept", "fresh", "retitled", "rewritten"], more="series: weekly\nnumber: 2\n"
    )
    site.edit("content/packets/second.md", "date: 2021-08-17", "date: 2021-08-24")
    return site


def record_built(site: SiteFolder, packet: str = "first", **options: object) -> None:
    """Build, and record what was built."""
    site.build_well(pdf=True, **options)
    done = record(site.request(**options), packet, Silent())
    assert done.exit is Exit.DONE, done.diagnostics
    assert not done.already


def told(site: SiteFolder, packet: str = "second") -> dict[str, list[str]]:
    """What the page of a packet says, by kind."""
    page = site.page(f"packets/{packet}.html")
    found: dict[str, list[str]] = {}
    for kind, text in re.findall(
        r'<p class="(new|changed|corrected|dropped|withdrawn)">(.*?)</p>', page
    ):
        found.setdefault(kind, []).append(text)
    return found


def test_page_and_brief_name_exactly_what_is_different(weekly: SiteFolder) -> None:
    site = weekly
    site.edit("content/articles/retitled.md", "title: Retitled", "title: Another name")
    site.edit("content/articles/rewritten.md", "A body.", "Other words.")
    site.edit("content/articles/kept.md", "---\nA body.", f"{CORRECTION}---\nA body.")
    site.edit("content/articles/hidden.md", "summary:", "tlp: RED\nsummary:")
    site.build_well(pdf=True)
    assert told(site) == {
        "new": ["2 Fresh"],
        "changed": ["3 Another name: title", "4 Rewritten: text"],
        "corrected": ["1 Kept: The harbour was open."],
        "dropped": ["Gone"],
    }
    assert 'data-carried="3" data-issued="2021-08-27"' in site.page("packets/second.html")
    assert "Hidden" not in site.page("packets/second.html")
    brief = pypdf.PdfReader(site.built / "packets/second.pdf")
    text = " ".join("\n".join(page.extract_text() for page in brief.pages).split())
    start = text.index("Since last time First, sent on 27 August 2021")
    # What stands in the margin comes after the text.
    assert text[start:].startswith(
        "Since last time First, sent on 27 August 2021 Item 2, Fresh"
        " Item 3, Another name title Item 4, Rewritten text"
        " The harbour was open. Item 1, Kept Gone"
    )
    assert "New Changed Correction 17 August 2021 No longer here" in text
    again = site.build_well(pdf=True)
    assert (again.written, again.rendered) == ((), ())


def test_what_stays_as_it_was_is_not_told(weekly: SiteFolder) -> None:
    site = weekly
    site.edit(
        "content/articles/kept.md", "topics: [Diplomacy]", "topics:\n- Diplomacy\nreviewer: X"
    )
    site.edit("content/articles/retitled.md", "A body.", "<!-- a note -->\n\nA body.")
    site.build_well()
    assert "changed" not in told(site)


def test_an_internal_word_is_told_to_internal_audiences_alone(weekly: SiteFolder) -> None:
    site = weekly
    desk = str(site.root / "desk")
    site.edit("content/articles/kept.md", "A body.", "A body.\n\n::: internal\nAsk.\n:::\n")
    site.build_well()
    assert "changed" not in told(site)
    site.build_well(audience="desk", output=desk)
    page = (site.root / "desk/packets/second.html").read_text()
    assert '<p class="changed">1 Kept: internal</p>' in page


def test_what_was_new_on_its_day_stays_so(weekly: SiteFolder) -> None:
    site = weekly
    record_built(site, "second", now=NEXT)
    before = site.page("packets/second.html")
    # The line says how the items read now: nothing is different for it.
    outcome = site.build_well(pdf=True)
    assert outcome.rendered == ()
    site.edit("content/articles/kept.md", "title: Kept", "title: Kept still")
    site.edit("content/articles/gone.md", "---\nA body.", f"{CORRECTION}---\nA body.")
    site.edit("content/articles/gone.md", "2021-08-17", "2021-08-30")
    site.build_well()
    assert "changed" not in told(site)
    assert "corrected" not in told(site)
    assert before != site.page("packets/second.html")


def test_a_correction_is_told_though_the_item_is_not_carried_on(weekly: SiteFolder) -> None:
    site = weekly
    site.edit("content/articles/gone.md", "---\nA body.", f"{CORRECTION}---\nA body.")
    site.build_well()
    assert told(site)["corrected"] == ["0 Gone: The harbour was open."]


def test_without_a_ledger_lists_and_dates_must_do(weekly: SiteFolder) -> None:
    site = weekly
    site.delete(LEDGER)
    site.edit("content/articles/retitled.md", "title: Retitled", "title: Another name")
    later = CORRECTION.replace("17", "25")
    site.edit("content/articles/rewritten.md", "---\nA body.", f"{later}---\nA body.")
    site.edit("content/articles/kept.md", "---\nA body.", f"{CORRECTION}---\nA body.")
    site.build_well()
    assert told(site) == {
        "new": ["2 Fresh"],
        "corrected": ["1 Kept: The harbour was open."],
        "dropped": ["Gone", "Hidden"],
    }


RETRACTION = "corrections: [{date: 2021-08-%d, kind: retraction, note: It was not so.}]\n"


def withdraw(site: SiteFolder, slug: str, day: int = 0) -> None:
    retraction = RETRACTION % day if day else ""
    site.edit(f"content/articles/{slug}.md", "summary:", f"status: withdrawn\n{retraction}summary:")


def test_what_was_withdrawn_is_told_without_its_name(weekly: SiteFolder) -> None:
    site = weekly
    withdraw(site, "gone", 26)
    withdraw(site, "kept")
    site.build_well()
    assert "withdrawn" not in told(site)
    site.write("briefgen.yaml", f"{site.read('briefgen.yaml')}withdrawn: tombstone\n")
    site.build_well(pdf=True)
    assert told(site)["withdrawn"] == ["articles/kept.html", "articles/gone.html 2021-08-26"]
    page = site.page("packets/second.html")
    assert "Gone" not in page
    assert "Kept" not in page
    brief = pypdf.PdfReader(site.built / "packets/second.pdf")
    text = " ".join("\n".join(page.extract_text() for page in brief.pages).split())
    assert "An item of the packet before It was not so." in text


def test_what_was_withdrawn_after_the_packet_had_gone_out_is_no_news(weekly: SiteFolder) -> None:
    site = weekly
    site.write("briefgen.yaml", f"{site.read('briefgen.yaml')}withdrawn: tombstone\n")
    record_built(site, "second", now=NEXT)
    withdraw(site, "kept")
    withdraw(site, "gone", 29)
    site.build_well()
    assert "withdrawn" not in told(site)
    site.edit("content/articles/gone.md", "2021-08-29", "2021-08-28")
    site.build_well()
    assert told(site)["withdrawn"] == ["articles/gone.html 2021-08-28"]


def test_without_a_ledger_the_day_of_a_retraction_must_do(weekly: SiteFolder) -> None:
    site = weekly
    site.delete(LEDGER)
    site.write("briefgen.yaml", f"{site.read('briefgen.yaml')}withdrawn: tombstone\n")
    withdraw(site, "gone", 20)
    withdraw(site, "kept")
    withdraw(site, "hidden", 28)
    site.build_well()
    assert told(site)["withdrawn"] == ["articles/kept.html", "articles/gone.html 2021-08-20"]


def test_the_ledger_of_another_audience_counts_for_nothing(weekly: SiteFolder) -> None:
    site = weekly
    out = str(site.root / "partners")
    site.build_well(audience="partners", output=out)
    page = (site.root / "partners/packets/second.html").read_text()
    assert 'data-issued=""' in page
    before = site.files(site.root / "partners")
    site.write(LEDGER, "")
    site.build_well(audience="partners", output=out)
    assert site.files(site.root / "partners") == before


def test_what_is_named_counts_for_the_label_and_goes_when_it_is_withheld(
    weekly: SiteFolder,
) -> None:
    site = weekly
    out = str(site.root / "partners")
    options = {"audience": "partners", "output": out}
    site.edit("content/articles/gone.md", "summary:", "tlp: GREEN\nsummary:")
    issue = json.loads(site.read(LEDGER)) | {"audience": "partners"}
    site.write("content/ledger/partners.jsonl", json.dumps(issue))
    site.build_well(**options)
    page = site.root / "partners/packets/second.html"
    assert 'data-label="TLP:GREEN"' in page.read_text()
    assert "Gone" in page.read_text()
    site.edit("content/articles/gone.md", "tlp: GREEN", "tlp: RED")
    site.edit("content/articles/kept.md", "summary:", "sumary:")
    assert site.build(**options).exit is Exit.CONTENT
    # What was built is not mended, but what names the item goes at once.
    assert not page.exists()


def test_a_damaged_line_is_told_with_its_place(weekly: SiteFolder) -> None:
    site = weekly
    line = json.loads(site.read(LEDGER))
    line["brief"] = "x"
    foreign = {**json.loads(site.read(LEDGER)), "audience": "desk"}
    lines = [site.read(LEDGER).strip(), '{"issued": ', json.dumps(line), json.dumps(foreign)]
    (site.root / LEDGER).write_text("\n".join([*lines, "<<<<<<< HEAD"]) + "\n")
    outcome = site.build()
    assert outcome.exit is Exit.CONTENT
    found = [(d.code, d.path, d.mark.line) for d in outcome.diagnostics]
    assert found == [
        ("ledger-line", LEDGER, 2),
        ("ledger-line", LEDGER, 3),
        ("ledger-audience", LEDGER, 4),
        ("ledger-line", LEDGER, 5),
    ]
    assert "`brief`" in outcome.diagnostics[1].message
    assert record(site.request(), "first", Silent()).exit is Exit.CONTENT
