"""A theme's mistake as a diagnostic with the template's own line."""

from __future__ import annotations

import os
import traceback

import jinja2

from briefgen.diagnostics import Diagnostic, error
from briefgen.model.marks import Mark
from briefgen.read.suggest import nearest
from briefgen.render.environment import AssetMissingError
from briefgen.scan.theme import ThemeFiles


def template_mistake(mistake: Exception, theme: ThemeFiles, root: str, artifact: str) -> Diagnostic:
    """What went wrong in a template while it made `artifact`."""
    path, line = _place(mistake, theme)
    mark = Mark(line=line, column=1, length=0) if line else Mark(line=0, column=0, length=0)
    code, message, hint = _words(mistake, theme)
    return error(
        code,
        f"{message} (while making {artifact})",
        _shown(path, root),
        mark,
        hint=hint,
    )


def _words(mistake: Exception, theme: ThemeFiles) -> tuple[str, str, str]:
    if isinstance(mistake, AssetMissingError):
        close = nearest(mistake.name, (name for name in theme.static if ":" not in name))
        return "asset-missing", str(mistake), f"Did you mean “{close}”?" if close else ""
    if isinstance(mistake, jinja2.TemplateSyntaxError):
        return "template-syntax", f"The template is not well formed: {mistake.message}", ""
    if isinstance(mistake, jinja2.TemplateNotFound):
        name = str(mistake.name or mistake)
        close = nearest(name, (known for known in theme.templates if ":" not in known))
        hint = f"Did you mean “{close}”?" if close else ""
        return "template-missing", f"There is no template “{name}”.", hint
    if isinstance(mistake, jinja2.UndefinedError):
        hint = "The fields of each view are listed in docs/themes.md."
        return "template-undefined", f"The template uses a name that is not there: {mistake}.", hint
    return "template-error", f"The template fails: {mistake}.", ""


def _place(mistake: Exception, theme: ThemeFiles) -> tuple[str, int]:
    if isinstance(mistake, jinja2.TemplateSyntaxError):
        return mistake.filename or "", mistake.lineno
    known = {file.path for file in theme.templates.values()}
    place = ("", 0)
    # Jinja rewrites the traceback so that its frames name the template's file and line; the last
    # of them is where it happened.
    for frame in traceback.extract_tb(mistake.__traceback__):
        if frame.filename in known:
            place = (frame.filename, frame.lineno or 0)
    return place


def _shown(path: str, root: str) -> str:
    if not path:
        return ""
    inside = os.path.relpath(path, root)
    return path if inside.startswith("..") else inside.replace(os.sep, "/")
