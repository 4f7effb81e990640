"""What an article takes from its source word for word, with quotation marks and without."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.model.marks import WHOLE_FILE, Mark


class Run(Record):
    """Words of the source that the article has in its own voice, one after another: so many, as the
    article writes them, in the field `field` (empty: the body), and where in the file.
    """

    words: int
    text: str
    field: str = ""
    mark: Mark = WHOLE_FILE


class Borrowed(Record):
    """Numbers of words: what is `quoted`, in statements and in the text; what of the source that
    shows, where a text that is quoted twice counts once (`taken`); the article as a whole; the
    source as a whole. `runs` are the longest first. `lede` is how much of the summary's first
    sentence, in per cent, is that of one with which the source begins.
    """

    quoted: int = 0
    taken: int = 0
    article: int = 0
    source: int = 0
    runs: tuple[Run, ...] = ()
    lede: int = 0
