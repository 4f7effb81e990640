"""What the last build into a folder left there, and what each file was made from."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.scan.listing import Entry

# "template:NAME", "asset:NAME", "resource:NAME" or "words:", each with the digest of what it
# stood for.
Lookups = tuple[tuple[str, str], ...]


class Output(Record):
    """A file of the output. `view` is the digest of the content it was made from; `table` is the
    number of its lookups in `Built.tables` (many pages share one); `sha256` and `found` are those
    of the bytes. `items` are the ids of the items that it tells of.
    """

    view: str
    table: int
    sha256: str
    found: Entry
    items: tuple[str, ...] = ()


class Built(Record):
    """Every file of an output folder by path, and the distinct sets of lookups."""

    outputs: dict[str, Output] = {}
    tables: tuple[Lookups, ...] = ()

    def lookups(self, output: Output) -> Lookups:
        """What `output` looked up when it was made."""
        return self.tables[output.table]
