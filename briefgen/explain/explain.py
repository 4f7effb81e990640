"""Explain one file of the output."""

from __future__ import annotations

from briefgen.build.look import Look, look_at
from briefgen.build.verdict import LIBRARY
from briefgen.diagnostics import Severity, error
from briefgen.explain.answer import Answer, Explained, Reason, State, Why
from briefgen.explain.assets import current_assets, explain_asset
from briefgen.explain.parts import asset_parts, item_parts, template_parts
from briefgen.explain.reasons import reasons
from briefgen.explain.which import path_meant
from briefgen.model.request import Exit, Outcome, Request
from briefgen.plan.artifact import ALL_ITEMS
from briefgen.progress import Progress
from briefgen.publish.manifest import NAME
from briefgen.read.suggest import did_you_mean

STATES = {Why.NEW: State.ABSENT, Why.LOST: State.ABSENT}


def explain(
    request: Request, given: str, here: str, progress: Progress, *, names: bool = True
) -> Explained:
    """What the file that `given` means was made from, and whether it is fresh. `here` is the
    folder in which the user stands. Without `names` no item is named that is withheld.
    """
    look = look_at(request, progress, names=names)
    if isinstance(look, Outcome):
        return Explained(exit=look.exit, diagnostics=look.diagnostics)
    return answer(look, given, here)


def answer(look: Look, given: str, here: str) -> Explained:
    """As `explain`, where the project has been looked at."""
    assets = current_assets(look)
    listed = look.shelf.manifest.files
    known = {NAME, *look.planned, *assets, *listed}
    path = path_meant(given, here, look, known)
    if path is None:
        problem = error(
            "output-unknown",
            f"There is no file `{given}` in the output, and none is to be made.",
            hint=did_you_mean(given, known) or "SHA256SUMS in the output folder lists its files.",
        )
        return Explained(exit=Exit.USAGE, diagnostics=(problem,))
    if path in look.planned:
        return Explained(answer=_planned(look, path))
    if path in assets:
        return Explained(answer=explain_asset(look, path, assets[path]))
    if path == NAME:
        kind = "list of all that was written"
        return Explained(answer=Answer(path=path, kind=kind, state=State.FRESH))
    return Explained(answer=_obsolete(look, path))


def _planned(look: Look, path: str) -> Answer:
    artifact = look.planned[path].artifact
    found = reasons(look, artifact)
    state = STATES.get(found[0].why, State.STALE) if found else State.FRESH
    return Answer(
        path=path,
        kind=artifact.kind.value,
        state=state,
        reasons=found,
        items=item_parts(look, artifact),
        every=artifact.items == ALL_ITEMS,
        templates=template_parts(look, artifact),
        assets=asset_parts(look, artifact),
        errors=sum(
            each.severity is Severity.ERROR and each.code != LIBRARY for each in look.diagnostics
        ),
    )


def _obsolete(look: Look, path: str) -> Answer:
    """A file of an earlier build that no build would make now."""
    output = look.shelf.built.outputs.get(path)
    items = () if output is None else look.shelf.built.items(output)
    why, sentence = Why.UNPLANNED, "Nothing asks for it any more."
    if any(each in look.site.withheld for each in items):
        why, sentence = Why.WITHHELD, "It tells of something that this audience may not see now."
    elif path.startswith("assets/"):
        sentence = "It is an earlier version of a static file: the name of each holds its digest."
    return Answer(
        path=path,
        kind="file of an earlier build",
        state=State.OBSOLETE,
        reasons=(Reason(why=why, sentence=sentence),),
    )
