"""Make the media that are stale, and put them into place before the pages that show them."""

from __future__ import annotations

import os
from itertools import groupby

from briefgen import files
from briefgen.build.shelf import Shelf
from briefgen.build.stale import Planned
from briefgen.diagnostics import Diagnostic, error
from briefgen.plan.views.files import MediaFile
from briefgen.progress import Progress
from briefgen.render.media.make import MediaError, make_media

# What is made waits in memory until it has this many bytes, and is then published together: each
# time the manifest is written too.
TOGETHER = 32_000_000


def publish_media(
    root: str, stale: tuple[Planned, ...], shelf: Shelf, progress: Progress
) -> tuple[Diagnostic, ...]:
    """Make and publish; what fails is told, and is not there."""
    told: list[Diagnostic] = []
    ordered = sorted(stale, key=lambda each: (_file(each).source, _file(each).width))
    for source, group in groupby(ordered, key=lambda each: _file(each).source):
        wanted = tuple(group)
        data = files.read_bytes(os.path.join(root, source))
        if data is None or files.digest_of(data) != _file(wanted[0]).digest:
            told.append(
                error(
                    "media-moved",
                    f"{source} was changed while the site was built.",
                    source,
                    hint="Build again.",
                )
            )
            continue
        try:
            made = zip(wanted, make_media(data, map(_file, wanted)), strict=True)
            for planned, bytes_ in made:
                progress.advance("media", planned.artifact.path)
                shelf.take_media(planned.artifact, planned.view, bytes_, TOGETHER)
        except MediaError as mistake:
            told.append(error("media-broken", f"{source} cannot be published: {mistake}", source))
    shelf.publish_taken()
    return tuple(told)


def _file(planned: Planned) -> MediaFile:
    page = planned.artifact.page
    assert isinstance(page, MediaFile)  # noqa: S101  the view of every such artifact
    return page
