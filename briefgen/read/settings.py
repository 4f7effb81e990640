"""`briefgen.yaml`: the settings of a site."""

from __future__ import annotations

from briefgen.diagnostics import Diagnostic, has_errors
from briefgen.model.article import ArticleBody, ArticleFace
from briefgen.model.marks import Marks, find_mark
from briefgen.model.packet import PacketBody, PacketFace
from briefgen.model.page import PageBody, PageFace
from briefgen.model.settings import Settings
from briefgen.quotation.shortest import SHORTEST
from briefgen.read.convert.records import OWN, plan_of
from briefgen.read.findings import Findings
from briefgen.read.mapping import gather_mapping
from briefgen.read.reading import DEEPEST, Reading
from briefgen.read.suggest import did_you_mean

# With less a worker cannot even begin, and what it dies of would name no limit.
LEAST_MEMORY = 100


def read_settings(path: str, data: bytes) -> tuple[Settings | None, Marks, tuple[Diagnostic, ...]]:
    """The settings and the places of their fields, or what is wrong with them."""
    findings = Findings(path)
    settings = gather_mapping(data, Settings, Reading(), findings)
    if settings is not None:
        _check_limits(settings, findings)
        _check_aliases(settings, findings)
    diagnostics = findings.report()
    return (None if has_errors(diagnostics) else settings), findings.marks, diagnostics


def _check_limits(settings: Settings, findings: Findings) -> None:
    limits = settings.limits
    bounds = {
        "file_size": (limits.file_size, 1, None),
        "nesting": (limits.nesting, 1, DEEPEST),
        "yaml_aliases": (limits.yaml_aliases, 0, None),
        "media_size": (limits.media_size, 1, None),
        "media_pixels": (limits.media_pixels, 1, None),
        "quoted_of_article": (limits.quoted_of_article, 0, 100),
        "quoted_of_source": (limits.quoted_of_source, 0, 100),
        "copied_words": (limits.copied_words, SHORTEST, None),
        "copied_lede": (limits.copied_lede, 60, 100),
        "brief_seconds": (limits.brief_seconds, 1, None),
        "brief_memory": (limits.brief_memory, LEAST_MEMORY, None),
    }
    for name, (value, lowest, highest) in bounds.items():
        if value < lowest or (highest is not None and value > highest):
            span = f"at least {lowest}" if highest is None else f"from {lowest} to {highest}"
            findings.error(
                "value-range",
                f"`{name}` must be {span}, and here stands {value}.",
                find_mark(findings.marks, f"limits.{name}"),
            )


def _check_aliases(settings: Settings, findings: Findings) -> None:
    known = (
        *plan_of(ArticleFace, ArticleBody).converters,
        *plan_of(PacketFace, PacketBody).converters,
        *plan_of(PageFace, PageBody).converters,
    )
    for alias, target in settings.field_aliases.items():
        first, _, inner = target.partition(".")
        if (first not in known and not first.startswith(OWN)) or "." in inner:
            findings.error(
                "alias-unknown",
                f"`{alias}` is to stand for `{target}`, and there is no such key.",
                find_mark(findings.marks, f"field_aliases.{alias}"),
                did_you_mean(target, known),
            )
