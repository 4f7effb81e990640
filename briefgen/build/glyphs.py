"""Where in the author's files a character stands that no font has."""

from __future__ import annotations

import os

import msgspec

from briefgen import files
from briefgen.build.bodies import Bodies
from briefgen.diagnostics import Diagnostic
from briefgen.model.item import Kind
from briefgen.model.marks import Mark
from briefgen.plan.artifact import Artifact
from briefgen.render.brief.glyphs import ITEM
from briefgen.render.brief.job import Lacking


def place_glyph(lacking: Lacking, artifact: Artifact, bodies: Bodies, root: str) -> Diagnostic:
    """What is told of one character, at its first place: in the item that shows it, else in any
    other of the brief (a title stands in the contents, too). One that no file has in plain, such as
    one written by its number, is told of its item as a whole.
    """
    held = [need.item for need in artifact.needs]
    shown = [item for item in map(_item_of, lacking.anchors) if item in held]
    for item in dict.fromkeys((*shown, *held)):
        path = bodies.file_of(item)
        mark = _find(os.path.join(root, path), lacking.char)
        if mark is not None:
            return _told(lacking, item, path, mark, shown)
    item = shown[0] if shown else held[0]
    return _told(lacking, item, bodies.file_of(item), lacking.told.mark, shown)


def _told(lacking: Lacking, item: str, path: str, mark: Mark, shown: list[str]) -> Diagnostic:
    others = [each.partition(":")[2] for each in shown if each != item]
    also = f" It also stands in: {', '.join(others)}." if others else ""
    return msgspec.structs.replace(
        lacking.told, item=item, path=path, mark=mark, hint=lacking.told.hint + also
    )


def _item_of(anchor: str) -> str:
    return f"{Kind.ARTICLE.value}:{anchor.removeprefix(ITEM)}"


def _find(file: str, char: str) -> Mark | None:
    for number, line in enumerate(files.read_text_lines(file), 1):
        column = line.find(char)
        if column >= 0:
            return Mark(line=number, column=column + 1)
    return None
