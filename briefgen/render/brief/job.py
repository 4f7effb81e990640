"""What a worker is given, and what it gives back."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record
from briefgen.plan.views.brief import BriefMeta

# What stands in `BriefResult.asked` in place of a digest.
REFUSED = "REFUSED"
ABSENT = "ABSENT"


# What stands before the digest of a packet's published parts, in the metadata of its brief.
IDENTIFIER = "briefgen:packet:"


class BriefLimits(Record):
    """What one brief may cost: wall-clock `seconds`, `memory_mb` megabytes for the worker, `pixels`
    of any one picture, `nesting` elements inside one another, `resource_mb` for one file."""

    seconds: int = 600
    memory_mb: int = 2048
    pixels: int = 40_000_000
    nesting: int = 100
    resource_mb: int = 32


class Attached(Record):
    """A file that is put into that of the brief."""

    name: str
    data: bytes


class BriefJob(Record):
    """One brief to make. `path` is that of the artifact, such as "packets/x.pdf". `static` are the
    theme's static folders, absolute; the first that has a file wins. `media` is the folder that is
    served as `media/` (empty: none). `options_css` are custom properties from the theme's options;
    they follow the theme's own style sheets. `source` is the packet's file from the project's root
    and `item` its id, for diagnostics. `archival` asks for PDF/A. `digest` is that of
    what is published of the packet."""

    path: str
    html: str
    static: tuple[str, ...] = ()
    options_css: str = ""
    meta: BriefMeta
    digest: str = ""
    media: str = ""
    source: str = ""
    item: str = ""
    system_fonts: bool = False
    limits: BriefLimits = BriefLimits()
    archival: bool = False
    attached: tuple[Attached, ...] = ()


class Lacking(Record):
    """A character that no font has. `anchors` are those of the items in which it stands, in their
    order ("" for what stands in none); `told` is what the user is told, with no better place than
    the packet's file: a worker sees no other."""

    char: str
    anchors: tuple[str, ...]
    told: Diagnostic


class BriefResult(Record):
    """A finished brief; `pdf` is empty where it failed, and `diagnostics` and `lacking` say why.
    `asked` names each resource that was asked for, in order of name, with its digest, REFUSED or
    ABSENT: part of the artifact's key. `worker` made it between two instants of the steady
    clock."""

    path: str
    pdf: bytes = b""
    asked: tuple[tuple[str, str], ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    lacking: tuple[Lacking, ...] = ()
    pages: int = 0
    worker: int = 0
    began: float = 0.0
    ended: float = 0.0
