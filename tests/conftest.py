"""Fixtures that all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.harness import SiteFolder
from tests.warm import compiled_once, kept_workers


@pytest.fixture(scope="session", autouse=True)
def warm() -> Iterator[None]:
    """Builds find the theme compiled and a worker for briefs running."""
    with compiled_once(), kept_workers():
        yield


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


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium: one for all tests of a worker, for Playwright runs but once in a process."""
    found = shutil.which("chromium")
    assert found, "Chromium is not installed; .ci/bootstrap test installs it."
    quiet = ["--disable-gpu", "--disable-background-networking", "--disable-component-update"]
    root = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=found, args=[*quiet, *root])
        yield chromium
        chromium.close()
