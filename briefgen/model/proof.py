"""What came of proving quotations: those of an article against its snapshot, those of a packet
against the snapshots of the articles that it carries.
"""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.model.borrowed import Borrowed
from briefgen.model.marks import Mark


class Problem(Record):
    """A quotation that is not proven. `verdict` says how it is wrong; `passage` is the nearest of
    the snapshot, in its line `line` (0: in a translation), `difference` what differs from it, word
    by word; `heard` whom the source names, `speaker` whom the article does; `interruption` the
    words with which the source interrupts what is quoted in one piece; `article` the slug of the
    article whose snapshot it is, where that is not the item itself.
    """

    verdict: str
    field: str
    mark: Mark
    line: int = 0
    passage: str = ""
    difference: str = ""
    heard: str = ""
    speaker: str = ""
    interruption: str = ""
    article: str = ""


class Proof(Record):
    """What was found for one article; of a packet there are only the problems. `key` stands for all
    that it was found from; `sha256` is the digest of the snapshot. `statements` says of each
    whether its words stand there. `checked` counts the quotations that readers see, `proven` those
    of them that stand in the snapshot, or in the curator's translation of what does. `omissions`
    counts the places in them where words were left out by a sign, `insertions` the words put in.
    `borrowed` is what the article takes from the source.
    """

    key: str
    sha256: str
    statements: tuple[bool, ...] = ()
    checked: int = 0
    proven: int = 0
    omissions: int = 0
    insertions: int = 0
    problems: tuple[Problem, ...] = ()
    borrowed: Borrowed = Borrowed()


# By the id of the item; of an article without a snapshot there is none.
Proofs = dict[str, Proof]
