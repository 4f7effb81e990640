"""docs/themes.md says what templates can see, and the code says the same."""

from __future__ import annotations

from pathlib import Path

from briefgen.plan.handbook import handbook

ROOT = Path(__file__).parents[2]


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / "docs/themes.md").read_text(encoding="utf-8") == handbook(), "run `make docs`"
