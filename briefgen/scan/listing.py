"""What files there are, and their digests."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen import files
from briefgen.files import FileStat
from briefgen.model.base import Record

# Two changes of a file may leave one and the same stat if they are not this far apart: a tick of
# the system's clock, with room to spare; or two seconds, where times are kept in no finer grain.
FINE_NS, COARSE_NS = 20_000_000, 2_000_000_000
# A time that is a multiple of this is taken to be kept in a coarse grain.
WHOLE_NS = 10_000_000


class Entry(Record):
    """A file with its stat and the digest of its bytes. `settled`: its stat can be trusted."""

    stat: FileStat
    digest: str
    settled: bool


def is_racy(stat: FileStat, at_ns: int) -> bool:
    """Whether a file may have changed after `at_ns`, when its stat was taken, without a change of
    that stat. Such a file is read again next time, as git does with what is as young as its index.
    """
    whole = stat.mtime_ns % WHOLE_NS == 0 or stat.ctime_ns % WHOLE_NS == 0
    return max(stat.mtime_ns, stat.ctime_ns) >= at_ns - (COARSE_NS if whole else FINE_NS)


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
        digest = files.digest_of(data)
        listing[name] = Entry(stat=stat, digest=digest, settled=not is_racy(stat, now_ns))
        if keep and (before is None or before.digest != digest):
            loaded[name] = data
    return Scan(listing=listing, loaded=loaded)
