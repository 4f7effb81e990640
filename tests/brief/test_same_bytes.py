"""The same input gives the same bytes, wherever and whenever."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
SCRIPT = """
import sys
sys.path.insert(0, {root!r})
from tests.brief.sample import make, sample_job
jobs = [sample_job(str(number)) for number in range({count})]
for path, result in sorted(make(*jobs).items()):
    print(len(result.pdf), __import__("hashlib").sha256(result.pdf).hexdigest(), result.asked)
"""
# Zone, seed, clock, language and folder, as another machine might have them.
WORLDS = (
    {"TZ": "UTC", "PYTHONHASHSEED": "0"},
    {
        "TZ": "Pacific/Kiritimati",
        "PYTHONHASHSEED": "4711",
        "SOURCE_DATE_EPOCH": "1000000000",
        "LC_ALL": "fa_IR.UTF-8",
        "LANGUAGE": "fa",
    },
)


def made_in(world: dict[str, str], folder: Path, count: int) -> list[str]:
    """What the script prints of so many briefs, in a process of its own."""
    inherited = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(root=str(ROOT), count=count)],
        cwd=folder,
        env=inherited | world,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.splitlines()


def test_bytes_do_not_depend_on_the_world(tmp_path: Path) -> None:
    first = made_in(WORLDS[0], ROOT, 1)
    second = made_in(WORLDS[1], tmp_path, 2)
    assert set(first) == set(second), "one worker alone, or two side by side"
