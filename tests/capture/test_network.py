"""One page from the public internet, and from nowhere else."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from briefgen.capture.material import Material
from briefgen.capture.network import MOST_REDIRECTS, USER_AGENT, fetch
from briefgen.diagnostics import Diagnostic
from briefgen.network import Way, is_public

PAGE = b"<html><p>The page.</p></html>"
BIG = 40_000


class _Server(BaseHTTPRequestHandler):
    """Answers by path, and notes the headers that came."""

    def do_GET(self) -> None:
        self.server.heard.append(dict(self.headers))  # type: ignore[attr-defined]  # see below
        kind, _, rest = self.path.lstrip("/").partition("/")
        if kind == "to":
            self._answer(302, b"", Location=f"http://{rest}")
        elif kind == "round":
            self._answer(301, b"", Location=f"/round/{int(rest) + 1}")
        elif kind == "big":
            self._answer(200, b"x" * BIG)
        elif kind == "bomb":
            self._answer(200, gzip.compress(b"x" * BIG), **{"Content-Encoding": "gzip"})
        elif kind == "packed":
            self._answer(200, gzip.compress(PAGE), **{"Content-Encoding": "gzip"})
        elif kind == "gone":
            self._answer(410, b"no")
        elif kind == "slow":
            time.sleep(3)
        else:
            self._answer(200, PAGE, **{"Content-Type": "text/html; charset=koi8-r"})

    def _answer(self, status: int, body: bytes, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    """A server on this machine."""
    made = ThreadingHTTPServer(("127.0.0.1", 0), _Server)
    made.daemon_threads = True
    made.heard = []  # type: ignore[attr-defined]  # the library has no place for it
    threading.Thread(target=made.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    yield made
    made.shutdown()
    made.server_close()


def at(server: ThreadingHTTPServer, path: str, host: str = "127.0.0.1") -> str:
    return f"http://{host}:{server.server_port}/{path}"


def here(*, most_bytes: int = BIG - 1, seconds: float = 5.0) -> Way:
    """A way that may lead to this machine, whatever a name stands for."""
    return Way(
        resolve=lambda _host, _port: ["127.0.0.1"],
        allowed=lambda address: address.is_loopback,
        most_bytes=most_bytes,
        seconds=seconds,
    )


def refusal(answer: Material | Diagnostic) -> tuple[str, str]:
    assert isinstance(answer, Diagnostic)
    return answer.code, answer.message


def page(answer: Material | Diagnostic) -> Material:
    assert isinstance(answer, Material), answer
    return answer


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "127.1", "2130706433", "[::1]"])
def test_this_machine_is_refused_by_any_name(server: ThreadingHTTPServer, host: str) -> None:
    code, _ = refusal(fetch(at(server, "", host)))
    assert code in {"capture-private", "capture-failed"}
    assert server.heard == []  # type: ignore[attr-defined]  # nothing was asked of it


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:4700::1111", True),
        ("127.0.0.1", False),
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.1.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("0.0.0.0", False),  # noqa: S104  judged, not bound
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1", False),
        ("fe80::1%2", False),
        ("fc00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("2002:7f00:1::", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::a00:1", False),
        ("2001::1", False),
    ],
)
def test_only_public_addresses_are_public(address: str, public: bool) -> None:  # noqa: FBT001  a column
    assert is_public(ipaddress.ip_address(address)) is public


def test_one_private_address_among_public_ones_is_enough() -> None:
    way = Way(resolve=lambda _host, _port: ["93.184.215.14", "10.0.0.1"])
    code, message = refusal(fetch("http://example.com/a", way))
    assert code == "capture-private"
    assert "10.0.0.1" in message


def test_a_name_is_asked_once_and_what_was_judged_is_connected_to(
    server: ThreadingHTTPServer,
) -> None:
    asked: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    found = page(fetch(at(server, "a", "news.example"), here()._replace(resolve=resolve)))
    assert asked == ["news.example"]
    assert (found.data, found.media_type, found.charset) == (PAGE, "text/html", "koi8-r")
    (heard,) = server.heard  # type: ignore[attr-defined]  # see above
    assert heard["Host"] == f"news.example:{server.server_port}"
    assert heard["User-Agent"] == USER_AGENT
    assert "Cookie" not in heard


def test_each_redirect_is_judged_anew(server: ThreadingHTTPServer) -> None:
    way = here()._replace(
        resolve=lambda host, _port: ["10.0.0.7" if host == "intranet" else "127.0.0.1"]
    )
    code, message = refusal(fetch(at(server, "to/intranet/secret"), way))
    assert code == "capture-private"
    assert "10.0.0.7" in message


def test_a_redirect_leads_to_no_port_but_the_web_s(server: ThreadingHTTPServer) -> None:
    assert refusal(fetch(at(server, "to/news.example:25/"), here()))[0] == "capture-private"


def test_a_redirect_leads_to_no_other_scheme(server: ThreadingHTTPServer) -> None:
    found = fetch(at(server, f"to/127.0.0.1:{server.server_port}/page"), here())
    assert page(found).address == at(server, "page")
    assert refusal(fetch("file:///etc/hosts"))[0] == "capture-address"


def test_redirects_end(server: ThreadingHTTPServer) -> None:
    assert refusal(fetch(at(server, "round/0"), here()))[0] == "capture-redirects"
    assert len(server.heard) == MOST_REDIRECTS + 1  # type: ignore[attr-defined]  # see above


@pytest.mark.parametrize("path", ["big", "bomb"])
def test_a_page_has_a_largest_size_packed_or_not(server: ThreadingHTTPServer, path: str) -> None:
    assert refusal(fetch(at(server, path), here()))[0] == "capture-too-large"


def test_a_packed_page_is_unpacked(server: ThreadingHTTPServer) -> None:
    assert page(fetch(at(server, "packed"), here())).data == PAGE


def test_a_server_that_takes_too_long_is_left(server: ThreadingHTTPServer) -> None:
    began = time.monotonic()
    assert refusal(fetch(at(server, "slow"), here(seconds=0.3)))[0] == "capture-slow"
    assert time.monotonic() - began < 2


def _sleepy(_host: str, _port: int) -> list[str]:
    time.sleep(3)
    return []


def test_a_resolver_that_takes_too_long_is_left() -> None:
    way = here(seconds=0.2)._replace(resolve=_sleepy)
    assert refusal(fetch("http://example.com/", way))[0] == "capture-slow"


def test_what_a_server_answers_is_told(server: ThreadingHTTPServer) -> None:
    code, message = refusal(fetch(at(server, "gone"), here()))
    assert code == "capture-answer"
    assert "410" in message


@pytest.mark.parametrize(
    "url",
    ["ftp://example.com/a", "http://", "http://name:word@example.com/", "http://[1", "http://a:x/"],
)
def test_what_is_no_address_is_told(url: str) -> None:
    assert refusal(fetch(url))[0] == "capture-address"


def test_a_name_that_nobody_knows_is_told() -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    code, message = refusal(fetch("https://nowhere.example/", here()._replace(resolve=resolve)))
    assert code == "capture-failed"
    assert "Name or service not known" in message


def test_a_redirect_to_no_address_is_told(server: ThreadingHTTPServer) -> None:
    assert refusal(fetch(at(server, "to/[1"), here()))[0] in {"capture-address", "capture-failed"}


def test_a_fault_of_ours_is_not_hidden() -> None:
    def resolve(_host: str, _port: int) -> list[str]:
        raise KeyError

    with pytest.raises(KeyError):
        fetch("https://nowhere.example/", here()._replace(resolve=resolve))
