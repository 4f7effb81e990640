"""A mail as a file: RFC 5322, with MIME parts (RFC 2045 and 2046). The same input gives the same
bytes.
"""

from __future__ import annotations

import datetime
from email.headerregistry import Address, Group
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime

from briefgen.model.base import Record, digest_bytes

# For programs that would else take an opened file for one that was received.
DRAFT = ("X-Unsent", "1")
NOBODY = "undisclosed-recipients"


class Letter(Record):
    """What a mail is made of. `sender` and `blind` are addresses, such as "Ada <ada@example.org>";
    nobody sees who else is among `blind`.
    """

    sender: str
    blind: tuple[str, ...]
    subject: str
    date: datetime.datetime
    text: str
    html: str
    pdf: bytes
    name: str


def compose(letter: Letter) -> bytes:
    """The message, ready to be opened in a mail program. Raises ValueError for an address that is
    none.
    """
    sender = read_address(letter.sender)
    # Which brief was sent to whom and when is all that tells one mail from another.
    about = (letter.subject, letter.date.isoformat(), letter.sender, *letter.blind)
    mark = digest_bytes(letter.pdf, *(each.encode() for each in about))
    message = EmailMessage(policy=SMTP)
    message["From"] = sender
    message["To"] = Group(NOBODY)
    if letter.blind:
        message["Bcc"] = [read_address(each) for each in letter.blind]
    message["Subject"] = " ".join(letter.subject.split())
    message["Date"] = format_datetime(letter.date.astimezone(datetime.UTC))
    message["Message-ID"] = f"<{mark}@{sender.domain}>"
    message[DRAFT[0]] = DRAFT[1]
    message.set_content(letter.text, cte="quoted-printable")
    message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    message.add_attachment(letter.pdf, "application", "pdf", filename=letter.name)
    parts = (part for part in message.walk() if part.is_multipart())
    for number, part in enumerate(parts):
        # Left alone, the library takes one by chance.
        part.set_boundary(f"=_{mark}_{number}")
    return message.as_bytes()


def read_address(text: str) -> Address:
    """An address, with or without a name. Raises ValueError where it is none."""
    header = SMTP.header_factory("from", text if text.isprintable() else "")
    found: list[Address] = [] if header.defects else list(header.addresses)
    if len(found) != 1 or "." not in found[0].domain or not found[0].addr_spec.isascii():
        raise ValueError(text)
    return found[0]
