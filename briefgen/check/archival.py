"""A brief that is to be PDF/A: made as the standard asks, and verified by nobody."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding
from briefgen.model.packet import PacketFace, Standard

HINT = (
    "Let veraPDF (verapdf.org) look at the file before you promise PDF/A to somebody; the tests of"
    " briefgen see PDF/UA only. Then silence this with what it said."
)


def _unverified(subject: Subject) -> Iterable[Finding]:
    if subject.settings.packets.standard is Standard.PDF_A:
        yield Finding(
            code="archival-unverified",
            message="Briefs are made as PDF/A-3a, and nobody has verified that they are.",
            path="briefgen.yaml",
            hint=HINT,
        )
    for face in subject.faces:
        if isinstance(face.keys, PacketFace) and face.keys.pdf.standard is Standard.PDF_A:
            yield Finding(
                code="archival-unverified",
                message="The brief is made as PDF/A-3a, and nobody has verified that it is.",
                item=face.id,
                path=face.path,
                field="pdf.standard",
                hint=HINT,
            )


RULES = (Rule(code="archival-unverified", run=_unverified),)
