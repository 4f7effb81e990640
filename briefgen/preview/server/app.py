"""The addresses of the preview: those of the site, and its own below `/.briefgen/`, where no page
can be."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote

import msgspec
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response
from starlette.routing import Route, WebSocketRoute

from briefgen import files
from briefgen.plan.addresses import MISSING
from briefgen.preview.server.fingerprint import fingerprint_of, with_script
from briefgen.preview.server.guard import Guard
from briefgen.preview.server.live import Live
from briefgen.preview.server.output import Output
from briefgen.preview.server.search import SearchIndex
from briefgen.preview.server.types import type_of

STATIC = Path(__file__).parent / "static"
# Our own pages are served to our own scripts alone.
_OWN = frozenset(
    {
        "preview.js",
        "connection.js",
        "page.js",
        "bar.js",
        "panels.js",
        "elements.js",
        "preview.css",
        "beside.html",
        "beside.js",
        "beside.css",
    }
)
# Named after their content, and of the theme alone: nothing of the site stays in the browser. If
# fonts came anew with each reload, the text would jump.
ASSETS = "assets/"
_ASSETS_HEADERS = {"cache-control": "private, max-age=86400, immutable"}
_POLICY = {"content-security-policy": "default-src 'self'; base-uri 'none'; form-action 'none'"}


def make_app(output: Output, live: Live, search: SearchIndex, port: int) -> Starlette:
    """The application that serves `output` at `port`."""

    async def withheld(_request: Request) -> Response:
        data = msgspec.json.encode(live.withheld())
        return Response(data, media_type=type_of("withheld.json"))

    async def own(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in _OWN:
            return _missing(output, live)
        data = files.read_bytes(str(STATIC / name))
        return Response(data, media_type=type_of(name), headers=_POLICY)

    async def site(request: Request) -> Response:
        await search.visited(request.scope["path"])
        return _answer(request.scope["path"], output, live)

    return Starlette(
        routes=[
            WebSocketRoute("/.briefgen/live", live.talk),
            Route("/.briefgen/withheld", withheld),
            Route("/.briefgen/{name}", own),
            Route("/{path:path}", site),
        ],
        middleware=[Middleware(_guarded(port))],
    )


def _guarded(port: int) -> Callable[..., Guard]:
    return lambda app: Guard(app, port)


def _answer(address: str, output: Output, live: Live) -> Response:
    path = output.path_at(address)
    if not path:
        folder = output.folder_at(address)
        # Made of a path of ours, so that it cannot lead to another host.
        return RedirectResponse(quote(folder)) if folder else _missing(output, live)
    file = output.file(path)
    if not file or path == MISSING:
        return _missing(output, live)
    if not path.endswith(".html"):
        headers = _ASSETS_HEADERS if path.startswith(ASSETS) else {}
        return FileResponse(file, media_type=type_of(path), headers=headers)
    data = output.read(path)
    if data is None:
        return _missing(output, live)
    # Of these very bytes: the file may be replaced at any moment.
    return _page(with_script(data, fingerprint_of(path, data)), 200)


def _missing(output: Output, live: Live) -> Response:
    """The site's own error page. It has absolute links, for a host shows it under any address: here
    they lead to the preview."""
    if not output.is_there():
        waiting = files.read_bytes(str(STATIC / "waiting.html")) or b""
        return _page(with_script(waiting, None), 503)
    data = output.read(MISSING)
    if data is None:
        data = files.read_bytes(str(STATIC / "missing.html")) or b""
    base = live.facts.base_url.encode()
    if base:
        data = data.replace(b'="' + base, b'="/')
    return _page(with_script(data, None), 404)


def _page(data: bytes, status: int) -> Response:
    return Response(data, status, media_type=type_of(".html"))
