"""The list of all articles."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.plan.addresses import ARCHIVE
from briefgen.plan.artifact import Artifact
from briefgen.plan.context import Context
from briefgen.plan.coverage import coverage_of
from briefgen.plan.lists import by_month, cut, part_title
from briefgen.plan.views.pages import ListView


def plan_archive(context: Context) -> Iterable[Artifact]:
    """All articles by month, newest first."""
    for part in cut(context, ARCHIVE, context.site.newest):
        title = part_title(context.words.text("articles"), part.suffix, context.words)
        shown = [context.site.articles[slug].keys for slug in part.members]
        frame = context.frames.frame(part.path, title, shown, current="articles")
        view = ListView(
            title=title,
            coverage=None if part.suffix else coverage_of(context, context.site.newest),
            months=by_month(context, part.members),
            years=part.parts,
            count=len(part.members) if part.suffix else len(context.site.newest),
        )
        # The count tells of every article.
        items = context.article_ids(part.members if part.suffix else context.site.newest)
        yield context.page(frame, "list.html", view, items)
