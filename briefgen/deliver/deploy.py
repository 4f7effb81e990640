"""`deploy`: put what was built on a branch, from which a server takes it."""

from __future__ import annotations

from collections.abc import Callable

from briefgen import clock, files
from briefgen.deliver.branch import (
    Branch,
    branch_refusal,
    commit_stream,
    committer_at,
    find_branch,
)
from briefgen.deliver.gate import Passage, ask_gate, bytes_passed
from briefgen.deliver.git import Git, GitError
from briefgen.diagnostics import Diagnostic, error
from briefgen.model.base import Record
from briefgen.model.channels import Channel
from briefgen.model.request import Exit, Request
from briefgen.progress import Progress
from briefgen.publish.manifest import Manifest, format_manifest

BRANCH = "gh-pages"
REMOTE = "origin"


class Target(Record):
    """Where to: a branch of the repository in which the project lies. `push` sends it to `remote`;
    without `history` it has one commit, and what was there before can no longer be looked up.
    """

    branch: str = BRANCH
    remote: str = REMOTE
    push: bool = False
    history: bool = True


class Deployed(Record):
    """What `deploy` did. `commit` is the new tip of the branch, "" where nothing had changed."""

    exit: Exit = Exit.DONE
    diagnostics: tuple[Diagnostic, ...] = ()
    branch: str = ""
    commit: str = ""
    files: int = 0
    pushed: bool = False
    withheld: tuple[str, ...] = ()


class _ChangedError(Exception):
    """A file is no longer what the gate has seen."""


def deploy(request: Request, target: Target, progress: Progress) -> Deployed:
    """Commit what was built to a branch, and push it if that is asked. Nothing is committed unless
    the gate lets all of it pass. The network is reached only to push.
    """
    passage = ask_gate(request, Channel.DEPLOY, progress)
    if not passage.open:
        return Deployed(
            exit=passage.exit, diagnostics=passage.diagnostics, withheld=passage.withheld
        )
    git = Git(files.real_path(request.root))
    try:
        return _commit(git, request, target, passage)
    except FileNotFoundError:
        return _failed("Git is not installed.", "Install it, and ask again.")
    except GitError as refused:
        return _failed(f"Git refused: {refused}.", "Nothing was pushed.")
    except _ChangedError as changed:
        problem = error(
            "output-changed",
            f"{changed} was changed while it was being committed. Nothing was committed.",
            hint="Run `briefgen build`, and ask again.",
        )
        return Deployed(exit=Exit.REFUSED, diagnostics=(problem,))


def _commit(git: Git, request: Request, target: Target, passage: Passage) -> Deployed:
    if git.ask("rev-parse", "--git-dir") is None:
        return _failed(
            "The project lies in no git repository.",
            "Make one with `git init`, or copy the output to your server by other means.",
        )
    branch = find_branch(git, target.branch, target.remote)
    manifest = Manifest(
        audience=passage.audience,
        files={path: (sha256,) for path, sha256 in passage.files.items()},
    )
    refusal = branch_refusal(git, branch, manifest)
    if refusal is not None:
        other = refusal.code == "deploy-audience"
        code = Exit.REFUSED if other else Exit.USAGE
        return Deployed(exit=code, diagnostics=(refusal,), withheld=passage.withheld)
    data = format_manifest(manifest)
    commit = ""
    if not branch.here or branch.manifest != data or not target.history:
        _write(git, request, target, passage, branch, data)
        commit = git.tell("rev-parse", f"refs/heads/{branch.name}").decode().strip()
    if target.push:
        ref = f"refs/heads/{branch.name}"
        lease = () if target.history else (f"--force-with-lease={ref}:{branch.tip}",)
        git.tell("push", "--quiet", *lease, target.remote, f"{ref}:{ref}")
    return Deployed(
        branch=branch.name,
        commit=commit,
        files=len(passage.files),
        pushed=target.push,
        withheld=passage.withheld,
    )


def _write(  # noqa: PLR0913  all that a commit is made of
    git: Git, request: Request, target: Target, passage: Passage, branch: Branch, manifest: bytes
) -> None:
    identity = git.tell("var", "GIT_COMMITTER_IDENT").decode(errors="replace")
    stream = commit_stream(
        branch,
        manifest,
        passage.files,
        _reader(passage),
        f"Publish what was built for {passage.audience}\n",
        committer_at(identity, clock.printed(request.now)),
        history=target.history,
    )
    git.feed(("fast-import", "--quiet", "--force"), stream)


def _reader(passage: Passage) -> Callable[[str], bytes]:
    def read(path: str) -> bytes:
        data = bytes_passed(passage, path)
        if data is None:
            raise _ChangedError(path)
        return data

    return read


def _failed(message: str, hint: str) -> Deployed:
    return Deployed(exit=Exit.USAGE, diagnostics=(error("git-failed", message, hint=hint),))
