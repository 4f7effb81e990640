"""Examine the machine, and the project if there is one."""

from __future__ import annotations

import os

from briefgen.build.project import open_project
from briefgen.doctor.fact import Examined
from briefgen.doctor.fonts import font_facts
from briefgen.doctor.libraries import library_facts, remedies
from briefgen.doctor.project import project_facts
from briefgen.doctor.python import missing_packages, package_facts, python_facts
from briefgen.doctor.words import word_facts
from briefgen.model.request import Exit, Request
from briefgen.render.brief.libraries import missing_libraries
from briefgen.scan.theme import BUILT_IN, ThemeFolder, built_in_themes


def examine(request: Request | None) -> Examined:
    """All that can be told; without a project, of the machine and the built-in theme."""
    packages = package_facts()
    opened = open_project(request) if request else None
    libraries = missing_libraries()
    missing = (*libraries, *missing_packages(packages))
    if opened and opened.project:
        search = opened.project.search
    else:
        folder = os.path.join(built_in_themes(), BUILT_IN)
        search = (ThemeFolder(name=BUILT_IN, folder=folder),)
    return Examined(
        facts=(
            *python_facts(),
            *packages,
            *library_facts(),
            *font_facts(search),
            *word_facts(search),
            *(project_facts(request.root, opened) if request and opened else ()),
        ),
        diagnostics=missing,
        remedies=remedies() if libraries else (),
        exit=Exit.LIBRARY if missing else Exit.DONE,
    )
