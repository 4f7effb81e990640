"""Which files belong to a project."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.files import FileStat
from briefgen.model.item import Kind
from briefgen.model.media import FOLDER
from briefgen.model.settings import Settings
from briefgen.scan.globs import glob_folder, glob_pattern

SETTINGS_FILE = "briefgen.yaml"
README = "README.md"
Found = tuple[str, str, FileStat]


def kind_globs(settings: Settings) -> dict[Kind, tuple[str, ...]]:
    """The globs of each kind of item."""
    content = settings.content
    return {
        Kind.ARTICLE: content.articles,
        Kind.PACKET: content.packets,
        Kind.PAGE: content.pages,
    }


def kind_of(path: str, settings: Settings) -> Kind | None:
    """The kind of item that `path` (from the root) holds; the first glob that fits decides. What is
    called README.md is for those who look into the folder, and holds none.
    """
    if path.rpartition("/")[2] == README:
        return None
    for kind, globs in kind_globs(settings).items():
        if any(glob_pattern(glob).fullmatch(path) for glob in globs):
            return kind
    return None


def content_folders(settings: Settings) -> tuple[str, ...]:
    """The folders, from the root, in which content lies; none lies inside another."""
    globs = [glob for globs in kind_globs(settings).values() for glob in globs]
    folders = sorted({glob_folder(glob) for glob in globs})
    outer: list[str] = []
    for folder in folders:
        if not any(folder == o or folder.startswith(f"{o}/") or o == "" for o in outer):
            outer.append(folder)
    return tuple(outer)


def find_content(
    root: str, settings: Settings, skip: tuple[str, ...], passed_over: list[str] | None = None
) -> list[Found]:
    """Items and entities; names are paths from the root. Folders in `skip` (absolute) hold what
    briefgen writes and are not content. `passed_over` receives the names of the other files that
    lie in the folders of content.
    """
    found: list[Found] = []
    for folder in content_folders(settings):
        base = os.path.join(root, folder) if folder else root
        prefix = f"{folder}/" if folder else ""
        for name, stat in files.walk(base):
            path = os.path.join(base, name)
            if path.startswith(skip):
                continue
            if kind_of(prefix + name, settings):
                found.append((prefix + name, path, stat))
            elif passed_over is not None:
                passed_over.append(prefix + name)
    path = os.path.join(root, settings.content.entities)
    stat_entities = files.file_stat(path)
    if stat_entities is not None:
        found.append((settings.content.entities, path, stat_entities))
    return found


def find_media(root: str) -> list[Found]:
    """All files of the folder of media; names are paths from the root."""
    return [
        (f"{FOLDER}/{name}", path, stat)
        for name, path, stat in find_below(os.path.join(root, *FOLDER.split("/")))
    ]


def find_below(folder: str) -> list[Found]:
    """All files below an absolute folder; names are paths from it."""
    return [(name, os.path.join(folder, name), stat) for name, stat in files.walk(folder)]
