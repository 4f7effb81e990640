"""What the last build into a folder left there, and what each file was made from."""

from __future__ import annotations

from array import array
from collections.abc import Iterable

from msgspec.structs import replace

from briefgen.model.base import Record
from briefgen.scan.listing import Entry

# "template:NAME", "asset:NAME", "resource:NAME" or "words:", each with the digest of what it
# stood for.
Lookups = tuple[tuple[str, str], ...]


class Output(Record):
    """A file of the output. `view` is the digest of the content it was made from; `table` is the
    number of its lookups in `Built.tables` (many pages share one); `sha256` and `found` are those
    of the bytes. `items` are the items that it tells of, `needs` those whose bodies it shows, both
    by their numbers in `Built.ids`; `kind` is that of its artifact, empty for an asset.
    """

    view: str
    table: int
    sha256: str
    found: Entry
    items: bytes = b""
    needs: bytes = b""
    kind: str = ""


class Built(Record):
    """Every file of an output folder by path, and the distinct sets of lookups. `plan` is the key
    of the plan of which these are all the artifacts, each made; empty if some are missing. Lists
    tell of hundreds of items, so each id is kept once, in `ids`, and has a number there.
    """

    outputs: dict[str, Output] = {}
    tables: tuple[Lookups, ...] = ()
    plan: str = ""
    ids: tuple[str, ...] = ()

    def lookups(self, output: Output) -> Lookups:
        """What `output` looked up when it was made."""
        return self.tables[output.table]

    def items(self, output: Output) -> tuple[str, ...]:
        """The ids of the items that `output` tells of."""
        return _named(output.items, self.ids)

    def needs(self, output: Output) -> tuple[str, ...]:
        """The ids of the items whose bodies `output` shows."""
        return _named(output.needs, self.ids)


class Numbers:
    """Gives ids their numbers; those in `ids` have theirs."""

    def __init__(self, ids: tuple[str, ...] = ()) -> None:
        self._known = len(ids)
        self._numbers = {id_: number for number, id_ in enumerate(ids)}

    def of(self, ids: Iterable[str]) -> bytes:
        """Their numbers, in order."""
        numbers = self._numbers
        return array(_NUMBERS, [numbers.setdefault(id_, len(numbers)) for id_ in ids]).tobytes()

    @property
    def ids(self) -> tuple[str, ...]:
        """All ids, in the order of their numbers."""
        return tuple(self._numbers)

    @property
    def grown(self) -> bool:
        """Whether there are more than in the beginning."""
        return len(self._numbers) > self._known


def renumbered(built: Built) -> Built:
    """The same, without ids of which no file tells any more."""
    numbers = Numbers()
    outputs = {
        path: replace(
            each, items=numbers.of(built.items(each)), needs=numbers.of(built.needs(each))
        )
        for path, each in built.outputs.items()
    }
    return replace(built, outputs=outputs, ids=numbers.ids)


def _named(numbers: bytes, ids: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(map(ids.__getitem__, array(_NUMBERS, numbers)))


# Of 32 bits wherever Python runs; the cache does not leave the machine.
_NUMBERS = "I"
