"""What is put before the title of an item that was taken back, where only its title is seen: in
tabs, search results, shared links and feeds.
"""

from __future__ import annotations

from briefgen.model.item import Article, Packet
from briefgen.resolve.standing import is_retracted
from briefgen.words import Words


def titled(item: Article | Packet, words: Words) -> str:
    """The title, with a warning if all of the item was taken back."""
    title = item.keys.title
    return words.text("retracted_title", title=title) if is_retracted(item) else title
