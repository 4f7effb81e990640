"""Only what a published view refers to is published, under names that tell of their content."""

from __future__ import annotations

import re
import shutil

import pytest

from briefgen.build.shelf import Shelf
from briefgen.model.request import Exit
from tests.harness import SiteFolder, codes
from tests.media.pictures import drawn, jpeg, only, pdf, published, put, saved
from tests.pages import dead_links

ALT = "image_alt: What is to be seen\n"


@pytest.fixture
def pictured(site: SiteFolder) -> SiteFolder:
    """Two articles with media; a third file that nobody names."""
    put(site, "harbour.jpg", jpeg((2600, 1300)))
    put(site, "deep/map.png", saved(drawn()))
    put(site, "table.csv", b"a,b\n1,2\n")
    put(site, "paper.pdf", pdf("zqxauthor"))
    put(site, "unused.png", saved(drawn()))
    site.article(
        "tianjin",
        more=f"image: harbour.jpg\n{ALT}image_credit: Photo by Him\n",
        body='![A map](../media/deep/map.png "From “above”"){credit="Survey" .wide #map}\n\n'
        "In words ![a map](../media/deep/map.png) and a [table](../media/table.csv), "
        "[paper](../media/paper.pdf#page=1), [](../media/paper.pdf).",
    )
    return site


def test_what_is_referred_to_is_published_and_nothing_else(pictured: SiteFolder) -> None:
    pictured.build_well()
    names = [re.sub(r"-[0-9a-f]{10}", "-H", name) for name in published(pictured)]
    assert sorted(names) == [
        "harbour-H-1440.jpg",
        "harbour-H-2400.jpg",
        "harbour-H-480.jpg",
        "harbour-H-960.jpg",
        "map-H-480.png",
        "map-H-600.png",
        "paper-H.pdf",
        "table-H.csv",
    ]
    assert dead_links(pictured.built, "https://example.org/amu/") == []


def test_a_picture_that_stands_alone_is_a_figure(pictured: SiteFolder) -> None:
    pictured.build_well()
    page = pictured.page("articles/tianjin.html")
    (figure,) = re.findall(r"<figure.*?</figure>", page, re.DOTALL)
    assert '<figure id="tianjin--map" class="wide">' in figure
    assert 'width="600" height="300" alt="A map" loading="lazy"' in figure
    assert re.search(r'srcset="\.\./media/map-\w+-480\.png 480w, \.\./media/map-\w+-600', figure)
    assert '<figcaption>From “above” <span class="credit">Survey</span></figcaption>' in figure
    assert re.search(r'<p>In words <img src="[^"]+" [^>]*alt="a map"[^>]*> and a <a href', page)
    assert re.search(
        r'href="\.\./media/paper-\w+\.pdf#page=1">paper</a>, <a [^>]*>paper\.pdf<', page
    )


def test_the_view_of_an_article_has_its_image(pictured: SiteFolder) -> None:
    pictured.build_well()
    page = pictured.page("articles/tianjin.html")
    assert re.search(
        r'<img src="\.\./media/harbour-\w+-960\.jpg" srcset="\.\./media/harbour-\w+-480\.jpg 480w',
        page,
    )
    assert 'width="2400" height="1200" alt="What is to be seen"' in page
    assert "Photo by Him" in page


def test_the_default_theme_shows_it_and_the_brief_embeds_it(pictured: SiteFolder) -> None:
    pictured.edit("briefgen.yaml", "theme: tiny", "theme: default")
    pictured.build_well(pdf=True)
    page = pictured.page("articles/tianjin.html")
    assert '<figure class="picture">' in page
    assert '<span class="credit">Photo by Him</span>' in page
    brief = (pictured.built / "packets/first.pdf").read_bytes()
    assert only(pictured, "-1440.jpg").read_bytes() in brief
    assert pictured.build_well(pdf=True).rendered == ()
    put(pictured, "harbour.jpg", jpeg((1500, 1300)))
    assert "packets/first.pdf" in pictured.build_well(pdf=True).rendered
    assert pictured.build_well(pdf=True).rendered == ()


def test_an_image_may_be_named_from_its_own_file(site: SiteFolder) -> None:
    put(site, "a.jpg", jpeg())
    site.article("tianjin", more=f"image: ../media/a.jpg\n{ALT}")
    site.build_well()
    assert published(site)


def test_names_tell_of_the_content(pictured: SiteFolder) -> None:
    pictured.build_well()
    before = set(published(pictured))
    put(pictured, "table.csv", b"a,b\n1,3\n")
    outcome = pictured.build_well()
    after = set(published(pictured))
    assert {name.partition("-")[0] for name in before ^ after} == {"table"}
    assert set(outcome.rendered) == {
        "articles/tianjin.html",
        f"media/{only(pictured, 'table').name}",
    }


def test_two_files_of_one_name_and_content_are_one(site: SiteFolder) -> None:
    put(site, "a.csv", b"1\n")
    put(site, "deep/a.csv", b"1\n")
    site.article("tianjin", body="[a](../media/a.csv) [b](../media/deep/a.csv)")
    site.build_well()
    assert len(published(site)) == 1


def test_what_is_no_longer_named_goes(pictured: SiteFolder) -> None:
    pictured.build_well()
    pictured.article("tianjin")
    outcome = pictured.build_well()
    assert published(pictured) == {}
    assert len([path for path in outcome.removed if path.startswith("media/")]) == 8


def test_a_build_without_change_opens_no_picture(
    pictured: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    pictured.build_well()
    from PIL import Image

    def fail(*_: object, **__: object) -> None:
        raise AssertionError

    monkeypatch.setattr(Image, "open", fail)
    pictured.edit("content/articles/tianjin.md", "In words", "In other words")
    # The packet's data is made with the article's body, of which it says but a part.
    assert set(pictured.build_well().rendered) == {"articles/tianjin.html", "packets/first.json"}


def test_a_picture_that_was_damaged_or_lost_is_made_again(pictured: SiteFolder) -> None:
    pictured.build_well()
    good = pictured.files()
    only(pictured, "-480.jpg").write_bytes(b"x")
    only(pictured, "table").unlink()
    assert len(pictured.build_well().written) == 2
    assert pictured.files() == good
    shutil.rmtree(pictured.root / ".briefgen")
    assert pictured.build_well().written == ()


def test_with_errors_in_the_content_no_picture_moves(pictured: SiteFolder) -> None:
    pictured.build_well()
    good = pictured.files()
    put(pictured, "harbour.jpg", jpeg((700, 300)))
    pictured.edit("content/articles/drills.md", "title:", "titel:")
    assert pictured.build().exit is Exit.CONTENT
    assert pictured.files() == good


def test_internal_blocks_keep_their_pictures(site: SiteFolder) -> None:
    put(site, "zqxhidden.png", saved(drawn()))
    put(site, "zqxtable.csv", b"1\n")
    body = "::: internal\n![Hidden](../media/zqxhidden.png)\n[t](../media/zqxtable.csv)\n:::\n"
    site.article("tianjin", body=body)
    site.build_well()
    assert published(site) == {}
    assert "zqx" not in site.page("articles/tianjin.html")
    site.build_well(audience="desk", output="desk")
    names = [path.name for path in (site.root / "desk/media").iterdir()]
    assert len([name for name in names if name.startswith("zqx")]) == 3


def test_a_file_changed_during_the_build_is_told(
    pictured: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def change(*_: object) -> None:
        for name in ("harbour.jpg", "deep/map.png"):
            put(pictured, name, jpeg((500, 200)))

    monkeypatch.setattr(Shelf, "publish_hidden", change)
    outcome = pictured.build()
    assert set(codes(outcome)) == {"media-moved"}
    assert outcome.exit is Exit.CONTENT
    monkeypatch.undo()
    pictured.build_well()
    assert len([name for name in published(pictured) if "-500." in name]) == 2
    assert pictured.files() == pictured.clean_build()
