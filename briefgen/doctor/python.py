"""The interpreter, and the packages that briefgen was installed with."""

from __future__ import annotations

import os
import platform
import re
import sys
import tomllib
from importlib import metadata

from briefgen import __version__, files
from briefgen.diagnostics import Diagnostic, error
from briefgen.doctor.fact import Fact
from briefgen.render.brief.fingerprint import PACKAGES
from briefgen.store.releases import releases_of

SEARCH = "pagefind-bin"
NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def python_facts() -> tuple[Fact, ...]:
    """briefgen, Python and the system."""
    return (
        Fact(group="Program", name="briefgen", value=__version__),
        Fact(
            group="Program",
            name="Python",
            value=f"{platform.python_version()} ({platform.python_implementation()})",
        ),
        Fact(group="Program", name="interpreter", value=sys.executable),
        Fact(group="Program", name="system", value=platform.platform()),
    )


def package_facts() -> tuple[Fact, ...]:
    """Each package that briefgen or its briefs depend on, with its release."""
    names = sorted({*_required(), *PACKAGES}, key=str.casefold)
    releases = releases_of((*names, SEARCH))
    search = releases.pop(SEARCH)
    return (
        *(
            Fact(group="Packages", name=name, value=found or "missing", ok=bool(found))
            for name, found in releases.items()
        ),
        # Not for every machine: where it is missing, only search is.
        Fact(group="Packages", name=SEARCH, value=search or "missing; there is no search"),
    )


def missing_packages(facts: tuple[Fact, ...]) -> tuple[Diagnostic, ...]:
    """One diagnostic for each package that is not installed."""
    return tuple(
        error(
            "package-missing",
            f"The Python package {fact.name} is not installed.",
            hint=f"Install it with: {sys.executable} -m pip install {fact.name}",
        )
        for fact in facts
        if not fact.ok
    )


def _required() -> list[str]:
    """What briefgen asks to be installed with."""
    try:
        lines = metadata.requires("briefgen") or []
    except metadata.PackageNotFoundError:
        lines = _required_by_checkout()
    # What follows a semicolon says for whom: extras, and other systems.
    found = (NAME.match(line) for line in lines if ";" not in line)
    return [match[0].lower() for match in found if match]


def _required_by_checkout() -> list[str]:
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    data = files.read_bytes(os.path.join(os.path.dirname(package), "pyproject.toml")) or b""
    lines: list[str] = tomllib.loads(data.decode()).get("project", {}).get("dependencies", [])
    return lines
