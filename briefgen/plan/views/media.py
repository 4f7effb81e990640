"""Pictures."""

from __future__ import annotations

from briefgen.model.base import Record


class PictureSource(Record):
    """The picture in one width (pixels), at `href` from the site's root."""

    href: str
    width: int


class PictureView(Record):
    """A picture to show. `href` serves readers that know no `srcset`; `sources` are all widths,
    the smallest first, and `sizes` is what to say of the room that it takes. `width` and `height`
    give its proportions. An empty `alt` says that it only adorns.
    """

    href: str
    width: int
    height: int
    sources: tuple[PictureSource, ...] = ()
    sizes: str = ""
    alt: str = ""
    caption: str = ""
    credit: str = ""
