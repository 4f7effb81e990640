"""What is understood as Markdown: CommonMark and the extensions that the settings switch on."""

from __future__ import annotations

import functools
import re

from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from briefgen.model.settings import Markdown
from briefgen.read.markdown import (
    attributes,
    bounds,
    containers,
    endings,
    html_blocks,
    marked,
    raw,
    spans,
    wiki,
)

# The library drops what lies deeper than its own bound without a word. Its bound is set above
# ours, so that whatever it drops is reported as too deep before.
MARGIN = 10

# The signs with which our inline rules begin, and `]` with which labels end. The library would try
# all rules at each hyphen and colon, too.
SIGNS = "\n!&*<[\\]^_`{~"


class Parser(MarkdownIt):
    """Addresses are left as the author wrote them: they are judged later, with a message."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  the library's name
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  as above
        return link

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002  as above
        return True


@functools.lru_cache(maxsize=8)
def parser_of(markdown: Markdown, nesting: int) -> MarkdownIt:
    """The parser for these settings. It keeps nothing of a document: building it costs as much as
    reading several articles, so one serves for all."""
    md = Parser("commonmark", {"html": False, "maxNesting": nesting + MARGIN})
    md.disable(["html_block", "html_inline"])
    # Escaped characters are joined to the text after quotation marks have been set.
    md.disable("text_join")
    bounds.bounds_plugin(md)
    raw.raw_plugin(md, html=markdown.html)
    if markdown.html:
        html_blocks.html_plugin(md)
    wiki.wiki_plugin(md)
    containers.container_plugin(md)
    if markdown.tables:
        md.enable("table")
    if markdown.strikethrough:
        md.enable("strikethrough")
    if markdown.footnotes:
        footnote_plugin(md, move_to_end=False)
    if markdown.definition_lists:
        deflist_plugin(md)
    if markdown.attributes:
        attributes.attributes_plugin(md)
        spans.spans_plugin(md)
    marked.marked_plugin(md, footnotes=markdown.footnotes)
    endings.endings_plugin(md)
    md.inline.terminator_re = re.compile(f"[{re.escape(SIGNS)}]")
    return md
