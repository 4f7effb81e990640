"""A packet as JSON."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from briefgen.model.packet_data import ArticleData, PacketData
from briefgen.plan.views.pages import ArticleContent, PacketContent
from briefgen.render.plain import json_bytes, plain


def render_packet_data(
    data: PacketData, packet: PacketContent, articles: Mapping[str, ArticleContent]
) -> bytes:
    """`data` with what stands in the bodies of the packet and of its articles (by slug)."""
    whole = msgspec.structs.replace(
        data,
        articles=tuple(_whole(each, articles[each.slug]) for each in data.articles),
        gaps=packet.gaps,
        watch=packet.watch,
        recommendations=packet.recommendations,
        compiler=packet.compiler,
        purpose=packet.purpose,
    )
    return json_bytes(plain(whole))


def _whole(article: ArticleData, content: ArticleContent) -> ArticleData:
    return msgspec.structs.replace(
        article,
        key_points=content.key_points,
        relevance=content.relevance,
        assessment=content.assessment,
    )
