"""Every view comes back from the cache as it was planned, to the type of each number."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from briefgen.build.commands import examine
from briefgen.build.forms import Forms, fetch, has_form, order_of
from briefgen.build.project import Project
from briefgen.build.survey import Site
from briefgen.model.request import Request, Search
from briefgen.plan.artifact import Artifact, artifact_digest, form_of
from briefgen.progress import Silent
from briefgen.store.cache import Cache
from tests.harness import SiteFolder
from tests.site.rooms import ENGLISH, PERSIAN, house

ROOT = Path(__file__).parents[2]
FOLDER = "output"


def _shown(artifact: Artifact) -> str:
    """All that a template sees of it. The text tells 1 from 1.0, and in what order mappings are."""
    attached = [_shown(each) for each in artifact.attached]
    return repr((artifact.template, artifact.frame, artifact.page, artifact.needs, attached))


def _come_back(_: Project, site: Site) -> int:
    cache = Cache(None, "")
    forms = Forms(cache, FOLDER)
    kept = [each for each in site.artifacts if has_form(each.kind)]
    for artifact in kept:
        forms.keep(artifact, form_of(artifact, ""))
    forms.finish(kept)
    orders = [order_of(each, artifact_digest(each, form_of(each, "").digest)) for each in kept]
    view = next(each.site for each in kept if each.site is not None)
    for planned, found in zip(kept, fetch(orders, {}, view, cache, FOLDER), strict=True):
        assert _shown(found) == _shown(planned)
        assert found.site is planned.site
    return len(kept)


def _look(root: Path) -> None:
    now = datetime.datetime(2026, 11, 1, tzinfo=datetime.UTC)
    request = Request(root=str(root), now=now, search=Search.NOW, cache=False)
    _, count = examine(request, Silent(), _come_back)
    assert count


def test_those_of_the_sample() -> None:
    _look(ROOT)


@pytest.mark.parametrize("words", [ENGLISH, PERSIAN])
def test_those_of_a_page_of_each_kind(tmp_path: Path, words: dict[str, str]) -> None:
    _look(house(tmp_path / "site", words, theme="default", base="https://example.org/").root)


def test_own_fields_of_an_author(site: SiteFolder) -> None:
    site.article("more", more="x_zone: 2\nx_area: [a, {b: 1.0, a: 1}]\n")
    _look(site.root)
