"""Files that look like content and are none. They would be missed on the day of publication."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterable

from briefgen import files
from briefgen.diagnostics import Diagnostic, warning
from briefgen.model.marks import WHOLE_FILE
from briefgen.model.media import FOLDER
from briefgen.model.settings import Settings
from briefgen.scan.globs import glob_folder
from briefgen.scan.project import content_folders, kind_globs

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
TEXT = (*MARKDOWN, ".txt", ".docx", ".doc", ".odt", ".rtf")
# Where each kind of file has a folder of its own beside the content.
OTHERS = (FOLDER, "content/ledger")
NOTES = "readme"  # is for those who look into the folder


def find_strays(root: str, settings: Settings, passed_over: Iterable[str]) -> list[Diagnostic]:
    """What to tell of texts that no glob of the content takes. `passed_over` are the files in the
    folders of content that are no items; beside these folders only Markdown counts."""
    folders = content_folders(settings)
    found = [path for path in passed_over if path.lower().endswith(TEXT)]
    own = (*folders, *OTHERS, settings.sources_dir, settings.content.entities)
    for parent in sorted({posixpath.dirname(folder) for folder in folders} - {""}):
        found += [path for path in _beside(root, parent, own) if path.lower().endswith(MARKDOWN)]
    return [_told(path, settings) for path in sorted(found) if not _is_note(path)]


def _beside(root: str, parent: str, own: tuple[str, ...]) -> Iterable[str]:
    """The files in a folder and below it, but for the folders that have a use."""
    folder = os.path.join(root, parent)
    for name, is_folder in files.list_folder(folder):
        path = f"{parent}/{name}"
        if path in own:
            continue
        if is_folder:
            below = files.walk(os.path.join(folder, name))
            yield from (f"{path}/{each}" for each, _ in below)
        else:
            yield path


def _is_note(path: str) -> bool:
    return posixpath.basename(path).lower().startswith(NOTES)


def _told(path: str, settings: Settings) -> Diagnostic:
    globs = [glob for each in kind_globs(settings).values() for glob in each]
    homes = [glob_folder(glob) for glob in globs]
    stem, ending = posixpath.splitext(path)
    if not path.startswith(tuple(f"{home}/" for home in homes)):
        hint = f"Move it to {' or '.join(f'{home}/' for home in homes)}."
    elif ending.lower() in MARKDOWN or stem.lower().endswith(MARKDOWN):
        hint = f"Rename it {posixpath.basename(stem.removesuffix('.md'))}.md."
    elif ending.lower() == ".txt":
        hint = f"If it is an item, rename it {posixpath.basename(stem)}.md; else keep it elsewhere."
    else:
        hint = "Items are texts of Markdown: save it as text, with a name that ends in .md."
    message = "This file is no item, so it is not published."
    return warning("file-ignored", message, path, WHOLE_FILE, hint=hint)
