"""Read one file of content, and what the rules of one item find in it."""

from __future__ import annotations

from briefgen.build.face_digests import joined_digest, placed_digest
from briefgen.build.read_files import ReadFile
from briefgen.check.item_rule import ItemSubject
from briefgen.check.item_rules import check_item
from briefgen.check.matter import matter_of
from briefgen.model.item import AnyBody, Kind
from briefgen.read.item import read_item
from briefgen.read.reading import Reading
from briefgen.read.sketch import read_sketch


def read_file(  # noqa: PLR0913  one file with all that reading it takes
    kind: Kind, path: str, data: bytes, reading: Reading, key: str, bodies: dict[str, AnyBody]
) -> ReadFile:
    """One content file; its body is put into `bodies`."""
    item = read_item(kind, path, data, reading)
    if item.face is None or item.body is None:
        sketch = read_sketch(kind, path, data, reading)
        return ReadFile(key=key, sketch=sketch, diagnostics=item.diagnostics)
    bodies[path] = item.body
    made: dict[str, object] = {kind.value: item.face}
    subject = ItemSubject(
        face=item.face,
        body=item.body,
        text=item.text,
        markdown=item.markdown,
        language=item.face.keys.lang or reading.language,
    )
    found = check_item(subject)
    return ReadFile(
        key=key,
        diagnostics=item.diagnostics,
        found=found,
        matter=matter_of(item.face),
        joined=joined_digest(item.face),
        placed=placed_digest(item.face),
        **made,  # type: ignore[arg-type]  # the field named after the kind
    )
