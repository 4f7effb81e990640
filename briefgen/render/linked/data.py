"""The structured data of a page, made of its view: of nothing that the page does not show."""

from __future__ import annotations

from collections.abc import Callable

import markupsafe
import msgspec

from briefgen.model.base import Record
from briefgen.plan.views.frame import Frame, SiteView
from briefgen.plan.views.pages import ArticleView, HomeView, PacketView, TermView
from briefgen.render.linked.article import article_data
from briefgen.render.linked.node import Node, Place, node
from briefgen.render.linked.packet import packet_data
from briefgen.render.linked.term import term_data

CONTEXT = "https://schema.org"
# So that nothing in a text ends the element that holds it, whatever reads it.
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"}


def linked_data(site: SiteView, frame: Frame, page: Record) -> markupsafe.Markup:
    """JSON-LD for a page, ready to stand in a `script` element; empty for a page of which nothing
    is to be said.
    """
    place = Place(site, frame)
    made = _described(page, place)
    if not made:
        return markupsafe.Markup("")
    text = msgspec.json.encode({"@context": CONTEXT, **made}).decode()
    # Three passes that look for one letter take less than one that looks at all.
    for sign, written in _ESCAPES.items():
        text = text.replace(sign, written)
    return markupsafe.Markup(text)  # noqa: S704  each sign of markup was escaped


def _described(page: Record, place: Place) -> Node:
    makers: dict[type[Record], Callable[..., Node]] = {
        ArticleView: article_data,
        PacketView: packet_data,
        TermView: term_data,
        HomeView: _home,
    }
    maker = makers.get(type(page))
    return maker(page, place) if maker is not None else {}


def _home(_page: HomeView, place: Place) -> Node:
    site = place.site
    return node(
        "WebSite",
        url=place.address("index.html"),
        name=site.title,
        description=site.tagline,
        inLanguage=site.lang,
    )
