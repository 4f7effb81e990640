"""What people who are new to it do wrong, and the way out that they are told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.cli.main import main
from tests.harness import SiteFolder, codes

ARTICLE = "content/articles/ferry.md"
PACKET = "content/packets/week.md"


@pytest.fixture
def lake(new_site: Callable[[str, str], SiteFolder]) -> SiteFolder:
    """One article, and a packet that lists it."""
    site = new_site("lake", "default")
    site.article("ferry")
    site.packet("week", ["ferry"])
    return site


def _told(site: SiteFolder) -> list[tuple[str, str]]:
    return [(each.code, each.hint) for each in site.check().diagnostics]


@pytest.mark.parametrize("written", ["2021-08-16-ferry.md", "content/articles/ferry.md", "Ferry"])
def test_a_file_or_a_title_in_place_of_a_slug(lake: SiteFolder, written: str) -> None:
    lake.packet("week", [written])
    assert _told(lake) == [("article-unknown", "Did you mean “ferry”?")]


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("---\ntitle", "\n\n---\ntitle", "Delete the empty lines above ---."),
        ("---\ntitle", "—\ntitle", "Write three hyphens, ---, in place of —."),
        ("---\ntitle", "----\ntitle", "Write three hyphens, ---, in place of ----."),
        ("---\nA body", "----\nA body", "Write three hyphens, ---, at the beginning of line 12."),
        ("---\nA body", "– – –\nA body", "Write three hyphens, ---, at the beginning of line 12."),
        ("---\nA body", " ---\nA body", "Write three hyphens, ---, at the beginning of line 12."),
    ],
)
def test_front_matter_between_other_lines(lake: SiteFolder, old: str, new: str, hint: str) -> None:
    lake.edit(ARTICLE, old, new)
    ((code, told),) = _told(lake)
    assert code.startswith("front-matter-")
    assert told == hint


def test_front_matter_is_read_whatever_editor_wrote_it(lake: SiteFolder) -> None:
    text = lake.read(ARTICLE).replace("\n---\n", "\n---   \n").replace("\n", "\r\n")
    (lake.root / ARTICLE).write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert _told(lake) == []


def test_a_key_of_a_group_at_the_top(lake: SiteFolder) -> None:
    lake.edit(ARTICLE, "people:", "publisher: The Gazette\npeople:")
    assert ("key-unknown", "It belongs to `source:`. Write it below, two spaces to the right.") in (
        _told(lake)
    )


def test_an_article_among_the_packets(lake: SiteFolder) -> None:
    lake.rename(ARTICLE, "content/packets/boat.md")
    lake.packet("week", [])
    hints = dict.fromkeys(hint for _, hint in _told(lake))
    assert "It is a key of articles. Is this file in the right folder?" in hints


def test_a_text_in_place_of_a_group(lake: SiteFolder) -> None:
    lake.write(ARTICLE, "---\ntitle: Ferry\nsource: The Gazette\n---\n")
    hint = "Write its keys below it, two spaces to the right, such as `title: ...`."
    assert ("value-type", hint) in _told(lake)


def test_a_key_that_is_needed_and_misspelt_is_told_once(lake: SiteFolder) -> None:
    lake.edit(ARTICLE, "title: Ferry", "titel: Ferry")
    assert [code for code, _ in _told(lake)] == ["key-unknown"]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        (
            "../media/boat.heic",
            "Save it as JPEG or PNG. Known are png, jpg, webp, avif, gif, pdf, csv.",
        ),
        ("boat.jpg", "Media lie in content/media/: move the file there, and name it there."),
    ],
)
def test_a_picture_that_is_not_at_its_place(lake: SiteFolder, written: str, hint: str) -> None:
    lake.edit(ARTICLE, "A body.", f"![A boat]({written})")
    assert [told for _, told in _told(lake)] == [hint]


def test_a_picture_named_by_its_whole_path(lake: SiteFolder) -> None:
    lake.edit(ARTICLE, "topics:", "image: content/media/boat.jpg\nimage_alt: A boat\ntopics:")
    assert _told(lake) == [("media-unknown", "Leave content/media/ out: boat.jpg")]


@pytest.mark.parametrize(
    ("path", "hint"),
    [
        ("content/articles/more.markdown", "Rename it more.md."),
        ("content/articles/more.MD", "Rename it more.md."),
        ("content/articles/more.md.txt", "Rename it more.md."),
        (
            "content/pages/more.txt",
            "If it is an item, rename it more.md; else keep it elsewhere.",
        ),
        (
            "content/packets/more.docx",
            "Items are texts of Markdown: save it as text, with a name that ends in .md.",
        ),
        (
            "content/article/more.md",
            "Move it to content/articles/ or content/packets/ or content/pages/.",
        ),
        ("content/more.md", "Move it to content/articles/ or content/packets/ or content/pages/."),
    ],
)
def test_a_text_that_is_no_item_is_told(lake: SiteFolder, path: str, hint: str) -> None:
    lake.write(path, "---\ntitle: More\n---\n")
    assert _told(lake) == [("file-ignored", hint)]


@pytest.mark.parametrize(
    "path",
    [
        "content/README.md",
        "content/articles/README.md",
        "content/articles/boat.jpg",
        "content/media/notes.md",
        "content/sources/capture.md",
        "content/.drafts/more.md",
        "notes/more.md",
        "README.md",
    ],
)
def test_what_nobody_takes_for_an_item_is_not_told(lake: SiteFolder, path: str) -> None:
    lake.write(path, "---\ntitle: More\n---\n")
    assert codes(lake.check()) == []


@pytest.mark.parametrize("name", ["briefgen.yml", "briefgen.yaml.txt"])
def test_settings_by_another_name(
    lake: SiteFolder,
    name: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    lake.rename("briefgen.yaml", name)
    monkeypatch.chdir(lake.root)
    for command in (["check"], ["check", "-C", "."]):
        assert main(command) == 2
        assert f"hint: There is a file {name}: rename it briefgen.yaml." in capsys.readouterr().err


def test_a_city_in_place_of_a_time_zone(lake: SiteFolder) -> None:
    lake.edit("briefgen.yaml", "timezone: UTC", "timezone: Tehran")
    assert ("timezone-invalid", "Did you mean “Asia/Tehran”?") in _told(lake)


def test_a_theme_that_is_not_there(lake: SiteFolder) -> None:
    lake.edit("briefgen.yaml", "theme: default", "theme: zzz")
    assert ("theme-unknown", "There are: chancery, default.") in _told(lake)


def test_from_a_new_project_to_a_packet_of_ones_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    source = tmp_path / "source.txt"
    source.write_text(
        "Ministers agree on a timetable\n\nMinisters agreed to run the ferry twice a day. "
        "“We shall not wait for the bridge any longer,” said the minister, Ola Berg.\n"
    )
    assert main(["init", "desk"]) == 0
    monkeypatch.chdir(tmp_path / "desk")
    assert main(["capture", str(source)]) == 0
    assert main(["new", "packet", "First week"]) == 0
    (draft,) = Path("content/articles").glob("*timetable*.md")
    text = draft.read_text().replace("status: draft\n", "")
    text = text.replace("summary:  #", "summary: The ferry runs twice a day.  #")
    text = text.replace("publisher:  #", "publisher: The Lake Courier  #")
    draft.write_text(text)
    (packet,) = Path("content/packets").glob("*first-week.md")
    text = packet.read_text().replace("articles: []          #", f"articles: [{draft.name}]  #")
    packet.write_text(text.replace("status: draft ", "status: published "))
    capsys.readouterr()
    assert main(["build", "--no-pdf"]) == 1
    told = capsys.readouterr().err
    assert "Did you mean “ministers-agree-on-a-timetable”?" in told
    assert told.count("[placeholder]") == 3
    text = packet.read_text().replace(draft.name, "ministers-agree-on-a-timetable")
    text = text.replace("To be written: the editor’s note.", "A note.")
    packet.write_text(
        text.replace("To be written.", "Boats run.").replace("To be written", "Boats")
    )
    assert main(["build", "--no-pdf"]) == 0
    page = Path("output/packets/first-week.html").read_text()
    assert "Ministers agree on a timetable" in page
