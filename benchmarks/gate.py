"""A small benchmark for a workflow: CPU time as a ratio to the floor, in one run on one machine,
and never seconds. `python -m benchmarks.gate` ends with 1 if something has become much dearer.
"""

from __future__ import annotations

import compileall
import os
import sys
import tempfile
from pathlib import Path

from benchmarks.archive import Archive, write_archive
from benchmarks.contenders.contender import Contender
from benchmarks.contenders.floor import floor
from benchmarks.contenders.ours import ours
from benchmarks.edits import Scenario, scenarios
from benchmarks.measure import run

SIZE, ROUNDS = 300, 3
# What each may cost, as a multiple of a cold build of the floor: well above what it does cost, and
# well below what it costs where the archive as a whole is worked on again.
LIMITS = {
    "cold": 8.0,
    "nothing changed": 0.4,
    "one body edited": 1.2,
    "one title edited": 2.0,
    "one style edited": 2.6,
}


def main() -> int:
    """Measure, print a table, and judge."""
    checkout = Path(__file__).parents[1]
    os.environ["PYTHONPATH"] = str(checkout)
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(str(checkout / "briefgen"), quiet=1)
    with tempfile.TemporaryDirectory(prefix="benchmarks-") as folder:
        log = Path(folder) / "log"
        archive = write_archive(Path(folder) / "archive", SIZE)
        base, contender = floor(archive), ours(archive)
        unit = min(run(base.command, archive.root, log).cpu for _ in range(ROUNDS))
        wanted = [each for each in scenarios() if each.name in LIMITS]
        found = {each.name: _least(each, contender, archive, log) / unit for each in wanted}
    print("| | to the floor | at most |\n|---|---:|---:|")
    for name, ratio in found.items():
        print(f"| {name} | {ratio:.2f} | {LIMITS[name]:.1f} |")
    return int(any(ratio > LIMITS[name] for name, ratio in found.items()))


def _least(scenario: Scenario, contender: Contender, archive: Archive, log: Path) -> float:
    """The least of several runs: what else the machine does only adds to it."""
    costs = []
    for turn in range(ROUNDS):
        scenario.prepare(contender, archive, turn)
        costs.append(run(contender.command, archive.root, log).cpu)
    return min(costs)


if __name__ == "__main__":
    sys.exit(main())
