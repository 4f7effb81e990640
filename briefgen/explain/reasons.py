"""What of an artifact's key has changed since it was made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.build.look import Look
from briefgen.explain.answer import Reason, Why
from briefgen.explain.content import changed_content, changed_entities, younger_files
from briefgen.explain.parts import theme_file
from briefgen.plan.artifact import ALL_ITEMS, Artifact
from briefgen.render.assets import ABSENT
from briefgen.scan.project import SETTINGS_FILE
from briefgen.store.built import Lookups, Output

UNKNOWN = "The cache does not know what it was made from: it was emptied, or left out (--no-cache)."
OTHER_VERSION = "Another version of briefgen made it; a new version makes everything anew."
SETTINGS = (
    f"What it shows has changed, but none of its content: by {SETTINGS_FILE}, by a flag of the "
    "command line (--base-url, --no-pdf, --drafts), or by an instant that has passed."
)


def reasons(look: Look, artifact: Artifact) -> tuple[Reason, ...]:
    """Why the artifact must be made anew; none if it is fresh."""
    path = artifact.path
    output = look.shelf.built.outputs.get(path)
    listed = path in look.shelf.manifest.files
    if output is None and not listed:
        return (Reason(why=Why.NEW, sentence="No build has made it yet."),)
    if path not in look.shelf.on_disk:
        return (Reason(why=Why.LOST, sentence="The file is no longer in the output folder."),)
    if look.other_version:
        return (Reason(why=Why.BRIEFGEN, sentence=OTHER_VERSION),)
    if output is None:
        return (Reason(why=Why.UNKNOWN, sentence=UNKNOWN),)
    found = []
    if look.shelf.on_disk[path].digest != output.found.digest:
        sentence = "The file was changed in the output folder: it is not what was written."
        found.append(Reason(why=Why.EDITED, sentence=sentence))
    if look.planned[path].view != output.view:
        found.extend(_view_reasons(look, artifact, output))
    found.extend(_lookup_reasons(look, look.shelf.built.lookups(output)))
    return tuple(found)


def _view_reasons(look: Look, artifact: Artifact, output: Output) -> Iterator[Reason]:
    told = look.shelf.built.items(output)
    moved = _moved_items(artifact, told)
    if moved:
        yield moved
    changed = (*changed_content(look, artifact, told), *changed_entities(look))
    if changed:
        yield Reason(why=Why.CONTENT, sentence="What it shows has changed.", files=changed)
    if moved or changed:
        return
    younger = younger_files(look, artifact)
    if younger:
        sentence = "What it shows has changed."
        yield Reason(why=Why.CONTENT, sentence=sentence, files=younger)
    else:
        yield Reason(why=Why.SETTINGS, sentence=SETTINGS)


def _moved_items(artifact: Artifact, told: tuple[str, ...]) -> Reason | None:
    """The items of which it has begun, or ceased, to tell. Those that it `told` of are only
    counted: they may be withheld now, and this may be read in a log."""
    if ALL_ITEMS in (artifact.items, told):
        return None
    gained = [each for each in artifact.items if each not in told]
    lost = len(set(told) - set(artifact.items))
    parts = []
    if gained:
        parts.append(f"tells of {_listed(gained)}, of which it did not tell before")
    if lost:
        parts.append(f"no longer tells of {lost} of the items that it told of before")
    return Reason(why=Why.ITEMS, sentence=f"It {', and '.join(parts)}.") if parts else None


def _lookup_reasons(look: Look, lookups: Lookups) -> Iterator[Reason]:
    for name, digest in lookups:
        now = look.current(name)
        if now == digest:
            continue
        kind, _, rest = name.partition(":")
        file = theme_file(look, name)
        files = ((file, ""),) if file else ()
        if kind == "platform":
            sentence = (
                "What lays out briefs is another: Python, WeasyPrint, Pango, HarfBuzz, "
                "or one of their companions (`briefgen doctor` lists them)."
            )
            yield Reason(why=Why.PLATFORM, sentence=sentence)
        elif kind == "options":
            sentence = f"The theme’s options in {SETTINGS_FILE} have changed."
            yield Reason(why=Why.OPTIONS, sentence=sentence)
        elif kind == "words":
            sentence = "The words of the interface have changed (words/ in the theme)."
            yield Reason(why=Why.WORDS, sentence=sentence)
        else:
            why = Why.TEMPLATE if kind == "template" else Why.ASSET
            noun = "template" if kind == "template" else "static file"
            sentence = f"The {noun} “{rest}” {_fate(digest, now)}."
            yield Reason(why=why, sentence=sentence, files=files)


def _fate(before: str, now: str) -> str:
    if before == ABSENT:
        return "was looked for in vain, and is there now"
    return "is gone" if now == ABSENT else "has changed"


def _listed(names: Iterable[str], most: int = 5) -> str:
    shown = list(names)
    rest = len(shown) - most
    return ", ".join(shown[:most]) + (f" and {rest:,} more" if rest > 0 else "")
