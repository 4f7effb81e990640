"""An article as its quotations are proved."""

from __future__ import annotations

from briefgen.model.article import ArticleBody, ArticleFace
from briefgen.model.base import Record
from briefgen.model.item import Body


class Given(Record):
    """An article to be proved. `language` is that of the site; `names` has all the names of each
    who goes by several, by each of them.
    """

    face: ArticleFace
    body: Body[ArticleBody]
    language: str
    names: dict[str, tuple[str, ...]] = {}
