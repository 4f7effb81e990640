"""A site under random edits: after each, the incremental build must equal a clean one.

The machine knows nothing of how the engine decides what is stale. It edits the project as people
and programs do, builds, and compares the output folder byte by byte with one built from nothing.
"""

from __future__ import annotations

import datetime
import json
import os
import shutil
import tempfile
from pathlib import Path

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from briefgen.build.workbench import Workbench
from briefgen.files import add_line
from briefgen.model.request import Exit
from briefgen.publish.manifest import NAME
from tests.harness import NOON, SETTINGS, SiteFolder
from tests.media.pictures import drawn, put, saved

WORDS = st.sampled_from(["envoy", "border", "talks", "grain", "gas", "rail", "visa", "census"])
PICK = st.integers(min_value=0, max_value=10_000)
EMBARGO = NOON + datetime.timedelta(days=1)
ENTITIES = """\
people:
  - name: Wang Yi
    aliases: [Yi Wang]
    description: {description}
places:
  - name: Tianjin
"""
# A quotation may come to be wrong without anything else being stopped for it.
CHECKS = "checks: {quotation-absent: warning, quotation-altered: warning, alt-missing: warning}\n"
QUOTES = ["We will meet again in the spring.", "Nothing was signed on that day."]
QUOTING = """\
---
title: Quoting
summary: What was said.
date: 2021-08-16
source: {{title: Talks, language: en, snapshot: talks.txt}}
statements:
  - speaker: Yi Wang
    quote: {quote}
---
A body.
"""
EVENTS = """\
events:
  - {{date: {first}, what: It began., where: Tianjin}}
  - {{date: "{last}", what: It ended.}}
"""
DATES = st.sampled_from(["2021-08", "2021-08-03", "1999-12-31/2000-01-02", "2021-07-2X", "2022~"])
TEMPLATES = ["base.html", "parts.html", "article.html", "packet.html", "term.html", "home.html"]


class Incremental(RuleBasedStateMachine):
    """The rules are the edits of the design, one each."""

    def __init__(self) -> None:
        super().__init__()
        self._top = Path(tempfile.mkdtemp(prefix="machine-"))
        self.site = SiteFolder(self._top / "site")
        self.now = NOON
        self.audience = "public"
        self.serial = 0
        # One process that watches for each audience.
        self.benches: dict[str, Workbench] = {}

    def teardown(self) -> None:
        shutil.rmtree(self._top, ignore_errors=True)

    @initialize()
    def begin(self) -> None:
        site = self.site
        site.write("themes/mine/theme.yaml", "name: mine\nextends: tiny\nstylesheet: tiny.css\n")
        site.write("briefgen.yaml", SETTINGS.replace("theme: tiny", "theme: mine") + CHECKS)
        site.write("content/entities.yaml", ENTITIES.format(description="A minister."))
        site.article("tianjin", person="Yi Wang", more="related: [drills]\n")
        site.write("content/articles/quoting.md", QUOTING.format(quote=QUOTES[0]))
        site.write("content/sources/talks.txt", f"{QUOTES[0]} {QUOTES[1]}\n")
        site.article(
            "drills",
            topic="Security",
            body="See [[tianjin]] and [[tianjin|this]].",
            more=EVENTS.format(first="2021-08", last="2021-09-01"),
        )
        site.article("later", more=f"embargo: {EMBARGO.isoformat()}\n")
        site.article(
            "closed",
            more="tlp: AMBER\n" + EVENTS.format(first="1950", last="2021-10~"),
            body="Only for [[later|partners]].",
        )
        site.packet(
            "first",
            ["tianjin", "drills", "later", "closed"],
            more="series: daily\nkey_judgments:\n  - text: All will be well.\n"
            "    likelihood: likely\n    articles: [later]\n",
        )
        site.packet("second", ["drills", "closed"], more="series: daily\n")
        site.write("content/pages/about.md", "---\ntitle: About\n---\nSee [[first]].\n")
        put(site, "harbour.png", saved(drawn((40, 30))))
        put(site, "table.csv", b"a,b\n")
        self.compare()

    # ---- helpers

    @property
    def folder(self) -> Path:
        return self._top / f"out-{self.audience}"

    def options(self) -> dict[str, object]:
        return {"now": self.now, "audience": self.audience}

    def build(self, **more: object) -> Exit:
        return self.site.build(output=str(self.folder), **self.options(), **more).exit

    def compare(self, *changed: str) -> None:
        """The heart: what is there must be what a clean build makes, and a second build must write
        nothing. `changed` are the files that one who watches would be told of."""
        bench = self.benches.setdefault(self.audience, Workbench())
        paths = tuple(str(self.site.root / path) for path in changed)
        outcome = self.site.build(
            bench=bench, output=str(self.folder), changed=paths, **self.options()
        )
        assert outcome.exit is Exit.DONE, outcome.diagnostics
        made = self.site.files(self.folder)
        wanted = self.site.clean_build(**self.options())
        # What is told of the content must not depend on the way either.
        checked = self.site.check(cache=False, **self.options())
        assert outcome.diagnostics == checked.diagnostics
        recalled = self.site.check(**self.options())
        assert recalled.diagnostics == checked.diagnostics
        assert (recalled.withheld, recalled.total) == (checked.withheld, checked.total)
        assert made.keys() == wanted.keys()
        different = [path for path in wanted if made[path] != wanted[path]]
        assert not different, different
        again = self.site.build(output=str(self.folder), **self.options())
        assert again.total == outcome.total
        assert again.withheld == outcome.withheld
        assert again.written == ()
        assert again.removed == ()
        assert again.rendered == ()

    def articles(self) -> list[str]:
        folder = self.site.root / "content/articles"
        return sorted(f"content/articles/{path.name}" for path in folder.glob("*.md"))

    def free_articles(self) -> list[str]:
        """Those that nothing refers to, and which can go."""
        return [path for path in self.articles() if "/extra-" in path]

    # ---- rules

    @rule(which=PICK, word=WORDS)
    def edit_body(self, which: int, word: str) -> None:
        paths = self.articles()
        path = paths[which % len(paths)]
        self.site.write(path, self.site.read(path) + f"\nMore on the {word}.\n")
        self.compare(path)

    @rule(which=PICK, word=WORDS, key=st.sampled_from(["title", "summary"]))
    def edit_face(self, which: int, word: str, key: str) -> None:
        paths = self.articles()
        path = paths[which % len(paths)]
        lines = self.site.read(path).splitlines(keepends=True)
        changed = [f"{key}: The {word}\n" if li.startswith(f"{key}:") else li for li in lines]
        self.site.write(path, "".join(changed))
        self.compare(path)

    @rule(name=st.sampled_from(TEMPLATES), word=WORDS)
    def edit_template(self, name: str, word: str) -> None:
        path = f"themes/tiny/templates/{name}"
        text = self.site.read(path)
        (self.site.root / path).write_text(text.replace("<p>", f'<p class="{word}">', 1))
        self.compare()

    @rule(color=st.sampled_from(["#111111", "#222222", "#333333"]))
    def edit_option(self, color: str) -> None:
        lines = self.site.read("briefgen.yaml").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("theme_options")]
        self.site.write("briefgen.yaml", "".join(kept) + f"theme_options: {{ink: '{color}'}}\n")
        self.compare()

    @rule(word=WORDS)
    def edit_setting(self, word: str) -> None:
        lines = self.site.read("briefgen.yaml").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("tagline")]
        self.site.write("briefgen.yaml", "".join(kept) + f"tagline: {word}\n")
        self.compare()

    @rule(which=PICK)
    def picture_that_says_nothing(self, which: int) -> None:
        """Something is told of a place in the text, which then moves, or is silenced."""
        paths = self.articles()
        path = paths[which % len(paths)]
        text, line = self.site.read(path), "![](../media/harbour.png)\n"
        silence = "silence: {alt-missing: it adorns}\n"
        if line not in text:
            text += f"\n{line}"
        elif silence not in text:
            text = text.replace("date:", f"{silence}date:", 1)
        else:
            text = text.replace(silence, "").replace(
                f"---\n{'A' if which % 2 else 'S'}", "---\n\nA"
            )
        self.site.write(path, text)
        self.compare()

    @rule(name=st.sampled_from(["Wang Yi", "Wang Yii", "Yi Wang", "Zamir Kabulov"]))
    def edit_person(self, name: str) -> None:
        """A name that is nearly one that is known, and an alias."""
        lines = self.site.read("content/articles/drills.md").splitlines(keepends=True)
        changed = [f"people: [{name}]\n" if li.startswith("people:") else li for li in lines]
        self.site.write("content/articles/drills.md", "".join(changed))
        self.compare()

    @rule(which=PICK, word=WORDS)
    def keep_going(self, which: int, word: str) -> None:
        """Around an article that is broken, the rest is built, and one body is edited meanwhile."""
        paths = self.articles()
        path, other = paths[which % len(paths)], paths[(which + 1) % len(paths)]
        good = self.site.read(path)
        self.site.write(path, f"{good}\nSee [[nothing-{word}]].\n")
        for _ in range(2):
            self.build(keep_going=True)
            wanted = self.site.clean_build(keep_going=True, **self.options())
            assert self.site.files(self.folder) == wanted
            self.site.write(other, self.site.read(other) + f"\nOn the {word}.\n")
        self.site.write(path, good)
        self.compare()

    @rule(word=WORDS, with_first=st.booleans())
    def edit_snapshot(self, word: str, *, with_first: bool) -> None:
        first = f"{QUOTES[0]} " if with_first else ""
        self.site.write("content/sources/talks.txt", f"{first}{QUOTES[1]} The {word} went on.\n")
        self.compare()

    @rule(which=st.integers(0, 1))
    def edit_quote(self, which: int) -> None:
        path = "content/articles/quoting.md"
        text = self.site.read(path)
        self.site.write(path, text.replace(QUOTES[1 - which], QUOTES[which]))
        self.compare()

    @rule(first=DATES, last=DATES, slug=st.sampled_from(["drills", "closed"]))
    def edit_events(self, first: str, last: str, slug: str) -> None:
        path = f"content/articles/{slug}.md"
        before, _, rest = self.site.read(path).partition("events:\n")
        after = "\n".join(rest.split("\n")[2:])
        events = EVENTS.format(first=first, last=last)
        (self.site.root / path).write_text(before + events + after, encoding="utf-8")
        self.compare()

    @rule(date=DATES, tlp=st.booleans())
    def edit_statement(self, date: str, *, tlp: bool) -> None:
        """A statement gets another date, and its article another topic; it is withheld, or not."""
        path = "content/articles/quoting.md"
        kept = [
            line
            for line in self.site.read(path).splitlines(keepends=True)
            if not line.startswith(("    date: ", "tlp: ", "topics: "))
        ]
        at = next(n for n, line in enumerate(kept) if line.startswith("    quote:"))
        kept.insert(at + 1, f"    date: {date}\n")
        kept.insert(1, f"topics: [{date[:4]}]\n")
        if tlp:
            kept.insert(1, "tlp: AMBER\n")
        (self.site.root / path).write_text("".join(kept), encoding="utf-8")
        self.compare()

    @rule(word=WORDS)
    def edit_style(self, word: str) -> None:
        path = self.site.root / "themes/tiny/static/dot.svg"
        path.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><title>{word}</title></svg>\n')
        self.compare()

    @rule(word=WORDS)
    def edit_entity(self, word: str) -> None:
        self.site.write("content/entities.yaml", ENTITIES.format(description=f"The {word} man."))
        self.compare()

    @rule(which=PICK, name=st.sampled_from(["harbour.png", "table.csv"]))
    def refer(self, which: int, name: str) -> None:
        """A reference to a picture or document comes or goes, in any article, withheld or not."""
        paths = self.articles()
        path = paths[which % len(paths)]
        text, line = (
            self.site.read(path),
            f"\n{'!' if name[-1] == 'g' else ''}[A](../media/{name})\n",
        )
        self.site.write(path, text.replace(line, "") if line in text else text + line)
        self.compare()

    @rule(colour=st.sampled_from(["red", "green", "blue"]), width=st.integers(1, 3))
    def edit_media(self, colour: str, width: int) -> None:
        put(self.site, "harbour.png", saved(drawn((20 * width, 30), colour)))
        put(self.site, "table.csv", f"{colour},{width % 2}\n".encode())
        self.compare()

    @rule(word=WORDS, topic=WORDS)
    def add(self, word: str, topic: str) -> None:
        self.serial += 1
        day = f"2021-08-{self.serial % 28 + 1:02}"
        self.site.article(f"extra-{self.serial}", title=word, topic=topic, date=day)
        self.compare()

    @rule(which=PICK)
    def rename(self, which: int) -> None:
        paths = self.free_articles()
        if paths:
            self.serial += 1
            path = paths[which % len(paths)]
            self.site.rename(path, f"content/articles/extra-{self.serial}.md")
            self.compare()

    @rule(which=PICK)
    def delete(self, which: int) -> None:
        paths = self.free_articles()
        if paths:
            self.site.delete(paths[which % len(paths)])
            self.compare()

    @rule(name=st.sampled_from(TEMPLATES), word=WORDS)
    def override_template(self, name: str, word: str) -> None:
        mine = self.site.root / "themes/mine/templates" / name
        if mine.exists():
            mine.unlink()
        else:
            text = self.site.read(f"themes/tiny/templates/{name}")
            mine.parent.mkdir(parents=True, exist_ok=True)
            mine.write_text(text.replace("<p>", f'<p id="{word}">', 1))
        self.compare()

    @rule(word=WORDS)
    def add_or_remove_include(self, word: str) -> None:
        banner = self.site.root / "themes/mine/templates/banner.html"
        if banner.exists():
            banner.unlink()
        else:
            banner.parent.mkdir(parents=True, exist_ok=True)
            banner.write_text(f"<p>{word}</p>\n")
        self.compare()

    @rule()
    def pass_embargo(self) -> None:
        self.now = EMBARGO if self.now < EMBARGO else NOON
        self.compare()

    @rule(audience=st.sampled_from(["public", "partners", "desk"]))
    def switch_audience(self, audience: str) -> None:
        self.audience = audience
        self.compare()

    @rule(which=PICK)
    def touch(self, which: int) -> None:
        paths = self.articles()
        path = self.site.root / paths[which % len(paths)]
        path.write_bytes(path.read_bytes())
        os.utime(path)
        self.compare()

    @rule(
        packet=st.sampled_from(["first", "second"]),
        audience=st.sampled_from(["public", "desk"]),
        title=st.sampled_from("abc"),
    )
    def record(self, packet: str, audience: str, title: str) -> None:
        """A line comes to a ledger, as if the items had had other titles then."""
        item = {"face": title * 32, "fields": {"title": title * 32}}
        issue = {
            "issued": NOON.isoformat(),
            "audience": audience,
            "packet": packet,
            "digest": title * 32,
            "brief": title * 64,
            "items": [{"article": slug, **item} for slug in ("tianjin", "drills", "closed")],
        }
        add_line(
            str(self.site.root / f"content/ledger/{audience}.jsonl"), json.dumps(issue).encode()
        )
        self.compare()

    @rule()
    def delete_cache(self) -> None:
        shutil.rmtree(self.site.root / ".briefgen", ignore_errors=True)
        self.compare()

    @rule(which=PICK)
    def delete_output_file(self, which: int) -> None:
        paths = sorted(path for path in self.site.files(self.folder) if path != NAME)
        if paths:
            (self.folder / paths[which % len(paths)]).unlink()
        self.compare()

    @rule(which=PICK)
    def edit_output_file(self, which: int) -> None:
        paths = sorted(path for path in self.site.files(self.folder) if path != NAME)
        if paths:
            path = self.folder / paths[which % len(paths)]
            path.write_bytes(path.read_bytes().replace(b"e", b"o") + b"!")
        self.compare()

    @rule(which=PICK)
    def break_and_mend(self, which: int) -> None:
        paths = self.articles()
        path = paths[which % len(paths)]
        before, good = self.site.files(self.folder), self.site.read(path)
        self.site.write(path, good.replace("title:", "titel:", 1))
        if "titel:" in self.site.read(path):
            assert self.build() is Exit.CONTENT
            assert self.site.files(self.folder) == before
        self.site.write(path, good)
        self.compare()
