"""Fixtures that all tests share."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.harness import SiteFolder


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    """A small site with two articles, one packet and one page, on a theme of a few lines."""
    folder = SiteFolder(tmp_path / "site")
    folder.article("tianjin", topic="Diplomacy", person="Wang Yi")
    folder.article("drills", topic="Security", person="Sergei Shoigu", date="2021-08-10")
    folder.packet("first", ["tianjin", "drills"], body="The note.")
    folder.write("content/pages/about.md", "---\ntitle: About\n---\nWho we are.\n")
    return folder


@pytest.fixture
def new_site(tmp_path: Path) -> Callable[[str], SiteFolder]:
    """Make an empty site under a name, with the theme of that name if it is not "tiny"."""

    def make(name: str = "site", theme: str = "tiny") -> SiteFolder:
        return SiteFolder(tmp_path / name, theme=theme)

    return make
