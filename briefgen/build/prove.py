"""Prove what one article quotes, and measure what it takes over."""

from __future__ import annotations

import hashlib
import os

import msgspec

from briefgen import files
from briefgen.build.bodies import Bodies
from briefgen.build.gather import Gathered
from briefgen.build.project import Project
from briefgen.check.fair_use.measure import measure_article
from briefgen.check.quotations.given import Given
from briefgen.check.quotations.proof import prove_article
from briefgen.model.article import ArticleFace
from briefgen.model.borrowed import Borrowed
from briefgen.model.item import AnyFace
from briefgen.model.proof import Proof
from briefgen.quotation.finding_words import mark_of_words
from briefgen.quotation.source import Source

# A file that is no text: a picture or a program has such a byte, a PDF begins so.
NO_TEXT, PDF = b"\0", b"%PDF-"


def prove(  # noqa: PLR0913  all that a proof is made from
    project: Project,
    gathered: Gathered,
    bodies: Bodies,
    face: AnyFace,
    source: Source,
    key: str,
    names: dict[str, tuple[str, ...]],
) -> Proof:
    """The proof of one article; `names` are all names of those whom it names, by each."""
    assert isinstance(face.keys, ArticleFace)  # noqa: S101  only articles have snapshots
    assert face.keys.source is not None  # noqa: S101  in which it is named
    given = Given(
        face=face.keys,
        body=bodies.of_item(face.id),  # type: ignore[arg-type]  # the body of an article
        language=project.settings.language,
        names=names,
    )
    proof = prove_article(given, source, key, gathered.snapshots[face.keys.source.snapshot])
    borrowed = measure_article(given, source)
    if borrowed.runs:
        borrowed = _with_places(borrowed, os.path.join(project.root, face.path))
    return msgspec.structs.replace(proof, borrowed=borrowed)


def _with_places(borrowed: Borrowed, path: str) -> Borrowed:
    """With the places of what is copied; the file is read only where there is any."""
    text = _decoded(files.read_bytes(path) or b"")
    runs = tuple(
        msgspec.structs.replace(run, mark=mark_of_words(text, run.text)) for run in borrowed.runs
    )
    return msgspec.structs.replace(borrowed, runs=runs)


def _decoded(data: bytes) -> str:
    return data.decode("utf-8-sig", "replace").replace("\r\n", "\n")


def read_snapshot(project: Project, snapshot: str, sha256: str) -> Source | None:
    """The text of a snapshot; None if it is none, or has changed since it was listed: the next
    build will see it.
    """
    data = files.read_bytes(os.path.join(project.sources, snapshot))
    if data is None or NO_TEXT in data or data.startswith(PDF):
        return None
    if hashlib.sha256(data).hexdigest() != sha256:
        return None
    return Source(data.decode("utf-8-sig", "replace"))
