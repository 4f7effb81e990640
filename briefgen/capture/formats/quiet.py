"""Libraries that read hostile files, kept from ending the program."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from briefgen.quiet import quiet

T = TypeVar("T")


def quietly(library: str, read: Callable[[], T]) -> T | None:
    """What `read` gives; None if the library could not cope with what it was given, of which it
    says nothing.
    """
    with quiet(library):
        try:
            return read()
        except Exception:  # noqa: BLE001  whatever a file breaks in it, the file cannot be read
            return None
