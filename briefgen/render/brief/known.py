"""The releases of WeasyPrint whose internals the brief relies on."""

from __future__ import annotations

from weasyprint import VERSION

# Those in which `_build_box_tree` and `block_level_layout` have the shape that is relied on.
KNOWN = ("70.",)


class UnknownReleaseError(RuntimeError):
    """This WeasyPrint is not one whose internals are known."""


def expect_known_release() -> None:
    """Raises `UnknownReleaseError` under a WeasyPrint that this was not written for."""
    if not VERSION.startswith(KNOWN):
        raise UnknownReleaseError(f"WeasyPrint {VERSION} is not known to the brief's finisher")
