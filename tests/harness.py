"""A site in a temporary folder: write it, edit it, build it, look at what came out.

Everything goes through the same interface as the command line. What a build rendered is part of
what it returns, so a test can say exactly which files an edit touched.
"""

from __future__ import annotations

import datetime
import os
import shutil
import textwrap
from pathlib import Path

from briefgen.build import build, check, clean
from briefgen.build.workbench import Workbench
from briefgen.model.request import Exit, Outcome, Request
from briefgen.progress import Silent

NOON = datetime.datetime(2021, 8, 27, 12, tzinfo=datetime.UTC)
FIXTURES = Path(__file__).parent / "fixtures"

SETTINGS = """\
title: Amu Desk
tagline: What the north reports
base_url: https://example.org/amu/
language: en
timezone: UTC
theme: tiny
default_tlp: CLEAR
audiences:
  public: {ceiling: CLEAR}
  partners: {ceiling: AMBER}
  desk: {ceiling: RED, internal: true}
"""

ARTICLE = """\
---
title: {title}
date: {date}
summary: {summary}
source:
  title: A report
  publisher: {publisher}
  published: {date}
  url: https://example.com/{slug}
people: [{person}]
topics: [{topic}]
{more}---
{body}
"""


class SiteFolder:
    """A project in `root`. `built` is its output folder."""

    def __init__(self, root: Path, *, theme: str = "tiny") -> None:
        self.root = root
        self.root.mkdir(parents=True, exist_ok=True)
        if theme == "tiny":
            shutil.copytree(FIXTURES / "themes" / "tiny", root / "themes" / "tiny")
        self.write("briefgen.yaml", SETTINGS.replace("theme: tiny", f"theme: {theme}"))

    @property
    def built(self) -> Path:
        return self.root / "output"

    def write(self, path: str, text: str) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(textwrap.dedent(text), encoding="utf-8")

    def article(  # noqa: PLR0913  the keys that tests set
        self,
        slug: str,
        *,
        title: str = "",
        date: str = "2021-08-16",
        summary: str = "A summary.",
        publisher: str = "The Gazette",
        person: str = "Zamir Kabulov",
        topic: str = "Diplomacy",
        body: str = "A body.",
        more: str = "",
    ) -> None:
        """Write an article; `more` are further lines of front matter."""
        text = ARTICLE.format(
            title=title or slug.replace("-", " ").capitalize(),
            date=date,
            summary=summary,
            publisher=publisher,
            person=person,
            topic=topic,
            slug=slug,
            body=body,
            more=textwrap.dedent(more),
        )
        self.write(f"content/articles/{slug}.md", text)

    def packet(self, slug: str, articles: list[str], *, more: str = "", body: str = "") -> None:
        """Write a packet with one plain list."""
        lines = [
            "---",
            f"title: {slug.replace('-', ' ').capitalize()}",
            "date: 2021-08-17",
            f"articles: [{', '.join(articles)}]",
            *textwrap.dedent(more).splitlines(),
            "---",
            body,
        ]
        self.write(f"content/packets/{slug}.md", "\n".join(lines) + "\n")

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace `old`, which must be there, by `new`."""
        text = self.read(path)
        assert old in text, f"{old!r} is not in {path}"
        (self.root / path).write_text(text.replace(old, new), encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def delete(self, path: str) -> None:
        (self.root / path).unlink()

    def rename(self, path: str, to: str) -> None:
        target = self.root / to
        target.parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).rename(target)

    def request(self, **options: object) -> Request:
        fields: dict[str, object] = {"now": NOON, "pdf": False, **options}
        return Request(root=str(self.root), **fields)  # type: ignore[arg-type]  # tests name fields

    def build(self, **options: object) -> Outcome:
        bench = options.pop("bench", None)
        assert bench is None or isinstance(bench, Workbench)
        return build(self.request(**options), Silent(), None, bench)

    def build_well(self, **options: object) -> Outcome:
        """Build, and insist that all went well."""
        outcome = self.build(**options)
        assert outcome.exit is Exit.DONE, [d.message for d in outcome.diagnostics]
        return outcome

    def check(self, **options: object) -> Outcome:
        return check(self.request(**options), Silent())

    def clean(self, **options: object) -> Outcome:
        return clean(self.request(**options))

    def page(self, path: str) -> str:
        """A file of the output as text."""
        return (self.built / path).read_text(encoding="utf-8")

    def files(self, folder: Path | None = None) -> dict[str, bytes]:
        """Every file of the output (or of `folder`) with its bytes."""
        top = folder or self.built
        return {
            str(path.relative_to(top)).replace(os.sep, "/"): path.read_bytes()
            for path in sorted(top.rglob("*"))
            if path.is_file()
        }

    def clean_build(self, **options: object) -> dict[str, bytes]:
        """What a build from nothing makes: another output folder, no cache."""
        fresh = self.root.parent / f"{self.root.name}-fresh"
        shutil.rmtree(fresh, ignore_errors=True)
        outcome = self.build(output=str(fresh), cache=False, **options)
        assert outcome.exit in {Exit.DONE, Exit.CONTENT}, outcome.diagnostics
        files = self.files(fresh) if fresh.exists() else {}
        shutil.rmtree(fresh, ignore_errors=True)
        return files


def codes(outcome: Outcome) -> list[str]:
    """The codes of what a build told, in its order."""
    return [each.code for each in outcome.diagnostics]
