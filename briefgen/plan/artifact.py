"""An artifact: one file of the output, with everything that it is made from."""

from __future__ import annotations

import enum
from collections.abc import Sequence

import msgspec

from briefgen.model.base import Record, digest_bytes
from briefgen.plan.views.files import Figure
from briefgen.plan.views.frame import Frame, SiteView


class ArtifactKind(enum.StrEnum):
    """How an artifact is rendered. The order is that of publication."""

    MEDIA = "media"
    PAGE = "page"
    LIST = "list"
    DATA = "data"
    FEED = "feed"
    SITEMAP = "sitemap"
    TEXT = "text"
    BRIEF = "brief"
    SEARCH = "search"


class Need(Record):
    """A body that the artifact shows: the item's id and its body's digest, and for each link of its
    text the address and title of the target, ready for this artifact (no address: the link's text
    stands alone), likewise for each picture what to show.
    """

    item: str
    body: str
    links: tuple[tuple[str, str], ...] = ()
    figures: tuple[Figure | None, ...] = ()
    internal: bool = False


class Artifact(Record):
    """`path` is from the output folder. `page` is the view; `items` are the ids of the items that
    the artifact tells of (ALL_ITEMS: of every one), by which it is found when one is withheld.
    `attached` are files that are put into this one. `basis` is the digest of all else that decides
    its bytes.
    """

    path: str
    kind: ArtifactKind
    page: Record
    template: str = ""
    site: SiteView | None = None
    frame: Frame | None = None
    needs: tuple[Need, ...] = ()
    items: tuple[str, ...] = ()
    attached: tuple[Artifact, ...] = ()
    basis: str = ""


ALL_ITEMS = ("*",)


class Form(Record):
    """All of an artifact that it is made from, but for the bodies that it shows and the site's
    view: as bytes, and their digest.
    """

    data: bytes
    digest: str


def form_of(artifact: Artifact, site_digest: str) -> Form:
    """`site_digest` is that of `artifact.site`, made once for all."""
    shown = [(each.item, each.links, each.figures, each.internal) for each in artifact.needs]
    data = _encode((artifact.frame, artifact.page, shown))
    return Form(
        data=data,
        digest=digest_bytes(
            artifact.kind.encode(),
            artifact.template.encode(),
            site_digest.encode() if artifact.site is not None else b"",
            data,
            artifact.basis.encode(),
            *(form_of(each, "").digest.encode() for each in artifact.attached),
        ),
    )


def shown_by(artifact: Artifact) -> tuple[Need, ...]:
    """All bodies that are in it, those in what is attached included."""
    return (*artifact.needs, *(need for each in artifact.attached for need in shown_by(each)))


def view_digest(form: str, bodies: Sequence[str]) -> str:
    """The part of the key that the content decides: the digest of the form, and what stands for the
    bodies that are shown, given by their digests."""
    if len(bodies) > 1:
        return form + digest_bytes(*(each.encode() for each in bodies))
    return form + "".join(bodies)


def artifact_digest(artifact: Artifact, form: str) -> str:
    """The same for an artifact whose form has that digest."""
    return view_digest(form, [each.body for each in shown_by(artifact)])


# Mappings in the order in which an author or a theme wrote them: templates may list them.
_encode = msgspec.msgpack.Encoder().encode
