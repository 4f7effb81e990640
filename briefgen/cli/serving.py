"""How `briefgen serve` talks: in the terminal as `watch` does, and to the browsers."""

from __future__ import annotations

import errno
import json
import os
import queue
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable
from datetime import UTC
from pathlib import Path

from msgspec.structs import replace

from briefgen.build import build, show_first
from briefgen.build.workbench import Workbench
from briefgen.cli.console import Console
from briefgen.cli.lines import Lines
from briefgen.cli.options import Options
from briefgen.cli.report.cells import visible
from briefgen.cli.report.summing import sentence, sum_of
from briefgen.cli.request import request_of
from briefgen.cli.usage import UsageError
from briefgen.cli.watching import Telling
from briefgen.clock import stopwatch
from briefgen.model.request import Outcome, Request, Search
from briefgen.plan.addresses import SEARCH
from briefgen.preview.change import Change, Kind
from briefgen.preview.eyes import Changes
from briefgen.preview.server.app import make_app
from briefgen.preview.server.facts import Facts
from briefgen.preview.server.live import Live
from briefgen.preview.server.news import News
from briefgen.preview.server.output import Output
from briefgen.preview.server.ports import USUAL, listen_at, listen_near, port_of
from briefgen.preview.server.run import Server
from briefgen.preview.server.search import SearchIndex
from briefgen.preview.watch import Result, watch
from briefgen.progress import Progress


def serve(options: Options, console: Console) -> int:
    """Build, and serve what was built, until stopped. Raises UsageError if the port is not free."""
    root = request_of(options).root
    sockets = _listen(options.port, console)
    folder = str(Path(root, options.output or "output").absolute())
    changes: Changes = queue.SimpleQueue()

    def build_again() -> bool:
        if serving.news.is_idle:
            changes.put(Change(path=folder, kind=Kind.GONE, at=stopwatch()))
        return serving.news.is_idle

    def build_index() -> None:
        # Once for a build: whoever comes meanwhile waits for the same.
        if request_of(options, root).search is Search.LATER and not searched.is_set():
            searched.set()
            changes.put(Change(path=f"{folder}/{SEARCH}", kind=Kind.GONE, at=stopwatch()))

    def next_request() -> Request:
        # The root is found once: a preview outlives the loss of its settings.
        request = replace(request_of(options, root), first=live.open_paths())
        if not searched.is_set():
            return request
        searched.clear()
        return replace(request, search=Search.NOW)

    searched = threading.Event()
    output = Output(folder, build_again)
    live = Live(output)
    serving = Serving(console, root, live.tell, f"http://127.0.0.1:{port_of(sockets)}/")
    search = SearchIndex(output, build_index, lambda: serving.news.is_idle)
    with Server(make_app(output, live, search, port_of(sockets)), sockets):
        return watch(
            next_request,
            serving,
            serving,
            moving=options.now is None,
            changes=changes,
        )


class Serving:
    """Builds, tells both of it, and tells the address once there is something to see."""

    def __init__(
        self, console: Console, root: str, tell: Callable[[Facts], None], address: str
    ) -> None:
        self._console = console
        self._telling = Telling(console, root)
        self._root = root
        self._address = address
        self._announced = False
        self._bench = Workbench()
        self.news = News(tell, self._line_of, lambda told: sentence(sum_of(told)))

    def build(self, request: Request, wanted: Callable[[], bool]) -> Outcome:
        """Build, with progress."""
        self.news.begin(request, _modes(request, self._console.options))
        with self._console.progress() as progress:
            return build(request, _Both(progress, self.news, self), wanted, self._bench)

    def first(self, request: Request) -> bool:
        """Show what was edited, ahead of the build."""
        return show_first(request, self.news, self._bench)

    def stage(self, name: str, _total: int = 0) -> None:
        """A stage begins: when it is that of the briefs, the pages can be looked at."""
        if name == "briefs":
            self._announce()

    def advance(self, _name: str, _path: str) -> None:
        """Nothing."""

    def built(self, result: Result, changed: tuple[str, ...]) -> None:
        """Tell how a build went."""
        self._telling.built(result, changed)
        self.news.built(result)

    def waiting(self) -> None:
        """Tell that from now on edits are awaited."""
        self._announce()
        self._telling.waiting()

    def polling(self, refused: OSError) -> None:
        """Tell that edits will be seen later than usual."""
        self._telling.polling(refused)

    def _announce(self) -> None:
        if self._announced:
            return
        self._announced = True
        if self._console.options.format == "json":
            print(json.dumps({"type": "preview", "address": self._address}), flush=True)
        else:
            self._console.say("The preview is here, for this machine alone:\n")
            print(self._address, flush=True)
        if self._console.options.open:
            _open_browser(self._address, self._console)

    def _line_of(self, path: str, number: int) -> str | None:
        # Read anew each time: the file is being edited.
        line = Lines(self._root).line_of(path, number)
        return line and "".join(each if each == "\t" else visible(each) for each in line)


class _Both:
    """One build, two listeners."""

    def __init__(self, *listeners: Progress) -> None:
        self._listeners = listeners

    def stage(self, name: str, total: int = 0) -> None:
        """A stage begins."""
        for each in self._listeners:
            each.stage(name, total)

    def advance(self, name: str, path: str) -> None:
        """One unit of the stage is done."""
        for each in self._listeners:
            each.advance(name, path)


def _open_browser(address: str, console: Console) -> None:
    """Show `address` in the user's browser, if there is a desktop to show it on."""
    desktop = sys.platform in {"darwin", "win32"} or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER")
    )

    def show() -> None:
        if not desktop or not webbrowser.open(address):
            console.warn("note[browser]: There is no browser to open here; open the address.\n")

    # Some browsers return only when they are closed.
    threading.Thread(target=show, daemon=True, name="browser").start()


def _listen(port: int, console: Console) -> tuple[socket.socket, ...]:
    if not port:
        sockets = listen_near(USUAL)
        if port_of(sockets) != USUAL:
            console.say(f"Port {USUAL} is taken; this preview takes {port_of(sockets)}.\n")
        return sockets
    try:
        return listen_at(port)
    except OSError as refused:
        taken = refused.errno == errno.EADDRINUSE
        reason = "it is taken" if taken else (refused.strerror or str(refused))
        raise UsageError(
            f"The preview cannot be served at port {port}: {reason}.",
            "Leave `--port` away, and a free one is taken.",
            code="port-refused",
        ) from None


def _modes(request: Request, options: Options) -> tuple[str, ...]:
    """What makes this build another than that which is sent."""
    now = options.now
    return (
        *(("with drafts",) if request.drafts else ()),
        *(("without what has errors",) if request.keep_going else ()),
        *(() if now is None else (f"as of {now.astimezone(UTC):%Y-%m-%d %H:%M} UTC",)),
        *(() if request.pdf else ("without briefs",)),
    )
