"""The one door to the disk.

Every read, listing and write of briefgen goes through here; an error carries the path. Text is
UTF-8 everywhere. Paths inside are absolute strings; `pathlib` costs two to four times as much.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Iterator

from briefgen.model.base import Record, digest_bytes


class FileStat(Record):
    """What git too looks at first: if none of it moved, neither did the content, provided that the
    file was not written within the grain of the clock.
    """

    size: int
    mtime_ns: int
    ctime_ns: int
    inode: int


def _stat_of(found: os.stat_result) -> FileStat:
    return FileStat(
        size=found.st_size,
        mtime_ns=found.st_mtime_ns,
        ctime_ns=found.st_ctime_ns,
        inode=found.st_ino,
    )


def file_stat(path: str) -> FileStat | None:
    """The stat of a regular file, links followed; None if there is no such file."""
    try:
        found = os.stat(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    return _stat_of(found) if stat.S_ISREG(found.st_mode) else None


def walk(folder: str) -> Iterator[tuple[str, FileStat]]:
    """Every regular file below `folder` with its stat, by path with forward slashes relative to
    it, in no particular order. Hidden files and folders are passed over, links to folders are not
    followed, and what vanishes on the way is left out.
    """
    pending = [("", folder)]
    while pending:
        prefix, current = pending.pop()
        try:
            entries = os.scandir(current)
        except (FileNotFoundError, NotADirectoryError):
            continue
        with entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                with contextlib.suppress(FileNotFoundError):
                    if entry.is_dir(follow_symlinks=False):
                        pending.append((f"{prefix}{entry.name}/", entry.path))
                    elif entry.is_file():
                        yield f"{prefix}{entry.name}", _stat_of(entry.stat())


def list_folder(path: str) -> list[tuple[str, bool]]:
    """The names in a folder that are not hidden, in order, each with whether it is a folder; none
    if there is no such folder.
    """
    try:
        with os.scandir(path) as entries:
            found = [(each.name, each.is_dir(follow_symlinks=False)) for each in entries]
    except (FileNotFoundError, NotADirectoryError):
        return []
    return sorted(each for each in found if not each[0].startswith("."))


def read_bytes(path: str) -> bytes | None:
    """The content of a file; None if there is none."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None


def read_text_lines(path: str) -> list[str]:
    """The lines of a text file, without their ends; empty if there is none. Bytes that are not
    UTF-8 are shown as such, for this serves error messages.
    """
    data = read_bytes(path)
    return [] if data is None else data.decode("utf-8-sig", "replace").splitlines()


def write_whole(path: str, data: bytes, staging: str) -> None:
    """Put `data` at `path` in one step: nobody ever sees a half of it. `staging` is a folder on the
    same file system in which the new file is written first.
    """
    staged = os.path.join(staging, f"{os.getpid()}-{os.path.basename(path)}")
    try:
        with open(staged, "wb") as file:
            file.write(data)
    except FileNotFoundError:
        os.makedirs(staging, exist_ok=True)
        with open(staged, "wb") as file:
            file.write(data)
    try:
        os.replace(staged, path)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        os.replace(staged, path)


def move_whole(made: str, path: str, staging: str) -> None:
    """Put the file `made` at `path` in one step, and leave nothing where it was. `staging` serves
    if the two lie on different file systems.
    """
    try:
        try:
            os.replace(made, path)
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            os.replace(made, path)
    except OSError as refused:
        if refused.errno != errno.EXDEV:
            raise
        with open(made, "rb") as file:
            write_whole(path, file.read(), staging)
        remove_file(made)


def write_aside(path: str, data: bytes) -> None:
    """Write a file that nobody looks at before it is moved into place."""
    try:
        with open(path, "wb") as file:
            file.write(data)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as file:
            file.write(data)


def rewrite(path: str, before: bytes, after: bytes) -> bool:
    """Put `after` in place of `before` in an author's file, in one step, with the rights that it
    has; False, and nothing is written, if it no longer holds `before`. A link stays a link.
    """
    real = os.path.realpath(path)
    staged = os.path.join(os.path.dirname(real), f".{os.path.basename(real)}.{os.getpid()}")
    try:
        with open(staged, "xb") as file:
            file.write(after)
            file.flush()
            os.fsync(file.fileno())
        shutil.copymode(real, staged)
        if read_bytes(real) != before:
            return False
        os.replace(staged, real)
    finally:
        remove_file(staged)
    return True


def remove_file(path: str) -> bool:
    """Remove a file or a link; False if it was not there."""
    try:
        os.unlink(path)
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def remove_empty_folders(root: str, paths: set[str]) -> None:
    """Remove the folders that held `paths` (relative to `root`) if nothing is left in them."""
    folders = {os.path.dirname(path) for path in paths}
    for folder in sorted(folders, key=len, reverse=True):
        current = folder
        while current:
            try:
                os.rmdir(os.path.join(root, current))
            except FileNotFoundError:
                pass
            except OSError as refused:
                if refused.errno in (errno.ENOTEMPTY, errno.EEXIST, errno.ENOTDIR):
                    break
                raise
            current = os.path.dirname(current)


def remove_tree(path: str) -> None:
    """Remove a folder of briefgen's own with all that is in it."""
    shutil.rmtree(path, ignore_errors=True)


def make_folder(path: str) -> None:
    """Make a folder and those above it."""
    os.makedirs(path, exist_ok=True)


def folder_exists(path: str) -> bool:
    """Whether there is a folder at `path`."""
    return os.path.isdir(path)


def anything_at(path: str) -> bool:
    """Whether anything at all, even a dangling link, is at `path`."""
    return os.path.lexists(path)


def is_link(path: str) -> bool:
    """Whether `path` itself is a symbolic link."""
    return os.path.islink(path)


def folder_is_empty(path: str) -> bool:
    """Whether a folder has no entry at all, hidden ones included."""
    with os.scandir(path) as entries:
        return next(entries, None) is None


def real_path(path: str) -> str:
    """The path with links resolved and without `.` and `..`."""
    return os.path.realpath(path)


def remove_folder_if_empty(path: str) -> None:
    """Remove a folder if there is nothing in it."""
    with contextlib.suppress(OSError):
        os.rmdir(path)


def digest_of(data: bytes) -> str:
    """The digest by which a file's content is known."""
    return digest_bytes(data)


def write_new(path: str, data: bytes) -> None:
    """Write a file that must not be there yet: what is there is never overwritten."""
    with open(path, "xb") as file:
        file.write(data)


def add_line(path: str, line: bytes) -> None:
    """Add a line to the end of a file, which is made if there is none. Whenever the process or the
    machine stops, the file is whole, with the line or without it; once this returns, the line is on
    the disk. A line that an editor left without its end gets one.
    """
    target = os.path.realpath(path)
    folder = os.path.dirname(target)
    os.makedirs(folder, exist_ok=True)
    before = read_bytes(target) or b""
    if before and not before.endswith(b"\n"):
        before += b"\n"
    staged = os.path.join(folder, f".{os.path.basename(target)}-{os.getpid()}")
    try:
        with open(staged, "xb") as file:
            file.write(before + line + b"\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(staged, target)
    finally:
        remove_file(staged)
    _sync_folder(folder)


def _sync_folder(folder: str) -> None:
    """Make a change of names last, where the system can be asked to."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
