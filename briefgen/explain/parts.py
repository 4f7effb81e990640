"""What an artifact is made from."""

from __future__ import annotations

import os

from briefgen.build.look import Look
from briefgen.explain.answer import Part
from briefgen.plan.artifact import ALL_ITEMS, Artifact
from briefgen.render.assets import ABSENT
from briefgen.scan.theme import ThemeFile
from briefgen.store.built import Lookups


def item_parts(look: Look, artifact: Artifact) -> tuple[Part, ...]:
    """The items that it tells of, each with its file."""
    paths = {face.id: face.path for face in look.site.gathered.faces}
    ids = sorted(paths) if artifact.items == ALL_ITEMS else tuple(dict.fromkeys(artifact.items))
    return tuple(Part(name=each, file=paths[each]) for each in ids if each in paths)


def template_parts(look: Look, artifact: Artifact) -> tuple[Part, ...]:
    """The templates that were looked up when it was made; before that, the one it begins with."""
    names = [name for name, digest in _lookups(look, artifact) if digest != ABSENT]
    found = [name for name in names if name.startswith("template:")]
    if not found and artifact.template:
        found = [f"template:{artifact.template}"]
    return _parts(look, found)


def asset_parts(look: Look, artifact: Artifact) -> tuple[Part, ...]:
    """The static files that it asked for."""
    names = [name for name, digest in _lookups(look, artifact) if digest != ABSENT]
    return _parts(look, [name for name in names if name.startswith(("asset:", "resource:"))])


def theme_file(look: Look, lookup: str) -> str:
    """The file that a recorded name stands for now; empty if there is none."""
    kind, _, name = lookup.partition(":")
    table: dict[str, ThemeFile] = look.theme.templates if kind == "template" else look.theme.static
    file = table.get(name)
    return "" if file is None else _shown(look, file.path)


def _lookups(look: Look, artifact: Artifact) -> Lookups:
    output = look.shelf.built.outputs.get(artifact.path)
    return () if output is None else look.shelf.built.lookups(output)


def _parts(look: Look, names: list[str]) -> tuple[Part, ...]:
    return tuple(
        Part(name=name.partition(":")[2], file=theme_file(look, name)) for name in sorted(names)
    )


def _shown(look: Look, path: str) -> str:
    inside = os.path.relpath(path, look.project.root).replace(os.sep, "/")
    return path if inside.startswith("..") else inside
