"""The view of a mail that carries a brief."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.pages import PacketView
from briefgen.plan.views.parts import LabelView


class MailView(Record):
    """A mail (templates `mail.html` and `mail.txt`). `label` is that of the brief; `lang` and `dir`
    are the packet's. `attachment` is the name of the PDF, and `address` the absolute address of the
    packet's page ("" where the site has none).
    """

    site_title: str
    packet: PacketView
    label: LabelView
    lang: str
    dir: str = ""
    attachment: str = ""
    address: str = ""
