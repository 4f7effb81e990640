"""What a process that builds again and again keeps in memory from one build to the next."""

from __future__ import annotations

import msgspec

from briefgen.build.bodies import Bodies
from briefgen.build.conveyor import Conveyed
from briefgen.build.make import Kitchen
from briefgen.build.project import Project
from briefgen.build.read_files import ReadFile
from briefgen.build.recall import Kept
from briefgen.build.shelf import Shelf
from briefgen.build.standing import name_of
from briefgen.model.base import Record
from briefgen.model.request import Request
from briefgen.plan.artifact import ArtifactKind
from briefgen.publish.manifest import format_manifest
from briefgen.store.built import Built
from briefgen.store.cache import Cache, Hot


class Last(Record):
    """The last build that left nothing to do, for the request of that name. `read` is what content
    files gave, by path; `proven` are the ids of the articles that have a snapshot; `shows` are the
    pages that show the body of an item, by its id; `manifest` is SHA256SUMS as it was left.
    """

    name: str
    project: Project
    plan: Kept
    kitchen: Kitchen
    shelf: str
    version: str
    read: dict[str, ReadFile]
    proven: frozenset[str]
    built: Built
    shows: dict[str, tuple[str, ...]]
    manifest: bytes


class Workbench:
    """Holds nothing that cannot be found out again: whatever is missing here is looked up."""

    def __init__(self) -> None:
        self.hot: Hot = {}
        self.last: Last | None = None


def last_of(
    made: Conveyed, project: Project, request: Request, shelf: Shelf, cache: Cache
) -> Last | None:
    """What to keep of a build that left nothing to do; None if too little is known of it."""
    if not made.plan.key or not request.cache:
        return None
    built = shelf.kept()
    shows: dict[str, tuple[str, ...]] = {}
    for path, output in built.outputs.items():
        if output.kind == ArtifactKind.PAGE:
            for item in built.needs(output):
                shows[item] = (*shows.get(item, ()), path)
    return Last(
        name=name_of(request, project.root),
        project=project,
        plan=made.plan,
        # The texts that were loaded are let go.
        kitchen=msgspec.structs.replace(made.kitchen, bodies=Bodies({}, cache)),
        shelf=shelf.name,
        version=cache.version,
        read=made.ground.gathered.known.read,
        proven=frozenset(made.ground.proofs),
        built=built,
        shows=shows,
        manifest=format_manifest(shelf.manifest),
    )
