"""What a rule is, and what it may look at."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable

from briefgen.model.alike import Alike
from briefgen.model.base import Record
from briefgen.model.entities import Entities
from briefgen.model.finding import Finding
from briefgen.model.item import AnyFace
from briefgen.model.proof import Proofs
from briefgen.model.settings import Settings


class Subject(Record):
    """All that rules may look at: every item of the project, published or not, the entities, the
    settings, the digests (SHA-256) of the snapshots by path from the sources' folder, the instant
    for which is built, what came of proving quotations, by the ids of articles, and the articles
    that may be on one report.
    """

    faces: tuple[AnyFace, ...]
    entities: Entities
    settings: Settings
    snapshots: dict[str, str]
    now: datetime.datetime
    proofs: Proofs = {}
    alike: tuple[Alike, ...] = ()


class Rule(Record):
    """A check with its stable code, whose level stands in `levels.py`. What it finds carries that
    code.
    """

    code: str
    run: Callable[[Subject], Iterable[Finding]]
