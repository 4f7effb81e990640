"""The settings of a project, for commands that need nothing else of it."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.diagnostics import Diagnostic
from briefgen.model.settings import Settings
from briefgen.read.settings import read_settings
from briefgen.scan.project import SETTINGS_FILE


def settings_at(root: str) -> tuple[Settings | None, tuple[Diagnostic, ...]]:
    """The settings of the project at `root`, or what is wrong with them."""
    data = files.read_bytes(os.path.join(root, SETTINGS_FILE)) or b""
    settings, _, diagnostics = read_settings(SETTINGS_FILE, data)
    return settings, diagnostics
