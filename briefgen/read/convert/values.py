"""What it takes to turn a node into a value, and what comes of it when that fails."""

from __future__ import annotations

import enum
from collections.abc import Callable

from briefgen.model.base import Record
from briefgen.model.marks import Mark
from briefgen.read.findings import Complaint, Findings
from briefgen.read.yaml.nodes import Node


class Failed(enum.Enum):
    """Stands for a value that could not be made; why has been reported."""

    FAILED = "failed"


FAILED = Failed.FAILED


class Scene(Record):
    """Where a value is read: the zone of naive times, and what is gathered."""

    timezone: str
    findings: Findings

    def complain(self, path: str, complaint: Complaint, mark: Mark) -> None:
        """Report what is wrong with the value of the field at `path`."""
        self.findings.complain(field_name(path), complaint, mark)


# Takes a node, the path of its field, and the scene.
Converter = Callable[[Node, str, Scene], object]


def field_name(path: str) -> str:
    """The key that an author would recognise: the last that is no number in a list."""
    names = [name for name in path.split(".") if not name.isdecimal()]
    return names[-1] if names else path
