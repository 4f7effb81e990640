"""What is wrong with a reference or a file is told where it is written."""

from __future__ import annotations

import importlib

import pytest

from briefgen.model.request import Exit, Outcome
from tests.harness import SiteFolder, codes
from tests.media.pictures import drawn, jpeg, moving, published, put, saved

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def _body(site: SiteFolder, body: str, **options: object) -> Outcome:
    site.article("tianjin", body=body)
    return site.build(**options)


@pytest.mark.parametrize(
    ("body", "code", "hint"),
    [
        ("![A](../media/harbor.jpg)", "media-unknown", "Did you mean “content/media/harbour.jpg”?"),
        ("[A](../media/harbor.jpg)", "media-unknown", "Did you mean “content/media/harbour.jpg”?"),
        ("![A](harbour.jpg)", "media-unknown", "Did you mean “content/media/harbour.jpg”?"),
        ("![A](../media/x.svg)", "media-type", "belong to the theme"),
        ("[A](../media/x.svg)", "media-type", "belong to the theme"),
        ("![A](../media/x.tiff)", "media-type", "Known are png, jpg"),
        ("![A](../media/x.pdf)", "media-type", "Known are png, jpg"),
        ("[A](../media/x.html)", "media-type", "Known are png, jpg"),
        ("![A](https://x.org/a.jpg)", "media-elsewhere", "Save it in content/media/"),
        ("![A](#a)", "media-elsewhere", "Save it in content/media/"),
        ("![A](//x.org/a.jpg)", "link-scheme", "https://"),
        ("![A](../../../../etc/a.jpg)", "link-outside", "begins at the folder"),
        ("![](../media/harbour.jpg)", "alt-missing", "silence"),
        ("![A](../media/broken.jpg)", "media-broken", "OSError"),
        ("![A](../media/text.png)", "media-broken", "It is none of PNG"),
        ("[A](../media/text.pdf)", "media-broken", "PDF"),
    ],
)
def test_mistakes(site: SiteFolder, body: str, code: str, hint: str) -> None:
    put(site, "harbour.jpg", jpeg())
    put(site, "x.svg", SVG)
    put(site, "x.pdf", b"%PDF-1.4")
    put(site, "x.html", b"<p>")
    put(site, "broken.jpg", jpeg()[:-400])
    put(site, "text.png", b"no picture")
    put(site, "text.pdf", b"no document")
    outcome = _body(site, body)
    (told,) = outcome.diagnostics
    assert (told.code, told.mark.line, told.mark.column) == (code, 13, 1)
    assert hint in told.hint
    assert outcome.exit is Exit.CONTENT
    assert not published(site)


@pytest.mark.parametrize(
    ("image", "code"),
    [("harbor.jpg", "media-unknown"), ("x.svg", "media-type"), ("harbour.jpg", "alt-missing")],
)
def test_mistakes_of_an_image(site: SiteFolder, image: str, code: str) -> None:
    put(site, "harbour.jpg", jpeg())
    alt = "" if code == "alt-missing" else "image_alt: A\n"
    site.article("tianjin", more=f"image: {image}\n{alt}")
    (told,) = site.build().diagnostics
    assert (told.code, told.mark.line) == (code, 12)


def test_a_picture_may_only_adorn_where_a_reason_is_given(site: SiteFolder) -> None:
    put(site, "a.jpg", jpeg())
    site.article(
        "tianjin", body="![](../media/a.jpg)", more="silence: {alt-missing: it is a line}\n"
    )
    site.build_well()
    assert ' alt="" ' in site.page("articles/tianjin.html")


@pytest.mark.parametrize(
    ("name", "data", "limit"),
    [
        ("a.jpg", jpeg((600, 300)), "media_pixels: 100000"),
        ("a.png", saved(drawn((600, 300))), "media_pixels: 100000"),
        ("a.gif", moving(), "media_pixels: 1200"),
        ("a.jpg", jpeg((600, 300)), "media_size: 1000"),
    ],
    ids=["pixels", "png", "frames", "bytes"],
)
def test_a_picture_has_bounds(site: SiteFolder, name: str, data: bytes, limit: str) -> None:
    put(site, name, data)
    settings = site.read("briefgen.yaml")
    limit = limit.replace("1200", "800") if name == "a.gif" else limit
    site.write("briefgen.yaml", f"{settings}limits: {{{limit}}}\n")
    (told,) = _body(site, f"![A](../media/{name})").diagnostics
    assert told.code == "media-size"
    assert limit.split(":")[0] in told.hint


def test_frames_together_have_bounds(site: SiteFolder) -> None:
    put(site, "a.gif", moving(5))
    settings = site.read("briefgen.yaml")
    site.write("briefgen.yaml", f"{settings}limits: {{media_pixels: 1300}}\n")
    (told,) = _body(site, "![A](../media/a.gif)").diagnostics
    assert "5 frames" in told.message


def test_a_bomb_is_refused_unopened(site: SiteFolder) -> None:
    """A megapixel takes a hundred bytes of PNG; what would fill the memory is not decoded."""
    from PIL import Image

    put(site, "a.png", saved(Image.new("1", (20000, 20000))))
    assert codes(_body(site, "![A](../media/a.png)")) == ["media-size"]


def test_what_is_withheld_is_checked_all_the_same(site: SiteFolder) -> None:
    """Or the mistake would appear on the day of release only; whatever else is loaded."""
    importlib.import_module("weasyprint")  # it tells Pillow to take what is cut off
    put(site, "broken.jpg", jpeg()[:-400])
    site.article("closed", more="tlp: RED\n", body="![A](../media/broken.jpg)")
    assert codes(site.build()) == ["media-broken"]


def test_keep_going_leaves_the_item_out(site: SiteFolder) -> None:
    put(site, "good.jpg", jpeg())
    site.article("drills", body="![A](../media/good.jpg)")
    outcome = _body(site, "![A](../media/bad.jpg)", keep_going=True)
    assert outcome.exit is Exit.CONTENT
    assert not (site.built / "articles/tianjin.html").exists()
    assert published(site)
