"""What was withdrawn goes; where the site says so it leaves a page that says no more than that."""

from __future__ import annotations

import shutil

import pypdf
import pytest

from briefgen.model.request import Exit, Outcome
from tests.harness import SiteFolder

WITHDRAWN = """\
status: withdrawn
corrections:
  - {date: 2021-08-19, kind: correction, note: The date was wrong zqxcorrection.}
  - {date: 2021-08-20, kind: retraction, note: The source took its report back.}
key_points: [A point zqxpoint]
aliases: [/old/]
"""


@pytest.fixture
def gone(site: SiteFolder) -> SiteFolder:
    settings = site.read("briefgen.yaml").replace("theme: tiny", "theme: default")
    site.write("briefgen.yaml", f"{settings}withdrawn: tombstone\n")
    _withdraw(site)
    return site


def _withdraw(site: SiteFolder, more: str = "") -> None:
    site.article(
        "drills",
        title="Title zqxtitle",
        summary="Sum zqxsummary",
        body="Body zqxbody",
        person="Person zqxperson",
        more=WITHDRAWN + more,
    )


JUDGED = """\
key_judgments:
  - {text: It rests on two., articles: [tianjin, drills]}
  - {text: It rests on one zqxjudgment., articles: [drills], dissent: zqxdissent}
"""


def words(site: SiteFolder) -> list[str]:
    return [path for path, data in site.files().items() if b"zqx" in data]


def test_it_goes_without_a_trace_unless_the_site_says_otherwise(site: SiteFolder) -> None:
    _withdraw(site)
    site.build_well()
    assert not (site.built / "articles/drills.html").exists()
    assert "took its report back" not in site.page("packets/first.html")
    assert words(site) == []


def test_a_tombstone_says_that_it_was_withdrawn_when_and_why(gone: SiteFolder) -> None:
    gone.build_well()
    page = gone.page("articles/drills.html")
    assert "This has been withdrawn" in page
    assert "20 August 2021" in page
    assert "The source took its report back." in page
    assert 'content="noindex"' in page
    assert words(gone) == []
    for path in ("archive/index.html", "feed.xml", "sitemap.xml"):
        assert "drills" not in gone.page(path), path
    # The front page shows the latest packet, which carried it.
    assert gone.page("index.html").count("drills") == 1
    assert not (gone.built / "old/index.html").exists()


def test_a_packet_that_carried_it_says_so(gone: SiteFolder) -> None:
    gone.build_well()
    page = gone.page("packets/first.html")
    assert "An item of this packet has been withdrawn." in page
    assert "../articles/drills.html" in page
    assert "The source took its report back." in page


def test_the_ledger_of_corrections_and_its_feed_have_its_retraction(gone: SiteFolder) -> None:
    gone.build_well()
    page = gone.page("corrections/index.html")
    assert "An article that was withdrawn" in page
    assert "../articles/drills.html" in page
    assert "The source took its report back." in page
    assert "Retraction: An article that was withdrawn" in gone.page("corrections/feed.xml")
    assert words(gone) == []
    _withdraw(gone, "tlp: AMBER\n")
    gone.build_well()
    assert not [path for path, data in gone.files().items() if b"took its report" in data]


def test_its_brief_says_so_too(gone: SiteFolder) -> None:
    gone.build_well(pdf=True)
    pages = pypdf.PdfReader(gone.built / "packets/first.pdf").pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "An item of this packet has been withdrawn." in text
    assert "The source took its report back." in text
    assert "zqx" not in text


def test_a_judgment_says_that_its_ground_was_withdrawn(gone: SiteFolder) -> None:
    """One that rested on nothing else goes with it; that there was one is said."""
    gone.packet("first", ["tianjin", "drills"], more=JUDGED)
    gone.build_well(pdf=True)
    page = gone.page("packets/first.html")
    told = page.partition('id="judgment-1"')[2].partition("</li>")[0]
    assert '<a href="../articles/drills.html">An item that was withdrawn</a>' in told
    below = page.partition('<ul class="doubted">')[2].partition("</ul>")[0]
    assert "An item that was withdrawn</a></span> on <time" in below
    assert "20 August 2021" in below
    assert "A key judgment has been withdrawn." in page
    assert "A key judgment has been withdrawn." in gone.page("index.html")
    pages = pypdf.PdfReader(gone.built / "packets/first.pdf").pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    assert "An item that was withdrawn, 20 August 2021" in text
    assert "A key judgment has been withdrawn." in text
    assert words(gone) == []
    assert "zqx" not in text
    _withdraw(gone, "tlp: AMBER\n")
    gone.build_well(audience="partners", output=str(gone.root / "partners"))
    page = (gone.root / "partners/packets/first.html").read_text()
    assert "An item that was withdrawn" in page
    assert "TLP:AMBER" in page


def test_a_ground_outside_of_the_packet_is_told_too(gone: SiteFolder) -> None:
    gone.packet("first", ["tianjin"], more=JUDGED)
    gone.build_well()
    page = gone.page("packets/first.html")
    assert "An item that was withdrawn" in page
    assert "An item of this packet" not in page


@pytest.mark.parametrize(
    "more", ["tlp: AMBER\n", "audience: [partners]\n", "embargo: 2021-12-01\n"]
)
def test_a_ground_that_never_was_seen_is_not_told(gone: SiteFolder, more: str) -> None:
    """The packet reads as if the item and what rests on it alone had never been."""
    gone.packet("first", ["tianjin", "drills"], more=JUDGED)
    _withdraw(gone, more)
    gone.build_well()
    before = gone.files()
    gone.delete("content/articles/drills.md")
    alone = JUDGED.partition("  - {text: It rests on one")[0].replace(", drills", "")
    gone.packet("first", ["tianjin"], more=alone)
    gone.build_well()
    assert gone.files() == before


@pytest.mark.parametrize(
    "more",
    ["tlp: AMBER\n", "audience: [partners]\n", "embargo: 2021-12-01\n", "expires: 2021-08-21\n"],
)
def test_who_never_could_see_it_learns_nothing(gone: SiteFolder, more: str) -> None:
    gone.build_well()
    assert (gone.built / "articles/drills.html").exists()
    _withdraw(gone, more)
    gone.build_well()
    assert not (gone.built / "articles/drills.html").exists()
    assert not [path for path, data in gone.files().items() if b"took its report" in data]
    assert not [path for path, data in gone.files().items() if b"drills" in data]


def test_a_tombstone_bears_the_label_of_what_it_stands_for(gone: SiteFolder) -> None:
    _withdraw(gone, "tlp: AMBER\n")
    gone.build_well(audience="partners")
    assert "TLP:AMBER" in gone.page("articles/drills.html")
    assert "TLP:AMBER" in gone.page("packets/first.html")


def test_a_packet_and_a_page_leave_one_too(gone: SiteFolder) -> None:
    gone.packet("first", ["tianjin"], more="status: withdrawn\nbluf: Bottom zqxbluf\n")
    gone.write("content/pages/about.md", "---\ntitle: T zqxpage\nstatus: withdrawn\n---\nzqxtext\n")
    gone.build_well()
    assert "This has been withdrawn" in gone.page("packets/first.html")
    assert "This has been withdrawn" in gone.page("about.html")
    assert words(gone) == []


def test_withdrawing_is_seen_in_the_next_build_as_in_a_clean_one(gone: SiteFolder) -> None:
    gone.edit("content/articles/drills.md", "status: withdrawn", "status: published")
    gone.build_well()
    assert "zqxtitle" in gone.page("articles/drills.html")
    _withdraw(gone)
    gone.build_well()
    assert gone.files() == gone.clean_build()


def _break_and_forget(site: SiteFolder) -> Outcome:
    """Nothing can be published, and nobody knows what the files were made from."""
    site.write("content/articles/broken.md", "---\ntitel: No such key\n---\n")
    shutil.rmtree(site.root / ".briefgen")
    outcome = site.build()
    assert outcome.exit is Exit.CONTENT
    return outcome


def test_a_tombstone_takes_nothing_down(gone: SiteFolder) -> None:
    """What stands at the address of the item is no page of it."""
    gone.build_well()
    before = gone.files()
    assert _break_and_forget(gone).removed == ()
    assert gone.files() == before


def test_with_the_cache_not_even_the_sitemap_goes(gone: SiteFolder) -> None:
    gone.build_well()
    gone.write("content/articles/broken.md", "---\ntitel: No such key\n---\n")
    assert gone.build().removed == ()


def test_where_the_page_is_still_that_of_the_item_all_goes(gone: SiteFolder) -> None:
    """Its new title is not the old one, and in its place stands what must not be seen."""
    gone.edit("content/articles/drills.md", "status: withdrawn", "status: published")
    gone.build_well()
    _withdraw(gone)
    gone.edit("content/articles/drills.md", "Title zqxtitle", "Another")
    assert "articles/tianjin.html" in _break_and_forget(gone).removed
    assert words(gone) == []
    assert not any(path.endswith(".html") for path in gone.files())
