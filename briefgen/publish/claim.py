"""Whether a folder may be built into."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.base import Record
from briefgen.publish.manifest import NAME, Manifest, parse_manifest
from briefgen.store.cache import CACHE_FOLDER

# Folders of a project in which programs keep what is theirs: what is private, such as drafts, lies
# there too, and `briefgen clean` or git may empty it.
_PROGRAMS = (CACHE_FOLDER, ".git")


class Claim(Record):
    """The answer: the manifest of the folder, empty where it is new, or why it is refused.
    `other_audience` marks the refusal that handling demands.
    """

    manifest: Manifest
    refusal: Diagnostic | None = None
    other_audience: bool = False


def claim_output(output: str, root: str, kept: tuple[str, ...], audience: str) -> Claim:
    """Look at the folder `output` (absolute) without touching it. `kept` are absolute folders that
    hold what people wrote: content, themes, sources.
    """
    empty = Manifest(audience=audience)
    why = _why_not(output, root, kept)
    if why:
        return Claim(manifest=empty, refusal=_refuse(*why))
    data = files.read_bytes(os.path.join(output, NAME))
    if data is None:
        if files.folder_exists(output) and not files.folder_is_empty(output):
            return Claim(
                manifest=empty,
                refusal=_refuse(
                    f"The folder {output} holds files that briefgen did not write.",
                    "Choose a new or an empty folder with -o.",
                ),
            )
        return Claim(manifest=empty)
    manifest = parse_manifest(data)
    if manifest is None:
        return Claim(
            manifest=empty,
            refusal=_refuse(
                f"The file {NAME} in {output} is not one that briefgen wrote.",
                "Choose another folder with -o.",
            ),
        )
    if manifest.audience != audience:
        return Claim(
            manifest=manifest,
            refusal=_refuse(
                f"The folder {output} was built for the audience “{manifest.audience}”, and this "
                f"build is for “{audience}”.",
                "Give each audience a folder of its own with -o, or run `briefgen clean` first.",
            ),
            other_audience=True,
        )
    return Claim(manifest=manifest)


def _why_not(output: str, root: str, kept: tuple[str, ...]) -> tuple[str, str] | None:
    if files.is_link(output):
        return f"The output folder {output} is a link.", "Choose a real folder with -o."
    if files.anything_at(output) and not files.folder_exists(output):
        return f"{output} is a file, not a folder.", "Choose a folder with -o."
    real, base = files.real_path(output), files.real_path(root)
    if real == base or base.startswith(_below(real)):
        return (
            f"The output folder {output} holds the project itself.",
            "Choose a folder inside or beside the project with -o, such as `output`.",
        )
    for name in _PROGRAMS:
        own = os.path.join(base, name)
        if f"{real}{os.sep}".startswith(_below(own)):
            return (
                f"The output folder {output} would lie in {own}, which belongs to a program.",
                "Choose a folder that holds nothing else with -o.",
            )
    for folder in kept:
        held = files.real_path(folder)
        if real == held:
            return (
                f"People write in the folder {output}, so it cannot be the output.",
                "Choose a folder that holds nothing else with -o.",
            )
        if real.startswith(_below(held)) or held.startswith(_below(real)):
            return (
                f"The output folder {output} would mix with {folder}, which people write.",
                "Choose a folder that holds nothing else with -o.",
            )
    return None


def _below(folder: str) -> str:
    return folder if folder.endswith(os.sep) else folder + os.sep


def _refuse(message: str, hint: str) -> Diagnostic:
    return error("output-refused", message, hint=hint)
