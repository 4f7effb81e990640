"""What of an article it is compared with others by."""

from __future__ import annotations

from briefgen.model.article import ArticleFace
from briefgen.model.base import digest_value
from briefgen.model.item import AnyFace


def matter_of(face: AnyFace) -> str:
    """The digest of all in an article that it is compared by, apart from its snapshot's text."""
    keys = face.keys
    if not isinstance(keys, ArticleFace):
        return ""
    source = keys.source
    told = (source.title, source.url, source.published, source.snapshot) if source else None
    return digest_value((face.slug, keys.date, keys.status, told, entry_text(keys)))


def entry_text(keys: ArticleFace) -> str:
    """What an article says itself, as far as others see it. Its quotations are left out: two
    reports of one event have them in common.
    """
    return f"{keys.title}\n{keys.summary}"
