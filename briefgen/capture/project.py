"""The project that a capture is for: where its snapshots and articles lie."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.base import Record
from briefgen.model.item import Kind
from briefgen.model.settings import Settings
from briefgen.publish.manifest import NAME, parse_manifest
from briefgen.read.naming import name_of, undated
from briefgen.read.settings import read_settings
from briefgen.read.slug import slugify
from briefgen.scan.globs import glob_folder
from briefgen.scan.project import SETTINGS_FILE, find_content, kind_of

ARTICLES = "content/articles"
# What briefgen writes and may remove at any time.
OWN_FOLDERS = ("output", ".briefgen")


class Project(Record):
    """`root` and `sources` are absolute folders."""

    root: str
    settings: Settings
    sources: str

    def shown(self, path: str) -> str:
        """A path as messages name it: from the root, if it lies there."""
        inside = os.path.relpath(path, self.root).replace(os.sep, "/")
        return path if inside.startswith("../") else inside

    @property
    def articles(self) -> str:
        """The folder for new articles, absolute."""
        if kind_of(f"{ARTICLES}/a.md", self.settings) is Kind.ARTICLE:
            return os.path.join(self.root, ARTICLES)
        globs = self.settings.content.articles
        return os.path.join(self.root, glob_folder(globs[0]) if globs else ARTICLES)

    def slugs(self) -> frozenset[str]:
        """The slugs that the names of the articles give them."""
        skip = tuple(os.path.join(self.root, name) + os.sep for name in OWN_FOLDERS)
        return frozenset(
            slugify(undated(name_of(path)))
            for path, _, _ in find_content(self.root, self.settings, skip)
            if kind_of(path, self.settings) is Kind.ARTICLE
        )


def open_project(root: str) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """The project at `root`, or what is wrong with its settings. Its theme may be broken."""
    root = files.real_path(root)
    data = files.read_bytes(os.path.join(root, SETTINGS_FILE))
    if data is None:
        return None, (error("settings-missing", f"There is no {SETTINGS_FILE} in {root}."),)
    settings, _, diagnostics = read_settings(SETTINGS_FILE, data)
    if settings is None:
        return None, diagnostics
    sources = os.path.abspath(os.path.join(root, settings.sources_dir))
    return Project(root=root, settings=settings, sources=sources), diagnostics


def in_output(path: str, root: str) -> bool:
    """Whether a file at `path` would lie in a folder that briefgen built, or in its cache: there it
    would be published with the site, or lost.
    """
    real = files.real_path(path)
    for name in OWN_FOLDERS:
        if real.startswith(files.real_path(os.path.join(root, name)) + os.sep):
            return True
    folder = os.path.dirname(real)
    while True:
        manifest = files.read_bytes(os.path.join(folder, NAME))
        if manifest is not None and parse_manifest(manifest) is not None:
            return True
        above = os.path.dirname(folder)
        if above == folder:
            return False
        folder = above
