"""The server, in a thread of its own, so that builds and Ctrl-C stay where they are."""

from __future__ import annotations

import socket
import threading
from types import TracebackType
from typing import Self

import uvicorn
from starlette.applications import Starlette

# Seconds that open pages get to hear that it is over.
_GRACE = 1
_LONGEST = 5.0


class Server:
    """Serves `app` at `sockets` inside a `with` statement."""

    def __init__(self, app: Starlette, sockets: tuple[socket.socket, ...]) -> None:
        config = uvicorn.Config(
            app,
            http="h11",
            ws="websockets-sansio",
            ws_per_message_deflate=False,
            loop="asyncio",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=_GRACE,
        )
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(
            target=self._server.run, args=(list(sockets),), daemon=True, name="preview"
        )

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _value: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self._server.should_exit = True
        self._thread.join(_LONGEST)
