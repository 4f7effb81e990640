"""Published are the pixels of a picture: upright, in sRGB, sized, the same bytes each time."""

from __future__ import annotations

import io
from typing import Any

import pymupdf
import pypdf
import pytest
from PIL import Image

from tests.harness import SiteFolder
from tests.media.pictures import drawn, jpeg, moving, only, pdf, profiled, published, put, saved

FORMATS = {"png": "PNG", "webp": "WEBP", "avif": "AVIF", "gif": "GIF", "jpeg": "JPEG"}


def _show(site: SiteFolder, name: str, data: bytes) -> None:
    put(site, name, data)
    site.article("tianjin", body=f"![What it is](../media/{name})")
    site.build_well()


def test_metadata_go_and_the_picture_stands_upright(site: SiteFolder) -> None:
    _show(site, "a.jpg", jpeg((600, 300), "zqxword", turned=True))
    assert not any(b"zqx" in data for data in site.files().values())
    with Image.open(only(site, "-300.jpg")) as picture:
        assert picture.size == (300, 600)
        assert not picture.getexif()
        assert set(picture.info) <= {
            "jfif",
            "jfif_version",
            "jfif_unit",
            "jfif_density",
            "progressive",
            "progression",
        }
        # Turned to the right, the light corner is at the top right.
        assert picture.convert("RGB").getpixel((295, 5)) == pytest.approx((255, 255, 255), abs=9)
    assert 'width="300" height="600"' in site.page("articles/tianjin.html")


@pytest.mark.parametrize("ending", FORMATS)
def test_each_format_stays_what_it_is(site: SiteFolder, ending: str) -> None:
    _show(site, f"a.{ending}", saved(drawn((500, 100)), FORMATS[ending]))
    with Image.open(only(site, "-500.")) as picture:
        assert picture.format == FORMATS[ending]
        assert picture.size == (500, 100)
    assert site.files() == site.clean_build()


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "I;16", "PA"])
def test_each_kind_of_pixel_is_taken(site: SiteFolder, mode: str) -> None:
    if mode == "I;16":
        picture = Image.new("I;16", (500, 100), 0x8000)
    else:
        picture = drawn((500, 100)).convert("P" if mode == "PA" else mode)
    transparent: dict[str, Any] = {"transparency": 0} if mode == "PA" else {}
    _show(site, "a.png", saved(picture, **transparent))
    for width in (480, 500):
        with Image.open(only(site, f"-{width}.png")) as made:
            assert made.has_transparency_data == (mode in ("LA", "RGBA", "PA"))
            if mode == "I;16":
                assert made.convert("L").getpixel((5, 5)) == 128


def test_ink_becomes_light(site: SiteFolder) -> None:
    """Four colours of print are three on a screen."""
    _show(site, "a.jpg", saved(drawn(mode="RGB").convert("CMYK"), "JPEG"))
    with Image.open(only(site, "-600.jpg")) as picture:
        assert picture.mode == "RGB"


def test_a_profile_is_applied_or_let_go(site: SiteFolder) -> None:
    _show(site, "a.jpg", profiled())
    with Image.open(only(site, "-600.jpg")) as picture:
        assert "icc_profile" not in picture.info


def test_a_moving_picture_moves(site: SiteFolder) -> None:
    _show(site, "a.gif", moving())
    (path,) = published(site).values()
    assert b"zqx" not in path.read_bytes()
    with Image.open(path) as picture:
        assert picture.n_frames == 3  # type: ignore[attr-defined]  # of moving ones
        assert picture.info["loop"] == 0
        assert picture.info["duration"] == 50
        picture.seek(2)
        assert picture.convert("RGB").getpixel((39, 29)) == (0, 0, 255)
    assert site.files() == site.clean_build()


def test_the_bytes_decide_and_not_the_name(site: SiteFolder) -> None:
    _show(site, "a.jpg", saved(drawn(), "PNG"))
    with Image.open(only(site, "-600.png")) as picture:
        assert picture.format == "PNG"


def test_a_pdf_keeps_its_pages_and_loses_its_makers(site: SiteFolder) -> None:
    put(site, "d.pdf", pdf("zqxauthor"))
    site.article("tianjin", body="[it](../media/d.pdf)")
    site.build_well()
    data = only(site, "d-").read_bytes()
    reader = pypdf.PdfReader(io.BytesIO(data))
    assert len(reader.pages) == 1
    assert not reader.metadata
    assert b"zqx" not in data
    assert site.files() == site.clean_build()


def test_what_a_library_says_of_a_document_is_nobody_s_business(
    site: SiteFolder, caplog: pytest.LogCaptureFixture
) -> None:
    with pymupdf.open() as made:  # type: ignore[no-untyped-call]  # it ships no types
        made.new_page().insert_text((50, 80), "A map.")
        made.set_metadata({"subject": "a map"})
        made.embfile_add("x.txt", b"It leaves a number of an object that is not there.")
        put(site, "d.pdf", made.tobytes())
    site.article("tianjin", body="[it](../media/d.pdf)")
    # Where something is withheld, all that is published is read again.
    site.article("closed", title="What nobody is to read", more="tlp: RED\n")
    site.build_well()
    assert caplog.records == []


def test_a_pdf_that_cannot_be_taken_apart_is_passed_on(site: SiteFolder) -> None:
    put(site, "d.pdf", b"%PDF-1.4\nnothing more")
    site.article("tianjin", body="[it](../media/d.pdf)")
    site.build_well()
    assert only(site, "d-").read_bytes() == b"%PDF-1.4\nnothing more"
