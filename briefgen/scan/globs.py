"""Globs with `**`, as the settings use them for the kinds of content."""

from __future__ import annotations

import functools
import re


@functools.lru_cache(maxsize=64)
def glob_pattern(glob: str) -> re.Pattern[str]:
    """A pattern that matches whole paths with forward slashes. `*` and `?` stay inside one name,
    `**/` stands for any number of folders.
    """
    out: list[str] = []
    at = 0
    while at < len(glob):
        if glob.startswith("**/", at):
            out.append("(?:[^/]+/)*")
            at += 3
        elif glob.startswith("**", at):
            out.append(".*")
            at += 2
        else:
            out.append({"*": "[^/]*", "?": "[^/]"}.get(glob[at], re.escape(glob[at])))
            at += 1
    return re.compile("".join(out))


def glob_folder(glob: str) -> str:
    """The folder in which all matches lie: what comes before the first name with a wildcard."""
    names = glob.split("/")
    fixed: list[str] = []
    for name in names[:-1]:
        if "*" in name or "?" in name:
            break
        fixed.append(name)
    return "/".join(fixed)
