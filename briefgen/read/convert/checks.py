"""What the text of certain keys must look like, whichever record they stand in."""

from __future__ import annotations

import re
import zoneinfo
from collections.abc import Callable, Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from briefgen.read.convert.languages import is_language, meant_language
from briefgen.read.dates.zone import zone_of
from briefgen.read.findings import Complaint, shorten
from briefgen.read.slug import is_slug, slugify
from briefgen.read.suggest import nearest

Check = Callable[[str], Complaint | None]

CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f]")
SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# NATO AJP-2.1: reliability of the source A to F, credibility of the information 1 to 6.
RATING = re.compile(r"[A-F][1-6]")
SHA256 = re.compile(r"[0-9a-fA-F]{64}")


def check_url(text: str) -> Complaint | None:
    """An absolute web address."""
    if CONTROL.search(text):
        return Complaint(
            code="url-invalid",
            message=f"has a space or control character in its address: “{shorten(text)}”.",
            hint="Write a space in an address as %20.",
        )
    scheme = SCHEME.match(text)
    if scheme is None:
        return Complaint(
            code="url-invalid",
            message=f"is no full web address: “{shorten(text)}”.",
            hint="It begins with https:// or http://.",
        )
    if scheme[1].lower() not in ("http", "https"):
        return Complaint(
            code="url-scheme",
            message=f"is no web address: “{shorten(text)}”.",
            hint=f"Give one that begins with https:// instead of {scheme[0]}",
        )
    try:
        host = urlsplit(text).hostname
    except ValueError:
        host = None
    if host:
        return None
    return Complaint(code="url-invalid", message=f"names no site: “{shorten(text)}”.")


def check_rating(text: str) -> Complaint | None:
    """An Admiralty code."""
    if RATING.fullmatch(text):
        return None
    upper = text.upper()
    return Complaint(
        code="rating-invalid",
        message=f"must be an Admiralty code such as B2, and here stands “{shorten(text)}”.",
        hint=f"Did you mean “{upper}”?"
        if RATING.fullmatch(upper)
        else "A letter A to F for the source, and a figure 1 to 6 for what it says.",
    )


def check_sha256(text: str) -> Complaint | None:
    """A digest in hexadecimal."""
    if SHA256.fullmatch(text):
        return None
    return Complaint(
        code="sha256-invalid",
        message=f"must have 64 hexadecimal digits, and has {len(text)} characters"
        f"{'' if len(text) != 64 else ', some of them others'}.",  # noqa: PLR2004
        hint="It is what `sha256sum` prints for the file of the snapshot.",
    )


def check_language(text: str) -> Complaint | None:
    """A language tag."""
    if is_language(text):
        return None
    meant = meant_language(text)
    return Complaint(
        code="language-invalid",
        message=f"must be a language tag, and here stands “{shorten(text)}”.",
        hint=f"Write it so: {meant}" if meant else "Examples: en, fa, ru, zh-Hant.",
    )


def check_slug(text: str) -> Complaint | None:
    """The part of an address that names an item."""
    if is_slug(text):
        return None
    better = slugify(text)
    return Complaint(
        code="slug-invalid",
        message=f"cannot be part of an address: “{shorten(text)}”.",
        hint=f"Write it so: {better}" if better else "It needs at least one letter or digit.",
    )


def check_timezone(text: str) -> Complaint | None:
    """A time zone by its IANA name."""
    if zone_of(text):
        return None
    zones = sorted(zoneinfo.available_timezones())
    city = text.strip().replace(" ", "_").casefold()
    named = [zone for zone in zones if zone.casefold().endswith(f"/{city}")]
    close = named[0] if named else nearest(text, zones)
    return Complaint(
        code="timezone-invalid",
        message=f"names no time zone: “{shorten(text)}”.",
        hint=f"Did you mean “{close}”?" if close else "Examples: UTC, Europe/Berlin.",
    )


CHECKS: Mapping[str, Check] = MappingProxyType(
    {
        "url": check_url,
        "archive_url": check_url,
        "base_url": check_url,
        "same_as": check_url,
        "rating": check_rating,
        "sha256": check_sha256,
        "language": check_language,
        "lang": check_language,
        "slug": check_slug,
        "timezone": check_timezone,
    }
)
