"""`check --links`: ask each address that items give, and tell which do not answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from urllib.parse import urlsplit

import msgspec

from briefgen.build.commands import examine
from briefgen.build.project import Project
from briefgen.build.survey import Site
from briefgen.build.told import diagnose
from briefgen.build.verdict import exit_code
from briefgen.diagnostics import in_order
from briefgen.links.address import Answer, Known, Place, Verdict
from briefgen.links.ask import SECONDS, ask
from briefgen.links.collect import collect
from briefgen.links.memory import is_due, load, remember, save
from briefgen.links.tell import findings_of
from briefgen.links.turns import PAUSE, Turns
from briefgen.model.base import Record
from briefgen.model.request import Exit, Outcome, Request
from briefgen.network import Way
from briefgen.progress import Progress

# How many requests are under way at once; each of them to another host.
AT_ONCE = 8
WEB = Way(seconds=SECONDS)


class Asked(Record):
    """How many addresses there are, and how many of them were asked now."""

    addresses: int = 0
    asked: int = 0


class _Ready(Record):
    """What is at hand when the records have been read: the cache can be closed."""

    project: Project
    site: Site
    places: dict[str, list[Place]]


def check_links(
    request: Request,
    progress: Progress,
    way: Way = WEB,
    *,
    withheld: bool = False,
    pause: float = PAUSE,
) -> tuple[Outcome, Asked]:
    """What `check` tells, and which addresses are dead, have moved, or could not be checked. Those
    of items that the audience does not see are asked only with `withheld`. `pause` seconds lie
    between two requests to one host.
    """

    def take(project: Project, site: Site) -> _Ready:
        places = collect(project, site, withheld=withheld)
        return _Ready(project=project, site=site, places=places)

    # The project is not locked while the world is asked: that may take minutes.
    outcome, ready = examine(request, progress, take)
    if ready is None:
        return outcome, Asked()
    known = load(ready.project.cache)
    due = [url for url in ready.places if is_due(known.get(url), request.now)]
    progress.stage("links", len(due))
    try:
        for url, answer in _answers(due, way, Turns(pause)):
            progress.advance("links", url)
            known[url] = remember(known.get(url), answer, request.now)
    finally:
        # Who interrupts a long run keeps what was found out till then.
        save(ready.project.cache, known)
    return _told(request, outcome, ready, known), Asked(addresses=len(ready.places), asked=len(due))


def _answers(urls: list[str], way: Way, turns: Turns) -> Iterator[tuple[str, Answer]]:
    """Each address with its answer, as they come. A host that nobody knows counts as gone only if
    anything was reached at all: else we are the ones who are not there.
    """
    nameless: list[tuple[str, Answer]] = []
    reached = False
    pool = ThreadPoolExecutor(AT_ONCE)
    try:
        asked = {pool.submit(ask, url, way, turns): url for url in _by_turns(urls)}
        for done in as_completed(asked):
            answer = done.result()
            if answer.nameless:
                nameless.append((asked[done], answer))
                continue
            reached = reached or answer.met
            yield asked[done], answer
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
    for url, answer in nameless:
        yield url, answer if reached else msgspec.structs.replace(answer, verdict=Verdict.UNCLEAR)


def _by_turns(urls: Iterable[str]) -> list[str]:
    """The addresses in such an order that those of one host stand far apart: who waits for his turn
    keeps no other host waiting.
    """
    seen: Counter[str] = Counter()
    places: list[tuple[int, int, str]] = []
    for number, url in enumerate(urls):
        host = urlsplit(url).netloc.casefold()
        places.append((seen[host], number, url))
        seen[host] += 1
    return [url for _, _, url in sorted(places)]


def _told(request: Request, outcome: Outcome, ready: _Ready, known: dict[str, Known]) -> Outcome:
    """The outcome of `check` with what is known of the addresses."""
    site = ready.site
    found = findings_of(ready.places, known)
    told = diagnose(ready.project, site.gathered, site.bodies, found)
    diagnostics = in_order([*outcome.diagnostics, *told])
    # A dead address is an error of the content, which comes before a library that is missing.
    dead = outcome.exit in {Exit.DONE, Exit.LIBRARY} and exit_code(told, request) is Exit.CONTENT
    code = Exit.CONTENT if dead else outcome.exit
    return msgspec.structs.replace(outcome, diagnostics=diagnostics, exit=code)
