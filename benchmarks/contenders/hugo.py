"""Hugo, with templates that make the same pages; each part of a list that is cut by year or month
is a page of its own, written as a stub, since Hugo's templates cannot add pages by date."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Iterable

from benchmarks.archive import SITE, Archive
from benchmarks.contenders.contender import Contender, lay_out
from benchmarks.parts import KINDS, parts_of

_CONFIG = {
    "baseURL": SITE["url"],
    "title": SITE["title"],
    "locale": "en",
    "publishDir": "public",
    "buildFuture": True,
    "taxonomies": KINDS,
    "permalinks": {"page": {"articles": "/articles/:slug/"}},
    "module": {
        "mounts": [
            {"source": "content", "target": "content"},
            {"source": "hugo-parts", "target": "content"},
        ]
    },
    "markup": {"goldmark": {"extensions": {"typographer": {"disable": False}}}},
    "outputs": {
        "home": ["html", "rss"],
        "section": ["html"],
        "taxonomy": ["html"],
        "term": ["html"],
    },
    "services": {"rss": {"limit": 50}},
}


def hugo(archive: Archive) -> Contender | None:
    """Make the folder a project of Hugo, where that is installed."""
    program = shutil.which("hugo")
    if program is None:
        return None
    version = subprocess.run([program, "version"], capture_output=True, text=True, check=True)
    root = archive.root
    (root / "hugo.json").write_text(json.dumps(_CONFIG, indent=1))
    lay_out(root, "hugo")
    for path, stub in _stubs(archive):
        target = root / "hugo-parts" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(stub)
    return Contender(
        name="Hugo",
        version=version.stdout.partition("v")[2].partition("-")[0],
        command=(program,),
        live=(program, "server", "--port", "41313", "--disableLiveReload"),
        made=("public", "resources", ".hugo_build.lock"),
        page="public/articles/SLUG/index.html",
        template="layouts/articles/single.html",
        style="static/style.css",
    )


def _stubs(archive: Archive) -> Iterable[tuple[str, str]]:
    for part in parts_of(archive):
        keys = {
            "title": f"{part.title}, {part.when}",
            "type": "part",
            "url": f"/{part.path}.html",
            "params": {"field": part.field, "term": part.term, "when": part.when},
        }
        yield f"part/{part.path}.md", json.dumps(keys) + "\n"
