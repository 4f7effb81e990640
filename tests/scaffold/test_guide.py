"""What the guide for authors shows works as it is shown."""

from __future__ import annotations

import re
from pathlib import Path

from briefgen.cli import commands
from briefgen.model.item import Kind
from briefgen.read.item import read_item
from briefgen.read.reading import Reading

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/authoring.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)


def test_its_article_and_its_packet_can_be_read() -> None:
    (article,) = (block for block in BLOCKS if block.startswith("---\n"))
    read = read_item(Kind.ARTICLE, "a.md", article.encode(), Reading())
    assert (read.face is not None, read.diagnostics) == (True, ())
    (sections,) = (block for block in BLOCKS if block.startswith("sections:"))
    packet = f"---\ntitle: T\n{sections}---\n".encode()
    assert read_item(Kind.PACKET, "p.md", packet, Reading()).diagnostics == ()


def test_the_keys_and_values_it_names_in_passing_can_be_written() -> None:
    lines = re.findall(r"`((?:embargo|silence|date_basis|tlp|status): [^`]+)`", GUIDE)
    assert len(lines) >= 4
    for line in lines:
        keys = f"source: {{{line}}}" if line.startswith("date_basis") else line
        text = f"---\ntitle: T\n{keys}\n---\n".encode()
        assert read_item(Kind.ARTICLE, "a.md", text, Reading()).diagnostics == (), line


def test_its_commands_and_codes_exist() -> None:
    quoted = re.findall(r"`[^`\n]+`", re.sub(r"(?ms)^```.*?^```", "", GUIDE))
    named = set(re.findall(r"briefgen ([a-z]+)", "\n".join(quoted)))
    named |= {m for block in BLOCKS for m in re.findall(r"^briefgen ([a-z]+)", block, re.MULTILINE)}
    assert named <= set(commands.names())
    source = "".join(p.read_text(encoding="utf-8") for p in (ROOT / "briefgen").rglob("*.py"))
    rows = re.findall(r"^\| (`[a-z]+-[a-z]+`(?:, `[a-z]+-[a-z]+`)*) \|", GUIDE, re.MULTILINE)
    codes = [code for row in rows for code in re.findall(r"[a-z]+-[a-z]+", row)]
    assert len(codes) >= 7
    for code in codes:
        assert f'"{code}"' in source or f'-{code.partition("-")[2]}"' in source, code
