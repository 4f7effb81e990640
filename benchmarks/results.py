"""What was measured, kept as data, so that tables and plots can be made from it again."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field

from benchmarks.live import Latency
from benchmarks.measure import Spread


@dataclass(frozen=True)
class Row:
    """One contender in one scenario on an archive of `size` articles."""

    contender: str
    scenario: str
    size: int
    spread: Spread


@dataclass(frozen=True)
class LiveRow:
    """One contender's edit to page."""

    contender: str
    size: int
    latency: Latency


@dataclass
class Results:
    """A run. `versions` and `pages` are by contender; `load` is the machine's load average before
    the first measurement: above the number of cores it was not quiet."""

    machine: str
    load: float
    rounds: int
    versions: dict[str, str] = field(default_factory=dict)
    pages: dict[str, int] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    live: list[LiveRow] = field(default_factory=list)

    def of(self, contender: str, scenario: str, size: int) -> Spread | None:
        """The measurement, if it was made."""
        for row in self.rows:
            if (row.contender, row.scenario, row.size) == (contender, scenario, size):
                return row.spread
        return None

    def live_of(self, contender: str, size: int) -> Latency | None:
        """The measurement of edit to page, if it was made."""
        for row in self.live:
            if (row.contender, row.size) == (contender, size):
                return row.latency
        return None

    def plain(self) -> dict[str, object]:
        """For JSON."""
        return asdict(self)


def load_results(plain: dict[str, object]) -> Results:
    """Back from JSON."""
    given = dict(plain)
    rows = given.pop("rows")
    live = given.pop("live")
    results = Results(**given)  # type: ignore[arg-type]  # what `plain` gave
    for row in rows:  # type: ignore[attr-defined]
        results.rows.append(Row(**{**row, "spread": Spread(**row["spread"])}))
    for row in live:  # type: ignore[attr-defined]
        results.live.append(LiveRow(**{**row, "latency": Latency(**row["latency"])}))
    return results
