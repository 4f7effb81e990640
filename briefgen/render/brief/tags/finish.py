"""The steps of mending, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.render.brief.tags.artifacts import mend_decoration, mend_margins
from briefgen.render.brief.tags.join import mend_splits
from briefgen.render.brief.tags.links import mend_links
from briefgen.render.brief.tags.notes import mend_notes
from briefgen.render.brief.tags.prune import prune
from briefgen.render.brief.tags.roles import mend_languages, mend_roles
from briefgen.render.brief.tags.tree import Tree

if TYPE_CHECKING:
    import pydyf
    from weasyprint import Document

    from briefgen.render.brief.tags.letters import Letters
    from briefgen.render.brief.tags.record import Recorder


def finisher(recorder: Recorder, letters: Letters, document: Document, pdf: pydyf.PDF) -> None:
    """Mend the structure tree before the file is written."""
    letters.encode(document, pdf)
    tree = Tree(pdf, recorder.made)
    mend_margins(tree)
    mend_decoration(tree)
    mend_links(tree)
    mend_roles(tree)
    mend_languages(tree)
    # A note that runs over to the next page stands between the halves of an element there, so
    # notes find their calls first.
    mend_notes(tree)
    mend_splits(tree)
    prune(tree)
    tree.rewrite_pages()
