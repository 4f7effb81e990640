"""Internal blocks: everything inside carries a sign, and nothing outside betrays that there was
something."""

from __future__ import annotations

from markdown_it.token import Token

from briefgen.read.markdown.containers import INTERNAL

INSIDE = "internal"  # in the meta of each token inside
# An empty one of these around an internal block would show readers that something is missing.
# A cell or a definition must stay: its row or term would no longer be sound.
SHELLS = frozenset(
    f"{name}_open"
    for name in ("bullet_list", "ordered_list", "list_item", "blockquote", "container", "dl")
) | {"footnote_reference_open"}


def is_edge(token: Token) -> bool:
    """Whether an internal block begins or ends here."""
    return token.type.startswith("container") and token.info == INTERNAL


def mark_internal(tokens: list[Token]) -> None:
    """Widen internal blocks over lists and quotations that hold nothing else, and sign all tokens
    inside."""
    _widen(tokens)
    depth = 0
    for token in tokens:
        if is_edge(token):
            depth += token.nesting
        if depth or is_edge(token):
            token.meta[INSIDE] = True


def _widen(tokens: list[Token]) -> None:
    for begin, end in _pairs(tokens):
        first, last = begin, end
        while (
            first > 0
            and last + 1 < len(tokens)
            and tokens[first - 1].type in SHELLS
            and not is_edge(tokens[first - 1])
            and tokens[last + 1].nesting == -1
        ):
            tokens[first - 1], tokens[first] = tokens[first], tokens[first - 1]
            tokens[last + 1], tokens[last] = tokens[last], tokens[last + 1]
            first, last = first - 1, last + 1


def _pairs(tokens: list[Token]) -> list[tuple[int, int]]:
    """Where internal blocks begin and end."""
    pairs: list[tuple[int, int]] = []
    opened: list[int] = []
    for at, token in enumerate(tokens):
        if is_edge(token) and token.nesting == 1:
            opened.append(at)
        elif is_edge(token):
            pairs.append((opened.pop(), at))
    return pairs
