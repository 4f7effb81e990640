"""Something that is wrong with an item, before it is known where in the file that stands."""

from __future__ import annotations

from briefgen.diagnostics import Severity
from briefgen.model.base import Record
from briefgen.model.marks import Mark


class Finding(Record):
    """`item` is the id of the item, `field` the path of the field in its front matter ("" for the
    whole), or `mark` the place itself where the text is meant. Stages that join items find these;
    the marks of the fields are looked up only when there is something to tell. `private`: the hint
    quotes what is never published.
    """

    code: str
    message: str
    item: str = ""
    path: str = ""
    field: str = ""
    mark: Mark | None = None
    hint: str = ""
    private: bool = False
    severity: Severity = Severity.ERROR
