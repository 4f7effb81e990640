"""`check --links`, against a server on this machine that stands for the web."""

from __future__ import annotations

import datetime
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from briefgen.cli.main import main
from briefgen.diagnostics import Diagnostic
from briefgen.links.check import check_links
from briefgen.model.request import Exit, Outcome
from briefgen.network import Way
from briefgen.progress import Silent
from tests.harness import NOON, SiteFolder

HOUR = datetime.timedelta(hours=1)


class _Server(BaseHTTPRequestHandler):
    """Answers by the beginning of the path, and notes who asked for what."""

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        web: Web = self.server.web  # type: ignore[attr-defined]  # see below
        host = str(self.headers["Host"]).partition(":")[0]
        with web.guard:
            web.heard.append((self.command, host, self.path))
            web.under_way[host] += 1
            web.crowd = max(web.crowd, web.under_way[host])
        time.sleep(0.01)
        kind, _, rest = self.path.lstrip("/").partition("/")
        status = int(kind) if kind.isdigit() else 200
        if kind == "slow":
            time.sleep(2)
        if kind == "headless":
            status = 405 if self.command == "HEAD" else 200
        self.send_response(web.now.get(self.path, status))
        if rest:
            self.send_header("Location", f"/{rest}")
        # Before the answer leaves: who has it may ask the next thing at once.
        with web.guard:
            web.under_way[host] -= 1
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(b"x" * 100_000)

    def log_message(self, *_: object) -> None:
        """Nothing."""


class Web:
    """What stands for the web. `now` gives a path another status; `crowd` is the greatest number of
    requests that one host had at once.
    """

    def __init__(self, port: int) -> None:
        self.port = port
        self.guard = threading.Lock()
        self.heard: list[tuple[str, str, str]] = []
        self.now: dict[str, int] = {}
        self.under_way: Counter[str] = Counter()
        self.crowd = 0

    def at(self, path: str, host: str = "news.example") -> str:
        return f"http://{host}:{self.port}/{path}"

    def way(self, seconds: float = 5.0) -> Way:
        """Every name leads here, but for one that nobody knows."""
        return Way(resolve=_resolve, allowed=lambda address: address.is_loopback, seconds=seconds)


def _resolve(host: str, _port: int) -> list[str]:
    import socket

    if host.startswith("nobody"):
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    return ["10.0.0.1"] if host == "intranet.example" else ["127.0.0.1"]


@pytest.fixture
def web() -> Iterator[Web]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    server.daemon_threads = True
    made = Web(server.server_port)
    server.web = made  # type: ignore[attr-defined]  # the library has no place for it
    threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True
    ).start()
    yield made
    server.shutdown()
    server.server_close()


@pytest.fixture
def site(tmp_path: Path) -> SiteFolder:
    return SiteFolder(tmp_path / "site")


def article(
    site: SiteFolder, slug: str, url: str, *, body: str = "A body.", more: str = ""
) -> None:
    site.article(slug, body=body, more=more)
    site.edit(f"content/articles/{slug}.md", f"https://example.com/{slug}", url)


def ask(
    site: SiteFolder, web: Web, *, later: float = 0, withheld: bool = False, seconds: float = 5
) -> Outcome:
    """A run, some hours later."""
    request = site.request(now=NOON + later * HOUR)
    return check_links(request, Silent(), web.way(seconds), withheld=withheld, pause=0)[0]


def told(outcome: Outcome) -> list[tuple[str, str]]:
    return [(each.code, each.severity.value) for each in outcome.diagnostics]


def only(outcome: Outcome) -> Diagnostic:
    (found,) = outcome.diagnostics
    return found


def test_what_answers_is_not_told_and_not_asked_again_for_a_week(
    site: SiteFolder, web: Web
) -> None:
    article(site, "talks", web.at("a"))
    assert told(ask(site, web)) == []
    assert web.heard == [("HEAD", "news.example", "/a")]
    ask(site, web, later=24 * 6)
    assert len(web.heard) == 1
    ask(site, web, later=24 * 8)
    assert len(web.heard) == 2


@pytest.mark.parametrize("path", ["404/", "410/"])
def test_what_failed_twice_a_day_apart_is_dead(site: SiteFolder, web: Web, path: str) -> None:
    article(site, "talks", web.at(path))
    first = ask(site, web)
    assert (told(first), first.exit) == ([("link-unchecked", "note")], Exit.DONE)
    # An hour later nobody is asked, and it is no second strike.
    assert told(ask(site, web, later=1)) == [("link-unchecked", "note")]
    asked = len(web.heard)
    assert asked == 2  # HEAD, and GET because some servers answer HEAD wrongly
    dead = ask(site, web, later=25)
    assert (told(dead), dead.exit) == ([("link-dead", "error")], Exit.CONTENT)
    assert len(web.heard) == asked + 2
    lines = site.read("content/articles/talks.md").splitlines()
    mark = only(dead).mark
    assert lines[mark.line - 1][mark.column - 1 :].startswith(web.at(path))


def test_what_came_back_is_not_dead(site: SiteFolder, web: Web) -> None:
    article(site, "talks", web.at("404/"))
    ask(site, web)
    web.now["/404/"] = 200
    assert told(ask(site, web, later=25)) == []
    web.now.clear()
    assert told(ask(site, web, later=24 * 9)) == [("link-unchecked", "note")]


@pytest.mark.parametrize("status", [401, 403, 429, 451, 500, 503])
def test_a_refusal_is_no_death(site: SiteFolder, web: Web, status: int) -> None:
    article(site, "talks", web.at(f"{status}/"))
    for day in range(3):
        outcome = ask(site, web, later=25 * day)
        assert (told(outcome), outcome.exit) == ([("link-unchecked", "note")], Exit.DONE)
        assert str(status) in only(outcome).message


def test_a_server_that_says_nothing_could_not_be_checked(site: SiteFolder, web: Web) -> None:
    article(site, "talks", web.at("slow/"))
    assert "did not answer within 0.2 seconds" in only(ask(site, web, seconds=0.2)).message


def test_a_server_that_knows_no_head_is_asked_for_the_page(site: SiteFolder, web: Web) -> None:
    article(site, "talks", web.at("headless/"))
    assert told(ask(site, web)) == []
    assert [method for method, _, _ in web.heard] == ["HEAD", "GET"]


def test_an_address_that_moved_for_good_is_told_with_the_new_one(
    site: SiteFolder, web: Web
) -> None:
    article(site, "talks", web.at("301/new"))
    found = only(ask(site, web))
    assert (found.code, found.severity.value) == ("link-moved", "note")
    assert web.at("new") in found.message


def test_an_address_that_leads_on_for_now_is_not_told(site: SiteFolder, web: Web) -> None:
    article(site, "talks", web.at("302/new"))
    assert told(ask(site, web)) == []


def test_a_dead_address_names_the_archived_copy(site: SiteFolder, web: Web) -> None:
    article(site, "talks", web.at("404/"))
    copy = web.at("copy", "archive.example")
    site.edit("content/articles/talks.md", "  published:", f"  archive_url: {copy}\n  published:")
    ask(site, web)
    assert copy in only(ask(site, web, later=25)).hint
    assert ("HEAD", "archive.example", "/copy") in web.heard


def test_addresses_in_texts_are_asked(site: SiteFolder, web: Web) -> None:
    gone = web.at("404/?a=1&b=2")
    article(site, "talks", web.at("a"), body=f"See [this]({gone}) and [that]({web.at('a')}).")
    found = only(ask(site, web))
    line = site.read("content/articles/talks.md").splitlines()[found.mark.line - 1]
    assert line[found.mark.column - 1 :][: found.mark.length] == gone
    assert Counter(path for _, _, path in web.heard)["/a"] == 1


def test_private_addresses_are_not_asked(site: SiteFolder, web: Web) -> None:
    article(site, "talks", web.at("a", "intranet.example"))
    found = only(ask(site, web))
    assert (found.code, "was not asked" in found.message) == ("link-unchecked", True)
    assert web.heard == []


def test_a_host_that_nobody_knows_is_a_strike_only_if_others_were_reached(
    site: SiteFolder, web: Web
) -> None:
    article(site, "talks", "http://nobody.example/a")
    for day in range(3):  # this machine may be off the network
        assert told(ask(site, web, later=25 * day)) == [("link-unchecked", "note")]
    article(site, "other", web.at("500/"))
    assert ("link-dead", "error") not in told(ask(site, web, later=25 * 3))
    assert ("link-dead", "error") in told(ask(site, web, later=25 * 4))


def test_what_an_audience_does_not_see_is_not_asked_for(site: SiteFolder, web: Web) -> None:
    article(site, "talks", web.at("a"))
    article(site, "secret", web.at("secret"), more="tlp: RED\n")
    article(site, "draft", web.at("draft"), more="status: draft\n")
    ask(site, web)
    assert {path for _, _, path in web.heard} == {"/a"}
    ask(site, web, withheld=True)
    assert {path for _, _, path in web.heard} == {"/a", "/secret", "/draft"}


def test_a_host_is_asked_one_thing_at_a_time(site: SiteFolder, web: Web) -> None:
    for number in range(12):
        article(site, f"a{number}", web.at(f"{number + 500}/", f"h{number % 3}.example"))
    ask(site, web)
    assert len(web.heard) == 24
    assert web.crowd == 1


def test_a_level_and_a_silence_hold(site: SiteFolder, web: Web) -> None:
    article(site, "talks", web.at("404/"), more="silence: {link-dead: Kept for the record}\n")
    ask(site, web)
    assert told(ask(site, web, later=25)) == []
    article(site, "other", web.at("403/"))
    site.edit("briefgen.yaml", "language: en", "language: en\nchecks: {link-unchecked: error}")
    assert told(ask(site, web, later=50)) == [("link-unchecked", "error")]


def test_a_broken_memory_is_no_memory(site: SiteFolder, web: Web) -> None:
    article(site, "talks", web.at("a"))
    ask(site, web)
    (site.root / ".briefgen" / "links.json").write_text("{", encoding="utf-8")
    assert told(ask(site, web)) == []
    assert len(web.heard) == 2


def test_without_the_flag_nobody_is_asked(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("the network was used")

    monkeypatch.setattr("socket.getaddrinfo", refuse)
    monkeypatch.setattr("socket.create_connection", refuse)
    site.article("talks")
    assert main(["check", "-q", "-C", str(site.root)]) == 0


def test_the_command_says_how_many_were_asked(
    site: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    site.article("talks")
    site.edit("content/articles/talks.md", "https://example.com/talks", "http://127.0.0.1:9/a")
    assert main(["check", "--links", "-C", str(site.root), "--format", "json"]) == 0
    said = capsys.readouterr()
    assert '"link-unchecked"' in said.out
    assert "Asked for 1 page" in said.err
