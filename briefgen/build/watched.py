"""What a build is made from, to be looked at again."""

from __future__ import annotations

import os

from briefgen.build.project import Project
from briefgen.model.ledger import FOLDER as LEDGERS
from briefgen.model.media import FOLDER
from briefgen.scan.project import SETTINGS_FILE, content_folders


def watched(project: Project) -> tuple[str, ...]:
    """Everything on disk that the result depends on, absolute."""
    folders = [os.path.join(project.root, each) for each in content_folders(project.settings)]
    folders.append(os.path.join(project.root, *FOLDER.split("/")))
    folders.append(os.path.join(project.root, *LEDGERS.split("/")))
    folders.append(os.path.join(project.root, project.settings.content.entities))
    folders.append(os.path.join(project.root, SETTINGS_FILE))
    folders.append(os.path.join(project.root, "themes"))
    folders.append(project.sources)
    folders.extend(place.folder for place in project.search)
    return tuple(dict.fromkeys(folders))
