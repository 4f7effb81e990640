"""From bytes to text: UTF-8, one kind of line end, no characters that briefgen keeps for itself."""

from __future__ import annotations

import codecs
import re

from briefgen.model.marks import WHOLE_FILE, Mark
from briefgen.model.text import SLOT_CHARACTERS
from briefgen.read.findings import Findings

SLOTS = re.compile(f"[{SLOT_CHARACTERS}]")
LINE_END = re.compile(r"\r\n?")
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
SAVE_AS = "Save the file as UTF-8; editors offer this under “Save as” or “Encoding”."


def decode(data: bytes, longest: int, findings: Findings) -> str | None:
    """The text of a file of at most `longest` bytes, its lines ended by a line feed."""
    if len(data) > longest:
        findings.error(
            "file-too-large",
            f"The file has {len(data):,} bytes, more than the {longest:,} that are allowed.",
            WHOLE_FILE,
            "Shorten it, or raise `limits.file_size` in briefgen.yaml.",
        )
        return None
    if data.startswith(UTF_16):
        findings.error(
            "encoding", "The file is saved as UTF-16, not as UTF-8.", WHOLE_FILE, SAVE_AS
        )
        return None
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode()
    except UnicodeDecodeError as mistake:
        findings.error(
            "encoding",
            f"The byte {data[mistake.start]:02X} here is not UTF-8.",
            _place(data, mistake.start),
            SAVE_AS,
        )
        return None
    if "\r" in text:
        text = LINE_END.sub("\n", text)
    return _strip_slots(text, findings)


def _place(data: bytes, at: int) -> Mark:
    """The place of byte `at`, all before it being sound."""
    before = LINE_END.sub("\n", data[:at].decode())
    return Mark(line=before.count("\n") + 1, column=len(before) - before.rfind("\n"))


def _strip_slots(text: str, findings: Findings) -> str:
    found = SLOTS.search(text)
    if not found:
        return text
    at = found.start()
    findings.warning(
        "private-character",
        f"The private-use character U+{ord(found[0]):04X} was left out.",
        Mark(line=text.count("\n", 0, at) + 1, column=at - text.rfind("\n", 0, at)),
        "Delete it: such characters have no agreed shape, and briefgen needs seven of them.",
    )
    return SLOTS.sub("", text)
