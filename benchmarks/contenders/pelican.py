"""Pelican, with its cache of contents on, and a generator that makes the same lists and packets."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from benchmarks.archive import Archive
from benchmarks.contenders.contender import TEMPLATES, Contender


def pelican(archive: Archive) -> Contender | None:
    """Make the folder a project of Pelican, where that is installed."""
    program = shutil.which("pelican")
    if program is None:
        return None
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    root = archive.root
    shutil.copyfile(TEMPLATES / "pelican" / "pelicanconf.py", root / "pelicanconf.py")
    theme = root / "pelican-theme"
    for name in ("templates", "static"):
        shutil.copytree(TEMPLATES / "pelican" / name, theme / name, dirs_exist_ok=True)
    return Contender(
        name="Pelican",
        version=version.stdout.strip(),
        command=(program, "--quiet", "--settings", "pelicanconf.py"),
        made=("output-pelican", "cache", "__pycache__"),
        page="output-pelican/articles/SLUG.html",
        template=str(Path("pelican-theme/templates/article.html")),
        style="pelican-theme/static/style.css",
    )
