"""When a build begins, by the events alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.preview.batch import MOST, QUIET, Batch
from briefgen.preview.change import Change, Kind

C, W, R, G, O = Kind.CREATED, Kind.WRITTEN, Kind.RENAMED, Kind.GONE, Kind.OTHER  # noqa: E741


def batch_of(*events: tuple[float, Kind, str]) -> Batch:
    batch = Batch()
    for at, kind, path in events:
        batch.add(Change(path=path, kind=kind, at=at))
    return batch


def test_without_events_there_is_no_reason_to_build() -> None:
    assert Batch().wait(100.0) is None


@pytest.mark.parametrize(
    ("events", "now", "wait"),
    [
        pytest.param([(1, W, "a")], 1, 0, id="a file that was written and closed: at once"),
        pytest.param([(1, O, "a"), (1.001, W, "a")], 1.001, 0, id="at once when it is closed"),
        pytest.param([(1, G, "t"), (1, R, "a")], 1, 0, id="a file that was renamed: at once"),
        pytest.param([(1, O, "a")], 1, QUIET, id="still being written: after quiet"),
        pytest.param([(1, O, "a")], 1.005, QUIET - 0.005, id="time passes"),
        pytest.param([(1, O, "a")], 9, 0, id="quiet has been long enough"),
        pytest.param([(1, O, "a"), (1.01, O, "a")], 1.01, QUIET, id="quiet begins again"),
        pytest.param([(1, G, "a")], 1, QUIET, id="removed: perhaps only to be replaced"),
        pytest.param([(1, C, "t"), (1, W, "t")], 1, QUIET, id="a new file may be an editor's"),
        pytest.param(
            [(1, G, "a"), (1, C, "a"), (1, W, "a")], 1, 0, id="removed and made anew: at once"
        ),
        pytest.param(
            [(1, C, "t"), (1, W, "t"), (1, G, "t"), (1, R, "a")], 1, 0, id="an atomic save: at once"
        ),
        pytest.param([(1, C, "t"), (1, W, "t"), (1, G, "t")], 1, None, id="a file of a moment"),
        pytest.param(
            [(1 + n / 100, O, "a") for n in range(50)], 1.49, MOST - 0.49, id="never quiet: at most"
        ),
        pytest.param([(1 + n / 100, O, "a") for n in range(99)], 1.98, 0, id="long over that"),
    ],
)
def test_when_a_build_begins(
    events: list[tuple[float, Kind, str]], now: float, wait: float | None
) -> None:
    assert batch_of(*events).wait(now) == pytest.approx(wait)


def test_a_batch_is_taken_once_and_names_each_path_once() -> None:
    batch = batch_of((1, O, "b"), (1, W, "b"), (1, C, "t"), (1, G, "t"), (2, W, "a"))
    assert batch.take() == ("b", "a")
    assert batch.wait(9) is None
    batch.add(Change(path="c", kind=O, at=10.0))
    assert batch.wait(10.0) == pytest.approx(QUIET), "nothing is left of the batch before"


EVENTS = st.lists(
    st.tuples(st.floats(0, 0.05), st.sampled_from(list(Kind)), st.sampled_from("abc")), max_size=30
)


@given(EVENTS)
def test_whatever_comes_a_build_begins_in_time(
    steps: list[tuple[float, Kind, str]],
) -> None:
    batch, now, first = Batch(), 0.0, None
    for step, kind, path in steps:
        now += step
        batch.add(Change(path=path, kind=kind, at=now))
        wait = batch.wait(now)
        if wait is None:
            first = None
            continue
        first = now if first is None else first
        assert 0 <= wait <= QUIET + 1e-9
        assert now + wait <= max(first + MOST, now) + 1e-9
    assert bool(batch.take()) is (first is not None)
