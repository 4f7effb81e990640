"""Where in the author's file each field of a record stands."""

from __future__ import annotations

from briefgen.model.base import Record


class Mark(Record):
    """A place inside one file. Lines and columns count from 1, in characters; `length` is the
    number of characters to underline on that line.
    """

    line: int
    column: int
    length: int = 1


# From a field's path in the front matter ("sections.0.articles.2", "source.published", with "" for
# the whole) to its mark. Keys of mappings have a mark of their own under "PATH@key".
Marks = dict[str, Mark]

WHOLE_FILE = Mark(line=0, column=0, length=0)


def find_mark(marks: Marks, field: str) -> Mark:
    """The mark of `field`, or of the nearest field that encloses it."""
    while True:
        if field in marks:
            return marks[field]
        if not field:
            return WHOLE_FILE
        field = field.rpartition(".")[0]
