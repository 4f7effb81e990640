"""The floor: what the same files cost in Python with nothing but the libraries. YAML by PyYAML's C
loader, Markdown by markdown-it-py, a small template by Jinja2, one page an article."""

from __future__ import annotations

import sys
from pathlib import Path

from benchmarks.archive import Archive
from benchmarks.contenders.contender import Contender

_PAGE = """\
<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{{ k.title }}</title>
<link rel="stylesheet" href="../style.css"></head><body><h1>{{ k.title }}</h1>
<p>{{ k.summary }}</p><ul>{% for each in k.key_points %}<li>{{ each }}</li>{% endfor %}</ul>
{% for each in k.statements %}<blockquote>{{ each.quote }}<cite>{{ each.speaker }}</cite>
</blockquote>{% endfor %}<p>{{ k.source.title }}, {{ k.source.publisher }}</p>
{{ body | safe }}</body></html>
"""


def floor(archive: Archive) -> Contender:
    """The same folder, built by `main` below."""
    del archive
    return Contender(
        name="floor",
        version="",
        command=(sys.executable, "-m", "benchmarks.contenders.floor"),
        made=("output-floor",),
        page="output-floor/articles/SLUG.html",
    )


def main() -> None:
    """Build the folder that we are in."""
    import jinja2
    import yaml
    from markdown_it import MarkdownIt

    markdown = MarkdownIt("commonmark").enable("table")
    page = jinja2.Environment(autoescape=True).from_string(_PAGE)
    out = Path("output-floor/articles")
    out.mkdir(parents=True, exist_ok=True)
    for path in sorted(Path("content/articles").rglob("*.md")):
        _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
        keys = yaml.load(front, yaml.CSafeLoader)
        html = page.render(k=keys, body=markdown.render(body))
        (out / f"{keys['slug']}.html").write_text(html, encoding="utf-8")


if __name__ == "__main__":
    main()
