"""A theme's mistake as a diagnostic with the template's own line."""

from __future__ import annotations

import os
import re
import sys
import traceback
from typing import NamedTuple

import jinja2

from briefgen import files
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.marks import WHOLE_FILE, Mark
from briefgen.read.suggest import nearest
from briefgen.render.environment import AssetMissingError
from briefgen.render.say import WordMissingError
from briefgen.scan.theme import ThemeFiles

# Jinja's words for a name that is not there.
NO_FIELD = re.compile(r"'(\S+) object' has no attribute '(\w+)'")
OF_NONE = re.compile(r"'None' has no attribute '(\w+)'")
NO_NAME = re.compile(r"'(\w+)' is undefined")
QUOTED = re.compile(r"'([^']+)'")
NAMES = ("site", "frame", "page", "content")
FIELDS = "The fields of each view are listed in docs/themes.md."


class Words(NamedTuple):
    """What is said of a mistake. `word` is what is to be underlined in the template's line."""

    code: str
    message: str
    hint: str
    word: str


def template_mistake(mistake: Exception, theme: ThemeFiles, root: str, artifact: str) -> Diagnostic:
    """What went wrong in a template while it made `artifact`."""
    path, line = _place(mistake, theme)
    told = Words(*_words(mistake, theme))
    return error(
        told.code,
        f"{told.message.removesuffix('.')} (while making {artifact}).",
        _shown(path, root),
        _mark(path, line, told.word) if line else WHOLE_FILE,
        hint=told.hint,
    )


def _words(mistake: Exception, theme: ThemeFiles) -> tuple[str, str, str, str]:
    if isinstance(mistake, AssetMissingError):
        close = nearest(mistake.name, (name for name in theme.static if ":" not in name))
        return "asset-missing", str(mistake), _meant(close), mistake.name
    if isinstance(mistake, WordMissingError):
        close = _meant(nearest(mistake.key, mistake.known))
        hint = close or "A new word is written into words/en.po of the theme."
        return "words-absent", str(mistake), hint, mistake.key.rpartition(".")[2]
    if isinstance(mistake, jinja2.TemplateSyntaxError):
        first, _, rest = (mistake.message or "").partition(". ")
        word = (QUOTED.findall(first) or [""])[-1]
        return "template-syntax", f"The template is not well formed: {first}", rest, word
    if isinstance(mistake, jinja2.TemplateNotFound):
        name = str(mistake.name or mistake)
        close = nearest(name, (known for known in theme.templates if ":" not in known))
        return "template-missing", f"There is no template “{name}”", _meant(close), name
    if isinstance(mistake, jinja2.UndefinedError):
        message, hint, word = _undefined(str(mistake))
        return "template-undefined", message, hint, word
    return "template-error", f"The template fails: {mistake}", "", ""


def _undefined(text: str) -> tuple[str, str, str]:
    """Sentence, hint and word for a name that is not there."""
    if found := NO_FIELD.search(text):
        module, _, name = found[1].rpartition(".")
        fields = getattr(getattr(sys.modules.get(module), name, None), "__struct_fields__", ())
        hint = _meant(nearest(found[2], fields)) or FIELDS
        what = f"`{name}`" if fields else "This value"
        return f"{what} has no field “{found[2]}”", hint, found[2]
    if found := OF_NONE.search(text):
        hint = "Ask first whether it is there, with {% if ... %}."
        return f"“{found[1]}” is asked of a value that is none here", hint, found[1]
    if found := NO_NAME.search(text):
        hint = _meant(nearest(found[1], NAMES)) or FIELDS
        return f"There is no “{found[1]}” in this template", hint, found[1]
    return f"The template uses a name that is not there: {text}", FIELDS, ""


def _meant(close: str | None) -> str:
    return f"Did you mean “{close}”?" if close else ""


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


def _mark(path: str, number: int, word: str) -> Mark:
    """The first place of `word` in the line; all of the line where it is not in it."""
    lines = (files.read_bytes(path) or b"").decode("utf-8", "replace").splitlines()
    line = lines[number - 1] if number <= len(lines) else ""
    found = re.search(rf"(?<!\w){re.escape(word)}(?!\w)", line) if word else None
    if found:
        return Mark(line=number, column=found.start() + 1, length=len(word))
    text = line.strip()
    return Mark(line=number, column=line.find(text) + 1, length=max(len(text), 1))


def _shown(path: str, root: str) -> str:
    if not path:
        return ""
    inside = os.path.relpath(path, root)
    return path if inside.startswith("..") else inside.replace(os.sep, "/")
