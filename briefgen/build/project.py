"""Open a project: its settings, its theme, and whose eyes it is built for."""

from __future__ import annotations

import os
from collections.abc import Iterator

from briefgen import files
from briefgen.build.theme_files import (
    known_to,
    manifest_marks,
    read_themes,
    sheet_problems,
)
from briefgen.check.levels import LEVELS
from briefgen.check.locate import locate
from briefgen.diagnostics import Diagnostic, error, has_errors
from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.handling import Audience, Tlp
from briefgen.model.marks import WHOLE_FILE, Mark, Marks, find_mark
from briefgen.model.request import Request
from briefgen.model.settings import Settings, Withdrawn
from briefgen.model.theme import Theme
from briefgen.read.mapping import read_mapping
from briefgen.read.reading import Reading
from briefgen.read.settings import read_settings
from briefgen.read.suggest import did_you_mean, nearest
from briefgen.resolve.theme_options import Options, resolve_options
from briefgen.resolve.visibility import View
from briefgen.scan.project import SETTINGS_FILE
from briefgen.scan.theme import (
    BUILT_IN,
    MANIFEST,
    ThemeFolder,
    theme_folder,
    theme_names,
)
from briefgen.store.cache import CACHE_FOLDER

OPEN_TO_ALL = {"public": Audience(ceiling=Tlp.CLEAR)}


class Project(Record):
    """A project that can be built. `settings` are complete: `base_url` ends in a slash or is empty,
    and there is at least one audience. Folders are absolute.
    """

    root: str
    settings: Settings
    view: View
    output: str
    search: tuple[ThemeFolder, ...]
    themes: tuple[Theme, ...]
    options: Options
    sources: str

    @property
    def cache(self) -> str:
        """The folder of the cache."""
        return os.path.join(self.root, CACHE_FOLDER)

    @property
    def kept(self) -> tuple[str, ...]:
        """Folders that hold what people write, and that must never be an output."""
        folders = [os.path.join(self.root, name) for name in ("content", "themes", ".git")]
        folders.append(self.sources)
        folders.extend(theme.folder for theme in self.search)
        return tuple(folders)


class Opened(Record):
    """A project, or why there is none."""

    project: Project | None
    diagnostics: tuple[Diagnostic, ...] = ()


def open_project(request: Request) -> Opened:
    """Read settings and theme. Everything wrong with them is told at once."""
    root = files.real_path(request.root)
    data = files.read_bytes(os.path.join(root, SETTINGS_FILE))
    if data is None:
        problem = error(
            "settings-missing",
            f"There is no {SETTINGS_FILE} in {root}.",
            hint="Its presence marks the root of a project. Go there, or name it with -C.",
        )
        return Opened(project=None, diagnostics=(problem,))
    settings, marks, diagnostics = read_settings(SETTINGS_FILE, data)
    if settings is None:
        return Opened(project=None, diagnostics=diagnostics)
    settings = _complete(settings, request)
    problems = [*diagnostics, *_audience_problems(settings, request, marks)]
    search = _search_path(root, settings.theme)
    if isinstance(search, Diagnostic):
        problems.append(search)
        return Opened(project=None, diagnostics=tuple(problems))
    if search is None:
        names = theme_names(root)
        close = nearest(settings.theme, names)
        problems.append(
            error(
                "theme-unknown",
                f"There is no theme “{settings.theme}”.",
                SETTINGS_FILE,
                find_mark(marks, "theme"),
                hint=f"Did you mean “{close}”?" if close else f"There are: {', '.join(names)}.",
            )
        )
        return Opened(project=None, diagnostics=tuple(problems))
    themes, theme_problems = read_themes(search, root)
    problems.extend(theme_problems)
    problems.extend(sheet_problems(search, themes, root))
    options, findings = resolve_options(
        themes, settings.theme_options, SETTINGS_FILE, known_to(search, settings.theme_options)
    )
    findings = (*findings, *_unknown_checks(settings))
    problems.extend(locate(findings, settings.checks, lambda _: marks, lambda _: {}))
    if has_errors(tuple(problems)):
        return Opened(project=None, diagnostics=tuple(problems))
    name = request.audience or settings.default_audience
    project = Project(
        root=root,
        settings=settings,
        view=View(
            name=name,
            audience=settings.audiences[name],
            now=request.now,
            default_tlp=settings.default_tlp,
            drafts=request.drafts,
            tombstones=settings.withdrawn is Withdrawn.TOMBSTONE,
        ),
        output=os.path.abspath(os.path.join(root, request.output or "output")),
        search=search,
        themes=themes,
        options=options,
        sources=os.path.abspath(os.path.join(root, settings.sources_dir)),
    )
    return Opened(project=project, diagnostics=tuple(problems))


def _complete(settings: Settings, request: Request) -> Settings:
    base = settings.base_url if request.base_url is None else request.base_url
    fields = {name: getattr(settings, name) for name in settings.__struct_fields__}
    fields["base_url"] = f"{base.rstrip('/')}/" if base else ""
    fields["audiences"] = settings.audiences or OPEN_TO_ALL
    return Settings(**fields)


def _audience_problems(
    settings: Settings, request: Request, marks: Marks
) -> tuple[Diagnostic, ...]:
    if request.audience and request.audience not in settings.audiences:
        return (_no_audience(request.audience, settings, "", WHOLE_FILE),)
    named = {} if request.audience else {"default_audience": settings.default_audience}
    for channel, outlet in (("deploy", settings.deploy), ("mail", settings.mail)):
        named |= {f"{channel}.audiences.{n}": name for n, name in enumerate(outlet.audiences)}
    return tuple(
        _no_audience(name, settings, SETTINGS_FILE, find_mark(marks, field))
        for field, name in named.items()
        if name not in settings.audiences
    )


def _no_audience(name: str, settings: Settings, path: str, mark: Mark) -> Diagnostic:
    close = nearest(name, settings.audiences)
    known = ", ".join(settings.audiences)
    hint = f"Did you mean “{close}”?" if close else f"The audiences are: {known}."
    return error("audience-unknown", f"There is no audience “{name}”.", path, mark, hint=hint)


def _unknown_checks(settings: Settings) -> Iterator[Finding]:
    for code in settings.checks:
        if code not in LEVELS:
            yield Finding(
                code="check-unknown",
                message=f"There is no check “{code}” whose level can be set.",
                path=SETTINGS_FILE,
                field=f"checks.{code}@key",
                hint=did_you_mean(code, LEVELS),
            )


def _search_path(root: str, name: str) -> tuple[ThemeFolder, ...] | Diagnostic | None:
    """The folders in which names are looked up: the theme, what it extends, the built-in one. None
    if there is no theme of this name, and a diagnostic if one of them extends none.
    """
    search: list[ThemeFolder] = []
    pending = name
    while pending and all(place.name != pending for place in search):
        folder = theme_folder(root, pending)
        if folder is None:
            return _extends_none(search[-1], pending, root) if search else None
        search.append(ThemeFolder(name=pending, folder=folder))
        manifest, _, _ = read_mapping(
            MANIFEST, files.read_bytes(os.path.join(folder, MANIFEST)) or b"", Theme, Reading()
        )
        pending = manifest.extends if manifest else ""
    if all(place.name != BUILT_IN for place in search):
        folder = theme_folder(root, BUILT_IN)
        if folder is None:
            return None
        search.append(ThemeFolder(name=BUILT_IN, folder=folder))
    return tuple(search)


def _extends_none(theme: ThemeFolder, name: str, root: str) -> Diagnostic:
    names = theme_names(root)
    path, marks = manifest_marks(theme, root)
    return error(
        "theme-unknown",
        f"There is no theme “{name}” to extend.",
        path,
        find_mark(marks, "extends"),
        hint=did_you_mean(name, names) or f"There are: {', '.join(names)}.",
    )
