"""Run a program and say what it cost: wall time, CPU time and peak memory of all its processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

# Adding up the memory of a process costs it some time, so it is not done more often (seconds).
_PAUSE = 0.05


@dataclass(frozen=True)
class Cost:
    """Seconds of wall clock and of CPU (user and system, children included), and the peak of
    memory in bytes, summed over all processes of the tree."""

    wall: float
    cpu: float
    memory: int


@dataclass(frozen=True)
class Spread:
    """Median of several runs, with the least and the greatest."""

    wall: float
    wall_low: float
    wall_high: float
    cpu: float
    cpu_low: float
    cpu_high: float
    memory: int


class Failed(Exception):  # noqa: N818  what happened to the program
    """A program ended with an error; the message has its last lines."""


def run(command: Sequence[str], folder: Path, log: Path) -> Cost:
    """Run `command` in `folder`; what it prints goes to `log`. Raises Failed."""
    with log.open("wb") as out:
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=out, stderr=out)
        peak = Peak(process.pid)
        peak.start()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
        process.returncode = os.waitstatus_to_exitcode(status)
        peak.stop()
    if process.returncode:
        tail = log.read_text(errors="replace")[-2000:]
        raise Failed(f"{' '.join(command)} in {folder} ended with {process.returncode}:\n{tail}")
    return Cost(wall=wall, cpu=usage.ru_utime + usage.ru_stime, memory=peak.bytes)


class Peak(threading.Thread):
    """Looks at the memory of a process and all below it, again and again. Memory that they share
    is counted once, by its proportional size."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.bytes = 0
        self._pid = pid
        self._over = threading.Event()

    def run(self) -> None:
        while not self._over.wait(_PAUSE):
            self.bytes = max(self.bytes, sum(map(_memory_of, _tree(self._pid))))

    def stop(self) -> None:
        """Look no more."""
        self._over.set()
        self.join()


def _tree(pid: int) -> list[int]:
    found = [pid]
    for each in found:
        try:
            for task in Path(f"/proc/{each}/task").iterdir():
                children = (task / "children").read_text().split()
                found.extend(map(int, children))
        except OSError:
            continue
    return found


def _memory_of(pid: int) -> int:
    try:
        with open(f"/proc/{pid}/smaps_rollup") as file:  # noqa: PTH123  read fifty times a second
            for line in file:
                if line.startswith("Pss:"):
                    return int(line.split()[1]) * 1024
    except OSError:
        pass
    return 0


def spread(costs: Sequence[Cost]) -> Spread:
    """Medians, and what lies around them."""
    walls, cpus = [each.wall for each in costs], [each.cpu for each in costs]
    return Spread(
        wall=statistics.median(walls),
        wall_low=min(walls),
        wall_high=max(walls),
        cpu=statistics.median(cpus),
        cpu_low=min(cpus),
        cpu_high=max(cpus),
        memory=int(statistics.median(each.memory for each in costs)),
    )


def until(true: Callable[[], bool], seconds: float, pause: float = 0.001) -> float:
    """Seconds until `true`. Raises Failed when `seconds` are over."""
    began = time.perf_counter()
    while not true():
        if time.perf_counter() - began > seconds:
            raise Failed(f"nothing came in {seconds} s")
        time.sleep(pause)
    return time.perf_counter() - began
