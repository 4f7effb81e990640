"""briefgen itself, through the command line, with a theme of the project's own to edit."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from benchmarks.archive import SITE, Archive
from benchmarks.contenders.contender import Contender
from briefgen import __version__

_THEME = Path(__file__).parents[2] / "themes" / "default"
_SETTINGS = f"""\
title: {SITE["title"]}
base_url: {SITE["url"]}
language: en
timezone: UTC
theme: bench
default_tlp: CLEAR
"""
# The page of each term of `entities.yaml` says this of it.
SETTINGS, ENTITIES = "briefgen.yaml", "content/entities.yaml"


def ours(archive: Archive, *, briefs: bool = False) -> Contender:
    """Make the folder a project of briefgen."""
    root = archive.root
    (root / "briefgen.yaml").write_text(_SETTINGS)
    names = "".join(f"  - name: {name}\n" for name in archive.terms.people)
    (root / ENTITIES).write_text(f"people:\n{names}")
    theme = root / "themes" / "bench"
    for name in ("templates/article.html", "static/site.css"):
        (theme / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_THEME / name, theme / name)
    (theme / "theme.yaml").write_text("name: bench\nextends: default\n")
    program = (sys.executable, "-m", "briefgen")
    # No peer makes an index for searching.
    always = ("--now", "2022-01-10T00:00:00Z", "--no-search")
    flags = (*always, *(() if briefs else ("--no-pdf",)))
    return Contender(
        name="briefgen, with briefs" if briefs else "briefgen",
        version=__version__,
        command=(*program, "build", *flags),
        live=(*program, "watch", *flags),
        made=("output", ".briefgen"),
        page="output/articles/SLUG.html",
        template="themes/bench/templates/article.html",
        style="themes/bench/static/site.css",
        incremental=True,
    )
