"""The one door to git. Nothing here reaches the network but `push`."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable

# Git must not ask for a name or password: nobody may be there to answer.
QUIET = {"GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}


class GitError(Exception):
    """Git refused; the text is what it said."""


class Git:
    """A repository, by a folder inside it."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def ask(self, *words: str) -> bytes | None:
        """What a question is answered; None if the answer is no."""
        ran = self._run(words)
        return ran.stdout if ran.returncode == 0 else None

    def tell(self, *words: str) -> bytes:
        """Have something done. Raises GitError."""
        ran = self._run(words)
        if ran.returncode != 0:
            raise GitError(_said(ran.stderr))
        return ran.stdout

    def feed(self, words: tuple[str, ...], stream: Iterable[bytes]) -> None:
        """Have a stream read; what `stream` raises ends git before it has done anything. Raises
        GitError.
        """
        with subprocess.Popen(
            self._command(words), stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=_environment()
        ) as process:
            assert process.stdin is not None  # noqa: S101  it was asked for
            try:
                for piece in stream:
                    process.stdin.write(piece)
                process.stdin.close()
            except BrokenPipeError:
                pass  # git ended early, and says why below
            except BaseException:
                process.kill()
                raise
            assert process.stderr is not None  # noqa: S101  it was asked for
            said = process.stderr.read()
        if process.returncode != 0:
            raise GitError(_said(said))

    def _run(self, words: tuple[str, ...]) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            self._command(words), capture_output=True, check=False, env=_environment()
        )

    def _command(self, words: tuple[str, ...]) -> list[str]:
        return ["git", "-C", self._folder, *words]


def _environment() -> dict[str, str]:
    return {**os.environ, **QUIET}


def _said(stderr: bytes) -> str:
    """The line that says most: the first that git calls an error, else its last."""
    lines = [line.strip() for line in stderr.decode(errors="replace").splitlines() if line.strip()]
    telling = [line for line in lines if line.startswith(("fatal:", "error:", " ! "))]
    return next(iter((*telling, *lines[-1:])), "it did not say why")
