"""Finds the end of each container, and says where text lies too deep."""

from __future__ import annotations

from markdown_it.token import Token

from briefgen.read.markdown.bounds import MOST_BRACKETS, TOO_COMPLEX
from briefgen.read.markdown.containers import INTERNAL
from briefgen.read.markdown.draft import Draft
from briefgen.read.suggest import nearest


def pair_containers(tokens: list[Token], draft: Draft, names: tuple[str, ...]) -> list[Token]:
    """The tokens with `container_open` and `container_close` in pairs that nest with all others.
    What has no partner, or a name that is not among `names`, is reported."""
    paired: list[Token] = []
    # The containers that are open in each block that is open, the innermost last.
    levels: list[list[Token]] = [[]]
    for token in tokens:
        if token.type == "container_open":
            _check_name(token, draft, names)
            token.nesting = 1
            levels[-1].append(token)
        elif token.type == "container_close":
            if not levels[-1]:
                _stray(token, draft)
                continue
            token.nesting = -1
            token.info = levels[-1].pop().info
        elif token.nesting == 1:
            levels.append([])
        elif token.nesting == -1:
            paired.extend(_close(levels.pop(), draft))
        paired.append(token)
    paired.extend(_close(levels.pop(), draft))
    return paired


def check_depth(tokens: list[Token], nesting: int, draft: Draft) -> None:
    """Report paragraphs that were too complex to read, and the first block or inline element that
    lies deeper than `nesting`."""
    depth = 0
    for token in tokens:
        depth += token.nesting
        if TOO_COMPLEX in token.meta:
            draft.findings.error(
                TOO_COMPLEX,
                f"This paragraph has more than {MOST_BRACKETS} opening brackets.",
                draft.block_mark(token),
                "Divide it; if it is program text, indent it by four spaces.",
            )
        if depth > nesting or (
            token.children
            and depth + len(token.children) > nesting
            and depth + _inline_depth(token.children) > nesting
        ):
            draft.findings.error(
                "nesting",
                f"Lists, quotations and the like lie in one another more than {nesting} deep here.",
                draft.block_mark(token),
                "Simplify the text, or look for a row of signs that was meant as text.",
            )
            return


def _inline_depth(children: list[Token]) -> int:
    depth = deepest = 0
    for child in children:
        depth += child.nesting
        deepest = max(deepest, depth)
    return deepest


def _close(containers: list[Token], draft: Draft) -> list[Token]:
    """Ends for containers that have none before the block around them ends."""
    ends: list[Token] = []
    for container in reversed(containers):
        draft.findings.warning(
            "container-unclosed",
            f"The block `::: {container.info}` has no end.",
            draft.block_mark(container),
            "Write ::: on a line of its own below it, as far indented as its beginning.",
        )
        ends.append(Token("container_close", "div", -1, info=container.info, block=True))
    return ends


def _check_name(token: Token, draft: Draft, names: tuple[str, ...]) -> None:
    if token.info not in names:
        close = nearest(token.info, names)
        draft.findings.error(
            "container-unknown",
            f"There is no kind of block called “{token.info}”.",
            draft.block_mark(token),
            f"Did you mean “{close}”?" if close else f"Known here: {', '.join(names)}.",
        )
    elif token.content:
        draft.findings.error(
            "container-text",
            f"“{token.content}” stands on the line of `::: {token.info}` and would be lost.",
            draft.block_mark(token),
            "Begin the text on the next line.",
        )


def _stray(token: Token, draft: Draft) -> None:
    draft.findings.warning(
        "container-stray",
        "This ::: ends no block.",
        draft.block_mark(token),
        f"Delete it, or begin the block above it with a line such as ::: {INTERNAL}",
    )
