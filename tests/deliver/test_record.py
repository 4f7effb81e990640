"""`briefgen record`: what it writes, and what it refuses."""

from __future__ import annotations

import hashlib
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from briefgen.deliver.record import record
from briefgen.model.request import Exit
from briefgen.progress import Silent
from tests.harness import SiteFolder

Program = Callable[..., subprocess.CompletedProcess[str]]
LEDGER = "content/ledger/public.jsonl"
NOW = ("--now", "2021-08-27T12:00Z")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    site = SiteFolder(tmp_path_factory.mktemp("record") / "site")
    site.article("talks")
    site.article("closed", more="tlp: RED\n")
    site.packet("first", ["talks", "closed"])
    site.packet("secret", ["closed"], more="tlp: RED\n")
    site.build_well(pdf=True)
    return site


def test_it_adds_a_line_once(built: SiteFolder, program: Program) -> None:
    ran = program("record", "content/packets/first.md", *NOW, cwd=built.root)
    assert ran.returncode == 0, ran.stderr
    assert ran.stdout == f"{LEDGER}: first for public, 2021-08-27T12:00:00Z\n"
    (line,) = built.read(LEDGER).splitlines()
    issue = json.loads(line)
    pdf = (built.built / "packets/first.pdf").read_bytes()
    assert issue["brief"] == hashlib.sha256(pdf).hexdigest()
    assert issue["issued"] == "2021-08-27T12:00:00Z"
    assert [item["article"] for item in issue["items"]] == ["talks"]
    assert "closed" not in line
    schema = json.loads(program("schema", "ledger", cwd=built.root).stdout)
    jsonschema.validate(issue, schema)
    twice = program("record", "first", *NOW, cwd=built.root)
    assert (twice.returncode, twice.stdout) == (0, "")
    assert "stands in the ledger already" in twice.stderr
    assert built.read(LEDGER) == f"{line}\n"
    again = program("record", "first", "--again", "--format", "json", *NOW, cwd=built.root)
    assert json.loads(again.stdout)["already"] is False
    assert built.read(LEDGER) == f"{line}\n{line}\n"


@pytest.mark.parametrize(
    ("packet", "code", "exit_code"),
    [("frist", "packet-unknown", Exit.USAGE), ("secret", "packet-withheld", Exit.REFUSED)],
)
def test_it_records_no_packet_that_is_not_there(
    built: SiteFolder, packet: str, code: str, exit_code: Exit
) -> None:
    done = record(built.request(), packet, Silent())
    assert ([each.code for each in done.diagnostics], done.exit) == ([code], exit_code)


def test_it_records_only_what_was_really_sent(tmp_path: Path) -> None:
    site = SiteFolder(tmp_path / "site")
    site.article("talks")
    site.packet("first", ["talks"])

    def code(**options: object) -> str:
        done = record(site.request(**options), "first", Silent())
        assert done.exit in {Exit.USAGE, Exit.REFUSED}
        assert not (site.root / "content/ledger").exists()
        return done.diagnostics[0].code

    assert code() == "brief-unbuilt"
    site.build_well(pdf=True)
    assert code(audience="desk") == "output-refused"
    site.edit("content/articles/talks.md", "A body.", "Other words.")
    assert code() == "brief-stale"
    site.edit("content/articles/talks.md", "Other words.", "A body.")
    brief = site.built / "packets/first.pdf"
    brief.write_bytes(brief.read_bytes() + b"\n")
    assert code() == "brief-stale"
