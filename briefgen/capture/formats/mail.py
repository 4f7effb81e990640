"""A message as mail programs save it: who wrote it, when, about what, and its text."""

from __future__ import annotations

from briefgen.capture.formats.decode import decode
from briefgen.capture.formats.html import read_markup
from briefgen.capture.formats.plain import read_text
from briefgen.capture.formats.quiet import quietly
from briefgen.capture.material import Found, Material, unread
from briefgen.capture.notes import note

TYPE_CHECKING = False
if TYPE_CHECKING:
    from email.message import EmailMessage, MIMEPart


def read_mail(material: Material) -> Found:
    """The plain part of a message if it has one, else its HTML. Attachments are left out."""
    found = quietly("email", lambda: _read(material.data))
    if found is None or not found.text.strip():
        return unread(
            "capture-empty",
            "This message has no text that could be read.",
            "Copy the text in your mail program, and give that to `briefgen capture -`.",
        )
    return found


def _read(data: bytes) -> Found:
    from email import message_from_bytes, policy  # noqa: PLC0415  for messages alone

    message: EmailMessage = message_from_bytes(data, policy=policy.default)
    part = message.get_body(("plain", "html"))
    if part is None:
        return Found()
    content = _content(part)
    html = part.get_content_type() == "text/html"
    body = read_markup(content) if html else read_text(content)
    attached = [
        each.get_filename() or each.get_content_type() for each in message.iter_attachments()
    ]
    told = list(body.diagnostics)
    if attached:
        names = ", ".join(attached)
        told.append(note("capture-attachments", f"Attachments were left out: {names}."))
    return Found(
        snapshot=body.snapshot,
        text=body.text,
        title=_header(message, "Subject") or body.title,
        publisher=body.publisher,
        author=_senders(message) or body.author,
        published=_day(message) or body.published,
        url=body.url,
        language=body.language,
        diagnostics=tuple(told),
    )


def _content(part: MIMEPart) -> str:
    """The part's text, with the line ends that text has everywhere else. Many messages state no
    charset, or a wrong one.
    """
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return decode(data, part.get_content_charset() or "").text.replace("\r\n", "\n")


def _header(message: EmailMessage, name: str) -> str:
    return " ".join(str(message.get(name) or "").split())


def _senders(message: EmailMessage) -> tuple[str, ...]:
    addresses = getattr(message.get("From"), "addresses", ())
    return tuple(each.display_name or each.addr_spec for each in addresses)


def _day(message: EmailMessage) -> str:
    """The day on which it was written, where the writer was."""
    written = getattr(message.get("Date"), "datetime", None)
    return written.date().isoformat() if written else ""
