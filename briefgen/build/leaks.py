"""After a build: look for what this audience may not see in all that was written."""

from __future__ import annotations

import functools
import os
from collections import Counter
from collections.abc import Iterable, Iterator

from briefgen import files
from briefgen.build.bodies import Bodies
from briefgen.build.gather import Gathered
from briefgen.build.project import Project
from briefgen.build.shelf import Shelf
from briefgen.build.verdict import LEAK
from briefgen.diagnostics import Diagnostic, error
from briefgen.leaks.decode.decode import decoded
from briefgen.leaks.entities import divided, names_in
from briefgen.leaks.explain import made_of, standing_in
from briefgen.leaks.fold import BREAK
from briefgen.leaks.index import Index
from briefgen.leaks.matter import (
    Matter,
    all_of,
    all_of_file,
    left_of,
    open_keys,
    open_of,
    secret_of,
    texts_in,
)
from briefgen.leaks.probes import probes_of
from briefgen.leaks.reader import Reader, may_see, sees_tombstone
from briefgen.leaks.scan import Hit, search
from briefgen.model.base import Record, digest_value
from briefgen.model.item import AnyFace, Kind
from briefgen.model.media import DOCUMENTS, FOLDER, extension_of
from briefgen.model.settings import Settings, Withdrawn
from briefgen.scan.project import SETTINGS_FILE
from briefgen.scan.theme import built_in_themes
from briefgen.store.cache import Cache

# What stands for the files that come with briefgen.
OWN = ":briefgen"
# Files that are told of one field: a title that is in every header is told so often, not more.
PLACES = 3
# Settings that no reader sees.
_UNSEEN = frozenset({"audiences", "sources_dir", "checks", "field_aliases", "deploy", "mail"})
_READABLE = (".html", ".css", ".js", ".xml", ".yaml", ".py", ".txt")


class Secrets(Record):
    """The probes of one file of content, each with its field. `key` is what they depend on."""

    key: str
    probes: tuple[tuple[bytes, str], ...] = ()


class Searched(Record):
    """What is remembered of the scans of one output folder: `hidden` are the ids that were hidden,
    `files` the digests of what was found clean, `secrets` the probes by file of content, and
    `explained` the file that says what was found of them in the output, and may say it.
    """

    hidden: tuple[str, ...] = ()
    files: dict[str, str] = {}
    secrets: dict[str, Secrets] = {}
    explained: dict[bytes, str] = {}


class Seal(Record):
    """The digests of all that a scan depends on and of all that it looked at: where neither has
    moved, there is nothing to do.
    """

    matter: str
    output: str


class Scan:
    """The search of one output folder. `withheld` are ids that count as hidden beside those that
    the scan itself finds to be, such as items with errors.
    """

    def __init__(
        self,
        project: Project,
        gathered: Gathered,
        bodies: Bodies,
        withheld: Iterable[str],
        shelf: Shelf,
    ) -> None:
        view = project.view
        self._reader = Reader(
            name=view.name,
            ceiling=view.audience.ceiling,
            internal=view.audience.internal,
            now=view.now,
            usual=view.default_tlp,
            drafts=view.drafts,
            tombstones=project.settings.withdrawn is Withdrawn.TOMBSTONE,
        )
        self._project = project
        self._gathered = gathered
        self._bodies = bodies
        self._shelf = shelf
        known = frozenset(withheld)
        self._hidden = frozenset(
            face.id
            for face in gathered.faces
            if face.id in known or not may_see(self._reader, face.keys)
        )
        self._shown = tuple(face for face in gathered.faces if face.id not in self._hidden)
        self._named: list[str] = []
        self._explained: dict[bytes, str] = {}
        # The files in which something was found.
        self.leaking: frozenset[str] = frozenset()
        self._output = {
            path: shelf.on_disk[path].digest
            for path in shelf.manifest.files
            if path in shelf.on_disk
        }

    def run(
        self, cache: Cache, paths: frozenset[str] | None = None
    ) -> tuple[tuple[Diagnostic, ...], dict[str, object]]:
        """What leaks, and what to remember. Only files are searched that have changed since they
        were found clean, or all if an item has been hidden since; or else `paths`, clean or not.
        """
        seal = Seal(matter=self._matter(), output=digest_value(sorted(self._output.items())))
        seal_name, name = f"seal:{self._shelf.name}", f"searched:{self._shelf.name}"
        if paths is None and cache.load(seal_name, Seal) == seal:
            return (), {}
        before = cache.load(name, Searched) or Searched()
        secrets = self._secrets(before.secrets)
        # What a file explained that has not changed since needs no other proof.
        self._explained = {
            probe: path
            for probe, path in before.explained.items()
            if path == OWN or (path in secrets and secrets[path] == before.secrets.get(path))
        }
        clean = before.files if self._hidden <= frozenset(before.hidden) else {}
        if paths is None:
            paths = frozenset(p for p, digest in self._output.items() if clean.get(p) != digest)
        todo = sorted(paths & self._output.keys())
        told = self._search(todo, secrets)
        searched = Searched(
            hidden=tuple(sorted(self._hidden)),
            files={
                path: digest for path, digest in self._output.items() if path not in self.leaking
            },
            secrets=secrets,
            explained=self._explained,
        )
        return told, {name: searched} if told else {name: searched, seal_name: seal}

    def _matter(self) -> str:
        read = self._gathered.known.read
        return digest_value(
            (
                self._reader.name,
                self._reader.internal,
                sorted(self._hidden),
                sorted((path, each.key) for path, each in read.items()),
                self._gathered.entities,
                self._project.settings.not_secret,
                self._reader.tombstones,
            )
        )

    def _secrets(self, before: dict[str, Secrets]) -> dict[str, Secrets]:
        """The probes of every file of content, from the record of the last scan where they hold."""
        hidden = digest_value((sorted(self._hidden), self._reader.internal))
        read = self._gathered.known.read
        made: dict[str, Secrets] = {}
        stale: list[AnyFace] = []
        for face in self._gathered.faces:
            key = f"{read[face.path].key}.{hidden}"
            old = before.get(face.path)
            if old is not None and old.key == key:
                made[face.path] = old
            else:
                stale.append(face)
        for face, body in self._bodies.glance(stale):
            matter = (
                all_of(face, body)
                if face.id in self._hidden
                else secret_of(face, body, self._is_hidden, internal=self._reader.internal)
            )
            key = f"{read[face.path].key}.{hidden}"
            made[face.path] = Secrets(key=key, probes=_probes(matter))
        for path in self._gathered.broken:
            # What cannot be read may have been meant for few.
            data = files.read_bytes(os.path.join(self._project.root, path)) or b""
            made[path] = Secrets(key=read[path].key, probes=_probes(all_of_file(data)))
        return made

    def _is_hidden(self, slug: str) -> bool:
        return f"{Kind.ARTICLE.value}:{slug}" in self._hidden

    def _search(self, paths: list[str], secrets: dict[str, Secrets]) -> tuple[Diagnostic, ...]:
        of: dict[bytes, tuple[str, str]] = {}
        for path, each in secrets.items():
            for probe, where in each.probes:
                of.setdefault(probe, (path, where))
        entities = self._gathered.entities_path
        unnamed, self._named = divided(self._gathered.entities, names_in(self._shown))
        for probe, where in _probes(unnamed):
            of.setdefault(probe, (entities, where))
        hits = search(Index(of), self._names(), self._contents(paths), self._known)
        told: dict[tuple[str, str, str], Diagnostic] = {}
        places: Counter[tuple[str, str]] = Counter()
        for hit in hits:
            source, field = of[hit.probe]
            key = (hit.path, source, field)
            if key not in told and places[source, field] < PLACES:
                told[key] = self._leak(hit, source, field)
                places[source, field] += 1
        self.leaking = frozenset(hit.path for hit in hits)
        return tuple(told.values())

    def _names(self) -> list[str]:
        return [*self._shelf.manifest.files, self._shelf.manifest.audience]

    def _contents(self, paths: list[str]) -> Iterator[tuple[str, bytes]]:
        for path in paths:
            data = files.read_bytes(os.path.join(self._project.output, path))
            if data is not None:
                yield path, data

    def _leak(self, hit: Hit, source: str, field: str) -> Diagnostic:
        items = {face.path: face.id for face in self._gathered.faces}
        item = items.get(source, "")
        kept = "is withheld from" if item in self._hidden or not item else "is not for"
        return error(
            LEAK,
            f"{hit.path} tells, in {hit.where}, what stands in `{field}` of {item or source}, and"
            f" that {kept} “{self._reader.name}”.",
            source,
            hint="Look for these words in the theme, the settings and other items. If they are no"
            " secret, list them under `not_secret` in briefgen.yaml.",
            item=item,
        )

    def _known(self, probes: frozenset[bytes]) -> frozenset[bytes]:
        """Those of `probes` that this audience may read anyhow."""
        made: frozenset[bytes] = frozenset()
        for texts in (self._texts_at_hand, self._texts_to_fetch):
            rest = probes - self._explained.keys() - made
            if rest:
                self._explained |= standing_in(rest, texts())
            rest = probes - self._explained.keys() - made
            if rest and not made:
                made = made_of(rest, self._values())
        return probes & (self._explained.keys() | made)

    @functools.cached_property
    def _faces(self) -> list[tuple[str, list[str]]]:
        """What the faces of all items say that may be seen, by file."""
        return [
            (face.path, [face.slug, *(each.text for each in open_keys(face, self._is_hidden))])
            for face in self._shown
        ]

    def _values(self) -> Iterator[str]:
        for _, texts in self._faces:
            yield from texts
        yield from self._named
        yield from _seen_settings(self._project.settings)

    def _texts_at_hand(self) -> Iterator[tuple[str, str]]:
        """What may be read, with the file that says it, as far as it is in memory."""
        yield SETTINGS_FILE, BREAK.join(_seen_settings(self._project.settings))
        yield self._gathered.entities_path, BREAK.join(self._named)
        yield from ((path, BREAK.join(texts)) for path, texts in self._faces)

    def _texts_to_fetch(self) -> Iterator[tuple[str, str]]:
        """The rest."""
        for face in self._gathered.faces:
            if face.id in self._hidden and sees_tombstone(self._reader, face.keys):
                yield face.path, BREAK.join(each.text for each in left_of(face))
        for text in _own_words():
            yield OWN, text
        for face, body in self._bodies.glance(self._shown):
            matter = open_of(face, body, self._is_hidden, internal=self._reader.internal)
            yield face.path, BREAK.join(each.text for each in matter)
        for path in self._gathered.media:
            if extension_of(path) in DOCUMENTS and self._is_used(path):
                data = files.read_bytes(os.path.join(self._project.root, path)) or b""
                yield from ((path, part.text) for part in decoded(data) if part.shown)

    def _is_used(self, path: str) -> bool:
        name = path.removeprefix(f"{FOLDER}/")
        return any(
            link.target.endswith(name)
            for face in self._shown
            for link in face.links
            if self._reader.internal or not link.internal
        )


def _probes(matter: Iterable[Matter]) -> tuple[tuple[bytes, str], ...]:
    found: dict[bytes, str] = {}
    for each in matter:
        for probe in probes_of(each.text):
            found.setdefault(probe, each.where)
    return tuple(found.items())


def _seen_settings(settings: Settings) -> Iterator[str]:
    for name in settings.__struct_fields__:
        if name not in _UNSEEN:
            yield from texts_in(getattr(settings, name))


def _own_words() -> Iterator[str]:
    """The words that come with briefgen: those of its themes, and of the program itself."""
    for folder in (built_in_themes(), os.path.dirname(os.path.dirname(os.path.abspath(__file__)))):
        for path, _ in files.walk(folder):
            if path.endswith(_READABLE):
                data = files.read_bytes(os.path.join(folder, path)) or b""
                yield data.decode("utf-8", "ignore")
