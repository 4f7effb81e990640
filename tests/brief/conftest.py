"""The sample's brief, made once for all tests that only look at it."""

from __future__ import annotations

from pathlib import Path

import pypdf
import pytest
from PIL import Image

from briefgen.model.packet import BriefOptions, Paper
from briefgen.plan.views.parts import LabelView
from briefgen.render.brief.job import BriefLimits, BriefResult
from tests.brief.rich import PACKETS, rich_site
from tests.brief.sample import PERSIAN, RUSSIAN, make, reader_of, sample_job, small_job

BARE = BriefOptions(paper=Paper.LETTER, cover=False, contents=False, index=False)


@pytest.fixture(scope="session")
def results() -> dict[str, BriefResult]:
    """The sample in full, and one without label, cover, contents and index, on Letter."""
    return make(sample_job("full"), sample_job("bare", options=BARE, label=LabelView()))


@pytest.fixture(scope="session")
def full(results: dict[str, BriefResult]) -> BriefResult:
    """The sample's brief."""
    return results["full"]


@pytest.fixture(scope="session")
def pdf(full: BriefResult) -> pypdf.PdfReader:
    """The sample's brief, opened."""
    return reader_of(full)


@pytest.fixture(scope="session")
def bare(results: dict[str, BriefResult]) -> pypdf.PdfReader:
    """The sample without what can be left out, opened."""
    return reader_of(results["bare"])


@pytest.fixture(scope="session")
def secret(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of the machine that no brief may read."""
    path = tmp_path_factory.mktemp("secret") / "secret.txt"
    path.write_text("SECRET-WORDS")
    return path


@pytest.fixture(scope="session")
def rich(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The briefs of the rich packet in each form, as the desk gets them."""
    site = rich_site(tmp_path_factory.mktemp("rich") / "site")
    site.build_well(pdf=True, audience="desk")
    return {slug: site.built / f"packets/{slug}.pdf" for slug in PACKETS}


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory, secret: Path) -> dict[str, BriefResult]:
    """Briefs of a few words, by what is odd in them; one pool makes them all, to save its start."""
    media = tmp_path_factory.mktemp("media")
    Image.new("RGB", (40, 30)).save(media / "small.png")
    Image.new("1", (1500, 1000)).save(media / "large.png")
    uri = secret.as_uri()
    bodies = {
        "plain": "Text",
        "scripts": f"Moscow Αθήνα {RUSSIAN} łódź <span lang=fa dir=rtl>{PERSIAN}</span>",
        "last glyph": '<span class="small" lang="fa" dir="rtl">سلام</span>',
        "chinese": "Beijing is 北京 here.",
        "spaces": "soft\u00adhyphen, thin\u2009space, no\u202fbreak, \u2068isolate\u2069, e\u0301",
        "attachment": f'<link rel="attachment" href="{uri}">',
        "file": f'<img alt="" src="{uri}">',
        "sheet": f'<style>@import "{uri}"; p {{ background: url({uri}) }}</style>',
        "absent picture": '<img alt="x" src="media/gone.png">',
        "small picture": '<img alt="x" src="media/small.png">',
        "large picture": '<img alt="x" src="media/large.png">',
        "nested": "<div>" * 150 + "deep" + "</div>" * 150,
        "odd": '<b style="colour: red">Text <a href="#gone">there</a></b>',
    }
    limits = BriefLimits(pixels=1_000_000)
    options = "html { --ink: #ff0000 }"
    return make(
        small_job("<p>Text</p>", path="options", options_css=options, item="p:options"),
        small_job("<p>Text</p>", path="system", system_fonts=True, item="p:system"),
        small_job("<p>Text</p>", path="archival", archival=True, item="p:archival"),
        *(
            small_job(
                f"<p>{body}</p>", path=name, media=str(media), limits=limits, item=f"p:{name}"
            )
            for name, body in bodies.items()
        ),
    )
