"""One page from the web, which a person asked for."""

from __future__ import annotations

import http.client
import ssl
import zlib
from urllib.parse import urljoin, urlsplit

from briefgen import __version__
from briefgen.capture.material import Material
from briefgen.diagnostics import Diagnostic, error
from briefgen.network import (
    REDIRECTS,
    NoAddressError,
    NotPublicError,
    Target,
    Way,
    asked,
    reason_of,
    target_of,
    within,
)

MOST_REDIRECTS = 5
USER_AGENT = f"briefgen/{__version__} (capture of one page, asked for by a person)"

_CHUNK = 65_536
_ACCEPT = (
    "text/html,application/xhtml+xml,application/pdf,text/plain,message/rfc822;q=0.9,*/*;q=0.1"
)


class Refused(Exception):  # noqa: N818  it is an answer, told as a diagnostic
    """Why nothing was fetched."""

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.told = error(code, message, hint=hint)


def fetch(url: str, way: Way = Way()) -> Material | Diagnostic:  # noqa: B008  a constant
    """The page at `url`, or why it is not to be had."""
    try:
        return within(way.seconds, lambda: _follow(url, way))
    except Refused as refused:
        return refused.told
    except NoAddressError as unknown:
        return error("capture-address", unknown.message, hint=unknown.hint)
    except NotPublicError as private:
        hint = "briefgen fetches from public addresses only. Save the page and capture the file."
        return error("capture-private", private.message, hint=hint)
    except TimeoutError:
        return _slow(url, way)
    # ValueError: what a server sends may be no address, no number, no name.
    except (OSError, http.client.HTTPException, ValueError, zlib.error) as failure:
        return _failed(url, failure)


def _follow(url: str, way: Way) -> Material:
    target = target_of(url)
    own_port = target.port
    for _ in range(MOST_REDIRECTS + 1):
        answer = _get(target, way)
        if isinstance(answer, Material):
            return answer
        target = target_of(urljoin(target.url, answer), own_port)
    raise Refused("capture-redirects", f"{url} leads on more than {MOST_REDIRECTS} times.")


def _get(target: Target, way: Way) -> Material | str:
    """The page, or the address to which the server points instead."""
    with asked("GET", target, way, {"User-Agent": USER_AGENT, "Accept": _ACCEPT}) as answer:
        if answer.status in REDIRECTS and (location := answer.getheader("Location")):
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
    hint = "Look at the address, and whether this machine is on the internet."
    if isinstance(failure, ssl.SSLCertVerificationError):
        hint = "Nobody vouches for this server, so what it sends may not be from whom it seems."
    return error("capture-failed", f"{url} could not be fetched: {reason_of(failure)}.", hint=hint)
