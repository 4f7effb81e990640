"""A person, an organisation, a place, a topic or a publisher, and the page that collects them."""

from __future__ import annotations

from briefgen.plan.views.pages import TermView
from briefgen.render.linked.node import Node, Place, node

_TYPES = {
    "people": "Person",
    "organizations": "Organization",
    "places": "Place",
    "topics": "DefinedTerm",
    "publishers": "Organization",
}


def term_data(page: TermView, place: Place) -> Node:
    """A CollectionPage about it."""
    return node(
        "CollectionPage",
        url=place.here,
        inLanguage=place.site.lang,
        mainEntity=node(
            _TYPES[page.kind],
            id=place.here,
            name=page.title,
            description=page.description,
            alternateName=[each.text for each in page.aliases],
            sameAs=list(page.same_as),
        ),
    )
