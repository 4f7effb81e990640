"""The structure tree and the page contents, as the mending steps handle them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefgen.render.brief.tags.record import Made


class Nothing(pydyf.Object):  # type: ignore[misc]  # pydyf ships no types
    """The null object, in the place of one that is no longer needed: numbers stay as they are."""

    data = b"null"


def is_element(obj: pydyf.Object) -> bool:
    """Whether an object is a structure element that still counts."""
    return isinstance(obj, pydyf.Dictionary) and obj.get("Type") == "/StructElem"


class Tree:
    """The structure tree of a document that is about to be written."""

    def __init__(self, pdf: pydyf.PDF, made: Iterable[Made]) -> None:
        self.pdf = pdf
        self.made = list(made)
        root = self.object(pdf.catalog["StructTreeRoot"])
        self.document = self.object(root["K"][0])
        self._numbers = self.object(root["ParentTree"])["Nums"]
        self._pages = {reference: number for number, reference in enumerate(pdf.page_references)}
        self._artifacts: dict[int, dict[int, pydyf.Dictionary | None]] = {}

    def object(self, reference: bytes) -> pydyf.Dictionary:
        """What a reference such as b"12 0 R" stands for."""
        return self.pdf.objects[int(reference.split()[0])]

    def kids(self, element: pydyf.Dictionary) -> list[pydyf.Dictionary]:
        """The elements in an element, without contents and links."""
        objects = (self.object(kid) for kid in element["K"] if isinstance(kid, bytes))
        return [kid for kid in objects if is_element(kid)]

    def descend(self, element: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
        """The element and all within it."""
        yield element
        for kid in self.kids(element):
            yield from self.descend(kid)

    def parent(self, element: pydyf.Dictionary) -> pydyf.Dictionary:
        """The element in which this one lies."""
        return self.object(element["P"])

    def remove(self, element: pydyf.Dictionary) -> None:
        """Take an element out of its parent. Its contents must have gone elsewhere."""
        kids = self.parent(element)["K"]
        if element.reference in kids:
            kids.remove(element.reference)
        self.drop(element)

    def drop(self, obj: pydyf.Object) -> None:
        """Write null in the place of an object."""
        nothing = Nothing()
        nothing.number = obj.number
        self.pdf.objects[obj.number] = nothing

    def move(self, element: pydyf.Dictionary, parent: pydyf.Dictionary, index: int) -> None:
        """Put an element, already taken from its old place, into `parent` before kid `index`."""
        parent["K"].insert(index, element.reference)
        element["P"] = parent.reference

    def page_of(self, element: pydyf.Dictionary) -> int:
        """The page on which an element's contents stand, from 0."""
        return self._pages[element["Pg"]]

    def unlink(self, annotation: pydyf.Dictionary) -> None:
        """Forget an annotation's place in the structure tree."""
        keys = self._numbers[::2]
        index = keys.index(annotation["StructParent"]) * 2
        del self._numbers[index : index + 2]

    def make_artifact(
        self, element: pydyf.Dictionary, properties: pydyf.Dictionary | None = None
    ) -> None:
        """Let all contents of an element be decoration, and drop it with all within it."""
        for each in list(self.descend(element)):
            page = self.page_of(each)
            for kid in each["K"]:
                if isinstance(kid, int):
                    self._artifacts.setdefault(page, {})[kid] = properties
                    self._numbers[2 * page + 1][kid] = b"null"
            self.drop(each)

    def rewrite_pages(self) -> None:
        """Mark in the page streams what became an artifact."""
        for page, marks in self._artifacts.items():
            stream = self.object(self.object(self.pdf.page_references[page])["Contents"])
            rewrite(stream.stream, marks)


def rewrite(items: list[object], marks: dict[int, pydyf.Dictionary | None]) -> None:
    """In a stream's items, turn `/Tag <</MCID n>> BDC` into an artifact for each n in `marks`."""
    for index, item in enumerate(items):
        if isinstance(item, pydyf.Dictionary) and item.get("MCID") in marks:
            properties = marks[item["MCID"]]
            items[index - 1] = "/Artifact"
            items[index] = pydyf.Dictionary({}) if properties is None else properties
