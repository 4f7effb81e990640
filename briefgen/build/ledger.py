"""What was sent before, as the ledger of an audience has it."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.build.project import Project
from briefgen.diagnostics import Diagnostic
from briefgen.model.ledger import Issue, ledger_path
from briefgen.read.ledger import read_ledger


def load_ledger(project: Project) -> tuple[tuple[Issue, ...], tuple[Diagnostic, ...]]:
    """What was sent to the audience of this build, and to nobody else."""
    path = ledger_path(project.view.name)
    data = files.read_bytes(os.path.join(project.root, path)) or b""
    return read_ledger(path, data, project.view.name)
