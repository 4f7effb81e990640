"""What looks like Markdown and is not: the author would see it in print only."""

from __future__ import annotations

import re

from markdown_it.token import Token

from briefgen.read.markdown.draft import Draft

NOTE = re.compile(r"\[\^([^\]\s]{1,100})\]")
LABEL = re.compile(r"\[[^\[\]]{1,200}\]\[([^\[\]]{1,100})\]")
ADDRESS = re.compile(r"\[[^\[\]]{1,200}\]\(([^()]{1,300})\)")


def report_slips(block: Token, draft: Draft) -> None:
    """Report references to notes and links in the text of a block that were not understood."""
    for child in block.children or ():
        if child.type != "text" or "[" not in child.content:
            continue
        for found in ADDRESS.finditer(child.content):
            draft.findings.warning(
                "link-syntax",
                f"The link {found[0]} is not understood, and stands in the text as it is.",
                draft.inline_mark(block, max(block.content.find(found[0]), 0)),
                f"If its address has spaces, write it so: <{found[1].strip()}>",
            )
        for found in LABEL.finditer(child.content):
            draft.findings.warning(
                "link-label",
                f"There is no address for “{found[1]}” in this text.",
                draft.inline_mark(block, max(block.content.find(found[0]), 0)),
                f"Write below the text: [{found[1]}]: https://...",
            )
        for found in NOTE.finditer(child.content) if draft.footnotes else ():
            draft.findings.warning(
                "footnote-missing",
                f"There is no footnote “{found[1]}” in this text.",
                draft.inline_mark(block, max(block.content.find(found[0]), 0)),
                f"Write below the text: [^{found[1]}]: what it says.",
            )
