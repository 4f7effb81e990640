"""What a build loads: as little as what happened calls for. Half of a short build is its start."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.harness import SiteFolder

ARTICLE = "content/articles/tianjin.md"
PROGRAM = f"""\
import sys
before = set(sys.modules)  # a measurement of coverage loads half the library on its own
sys.path.insert(0, {str(Path(__file__).parents[2])!r})
from briefgen.cli.main import main
code = main(sys.argv[1:])
print(*set(sys.modules) - before, file=sys.stderr)
sys.exit(code)
"""
# What joins, checks, plans and proves, and what makes briefs, media and the index of the search.
LONG_WAY = frozenset(
    {
        "briefgen.build.anew",
        "briefgen.build.briefs",
        "briefgen.build.prove",
        "briefgen.build.survey",
    }
    | {"briefgen.check.rules", "briefgen.plan.plan", "briefgen.quotation.prove"}
    | {"briefgen.read.catalogue", "briefgen.resolve.site"}
    | {"PIL", "babel", "email", "fontTools", "importlib.metadata", "nh3", "pypdf"}
    | {"rapidfuzz", "subprocess", "weasyprint"}
)
# What reads and renders anything at all.
SHORT_WAY = frozenset(
    {"briefgen.build.building", "filelock", "jinja2", "json", "markdown_it", "yaml"}
)


def loaded(site: SiteFolder, *argv: str) -> set[str]:
    """The modules that the program loads for one command line."""
    ran = subprocess.run(
        [sys.executable, "-I", "-c", PROGRAM, *argv, "-C", str(site.root)],
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ran.stderr.split())


@pytest.mark.parametrize("command", [("build", "--no-pdf", "--no-search"), ("check",)])
def test_the_edit_of_a_text_loads_nothing_that_plans(
    site: SiteFolder, command: tuple[str, ...]
) -> None:
    # The whole is seen to load what is to be missed afterwards.
    assert {"briefgen.build.survey", "briefgen.plan.plan", "babel"} <= loaded(site, *command)
    site.edit(ARTICLE, "A body.", "They left “at once”, as one said.")
    modules = loaded(site, *command)
    assert "briefgen.read.item" in modules
    assert LONG_WAY & modules == set()
    # What only reads asks for no template.
    assert ("jinja2" in modules) is (command[0] == "build")


def test_where_nothing_happened_nothing_is_loaded_that_reads(site: SiteFolder) -> None:
    command = ("build", "--no-pdf", "--no-search")
    assert loaded(site, *command) >= SHORT_WAY
    assert (LONG_WAY | SHORT_WAY) & loaded(site, *command) == set()
