"""Ids inside texts. Several texts meet in one brief, so each id names its item.

A heading of the article `tianjin` whose anchor is `what-was-said` has the id
`tianjin--what-was-said`; in a packet's note it is `packet--tianjin--what-was-said`. Two hyphens
never stand together in a slug, so no two ids meet. An author writes the anchor alone, as in
`[[tianjin#what-was-said]]`; `element_id` gives the id that such a fragment leads to.
"""

from __future__ import annotations

from briefgen.model.item import Kind
from briefgen.read.slug import slugify

SEPARATOR = "--"


def prefix_of(kind: Kind, slug: str) -> str:
    """What the ids of an item's text begin with."""
    return slug if kind is Kind.ARTICLE else f"{kind.value}{SEPARATOR}{slug}"


def element_id(kind: Kind, slug: str, fragment: str) -> str:
    """The id to which the fragment of a link to this item leads."""
    return f"{prefix_of(kind, slug)}{SEPARATOR}{slugify(fragment)}"
