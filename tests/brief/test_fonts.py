"""Which fonts a brief embeds, and what it says of a character that none of them has."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from fontTools.ttLib import TTFont

from briefgen.diagnostics import Severity
from briefgen.model.request import Exit
from briefgen.render.brief.glyphs import coverage
from briefgen.render.brief.job import BriefResult
from briefgen.render.brief.unpack import Unpacker
from tests.brief.sample import RUSSIAN, STATIC, codes, reader_of
from tests.harness import SiteFolder

NewSite = Callable[..., SiteFolder]
FONTS = Path(STATIC) / "fonts"
OURS = (
    *("Vollkorn", "Source-Sans-3", "Noto-Naskh-Arabic", "Vazirmatn"),
    *("Frank-Ruhl-Libre", "Noto-Sans-Hebrew"),
)


def fonts_of(result: BriefResult) -> dict[str, set[str]]:
    """The descriptors of all fonts, by name without the tag of the subset."""
    found = {}
    with pikepdf.open(io.BytesIO(result.pdf)) as pdf:
        for page in pdf.pages:
            for font in page.Resources.Font.as_dict().values():
                below = font.DescendantFonts[0]
                name = str(below.BaseFont).partition("+")[2]
                found[name] = set(below.FontDescriptor.keys())
    return found


def test_all_fonts_are_embedded_and_ours(full: BriefResult) -> None:
    fonts = fonts_of(full)
    assert {name for name in fonts if not name.startswith(OURS)} == set()
    assert all("/FontFile2" in font for font in fonts.values())
    assert {"Vollkorn", "Noto-Naskh-Arabic"} <= set(fonts)


def test_scripts_are_not_mixed_up(small: dict[str, BriefResult]) -> None:
    text = " ".join(reader_of(small["scripts"]).pages[0].extract_text().split())
    for words in ("Moscow", "Αθήνα", RUSSIAN, "łódź"):
        assert words in text


def test_a_character_without_a_glyph_is_named(small: dict[str, BriefResult]) -> None:
    result = small["chinese"]
    assert result.pdf == b""
    assert set(codes(result)) == {"glyph-missing"}
    first = result.lacking[0].told
    assert first.severity is Severity.ERROR
    assert "“京” (U+4EAC, CJK UNIFIED IDEOGRAPH-4EAC)" in first.message
    assert "system_fonts" in first.hint
    assert first.item == "p:chinese"


def test_a_missing_character_is_told_where_its_author_wrote_it(new_site: NewSite) -> None:
    site = new_site("site", "default")
    site.article("drills", title="Drills 演習")
    site.article("talks", body="They met.\n\nIn 北京 they met again, and once more in 演.")
    site.article("number", body="Written as &#x2F00;.")
    site.packet("week", ["drills", "talks", "number"])
    outcome = site.build(pdf=True)
    assert outcome.exit is Exit.CONTENT
    told = {each.message.partition("“")[2][:1]: each for each in outcome.diagnostics}
    assert set(told) == set("演習北京⼀")
    assert (told["北"].path, told["北"].item) == ("content/articles/talks.md", "article:talks")
    line = site.read("content/articles/talks.md").splitlines()[told["北"].mark.line - 1]
    assert line[told["北"].mark.column - 1] == "北"
    assert told["演"].path == "content/articles/drills.md", (
        "where it stands first, not the contents"
    )
    assert told["演"].hint.endswith("It also stands in: talks.")
    assert (told["⼀"].path, told["⼀"].mark.line) == ("content/articles/number.md", 0)
    assert (site.built / "packets/week.html").exists(), "the pages stand"


def test_spaces_and_controls_need_no_glyph(small: dict[str, BriefResult]) -> None:
    assert codes(small["spaces"]) == []


@pytest.mark.parametrize("name", ["vollkorn-latin-400-normal", "vazirmatn-arabic-600-normal"])
def test_fonts_are_unpacked_whole(name: str) -> None:
    packed = (FONTS / f"{name}.woff2").read_bytes()
    plain = Unpacker().unpack(packed)
    assert plain[:4] == b"\0\1\0\0"
    assert coverage(plain) == coverage(packed)
    ours, theirs = (TTFont(io.BytesIO(data)) for data in (plain, packed))
    for glyph in theirs.getGlyphOrder():
        assert ours["glyf"][glyph] == theirs["glyf"][glyph], glyph


def test_the_last_glyph_of_a_font_is_drawn(small: dict[str, BriefResult]) -> None:
    """In Vazirmatn that is the lam-alef of سلام: the word was printed with a gap."""
    with pikepdf.open(io.BytesIO(small["last glyph"].pdf)) as pdf:
        (data,) = (
            each.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()
            for each in pdf.pages[0].Resources.Font.as_dict().values()
            if "Vazirmatn" in str(each.BaseFont)
        )
    font = TTFont(io.BytesIO(data))
    last = font.getGlyphOrder()[-1]
    assert font["glyf"][last].numberOfContours > 0


def test_what_cannot_be_unpacked_is_handed_on() -> None:
    assert Unpacker().unpack(b"wOF2 and no font") == b"wOF2 and no font"
    assert Unpacker().unpack(b"anything") == b"anything"


def test_the_systems_fonts_come_in_only_when_asked(small: dict[str, BriefResult]) -> None:
    assert small["system"].pdf
    assert {name for name in fonts_of(small["system"]) if not name.startswith(OURS)} == set()


def test_options_win_over_the_themes_style_sheets(small: dict[str, BriefResult]) -> None:
    content = reader_of(small["options"]).pages[0].get_contents()
    assert content is not None
    assert b"1 0 0 rg" in content.get_data()
