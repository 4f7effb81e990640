"""Key judgments that rest on what was taken back since, or is disputed.

Both are warnings: an old packet may not keep the retraction itself from being published. What
became of an article, and through whom, stands in the hint, which a public log leaves out where it
names a withheld item.
"""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace, CorrectionKind
from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.handling import Status
from briefgen.model.item import Packet
from briefgen.model.packet import PacketFace

HINT = (
    "%s. Look whether the judgment still holds; say so in a correction of the packet, or, if "
    "nothing has changed, `silence: {%s: the reason}`."
)


class Fall(Record):
    """What became of an article, in words that follow its name; `whole`: not of one statement."""

    words: str
    whole: bool = True


class Shaken(Record):
    """A judgment, by its packet and place, that rests on something that fell."""

    packet: Packet
    place: int
    articles: tuple[str, ...]
    falls: dict[str, Fall]

    @property
    def baseless(self) -> bool:
        """Whether nothing that it rests on stands as it did."""
        return all(slug in self.falls and self.falls[slug].whole for slug in self.articles)

    @property
    def told(self) -> str:
        """What became of what it rests on."""
        return "; ".join(f"“{slug}” {fall.words}" for slug, fall in self.falls.items())


def _undercut(subject: Subject) -> Iterable[Finding]:
    for shaken in _judgments(subject):
        if not shaken.baseless:
            first = next(n for n, slug in enumerate(shaken.articles) if slug in shaken.falls)
            yield Finding(
                code="judgment-undercut",
                message="Something that the judgment rests on does not stand as it did.",
                item=shaken.packet.id,
                path=shaken.packet.path,
                field=f"key_judgments.{shaken.place}.articles.{first}",
                hint=HINT % (shaken.told, "judgment-undercut"),
            )


def _baseless(subject: Subject) -> Iterable[Finding]:
    for shaken in _judgments(subject):
        if shaken.baseless:
            yield Finding(
                code="judgment-baseless",
                message="Nothing that the judgment rests on stands as it did.",
                item=shaken.packet.id,
                path=shaken.packet.path,
                field=f"key_judgments.{shaken.place}.text",
                hint=HINT % (shaken.told, "judgment-baseless"),
            )


def _judgments(subject: Subject) -> Iterable[Shaken]:
    fallen = _fallen(subject)
    if not fallen:
        return
    for face in subject.faces:
        if not isinstance(face.keys, PacketFace):
            continue
        for place, judgment in enumerate(face.keys.key_judgments):
            falls = {slug: fallen[slug] for slug in judgment.articles if slug in fallen}
            if falls:
                yield Shaken(
                    packet=face,
                    place=place,
                    articles=judgment.articles,
                    falls=falls,
                )


def _fallen(subject: Subject) -> dict[str, Fall]:
    """What became of articles, by slug, the gravest of each. A draft disputes nothing yet."""
    fallen: dict[str, Fall] = {}
    faces = [face for face in subject.faces if isinstance(face.keys, ArticleFace)]
    for face in faces:
        if face.keys.status is not Status.PUBLISHED:
            continue
        for dispute in face.keys.disputes:
            whole = not dispute.quote
            part = "" if whole else " in one statement"
            if whole or dispute.article not in fallen:
                words = f"is disputed{part} by “{face.slug}”"
                fallen[dispute.article] = Fall(words=words, whole=whole)
    for face in faces:
        if any(each.kind is CorrectionKind.RETRACTION for each in face.keys.corrections):
            fallen[face.slug] = Fall(words="was retracted")
        if face.keys.status is Status.WITHDRAWN:
            fallen[face.slug] = Fall(words="was withdrawn")
    return fallen


RULES = (
    Rule(code="judgment-undercut", run=_undercut),
    Rule(code="judgment-baseless", run=_baseless),
)
