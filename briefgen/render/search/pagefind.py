"""The one door to Pagefind: records in, the files of an index out.

Pagefind comes as a program. Its own interface for Python waits a tenth of a second for the answer
to each record, so that ten thousand would take a quarter of an hour; this speaks with the program
as that does (JSON in base64, a comma after each message), all records in one go.

The files come back in its answer. It can also write them into a folder, but says that they are
written before they are: of 300 indexes made eight at a time, 29 had an empty file.
"""

from __future__ import annotations

import base64
import contextlib
import os
import threading
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import IO, TYPE_CHECKING

import msgspec

from briefgen.diagnostics import Diagnostic, error

if TYPE_CHECKING:
    import subprocess

# The second knows how Chinese and Japanese divide words, and is ten times as large.
_PACKAGES = ("pagefind_bin_extended", "pagefind_bin")
# What its own pages would need; ours does not.
_SUPERFLUOUS = ("pagefind-component-ui.", "pagefind-modular-ui.", "pagefind-ui.")
_HIGHLIGHT = "pagefind-highlight.js"
ENTRY = "pagefind-entry.json"
_CHUNK = 1 << 16
# The number of the first index that the program makes. It makes no other.
_INDEX = 0


class PagefindError(Exception):
    """Pagefind did not do what it was asked for; the words are its own."""


def missing_pagefind() -> tuple[Diagnostic, ...]:
    """A diagnostic if Pagefind is not installed."""
    if _package():
        return ()
    return (
        error(
            "library-missing",
            "Pagefind is not installed; the search page needs it.",
            hint="Install it with: pip install pagefind_bin; or build with --no-search.",
        ),
    )


def make_index(records: Iterable[dict[str, object]]) -> dict[str, bytes]:
    """The files of an index of `records`, by their paths in it; that in which it begins comes last.

    Raises:
        PagefindError: It failed.
    """
    found = {
        name: data
        for name, data in sorted(_speak(records).items())
        if name != _HIGHLIGHT and not name.startswith(_SUPERFLUOUS)
    }
    entry = found.pop(ENTRY, b"")
    if not entry:
        raise PagefindError("it made no index")
    return {**found, ENTRY: entry}


def _package() -> str:
    return next((name for name in _PACKAGES if find_spec(name) is not None), "")


def _speak(records: Iterable[dict[str, object]]) -> dict[str, bytes]:
    """The conversation: an index is begun, records go in, and its files are asked for."""
    # Made before it begins: a mistake in them is no matter of the program.
    payloads: list[dict[str, object]] = [
        {"type": "NewIndex", "config": {"keep_index_url": True}},
        *({"type": "AddRecord", "index_id": _INDEX, **record} for record in records),
        {"type": "GetFiles", "index_id": _INDEX},
    ]
    questions = b"".join(_message(number, payload) for number, payload in enumerate(payloads))
    process = _start()
    assert process.stdin is not None  # noqa: S101  as asked for
    assert process.stdout is not None  # noqa: S101  likewise
    # In a thread: while it answers, the program must not wait for somebody to hear it.
    asking = threading.Thread(target=_ask, args=(process.stdin, questions), name="pagefind")
    asking.start()
    try:
        return _hear(process.stdout)
    finally:
        # It waits for more; there is nothing that it must tidy up.
        process.kill()
        asking.join()
        with contextlib.suppress(OSError):
            process.stdin.close()
        process.stdout.close()
        process.wait()


def _start() -> subprocess.Popen[bytes]:
    import subprocess  # noqa: PLC0415  every build loads this module, and few start the program

    name = _package()
    if not name:
        raise PagefindError("it is not installed")
    try:
        return subprocess.Popen(
            [import_module(name).get_executable(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as refused:
        raise PagefindError(str(refused)) from refused


def _ask(to: IO[bytes], questions: bytes) -> None:
    # If it has ended, its answers tell. The pipe stays open: a program that has nobody to listen to
    # ends before it has answered.
    with contextlib.suppress(OSError):
        to.write(questions)
        to.flush()


def _hear(answers: IO[bytes]) -> dict[str, bytes]:
    """Take answers until there are the files of the index."""
    begun: list[bytes] = []
    while chunk := os.read(answers.fileno(), _CHUNK):
        *whole, rest = chunk.split(b",")
        for each in whole:
            answer = msgspec.json.decode(base64.b64decode(b"".join((*begun, each))))["payload"]
            begun.clear()
            if answer["type"] == "Error":
                raise PagefindError(str(answer.get("message", "")))
            if answer["type"] == "GetFiles":
                return {file["path"]: base64.b64decode(file["content"]) for file in answer["files"]}
        begun.append(rest)
    raise PagefindError("it ended before its index was made")


def _message(number: int, payload: dict[str, object]) -> bytes:
    message = {"message_id": number, "payload": payload}
    return base64.b64encode(msgspec.json.encode(message)) + b","
