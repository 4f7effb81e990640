"""Read built pages: links, anchors, text."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


class Page(HTMLParser):
    """What a page refers to, and what can be referred to in it. `problems` are tags that do not
    nest."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.words: list[str] = []
        self.problems: list[str] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()
        self.problems.extend(f"<{tag}> is never closed" for tag in self._open)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in {"href", "src"} and value is not None:
                self.links.append(value)
            if name == "id" and value is not None:
                self.ids.append(value)
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self._open.pop()

    def handle_endtag(self, tag: str) -> None:
        optional = {"li", "p", "dt", "dd", "td", "th", "tr", "tbody", "thead"}
        while self._open and self._open[-1] != tag and self._open[-1] in optional:
            self._open.pop()
        if self._open and self._open[-1] == tag:
            self._open.pop()
        else:
            self.problems.append(f"</{tag}> closes nothing, inside {self._open[-3:]}")

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def text(self) -> str:
        """All text, spaces folded."""
        return " ".join(" ".join(self.words).split())


def read_pages(folder: Path) -> dict[str, Page]:
    """Every HTML page of an output folder, by path."""
    return {
        str(path.relative_to(folder)): Page(path.read_text(encoding="utf-8"))
        for path in sorted(folder.rglob("*.html"))
    }


def dead_links(folder: Path, base_url: str = "") -> list[str]:
    """Internal links and anchors that lead nowhere. Links must be relative, except in 404.html."""
    pages = read_pages(folder)
    dead: list[str] = []
    for path, page in pages.items():
        for link in page.links:
            if base_url and path == "404.html" and link.startswith(base_url):
                link = "/" + link.removeprefix(base_url)  # noqa: PLW2901  seen from the root
            parts = urlsplit(link)
            if parts.scheme or parts.netloc:
                continue
            if parts.path.startswith("/") and path != "404.html":
                dead.append(f"{path}: {link} is not relative")
                continue
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(path), unquote(parts.path).lstrip("/"))
                if parts.path
                else path
            )
            if not (folder / target).is_file():
                dead.append(f"{path}: {link} leads to no file")
            elif target not in pages:
                continue  # a document has places of its own
            elif parts.fragment and unquote(parts.fragment) not in pages[target].ids:
                dead.append(f"{path}: {link} leads to no anchor")
    return dead
