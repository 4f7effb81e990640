"""How an item stands today: what became of it after it was published."""

from __future__ import annotations

import enum

from briefgen.model.article import CorrectionKind
from briefgen.model.item import Article, Packet
from briefgen.resolve.relations import Relations


class Standing(enum.StrEnum):
    """What became of an item, the gravest first. One that was withdrawn is not among the published
    ones any more: see `tombstones`.
    """

    WITHDRAWN = "withdrawn"
    RETRACTED = "retracted"
    DISPUTED = "disputed"
    DISPUTED_IN_PART = "disputed in part"
    SUPERSEDED = "superseded"


# An article of such standing bears nothing out by itself. Of one that is disputed in part, a single
# statement is in doubt; a superseded one was merely replaced.
SHAKEN = frozenset({Standing.WITHDRAWN, Standing.RETRACTED, Standing.DISPUTED})


def is_retracted(item: Article | Packet) -> bool:
    """Whether one of its corrections takes back the whole."""
    return any(each.kind is CorrectionKind.RETRACTION for each in item.keys.corrections)


def is_corrected(item: Article | Packet) -> bool:
    """Whether something that it said was wrong. A clarification or an update is no correction."""
    return any(each.kind is CorrectionKind.CORRECTION for each in item.keys.corrections)


def standing_of(article: Article, relations: Relations) -> Standing | None:
    """The gravest thing that became of a published article, as far as published items tell."""
    if is_retracted(article):
        return Standing.RETRACTED
    disputes = relations.disputed_by.get(article.slug, ())
    if disputes:
        whole = any(each.statement is None for each in disputes)
        return Standing.DISPUTED if whole else Standing.DISPUTED_IN_PART
    if article.slug in relations.superseded_by:
        return Standing.SUPERSEDED
    return None
