"""The first half of a build: records, joined and checked, and every artifact planned."""

from __future__ import annotations

from collections.abc import Callable

from briefgen.build.begun import begun
from briefgen.build.bodies import Bodies, paths_of
from briefgen.build.broken import withheld_though_broken
from briefgen.build.catalogues import Spoken
from briefgen.build.gather import Gathered, Known
from briefgen.build.ground import Ground, lay_ground
from briefgen.build.history import compare_with_last
from briefgen.build.judge import Judged, judge
from briefgen.build.project import Project
from briefgen.build.stopwatch import Stopwatch
from briefgen.build.told import diagnose
from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.ledger import Issue
from briefgen.model.request import Outcome, Request
from briefgen.plan.artifact import Artifact
from briefgen.plan.plan import path_findings, plan_site
from briefgen.resolve.site import Site as JoinedSite
from briefgen.scan.listing import Listing
from briefgen.store.cache import Cache


class Site(Record):
    """`ground` is what it was made from. `findings` are those of rules and joins, `collisions` are
    those of two artifacts that want one path, which are among them; `worded` are the ids of the
    items whose bodies were asked for how they read."""

    ground: Ground
    joined: JoinedSite
    artifacts: tuple[Artifact, ...]
    findings: tuple[Finding, ...]
    collisions: tuple[Finding, ...]
    worded: tuple[str, ...]
    withheld: dict[str, str]
    outcome: Outcome

    @property
    def gathered(self) -> Gathered:
        """The project as records."""
        return self.ground.gathered

    @property
    def bodies(self) -> Bodies:
        """The other halves of items."""
        return self.ground.bodies

    @property
    def spoken(self) -> Spoken:
        """The words of the interface."""
        return self.ground.spoken

    @property
    def issues(self) -> tuple[Issue, ...]:
        """What was sent to this audience, in order."""
        return self.ground.issues


def survey(  # noqa: PLR0913  all that the first half needs
    project: Project, request: Request, known: Known, cache: Cache, theme: Listing, watch: Stopwatch
) -> Site:
    """Scan, read, resolve, check and plan. Nothing is written. `theme` is the theme's listing."""
    return survey_from(
        lay_ground(project, request, known, cache, theme, watch), project, request, watch
    )


def whole(artifact: Artifact) -> Artifact:
    """All of it."""
    return artifact


class Joined(Record):
    """The site and what is wrong with it, but for addresses. `withheld` are ids with the reason."""

    judged: Judged
    withheld: dict[str, str]


def join(ground: Ground, project: Project, request: Request) -> Joined:
    """Resolve and check."""
    gathered = ground.gathered
    judged = judge(
        project,
        gathered,
        ground.bodies,
        ground.proofs,
        ground.alike.pairs,
        keep_going=request.keep_going,
    )
    hidden = {**withheld_though_broken(project, gathered), **judged.resolved.withheld}
    return Joined(judged=judged, withheld=hidden)


def survey_from(ground: Ground, project: Project, request: Request, watch: Stopwatch) -> Site:
    """The same where the ground is laid."""
    watch.stage("check")
    joined = join(ground, project, request)
    return plan_from(joined, ground, project, request, watch, whole)


def plan_from(  # noqa: PLR0913  all that a plan is made from, and who takes it
    joined: Joined,
    ground: Ground,
    project: Project,
    request: Request,
    watch: Stopwatch,
    take: Callable[[Artifact], Artifact],
) -> Site:
    """The same where the site is joined. `take` is given each artifact as soon as it is planned,
    and returns what is to be held of it."""
    gathered, bodies, proofs = ground.gathered, ground.bodies, ground.proofs
    resolved, withheld = joined.judged.resolved, joined.withheld
    watch.stage("plan")
    since, worded = compare_with_last(resolved.site, ground.issues, bodies)
    made = plan_site(
        resolved.site,
        project.settings,
        project.options.values,
        (ground.spoken.words, ground.spoken.briefs),
        ground.encoder if resolved.site.media else "",
        proofs,
        since,
        briefs=ground.briefs(request),
        search=ground.search(request),
    )
    artifacts = tuple(map(take, made))
    collisions = tuple(path_findings(artifacts, paths_of(gathered.faces)))
    told = (*joined.judged.diagnostics, *diagnose(project, gathered, bodies, collisions))
    return Site(
        ground=ground,
        joined=resolved.site,
        artifacts=artifacts,
        findings=(*joined.judged.findings, *collisions),
        collisions=collisions,
        worded=worded,
        withheld=withheld,
        outcome=begun(project, request, ground, withheld, resolved.due, told),
    )
