"""The loop of `watch`, in a world where time passes only when it is waited for."""

from __future__ import annotations

import datetime
import os
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest

from briefgen.diagnostics import error
from briefgen.model.request import Exit, Outcome, Request
from briefgen.preview import watch as module
from briefgen.preview.batch import QUIET
from briefgen.preview.change import Change, Kind
from briefgen.preview.half_written import MOST, PAUSE
from briefgen.preview.watch import Result, watch

NOON = datetime.datetime(2021, 8, 27, 12, tzinfo=datetime.UTC)
END = 1000.0


class World:
    """The clock, the disk's events, a build and a listener. `events` are (at, kind, path)."""

    def __init__(
        self, root: Path, build: Callable[[World], Outcome], *events: tuple[float, Kind, str]
    ) -> None:
        self.root = root
        self.time = 0.0
        self._events = [(at, Change(path=str(root / p), kind=k, at=at)) for at, k, p in events]
        self._build = build
        self.builds: list[float] = []
        # What can be shown ahead of its build ends so.
        self.simple = ".simple"
        self.shown: list[float] = []
        self.told: list[tuple[float, Result, tuple[str, ...]]] = []
        self.looked: list[tuple[tuple[str, ...], str]] = []

    # The clock

    def stopwatch(self) -> float:
        return self.time

    def utc_now(self) -> datetime.datetime:
        return NOON + datetime.timedelta(seconds=self.time)

    def wall_nanoseconds(self) -> int:
        return int(self.utc_now().timestamp() * 1e9)

    # The eyes

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_args: object) -> None:
        pass

    def look_at(self, watched: tuple[str, ...], output: str) -> bool:
        new = (watched, output) not in self.looked
        self.looked.append((watched, output))
        return new

    def next(self, timeout: float) -> Change | None:
        if self._events and self._events[0][0] <= self.time + timeout:
            at, change = self._events.pop(0)
            self.time = max(self.time, at)
            return change
        self.time += timeout
        if self.time > END:
            raise KeyboardInterrupt
        return None

    def is_news(self) -> bool:
        return bool(self._events) and self._events[0][0] <= self.time

    # The build and its listener

    def request(self) -> Request:
        return Request(root=str(self.root), now=self.utc_now())

    def build(self, _request: Request, wanted: Callable[[], bool]) -> Outcome:
        self.builds.append(self.time)
        self.wanted = wanted
        return self._build(self)

    def first(self, request: Request) -> bool:
        sure = all(path.endswith(self.simple) for path in request.changed)
        if sure:
            self.shown.append(self.time)
        return sure

    def built(self, result: Result, changed: tuple[str, ...]) -> None:
        self.told.append((self.time, result, changed))

    def waiting(self) -> None:
        pass

    def polling(self, refused: OSError) -> None:
        raise AssertionError(refused)


def enter(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "Eyes", lambda _polling, **_: world)
    for name in ("stopwatch", "utc_now", "wall_nanoseconds"):
        monkeypatch.setattr(module, name, getattr(world, name))


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., World]:
    def go(
        build: Callable[[World], Outcome], *events: tuple[float, Kind, str], moving: bool = True
    ) -> World:
        world = World(tmp_path, build, *events)
        enter(world, monkeypatch)
        with pytest.raises(KeyboardInterrupt):
            watch(world.request, world, world, moving=moving)
        return world

    return go


def good(_world: World) -> Outcome:
    return Outcome()


def bad(path: str = "content/a.md") -> Outcome:
    return Outcome(exit=Exit.CONTENT, diagnostics=(error("c", "Sentence.", path),))


def test_it_builds_at_start_and_at_each_batch(run: Callable[..., World]) -> None:
    world = run(
        good,
        (10, Kind.WRITTEN, "content/a.md"),
        (20, Kind.OTHER, "content/b.md"),
        (20.005, Kind.GONE, "content/c.md"),
        (30, Kind.WRITTEN, "/srv/captures/x.txt"),
    )
    assert world.builds == pytest.approx([0, 10, 20.005 + QUIET, 30])
    assert [changed for _, _, changed in world.told] == [
        (),
        ("content/a.md",),
        ("content/b.md", "content/c.md"),
        ("/srv/captures/x.txt",),
    ]


def test_what_comes_while_it_builds_is_the_next_batch(run: Callable[..., World]) -> None:
    def slow(world: World) -> Outcome:
        world.time += 3 if len(world.builds) == 2 else 0
        return Outcome()

    world = run(slow, (10, Kind.WRITTEN, "a"), (11, Kind.OTHER, "b"), (12, Kind.OTHER, "c"))
    assert world.builds == pytest.approx([0, 10, 13])
    assert [changed for _, _, changed in world.told][1:] == [("a",), ("b", "c")]


def long(world: World) -> Outcome:
    """A build of two seconds."""
    world.time += 2
    return Outcome()


def test_what_is_shown_already_is_built_in_a_pause(run: Callable[..., World]) -> None:
    edits = ((at, Kind.WRITTEN, f"{at}.simple") for at in (10, 11, 12))
    world = run(long, *edits)
    assert world.shown == [10, 11, 12]
    # As long as the last one took.
    assert world.builds == pytest.approx([0, 14])
    assert world.told[-1][2] == ("10.simple", "11.simple", "12.simple")


def test_what_cannot_be_shown_ahead_is_built(run: Callable[..., World]) -> None:
    def broken(_: object) -> bool:
        message = "no space left"
        raise OSError(message)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(World, "first", broken)
        world = run(long, (10, Kind.WRITTEN, "a.simple"))
    assert world.builds == pytest.approx([0, 10])


def test_any_other_edit_is_built_at_once_with_what_was_shown(run: Callable[..., World]) -> None:
    world = run(long, (10, Kind.WRITTEN, "a.simple"), (11, Kind.WRITTEN, "b"))
    assert world.builds == pytest.approx([0, 11])
    assert world.told[-1][2] == ("a.simple", "b")


def test_who_never_pauses_is_built_for_all_the_same(run: Callable[..., World]) -> None:
    world = run(long, *((10 + n, Kind.WRITTEN, "a.simple") for n in range(40)))
    # Ten seconds from the first of the edits on, and the two of the build before.
    assert world.builds[:4] == pytest.approx([0, 20, 32, 44], abs=1)


def test_an_instant_that_falls_due_does_not_wait_for_a_pause(run: Callable[..., World]) -> None:
    due = NOON + datetime.timedelta(seconds=11)

    def embargoed(world: World) -> Outcome:
        world.time += 2
        return Outcome(due=due if world.utc_now() < due else None)

    world = run(embargoed, (10, Kind.WRITTEN, "a.simple"))
    assert world.builds == pytest.approx([0, 11])


def test_a_half_written_file_is_read_again_before_its_error_is_told(
    run: Callable[..., World],
) -> None:
    def half(world: World) -> Outcome:
        return bad() if 10 <= world.time < 10.12 else Outcome()

    events = [(10 + n / 50, Kind.OTHER, "content/a.md") for n in range(6)]
    world = run(half, *events, (10.12, Kind.WRITTEN, "content/a.md"))
    assert [(told, changed) for _, told, changed in world.told] == [
        (Outcome(), ()),
        (Outcome(), ("content/a.md",)),
    ]
    assert world.told[1][0] < 10.12 + 2 * PAUSE


def test_a_file_that_is_young_is_read_again_even_if_no_event_came(
    run: Callable[..., World], tmp_path: Path
) -> None:
    def young(world: World) -> Outcome:
        if len(world.builds) != 2:
            return Outcome()
        file = tmp_path / "content" / "a.md"
        file.parent.mkdir()
        file.touch()
        os.utime(file, ns=(world.wall_nanoseconds(),) * 2)
        return bad()

    world = run(young, (10, Kind.WRITTEN, "content/a.md"))
    assert world.builds == pytest.approx([0, 10, 10 + PAUSE])
    assert [told for _, told, _ in world.told] == [Outcome(), Outcome()]


def test_an_error_that_stays_is_told_soon(run: Callable[..., World]) -> None:
    world = run(lambda w: bad() if w.time >= 10 else Outcome(), (10, Kind.WRITTEN, "content/a.md"))
    (at, told, changed) = world.told[1]
    assert (told, changed) == (bad(), ("content/a.md",))
    assert at == pytest.approx(10 + PAUSE)


def test_an_error_is_told_though_the_writing_never_ends(run: Callable[..., World]) -> None:
    events = [(10 + n / 50, Kind.OTHER, "content/a.md") for n in range(40)]
    world = run(lambda w: bad() if w.time >= 10 else Outcome(), *events)
    assert world.told[1][1] == bad()
    assert world.told[1][0] <= 10 + QUIET + MOST + 2 * PAUSE


def test_an_instant_that_falls_due_is_a_change(run: Callable[..., World]) -> None:
    due = NOON + datetime.timedelta(seconds=100)

    def embargoed(world: World) -> Outcome:
        return Outcome(due=due if world.utc_now() < due else None)

    world = run(embargoed, (10, Kind.WRITTEN, "a"))
    assert world.builds == pytest.approx([0, 10, 100])
    assert world.told[2][2] == ()
    assert run(embargoed, moving=False).builds == [0]


def test_a_newer_edit_cuts_briefs_short_and_they_are_made_in_the_end(
    run: Callable[..., World],
) -> None:
    unmade: list[float] = []

    def slow(world: World) -> Outcome:
        if world.time < 10 or (world.time > 30 and not unmade):
            return Outcome()
        begun = world.time
        while world.time < begun + 5:
            if not world.wanted():
                unmade.append(world.time)
                return Outcome()
            world.time += 0.1
        unmade.clear()
        return Outcome()

    world = run(
        slow,
        (10, Kind.WRITTEN, "a"),
        # Here for a moment: nothing to build for, but the briefs have been left.
        (12, Kind.CREATED, "4914"),
        (12.01, Kind.GONE, "4914"),
    )
    assert not unmade
    assert world.builds[:2] == [0, 10]
    assert len(world.builds) == 3
    assert 12 < world.builds[2] < 13


def test_briefs_are_finished_though_the_edits_never_end(run: Callable[..., World]) -> None:
    finished: list[float] = []

    def slow(world: World) -> Outcome:
        begun = world.time
        while world.time < begun + 5:
            if not world.wanted():
                return Outcome()
            world.time += 0.1
        finished.append(world.time)
        return Outcome()

    run(slow, *((10 + n, Kind.WRITTEN, "a") for n in range(100)))
    assert len([at for at in finished if 10 < at < 110]) >= 2


def test_an_instant_that_has_passed_does_not_go_round_in_circles(
    run: Callable[..., World],
) -> None:
    assert run(lambda _: Outcome(due=NOON)).builds == [0]


def test_a_fault_in_a_build_does_not_end_the_watch(run: Callable[..., World]) -> None:
    fault = ValueError("odd")

    def odd(world: World) -> Outcome:
        if 10 <= world.time < 20:
            raise fault
        return Outcome()

    world = run(odd, (10, Kind.WRITTEN, "a"), (20, Kind.WRITTEN, "a"))
    assert [told for _, told, _ in world.told] == [Outcome(), fault, Outcome()]


def test_folders_that_were_not_watched_while_they_were_read_are_read_again(
    run: Callable[..., World], tmp_path: Path
) -> None:
    content = str(tmp_path / "content")
    world = run(lambda _: Outcome(watched=(content,), output="/srv/site"))
    settings = str(tmp_path / "briefgen.yaml")
    assert world.looked == [
        ((settings,), str(tmp_path / "output")),
        ((settings, content), "/srv/site"),
        ((settings, content), "/srv/site"),
    ]
    assert world.builds == [0, 0]


def test_broken_settings_leave_the_folders_watched(
    run: Callable[..., World], tmp_path: Path
) -> None:
    content, settings = str(tmp_path / "content"), str(tmp_path / "briefgen.yaml")

    def broken(world: World) -> Outcome:
        if world.time < 10:
            return Outcome(watched=(content,))
        problem = error("c", "Sentence.", "briefgen.yaml")
        return Outcome(exit=Exit.USAGE, diagnostics=(problem,), watched=(settings,))

    world = run(broken, (10, Kind.WRITTEN, "briefgen.yaml"))
    assert world.looked[-1][0] == (settings, content)
    assert len(world.told) == 3


@pytest.mark.parametrize("code", [Exit.USAGE, Exit.REFUSED])
def test_what_no_edit_can_help_ends_it_at_once(
    code: Exit, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    refusal = Outcome(exit=code, diagnostics=(error("c", "Not there."),))
    world = World(tmp_path, lambda _: refusal)
    enter(world, monkeypatch)
    assert watch(world.request, world, world) is code
    assert [told for _, told, _ in world.told] == [refusal]
