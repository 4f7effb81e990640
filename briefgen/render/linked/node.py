"""The parts that all structured data are made of."""

from __future__ import annotations

from briefgen.plan.views.frame import Frame, SiteView
from briefgen.plan.views.parts import CorrectionView, DateView, Ref

Node = dict[str, object]


class Place:
    """Where a page is: the site, and how the addresses of others are written on it."""

    def __init__(self, site: SiteView, frame: Frame) -> None:
        self.site = site
        self._root = frame.canonical.removesuffix(frame.path) if frame.canonical else frame.root
        self.here = self.address(frame.path)

    def address(self, href: str) -> str:
        """Absolute where the site has an address, else from this page."""
        return f"{self._root}{href}" if href else ""

    @property
    def publisher(self) -> Node:
        """Who publishes the site."""
        return node("Organization", name=self.site.title, url=self.address("index.html"))

    def named(self, kind: str, ref: Ref) -> Node:
        """Something with a page of its own, by its name."""
        return node(kind, id=self.address(ref.href), name=ref.title, inLanguage=ref.lang)

    def speaker(self, ref: Ref) -> Node:
        """A person, or an organisation that spoke."""
        kind = "Organization" if ref.href.startswith("organizations/") else "Person"
        return self.named(kind, ref)


def node(kind: str, *, id: str = "", **properties: object) -> Node:  # noqa: A002  as JSON-LD has it
    """A thing of a type of schema.org, with those of its properties that have a value."""
    named: Node = {"@type": kind, **({"@id": id} if id else {})}
    # Most have a value that is true: it need not be compared with those that are none.
    return named | {
        name: value for name, value in properties.items() if value or value not in ("", [], None)
    }


def day(date: DateView | None) -> str:
    """A date as exact as it is known."""
    return date.iso if date is not None else ""


def corrections(found: tuple[CorrectionView, ...]) -> list[Node]:
    """Dated notes on what was changed."""
    return [
        node("CorrectionComment", text=each.note, datePublished=day(each.date), name=each.kind)
        for each in found
    ]


def status(found: tuple[CorrectionView, ...]) -> str:
    """What became of something that was taken back."""
    return "Retracted" if any(each.kind == "retraction" for each in found) else ""
