"""Libraries that read hostile files, kept from talking past us and from ending the program."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")


def quietly(library: str, read: Callable[[], T]) -> T | None:
    """What `read` gives; None if the library could not cope with what it was given. What it would
    log is left out: it speaks of the insides of a file, not of what to do.
    """
    logger = logging.getLogger(library)
    before = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        return read()
    except Exception:  # noqa: BLE001  whatever a file breaks in it, the file cannot be read
        return None
    finally:
        logger.setLevel(before)
