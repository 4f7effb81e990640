"""Ask one address whether it is still there, for as few bytes as can be."""

from __future__ import annotations

import http.client
import socket
from urllib.parse import urljoin

from briefgen import __version__
from briefgen.links.address import Answer, Verdict
from briefgen.links.turns import Turns
from briefgen.network import (
    REDIRECTS,
    NotAskedError,
    Target,
    Way,
    asked,
    reason_of,
    target_of,
    within,
)

MOST_REDIRECTS = 5
SECONDS = 15.0
# As much of a page as shows that there is one.
GLANCE = 1024
USER_AGENT = f"briefgen/{__version__} (check of links, asked for by a person)"

_FOR_GOOD = frozenset({301, 308})
_GONE = frozenset({404, 410})
_HEADERS = {"User-Agent": USER_AGENT, "Accept": "text/html,*/*;q=0.5"}


def ask(url: str, way: Way, turns: Turns) -> Answer:
    """What the address answers. Redirects are followed, each target judged anew."""
    try:
        return _follow(url, way, turns)
    except NotAskedError as refused:
        return Answer(verdict=Verdict.UNCLEAR, reason=f"was not asked: {refused.message}")
    except TimeoutError:
        return Answer(
            verdict=Verdict.UNCLEAR, reason=f"did not answer within {way.seconds:g} seconds"
        )
    except socket.gaierror as unknown:
        nobody = unknown.errno == socket.EAI_NONAME
        return Answer(
            verdict=Verdict.GONE if nobody else Verdict.UNCLEAR,
            reason=f"could not be found: {reason_of(unknown)}",
            nameless=nobody,
        )
    # ValueError: what a server sends may be no address, no number, no name.
    except (OSError, http.client.HTTPException, ValueError) as failure:
        return Answer(verdict=Verdict.UNCLEAR, reason=f"could not be reached: {reason_of(failure)}")


def _follow(url: str, way: Way, turns: Turns) -> Answer:
    target = target_of(url)
    own_port = target.port
    moved = ""
    for_good = True
    for _ in range(MOST_REDIRECTS + 1):
        status, location = _status(target, way, turns)
        if status in REDIRECTS and location:
            target = target_of(urljoin(target.url, location), own_port)
            for_good = for_good and status in _FOR_GOOD
            moved = target.url if for_good else moved
            continue
        if http.client.OK <= status < http.client.MULTIPLE_CHOICES:
            return Answer(verdict=Verdict.ALIVE, moved=moved, met=True)
        verdict = Verdict.GONE if status in _GONE else Verdict.UNCLEAR
        return Answer(verdict=verdict, reason=f"answered {_in_words(status)}", met=True)
    return Answer(verdict=Verdict.UNCLEAR, reason=f"leads on more than {MOST_REDIRECTS} times")


def _status(target: Target, way: Way, turns: Turns) -> tuple[int, str]:
    """The status, and where the server points. Some servers know no HEAD, or answer it wrongly, so
    only a good answer to it counts.
    """
    status, location = _once("HEAD", target, way, turns)
    if http.client.OK <= status < http.client.BAD_REQUEST:
        return status, location
    return _once("GET", target, way, turns)


def _once(method: str, target: Target, way: Way, turns: Turns) -> tuple[int, str]:
    headers = _HEADERS | ({"Range": f"bytes=0-{GLANCE - 1}"} if method == "GET" else {})

    def work() -> tuple[int, str]:
        with asked(method, target, way, headers) as answer:
            if method == "GET":
                answer.read(GLANCE)
            return answer.status, answer.getheader("Location") or ""

    with turns.at(target.host):
        return within(way.seconds, work)


def _in_words(status: int) -> str:
    return f"{status} {http.client.responses.get(status, '')}".strip()
