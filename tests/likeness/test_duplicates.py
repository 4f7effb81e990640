"""Two articles on one report are suggested to the curator, and two reports of one event are not."""

from __future__ import annotations

import itertools

import pytest

from briefgen.build import compare
from briefgen.diagnostics import Diagnostic
from briefgen.likeness import pairs
from briefgen.likeness.pairs import COMPARED, similar
from briefgen.likeness.sketch import Sketch, open_sketch, share, sketch_of
from briefgen.model.request import Outcome
from tests.harness import SiteFolder
from tests.likeness.reports import EVENTS, FURNITURE
from tests.likeness.versions import cut, edited, wrapped

CODE = "duplicate-likely"


def report(
    site: SiteFolder, slug: str, text: str, *, date: str = "2021-08-16", more: str = ""
) -> None:
    """An article in words of its own, with the captured text of its source."""
    site.article(slug, summary=f"Words of our own on {slug}.", date=date, more=more)
    source = f"  url: https://example.com/{slug}\n"
    site.edit(f"content/articles/{slug}.md", source, f"{source}  snapshot: {slug}.txt\n")
    site.edit(f"content/articles/{slug}.md", "title: A report", f"title: Headline of {slug}")
    site.write(f"content/sources/{slug}.txt", text)


def suggested(outcome: Outcome) -> dict[str, str]:
    """The articles of which something was suggested, with the other of each."""
    told = [each for each in outcome.diagnostics if each.code == CODE]
    return {each.item.removeprefix("article:"): _other(each) for each in told}


def _other(told: Diagnostic) -> str:
    return told.hint.partition("[")[2].partition("]")[0]


def test_the_same_report_is_suggested_and_another_is_not(site: SiteFolder) -> None:
    same: set[str] = set()
    for number, event in enumerate(EVENTS):
        report(site, f"report-{number}", event.carried, date="2021-08-10")
        report(site, f"witness-{number}", event.other + FURNITURE, date="2021-08-11")
        versions = {
            "edited": edited(event.carried, number) + FURNITURE,
            "cut": cut(event.carried, 0.35),
            "edited-and-cut": cut(edited(event.carried, number), 0.6),
            "wrapped": wrapped(event.carried) + FURNITURE,
        }
        for name, text in versions.items():
            report(site, f"{name}-{number}", text, date="2021-08-12")
            same.add(f"{name}-{number}")
    found = suggested(site.check())
    assert found.keys() == same
    assert all(slug[-1] == other[-1] and "witness" not in other for slug, other in found.items())


def test_the_gap_between_same_and_other_is_wide() -> None:
    def alike(one: str, other: str) -> float:
        return share(open_sketch(sketch_of(one)), open_sketch(sketch_of(other)))

    same = [
        alike(event.carried, version)
        for event in EVENTS
        for seed in range(8)
        for version in (edited(event.carried, seed), cut(edited(event.carried, seed), 0.6))
    ]
    other = [
        alike(one.carried, part) for one in EVENTS for part in (one.other, cut(one.other, 0.5))
    ]
    other += [alike(one.carried, two.carried) for one, two in itertools.combinations(EVENTS, 2)]
    assert min(same) > 0.55
    assert max(other) < 0.35


def test_what_stands_below_every_page_is_not_the_report() -> None:
    plain = [event.carried for event in EVENTS] + [event.other for event in EVENTS]
    texts = [f"{text}\n{FURNITURE * 3}" for text in (*plain, *(f"{n} words" for n in range(30)))]
    sketches = [(str(n), open_sketch(sketch_of(text))) for n, text in enumerate(texts)]
    assert similar(sketches, 0.5) == []
    twice = (*sketches, ("again", open_sketch(sketch_of(f"{EVENTS[0].carried}\n{FURNITURE * 3}"))))
    assert [(one, other) for one, other, _ in similar(twice, 0.5)] == [("again", "0")]


@pytest.fixture
def carried(site: SiteFolder) -> SiteFolder:
    """Two papers with one report."""
    report(site, "first", EVENTS[0].carried, date="2021-08-15")
    report(site, "second", edited(EVENTS[0].carried, 1))
    return site


def test_what_is_suggested_says_what_to_do(carried: SiteFolder) -> None:
    (told,) = (each for each in carried.check().diagnostics if each.code == CODE)
    assert told.path == "content/articles/second.md"
    assert "% of the shorter captured text stands in the other" in told.message
    assert "It is “first”. If so, write `duplicates: [first]`" in told.hint


@pytest.mark.parametrize(
    ("slug", "line"),
    [
        ("first", "duplicates: [second]"),
        ("second", "duplicates: [first]"),
        ("second", "supersedes: [first]"),
        ("second", "silence: {duplicate-likely: The wire was rewritten by our own reporter}"),
    ],
)
def test_what_the_curator_has_said_is_not_asked_again(
    carried: SiteFolder, slug: str, line: str
) -> None:
    path = f"content/articles/{slug}.md"
    carried.edit(path, "---\ntitle", f"---\n{line}\ntitle")
    assert suggested(carried.check()) == {}


def test_a_third_is_settled_through_the_second(carried: SiteFolder) -> None:
    carried.edit("content/articles/second.md", "---\ntitle", "---\nduplicates: [first]\ntitle")
    report(carried, "third", cut(EVENTS[0].carried, 0.6), date="2021-08-17")
    assert suggested(carried.check()) == {"third": "first"}
    carried.edit("content/articles/third.md", "---\ntitle", "---\nduplicates: [second]\ntitle")
    assert suggested(carried.check()) == {}


def test_without_captured_texts_address_title_and_words_count(site: SiteFolder) -> None:
    def plain(slug: str, title: str, summary: str, url: str, published: str) -> None:
        site.article(slug, summary=summary, date=published)
        path = f"content/articles/{slug}.md"
        site.edit(path, "title: A report", f"title: {title}")
        site.edit(path, f"https://example.com/{slug}", url)

    long = " ".join(EVENTS[1].carried.split()[:45])
    day = "2021-08-16"
    plain("one", "Rail breaks", "The line is shut.", "https://www.example.com/rail/", day)
    plain("one-b", "Broken rail", "No trains.", "http://example.com/rail?utm_source=x", day)
    title = "Train loses its load near Harrow Mill"
    plain("two", title, "Potatoes.", "https://a.example/1", "2021-08-10")
    plain("two-b", title, "Spilt.", "https://b.example/2", "2021-08-11")
    plain("two-late", title, "Again.", "https://b.example/3", "2021-09-11")
    plain("three", "Valley", f"{long.replace(':', '')}", "https://a.example/4", day)
    plain("three-b", "Dale", f"{long.replace(':', '')} Fine.", "https://a.example/5", day)
    quote = f"statements: [{{speaker: Ada Holm, quote: '{long}'}}]\n"
    for slug in ("four", "four-b"):
        site.article(slug, title=f"The {slug} of us", summary=f"Told by {slug}.", more=quote)
    found = suggested(site.check())
    assert found == {"one-b": "one", "two-b": "two", "three-b": "three"}


def test_nothing_is_compared_while_nothing_changed(
    carried: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = suggested(carried.build_well())
    read: list[str] = []

    def noting(text: str) -> bytes:
        read.append(text)
        return sketch_of(text)

    monkeypatch.setattr(compare, "sketch_of", noting)
    carried.edit("content/articles/second.md", "A body.", "Another body.")
    with monkeypatch.context() as patch:
        patch.setattr(compare, "find_alike", None)
        assert suggested(carried.build_well()) == before
    assert not read
    carried.write("content/sources/second.txt", EVENTS[1].carried)
    assert suggested(carried.build_well()) == {}
    assert read == [EVENTS[1].carried]
    assert carried.check().diagnostics == carried.check(cache=False).diagnostics


def test_the_work_does_not_grow_with_the_square(monkeypatch: pytest.MonkeyPatch) -> None:
    """Even where every text shares much with every other."""
    calls: list[float] = []

    def counting(one: Sketch, other: Sketch) -> float:
        calls.append(share(one, other))
        return calls[-1]

    monkeypatch.setattr(pairs, "share", counting)
    runs = [" ".join(EVENTS[n % 5].carried.split()[n % 90 : n % 90 + 30]) for n in range(400)]
    texts = [f"{one} {two}" for one, two in itertools.pairwise((*runs, runs[0]))]
    sketches = [(str(n), open_sketch(sketch_of(text))) for n, text in enumerate(texts)]
    similar(sketches, 0.5)
    assert 0 < len(calls) <= 400 * COMPARED


def test_a_withheld_report_shows_in_no_byte(carried: SiteFolder) -> None:
    carried.build_well()
    before = carried.files()
    report(carried, "secret", EVENTS[0].carried, date="2021-08-18", more="tlp: RED\n")
    carried.build_well()
    assert carried.files() == before
