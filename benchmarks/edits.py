"""What an author does to an archive between two builds."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive import Archive, article_text
from benchmarks.contenders.contender import Contender
from benchmarks.contenders.ours import ENTITIES, SETTINGS


@dataclass(frozen=True)
class Scenario:
    """A name, and what is done before the build that is measured. `round` counts from 0; each
    round edits another item."""

    name: str
    prepare: Callable[[Contender, Archive, int], None]


def scenarios() -> tuple[Scenario, ...]:
    """All of them, in the order in which they are run."""
    return (
        Scenario("cold", lambda contender, archive, _: contender.clean(archive)),
        Scenario("nothing changed", lambda *_: None),
        Scenario("one body edited", _body),
        Scenario("one title edited", _title),
        Scenario("one added", _add),
        Scenario("one deleted", _delete),
        Scenario("one template edited", _template),
        Scenario("one style edited", _style),
        Scenario("the busiest entity edited", _entity),
        Scenario("one setting edited", _setting),
    )


def body_edit(path: Path, word: str) -> None:
    """Put `word` at the end of an article, as an editor saves: a new file, moved into place."""
    _save(path, path.read_text(encoding="utf-8") + f"\n{word}\n")


def _body(_: Contender, archive: Archive, turn: int) -> None:
    body_edit(_middle(archive, turn), f"Edited in round {turn}.")


def _title(_: Contender, archive: Archive, turn: int) -> None:
    path = _middle(archive, turn)
    _save(path, path.read_text(encoding="utf-8").replace("title: ", f"title: Round {turn} ", 1))


def _add(_: Contender, archive: Archive, turn: int) -> None:
    after = _middle(archive, turn)
    slug = f"added-{turn}"
    day = after.name[:10]
    text = article_text(archive.words, archive.terms, slug, day)
    _save(after.with_name(f"{day}-{slug}.md"), text)


def _delete(_: Contender, archive: Archive, turn: int) -> None:
    (archive.root / archive.loose[len(archive.loose) // 2 + turn]).unlink()


def _template(contender: Contender, archive: Archive, turn: int) -> None:
    path = archive.root / contender.template
    _save(path, path.read_text(encoding="utf-8").replace("</h1>", f"<!-- {turn} --></h1>", 1))


def _style(contender: Contender, archive: Archive, turn: int) -> None:
    path = archive.root / contender.style
    _save(path, path.read_text(encoding="utf-8") + f"/* {turn} */\n")


def _entity(_: Contender, archive: Archive, turn: int) -> None:
    """What is said of the person whom most articles name."""
    path = archive.root / ENTITIES
    name = f"  - name: {archive.terms.people[0]}\n"
    head, _found, rest = path.read_text(encoding="utf-8").partition(name)
    rest = rest.partition("    description: ")[2].partition("\n")[2] or rest
    _save(path, f"{head}{name}    description: Said in round {turn}.\n{rest}")


def _setting(_: Contender, archive: Archive, turn: int) -> None:
    """One that stands on every page."""
    path = archive.root / SETTINGS
    kept = [li for li in path.read_text(encoding="utf-8").splitlines() if "tagline" not in li]
    _save(path, "\n".join([*kept, f"tagline: Round {turn}", ""]))


def _middle(archive: Archive, turn: int) -> Path:
    return archive.root / archive.articles[len(archive.articles) // 2 + turn]


def _save(path: Path, text: str) -> None:
    """A new file, moved into place, as editors do; and never the same instant twice."""
    beside = path.with_name(path.name + ".new")
    beside.write_text(text, encoding="utf-8")
    os.replace(beside, path)  # noqa: PTH105  the very call that is measured
