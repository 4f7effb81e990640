"""The digest of all that decides the bytes of media beside the files themselves."""

from __future__ import annotations

import functools

from briefgen.model.base import digest_value
from briefgen.render.media.codecs import SAVING

PACKAGES = ("pillow", "pypdf")


@functools.cache
def encoder_digest() -> str:
    """Of the settings, and of the packages with all files that they brought: the codecs are among
    them. Asked so, nothing need be loaded in a build that makes no picture.
    """
    return digest_value((SAVING, [_package(name) for name in PACKAGES]))


def _package(name: str) -> tuple[str, str]:
    # Loaded here: it brings the standard library's parser of mail, and few sites ask it.
    from importlib.metadata import PackageNotFoundError, distribution  # noqa: PLC0415

    try:
        found = distribution(name)
    except PackageNotFoundError:
        return "", ""
    # RECORD has a line for each file with its digest, but those of compiled Python, which the
    # installer adds in any order, and of scripts, whose first line names the interpreter.
    lines = (found.read_text("RECORD") or "").splitlines()
    kept = sorted(line for line in lines if ".pyc" not in line and line[:2] != "..")
    return found.version, "\n".join(line for line in kept if ".dist-info/" not in line)
