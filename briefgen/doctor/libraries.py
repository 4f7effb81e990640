"""The system libraries that lay out briefs, and the fingerprint of the platform."""

from __future__ import annotations

from briefgen.doctor.fact import Fact
from briefgen.model.base import digest_value
from briefgen.render.brief.fingerprint import Fingerprint, fingerprint
from briefgen.render.brief.libraries import DISTRIBUTIONS, MACOS, NEEDED, WINDOWS, load

GROUP = "Libraries"


def library_facts() -> tuple[Fact, ...]:
    """Each library, with its release where it tells one, and the digest of all that decides the
    bytes of a brief beside its input: briefs are the same, byte for byte, where this is the same.
    """
    found = fingerprint()
    facts = [_fact(name, found) for name in NEEDED]
    if found.freetype:
        facts.append(Fact(group=GROUP, name="FreeType", value=found.freetype))
    facts.append(Fact(group=GROUP, name="fingerprint", value=digest_value(found)))
    return tuple(facts)


def remedies() -> tuple[tuple[str, str], ...]:
    """How to install the libraries, by system."""
    return (
        ("Debian, Ubuntu", DISTRIBUTIONS["debian"]),
        ("Fedora", DISTRIBUTIONS["fedora"]),
        ("Alpine", DISTRIBUTIONS["alpine"]),
        ("macOS", MACOS),
        ("Windows", WINDOWS),
    )


def _fact(name: str, found: Fingerprint) -> Fact:
    releases = {
        "Pango": found.pango,
        "HarfBuzz": found.harfbuzz,
        "Fontconfig": found.fontconfig,
    }
    if load(NEEDED[name]) is None:
        return Fact(group=GROUP, name=name, value="missing", ok=False)
    return Fact(group=GROUP, name=name, value=releases.get(name) or "found")
