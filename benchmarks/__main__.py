"""Measure everything in one run: `python -m benchmarks --help`."""

from __future__ import annotations

import argparse
import compileall
import json
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from benchmarks.archive import Archive, write_archive
from benchmarks.contenders.contender import Contender
from benchmarks.contenders.eleventy import eleventy
from benchmarks.contenders.floor import floor
from benchmarks.contenders.hugo import hugo
from benchmarks.contenders.ours import ours
from benchmarks.contenders.pelican import pelican
from benchmarks.edits import Scenario, scenarios
from benchmarks.live import latency
from benchmarks.measure import Failed, run, spread
from benchmarks.plot import plot
from benchmarks.results import LiveRow, Results, Row
from benchmarks.table import table

# What a program that rebuilds everything is asked: the rest costs it as much.
_OF_ALL = ("cold", "nothing changed", "one body edited")
# Above this size only the fastest peer is measured: the others take minutes for each build.
_MANY = 10_000
# Above that size each build takes minutes: one round, of what tells how costs grow.
_OF_MANY = (*_OF_ALL, "one title edited", "one style edited")


def main() -> None:
    """Write the archives, run the contenders, print the table."""
    given = _arguments()
    # Contenders in Python are run from the folders of archives, and must find this checkout.
    os.environ["PYTHONPATH"] = str(Path(__file__).parents[1])
    # What is installed has its bytecode beside it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    compileall.compile_dir(str(Path(__file__).parents[1] / "briefgen"), quiet=1)
    results = Results(
        machine=f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, "
        f"Python {platform.python_version()}",
        load=os.getloadavg()[0],
        rounds=given.rounds,
    )
    folder = Path(tempfile.mkdtemp(prefix="benchmarks-", dir=given.folder))
    try:
        for size in given.sizes:
            for make in _makers(given, size):
                # One that fails does not cost what was measured of the others.
                try:
                    _measure(make, folder, size, given, results)
                except Failed as failed:
                    _tell(str(failed))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    text = table(results)
    if given.out:
        out = Path(given.out)
        out.mkdir(parents=True, exist_ok=True)
        (out / "results.json").write_text(json.dumps(results.plain(), indent=1) + "\n")
        (out / "results.md").write_text(text)
        (out / "cost.svg").write_text(plot(results))
    print(text, end="")


Maker = Callable[[Archive], Contender | None]


def _makers(given: argparse.Namespace, size: int) -> Iterable[Maker]:
    yield ours
    if given.briefs:
        yield lambda archive: ours(archive, briefs=True)
    yield floor
    yield hugo
    if size < _MANY:
        yield pelican
        yield eleventy


def _measure(
    make: Maker, folder: Path, size: int, given: argparse.Namespace, results: Results
) -> None:
    """Each contender gets a new archive, so that none sees what another left."""
    archive = write_archive(folder / "archive", size, given.seed)
    try:
        contender = make(archive)
        if contender is None:
            return
        results.versions[contender.name] = contender.version
        asked: tuple[str, ...] = _OF_MANY if contender.incremental else _OF_ALL
        if make is floor and size > _MANY:
            asked = _OF_ALL[:1]
        rounds = given.rounds if size <= _MANY else 1
        for scenario in scenarios():
            if (contender.incremental and size <= _MANY) or scenario.name in asked:
                _tell(f"{size:,} articles: {contender.name}, {scenario.name}")
                results.rows.append(_row(contender, archive, scenario, rounds))
                results.pages.setdefault(contender.name, contender.pages(archive))
        if contender.live and given.live and size <= _MANY and "briefs" not in contender.name:
            _tell(f"{size:,} articles: {contender.name}, edit to page")
            found = latency(contender, archive, given.rounds + 2, folder / "log")
            results.live.append(LiveRow(contender=contender.name, size=size, latency=found))
    finally:
        shutil.rmtree(archive.root)


def _row(contender: Contender, archive: Archive, scenario: Scenario, rounds: int) -> Row:
    costs = []
    for turn in range(rounds):
        scenario.prepare(contender, archive, turn)
        costs.append(run(contender.command, archive.root, archive.root.parent / "log"))
    return Row(
        contender=contender.name,
        scenario=scenario.name,
        size=len(archive.articles),
        spread=spread(costs),
    )


def _tell(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=_sizes, default=[1000], help="1000,10000,50000")
    parser.add_argument("--rounds", type=int, default=3, help="of each measurement (3)")
    parser.add_argument("--briefs", action="store_true", help="briefgen once more, with briefs")
    parser.add_argument("--live", action="store_true", help="also from an edit to the page on disk")
    parser.add_argument("--seed", type=int, default=1, help="of the archive (1)")
    parser.add_argument("--folder", help="where archives are written (the system's)")
    parser.add_argument("--out", help="folder for results.md, results.json and cost.svg")
    return parser.parse_args()


def _sizes(text: str) -> list[int]:
    return [int(part) for part in text.split(",")]


if __name__ == "__main__":
    main()
