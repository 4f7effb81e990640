"""The codes of diagnostics are a promise: users silence checks by them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import briefgen.read
from tests.read.tables import FOLDER

LISTED = re.findall(r"`([a-z0-9]+(?:-[a-z0-9]+)*)`", str(briefgen.read.__doc__))
SOURCES = sorted(Path(briefgen.read.__path__[0]).rglob("*.py"))


def _constants(trees: list[ast.Module]) -> dict[str, ast.expr]:
    return {
        target.id: node.value
        for tree in trees
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _codes(tree: ast.Module, constants: dict[str, ast.expr]) -> Iterator[str]:
    """The first argument of whatever makes a diagnostic, and the keyword `code`."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        given = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
        if name in ("error", "warning", "Explained") and node.args:
            given.append(node.args[0])
        for value in given:
            found = constants.get(value.id) if isinstance(value, ast.Name) else value
            for part in ast.walk(found) if isinstance(found, ast.IfExp) else [found]:
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    yield part.value


def test_all_are_listed() -> None:
    trees = [ast.parse(path.read_text()) for path in SOURCES]
    constants = _constants(trees)
    used = {code for tree in trees for code in _codes(tree, constants)}
    assert used == set(LISTED)


def test_each_has_a_case() -> None:
    tables = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.iterdir()))
    folders = (FOLDER.parent, FOLDER.parents[1] / "media")
    files = sorted(path for folder in folders for path in folder.glob("test_*.py"))
    tests = "\n".join(path.read_text() for path in files)
    # `tests/checks/` has a whole project for each code.
    shown = {path.stem for path in (FOLDER.parents[1] / "checks" / "cases").iterdir()}
    missing = [
        c for c in LISTED if f" {c}: " not in tables and f'"{c}"' not in tests and c not in shown
    ]
    assert missing == []
