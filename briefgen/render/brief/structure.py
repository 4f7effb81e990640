"""The finisher: mends in the structure tree what WeasyPrint 70 tags poorly."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


class Structure:
    """Records which structure element was made of which box, and mends them at the end."""

    @contextlib.contextmanager
    def recorded(self) -> Iterator[None]:
        """While this is entered, structure elements are recorded as they are made."""
        yield

    def finish(self, document: Any, pdf: Any) -> None:  # noqa: ANN401  weasyprint ships no types
        """The finisher that WeasyPrint calls before it writes the file."""
