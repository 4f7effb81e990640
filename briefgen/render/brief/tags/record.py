"""Which structure element was made of which box: WeasyPrint forgets it, and mending needs it."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, NamedTuple

from weasyprint.formatting_structure.boxes import MarginBox
from weasyprint.layout.absolute import AbsolutePlaceholder
from weasyprint.pdf import tags

from briefgen.render.brief.known import expect_known_release

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pydyf
    from weasyprint.formatting_structure.boxes import Box


class Made(NamedTuple):
    """A structure element with its box. `margin`: it lies in a margin box of the page."""

    box: Box
    element: pydyf.Dictionary
    margin: bool


class Recorder:
    """Watches WeasyPrint build the structure tree."""

    def __init__(self) -> None:
        self.made: list[Made] = []
        self._seen: set[int] = set()
        self._margins = 0

    @contextlib.contextmanager
    def watching(self) -> Iterator[None]:
        """While this is entered, elements are recorded as they are made.

        Raises `UnknownReleaseError` under a WeasyPrint that this was not written for.
        """
        expect_known_release()
        original = tags._build_box_tree  # noqa: SLF001  there is no public door

        def build(box: Box, *rest: object) -> Iterator[pydyf.Dictionary]:
            # Margin boxes yield nothing: what is made within them is only ever seen here.
            margin = isinstance(box, MarginBox)
            self._margins += margin
            for element in original(box, *rest):
                self._record(box, element)
                yield element
            self._margins -= margin

        tags._build_box_tree = build  # noqa: SLF001
        try:
            yield
        finally:
            tags._build_box_tree = original  # noqa: SLF001

    def _record(self, box: Box, element: pydyf.Dictionary) -> None:
        # Page, html and body pass their children's elements on: the first to yield made it.
        if id(element) not in self._seen:
            self._seen.add(id(element))
            if isinstance(box, AbsolutePlaceholder):
                box = box._box  # noqa: SLF001
            self.made.append(Made(box, element, self._margins > 0))
