"""Answers about static files, which no artifact is planned for."""

from __future__ import annotations

from briefgen.build.look import Look
from briefgen.explain.answer import Answer, Part, Reason, State, Why
from briefgen.explain.parts import theme_file
from briefgen.render.assets import Asset

PREFIX = "asset:"


def current_assets(look: Look) -> dict[str, Asset]:
    """The static files that pages ask for now, by path in the output."""
    names = {
        name.removeprefix(PREFIX)
        for table in look.shelf.built.tables
        for name, _ in table
        if name.startswith(PREFIX)
    }
    return {asset.href: asset for asset in look.assets.closure(names).values()}


def explain_asset(look: Look, path: str, asset: Asset) -> Answer:
    """What a published static file was made from."""
    found: list[Reason] = []
    output = look.shelf.built.outputs.get(path)
    on_disk = look.shelf.on_disk.get(path)
    state = State.STALE
    if on_disk is None:
        state = State.ABSENT
        found.append(Reason(why=Why.NEW, sentence="No build has put it there yet."))
    elif output is None:
        sentence = "The cache does not know it; the next build compares it."
        found.append(Reason(why=Why.UNKNOWN, sentence=sentence))
    elif on_disk.digest != output.found.digest:
        sentence = "The file was changed in the output folder: it is not what was written."
        found.append(Reason(why=Why.EDITED, sentence=sentence))
    else:
        state = State.FRESH
    names = (asset.name, *asset.uses)
    return Answer(
        path=path,
        kind="static file",
        state=state,
        reasons=tuple(found),
        assets=tuple(Part(name=each, file=theme_file(look, f"{PREFIX}{each}")) for each in names),
    )
