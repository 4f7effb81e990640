"""A key judgment that names no article on which it rests."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.item_rule import ItemRule, ItemSubject
from briefgen.model.finding import Finding
from briefgen.model.packet import PacketFace

CODE = "judgment-unsupported"


def _unsupported(subject: ItemSubject) -> Iterable[Finding]:
    keys = subject.face.keys
    if subject.is_draft or not isinstance(keys, PacketFace):
        return
    for number, judgment in enumerate(keys.key_judgments):
        if not judgment.articles:
            yield Finding(
                code=CODE,
                message="This judgment names no article on which it rests.",
                item=subject.face.id,
                path=subject.face.path,
                field=f"key_judgments.{number}.text",
                hint="Name them: `articles: [first-talks, the-denial]`.",
            )


RULE = ItemRule(code=CODE, run=_unsupported)
