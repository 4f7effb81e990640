"""Refuses what does not come from a browser of this machine that looks at the preview itself.

A page of a stranger, open in the same browser, can send requests to loopback, and a name of his can
be made to point there (DNS rebinding). What he cannot do is choose `Host`, `Origin` and the
`Sec-Fetch` headers (https://www.w3.org/TR/fetch-metadata/) that the browser sends.
"""

from __future__ import annotations

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

NAMES = ("localhost", "127.0.0.1", "[::1]")
_HTTP_PORT = 80
_HEADERS = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "cross-origin-resource-policy": "same-origin",
    "referrer-policy": "same-origin",
}


class Guard:
    """Lets requests to `app` pass that name this server, and come from its own pages or from the
    address bar."""

    def __init__(self, app: ASGIApp, port: int) -> None:
        self._app = app
        hosts = {f"{name}:{port}" for name in NAMES}
        # A browser leaves the port of HTTP out.
        self._hosts = frozenset(hosts | set(NAMES) if port == _HTTP_PORT else hosts)
        self._origins = frozenset(f"http://{host}" for host in self._hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on."""
        if self._may_pass(Headers(scope=scope), scope["type"]):
            await self._app(scope, receive, _with_headers(send))
        elif scope["type"] == "websocket":
            await send({"type": "websocket.close"})
        else:
            refusal = PlainTextResponse("The preview is for this machine alone.\n", 403)
            await refusal(scope, receive, _with_headers(send))

    def _may_pass(self, headers: Headers, kind: str) -> bool:
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or hosts[0].casefold() not in self._hosts:
            return False
        if origins or kind == "websocket":
            # A browser always tells who opens a socket.
            return origins == [f"http://{hosts[0]}"] and origins[0].casefold() in self._origins
        return _is_own(headers)


def _is_own(headers: Headers) -> bool:
    """Whether our page asks, or somebody follows a link or types: a stranger's page may link to the
    preview, not show or load it."""
    if headers.get("sec-fetch-site", "none") in {"none", "same-origin"}:
        return True
    return headers.get("sec-fetch-mode") == "navigate" and (
        headers.get("sec-fetch-dest") == "document"
    )


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(_HEADERS)
            headers.setdefault("cache-control", "no-store")
        await send(message)

    return sending
