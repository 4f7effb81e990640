"""A build whose briefs are no longer wanted leaves them, and the next one makes them."""

from __future__ import annotations

from briefgen.build import build
from briefgen.model.request import Exit
from briefgen.progress import Silent
from tests.harness import SiteFolder


def test_briefs_that_are_no_longer_wanted_are_left_for_the_next_build(site: SiteFolder) -> None:
    brief = site.built / "packets/first.pdf"
    outcome = build(site.request(pdf=True), Silent(), lambda: False)
    assert outcome.exit is Exit.DONE
    assert (site.built / "packets/first.html").exists()
    assert not brief.exists()
    assert "packets/first.pdf" in site.build_well(pdf=True).rendered
    made = brief.read_bytes()

    site.edit("content/articles/drills.md", "A body.", "Another body.")
    outcome = build(site.request(pdf=True), Silent(), lambda: False)
    assert outcome.exit is Exit.DONE
    assert "Another body." in site.page("articles/drills.html")
    assert brief.read_bytes() == made
    assert site.build_well(pdf=True).rendered == ("packets/first.pdf",)


def test_what_somebody_looks_at_comes_first(site: SiteFolder) -> None:
    site.packet("second", ["drills"])
    seen = site.build_well(pdf=True, jobs=1, first=("packets/second.html",)).rendered
    assert seen.index("packets/second.html") == 0
    assert seen.index("packets/second.pdf") < seen.index("packets/first.pdf")
