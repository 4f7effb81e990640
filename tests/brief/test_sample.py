"""The briefs of the sample, which hold what small ones lack: a timeline, many items, long lists."""

from __future__ import annotations

import shutil
from pathlib import Path

from briefgen.build import build
from briefgen.model.request import Exit, Request
from briefgen.progress import Silent
from tests.brief.standards import find_no_error
from tests.harness import NOON

ROOT = Path(__file__).parents[2]


def test_validators_find_no_error(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    shutil.copy(ROOT / "briefgen.yaml", tmp_path)
    outcome = build(Request(root=str(tmp_path), now=NOON, pdf=True), Silent())
    assert outcome.exit is Exit.DONE
    briefs = sorted((tmp_path / "output/packets").glob("*.pdf"))
    assert len(briefs) == 2
    find_no_error(*briefs)
