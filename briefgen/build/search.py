"""Make the index of the search page, once pages and briefs are in place."""

from __future__ import annotations

from briefgen.build.make import Kitchen, contents_of
from briefgen.build.make_pages import Pantry, take_out
from briefgen.build.shelf import Shelf
from briefgen.build.stale import Planned
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.request import Request, Search
from briefgen.plan.artifact import ArtifactKind
from briefgen.plan.views.index import SearchIndex
from briefgen.render.search.pagefind import PagefindError, make_index
from briefgen.render.search.records import search_records

FAILED = "search-failed"


def index_of(planned: tuple[Planned, ...]) -> Planned | None:
    """The index, if one is to be made."""
    return next((each for each in planned if each.artifact.kind is ArtifactKind.SEARCH), None)


def index_stays(request: Request, pages: tuple[Planned, ...], shelf: Shelf) -> bool:
    """Whether the index that is in the output stays there until there is another. Where none is
    going to be made it stays only if nothing else changes: it would tell what pages said before.
    """
    if request.search is Search.NOW:
        return True
    wanted = {each.artifact.path for each in pages}
    return (
        request.search is Search.LATER
        and all(each.fresh for each in pages)
        and shelf.pages_built() <= wanted
    )


def make_search(
    index: Planned, kitchen: Kitchen, pantry: Pantry, shelf: Shelf
) -> tuple[Diagnostic, ...]:
    """Make the index and put it into place. If that fails there is none."""
    (artifact,) = take_out((index,), pantry)
    view = artifact.page
    assert isinstance(view, SearchIndex)  # noqa: S101  the view of every index
    needs = artifact.needs
    kitchen.bodies.load(need.item for need in needs)
    contents = contents_of(artifact, kitchen)
    by_item = {need.item: content for need, content in zip(needs, contents, strict=True)}
    try:
        made = make_index(search_records(view, by_item))
    except PagefindError as mistake:
        shelf.drop_index()
        return (
            error(
                FAILED,
                f"The index of the search page could not be made: {mistake}.",
                hint="All else is built. Build again, or with --no-search.",
            ),
        )
    return shelf.publish_index(index, made)
