"""Pages as they look, beside pictures that somebody has approved: `make approve` takes what is now.

Approved are pictures for a minor release of Pango, since another may break lines elsewhere. With a
release that has none, those of another must do, and only where ink lies on the page is compared.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

import pymupdf
import pytest
from PIL import Image, ImageChops, ImageFilter

from briefgen.render.brief.fingerprint import fingerprint

APPROVED = Path(__file__).parent / "pictures"
# Where a person finds what has changed: the page, the approved one, and the difference.
CHANGED = Path(__file__).parents[2] / ".changed-pictures"
APPROVE = "BRIEFGEN_APPROVE"
DOTS_PER_INCH = 50

# The measure. Both pictures are blurred by half a dot, so that how a program smooths the edges of
# letters does not count. A dot differs if its grey does by more than a sixth of the range, and a
# page is as approved if at most one dot in five thousand differs: less than a short word.
GREYS = 42
SHARE = 1 / 5000
# Between releases of Pango: squares of sixteen dots, which differ by an eighth of the range.
SQUARE, COARSE = 16, 32
COARSE_SHARE = 1 / 20


class Page(NamedTuple):
    """A page of one of the rich briefs. None holds the colophon, which names releases."""

    brief: str
    number: int

    @property
    def name(self) -> str:
        return f"{self.brief}-{self.number}"


PAGES = (
    *(Page("four", number) for number in (1, 2, 3, 4, 8)),
    *(Page("continuous", 4), Page("morning", 1), Page("farsi", 3), Page("farsi", 8)),
)


def drawn(file: Path, number: int, folder: Path) -> Image.Image:
    """A page of a PDF in grey."""
    stem = folder / "page"
    first_and_last = ("-f", str(number), "-l", str(number))
    resolution = ("-r", str(DOTS_PER_INCH))
    command = ("pdftoppm", "-gray", "-png", "-singlefile", *resolution, *first_and_last, file, stem)
    subprocess.run(command, check=True)
    with Image.open(stem.with_suffix(".png")) as picture:
        return picture.convert("L")


def difference(one: Image.Image, other: Image.Image) -> Image.Image:
    """How far the greys of two pictures lie apart, dot by dot."""
    blur = ImageFilter.GaussianBlur(0.5)
    return ImageChops.difference(one.filter(blur), other.filter(blur))


def share_over(picture: Image.Image, bound: int) -> float:
    """The share of dots above a grey."""
    counts = picture.histogram()
    return sum(counts[bound + 1 :]) / sum(counts)


def coarse(picture: Image.Image) -> Image.Image:
    """Where ink lies: one dot for each square."""
    return picture.resize((picture.width // SQUARE, picture.height // SQUARE), Image.Resampling.BOX)


def approved_folder() -> tuple[Path, bool]:
    """The pictures for this Pango; of another, where it has none."""
    minor = ".".join(fingerprint().pango.split(".")[:2])
    own = APPROVED / f"pango-{minor}"
    if own.exists() or os.environ.get(APPROVE):
        return own, True
    return max(APPROVED.iterdir()), False


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_a_page_looks_as_it_was_approved(rich: dict[str, Path], tmp_path: Path, page: Page) -> None:
    now = drawn(rich[page.brief], page.number, tmp_path)
    folder, exact = approved_folder()
    file = folder / f"{page.name}.png"
    if os.environ.get(APPROVE):
        folder.mkdir(parents=True, exist_ok=True)
        now.quantize(16).save(file, optimize=True)
        return
    with Image.open(file) as picture:
        approved = picture.convert("L")
    assert now.size == approved.size
    apart = difference(now, approved)
    if exact:
        share, most = share_over(apart, GREYS), SHARE
    else:
        share = share_over(ImageChops.difference(coarse(now), coarse(approved)), COARSE)
        most = COARSE_SHARE
    if share > most:
        CHANGED.mkdir(exist_ok=True)
        names = {"now": now, "approved": approved, "difference": ImageChops.invert(apart)}
        for name, each in names.items():
            each.save(CHANGED / f"{page.name}-{name}.png")
    assert share <= most, (
        f"{share:.2%} of {page.name} differ, where {most:.2%} may: see {CHANGED}. If it is right,"
        " `make approve` takes it, and a person looks at each picture before it is committed."
    )


def test_a_changed_word_is_seen(rich: dict[str, Path], tmp_path: Path) -> None:
    """The measure itself: what may differ is less than a word, or a page that moved by a point."""
    page = drawn(rich["four"], 4, tmp_path)
    with pymupdf.open(rich["four"]) as pdf:  # type: ignore[no-untyped-call]  # it ships no types
        place = pdf[3].search_for("meant")[0]
    word = page.copy()
    word.paste(255, tuple(round(side * DOTS_PER_INCH / 72) for side in place))
    assert share_over(difference(page, word), GREYS) > SHARE
    moved = ImageChops.offset(page, 0, 1)
    assert share_over(difference(page, moved), GREYS) > SHARE
    soft = page.filter(ImageFilter.GaussianBlur(0.3))
    assert share_over(difference(page, soft), GREYS) <= SHARE
