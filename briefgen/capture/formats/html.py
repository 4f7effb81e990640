"""Web pages: the article without what stands around it, and what the page says of itself."""

from __future__ import annotations

import re

from briefgen.capture.formats.decode import decode
from briefgen.capture.formats.quiet import quietly
from briefgen.capture.material import Found, Material, unread

# Where a page names its encoding and its language it does so early.
_HEAD = 8192
_CHARSET = re.compile(
    rb"""<(?:meta|\?xml)\b[^>]*?(?:charset|encoding)\s*=\s*["']?([\w.:-]+)""", re.IGNORECASE
)
_LANGUAGE = re.compile(
    r"""<html\b[^>]*?\blang\s*=\s*["']?([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)""", re.IGNORECASE
)
# Browsers put quotation marks around these, so the marks are part of what a reader saw.
_QUOTED = (
    (re.compile(r"<q(?:\s[^<>]*)?>", re.IGNORECASE), "“"),
    (re.compile(r"</q\s*>", re.IGNORECASE), "”"),
)


def read_html(material: Material) -> Found:
    """The main text of a page, a paragraph a line with a blank line between them."""
    told = _CHARSET.search(material.data[:_HEAD])
    charset = material.charset or (told[1].decode("ascii", "replace") if told else "")
    return read_markup(decode(material.data, charset).text, material.address)


def read_markup(markup: str, address: str = "") -> Found:
    """The same for markup that is text already."""
    for tag, mark in _QUOTED:
        markup = tag.sub(mark, markup)
    page = quietly("trafilatura", lambda: _extract(markup, address))
    if page is None or not page["text"].strip():
        return unread(
            "capture-empty",
            "No article could be found in this page.",
            "Copy its text in your browser, and give that to `briefgen capture -`.",
        )
    language = _LANGUAGE.search(markup[:_HEAD])
    text = "\n\n".join(line.strip() for line in page["text"].splitlines() if line.strip()) + "\n"
    authors = (name.strip() for name in page["author"].split(";"))
    return Found(
        snapshot=text.encode(),
        text=text,
        title=_line(page["title"]),
        publisher=_line(page["sitename"]),
        author=tuple(_line(name) for name in authors if name),
        published=page["date"],
        url=address or page["url"],
        language=language[1] if language else "",
    )


def _line(text: str) -> str:
    return " ".join(text.split())


def _extract(markup: str, address: str) -> dict[str, str] | None:
    import trafilatura  # noqa: PLC0415  a third of a second, for captures alone

    page = trafilatura.bare_extraction(
        markup,
        url=address or None,
        favor_precision=True,
        include_comments=False,
        with_metadata=True,
        # A date that is only guessed from the words of a page would look like one that it states.
        date_extraction_params={"extensive_search": False, "original_date": True},
    )
    if page is None:
        return None
    names = ("text", "title", "sitename", "author", "date", "url")
    return {name: str(getattr(page, name, None) or "") for name in names}
