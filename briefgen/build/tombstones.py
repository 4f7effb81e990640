"""Whether all that is left of a withdrawn item in the output is its tombstone.

Without the cache nobody knows what a file was made from, and an item that is withheld and has a
page in the output may be told of by any other. A tombstone is such a page too. It is known by its
bytes: they are what would be published now.
"""

from __future__ import annotations

from briefgen import files
from briefgen.build.make import Kitchen, render_all
from briefgen.build.shelf import Shelf
from briefgen.plan.addresses import address_of
from briefgen.plan.artifact import Artifact
from briefgen.render.page import Rendered
from briefgen.resolve.site import Site


def doubtful(site: Site, shelf: Shelf) -> frozenset[str]:
    """The paths of tombstones where files stand of which the cache knows nothing. Pages are
    published together, so nothing beside them was made when their items were still shown; where a
    build was cut short, nobody knows.
    """
    if not shelf.manifest.whole:
        return frozenset()
    return frozenset(
        path
        for path in map(address_of, site.tombstones)
        if path in shelf.on_disk and path not in shelf.built.outputs
    )


def standing_tombstones(
    paths: frozenset[str], artifacts: tuple[Artifact, ...], shelf: Shelf, kitchen: Kitchen
) -> frozenset[str]:
    """Those of `paths` where the tombstone stands that would be published now."""
    stones = tuple(each for each in artifacts if each.path in paths)
    return frozenset(
        stone.path
        for stone, page in render_all(stones, kitchen)
        if isinstance(page, Rendered)
        and files.digest_of(page.data) == shelf.on_disk[stone.path].digest
    )
