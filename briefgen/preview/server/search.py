"""The index of the search page in a preview: made when somebody comes to search, for it takes long,
and an edit makes it stale.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from briefgen.clock import stopwatch
from briefgen.plan.addresses import INDEX_ENTRY, INDEX_FOLDER, INDEX_SCRIPT, SEARCH
from briefgen.preview.server.output import Output

# Seconds between two looks whether it is there.
_LOOK_EVERY = 0.05
# Who waits gives up when no build has been running for so long.
_PATIENCE = 2.0


class SearchIndex:
    """`ask` has it made; `is_idle` tells whether no build is running. Used from one thread."""

    def __init__(
        self, output: Output, ask: Callable[[], None], is_idle: Callable[[], bool]
    ) -> None:
        self._output = output
        self._ask = ask
        self._is_idle = is_idle

    async def visited(self, address: str) -> None:
        """Somebody asks for `address`: have the index made if he is going to need it, and let him
        wait for its first file until it is there.
        """
        path = address.removeprefix("/")
        on_page = path in {SEARCH, SEARCH.removesuffix("index.html")}
        if not (on_page or path.startswith(INDEX_FOLDER)) or self._is_there():
            return
        self._ask()
        idle_since = stopwatch()
        while path == INDEX_SCRIPT and not self._is_there():
            await asyncio.sleep(_LOOK_EVERY)
            if not self._is_idle():
                idle_since = stopwatch()
            if stopwatch() - idle_since > _PATIENCE:
                return

    def _is_there(self) -> bool:
        # It is listed before it is written, and written last.
        return bool(self._output.path_at(f"/{INDEX_ENTRY}") and self._output.file(INDEX_ENTRY))
