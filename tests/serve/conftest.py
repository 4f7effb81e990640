"""A preview, and a browser to look at it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.harness import SiteFolder
from tests.serve.program import DEADLINE, Serve

expect.set_options(timeout=DEADLINE * 1000)


class Start(Protocol):
    """Starts a preview of a site; pages alone unless told otherwise."""

    def __call__(
        self, site: SiteFolder, *argv: str, pdf: bool = False, more: str = ""
    ) -> Serve: ...


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    running: list[Serve] = []

    def go(site: SiteFolder, *argv: str, pdf: bool = False, more: str = "") -> Serve:
        log = tmp_path / f"log{len(running)}"
        flags = () if pdf else ("--no-pdf",)
        running.append(Serve(site, log, *flags, *argv, more=more))
        return running[-1]

    yield go
    for each in running:
        if each.process.poll() is None:
            each.process.kill()
            each.process.wait()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 900, "height": 600})
    context.set_default_timeout(DEADLINE * 1000)
    yield context.new_page()
    context.close()
