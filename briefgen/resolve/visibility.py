"""Who may see an item, and when that changes."""

from __future__ import annotations

import datetime
import enum

from briefgen.model.base import Record
from briefgen.model.handling import Audience, Handled, Status, Tlp


class Reason(enum.StrEnum):
    """Why an item is withheld, in words for the curator."""

    DRAFT = "it is a draft"
    WITHDRAWN = "it is withdrawn"
    CEILING = "its label is above the audience's ceiling"
    AUDIENCE = "it is for other audiences"
    EMBARGO = "its embargo has not passed"
    EXPIRED = "it has expired"
    BROKEN = "it has errors"


class View(Record):
    """Through whose eyes the site is resolved: an audience by name, at one instant (UTC).
    `tombstones`: what was withdrawn leaves a page that says so.
    """

    name: str
    audience: Audience
    now: datetime.datetime
    default_tlp: Tlp | None
    drafts: bool = False
    tombstones: bool = False


def tlp_of(keys: Handled, default_tlp: Tlp | None) -> Tlp:
    """The label that holds: the item's own, else the site's; an item that has neither is reported
    elsewhere and handled here as strictly as can be.
    """
    return keys.tlp or default_tlp or Tlp.RED


def reason_withheld(keys: Handled, view: View) -> Reason | None:
    """Why this audience may not see the item now; None if it may."""
    if keys.status is Status.DRAFT and not view.drafts:
        return Reason.DRAFT
    if keys.status is Status.WITHDRAWN:
        return Reason.WITHDRAWN
    if tlp_of(keys, view.default_tlp).rank > view.audience.ceiling.rank:
        return Reason.CEILING
    if keys.audience and view.name not in keys.audience:
        return Reason.AUDIENCE
    if keys.embargo is not None and view.now < keys.embargo.at:
        return Reason.EMBARGO
    if keys.expires is not None and view.now >= keys.expires.at:
        return Reason.EXPIRED
    return None


def due_after(keys: Handled, now: datetime.datetime) -> datetime.datetime | None:
    """The next instant after `now` at which the item's visibility may change by itself."""
    instants = [each.at for each in (keys.embargo, keys.expires) if each is not None]
    return min((at for at in instants if at > now), default=None)
