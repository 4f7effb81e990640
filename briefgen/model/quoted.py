"""What the own text of an article or a packet quotes, and where in its file that stands."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.model.marks import Mark


class Quoted(Record):
    """A quoted span. `field` is where in the front matter it stands, such as "key_points.2", empty
    for the body; of a statement there is only the place, for its words are in the face. `internal`
    ones stand in an internal block; before `negated` ones the sentence itself says “not”.
    """

    text: str = ""
    field: str = ""
    mark: Mark
    internal: bool = False
    negated: bool = False
