"""An item: what one Markdown file of the content becomes when it has been read."""

from __future__ import annotations

import enum
from typing import Generic, TypeVar

from briefgen.model.article import ArticleBody, ArticleFace
from briefgen.model.base import Record
from briefgen.model.marks import Marks
from briefgen.model.packet import PacketBody, PacketFace
from briefgen.model.page import PageBody, PageFace
from briefgen.model.quoted import Quoted
from briefgen.model.text import Link, Picture, Text


class Kind(enum.StrEnum):
    """The kinds of item."""

    ARTICLE = "article"
    PACKET = "packet"
    PAGE = "page"


F = TypeVar("F", ArticleFace, PacketFace, PageFace)
B = TypeVar("B", ArticleBody, PacketBody, PageBody)


class Face(Record, Generic[F]):
    """An item as others see it. `path` is its file, from the project's root; `links` and
    `pictures` are those of its text, for the site to answer; `body` is the digest of its other
    half, marks apart.
    """

    kind: Kind
    path: str
    slug: str
    keys: F
    links: tuple[Link, ...] = ()
    pictures: tuple[Picture, ...] = ()
    body: str = ""

    @property
    def id(self) -> str:
        """Unique in the site, such as "article:tianjin"."""
        # Asked for each item that a page shows: `value` of an enumeration is slow to ask for.
        return self.kind + ":" + self.slug


class Body(Record, Generic[B]):
    """The other half of an item, loaded only where its own page or a brief is made. The marks are
    here too: they are needed only to say where something is wrong; and what an article or a packet
    quotes, needed only when that is proved.
    """

    keys: B
    text: Text
    marks: Marks
    quoted: tuple[Quoted, ...] = ()


Article = Face[ArticleFace]
Packet = Face[PacketFace]
Page = Face[PageFace]
AnyFace = Article | Packet | Page
AnyBody = Body[ArticleBody] | Body[PacketBody] | Body[PageBody]
