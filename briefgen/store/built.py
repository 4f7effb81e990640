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
    of the bytes. `items` are the ids of the items that it tells of, `needs` of those whose bodies
    it shows; `kind` is that of its artifact, empty for an asset.
    """

    view: str
    table: int
    sha256: str
    found: Entry
    items: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    kind: str = ""


class Built(Record):
    """Every file of an output folder by path, and the distinct sets of lookups. `plan` is the key
    of the plan of which these are all the artifacts, each made; empty if some are missing."""

    outputs: dict[str, Output] = {}
    tables: tuple[Lookups, ...] = ()
    plan: str = ""

    def lookups(self, output: Output) -> Lookups:
        """What `output` looked up when it was made."""
        return self.tables[output.table]
