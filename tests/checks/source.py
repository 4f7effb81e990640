"""The codes that the program can tell, found in its source."""

from __future__ import annotations

import ast
import functools
from collections.abc import Iterator
from pathlib import Path

import briefgen

PACKAGE = Path(briefgen.__path__[0])

# What makes a diagnostic, with the number of the argument that is its code.
MAKERS = {
    "error": 0,
    "warning": 0,
    "note": 0,
    "unread": 0,
    "Explained": 0,
    "Refused": 0,
    "_refused": 0,
    "failure": 1,
}
# Codes that are put together where they are told.
MADE = {
    "{key}-missing": ("date-missing", "summary-missing", "source-missing"),
    "{what}-unknown": ("article-unknown", "packet-unknown"),
}
# The function that finds the words for a template's mistake begins its answer with the code.
ANSWERS = "_words"


@functools.cache
def known_codes() -> frozenset[str]:
    """Every code in the source."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(PACKAGE.rglob("*.py"))]
    everywhere = {name: value for tree in trees for name, value in _constants(tree).items()}
    return frozenset(
        code for tree in trees for code in _codes(tree, {**everywhere, **_constants(tree)})
    )


def _constants(tree: ast.Module) -> dict[str, ast.expr]:
    return {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }


def _codes(tree: ast.Module, constants: dict[str, ast.expr]) -> Iterator[str]:
    for node in ast.walk(tree):
        for value in _values(node):
            named = constants.get(value.id, value) if isinstance(value, ast.Name) else value
            yield from _texts(named)


def _values(node: ast.AST) -> Iterator[ast.expr]:
    """The expressions that stand where a code belongs."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        place = MAKERS.get(name)
        if place is not None and len(node.args) > place + 1:
            yield node.args[place]
        yield from (each.value for each in node.keywords if each.arg == "code")
    elif isinstance(node, ast.FunctionDef):
        if node.name == ANSWERS:
            yield from (
                each.value.elts[0]
                for each in ast.walk(node)
                if isinstance(each, ast.Return) and isinstance(each.value, ast.Tuple)
            )
        every = (*node.args.posonlyargs, *node.args.args)
        given = every[len(every) - len(node.args.defaults) :]
        yield from (
            value
            for each, value in zip(given, node.args.defaults, strict=True)
            if each.arg == "code"
        )


def _texts(value: ast.expr) -> Iterator[str]:
    if isinstance(value, ast.Constant) and isinstance(value.value, str):
        yield value.value
    elif isinstance(value, ast.IfExp):
        yield from _texts(value.body)
        yield from _texts(value.orelse)
    elif isinstance(value, ast.JoinedStr):
        yield from MADE[ast.unparse(value)[2:-1]]
