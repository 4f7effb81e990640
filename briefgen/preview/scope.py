"""Which events concern the site."""

from __future__ import annotations

import os

from briefgen.model.base import Record

# What editors put beside a file while they save it. Hidden files are passed over anyway.
_EDITORS = ("4913", "___jb_tmp___", "___jb_old___")


class Scope(Record):
    """What is watched. All paths are absolute, with links resolved. `watched` are the files and
    folders that the site depends on; `output` is the folder that briefgen writes itself, by all its
    names."""

    watched: tuple[str, ...] = ()
    output: tuple[str, ...] = ()

    def concerns(self, path: str) -> bool:
        """Whether what happened at `path` can change the site."""
        return not any(inside(path, folder) for folder in self.output) and any(
            _visible(path[len(each) :]) if inside(path, each) else inside(each, path)
            for each in self.watched
        )

    def is_structural(self, path: str) -> bool:
        """Whether a watched folder itself came, went or was replaced, or one above it."""
        return any(inside(each, path) for each in self.watched)


def inside(path: str, folder: str) -> bool:
    """Whether `path` is `folder` or below it."""
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)


def _visible(rest: str) -> bool:
    parts = rest.strip(os.sep).split(os.sep)  # noqa: PTH206  every event comes through here
    return not any(part.startswith(".") for part in parts) and not _is_editors(parts[-1])


def _is_editors(name: str) -> bool:
    return (
        name.endswith(("~", ".swp", ".swx", ".crswap"))
        or (name.startswith("#") and name.endswith("#"))
        or any(each in name for each in _EDITORS[1:])
        or name == _EDITORS[0]
    )
