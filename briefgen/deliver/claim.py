"""What a PDF says of itself: of which packet it is the brief, by the digest in its metadata."""

from __future__ import annotations

import io
import re

from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import StreamObject

from briefgen.render.brief.job import IDENTIFIER

_CLAIM = re.compile(re.escape(IDENTIFIER.encode()) + rb"([0-9a-f]+)")


def claimed_digest(data: bytes) -> str:
    """The digest of the packet's published parts that the file names; empty if it names none. That
    it names one proves nothing: whoever changes a file can leave it there.
    """
    try:
        reader = PdfReader(io.BytesIO(data), strict=False)
        stream = reader.root_object["/Metadata"].get_object()
        metadata = stream.get_data() if isinstance(stream, StreamObject) else b""
    except (PyPdfError, LookupError, AttributeError, TypeError, ValueError, OSError):
        return ""
    found = _CLAIM.search(metadata)
    return found[1].decode() if found else ""
