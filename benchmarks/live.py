"""From the moment an edited file is in place to the new page on disk."""

from __future__ import annotations

import statistics
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive import Archive
from benchmarks.contenders.contender import Contender
from benchmarks.edits import body_edit
from benchmarks.measure import until

_PATIENCE = 600
_SETTLING = 1.0


@dataclass(frozen=True)
class Latency:
    """Seconds: the median of several edits, the least and the greatest."""

    median: float
    low: float
    high: float


def latency(contender: Contender, archive: Archive, rounds: int, log: Path) -> Latency:
    """Keep `contender` watching, and edit the body of one article after another."""
    with log.open("wb") as out:
        process = subprocess.Popen(contender.live, cwd=archive.root, stdout=out, stderr=out)
        try:
            first = archive.articles[len(archive.articles) // 3]
            _page_with(contender, archive, first, "Warming up.", process)
            times = [
                _page_with(contender, archive, path, f"Live round {turn}.", process)
                for turn, path in enumerate(_articles(archive, rounds))
            ]
        finally:
            process.terminate()
            process.wait()
    return Latency(median=statistics.median(times), low=min(times), high=max(times))


def _articles(archive: Archive, rounds: int) -> list[str]:
    start = len(archive.articles) // 3 + 1
    return archive.articles[start : start + rounds]


def _page_with(
    contender: Contender, archive: Archive, path: str, word: str, process: subprocess.Popen[bytes]
) -> float:
    slug = Path(path).stem[11:]
    page = archive.root / contender.page.replace("SLUG", slug)
    until(page.exists, _PATIENCE, 0.05)
    # What was written before has been seen: the program waits.
    time.sleep(_SETTLING)
    marker = word.encode()

    def shown() -> bool:
        if process.poll() is not None:
            message = f"{contender.name} stopped"
            raise RuntimeError(message)
        try:
            return marker in page.read_bytes()
        except OSError:
            return False

    body_edit(archive.root / path, word)
    return until(shown, _PATIENCE)
