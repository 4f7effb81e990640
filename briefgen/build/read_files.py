"""Read content files, in several processes where they are many."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record
from briefgen.model.item import AnyBody, AnyFace, Article, Kind, Packet, Page
from briefgen.processes import in_parts
from briefgen.read.reading import Reading
from briefgen.read.sketch import Sketch

# Files that one worker reads before it sends what it read. Fewer are read here: see
# docs/performance.md for what a worker costs.
PART = 50


class ReadFile(Record):
    """What reading one content file gave: a face of one kind, or only diagnostics. `key` is the
    digest of its bytes and of the settings that reading depends on. `found` is what the rules of
    one item found in it, `matter` the digest of what it is compared with others by, `joined` that
    of all that others can see of it: while it stays, so do the site and the plan. `placed` is that
    of what decides which pages there are.
    """

    key: str
    article: Article | None = None
    packet: Packet | None = None
    page: Page | None = None
    sketch: Sketch | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    found: tuple[Diagnostic, ...] = ()
    matter: str = ""
    joined: str = ""
    placed: str = ""

    @property
    def face(self) -> AnyFace | None:
        """The face, of whatever kind."""
        return self.article or self.packet or self.page


class ToRead(Record):
    """A file with its bytes, and the key that its reading will have."""

    kind: Kind
    path: str
    data: bytes
    key: str


class Reads(Record):
    """What some files gave, in their order: each with its body as the cache keeps it, or empty."""

    files: tuple[tuple[str, ReadFile, bytes], ...]


def read_files(wanted: Sequence[ToRead], reading: Reading, workers: int) -> Iterator[Reads]:
    """All of them, some at a time."""
    if not wanted:
        return iter(())
    # Markdown and the rules of one item are loaded where a file is read, once for all processes.
    from briefgen.build.read_file import read_file  # noqa: PLC0415

    def read(each: ToRead) -> tuple[str, ReadFile, bytes]:
        bodies: dict[str, AnyBody] = {}
        made = read_file(each.kind, each.path, each.data, reading, each.key, bodies)
        body = bodies.get(each.path)
        return each.path, made, msgspec.msgpack.encode(body) if body is not None else b""

    def work(part: Sequence[ToRead]) -> Reads:
        return Reads(files=tuple(map(read, part)))

    parts = [wanted[start : start + PART] for start in range(0, len(wanted), PART)]
    return in_parts(work, parts, workers, Reads)
