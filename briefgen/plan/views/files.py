"""What no template sees: pictures inside texts, and the files that media become."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.media import PictureView


class Figure(Record):
    """A picture in a text, its addresses ready for the place where the text is shown; as HTML, it
    has the attributes `given`, and is a figure if it stands `alone`.
    """

    picture: PictureView
    given: str = ""
    alone: bool = False


class MediaFile(Record):
    """A file of the output that is made from a file of the folder of media: the `source` from the
    project's root with its `digest`, the `format`, for a picture its size (0: as it is), and what
    it is made with.
    """

    source: str
    digest: str
    format: str
    encoder: str
    width: int = 0
    height: int = 0
    animated: bool = False
