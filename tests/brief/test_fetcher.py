"""What a brief may read, and what becomes of the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.model.base import digest_bytes
from briefgen.render.brief.job import ABSENT, REFUSED, BriefJob, BriefResult
from tests.brief.sample import META, STATIC, codes

FORBIDDEN = (
    "file:///etc/passwd",
    "http://example.com/x.css",
    "https://example.com/x.css",
    "http://theme.invalid/print/brief.css",
    "https://user@theme.invalid/print/brief.css",
    "https://theme.invalid/../brief.css",
    "https://theme.invalid/print/..%2f..%2ftheme.yaml",
    "https://theme.invalid/print%5cbrief.css",
    "https://theme.invalid//etc/passwd",
    "https://theme.invalid/print/brief.css?query",
    "data:text/css,p{color:red}",
)


@pytest.mark.parametrize("url", FORBIDDEN)
def test_other_addresses_are_refused(url: str) -> None:
    from briefgen.render.brief.fetcher import LockedFetcher, RefusedError

    fetcher = LockedFetcher(BriefJob(path="x.pdf", html="", static=(STATIC,), meta=META))
    with pytest.raises(RefusedError):
        fetcher.fetch(url)
    assert list(fetcher.asked.values()) == [REFUSED]


def test_links_out_of_the_folder_are_refused(tmp_path: Path) -> None:
    from briefgen.render.brief.fetcher import LockedFetcher, RefusedError

    static = tmp_path / "static"
    static.mkdir()
    (tmp_path / "secret.css").write_text("secret")
    (static / "plain.css").write_text("plain")
    (static / "out.css").symlink_to(tmp_path / "secret.css")
    (static / "in.css").symlink_to("plain.css")
    job = BriefJob(path="x.pdf", html="", static=(str(static),), meta=META)
    fetcher = LockedFetcher(job)
    assert fetcher.fetch("https://theme.invalid/in.css").read() == b"plain"
    with pytest.raises(RefusedError):
        fetcher.fetch("https://theme.invalid/out.css")
    assert fetcher.asked == {"in.css": digest_bytes(b"plain"), "out.css": REFUSED}


def test_the_first_folder_that_has_a_file_wins(tmp_path: Path) -> None:
    from briefgen.render.brief.fetcher import LockedFetcher

    for name, files in (("mine", ("a",)), ("theirs", ("a", "b"))):
        for file in files:
            (tmp_path / name).mkdir(exist_ok=True)
            (tmp_path / name / f"{file}.css").write_text(name)
    static = (str(tmp_path / "mine"), str(tmp_path / "theirs"))
    fetcher = LockedFetcher(BriefJob(path="x.pdf", html="", static=static, meta=META))
    assert fetcher.fetch("https://theme.invalid/a.css").read() == b"mine"
    assert fetcher.fetch("https://theme.invalid/b.css").read() == b"theirs"
    with pytest.raises(FileNotFoundError):
        fetcher.fetch("https://theme.invalid/c.css")
    assert fetcher.asked["c.css"] == ABSENT


@pytest.mark.parametrize("name", ["attachment", "file", "sheet"])
def test_a_brief_embeds_no_file_of_the_machine(
    small: dict[str, BriefResult], secret: Path, name: str
) -> None:
    result = small[name]
    assert result.pdf == b""
    assert "brief-refused" in codes(result)
    assert dict(result.asked)[secret.as_uri()] == REFUSED
    assert "SECRET" not in " ".join(each.message for each in result.diagnostics)


def test_what_is_asked_for_is_recorded_with_its_digest(small: dict[str, BriefResult]) -> None:
    asked = dict(small["plain"].asked)
    fonts = Path(STATIC) / "fonts"
    assert asked["print/brief.css"] == digest_bytes((Path(STATIC) / "print/brief.css").read_bytes())
    assert len([name for name in asked if name.endswith(".woff2")]) == len([*fonts.glob("*.woff2")])
    assert list(asked) == sorted(asked)


def test_a_missing_picture_fails_the_brief(small: dict[str, BriefResult]) -> None:
    result = small["absent picture"]
    assert codes(result) == ["brief-absent"]
    assert "media/gone.png" in result.diagnostics[0].message
    assert dict(result.asked)["media/gone.png"] == ABSENT


def test_pictures_come_from_the_media_folder_within_bounds(small: dict[str, BriefResult]) -> None:
    assert small["small picture"].pdf
    assert codes(small["large picture"]) == ["brief-refused"]
    assert "1500 × 1000 pixels" in small["large picture"].diagnostics[0].message
