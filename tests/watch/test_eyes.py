"""What the system's notifications come to."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from watchdog.observers.api import BaseObserver

from briefgen.preview.change import Change, Kind
from briefgen.preview.eyes import Eyes

DEADLINE = 10.0


def never(refused: OSError) -> None:
    raise AssertionError(refused)


def see(eyes: Eyes, wanted: Callable[[Change], bool]) -> list[Change]:
    """Everything that happens up to the change that is wanted."""
    seen: list[Change] = []
    end = time.monotonic() + DEADLINE
    while (left := end - time.monotonic()) > 0:
        change = eyes.next(left)
        if change is not None:
            seen.append(change)
            if wanted(change):
                return seen
    raise AssertionError(seen)


def named(path: Path, *kinds: Kind) -> Callable[[Change], bool]:
    return lambda change: change.path == str(path) and (not kinds or change.kind in kinds)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    content = tmp_path / "content"
    content.mkdir()
    return content


def test_an_edit_in_place_is_told_when_it_is_done(tmp_path: Path, folder: Path) -> None:
    file = folder / "a.md"
    file.touch()
    with Eyes(never) as eyes:
        assert eyes.look_at((str(folder),), str(tmp_path / "output"))
        assert not eyes.look_at((str(folder),), str(tmp_path / "output"))
        file.write_text("text")
        see(eyes, named(file, Kind.WRITTEN))


def test_an_atomic_save_is_a_rename(tmp_path: Path, folder: Path) -> None:
    with Eyes(never) as eyes:
        eyes.look_at((str(folder),), str(tmp_path / "output"))
        (folder / "a.tmp").write_text("text")
        (folder / "a.tmp").replace(folder / "a.md")
        see(eyes, named(folder / "a.md", Kind.RENAMED))


def test_reading_and_own_output_are_no_changes(folder: Path) -> None:
    output = folder / "output"
    output.mkdir()
    (folder / "a.md").touch()
    with Eyes(never) as eyes:
        eyes.look_at((str(folder),), str(output))
        (folder / "a.md").read_text()
        (output / "index.html").write_text("x")
        (folder / ".a.md.swp").write_text("x")
        (folder / "b.md").write_text("x")
        seen = see(eyes, named(folder / "b.md"))
    assert {change.path for change in seen} == {str(folder / "b.md")}


def test_a_folder_that_comes_back_is_watched_again(tmp_path: Path, folder: Path) -> None:
    with Eyes(never) as eyes:
        eyes.look_at((str(folder),), str(tmp_path / "output"))
        for text in ("one", "two"):
            shutil.rmtree(folder)
            see(eyes, named(folder, Kind.GONE))
            (folder / "deep" / "er").mkdir(parents=True)
            see(eyes, named(folder, Kind.CREATED))
            file = folder / "deep" / "er" / "a.md"
            file.write_text(text)
            see(eyes, named(file))


def test_a_folder_put_in_the_place_of_another_is_the_one_watched(
    tmp_path: Path, folder: Path
) -> None:
    other = tmp_path / "other"
    other.mkdir()
    with Eyes(never) as eyes:
        eyes.look_at((str(folder),), str(tmp_path / "output"))
        folder.rename(tmp_path / "gone")
        other.rename(folder)
        see(eyes, named(folder, Kind.RENAMED))
        (tmp_path / "gone" / "a.md").write_text("not ours any more")
        (folder / "b.md").write_text("ours")
        seen = see(eyes, named(folder / "b.md"))
    assert not [change for change in seen if change.path.endswith("a.md")]


def test_what_does_not_exist_yet_is_seen_when_it_comes(tmp_path: Path) -> None:
    wanted = tmp_path / "a" / "b" / "c"
    with Eyes(never) as eyes:
        eyes.look_at((str(wanted), str(tmp_path / "briefgen.yaml")), str(tmp_path / "output"))
        (tmp_path / "briefgen.yaml").write_text("title: T")
        see(eyes, named(tmp_path / "briefgen.yaml"))
        wanted.mkdir(parents=True)
        see(eyes, lambda change: str(wanted).startswith(change.path))
        eyes.look_at((str(wanted),), str(tmp_path / "output"))
        (wanted / "x.md").write_text("x")
        see(eyes, named(wanted / "x.md"))


def _full() -> BaseObserver:
    raise OSError(errno.EMFILE, os.strerror(errno.EMFILE))


def test_where_the_system_has_no_more_to_give_files_are_looked_at_again_and_again(
    tmp_path: Path, folder: Path
) -> None:
    told: list[int | None] = []
    with Eyes(lambda refused: told.append(refused.errno), _full) as eyes:
        eyes.look_at((str(folder),), str(tmp_path / "output"))
        (folder / "a.md").write_text("x")
        see(eyes, named(folder / "a.md"))
    assert told == [errno.EMFILE]


def test_watches_that_run_out_below_a_folder_are_noticed(
    tmp_path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # watchdog passes over folders that it gets no watch for; only the probe comes to know.
    import watchdog.observers.inotify_c as system

    (folder / "deep").mkdir()
    true = system.inotify_add_watch
    given: set[bytes] = set()

    def scarce(descriptor: int, path: bytes, mask: int) -> int:
        if path not in given and len(given) == 2:
            ctypes.set_errno(errno.ENOSPC)
            return -1
        given.add(path)
        return int(true(descriptor, path, mask))

    monkeypatch.setattr(system, "inotify_add_watch", scarce)
    told: list[int | None] = []
    with Eyes(lambda refused: told.append(refused.errno)) as eyes:
        eyes.look_at((str(folder),), str(tmp_path / "output"))
        assert told == [errno.ENOSPC]
        (folder / "deep" / "a.md").write_text("x")
        see(eyes, named(folder / "deep" / "a.md"))
