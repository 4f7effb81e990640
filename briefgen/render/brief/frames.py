"""How pool and worker talk: one message is its length in eight bytes, then its bytes."""

from __future__ import annotations

from typing import IO

LENGTH = 8


def send(stream: IO[bytes], message: bytes) -> None:
    """Write one message. Raises OSError when the other side is gone."""
    stream.write(len(message).to_bytes(LENGTH, "big"))
    stream.write(message)
    stream.flush()


def receive(stream: IO[bytes]) -> bytes | None:
    """Read one message; None when the other side is gone."""
    head = stream.read(LENGTH)
    if len(head) < LENGTH:
        return None
    length = int.from_bytes(head, "big")
    body = stream.read(length)
    return body if len(body) == length else None
