"""Media: pictures and documents in `content/media/`, to which items refer."""

from __future__ import annotations

from briefgen.model.base import Record

FOLDER = "content/media"
PICTURES = {"png": "png", "jpg": "jpg", "jpeg": "jpg", "webp": "webp", "avif": "avif", "gif": "gif"}
DOCUMENTS = ("pdf", "csv")


class Media(Record):
    """A file of `content/media/`. `path` is from the project's root. The rest is known only of
    files to which an item refers: `digest` of the bytes; for a picture its `format` (what the bytes
    are, not what the name says) and its size in pixels as it is seen; and in `problem` why it
    cannot be published, with a `hint`.
    """

    path: str
    digest: str = ""
    format: str = ""
    width: int = 0
    height: int = 0
    animated: bool = False
    code: str = ""
    problem: str = ""
    hint: str = ""


def extension_of(path: str) -> str:
    """The ending of a file's name in lower case, without its dot."""
    name = path.rpartition("/")[2]
    return name.rpartition(".")[2].lower() if "." in name else ""


def is_below(path: str) -> bool:
    """Whether a path from the project's root leads into the folder of media."""
    return path.startswith(f"{FOLDER}/")
