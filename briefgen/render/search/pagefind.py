"""The one door to Pagefind: records in, the files of an index out.

Pagefind comes as a program. Its own interface for Python waits a tenth of a second for the answer
to each record, so that ten thousand would take a quarter of an hour; this speaks with the program
as that does (JSON in base64, a comma after each message), all records in one go.
"""

from __future__ import annotations

import base64
import contextlib
import os
import subprocess
import threading
from collections.abc import Iterable
from importlib import import_module
from importlib.util import find_spec
from typing import IO

import msgspec

from briefgen import files
from briefgen.diagnostics import Diagnostic, error

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


def make_index(records: Iterable[dict[str, object]], folder: str) -> dict[str, bytes]:
    """The files of an index of `records`, by their paths in it; that in which it begins comes last.
    `folder` is made by Pagefind, and removed afterwards.

    Raises:
        PagefindError: It failed.
    """
    files.remove_tree(folder)
    try:
        _speak(records, folder)
        found = {
            name: files.read_bytes(os.path.join(folder, name)) or b""
            for name, _ in sorted(files.walk(folder))
            if name != _HIGHLIGHT and not name.startswith(_SUPERFLUOUS)
        }
    finally:
        files.remove_tree(folder)
    if ENTRY not in found:
        raise PagefindError("it wrote no index")
    return {**found, ENTRY: found.pop(ENTRY)}


def _package() -> str:
    return next((name for name in _PACKAGES if find_spec(name) is not None), "")


def _speak(records: Iterable[dict[str, object]], folder: str) -> None:
    """The conversation: an index is begun, records go in, and it is written into `folder`."""
    # Made before it begins: a mistake in them is no matter of the program.
    payloads: list[dict[str, object]] = [
        {"type": "NewIndex", "config": {"keep_index_url": True}},
        *({"type": "AddRecord", "index_id": _INDEX, **record} for record in records),
        {"type": "WriteFiles", "index_id": _INDEX, "output_path": folder},
    ]
    questions = b"".join(_message(number, payload) for number, payload in enumerate(payloads))
    process = _start()
    assert process.stdin is not None  # noqa: S101  as asked for
    assert process.stdout is not None  # noqa: S101  likewise
    # In a thread: while it answers, the program must not wait for somebody to hear it.
    asking = threading.Thread(target=_ask, args=(process.stdin, questions), name="pagefind")
    asking.start()
    try:
        _hear(process.stdout)
    finally:
        # It waits for more; there is nothing that it must tidy up.
        process.kill()
        asking.join()
        with contextlib.suppress(OSError):
            process.stdin.close()
        process.stdout.close()
        process.wait()


def _start() -> subprocess.Popen[bytes]:
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


def _hear(answers: IO[bytes]) -> None:
    """Take answers until the index is written."""
    rest = b""
    while chunk := os.read(answers.fileno(), _CHUNK):
        *whole, rest = (rest + chunk).split(b",")
        for each in whole:
            answer = msgspec.json.decode(base64.b64decode(each))["payload"]
            if answer["type"] == "Error":
                raise PagefindError(str(answer.get("message", "")))
            if answer["type"] == "WriteFiles":
                return
    raise PagefindError("it ended before its index was written")


def _message(number: int, payload: dict[str, object]) -> bytes:
    message = {"message_id": number, "payload": payload}
    return base64.b64encode(msgspec.json.encode(message)) + b","
