"""The ways by which what was built leaves the house, and what may leave by each."""

from __future__ import annotations

import enum

from briefgen.model.base import Record
from briefgen.model.handling import Tlp


class Channel(enum.StrEnum):
    """A way out. The value is the key of its rules in `briefgen.yaml`."""

    DEPLOY = "deploy"
    MAIL = "mail"


class Outlet(Record):
    """What may leave by one channel: nothing above `ceiling`, and only what was built for one of
    `audiences`; where these are not named, for the default audience, unless that one is internal.
    """

    ceiling: Tlp = Tlp.CLEAR
    audiences: tuple[str, ...] = ()


class MailOutlet(Outlet):
    """The same for mail, and who sends it: "Ada <ada@example.org>"."""

    sender: str = ""
