"""An article in a packet that was published after the packet's cut-off.

“Information to 17 August” is a promise to readers: whatever came later was not known.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from briefgen.check.repeated import entries_of
from briefgen.check.rule import Rule, Subject
from briefgen.model.article import ArticleFace
from briefgen.model.dates import Moment
from briefgen.model.finding import Finding
from briefgen.model.handling import Status
from briefgen.model.packet import PacketFace


def _late(subject: Subject) -> Iterable[Finding]:
    articles = {
        face.slug: face.keys for face in subject.faces if isinstance(face.keys, ArticleFace)
    }
    for face in subject.faces:
        keys = face.keys
        if not isinstance(keys, PacketFace) or keys.cutoff is None or keys.status is Status.DRAFT:
            continue
        for field, slug in entries_of(keys):
            late = _after(articles[slug], keys.cutoff) if slug in articles else None
            if late is not None:
                yield Finding(
                    code="after-cutoff",
                    message=f"“{slug}” is dated {late.isoformat()}, after the packet’s cut-off of "
                    f"{keys.cutoff.text}.",
                    item=face.id,
                    path=face.path,
                    field=field,
                    hint="Take it out, or move the `cutoff`.",
                )


def _after(keys: ArticleFace, cutoff: Moment) -> datetime.date | None:
    """The day of an article if it surely lies after the cut-off: that of its source, else that of
    its entry. On the day of the cut-off itself nobody knows, where no time is given.
    """
    source = keys.source
    if source is not None and source.published is not None:
        start = source.published.start
        return start if start is not None and start > cutoff.day else None
    date = keys.date
    if date is None:
        return None
    known = not date.whole_day and not cutoff.whole_day
    late = date.at > cutoff.at if known else date.day > cutoff.day
    return date.day if late else None


RULES = (Rule(code="after-cutoff", run=_late),)
