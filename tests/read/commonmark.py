"""The examples of the CommonMark specification, and what makes their HTML comparable with ours.

They travel in the source package of our parser, which `.ci/bootstrap` fetches by the digest in the
lock file; no text of theirs stands in this repository.
"""

from __future__ import annotations

import functools
import json
import re
import sys
import tarfile
from collections import Counter
from difflib import SequenceMatcher
from html import escape, unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

from briefgen.model.settings import Markdown
from briefgen.model.text import LINK_CLOSE, LINK_MID, LINK_OPEN, PICTURE_CLOSE, PICTURE_OPEN
from briefgen.read.reading import Reading, ReadItem
from tests.read.show import read_body

TABLE = Path(__file__).with_name("cases") / "commonmark.txt"
UNKNOWN = "?"  # stands for the reason of what is not explained yet
MEMBER = "tests/test_cmark_spec/commonmark.json"
# Without the extensions that read as something else what CommonMark reads as text.
PLAIN = Reading(
    markdown=Markdown(
        tables=False,
        footnotes=False,
        definition_lists=False,
        strikethrough=False,
        attributes=False,
        containers=False,
        smart_quotes=False,
        heading_anchors=False,
    )
)
BLOCKS = "blockquote|div|h[1-6]|hr|li|ol|p|pre|script|style|table|tbody|td|tr|ul"
# Nobody reads these, and versions of Python differ in where they end.
UNREAD = re.compile(
    r"<!--(?:-?>|.*?-->)|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<![A-Z][^>]*>"
    r"|<(script|style)\b.*?(?:</\1>|\Z)",
    re.DOTALL,
)
LINK = re.compile(f"{LINK_OPEN}(\\d+)([^{LINK_MID}]*){LINK_MID}(.*?){LINK_CLOSE}", re.DOTALL)
PICTURE = re.compile(f"{PICTURE_OPEN}(\\d+){PICTURE_CLOSE}")


class Example(NamedTuple):
    """One example of the specification, by its number."""

    number: int
    section: str
    markdown: str
    html: str


@functools.cache
def examples() -> tuple[Example, ...]:
    """All examples, in their order."""
    folder = Path(sys.prefix, "sources")
    (archive,) = folder.glob("markdown_it_py-*.tar.gz")
    with tarfile.open(archive) as packed:
        name = next(each for each in packed.getnames() if each.endswith(MEMBER))
        member = packed.extractfile(name)
        assert member is not None
        listed = json.load(member)
    return tuple(Example(e["example"], e["section"], e["markdown"], e["html"]) for e in listed)


def read_example(example: Example) -> ReadItem:
    """Our reading of an example."""
    return read_body(example.markdown, PLAIN)


def ours(item: ReadItem) -> str:
    """Our HTML with links and pictures filled as the specification fills them: with the address as
    it was written. Our files lie in a folder, its own do not."""
    assert item.face is not None
    assert item.body is not None
    links, pictures = item.face.links, item.face.pictures

    def link(found: re.Match[str]) -> str:
        to = links[int(found[1])]
        fragment = f"#{to.fragment}" if to.fragment else ""
        words = found[3] or (escape(to.target) if to.bare else "")
        return f'<a href="{escape(to.target + fragment)}"{found[2]}>{words}</a>'

    def picture(found: re.Match[str]) -> str:
        shown = pictures[int(found[1])]
        title = f' title="{escape(shown.caption)}"' if shown.caption else ""
        image = f'<img src="{escape(shown.target)}" alt="{escape(shown.alt)}"{title}>'
        return f"<p>{image}</p>" if shown.alone else image

    return PICTURE.sub(picture, LINK.sub(link, item.body.text.html))


def normal(html: str) -> str:
    """HTML as a row of tags and texts, in which what means nothing looks the same: how characters
    are masked, space around blocks, the order of attributes, how addresses are written; and what
    is ours on purpose in every text: headings begin at the second level, code can be scrolled by
    keyboard, links abroad say so, addresses of files begin at the project's root."""
    reader = _Normal()
    html = UNREAD.sub(lambda found: f"<{found[1]}></{found[1]}>" if found[1] else "", html)
    # A tag that never ends is text; some versions of Python let it fall.
    reader.feed(re.sub(r"<(?=[^>]*\Z)", "&lt;", html))
    reader.close()
    return reader.text()


class _Normal(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.verbatim = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = sorted(
            f"{name}={_address(value or '') if name in ('href', 'src') else value or ''}"
            for name, value in attrs
            if name not in ("rel", "tabindex")
        )
        self.parts.append(f"<{' '.join([tag, *given])}>")
        self.verbatim += tag == "pre"

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.verbatim -= tag == "pre"
        self.parts.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if not self.verbatim:
            # Line ends and spaces are one, and those beside a comment meet.
            data = re.sub(r"\s+", " ", data)
            if self.parts and self.parts[-1].endswith(" "):
                data = data.lstrip(" ")
        self.parts.append(escape(data, quote=False))

    def text(self) -> str:
        joined = re.sub(
            rf"\s*(</?(?:{BLOCKS})(?: [^<>]*)?>)[ ]*\n?[ ]*", r"\1", "".join(self.parts)
        )
        if "<h1>" in joined:
            joined = re.sub(r"(</?h)([1-5])>", lambda m: f"{m[1]}{int(m[2]) + 1}>", joined)
        return joined.strip()


def _address(value: str) -> str:
    """An address without its masks, from the project's root."""
    value = unquote(unescape(value)).removeprefix("content/articles/")
    return re.sub(r"^(?:\./|/)+", "", value)


TOKEN = re.compile(r"<[^<>]*>|[^<>\s]+")


def changes(item: ReadItem, example: Example) -> list[str]:
    """What we do instead: tags and words that the specification has and we have not ("-"), and the
    other way round ("+"); or the codes of the errors for which nothing is published."""
    if item.body is None:
        return sorted({f"! {each.code}" for each in item.diagnostics})
    theirs, here = (TOKEN.findall(normal(html)) for html in (example.html, ours(item)))
    out: list[str] = []
    for _, a, b, c, d in SequenceMatcher(None, theirs, here, autojunk=False).get_opcodes():
        if theirs[a:b] != here[c:d]:
            out += [f"- {each}" for each in theirs[a:b]] + [f"+ {each}" for each in here[c:d]]
    return [each.replace("\n", "⏎") for each in out]


def load_changes() -> dict[str, dict[int, list[str]]]:
    """From a reason to the numbers of examples, and what differs in each."""
    table: dict[str, dict[int, list[str]]] = {}
    reason = UNKNOWN
    for block in TABLE.read_text(encoding="utf-8").split("\n\n"):
        first, *lines = block.strip().splitlines()
        if first.startswith("# "):
            reason = first.removeprefix("# ")
        else:
            table.setdefault(reason, {})[int(first.split()[0])] = lines
    return table


def write_changes() -> None:
    """Write what differs now under the reasons that are known. To be looked through by hand."""
    reasons = {number: reason for reason, each in load_changes().items() for number in each}
    found: dict[str, list[str]] = {reason: [] for reason in [*load_changes(), UNKNOWN]}
    for example in examples():
        if lines := changes(read_example(example), example):
            head = f"{example.number} {example.section}"
            found[reasons.get(example.number, UNKNOWN)].append("\n".join([head, *lines]))
    blocks = ["\n\n".join([f"# {reason}", *each]) for reason, each in found.items() if each]
    TABLE.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")


def words(html: str) -> Counter[str]:
    """What a reader reads."""
    reader = _Words()
    reader.feed(UNREAD.sub("", html))
    reader.close()
    return Counter(re.findall(r"\w+", " ".join(reader.parts)))


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []

    def handle_data(self, data: str) -> None:
        self.parts.append(data)


if __name__ == "__main__":
    write_changes()
