"""A new article, packet or page: a draft in its place."""

from __future__ import annotations

import datetime
import os
import unicodedata

from briefgen import files
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.item import Kind
from briefgen.model.settings import Settings
from briefgen.read.dates.zone import zone_of
from briefgen.read.naming import slug_of
from briefgen.read.reading import reading_of
from briefgen.read.slug import slugify
from briefgen.scaffold.drafts import draft_text
from briefgen.scaffold.made import Made
from briefgen.scaffold.scalar import yaml_scalar
from briefgen.scan.globs import glob_folder, glob_pattern
from briefgen.scan.project import find_content, kind_globs, kind_of

ENDING = ".md"


def new_item(root: str, settings: Settings, kind: Kind, title: str, now: datetime.datetime) -> Made:
    """Write the draft of an item with this title; `now` decides its date, in the site's zone."""
    title = " ".join(_printable(title).split())
    slug = slugify(title)
    if not slug:
        return _refused(
            "slug-missing",
            f"The title “{title}” has no letter or digit to make an address of.",
            hint='Give it a title in words: `briefgen new article "First talks"`.',
        )
    date = now.astimezone(zone_of(settings.timezone) or datetime.UTC).date().isoformat()
    path = _place(kind, settings, slug if kind is Kind.PAGE else f"{date}-{slug}")
    if path is None:
        return _refused(
            "glob-narrow",
            f"`content` in briefgen.yaml leaves no place for a new {kind.value}.",
            hint="Write the file yourself, under a name that its globs allow.",
        )
    twin = _twin(root, settings, kind, path)
    if twin:
        return _refused(
            "file-exists",
            f"There is something of that name already: {twin}.",
            hint="Choose another title, or go on with that file.",
        )
    full = os.path.join(root, *path.split("/"))
    labelled = settings.default_tlp is None
    text = draft_text(kind, yaml_scalar(title), date, labelled=labelled)
    files.make_folder(os.path.dirname(full))
    files.write_new(full, text.encode())
    return Made(written=(full,), slug=slug_of(kind, path, reading_of(settings)))


def _place(kind: Kind, settings: Settings, stem: str) -> str | None:
    """The path of the new file: in the first folder whose glob would find it there."""
    for glob in kind_globs(settings)[kind]:
        path = f"{glob_folder(glob)}/{stem}{ENDING}".lstrip("/")
        if glob_pattern(glob).fullmatch(path) and kind_of(path, settings) is kind:
            return path
    return None


def _twin(root: str, settings: Settings, kind: Kind, path: str) -> str:
    """The file whose address, as far as its name tells, is that of the new one."""
    reading = reading_of(settings)
    slug = slug_of(kind, path, reading)
    for found, _, _ in sorted(find_content(root, settings, skip=())):
        same_kind = kind_of(found, settings) is kind
        if found == path or (same_kind and slug_of(kind, found, reading) == slug):
            return found
    return path if files.anything_at(os.path.join(root, path)) else ""


def _printable(text: str) -> str:
    return "".join(" " if unicodedata.category(each) in {"Cc", "Cs"} else each for each in text)


def _refused(code: str, message: str, *, hint: str) -> Made:
    problem: Diagnostic = error(code, message, hint=hint)
    return Made(diagnostics=(problem,))
