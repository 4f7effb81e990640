"""Keep two that work on one project apart."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator

import filelock

from briefgen import files
from briefgen.progress import Progress
from briefgen.store.cache import CACHE_FOLDER

LOCK = "lock"


@contextlib.contextmanager
def locked_if_free(root: str) -> Iterator[bool]:
    """Hold the project at `root`, if nobody else does; gives whether it is held."""
    lock = filelock.FileLock(os.path.join(root, CACHE_FOLDER, LOCK))
    try:
        lock.acquire(timeout=0)
    except (filelock.Timeout, OSError):
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


@contextlib.contextmanager
def locked(root: str, progress: Progress) -> Iterator[None]:
    """Hold the project at `root`: the second who asks waits, and says so."""
    folder = os.path.join(root, CACHE_FOLDER)
    files.make_folder(folder)
    lock = filelock.FileLock(os.path.join(folder, LOCK))
    try:
        lock.acquire(timeout=0)
    except filelock.Timeout:
        progress.stage("waiting for another build of this project")
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
