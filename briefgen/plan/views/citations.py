"""What a packet cites, as reference managers want to know it."""

from __future__ import annotations

from briefgen.model.base import Record


class CitedDate(Record):
    """A date of one to three parts (year, month, day); `end` is filled for a span of time.
    `literal` is what was written where no parts can be given. `circa`: about then.
    """

    start: tuple[int, ...] = ()
    end: tuple[int, ...] = ()
    circa: bool = False
    literal: str = ""


class Citation(Record):
    """A source. `key` is plain ASCII, and unique in its list. `type` is a type of CSL 1.0.2;
    `genre` the author's own word where it is none. `container` is the newspaper or site in which
    it stood, `publisher` who issued what stands by itself. Authors are whole names: nobody said
    which part is the family's.
    """

    key: str
    type: str
    title: str
    authors: tuple[str, ...] = ()
    translator: str = ""
    container: str = ""
    publisher: str = ""
    issued: CitedDate | None = None
    accessed: CitedDate | None = None
    url: str = ""
    archive_url: str = ""
    language: str = ""
    genre: str = ""


class Citations(Record):
    """The sources of a packet, in its order, each once."""

    entries: tuple[Citation, ...] = ()
