"""`verify`: whether a folder is what was built, and what became of a brief that was sent."""

from __future__ import annotations

import hashlib
import os

from briefgen import files
from briefgen.build.project import open_project
from briefgen.deliver.claim import claimed_digest
from briefgen.deliver.sequel import brief_verdict
from briefgen.deliver.verdict import BriefVerdict, FolderVerdict, Verified
from briefgen.deliver.whole import REBUILD, changed_files, cut_short
from briefgen.diagnostics import Diagnostic, error, has_errors
from briefgen.model.ledger import ENDING, FOLDER, Issue
from briefgen.model.request import Exit, Request
from briefgen.progress import Progress
from briefgen.publish.manifest import NAME, parse_manifest
from briefgen.read.ledger import read_ledger

Ledgers = dict[str, tuple[Issue, ...]]


def verify(request: Request, targets: tuple[str, ...], progress: Progress) -> Verified:
    """Judge files and folders, given by absolute paths; none: the output folder. Nothing is
    written. It sees what the curator sees, whoever a brief was sent to.
    """
    opened = open_project(request)
    if opened.project is None:
        return Verified(exit=Exit.USAGE, diagnostics=opened.diagnostics)
    output = opened.project.output
    missing = tuple(_missing(each) for each in targets if not files.anything_at(each))
    if missing:
        return Verified(exit=Exit.USAGE, diagnostics=missing)
    ledgers, told = _ledgers(opened.project.root)
    folders: list[FolderVerdict] = []
    briefs: list[BriefVerdict] = []
    problems: list[Diagnostic] = []
    withheld: set[str] = set()
    for target in targets or (output,):
        data = files.read_bytes(target)
        if data is None:
            verdict, wrong = verify_folder(target)
            folders.append(verdict)
            problems.extend(wrong)
            continue
        sha256 = hashlib.sha256(data).hexdigest()
        found = _find(ledgers, sha256)
        if found is None:
            claimed = _claimed(ledgers, data)
            unknown = _altered(target, claimed) if claimed else _unknown(target, sha256, output)
            problems.extend((*told, unknown))
            continue
        path, issue = found
        brief, hidden = brief_verdict(request, target, path, issue, ledgers[path], progress)
        briefs.append(brief)
        withheld |= hidden
    return Verified(
        exit=Exit.CONTENT if has_errors(tuple(problems)) else Exit.DONE,
        diagnostics=tuple(dict.fromkeys(problems)),
        folders=tuple(folders),
        briefs=tuple(briefs),
        withheld=tuple(sorted(withheld)),
    )


def verify_folder(folder: str) -> tuple[FolderVerdict, tuple[Diagnostic, ...]]:
    """Judge an output folder, of this project or of another."""
    data = files.read_bytes(os.path.join(folder, NAME))
    manifest = parse_manifest(data) if data is not None else None
    if manifest is None:
        why = (
            "has no SHA256SUMS" if data is None else "has a SHA256SUMS that briefgen did not write"
        )
        problem = error(
            "output-missing", f"{folder} {why}: nothing was built into it.", hint=REBUILD
        )
        return FolderVerdict(folder=folder), (problem,)
    wrong = (*cut_short(folder, manifest), *changed_files(folder, manifest, manifest.files))
    others = {path for path, _ in files.walk(folder)}.difference(manifest.files, {NAME})
    verdict = FolderVerdict(
        folder=folder,
        audience=manifest.audience,
        files=len(manifest.files),
        others=len(others),
        holds=not wrong,
    )
    return verdict, wrong


def _ledgers(root: str) -> tuple[Ledgers, tuple[Diagnostic, ...]]:
    """Every ledger of the project, by path, with what is wrong in them."""
    ledgers: Ledgers = {}
    told: list[Diagnostic] = []
    folder = os.path.join(root, *FOLDER.split("/"))
    for name in sorted(name for name, _ in files.walk(folder) if name.endswith(ENDING)):
        path = f"{FOLDER}/{name}"
        data = files.read_bytes(os.path.join(folder, name)) or b""
        ledgers[path], wrong = read_ledger(path, data)
        told.extend(wrong)
    return ledgers, tuple(told)


def _find(ledgers: Ledgers, sha256: str) -> tuple[str, Issue] | None:
    """The last line that tells of this brief."""
    for path, issues in ledgers.items():
        for issue in reversed(issues):
            if issue.brief == sha256:
                return path, issue
    return None


def _claimed(ledgers: Ledgers, data: bytes) -> Issue | None:
    """The last line of the packet that the file says to be."""
    digest = claimed_digest(data)
    issues = (each for issues in ledgers.values() for each in issues if each.digest == digest)
    return max(issues, key=lambda each: each.issued, default=None) if digest else None


def _altered(file: str, issue: Issue) -> Diagnostic:
    return error(
        "brief-altered",
        f"{os.path.basename(file)} says that it is the brief “{issue.packet}”, of which one was"
        f" sent to {issue.audience} on {issue.issued:%Y-%m-%d %H:%M} UTC, and it is not that file.",
        hint="It was changed, opened and saved again, or built anew with another version or theme."
        " What it says of itself proves nothing: compare it with the file that was sent.",
    )


def _unknown(file: str, sha256: str, output: str) -> Diagnostic:
    data = files.read_bytes(os.path.join(output, NAME))
    manifest = parse_manifest(data) if data is not None else None
    built = manifest.files if manifest is not None else {}
    path = next((path for path, digests in built.items() if sha256 in digests), "")
    if not path:
        return error(
            "brief-unknown",
            f"{os.path.basename(file)} stands in no ledger of this project: it was not recorded, or"
            " it was changed after it had been sent.",
            hint="A file that was opened and saved again is not the same file. Ask with the one"
            " that was sent.",
        )
    return error(
        "brief-unknown",
        f"{os.path.basename(file)} is {path}, as it was last built, and stands in no ledger: nobody"
        " recorded that it was sent.",
        hint="When it has gone out, say so with `briefgen record`.",
    )


def _missing(path: str) -> Diagnostic:
    return error("file-missing", f"There is no file and no folder {path}.")
