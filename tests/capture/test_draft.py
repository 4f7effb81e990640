"""Whatever a source says, its draft can be read, and says the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.capture.draft import Draft, write_draft
from briefgen.capture.formats.read import sound
from briefgen.capture.material import Found
from briefgen.capture.suspicious import suspicious_lines
from briefgen.diagnostics import has_errors
from briefgen.model.article import ArticleFace
from briefgen.model.item import Kind
from briefgen.quotation.paragraphs import paragraphs_of
from briefgen.quotation.speech.attribute import offer_statements
from briefgen.read.item import read_item
from briefgen.read.reading import Reading

SHARP = st.sampled_from(
    list("“”\"'«»:#-?*&!|>%@`{}[],\\\n\r\t \u00a0\u0085\u2028\ufeff\ue000\x00é今a1.")
)
TEXT = st.text(SHARP | st.characters(exclude_categories=["Cs"]), max_size=200)


def read(text: str) -> ArticleFace:
    found = read_item(Kind.ARTICLE, "content/articles/a.md", text.encode(), Reading())
    assert not has_errors(found.diagnostics), (found.diagnostics, text)
    assert found.face is not None
    assert isinstance(found.face.keys, ArticleFace)
    return found.face.keys


@settings(max_examples=80, deadline=None)
@given(title=TEXT, name=TEXT, text=TEXT)
def test_any_source_makes_a_draft_that_can_be_read(title: str, name: str, text: str) -> None:
    offers = offer_statements(paragraphs_of(text), english=True)
    draft = Draft(
        found=sound(
            Found(
                text=text,
                title=title,
                publisher=name,
                author=(name,),
                url=title,
                language=name,
                published=title,
            )
        ),
        date="2021-08-18",
        accessed="2021-08-18",
        snapshot="2021-08-18-a.txt",
        sha256="0" * 64,
        offers=offers,
        suspicions=suspicious_lines(text),
    )
    article = read(write_draft(draft))
    assert len(article.statements) == len(offers)


def test_a_quotation_is_read_as_it_was_written() -> None:
    quote = (
        "No: “yes” - # 'on' %TAG & *all* | > \\n {a: [b]} 12:30 1e3 ~ null… and\u00a0so on, " * 4
    )
    text = f"Ann Lee said: «{quote.strip(' ,')}»."
    (offer,) = offer_statements(paragraphs_of(text), english=True)
    draft = Draft(
        found=Found(text=text, title="yes"),
        date="2021-08-18",
        accessed="2021-08-18",
        snapshot="no",
        sha256="0" * 64,
        offers=(offer,),
    )
    article = read(write_draft(draft))
    assert article.statements[0].quote == offer.span.text == quote.strip(" ,")
    assert article.title == "yes"
