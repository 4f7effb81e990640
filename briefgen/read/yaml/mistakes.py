"""What libyaml objects to, in words for people who do not know YAML.

libyaml says where it could not go on, which is often behind the place of the mistake. The line
tells more, so the typical mistakes are recognised by their looks.
"""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml
from yaml.reader import ReaderError

from briefgen.model.marks import Mark

CODE = "yaml-syntax"
KEY = re.compile(r"\s*(?:- +)*([^\s#:'\"\[{][^:#]*?):(?: +(.*))?$")
NO_SPACE = re.compile(r"\s*(?:- +)*([\w-]+):(?!//)\S")
COMMENT = re.compile(r"[\s\[{,]#")
SPECIAL = "@`%*&!|>"


class Explained(NamedTuple):
    code: str
    message: str
    mark: Mark
    hint: str = ""


def explain(mistake: yaml.YAMLError, lines: list[str], *, from_bytes: bool) -> Explained:
    """A diagnostic for a syntax error. `from_bytes`: places of single characters are counted in
    bytes of UTF-8, as libyaml does."""
    if isinstance(mistake, ReaderError):
        return _control(mistake, lines, from_bytes=from_bytes)
    if not isinstance(mistake, yaml.MarkedYAMLError) or mistake.problem_mark is None:
        return Explained(CODE, "This is not YAML.", Mark(line=1, column=1))
    problem = str(mistake.problem)
    at = min(mistake.problem_mark.line, len(lines) - 1)
    start = mistake.context_mark or mistake.problem_mark
    return (
        _tab(lines, at)
        or _open_quote(problem, start)
        or _escape(problem, mistake.problem_mark)
        or _special(lines, at)
        or _after_quote(lines, at)
        or _after_bracket(lines, at)
        or _bracket(problem, str(mistake.context), start, lines)
        or _colon(problem, lines, at, mistake.problem_mark.column)
        or _glued(lines, at)
        or _no_key(lines, at)
        or _indentation(at, mistake.problem_mark.column)
    )


def _control(mistake: ReaderError, lines: list[str], *, from_bytes: bool) -> Explained:
    text = "\n".join(lines)
    if from_bytes:
        before = text.encode()[: mistake.position].decode(errors="ignore")
    else:
        before = text[: mistake.position]
    return Explained(
        "yaml-control-character",
        "An invisible control character stands here.",
        Mark(line=before.count("\n") + 1, column=len(before) - before.rfind("\n")),
        "Delete it and write the place anew.",
    )


def _tab(lines: list[str], at: int) -> Explained | None:
    line = lines[at]
    indent = line[: len(line) - len(line.lstrip())]
    if "\t" not in indent:
        return None
    return Explained(
        "yaml-tab",
        "This line is indented with a tab.",
        Mark(line=at + 1, column=indent.index("\t") + 1),
        "Use spaces: YAML does not take tabs.",
    )


def _open_quote(problem: str, start: yaml.Mark) -> Explained | None:
    if "unexpected end of stream" not in problem and "document indicator" not in problem:
        return None
    return Explained(
        "yaml-quote",
        "The quotation mark that opens here is never closed.",
        Mark(line=start.line + 1, column=start.column + 1),
        "Close it. Inside a value in 'single' marks, an apostrophe is written twice.",
    )


def _escape(problem: str, place: yaml.Mark) -> Explained | None:
    # libyaml spells it “hexdecimal”.
    if not any(word in problem for word in ("escape", "hexdecimal", "hexadecimal", "Unicode")):
        return None
    return Explained(
        "yaml-escape",
        "The backslash here does not stand for anything.",
        Mark(line=place.line + 1, column=place.column + 1),
        r"Write \\ for a backslash, or put the value in 'single' quotation marks.",
    )


def _special(lines: list[str], at: int) -> Explained | None:
    found = _value(lines[at])
    if found is None:
        return None
    key, value, column = found
    if value[0] not in SPECIAL or (value[0] in "|>" and len(value) < 2):  # noqa: PLR2004
        return None
    return Explained(
        "yaml-special",
        f"The value of `{key}` begins with {value[0]}, which means something else in YAML.",
        Mark(line=at + 1, column=column, length=len(value)),
        "Put the value in quotation marks.",
    )


def _after_quote(lines: list[str], at: int) -> Explained | None:
    found = _value(lines[at])
    if found is None or found[1][0] not in "\"'":
        return None
    key, value, column = found
    end = value.find(value[0], 1)
    rest = value[end + 1 :].strip()
    if end < 0 or not rest or rest.startswith("#"):
        return None
    if value[0] == "'":
        hint = 'Write the apostrophe twice, or put the value in "double" quotation marks.'
    else:
        inner = value[1:-1] if value.endswith('"') else value
        hint = f"Put the whole value in 'single' quotation marks: {key}: '{_double(inner)}'"
    return Explained(
        "yaml-quote",
        f"Text follows the closing quotation mark in the value of `{key}`.",
        Mark(line=at + 1, column=column + end + 1, length=len(value) - end - 1),
        hint,
    )


def _after_bracket(lines: list[str], at: int) -> Explained | None:
    found = _value(lines[at])
    if found is None or found[1][0] not in "[{":
        return None
    key, value, column = found
    end = value.find("]" if value[0] == "[" else "}")
    rest = value[end + 1 :].strip()
    if end < 0 or not rest or rest.startswith("#"):
        return None
    return Explained(
        "yaml-special",
        f"The value of `{key}` begins with {value[0]}, which begins a list or group in YAML.",
        Mark(line=at + 1, column=column, length=len(value)),
        f"If it is meant as text, put it in quotation marks: {key}: '{_double(value)}'",
    )


def _bracket(problem: str, context: str, start: yaml.Mark, lines: list[str]) -> Explained | None:
    if "flow" not in context and "','" not in problem:
        return None
    line = min(start.line, len(lines) - 1)
    column = start.column if line == start.line else len(lines[line])
    while lines[line][column : column + 1] not in ("[", "{"):
        column = max(lines[line].rfind("[", 0, column), lines[line].rfind("{", 0, column))
        if column < 0:
            if line == 0:
                return None
            line -= 1
            column = len(lines[line])
    sign = lines[line][column]
    close = "}" if sign == "{" else "]"
    hint = f"Close it with {close}; or, if it is meant as text, put the value in quotation marks."
    if COMMENT.search(lines[line]):
        hint = (
            "What follows # on the line is a comment; if it is a value, put it in quotation marks."
        )
    return Explained(
        "yaml-bracket",
        f"The {sign} that opens here has no {close} that fits, or a comma is missing before it.",
        Mark(line=line + 1, column=column + 1),
        hint,
    )


def _colon(problem: str, lines: list[str], at: int, column: int) -> Explained | None:
    if "mapping values" not in problem:
        return None
    for line, until in ((at, column), (at - 1, None)):
        if line < 0:
            continue
        glued = _no_space(lines[line], line)
        if glued:
            return glued
        found = _value(lines[line])
        if found and ":" in found[1] and (until is None or found[2] <= until):
            key, value, start = found
            if value[0] in "\"'":
                continue
            return Explained(
                "yaml-colon",
                f"The value of `{key}` holds a colon, and stands without quotation marks.",
                Mark(line=line + 1, column=until + 1 if until is not None else start),
                f'Write it so: {key}: "{_requote(value)}"',
            )
    return None


def _glued(lines: list[str], at: int) -> Explained | None:
    """Where a line is no key for want of a space, libyaml objects to the one below it."""
    return _no_space(lines[at - 1], at - 1) if at > 0 else None


def _no_space(line: str, number: int) -> Explained | None:
    glued = NO_SPACE.match(line)
    if not glued:
        return None
    return Explained(
        "yaml-space",
        f"A space is missing after the colon of `{glued[1]}`.",
        Mark(line=number + 1, column=1 + glued.start(1), length=len(line.strip())),
        f"Write it so: {glued[1]}: {line[glued.end(1) + 1 :].strip()}",
    )


def _no_key(lines: list[str], at: int) -> Explained | None:
    """A line without a colon, either the one objected to or the one before it."""
    for line in (at, at - 1):
        if line < 0 or not lines[line].strip() or lines[line].lstrip()[0] in "#-[]{}":
            continue
        if ":" not in lines[line] and not lines[line][0].isspace():
            return Explained(
                "yaml-no-key",
                "This line is not of the form `key: value`.",
                Mark(line=line + 1, column=1, length=len(lines[line].rstrip())),
                "Add the key, or indent the line if it continues the one above.",
            )
    return None


def _indentation(at: int, column: int) -> Explained:
    return Explained(
        CODE,
        "This line does not fit those above it.",
        Mark(line=at + 1, column=column + 1),
        "Check its indentation: keys of one group begin in the same column, and entries of a list "
        "with a hyphen and a space.",
    )


def _value(line: str) -> tuple[str, str, int] | None:
    """Key and value of a line, and the column of the value."""
    found = KEY.match(line)
    if not found or not found[2].strip():
        return None
    return found[1].strip(), found[2].strip(), found.start(2) + 1


def _double(value: str) -> str:
    return value.replace("'", "''")


def _requote(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"')
