"""A text out of a file."""

from __future__ import annotations

from briefgen.model.base import Record


class Part(Record):
    """`where` is its place, in words for the user, such as "the metadata"; `shown`: it is what a
    reader of the file sees, and not what lies behind that.
    """

    where: str
    text: str
    shown: bool = False
