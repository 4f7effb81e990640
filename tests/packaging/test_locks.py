"""The lock files: whole, pinned, and free of any machine's addresses."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def entries(kind: str) -> set[str]:
    """One line for each pin, with its marker and digests."""
    text = (ROOT / f".ci/{kind}.txt").read_text(encoding="utf-8")
    return set(text.replace("\\\n", "").splitlines())


def normal(requirement: str) -> str:
    name = re.match(r"[\w.-]+", requirement)
    assert name, requirement
    return re.sub(r"[-_.]+", "-", name[0]).lower()


@pytest.mark.parametrize("kind", ["site", "test"])
def test_every_pin_has_its_digests_and_no_address(kind: str) -> None:
    for entry in entries(kind):
        assert re.match(r"[a-z0-9-]+==\S+ +(; .+?)? +--hash=sha256:[0-9a-f]{64}", entry), entry
        assert "://" not in entry
        assert "@" not in entry


def test_an_environment_for_tests_serves_the_site_too() -> None:
    # What only some Pythons need for the site, all may need for the tests.
    both = entries("test")
    for entry in entries("site"):
        assert entry in both or re.sub(r" ; .+?(?= +--hash)", "", entry) in both, entry


def test_what_is_declared_is_locked() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = settings["project"]["dependencies"]
    assert {normal(each) for each in declared} <= {normal(each) for each in entries("site")}
    declared = settings["dependency-groups"]["test"]
    assert {normal(each) for each in declared} <= {normal(each) for each in entries("test")}
