"""`docs/checks.md`: every code with what it is for, a wrong example, its report, a right one.

python -m tests.checks.handbook > docs/checks.md
"""

from __future__ import annotations

import sys

from briefgen.check.levels import LEVELS
from tests.checks.case import Case, load_cases
from tests.checks.unprovoked import (
    OF_CAPTURE,
    OF_LEAVING,
    OF_LINKS,
    OF_MEDIA,
    OF_OTHER_COMMANDS,
    OF_THE_MACHINE,
    OF_WORDS,
)

TOPICS = {
    "Files": "Whether a file can be read at all.",
    "YAML": "The form of front matter, settings and entities.",
    "Keys and values": "What may stand in which key.",
    "Text": "The Markdown below the front matter.",
    "Links and footnotes": "What a text refers to.",
    "Media": "Pictures and documents.",
    "Items": "What an item must have, and what it names.",
    "Tradecraft": "How likely, how sure, since when: what analysts owe their readers. The rules on "
    "likelihood are for English texts, those on dates for English, French and Russian ones.",
    "Quotations": "Whether what an article or a packet quotes stands in the snapshot. Where a hint "
    "begins with “Line 5 of the snapshot”, that is the nearest passage; what differs from it "
    "follows, word by word.",
    "Fair use": "How much an article takes from its source, by its snapshot. The limits are "
    "settings, under `limits:` in `briefgen.yaml`.",
    "Handling": "Who may see an item.",
    "Ledger": "What was sent to whom, and when.",
    "Settings and theme": "What the site and its templates ask for.",
    "Briefs": "The PDF of a packet.",
    "Output folder": "Where a build may write.",
    "Command line": "What is asked of the program.",
}
OPENING = """\
# What briefgen can tell you

Every message has a code, such as `[yaml-colon]`, by which it is found on this page. For each code
here are: what it is for, a file in which it is told, what briefgen says, and the file mended. How
a message is read, and how the level of a check is changed, stands in
[diagnostics.md](diagnostics.md).

An **error** stops publication; a **warning** does not, unless you build with `--strict`. Where a
level can be *changed*, it is changed for the whole site under `checks:` in `briefgen.yaml`, and
the check is silenced for one item with a reason under `silence:` in that item. What cannot be
changed would make a page wrong, or unsafe, or impossible.

This page is made from the cases in `tests/checks/` by `make docs`.
"""
CLOSING = (
    ("The machine", "Told of the machine or of a moment, without an example.", OF_THE_MACHINE),
    ("Words", "Told of the words of the interface.", OF_WORDS),
    ("Pictures", "Told of pictures; no text can show one.", OF_MEDIA),
    ("Capturing a source", "Told by `briefgen capture`.", OF_CAPTURE),
    ("Leaving the house", "Told by `deploy` and `mail`, which then send nothing.", OF_LEAVING),
    ("Addresses", "Told by `briefgen check --links`.", OF_LINKS),
    ("Other commands", "Told by `new`.", OF_OTHER_COMMANDS),
)
LONGEST = 120
KINDS = {"md": "markdown", "yaml": "yaml", "html": "jinja", "css": "css", "po": "po"}


def handbook() -> str:
    """The whole page."""
    cases = load_cases()
    parts = [OPENING, _contents(cases)]
    for topic, sentence in TOPICS.items():
        parts.append(f"## {topic}\n\n{sentence}\n")
        parts.extend(_case(case) for case in cases if case.topic == topic)
    for title, sentence, reasons in CLOSING:
        rows = "\n".join(f"| `{code}` | {words} |" for code, words in sorted(reasons.items()))
        parts.append(f"## {title}\n\n{sentence}\n\n| code | |\n|---|---|\n{rows}\n")
    return "\n".join(parts)


def _contents(cases: list[Case]) -> str:
    rows: list[str] = []
    for topic in TOPICS:
        links = " · ".join(f"[{case.code}](#{case.code})" for case in cases if case.topic == topic)
        rows.append(f"- **[{topic}](#{_anchor(topic)})**: {links}")
    rows.extend(f"- **[{title}](#{_anchor(title)})**" for title, _, _ in CLOSING)
    return "\n".join(rows) + "\n"


def _case(case: Case) -> str:
    changed = "can be changed" if case.code in LEVELS else "cannot be changed"
    parts = [f"### {case.code}\n", f"*{case.level.capitalize()}; {changed}.* {case.about}\n"]
    parts.extend(_file(path, text, "Wrong") for path, text in case.wrong.items())
    if case.headers.get("signs"):
        sign, number = case.headers["signs"].split()
        parts.append(f"{sign} stands for the character U+{number}.\n")
    if case.headers.get("encoding"):
        parts.append(f"Saved as {case.headers['encoding']}, not as UTF-8.\n")
    parts.append(f"`{case.run}` says\n\n```text\n{_visible(case)}```\n")
    for path, text in case.right.items():
        if text is not None:
            parts.append(_file(path, text, "Right"))
    if case.headers.get("mended"):
        parts.append(f"{case.headers['mended']}\n")
    return "\n".join(parts)


def _file(path: str, text: str, verdict: str) -> str:
    # A thousand brackets say no more than a hundred.
    text = "".join(_cut(line) for line in text.splitlines(keepends=True))
    kind = KINDS.get(path.rpartition(".")[2], "text")
    return f"{verdict}: `{path}`\n\n````{kind}\n{text}````\n"


def _cut(line: str) -> str:
    return line if len(line) <= LONGEST else f"{line[:LONGEST]}…\n"


def _visible(case: Case) -> str:
    """The report with signs for what a page would not show."""
    report = case.report
    if case.headers.get("signs"):
        sign, number = case.headers["signs"].split()
        report = report.replace(chr(int(number, 16)), sign)
    return report


def _anchor(title: str) -> str:
    return title.lower().replace(" ", "-")


if __name__ == "__main__":
    sys.stdout.write(handbook())
