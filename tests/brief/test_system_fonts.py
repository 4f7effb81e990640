"""The setting `system_fonts` reaches the briefs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from briefgen.render.brief.job import BriefJob, BriefResult
from tests.harness import SiteFolder


def test_the_setting_reaches_the_worker_and_makes_the_brief_anew(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[bool] = []

    def render(
        jobs: Sequence[BriefJob], workers: int, wanted: Callable[[], bool]
    ) -> Iterator[BriefResult]:
        assert workers
        assert wanted()
        for job in jobs:
            seen.append(job.system_fonts)
            yield BriefResult(path=job.path, pdf=b"%PDF-1.7")

    monkeypatch.setattr("briefgen.build.briefs.render_briefs", render)
    site.build_well(pdf=True)
    assert seen
    assert set(seen) == {False}
    seen.clear()
    site.build_well(pdf=True)
    assert seen == []
    site.edit("briefgen.yaml", "default_tlp", "system_fonts: true\ndefault_tlp")
    site.build_well(pdf=True)
    assert seen
    assert set(seen) == {True}
