"""What the curator is told of the items that this audience does not get."""

from __future__ import annotations

from briefgen.build.broken import broken_items
from briefgen.build.gather import Gathered
from briefgen.build.project import Project
from briefgen.model.request import Withholding
from briefgen.plan.addresses import address_of
from briefgen.resolve.visibility import Reason


def withholdings(
    withheld: dict[str, str], gathered: Gathered, project: Project
) -> dict[str, Withholding]:
    """Each withheld item by its id; `withheld` has the reasons. This is for the curator's own
    screen: no artifact may be made of it."""
    faces = {face.id: (face.path, face.keys.title) for face in gathered.faces}
    broken = {item: (path, "") for item, path in broken_items(project, gathered).items()}
    embargoes = {
        face.id: face.keys.embargo.at for face in gathered.faces if face.keys.embargo is not None
    }
    known = {**broken, **faces}
    return {
        item: Withholding(
            path=known[item][0],
            title=known[item][1],
            page=address_of(item),
            why=withheld[item],
            until=embargoes.get(item) if withheld[item] == Reason.EMBARGO else None,
        )
        for item in sorted(withheld)
    }
