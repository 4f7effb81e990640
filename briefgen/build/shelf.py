"""The output folder during a build: what is there, what has been put there, what is known of it."""

from __future__ import annotations

import hashlib
import os

import msgspec

from briefgen import files
from briefgen.build.make_pages import Baked, Tray
from briefgen.build.stale import Planned, keep_built, scan_output
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.base import Record, digest_value
from briefgen.plan.addresses import INDEX_FOLDER
from briefgen.plan.artifact import Artifact, ArtifactKind
from briefgen.publish.manifest import Manifest
from briefgen.publish.publish import Change, Write, publish, strangers
from briefgen.render.assets import Assets
from briefgen.scan.listing import Entry, Listing
from briefgen.store.built import Built, Lookups, Numbers, Output, renumbered
from briefgen.store.cache import Cache

ASSETS_FIRST = "assets/"


class Note(Record):
    """What is remembered of a file that is taken, beside its bytes; see `Output`."""

    view: str
    lookups: Lookups = ()
    items: bytes = b""
    needs: bytes = b""
    kind: str = ""


class Shelf:
    """One output folder. It is the only stage with a memory: publication happens in steps, and each
    must know what the one before left.
    """

    def __init__(self, output: str, manifest: Manifest, cache: Cache) -> None:
        self._output = output
        self.name = f"built:{digest_value((os.path.realpath(output), manifest.audience))}"
        self.manifest = manifest
        self.built = cache.load(self.name, Built) or Built()
        self._numbers = Numbers(self.built.ids)
        self.on_disk = scan_output(output, manifest, self.built)
        self._outputs: dict[str, tuple[Output, Lookups]] = {}
        self._writes: dict[str, Write] = {}
        self._media: dict[str, Write] = {}
        self.asset_names: set[str] = set()
        self.rendered: tuple[str, ...] = ()
        self.written: tuple[str, ...] = ()
        self.removed: tuple[str, ...] = ()
        # The key of the plan, and the views of all its artifacts.
        self.plan: tuple[str, dict[str, str]] = ("", {})

    def take_pages(
        self, pages: tuple[Planned, ...], baked: dict[str, Baked], assets: Assets
    ) -> None:
        """Take what was rendered, and the assets that all pages ask for."""
        for each in pages:
            path = each.artifact.path
            if each.fresh:
                self._keep_planned(each)
            elif path in baked:
                page = baked[path]
                self._take_baked(path, page, self._noted(each, page.lookups))
        tables = {id(table): table for _, table in self._outputs.values()}
        lookups = {name for table in tables.values() for name, _ in table}
        prefix = "asset:"
        self.asset_names = {n.removeprefix(prefix) for n in lookups if n.startswith(prefix)}
        for asset in assets.closure(self.asset_names).values():
            before = self.built.outputs.get(asset.href)
            on_disk = self.on_disk.get(asset.href)
            if (
                before
                and on_disk
                and before.view == asset.digest
                and on_disk.digest == before.found.digest
            ):
                self._keep(asset.href, b"")
            else:
                note = Note(view=asset.digest)
                self._take(asset.href, assets.data(asset.name), note, self._writes)
        self.rendered = tuple(each.artifact.path for each in pages if each.artifact.path in baked)

    def strangers(self, media: tuple[Planned, ...]) -> tuple[Diagnostic, ...]:
        """Files in the way that briefgen did not write; `media` are still to be made."""
        paths = (*self._outputs, *(each.artifact.path for each in media))
        return _in_the_way(strangers(self._output, self.manifest, paths))

    def withdraw(self, hidden: frozenset[str]) -> None:
        """Remove what tells of withheld items; all else stays as it is."""
        self._outputs = {}
        self._writes = {}
        for path, output in self.built.outputs.items():
            if path not in hidden and path in self.on_disk:
                self._outputs[path] = (output, self.built.lookups(output))
        kept = {path: sha for path, sha in self._on_disk().items() if path not in hidden}
        if hidden or not self.manifest.whole:
            self._publish(Change(withhold=tuple(sorted(hidden)), kept=kept))

    def publish_hidden(self, hidden: frozenset[str]) -> None:
        """What tells of withheld items goes or changes, ahead of all that takes time."""
        writes = {path: self._writes.pop(path) for path in sorted(hidden & self._writes.keys())}
        gone = hidden.intersection(self.manifest.files).difference(self._outputs)
        if writes or gone:
            kept = {path: sha for path, sha in self._on_disk().items() if path not in gone}
            kept.update({path: write.sha256 for path, write in writes.items()})
            self._publish(Change(withhold=tuple(sorted(gone)), writes=writes, kept=kept))

    def take_media(self, artifact: Artifact, view: str, data: bytes, together: int) -> None:
        """Take a file that pages show; put it into place once `together` bytes have been taken."""
        assert artifact.kind is ArtifactKind.MEDIA  # noqa: S101  pages are published together
        items = self._numbers.of(artifact.items)
        note = Note(view=view, items=items, kind=artifact.kind.value)
        self._take(artifact.path, data, note, self._media)
        self.rendered = (*self.rendered, artifact.path)
        if sum(len(write.data) for write in self._media.values()) >= together:
            self.publish_taken()

    def publish_taken(self) -> None:
        """Put the media that were taken into place."""
        writes, self._media = self._media, {}
        if writes:
            kept = self._on_disk()
            kept.update({path: write.sha256 for path, write in writes.items()})
            self._publish(Change(writes=writes, kept=kept))

    def publish_pages(
        self, hidden: frozenset[str], planned: set[str], *, index_stays: bool
    ) -> None:
        """Put pages and assets into place. What tells of withheld items goes or changes first, then
        assets, then pages in their order; what is no longer planned goes last.
        """
        order = sorted(
            self._writes,
            key=lambda path: (path not in hidden, not path.startswith(ASSETS_FIRST)),
        )
        index = (path for path in self.manifest.files if path.startswith(INDEX_FOLDER))
        later = planned.union(index if index_stays else ()).difference(self._outputs)
        kept = {path: output.sha256 for path, (output, _) in self._outputs.items()}
        # Briefs and the index come later: until then the last good one stays, unless it tells what
        # is withheld.
        for path in later:
            if path in self.on_disk and path not in hidden:
                kept[path] = entry_sha(self._output, path, self.built, self.on_disk)
                before = self.built.outputs.get(path)
                if before is not None:
                    self._outputs[path] = (before, self.built.lookups(before))
        drop = set(self.manifest.files).difference(kept)
        self._publish(
            Change(
                withhold=tuple(sorted(drop & hidden)),
                writes={path: self._writes[path] for path in order},
                drop=tuple(sorted(drop - hidden)),
                kept=kept,
            )
        )
        self._writes = {}

    def keep_fresh(self, fresh: tuple[Planned, ...]) -> None:
        """Fresh briefs and media stay."""
        for each in fresh:
            self._keep_planned(each)

    def publish_brief(self, brief: Planned, data: bytes, lookups: Lookups) -> None:
        """Put one brief into place."""
        artifact = brief.artifact
        assert artifact.kind is ArtifactKind.BRIEF  # noqa: S101  pages are published together
        self._take(artifact.path, data, self._noted(brief, lookups), self._writes)
        kept = {path: output.sha256 for path, (output, _) in self._outputs.items()}
        self.rendered = (*self.rendered, artifact.path)
        self._publish(Change(writes=self._writes, kept={**_single(self.manifest), **kept}))
        self._writes = {}

    def pages_built(self) -> set[str]:
        """The paths of what was built last time but for assets, briefs and the index."""
        return {
            path
            for path in self.built.outputs
            if not path.startswith((ASSETS_FIRST, INDEX_FOLDER)) and not path.endswith(".pdf")
        }

    def with_index(self, planned: Planned) -> Planned:
        """The same; an index is fresh if all its files are."""
        if planned.artifact.kind is not ArtifactKind.SEARCH:
            return planned
        return msgspec.structs.replace(planned, fresh=self._has_index(planned.view))

    def _has_index(self, view: str) -> bool:
        """Whether the whole index that was made from this is there."""
        made = [path for path in self.built.outputs if path.startswith(INDEX_FOLDER)]
        return bool(made) and all(
            path in self.on_disk
            and self.built.outputs[path].view == view
            and self.on_disk[path].digest == self.built.outputs[path].found.digest
            for path in made
        )

    def publish_index(self, planned: Planned, index: dict[str, bytes]) -> tuple[Diagnostic, ...]:
        """Put the files of the index into place, in their order; then the ones before them go."""
        files_of = {f"{INDEX_FOLDER}{name}": data for name, data in index.items()}
        told = _in_the_way(strangers(self._output, self.manifest, tuple(files_of)))
        if told:
            self.drop_index()
            return told
        self._outputs = {p: o for p, o in self._outputs.items() if not p.startswith(INDEX_FOLDER)}
        whole = self._noted(planned, ())
        part = Note(view=whole.view, items=whole.items)
        for path, data in files_of.items():
            self._take(path, data, whole if path == planned.artifact.path else part, self._writes)
        self.rendered = (*self.rendered, planned.artifact.path)
        self._replace_index()
        return ()

    def drop_index(self) -> None:
        """There is no index any more."""
        self._outputs = {p: o for p, o in self._outputs.items() if not p.startswith(INDEX_FOLDER)}
        self._replace_index()

    def _replace_index(self) -> None:
        on_disk = self._on_disk()
        stays = {path: sha for path, sha in on_disk.items() if not path.startswith(INDEX_FOLDER)}
        index = {
            path: output.sha256
            for path, (output, _) in self._outputs.items()
            if path.startswith(INDEX_FOLDER)
        }
        drop = set(on_disk).difference(stays, index)
        self._publish(Change(writes=self._writes, drop=tuple(sorted(drop)), kept=stays | index))
        self._writes = {}

    def retract(self, paths: frozenset[str]) -> None:
        """Take back what should never have been put there."""
        gone = paths.intersection(self.manifest.files)
        kept = {path: sha for path, sha in self._on_disk().items() if path not in gone}
        self._outputs = {path: each for path, each in self._outputs.items() if path not in gone}
        self._publish(Change(withhold=tuple(sorted(gone)), kept=kept))
        self.written = tuple(path for path in self.written if path not in gone)

    def stats(self) -> dict[str, files.FileStat]:
        """The files that are there, as they were when they were looked at, or written."""
        found = self.on_disk
        return {path: found[path].stat for path in self.manifest.files if path in found}

    def kept(self) -> Built:
        """What to remember of the folder."""
        present = {
            path: each for path, each in self._outputs.items() if path in self.manifest.files
        }
        plan, views = self.plan
        made = all(path in present and present[path][0].view == views[path] for path in views)
        built = keep_built(present, plan if made else "", self._numbers.ids)
        return renumbered(built) if self._numbers.grown else built

    def _on_disk(self) -> dict[str, str]:
        """The SHA-256 of each file of the manifest that is there."""
        there: dict[str, str] = {}
        for path in self.manifest.files:
            if path in self.on_disk:
                output = self._outputs.get(path)
                made = output is not None and output[0].found.digest == self.on_disk[path].digest
                there[path] = (
                    output[0].sha256
                    if output is not None and made
                    else entry_sha(self._output, path, self.built, self.on_disk)
                )
        return there

    def _noted(self, planned: Planned, lookups: Lookups) -> Note:
        artifact = planned.artifact
        before = self.built.outputs[artifact.path] if planned.recalled else None
        needs = (each.item for each in artifact.needs)
        return Note(
            view=planned.view,
            lookups=lookups,
            items=self._numbers.of(artifact.items) if before is None else before.items,
            needs=self._numbers.of(needs) if before is None else before.needs,
            kind=artifact.kind.value,
        )

    def _keep_planned(self, planned: Planned) -> None:
        path = planned.artifact.path
        before = self.built.outputs[path].items
        self._keep(path, before if planned.recalled else self._numbers.of(planned.artifact.items))

    def _keep(self, path: str, items: bytes) -> None:
        before = self.built.outputs[path]
        found = self.on_disk[path]
        same = before.items == items and before.found is found
        kept = before if same else msgspec.structs.replace(before, found=found, items=items)
        self._outputs[path] = (kept, self.built.lookups(before))

    def tray(self, staging: str) -> Tray:
        """Where pages are put that are done, ahead of `take_pages`."""
        return Tray(
            staging=staging, on_disk={path: each.digest for path, each in self.on_disk.items()}
        )

    def _take_baked(self, path: str, page: Baked, note: Note) -> None:
        on_disk = self.on_disk.get(path)
        same = on_disk is not None and on_disk.digest == page.digest
        if not same:
            self._writes[path] = Write(sha256=page.sha256, data=page.data, staged=page.staged)
        self._note(path, page.sha256, page.digest, note)

    def _take(self, path: str, data: bytes, note: Note, writes: dict[str, Write]) -> None:
        sha256 = hashlib.sha256(data).hexdigest()
        digest = files.digest_of(data)
        on_disk = self.on_disk.get(path)
        if on_disk is None or on_disk.digest != digest:
            writes[path] = Write(data=data, sha256=sha256)
        self._note(path, sha256, digest, note)

    def _note(self, path: str, sha256: str, digest: str, note: Note) -> None:
        on_disk = self.on_disk.get(path)
        same = on_disk is not None and on_disk.digest == digest
        new = Entry(stat=NO_STAT, digest=digest, settled=False)
        found = on_disk if on_disk is not None and same else new
        output = Output(
            view=note.view,
            table=-1,
            sha256=sha256,
            found=found,
            items=note.items,
            needs=note.needs,
            kind=note.kind,
        )
        self._outputs[path] = (output, note.lookups)

    def _publish(self, change: Change) -> None:
        self.manifest = publish(self._output, self.manifest, change)
        self.written = (*self.written, *change.writes)
        self.removed = (*self.removed, *change.withhold, *change.drop)
        self._settle(change)

    def _settle(self, change: Change) -> None:
        """Note the stat of what was written, so that the next build need not read it."""
        for path in change.writes:
            stat = files.file_stat(os.path.join(self._output, path))
            output, lookups = self._outputs[path]
            if stat is not None:
                found = Entry(stat=stat, digest=output.found.digest, settled=False)
                self.on_disk[path] = found
                self._outputs[path] = (msgspec.structs.replace(output, found=found), lookups)


def _in_the_way(paths: tuple[str, ...]) -> tuple[Diagnostic, ...]:
    return tuple(
        error(
            "output-stranger",
            f"{path} in the output folder was not written by briefgen and is in the way.",
            hint="Move it away, or build into another folder with -o.",
        )
        for path in paths
    )


NO_STAT = files.FileStat(size=-1, mtime_ns=0, ctime_ns=0, inode=0)


def entry_sha(output: str, path: str, built: Built, on_disk: Listing) -> str:
    """The SHA-256 of a file of the output, read only if it is not what was written."""
    known = built.outputs.get(path)
    if known is not None and known.found.digest == on_disk[path].digest:
        return known.sha256
    return hashlib.sha256(files.read_bytes(os.path.join(output, path)) or b"").hexdigest()


def _single(manifest: Manifest) -> dict[str, str]:
    return {path: digests[-1] for path, digests in manifest.files.items()}
