"""The packet that is to be handed over, with its brief as it lies in the output."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable

import msgspec

from briefgen import files
from briefgen.build.look import Look, look_at
from briefgen.build.survey import Site
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.base import Record
from briefgen.model.item import Kind, Packet
from briefgen.model.request import Exit, Outcome, Request
from briefgen.plan.addresses import brief_address
from briefgen.plan.artifact import Artifact
from briefgen.progress import Progress
from briefgen.read.suggest import did_you_mean
from briefgen.resolve.packets import Holding

REBUILD = "Run `briefgen build`, look at the brief, and ask again."


class Ready(Record):
    """A packet whose brief is built and up to date. `data` is the PDF, `path` its place in the
    output.
    """

    look: Look
    packet: Packet
    holding: Holding
    brief: Artifact
    path: str
    data: bytes

    @property
    def sha256(self) -> str:
        """The digest by which the brief is known again."""
        return hashlib.sha256(self.data).hexdigest()


def find_ready(request: Request, given: str, progress: Progress) -> Ready | Outcome:
    """The packet that `given` (its slug, or its file from the project's root) means, or why it is
    not ready.
    """

    def texts(site: Site) -> Iterable[str]:
        slug = _slug(site, given)
        holding = site.joined.holdings.get(slug)
        if holding is None:
            return ()
        items = (f"{Kind.ARTICLE.value}:{each}" for each in holding.articles)
        return (f"{Kind.PACKET.value}:{slug}", *items)

    # Pages lead to briefs where briefs are built, and here there is one.
    request = msgspec.structs.replace(request, pdf=True)
    look = look_at(request, progress, texts=texts)
    if isinstance(look, Outcome):
        return look
    site = look.site.joined
    slug = _slug(look.site, given)
    packet = site.packets.get(slug)
    if packet is None:
        return _refused(look, _no_packet(look, given, slug))
    path = brief_address(slug)
    data = files.read_bytes(os.path.join(look.project.output, path))
    planned = look.planned.get(path)
    digests = look.shelf.manifest.files.get(path)
    if data is None or digests is None:
        there = error(
            "brief-unbuilt",
            f"The brief of “{slug}” is not in {look.project.output}.",
            hint=REBUILD,
        )
        return _refused(look, there)
    ready = planned is not None and planned.fresh
    if planned is None or not ready or digests != (hashlib.sha256(data).hexdigest(),):
        stale = error(
            "brief-stale",
            f"The brief of “{slug}” is not what a build would make now: something has changed"
            " since it was made.",
            hint=f"{REBUILD} If you built with other flags, give them here too."
            f" `briefgen explain {path}` tells what has changed.",
        )
        return _refused(look, stale)
    return Ready(
        look=look,
        packet=packet,
        holding=site.holdings[slug],
        brief=planned.artifact,
        path=path,
        data=data,
    )


def _slug(site: Site, given: str) -> str:
    """Curators name a packet by its slug, or let the shell complete its file."""
    name = given.replace(os.sep, "/").removeprefix("./")
    packets = (face for face in site.gathered.faces if face.kind is Kind.PACKET)
    return next((face.slug for face in packets if face.path == name), given)


def _no_packet(look: Look, given: str, slug: str) -> Diagnostic:
    item = f"{Kind.PACKET.value}:{slug}"
    reason = look.site.withheld.get(item)
    if reason is None:
        known = look.site.joined.packets
        hint = did_you_mean(given, known) or "A packet goes by the name of its file."
        return error("packet-unknown", f"There is no packet “{given}”.", hint=hint)
    return error(
        "packet-withheld",
        f"The audience “{look.project.view.name}” may not see the packet “{slug}” now: {reason}.",
        hint="Name another audience with --audience.",
        item=item,
    )


def _refused(look: Look, problem: Diagnostic) -> Outcome:
    withheld = problem.code == "packet-withheld"
    return Outcome(
        exit=Exit.REFUSED if withheld else Exit.USAGE,
        diagnostics=(problem,),
        output=look.project.output,
        audience=look.project.view.name,
        withheld=tuple(sorted(look.site.withheld)),
    )
