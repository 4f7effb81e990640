"""What a browser complains of while a page is looked at."""

from __future__ import annotations

from playwright.sync_api import Page, Request


def listen(page: Page, origin: str) -> list[str]:
    """A list that fills with every message in the console, every fault of a script, every request
    that fails, and every one that does not begin with `origin`.
    """
    heard: list[str] = []

    def failed(request: Request) -> None:
        # A page that is left gives up what it was still waiting for, such as its icon. A file that
        # is not there, or that a policy forbids, fails otherwise.
        if request.failure != "net::ERR_ABORTED":
            heard.append(f"failed: {request.url}: {request.failure}")

    def asked(request: Request) -> None:
        if not request.url.startswith(origin):
            heard.append(request.url)

    page.on("console", lambda message: heard.append(f"{page.url}: {message.text}"))
    page.on("pageerror", lambda problem: heard.append(f"{page.url}: {problem}"))
    page.on("requestfailed", failed)
    page.on("request", asked)
    return heard
