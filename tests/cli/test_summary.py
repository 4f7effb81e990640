"""What a command ends with."""

from __future__ import annotations

from briefgen.cli.summary import Detail, build_summary, check_summary, clean_summary
from briefgen.model.request import Exit, Outcome

BUILT = Outcome(
    audience="board",
    output="/srv/site",
    rendered=("a.html", "b.html"),
    removed=("c.html",),
    fresh=1200,
    total=1202,
    seconds=(("scan", 0.25), ("render", 1.5)),
)
WITHHELD = tuple(f"article:{n}" for n in range(1, 8))


def changed(outcome: Outcome, **fields: object) -> Outcome:
    known = {name: getattr(outcome, name) for name in outcome.__struct_fields__}
    return Outcome(**{**known, **fields})


def test_a_build_says_for_whom_how_much_and_where() -> None:
    assert build_summary(BUILT, Detail()) == (
        "Built 1,202 files for board: 2 rendered, 1,200 fresh, 1 removed in 1.75 s.\n"
        "Output: /srv/site\n"
    )


def test_withheld_items_are_counted_and_named_when_asked_but_not_in_a_public_log() -> None:
    outcome = changed(BUILT, withheld=WITHHELD)
    assert build_summary(outcome, Detail()).splitlines()[1] == "Withheld 7 items. (-v names them)"
    assert "  article:7\n" in build_summary(outcome, Detail(verbose=1))
    log = build_summary(outcome, Detail(names=False, verbose=2))
    assert "Withheld 7 items.\n" in log
    assert "article" not in log


def test_more_is_told_when_asked() -> None:
    assert build_summary(BUILT, Detail(verbose=1)).endswith("Time: scan 0.25 s, render 1.50 s\n")
    assert build_summary(BUILT, Detail(verbose=2)).endswith(
        "rendered a.html\nrendered b.html\n removed c.html\n"
    )


def test_what_was_not_published_is_said() -> None:
    failed = changed(BUILT, exit=Exit.CONTENT, removed=())
    assert build_summary(failed, Detail()) == (
        "Nothing was published; what is there stays as it was.\n"
    )
    assert "With --strict, warnings count" in build_summary(failed, Detail(strict=True))
    withdrawn = changed(failed, removed=("secret.html",))
    assert build_summary(withdrawn, Detail()) == (
        "Nothing was published; 1 file that may no longer be seen was removed.\n"
    )
    kept = build_summary(failed, Detail(keep_going=True))
    assert kept.startswith("Built 1,202 files for board, without the files that have errors: ")
    refused = changed(failed, exit=Exit.REFUSED)
    assert "its handling forbids it" in build_summary(refused, Detail())
    library = changed(BUILT, exit=Exit.LIBRARY)
    assert "without briefs: a system library is missing" in build_summary(library, Detail())


def test_check_gives_a_verdict() -> None:
    assert check_summary(BUILT, Detail()) == "No errors: it can be built for board.\n"
    failed = changed(BUILT, exit=Exit.CONTENT)
    assert check_summary(failed, Detail()) == "It cannot be built for board.\n"
    assert check_summary(changed(BUILT, exit=Exit.USAGE), Detail()) == ""


def test_clean_counts() -> None:
    assert clean_summary(BUILT) == "Removed 1 file from /srv/site, and the cache.\n"
    assert clean_summary(changed(BUILT, exit=Exit.USAGE)) == ""
