"""What files there are, and their digests."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen import files
from briefgen.files import FileStat
from briefgen.model.base import Record

# A file whose last change is younger than this when it is listed may change again without a
# visible change of its stat: such a file is read again next time ("racy git"). Two seconds is the
# grain of the coarsest file systems in use.
GRAIN_NS = 2_000_000_000


class Entry(Record):
    """A file with its stat and the digest of its bytes. `settled`: its stat can be trusted."""

    stat: FileStat
    digest: str
    settled: bool


# By path, as it was listed.
Listing = dict[str, Entry]


class Scan(Record):
    """A listing, and the bytes of the files that had to be read to make it."""

    listing: Listing
    loaded: dict[str, bytes]


def scan_files(
    found: Iterable[tuple[str, str, FileStat]], known: Listing, now_ns: int, *, keep: bool = True
) -> Scan:
    """Turn `found` (name, absolute path, stat) into a listing; a file with the same stat as in
    `known` is not read. Unless bytes are to be kept, they are let go at once: media would fill the
    memory. Names keep the order of the alphabet, so that nothing depends on the
    disk's.
    """
    listing: Listing = {}
    loaded: dict[str, bytes] = {}
    for name, path, stat in sorted(found):
        before = known.get(name)
        if before is not None and before.settled and before.stat == stat:
            listing[name] = before
            continue
        data = files.read_bytes(path)
        if data is None:  # vanished since it was listed
            continue
        settled = now_ns - max(stat.mtime_ns, stat.ctime_ns) > GRAIN_NS
        digest = files.digest_of(data)
        listing[name] = Entry(stat=stat, digest=digest, settled=settled)
        if keep and (before is None or before.digest != digest):
            loaded[name] = data
    return Scan(listing=listing, loaded=loaded)
