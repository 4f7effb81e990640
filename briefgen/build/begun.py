"""What can be said of a build before anything is rendered."""

from __future__ import annotations

import datetime

from briefgen.build.catalogues import untranslated
from briefgen.build.ground import Ground
from briefgen.build.losses import losses
from briefgen.build.project import Project
from briefgen.build.watched import watched
from briefgen.build.withholdings import withholdings
from briefgen.diagnostics import Diagnostic
from briefgen.model.request import Outcome, Request, Search


def begun(  # noqa: PLR0913  all that is known by then
    project: Project,
    request: Request,
    ground: Ground,
    withheld: dict[str, str],
    due: datetime.datetime | None,
    told: tuple[Diagnostic, ...],
) -> Outcome:
    """The outcome with what it has by then."""
    return Outcome(
        diagnostics=(
            *told,
            *ground.spoken.diagnostics,
            *untranslated(project, ground.spoken),
            *ground.wrong,
            *ground.missing,
            *(ground.lacking if request.search is Search.NOW else ()),
        ),
        output=project.output,
        audience=project.view.name,
        withheld=tuple(sorted(withheld)),
        withholdings=withholdings(withheld, ground.gathered, project),
        losses=losses(ground.gathered.faces, withheld),
        base_url=project.settings.base_url,
        due=due,
        watched=watched(project),
    )
