"""Without extensions the HTML is that of the library's own renderer, but for what is ours on
purpose."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.model.settings import Markdown
from briefgen.read.reading import Reading
from tests.read.show import read_body

PLAIN = Reading(
    markdown=Markdown(
        footnotes=False,
        definition_lists=False,
        attributes=False,
        containers=False,
        smart_quotes=False,
        heading_anchors=False,
    )
)
STOCK = MarkdownIt("commonmark", {"html": False, "xhtmlOut": False, "maxNesting": 110})
STOCK.enable(["table", "strikethrough"])


def _ours_on_purpose(html: str) -> str:
    """What the library writes, with our differences: headings begin at the second level, code and
    tables can be scrolled, cells have classes, links abroad say so."""
    if "<h1>" in html:
        html = re.sub(r"(</?h)([1-5])>", lambda m: f"{m[1]}{int(m[2]) + 1}>", html)
    html = re.sub(r' style="text-align:(\w+)"', r' class="align-\1"', html)
    for stock, ours in (
        ("<th>", "<th >"),
        ("<th ", '<th scope="col" '),
        ('"col" >', '"col">'),
        ("<table>", '<div class="table" tabindex="0"><table>'),
        ("</table>", "</table></div>"),
        ("<pre>", '<pre tabindex="0">'),
        ('<a href="https://x.org"', '<a href="https://x.org" rel="external"'),
    ):
        html = html.replace(stock, ours)
    return html


def _tight(html: str) -> str:
    """Without the line ends around blocks and the masks of quotation marks, which mean nothing."""
    html = html.replace("&quot;", '"')
    return re.sub(
        r"\s*(</?(?:blockquote|[uo]l|li|p|h[1-6]|pre|hr|div|table|t[rhd]|thead|tbody)\b[^>]*>)\s*",
        r"\1",
        html,
    )


fragments = st.sampled_from(
    [
        *"ab \n*_`#->\\.\t",
        "\n\n",
        "    ",
        "\n- ",
        "\n  - ",
        "\n3. ",
        "\n> ",
        "\n# ",
        "\n### ",
        "\n---\n",
        "\n===\n",
        "\n```\n",
        "\n~~~ py\n",
        "  \n",
        "[a](https://x.org)",
        "[a][b]",
        "\n\n[b]: https://x.org\n",
        "<https://x.org>",
        "&amp;",
        "&lt;",
        "**",
        '"',
        "word ",
        "~~",
        "|",
        "\n|a|b|\n|-|:-:|\n",
        "\na|b\n-|-:\n",
        "\nc | d",
    ]
)


@settings(max_examples=500, deadline=None)
@given(st.lists(fragments, max_size=40).map("".join))
def test_same(body: str) -> None:
    item = read_body(body, PLAIN)
    assert item.body is not None, item.diagnostics
    assert _tight(item.body.text.html) == _tight(_ours_on_purpose(STOCK.render(body)))
