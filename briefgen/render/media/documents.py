"""Documents: PDF without what it says of its making; others as they are."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from briefgen.quiet import quiet

if TYPE_CHECKING:
    from pypdf import PdfReader

SIGNED = 1  # of /SigFlags: the document holds a signature (ISO 32000-2, table 225)


def clean_pdf(data: bytes) -> bytes:
    """The document without author, program, dates and XMP. One that is signed or locked stays as
    it is: what is changed is signed no more.
    """
    from pypdf import PdfReader  # noqa: PLC0415  only where a document is made
    from pypdf.errors import PyPdfError  # noqa: PLC0415  as above

    try:
        with quiet("pypdf"):
            return _cleaned(PdfReader(io.BytesIO(data)), data)
    except (PyPdfError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        # Readers are more forgiving: what they can show, they get.
        return data


def _cleaned(reader: PdfReader, data: bytes) -> bytes:
    from pypdf import PdfWriter  # noqa: PLC0415  only where a document is made

    if reader.is_encrypted or _signed(reader.root_object):
        return data
    writer = PdfWriter(clone_from=reader)
    writer.metadata = None
    writer.root_object.pop("/Metadata", None)
    for page in writer.pages:
        page.pop("/Metadata", None)
        page.pop("/PieceInfo", None)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def _signed(root: object) -> bool:
    form = root.get("/AcroForm") if isinstance(root, dict) else None
    form = form.get_object() if form is not None else None
    return isinstance(form, dict) and bool(int(form.get("/SigFlags", 0)) & SIGNED)
