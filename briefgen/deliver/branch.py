"""A branch that holds what was built, and nothing else of briefgen's."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator

from briefgen.deliver.git import Git
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.base import Record
from briefgen.publish.manifest import NAME, Manifest, parse_manifest

ELSEWHERE = "Choose another with --branch."


class Branch(Record):
    """A branch as it is: the commit at its tip, here or where it is pushed to ("" for a new one);
    whether it is `here`; the manifest at the tip, and all files there with mode and blob.
    """

    name: str
    tip: str = ""
    here: bool = False
    manifest: bytes = b""
    files: dict[str, str] = {}

    @property
    def listed(self) -> dict[str, tuple[str, ...]]:
        """The files there that briefgen wrote."""
        manifest = parse_manifest(self.manifest)
        return manifest.files if manifest is not None else {}


def find_branch(git: Git, name: str, remote: str) -> Branch:
    """The branch of that name."""
    for ref in (f"refs/heads/{name}", f"refs/remotes/{remote}/{name}"):
        found = git.ask("rev-parse", "-q", "--verify", f"{ref}^{{commit}}")
        if found is not None:
            tip = found.decode().strip()
            return Branch(
                name=name,
                tip=tip,
                here=ref.startswith("refs/heads/"),
                manifest=git.ask("cat-file", "blob", f"{tip}:{NAME}") or b"",
                files=_listed(git.tell("ls-tree", "-r", "-z", tip)),
            )
    return Branch(name=name)


def _listed(listing: bytes) -> dict[str, str]:
    """What `git ls-tree` lists: mode, kind and blob of each path."""
    rows = (row.partition("\t") for row in listing.decode(errors="replace").split("\0") if row)
    return {path: " ".join(about.split()[::2]) for about, _, path in rows}


def branch_refusal(git: Git, branch: Branch, new: Manifest) -> Diagnostic | None:
    """Why `new` may not be put there: it is where people work, or holds what others wrote, or what
    another audience gets.
    """
    name = branch.name
    if git.ask("check-ref-format", "--branch", name) is None:
        return error("deploy-branch", f"“{name}” cannot be the name of a branch.", hint=ELSEWHERE)
    worktrees = git.tell("worktree", "list", "--porcelain").decode(errors="replace")
    if f"branch refs/heads/{name}" in worktrees.splitlines():
        return error(
            "deploy-branch",
            f"The branch “{name}” is checked out: people work on it.",
            hint=ELSEWHERE,
        )
    old = parse_manifest(branch.manifest)
    if branch.files and old is None:
        return error(
            "deploy-stranger",
            f"The branch “{name}” holds files that briefgen did not write.",
            hint=ELSEWHERE,
        )
    if old is not None and old.audience != new.audience:
        return error(
            "deploy-audience",
            f"The branch “{name}” holds what was built for “{old.audience}”, and this is for"
            f" “{new.audience}”.",
            hint=f"Give each audience a branch of its own. {ELSEWHERE}",
        )
    taken = set(branch.files).intersection(new.files).difference(branch.listed)
    if taken:
        return error(
            "deploy-stranger",
            f"{min(taken)} on the branch “{name}” was not written by briefgen and is in the way.",
            hint=f"Take it off the branch. {ELSEWHERE}",
        )
    return None


def commit_stream(  # noqa: PLR0913  all that a commit is made of
    branch: Branch,
    manifest: bytes,
    paths: Iterable[str],
    read: Callable[[str], bytes],
    message: str,
    committer: str,
    *,
    history: bool,
) -> Iterator[bytes]:
    """The commit, as `git fast-import` reads it (its manual, “Input Format”). What briefgen put
    there before and does not any more is taken away; other files, such as a CNAME, stay.
    """
    kept = sorted(paths)
    text = message.encode()
    yield b"feature done\n"
    yield f"commit refs/heads/{branch.name}\ncommitter {committer}\n".encode()
    yield b"data %d\n%s\n" % (len(text), text)
    if branch.tip and history:
        yield f"from {branch.tip}\n".encode()
        for path in sorted(set(branch.listed).difference(kept)):
            yield f"D {_quoted(path)}\n".encode()
    elif branch.tip:
        # Without what was there before, save the files of others.
        yield b"deleteall\n"
        for path in sorted(set(branch.files).difference(branch.listed, {NAME})):
            yield f"M {branch.files[path]} {_quoted(path)}\n".encode()
    for path in kept:
        yield _file(path, read(path))
    yield _file(NAME, manifest)
    yield b"done\n"


def committer_at(identity: str, at: datetime.datetime) -> str:
    """Who commits (an identity as `git var` gives it), at another instant."""
    who = identity.rpartition(">")[0]
    return f"{who}> {int(at.timestamp())} +0000"


def _file(path: str, data: bytes) -> bytes:
    return b"M 100644 inline %s\ndata %d\n%s\n" % (_quoted(path).encode(), len(data), data)


def _quoted(path: str) -> str:
    return '"' + path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
