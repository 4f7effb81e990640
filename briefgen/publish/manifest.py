"""SHA256SUMS: what briefgen wrote into an output folder, for whom, and proof of each file.

`sha256sum -c SHA256SUMS` reads it: lines that begin with # are comments there. Nothing that it does
not list is ever touched. While a build publishes, a file that is about to change is listed with
both its digests, so that a folder caught half-way is noticed, and owned, all the same.
"""

from __future__ import annotations

import re

from briefgen.model.base import Record

NAME = "SHA256SUMS"
HEADER = "# briefgen output, audience: "
LINE = re.compile(r"([0-9a-f]{64})  (.+)")


class Manifest(Record):
    """`audience` is whom the folder was built for. `files` has one digest for each path, or several
    while a build is under way.
    """

    audience: str
    files: dict[str, tuple[str, ...]] = {}

    @property
    def whole(self) -> bool:
        """Whether no build was cut short."""
        return all(len(digests) == 1 for digests in self.files.values())


def parse_manifest(data: bytes) -> Manifest | None:
    """Read a manifest; None if it is none of ours."""
    lines = data.decode("utf-8", "replace").splitlines()
    if not lines or not lines[0].startswith(HEADER):
        return None
    files: dict[str, tuple[str, ...]] = {}
    for line in lines[1:]:
        match = LINE.fullmatch(line)
        if match is None or not _inside(match[2]):
            return None
        files[match[2]] = (*files.get(match[2], ()), match[1])
    return Manifest(audience=lines[0].removeprefix(HEADER), files=files)


def format_manifest(manifest: Manifest) -> bytes:
    """The manifest as a file, in the order of paths."""
    lines = [f"{HEADER}{manifest.audience}"]
    lines.extend(
        f"{digest}  {path}"
        for path, digests in sorted(manifest.files.items())
        for digest in digests
    )
    return ("\n".join(lines) + "\n").encode()


def widen(before: Manifest, changes: dict[str, str]) -> Manifest:
    """`before`, and beside it what `changes` (path to digest) will put there."""
    files = dict(before.files)
    for path, digest in changes.items():
        files[path] = tuple(dict.fromkeys((*files.get(path, ()), digest)))
    return Manifest(audience=before.audience, files=files)


def _inside(path: str) -> bool:
    return not path.startswith("/") and ".." not in path.split("/") and "\\" not in path
