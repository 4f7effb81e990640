"""What authors write, and what they get or are told."""

from __future__ import annotations

from briefgen.read.settings import read_settings
from tests.read.show import read, read_body, told, visible
from tests.read.tables import Case, cases, hold


@cases("yaml.txt")
def test_yaml(case: Case) -> None:
    def outcome(given: str) -> str:
        item = read(f"---\n{given}\n---\n")
        assert (item.face is None) is ("error" in told(item.diagnostics))
        return told(item.diagnostics)

    hold("yaml.txt", case, outcome)


@cases("article.txt")
def test_article(case: Case) -> None:
    hold("article.txt", case, lambda given: told(read(given).diagnostics))


@cases("markdown.txt")
def test_markdown(case: Case) -> None:
    hold("markdown.txt", case, _markdown)


@cases("settings.txt")
def test_settings(case: Case) -> None:
    hold("settings.txt", case, lambda given: told(read_settings("x", given.encode())[2]))


def _markdown(given: str) -> str:
    item = read_body(given)
    shown = told(item.diagnostics)
    if item.face is None or item.body is None:
        return shown
    links = [
        f"{at}: {'path' if link.is_path else 'slug'} {link.target}"
        f"{f'#{link.fragment}' if link.fragment else ''}"
        f"{' bare' if link.bare else ''}{' internal' if link.internal else ''}"
        f" {link.mark.line}:{link.mark.column}"
        for at, link in enumerate(item.face.links)
    ]
    text = item.body.text
    headings = [f"h{h.level} {h.anchor}: {h.text}" for h in text.headings]
    return "\n".join(
        part
        for part in (
            visible(text.html).rstrip("\n"),
            "\n".join(links),
            "\n".join(headings),
            shown,
        )
        if part
    )
