"""A build that is killed at any instant leaves whole files, and the next build heals the folder.

Each run replaces one more of the calls that change the disk by a sudden death.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator

import pytest

from briefgen import files
from briefgen.publish.manifest import NAME, parse_manifest
from tests.harness import SiteFolder

CALLS = (
    "write_whole",
    "write_aside",
    "move_whole",
    "remove_file",
    "remove_tree",
    "remove_empty_folders",
)


class Killed(BaseException):
    """Nothing catches it, as nothing catches a kill."""


def _edit(site: SiteFolder) -> None:
    site.edit("content/articles/tianjin.md", "title: Tianjin", "title: In Tianjin")
    site.edit("content/articles/drills.md", "tlp: CLEAR", "tlp: RED")
    site.delete("content/pages/about.md")
    site.article("visas", topic="Travel")


def test_death_at_any_step(site: SiteFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    site.edit("content/articles/drills.md", "topics:", "tlp: CLEAR\ntopics:")
    site.build_well()
    old = site.files()
    _edit(site)
    new = site.clean_build()
    died_at_least_once = 0
    for fatal in itertools.count(1):
        _restore(site, old)
        counter = itertools.count(1)
        with monkeypatch.context() as patch:
            for name in CALLS:
                patch.setattr(files, name, _mortal(getattr(files, name), counter, fatal))
            try:
                site.build()
            except Killed:
                died_at_least_once += 1
            else:
                break
        _look(site, old, new)
        site.build_well()
        assert site.files() == new
    assert died_at_least_once > 10


def _mortal(
    real: Callable[..., object], counter: Iterator[int], fatal: int
) -> Callable[..., object]:
    def call(*args: object, **kwargs: object) -> object:
        if next(counter) == fatal:
            raise Killed
        return real(*args, **kwargs)

    return call


def _restore(site: SiteFolder, old: dict[str, bytes]) -> None:
    """Put the old output back as it was."""
    for path, data in old.items():
        file = site.built / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    for path in set(site.files()) - set(old):
        (site.built / path).unlink()


def _look(site: SiteFolder, old: dict[str, bytes], new: dict[str, bytes]) -> None:
    """Every file is whole, old or new; every file is listed; a mixed folder shows."""
    found = site.files()
    manifest = parse_manifest(found.pop(NAME))
    assert manifest is not None
    for path, data in found.items():
        if path.startswith(".briefgen-new/"):
            continue
        assert data in {old.get(path), new.get(path)}, path
        assert path in manifest.files, path
