"""Nothing leaves the house that may not: each reason by itself, in a site that is else in order."""

from __future__ import annotations

import datetime

import pytest

from briefgen.deliver.gate import Passage, ask_gate, bytes_passed
from briefgen.model.channels import Channel
from briefgen.model.request import Exit
from briefgen.progress import Silent
from tests.harness import NOON, SiteFolder

LATER = NOON + datetime.timedelta(days=7)


def ask(
    site: SiteFolder,
    *paths: str,
    channel: Channel = Channel.DEPLOY,
    **options: object,
) -> Passage:
    return ask_gate(site.request(**options), channel, Silent(), paths)


def refused(passage: Passage) -> list[str]:
    """The codes of a refusal, each once."""
    assert not passage.open
    assert passage.files == {}
    return sorted({each.code for each in passage.diagnostics})


def test_what_is_in_order_may_leave(site: SiteFolder) -> None:
    site.build_well()
    passage = ask(site)
    assert passage.exit is Exit.DONE
    assert passage.files.keys() == site.files().keys() - {"SHA256SUMS"}
    assert bytes_passed(passage, "index.html") == site.files()["index.html"]


def test_asking_changes_nothing(site: SiteFolder) -> None:
    site.build_well()
    before = site.files(site.root)
    ask(site)
    assert site.files(site.root) == before


def test_what_changes_after_the_gate_was_asked_is_not_handed_out(site: SiteFolder) -> None:
    site.build_well()
    passage = ask(site)
    (site.built / "index.html").write_text("something else")
    (site.built / "robots.txt").unlink(missing_ok=True)
    (site.built / "stranger.txt").write_text("not ours")
    assert bytes_passed(passage, "index.html") is None
    assert bytes_passed(passage, "robots.txt") is None
    assert bytes_passed(passage, "stranger.txt") is None


def test_nothing_leaves_that_was_not_built(site: SiteFolder) -> None:
    assert refused(ask(site)) == ["output-missing"]
    site.build_well()
    assert refused(ask(site, "packets/none.pdf")) == ["output-missing"]


def test_a_folder_of_another_audience_does_not_leave(site: SiteFolder) -> None:
    site.build_well(audience="desk")
    passage = ask(site)
    assert passage.exit is Exit.REFUSED
    assert refused(passage) == ["output-refused"]


def test_a_changed_or_lost_file_keeps_all_back(site: SiteFolder) -> None:
    site.build_well()
    (site.built / "index.html").write_text("something else")
    passage = ask(site)
    assert passage.exit is Exit.REFUSED
    assert refused(passage) == ["output-changed"]
    assert ask(site, "packets/first.html").open
    (site.built / "index.html").unlink()
    assert refused(ask(site)) == ["output-changed"]


def test_a_folder_caught_half_way_keeps_all_back(site: SiteFolder) -> None:
    site.build_well()
    sums = site.built / "SHA256SUMS"
    sums.write_text(sums.read_text() + f"{'0' * 64}  index.html\n")
    assert refused(ask(site, "packets/first.html")) == ["output-mixed"]


@pytest.mark.parametrize("key", ["expires: 2021-08-30", "audience: [desk]", "tlp: RED"])
def test_what_may_not_be_seen_any_more_does_not_leave(site: SiteFolder, key: str) -> None:
    """Whether its time has run out, or somebody has thought better of it."""
    expires = key.startswith("expires")
    site.article("drills", more=f"{key}\n" if expires else "")
    site.build_well()
    assert ask(site).open
    site.article("drills", more=f"{key}\n")
    passage = ask(site, now=LATER)
    assert passage.exit is Exit.REFUSED
    assert refused(passage) == ["output-outdated"]
    assert {each.item for each in passage.diagnostics} == {"article:drills"}
    assert ask(site, "articles/tianjin.html", now=LATER).open is False, "it names its neighbour"
    assert ask(site, "about.html", now=LATER).open


def test_what_was_built_ahead_of_its_embargo_does_not_leave(site: SiteFolder) -> None:
    site.article("drills", more="embargo: 2021-08-30\n")
    site.build_well(now=LATER)
    assert refused(ask(site)) == ["output-outdated"]
    assert ask(site, now=LATER).open


def test_a_draft_does_not_leave(site: SiteFolder) -> None:
    site.article("drills", more="status: draft\n")
    site.build_well(drafts=True)
    assert refused(ask(site)) == ["output-outdated"]


def test_what_has_been_deleted_or_broken_since_does_not_leave(site: SiteFolder) -> None:
    site.build_well()
    good = site.read("content/articles/drills.md")
    site.write("content/articles/drills.md", good.replace("title:", "titel:"))
    assert "output-outdated" in refused(ask(site))
    site.delete("content/articles/drills.md")
    assert "output-outdated" in refused(ask(site))


def test_without_a_record_of_what_it_was_made_from_nothing_leaves(site: SiteFolder) -> None:
    site.build_well(cache=False)
    passage = ask(site)
    assert refused(passage) == ["output-unrecorded"]
    # It is one thing to be told, however many files there are.
    assert len(passage.diagnostics) == 1
    assert "other files" in passage.diagnostics[0].message


@pytest.mark.parametrize("channel", list(Channel))
def test_labels_above_clear_leave_only_where_the_settings_say_so(
    site: SiteFolder, channel: Channel
) -> None:
    site.article("drills", more="tlp: AMBER\n")
    site.build_well(audience="partners")
    asked = {"channel": channel, "audience": "partners"}
    assert refused(ask(site, **asked)) == ["channel-audience", "channel-ceiling"]  # type: ignore[arg-type]
    settings = site.read("briefgen.yaml")
    site.write("briefgen.yaml", f"{settings}{channel}: {{audiences: [partners]}}\n")
    assert refused(ask(site, **asked)) == ["channel-ceiling"]  # type: ignore[arg-type]
    assert ask(site, "about.html", **asked).open  # type: ignore[arg-type]
    site.write("briefgen.yaml", f"{settings}{channel}: {{audiences: [partners], ceiling: AMBER}}\n")
    assert ask(site, **asked).open  # type: ignore[arg-type]
    others = [each for each in Channel if each is not channel]
    assert not ask(site, channel=others[0], audience="partners").open


def test_what_is_internal_leaves_only_where_its_audience_is_named(site: SiteFolder) -> None:
    """Internal passages bear no label: a ceiling alone does not hold them back."""
    settings = f"{site.read('briefgen.yaml')}default_audience: desk\n"
    site.write("briefgen.yaml", settings)
    site.build_well()
    assert refused(ask(site)) == ["channel-audience"]
    site.write("briefgen.yaml", f"{settings}deploy: {{audiences: [desk]}}\n")
    assert ask(site).open


def test_a_channel_for_an_audience_that_does_not_exist_is_a_mistake(site: SiteFolder) -> None:
    site.write("briefgen.yaml", f"{site.read('briefgen.yaml')}mail: {{audiences: [partner]}}\n")
    outcome = site.build()
    assert outcome.exit is Exit.USAGE
    assert [each.mark.line for each in outcome.diagnostics] == [12]


def test_what_leaks_does_not_leave(site: SiteFolder) -> None:
    """Though it was no secret when it was built: what is asked is what holds now."""
    site.article("plan", title="The envoys go by night", more="tlp: RED\n")
    site.write("themes/tiny/templates/banner.html", "<p>The envoys go by night</p>\n")
    settings = site.read("briefgen.yaml")
    site.write("briefgen.yaml", f"{settings}not_secret: [The envoys go by night]\n")
    site.build_well()
    assert ask(site).open
    site.write("briefgen.yaml", settings)
    assert refused(ask(site)) == ["leak"]


def test_a_judgment_on_what_was_withdrawn_since_is_told_as_out_of_date(site: SiteFolder) -> None:
    """And not as a leak, for which one would look in the theme."""
    judgment = "{text: The envoys will go by night, articles: [drills]}"
    site.packet("first", ["tianjin", "drills"], more=f"key_judgments: [{judgment}]\n")
    site.build_well()
    good = site.read("content/articles/drills.md")
    site.write("content/articles/drills.md", good.replace("title:", "status: withdrawn\ntitle:", 1))
    assert refused(ask(site)) == ["output-outdated"]


def test_half_a_site_does_not_leave(site: SiteFolder) -> None:
    site.build_well()
    site.article("another")
    site.article("a-third")
    passage = ask(site)
    assert refused(passage) == ["output-missing"]
    assert len(passage.diagnostics) == 1
