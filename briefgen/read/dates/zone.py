"""Time zones by their IANA name."""

from __future__ import annotations

import functools
import zoneinfo


@functools.lru_cache(maxsize=8)
def zone_of(name: str) -> zoneinfo.ZoneInfo | None:
    """The zone, or None if there is none of this name."""
    try:
        return zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return None
