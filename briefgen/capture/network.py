"""The door to the network, for one page that a person asked for.

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
import zlib
from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote, urljoin, urlsplit

from briefgen import __version__
from briefgen.capture.material import Material
from briefgen.diagnostics import Diagnostic, error

MOST_REDIRECTS = 5
MOST_BYTES = 10_000_000
SECONDS = 20.0
USER_AGENT = f"briefgen/{__version__} (capture of one page, asked for by a person)"

_PORTS = {"http": 80, "https": 443}
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_CHUNK = 65_536
_ACCEPT = (
    "text/html,application/xhtml+xml,application/pdf,text/plain,message/rfc822;q=0.9,*/*;q=0.1"
)
# What may stand in the path of an address as it is.
_SAFE = "/%:=&?~+!$,;'@()*[]"
# IPv6 addresses that stand for one of IPv4 (RFC 6052); the library knows the others.
_NAT64 = ipaddress.ip_network("64:ff9b::/96")

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


class Refused(Exception):  # noqa: N818  it is an answer, told as a diagnostic
    """Why nothing was fetched."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.told = error(code, message, hint=hint)


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


class _Target(NamedTuple):
    url: str
    scheme: str
    host: str
    port: int
    path: str


def fetch(url: str, way: Way = Way()) -> Material | Diagnostic:  # noqa: B008  a constant
    """The page at `url`, or why it is not to be had."""
    answers: list[Material | Diagnostic | Exception] = []

    def work() -> None:
        try:
            answers.append(_follow(url, way))
        except Refused as refused:
            answers.append(refused.told)
        except TimeoutError:
            answers.append(_slow(url, way))
        # ValueError: what a server sends may be no address, no number, no name.
        except (OSError, http.client.HTTPException, ValueError, zlib.error) as failure:
            answers.append(_failed(url, failure))
        except Exception as fault:  # noqa: BLE001  raised again where somebody hears it
            answers.append(fault)

    # In a thread of its own, because nothing else bounds all of it: neither the resolver nor a
    # server that sends a byte a second can be told when to give up.
    worker = threading.Thread(target=work, daemon=True)
    worker.start()
    worker.join(way.seconds)
    if answers:
        if isinstance(answers[0], Exception):
            raise answers[0]
        return answers[0]
    return _slow(url, way)


def _follow(url: str, way: Way) -> Material:
    target = _target(url, None)
    own_port = target.port
    for _ in range(MOST_REDIRECTS + 1):
        answer = _get(target, way)
        if isinstance(answer, Material):
            return answer
        target = _target(urljoin(target.url, answer), own_port)
    raise Refused("capture-redirects", f"{url} leads on more than {MOST_REDIRECTS} times.")


def _target(url: str, own_port: int | None) -> _Target:
    """Takes an address apart. A redirect may lead to the ports of the web, or to `own_port`, the
    one that was asked for.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        raise Refused("capture-address", f"{url} is no address.") from None
    scheme = parts.scheme.casefold()
    if scheme not in _PORTS or not parts.hostname:
        raise Refused(
            "capture-address", f"{url} is no address that begins with http:// or https://."
        )
    if parts.username is not None or parts.password is not None:
        raise Refused(
            "capture-address",
            "The address holds a name or password, which would be kept with the article.",
            "Leave out what stands before the @.",
        )
    port = port or _PORTS[scheme]
    if own_port is not None and port not in {*_PORTS.values(), own_port}:
        raise Refused(
            "capture-private", f"The page leads to {url}, on a port that is not the web’s."
        )
    path = quote(parts.path or "/", safe=_SAFE)
    query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
    return _Target(
        parts._replace(fragment="").geturl().replace(" ", "%20"),
        scheme,
        parts.hostname,
        port,
        path + query,
    )


def _get(target: _Target, way: Way) -> Material | str:
    """The page, or the address to which the server points instead."""
    host = target.host if ":" in target.host else target.host.encode("idna").decode()
    connection = _connect(target, host, way)
    try:
        connection.request("GET", target.path, headers=_headers(target, host))
        answer = connection.getresponse()
        if answer.status in _REDIRECTS and (location := answer.getheader("Location")):
            return location
        if answer.status != http.client.OK:
            raise Refused(
                "capture-answer",
                f"{target.url} answered {answer.status} {answer.reason}.".replace(" .", "."),
                "If you can see the page in your browser, save it there and capture the file.",
            )
        data = _unpack(answer, _body(answer, way.most_bytes), way.most_bytes)
        return Material(
            data=data,
            name=urlsplit(target.url).path.rpartition("/")[2],
            address=target.url,
            media_type=answer.headers.get_content_type(),
            charset=answer.headers.get_content_charset() or "",
        )
    finally:
        connection.close()


def _headers(target: _Target, host: str) -> dict[str, str]:
    name = f"[{host}]" if ":" in host else host
    shown = name if target.port == _PORTS[target.scheme] else f"{name}:{target.port}"
    return {
        "Host": shown,
        "User-Agent": USER_AGENT,
        "Accept": _ACCEPT,
        "Accept-Encoding": "identity",
        "Connection": "close",
    }


def _connect(target: _Target, host: str, way: Way) -> http.client.HTTPConnection:
    """A connection to an address that was judged."""
    addresses = way.resolve(host, target.port)
    if not addresses:
        raise OSError("the name has no address")
    for text in addresses:
        if not way.allowed(ipaddress.ip_address(text)):
            raise Refused(
                "capture-private",
                f"{target.url} lies at {text}, which is not on the public internet.",
                "briefgen fetches from public addresses only. Save the page and capture the file.",
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


def _body(answer: http.client.HTTPResponse, most: int) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := answer.read(_CHUNK):
        size += len(chunk)
        _bound(size, most)
        chunks.append(chunk)
    return b"".join(chunks)


def _unpack(answer: http.client.HTTPResponse, data: bytes, most: int) -> bytes:
    """Some servers pack their pages even if asked not to."""
    packing = (answer.getheader("Content-Encoding") or "identity").strip().casefold()
    if packing == "identity":
        return data
    if packing not in {"gzip", "x-gzip", "deflate"}:
        raise Refused(
            "capture-answer", f"The page is packed in a way that was not asked for: {packing}."
        )
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
    plain = unpacker.decompress(data, most + 1)
    _bound(len(plain), most)
    return plain


def _bound(size: int, most: int) -> None:
    if size > most:
        raise Refused(
            "capture-too-large",
            f"The page has more than {most:,} bytes.",
            "Save the part that you need, and capture the file.",
        )


def _slow(url: str, way: Way) -> Diagnostic:
    return error(
        "capture-slow",
        f"Nothing whole came from {url} within {way.seconds:g} seconds.",
        hint="Try again later, or save the page in your browser and capture the file.",
    )


def _failed(url: str, failure: Exception) -> Diagnostic:
    reason = (
        getattr(failure, "verify_message", "") or getattr(failure, "strerror", "") or str(failure)
    )
    hint = "Look at the address, and whether this machine is on the internet."
    if isinstance(failure, ssl.SSLCertVerificationError):
        hint = "Nobody vouches for this server, so what it sends may not be from whom it seems."
    return error("capture-failed", f"{url} could not be fetched: {reason}.", hint=hint)
