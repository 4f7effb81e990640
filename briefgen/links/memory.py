"""What earlier runs found out, in the cache folder: nobody is asked twice a day for the same."""

from __future__ import annotations

import datetime
import os

import msgspec

from briefgen import files
from briefgen.clock import instant_of
from briefgen.links.address import Answer, Known, Verdict

NAME = "links.json"
DAY = datetime.timedelta(days=1)
# After so many days what answered is asked again; what did not, after one.
AGAIN = 7 * DAY


def load(folder: str) -> dict[str, Known]:
    """What is remembered, by address; nothing if it cannot be read."""
    data = files.read_bytes(os.path.join(folder, NAME))
    try:
        return msgspec.json.decode(data, type=dict[str, Known]) if data else {}
    except (msgspec.DecodeError, msgspec.ValidationError):
        return {}


def save(folder: str, known: dict[str, Known]) -> None:
    """Remember for the next run."""
    files.make_folder(folder)
    data = msgspec.json.format(msgspec.json.encode(dict(sorted(known.items()))), indent=1)
    files.write_whole(os.path.join(folder, NAME), data, folder)


def is_due(known: Known | None, now: datetime.datetime) -> bool:
    """Whether an address is to be asked now."""
    asked = instant_of(known.asked) if known is not None else None
    if known is None or asked is None:
        return True
    # A clock that was put back does not keep an address from being asked for ever.
    wait = AGAIN if known.answer.verdict is Verdict.ALIVE else DAY
    return not asked <= now < asked + wait


def remember(before: Known | None, answer: Answer, now: datetime.datetime) -> Known:
    """What is known after an answer. One that says nothing leaves it open whether an address that
    was gone still is.
    """
    since = before.gone_since if before is not None else ""
    if answer.verdict is Verdict.ALIVE:
        since = ""
    elif answer.verdict is Verdict.GONE:
        since = since or now.isoformat()
    return Known(answer=answer, asked=now.isoformat(), gone_since=since)


def is_dead(known: Known) -> bool:
    """Whether an address has failed twice, on runs at least a day apart: a server may be down for
    an evening.
    """
    since, asked = instant_of(known.gone_since), instant_of(known.asked)
    gone = known.answer.verdict is Verdict.GONE and since is not None and asked is not None
    return gone and asked - since >= DAY  # type: ignore[operator]  # both are there, as just asked
