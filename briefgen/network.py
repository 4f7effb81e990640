"""The door to the network.

Whoever names an address, or answers with another one, must not make this machine fetch from the
networks that it stands in. So every address that a name resolves to is judged, at each redirect
anew, and the connection goes to the very address that was judged: the name is not asked again.
Proxies of the environment are not used, for behind them nothing of this could be seen.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, TypeVar
from urllib.parse import quote, urlsplit

MOST_BYTES = 10_000_000
SECONDS = 20.0
REDIRECTS = frozenset({301, 302, 303, 307, 308})

_PORTS = {"http": 80, "https": 443}
# What may stand in the path of an address as it is.
_SAFE = "/%:=&?~+!$,;'@()*[]"
# IPv6 addresses that stand for one of IPv4 (RFC 6052); the library knows the others.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
T = TypeVar("T")


class NotAskedError(Exception):
    """An address that is not asked, with a sentence and a hint for people."""

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class NoAddressError(NotAskedError):
    """It is no address of the web that anybody could reach."""


class NotPublicError(NotAskedError):
    """It lies in a private network, or on a port that is not the web's."""


def is_public(address: Address) -> bool:
    """Whether an address belongs to the public internet: not to this machine, its networks, or any
    special use. An address that wraps another is as public as that one.
    """
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or _translated(address)
        if inner is not None:
            return is_public(inner)
        if address.teredo is not None:
            return False
    return address.is_global and not address.is_multicast


def _translated(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None


def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, as the system tells them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


class Way(NamedTuple):
    """How pages are reached, and what bounds that. Another way is for tests."""

    resolve: Callable[[str, int], list[str]] = resolve
    allowed: Callable[[Address], bool] = is_public
    most_bytes: int = MOST_BYTES
    seconds: float = SECONDS


class Target(NamedTuple):
    """An address taken apart; `path` has the query, quoted for a request."""

    url: str
    scheme: str
    host: str
    port: int
    path: str


def target_of(url: str, own_port: int | None = None) -> Target:
    """Takes an address apart. A redirect may lead to the ports of the web, or to `own_port`, the
    one that was asked for. Raises NoAddressError or NotPublicError.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise NoAddressError(f"{url} is no address.") from None
    scheme = parts.scheme.casefold()
    if scheme not in _PORTS or not parts.hostname:
        raise NoAddressError(f"{url} is no address that begins with http:// or https://.")
    if parts.username is not None or parts.password is not None:
        raise NoAddressError(
            "The address holds a name or password, which would be kept with the article.",
            "Leave out what stands before the @.",
        )
    port = port or _PORTS[scheme]
    if own_port is not None and port not in {*_PORTS.values(), own_port}:
        raise NotPublicError(f"The page leads to {url}, on a port that is not the web’s.")
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return Target(
        parts._replace(fragment="").geturl().replace(" ", "%20"),
        scheme,
        parts.hostname,
        port,
        path + query,
    )


@contextmanager
def asked(
    method: str, target: Target, way: Way, headers: dict[str, str]
) -> Iterator[http.client.HTTPResponse]:
    """The answer to one request, its body not yet read. Raises what the network raises, and
    NotPublicError.
    """
    host = target.host if ":" in target.host else target.host.encode("idna").decode()
    connection = _connect(target, host, way)
    try:
        connection.request(method, target.path, headers=_headers(target, host) | headers)
        yield connection.getresponse()
    finally:
        connection.close()


def within(seconds: float, work: Callable[[], T]) -> T:
    """What `work` returns or raises; TimeoutError if that takes longer. In a thread of its own,
    because nothing else bounds all of it: neither the resolver nor a server that sends a byte a
    second can be told when to give up.
    """
    answers: list[tuple[T | None, BaseException | None]] = []

    def run() -> None:
        try:
            answers.append((work(), None))
        except BaseException as failure:  # noqa: BLE001  raised again where somebody hears it
            answers.append((None, failure))

    worker = threading.Thread(target=run, daemon=True)
    worker.start()
    worker.join(seconds)
    if not answers:
        raise TimeoutError
    result, failure = answers[0]
    if failure is not None:
        raise failure
    return result  # type: ignore[return-value]  # there is a result where nothing was raised


def reason_of(failure: Exception) -> str:
    """Why the network failed, in the system's words."""
    told = getattr(failure, "verify_message", "") or getattr(failure, "strerror", "")
    return told or str(failure)


def _headers(target: Target, host: str) -> dict[str, str]:
    name = f"[{host}]" if ":" in host else host
    shown = name if target.port == _PORTS[target.scheme] else f"{name}:{target.port}"
    return {"Host": shown, "Accept-Encoding": "identity", "Connection": "close"}


def _connect(target: Target, host: str, way: Way) -> http.client.HTTPConnection:
    """A connection to an address that was judged."""
    addresses = way.resolve(host, target.port)
    if not addresses:
        raise OSError("the name has no address")
    for text in addresses:
        if not way.allowed(ipaddress.ip_address(text)):
            raise NotPublicError(
                f"{target.url} lies at {text}, which is not on the public internet."
            )
    raw = _first(addresses, target.port, way.seconds)
    if target.scheme == "https":
        raw = ssl.create_default_context().wrap_socket(raw, server_hostname=host)
    connection = http.client.HTTPConnection(host, target.port, timeout=way.seconds)
    connection.sock = raw
    return connection


def _first(addresses: list[str], port: int, seconds: float) -> socket.socket:
    failure: OSError | None = None
    for address in addresses:
        try:
            return socket.create_connection((address, port), timeout=seconds)
        except OSError as refused:
            failure = refused
    raise failure or OSError("the name has no address")
