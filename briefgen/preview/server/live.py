"""Tells each open page how things stand, as long as it is open.

A WebSocket, not server-sent events: of those a browser opens six to one host, and the seventh page
would wait for ever. What is told is a state, never an event, so that nothing is lost while a
machine sleeps, a page loads or the server is started anew.
"""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Iterator
from urllib.parse import unquote

import msgspec
from starlette.websockets import WebSocket, WebSocketDisconnect

from briefgen.clock import stopwatch
from briefgen.model.item import Kind
from briefgen.plan.addresses import brief_address, item_address
from briefgen.preview.server.facts import Facts
from briefgen.preview.server.message import Message, Withheld, WithheldList
from briefgen.preview.server.output import Output

# Seconds between two looks at the files of an open page: others may build into the folder too.
LOOK_EVERY = 1.0
# Seconds after which a page hears something in any case, and knows that it still listens.
ALIVE_EVERY = 10.0
_PACKETS = item_address(Kind.PACKET, "").removesuffix(".html")


class Live:
    """The open pages. All but `tell` and `open_paths` happens in the server's thread."""

    def __init__(self, output: Output) -> None:
        self._output = output
        self.facts = Facts()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._pages: dict[asyncio.Event, str] = {}

    def tell(self, facts: Facts) -> None:
        """Tell all open pages; from any thread."""
        self.facts = facts
        if self._loop is not None:
            # A loop that has ended has no pages left.
            with contextlib.suppress(RuntimeError):
                self._loop.call_soon_threadsafe(self._wake)

    def open_paths(self) -> tuple[str, ...]:
        """The paths of the pages that are open; from any thread."""
        return tuple(dict.fromkeys(self._pages.copy().values()))

    async def talk(self, socket: WebSocket) -> None:
        """Serve one open page until it is closed."""
        self._loop = asyncio.get_running_loop()
        address = unquote(socket.query_params.get("at", ""))
        await socket.accept()
        with self._open(self._output.path_at(address)) as news:
            telling = asyncio.create_task(self._keep_telling(socket, address, news))
            try:
                while True:
                    await socket.receive_text()
            except (WebSocketDisconnect, RuntimeError):
                pass
            finally:
                telling.cancel()
                with contextlib.suppress(asyncio.CancelledError, WebSocketDisconnect, RuntimeError):
                    await telling

    def withheld(self) -> WithheldList:
        """All that the audience does not get."""
        items = (
            Withheld(
                kind=item.partition(":")[0],
                name=item.partition(":")[2],
                title=each.title,
                path=each.path,
                why=each.why,
            )
            for item, each in self.facts.withholdings.items()
        )
        return WithheldList(audience=self.facts.audience, items=tuple(items))

    def _wake(self) -> None:
        for news in self._pages:
            news.set()

    @contextlib.contextmanager
    def _open(self, path: str) -> Iterator[asyncio.Event]:
        news = asyncio.Event()
        self._pages[news] = path
        try:
            yield news
        finally:
            del self._pages[news]

    async def _keep_telling(self, socket: WebSocket, address: str, news: asyncio.Event) -> None:
        last, told_at = b"", 0.0
        while True:
            news.clear()
            message = msgspec.json.encode(self._message(address))
            if message != last or stopwatch() - told_at > ALIVE_EVERY:
                await socket.send_text(message.decode())
                last, told_at = message, stopwatch()
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(news.wait(), LOOK_EVERY)

    def _message(self, address: str) -> Message:
        facts = self.facts
        path = self._output.path_at(address)
        page = self._output.fingerprint(path) if path else None
        return Message(
            page=page,
            gone="" if page else self._why_gone(address),
            brief=self._brief_of(path),
            # The first build has a site to show long before it ends.
            audience=facts.audience or self._output.audience(),
            known=bool(facts.audience),
            withheld=len(facts.withholdings),
            modes=facts.modes,
            sum=facts.sum,
            problems=facts.problems,
            more=facts.more,
            errors=facts.errors,
            warnings=facts.warnings,
            stale=facts.stale,
            doing=facts.doing,
        )

    def _why_gone(self, address: str) -> str:
        page = address.removeprefix("/")
        reasons = (each.why for each in self.facts.withholdings.values() if each.page == page)
        return next(reasons, "")

    def _brief_of(self, path: str) -> str:
        slug = path.removeprefix(_PACKETS).removesuffix(".html")
        if path != item_address(Kind.PACKET, slug):
            return ""
        return brief_address(slug) if self._output.path_at(f"/{brief_address(slug)}") else ""
