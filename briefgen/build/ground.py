"""Scan, read and prove: all that resolve, check and plan start from, and what it comes to."""

from __future__ import annotations

import datetime
import os
from collections.abc import Mapping

import msgspec

from briefgen.build.alike import Found, look_for_alike
from briefgen.build.bodies import Bodies, paths_of
from briefgen.build.catalogues import NAME as WORDS
from briefgen.build.catalogues import Spoken, load_words
from briefgen.build.gather import Gathered, Known, gather
from briefgen.build.ledger import load_ledger
from briefgen.build.project import Project
from briefgen.build.proofs import NAME as PROOFS
from briefgen.build.proofs import prove_quotations
from briefgen.build.stopwatch import Stopwatch
from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record, digest_value
from briefgen.model.item import Kind
from briefgen.model.ledger import Issue
from briefgen.model.proof import Proofs
from briefgen.model.request import Request, Search
from briefgen.processes import workers_of
from briefgen.render.brief.libraries import missing_libraries
from briefgen.render.media.encoder import encoder_digest
from briefgen.render.search.pagefind import missing_pagefind
from briefgen.scan.listing import Listing
from briefgen.store.cache import Cache

# Stands for the instant, which is compared by itself.
_ANY_TIME = datetime.datetime.min.replace(tzinfo=datetime.UTC)
# What of a theme enters pages by way of templates and assets, which have digests of their own.
_LOOKED_UP = ("/templates/", "/static/")


class Ground(Record):
    """`issues` is what was sent to this audience, in order, and `wrong` what is wrong with the
    ledger; `missing` are the libraries that briefs lack, `lacking` those of the search; `encoder`
    is what pictures are made with, `spoken` are the words of the interface. `theme` is the digest
    of what the theme has beside its templates and static files.
    """

    gathered: Gathered
    bodies: Bodies
    proofs: Proofs
    alike: Found
    issues: tuple[Issue, ...]
    wrong: tuple[Diagnostic, ...]
    missing: tuple[Diagnostic, ...]
    lacking: tuple[Diagnostic, ...]
    encoder: str
    spoken: Spoken
    theme: str

    def briefs(self, request: Request) -> bool:
        """Whether briefs can be made, and are asked for."""
        return request.pdf and not self.missing

    def search(self, request: Request) -> Search:
        """What becomes of the index of the search page."""
        return Search.OFF if self.lacking else request.search


def lay_ground(  # noqa: PLR0913  all that the first half needs
    project: Project,
    request: Request,
    known: Known,
    cache: Cache,
    theme: Listing,
    watch: Stopwatch,
) -> Ground:
    """Nothing is written. `theme` is the theme's listing."""
    watch.stage("scan")
    gathered = gather(project, known, cache, theme, workers_of(request.jobs))
    bodies = Bodies(paths_of(gathered.faces), cache)
    watch.stage("check")
    proofs = prove_quotations(project, gathered, bodies, cache)
    issues, wrong = load_ledger(project)
    return Ground(
        gathered=gathered,
        bodies=bodies,
        proofs=proofs,
        alike=look_for_alike(project, gathered, cache),
        issues=issues,
        wrong=wrong,
        # Without what briefs need, the site is built all the same, and leads to none.
        missing=missing_libraries() if request.pdf else (),
        # Likewise the page of a search that cannot be made says so.
        lacking=missing_pagefind(),
        encoder=encoder_digest() if gathered.media else "",
        spoken=load_words(
            project,
            theme,
            cache,
            frozenset(face.keys.lang for face in gathered.faces if face.kind is Kind.PACKET),
        ),
        theme=digest_value(
            [
                (name, entry.digest)
                for name, entry in theme.items()
                if not any(part in f"/{name.partition('/')[2]}" for part in _LOOKED_UP)
            ]
        ),
    )


def ground_key(project: Project, request: Request, ground: Ground) -> str:
    """The digest of all that the site, what is wrong with it, and the plan are made from: faces and
    not bodies, whose digests are compared where they are shown. The instant is left out.
    """
    proofs = [
        (item, msgspec.structs.replace(proof, key="")) for item, proof in ground.proofs.items()
    ]
    read = ground.gathered.known.read
    return digest_value(
        (
            _common(project, request, ground),
            [(path, each.joined) for path, each in read.items()],
            (proofs, ground.alike.pairs, ground.issues),
        )
    )


def address_key(
    project: Project, request: Request, ground: Ground, withheld: Mapping[str, str]
) -> str:
    """The digest of all that decides which artifacts there are. `withheld` are the ids of the items
    that this audience does not get now.
    """
    read = ground.gathered.known.read
    return digest_value(
        (
            _common(project, request, ground),
            [(path, each.placed) for path, each in read.items()],
            sorted(withheld),
        )
    )


def _common(project: Project, request: Request, ground: Ground) -> object:
    gathered = ground.gathered
    return (
        (project.root, os.path.relpath(project.output, project.root), project.sources),
        (project.settings, project.options.values),
        (msgspec.structs.replace(project.view, now=_ANY_TIME), ground.theme),
        (gathered.entities, gathered.entities_path, gathered.snapshots, gathered.media),
        (ground.encoder, ground.briefs(request), ground.search(request)),
    )


def kept(ground: Ground) -> Mapping[str, object]:
    """What the cache keeps of the first half, by the names of its blobs."""
    return {
        "known": ground.gathered.known,
        PROOFS: ground.proofs,
        WORDS: ground.spoken,
        **ground.alike.keep,
    }
