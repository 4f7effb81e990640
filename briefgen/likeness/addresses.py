"""When two web addresses are the same page."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

# Parameters that say where a reader came from, not what he reads.
_TRACKING = re.compile(
    r"utm_.*|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|igsh|mc_[ce]id|_ga|_gl|_hs.*"
    r"|mkt_tok|cmpid|cmp|ocid|smid|icid|ncid|cid|ito|xtor|at_(?:medium|campaign).*|ref|ref_src|referrer"
    r"|share|source|s_cid|spm|vero_id|wt_mc|__twitter_impression|amp",
    re.IGNORECASE,
)
_DEFAULT_PORTS = {"http": 80, "https": 443}
_RUN = re.compile(r"[A-Za-z0-9]+")


def canonical(url: str) -> str:
    """The form in which two addresses of one page are equal; empty if `url` is no web address. What
    differs in scheme, tracking, fragment or a last slash is the same.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    scheme = parts.scheme.casefold()
    if scheme not in _DEFAULT_PORTS or not parts.hostname:
        return ""
    host = parts.hostname.casefold().rstrip(".").removeprefix("www.")
    at = "" if port in (None, _DEFAULT_PORTS[scheme]) else f":{port}"
    kept = sorted(
        pair
        for pair in parse_qsl(parts.query, keep_blank_values=True)
        if not _TRACKING.fullmatch(pair[0])
    )
    query = f"?{urlencode(kept)}" if kept else ""
    return f"{host}{at}{unquote(parts.path).rstrip('/')}{query}"


def needle(url: str) -> bytes:
    """The longest run of plain letters and digits in the address beyond its host, or in the host: a
    file that does not hold it (in lower case) does not hold the address.
    """
    host, _, path = canonical(url).partition("/")
    runs = [run for run in _RUN.findall(path) if run.isascii()] or _RUN.findall(host)
    return max(runs, key=len, default="").casefold().encode()
