"""Which folders the system must watch so that nothing of a scope is missed."""

from __future__ import annotations

from pathlib import Path

from briefgen.model.base import Record
from briefgen.preview.scope import inside


class Place(Record):
    """A folder to watch, links resolved; `deep`: with all that is below it."""

    folder: str
    deep: bool


def places_for(watched: tuple[str, ...]) -> frozenset[Place]:
    """The places for `watched` as the disk is now. A folder is watched with all below it, and from
    above, so that its end and its return are seen. A file is watched by its folder, for editors put
    another in its place; what is missing, by the nearest folder there is."""
    deep: set[str] = set()
    shallow: set[str] = set()
    for each in watched:
        path = Path(each)
        if path.is_dir():
            deep.add(str(path.resolve()))
        shallow.add(str(_nearest_folder(path.parent).resolve()))
    outer = {each for each in deep if not _covered(each, deep - {each})}
    places = {Place(folder=each, deep=True) for each in outer}
    places |= {Place(folder=each, deep=False) for each in shallow if not _covered(each, outer)}
    return frozenset(places)


def resolved(watched: tuple[str, ...]) -> tuple[str, ...]:
    """The paths as events will name them; beside each link the link itself, whose target may
    change."""
    paths: dict[str, None] = {}
    for each in watched:
        path = Path(each)
        paths[str(path.resolve())] = None
        paths[str(path.parent.resolve() / path.name)] = None
    return tuple(paths)


def _nearest_folder(path: Path) -> Path:
    return next((each for each in (path, *path.parents) if each.is_dir()), path)


def _covered(folder: str, others: set[str]) -> bool:
    return any(inside(folder, other) for other in others)
