"""The ledger: what was sent when. One JSON object a line, written only by `briefgen record`.

These records are stored by the names of their fields, unlike all others: lines that were written
years ago must be understood by every later version, and by people.
"""

from __future__ import annotations

import datetime
from typing import Annotated

import msgspec
from msgspec import Meta

FOLDER = "content/ledger"
ENDING = ".jsonl"

# A digest of `briefgen.resolve.wording`, and the SHA-256 of a file.
Digest = Annotated[str, Meta(pattern="^[0-9a-f]{32}$")]
Sha256 = Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
Slug = Annotated[str, Meta(min_length=1)]
Instant = Annotated[datetime.datetime, Meta(tz=True)]


class IssuedItem(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An article as it was issued. `face` is the digest of all that readers were shown of it,
    `fields` of each part; a part that was empty is left out. `corrections` are the digests of those
    that it carried then.
    """

    article: Annotated[Slug, Meta(description="The article's slug.")]
    face: Annotated[Digest, Meta(description="Digest of `fields` and `corrections`.")]
    fields: Annotated[dict[str, Digest], Meta(description="Digest of each part, by name.")] = {}
    corrections: Annotated[tuple[Digest, ...], Meta(description="Digests of corrections.")] = ()


class Issue(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A packet as it was handed to one audience. `brief` is the SHA-256 of its PDF."""

    issued: Annotated[Instant, Meta(description="When it was recorded, with a zone.")]
    audience: Annotated[Slug, Meta(description="For whom it was built.")]
    packet: Annotated[Slug, Meta(description="The packet's slug.")]
    digest: Annotated[Digest, Meta(description="Digest of all that this audience was shown.")]
    brief: Annotated[Sha256, Meta(description="SHA-256 of the PDF.")]
    fields: Annotated[dict[str, Digest], Meta(description="Digest of each part, by name.")] = {}
    corrections: Annotated[tuple[Digest, ...], Meta(description="Digests of corrections.")] = ()
    items: Annotated[tuple[IssuedItem, ...], Meta(description="The articles in their order.")] = ()

    def item(self, article: str) -> IssuedItem | None:
        """How this article was issued, if it was."""
        return next((each for each in self.items if each.article == article), None)


def ledger_path(audience: str) -> str:
    """The ledger of an audience, from the project's root. A character that no file name can have
    everywhere is written as the percent sign and its number, as in addresses (RFC 3986, 2.1).
    """
    name = "".join(_safe(each) for each in audience)
    return f"{FOLDER}/{f'%2E{name[1:]}' if name.startswith('.') else name}{ENDING}"


def _safe(character: str) -> str:
    if character in '%/\\:*?"<>|' or not character.isprintable():
        return "".join(f"%{byte:02X}" for byte in character.encode())
    return character
