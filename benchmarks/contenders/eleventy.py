"""Eleventy, with collections that make the same lists."""

from __future__ import annotations

import shutil
import subprocess

from benchmarks.archive import Archive
from benchmarks.contenders.contender import Contender, lay_out

_DATA = {"content-articles.js": "articles", "content-packets.js": "packets"}


def eleventy(archive: Archive) -> Contender | None:
    """Make the folder a project of Eleventy, where that is installed."""
    program = shutil.which("eleventy")
    if program is None:
        return None
    version = subprocess.run([program, "--version"], capture_output=True, text=True, check=True)
    root = archive.root
    lay_out(root, "eleventy")
    for name, folder in _DATA.items():
        (root / name).replace(root / "content" / folder / f"{folder}.11tydata.js")
    about = root / "content" / "pages" / "about.md"
    about.write_text(
        about.read_text().replace(
            "title: About\n", "title: About\nlayout: base.njk\npermalink: about.html\n"
        )
    )
    return Contender(
        name="Eleventy",
        version=version.stdout.strip(),
        command=(program, "--quiet"),
        made=("output-eleventy",),
        page="output-eleventy/articles/SLUG.html",
        template="eleventy-includes/article.njk",
        style="eleventy-static/style.css",
    )
