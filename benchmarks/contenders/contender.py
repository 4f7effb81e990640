"""What is asked of each contender."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive import Archive

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class Contender:
    """A program in the folder of an archive. `command` builds the site; `made` are the files and
    folders that a cold build must not find; `template` and `style` are the files whose edit is
    measured ("" if the program has none); `live` rebuilds at every edit until it is stopped;
    `page` is the file of an article, with SLUG in it.
    """

    name: str
    version: str
    command: Sequence[str]
    made: Sequence[str]
    page: str
    live: Sequence[str] = ()
    template: str = ""
    style: str = ""
    incremental: bool = False

    def clean(self, archive: Archive) -> None:
        """Delete all that it made."""
        for each in self.made:
            path = archive.root / each
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def pages(self, archive: Archive) -> int:
        """How many HTML pages it made."""
        return sum(1 for _ in (archive.root / self.made[0]).rglob("*.html"))


def lay_out(root: Path, templates: str, files: Sequence[str] = ()) -> None:
    """Copy a folder of templates over `root`, or the named files of it."""
    source = TEMPLATES / templates
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source)
        if path.is_file() and (not files or str(name) in files):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, root / name)
