"""The doctored quotations: each is found out, and called by its name; each true one is proven."""

from __future__ import annotations

from collections import Counter

import pytest

from briefgen.quotation.verdict import Verdict
from tests.quotation.corpus import SCRIPTS, judged, load_samples

TRUE = load_samples("true.txt")
DOCTORED = load_samples("doctored.txt")
# Written before anything was run on it; how its first run ended stands in docs/architecture.md.
HELD_OUT = load_samples("heldout-true.txt"), load_samples("heldout-doctored.txt")
ENOUGH, IN_ALL = 25, 200


def test_the_corpus_is_as_large_as_it_is_said_to_be() -> None:
    kinds = Counter(sample.kind for sample in DOCTORED)
    assert set(kinds) == set(Verdict) - {Verdict.PROVEN}
    assert len(DOCTORED) >= IN_ALL
    assert all(number >= ENOUGH for number in kinds.values()), kinds
    scripts = Counter(sample.script for sample in TRUE)
    assert set(scripts) == set(SCRIPTS.values())
    assert all(number >= ENOUGH for number in scripts.values()), scripts
    assert all(sample.kind is Verdict.PROVEN for sample in TRUE)


@pytest.mark.parametrize(
    "sample", TRUE + HELD_OUT[0], ids=lambda each: f"{each.source}: {each.quote[:40]}"
)
def test_a_true_quotation_is_proven(sample: object) -> None:
    judgment = judged(sample)  # type: ignore[arg-type]  # parametrized
    assert judgment.verdict is Verdict.PROVEN, judgment


def test_no_doctored_quotation_passes() -> None:
    samples = DOCTORED + HELD_OUT[1]
    passed = [each.quote for each in samples if judged(each).verdict is Verdict.PROVEN]
    assert not passed


@pytest.mark.parametrize("kind", [each for each in Verdict if each is not Verdict.PROVEN])
def test_a_doctored_quotation_is_called_by_its_name(kind: Verdict) -> None:
    samples = [sample for sample in DOCTORED + HELD_OUT[1] if sample.kind is kind]
    wrong = {each.quote: judged(each).verdict for each in samples if judged(each).verdict != kind}
    assert len(wrong) <= 0.05 * len(samples), wrong


@pytest.mark.parametrize(
    "sample",
    [each for each in DOCTORED if each.kind not in (Verdict.ABSENT, Verdict.SPLICED)],
    ids=lambda each: f"{each.source}: {each.quote[:40]}",
)
def test_the_nearest_passage_is_shown(sample: object) -> None:
    judgment = judged(sample)  # type: ignore[arg-type]  # parametrized
    assert judgment.line > 0
    assert judgment.passage
    told = judgment.verdict in (Verdict.ALTERED, Verdict.TURNED)
    assert bool(judgment.difference) is told
