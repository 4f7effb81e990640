"""What reading depends on besides the bytes of a file, and what it returns for an item."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from briefgen.diagnostics import Diagnostic
from briefgen.model.base import Record
from briefgen.model.item import AnyBody, AnyFace, Kind
from briefgen.model.settings import DateFrom, Limits, Markdown, Settings, SlugFrom

# Parsers of nested text are recursive. Beyond this depth the interpreter's own stack would end the
# build, so a greater `limits.nesting` is refused.
DEEPEST = 100


class Reading(Record):
    """The settings that reading depends on; its digest is part of the key of each record read.

    `folders` are the fixed folders of the content globs, by the name of a kind: where paths begin
    that slugs are made of. They are empty unless `slug_from` is the path, so that a change of globs
    does not make all files be read again. `silenceable` are the codes that an item can silence;
    without any, silences are not looked at.
    """

    language: str = "en"
    timezone: str = "UTC"
    field_aliases: dict[str, str] = {}
    markdown: Markdown = Markdown()
    limits: Limits = Limits()
    slug_from: SlugFrom = SlugFrom.STEM
    date_from: DateFrom = DateFrom.FIELD
    folders: dict[str, tuple[str, ...]] = {}
    silenceable: tuple[str, ...] = ()

    @property
    def nesting(self) -> int:
        """How deep lists, quotations and mappings may lie in one another."""
        return min(self.limits.nesting, DEEPEST)


class ReadItem(Record):
    """An item as read. `face` and `body` are absent if any diagnostic is an error. `text` is the
    whole file as text, `markdown` what stands below its front matter.
    """

    face: AnyFace | None = None
    body: AnyBody | None = None
    text: str = ""
    markdown: str = ""
    diagnostics: tuple[Diagnostic, ...] = ()


# Reading does not ask for the limits of fair use: a change of them reads nothing anew.
_UNREAD = {
    name: getattr(Limits(), name)
    for name in ("quoted_of_article", "quoted_of_source", "copied_words", "copied_lede")
}


def reading_of(settings: Settings, silenceable: Iterable[str] = ()) -> Reading:
    """The part of the settings that reading depends on, and the codes that an item can silence."""
    content = settings.content
    globs = {
        Kind.ARTICLE: content.articles,
        Kind.PACKET: content.packets,
        Kind.PAGE: content.pages,
    }
    by_path = settings.slug_from is SlugFrom.PATH
    return Reading(
        language=settings.language,
        timezone=settings.timezone,
        field_aliases=settings.field_aliases,
        markdown=settings.markdown,
        limits=msgspec.structs.replace(settings.limits, **_UNREAD),
        slug_from=settings.slug_from,
        date_from=settings.date_from,
        folders={k.value: tuple(_fixed(g) for g in globs[k]) for k in globs} if by_path else {},
        silenceable=tuple(silenceable),
    )


def _fixed(glob: str) -> str:
    """The folder before the first name with a wildcard."""
    names = glob.split("/")[:-1]
    wild = next((i for i, name in enumerate(names) if "*" in name or "?" in name), len(names))
    return "/".join(names[:wild])
