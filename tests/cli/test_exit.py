"""However it ends, it ends with a code and a sentence."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

import pytest

import briefgen.build
from briefgen.cli.main import main

if TYPE_CHECKING:
    from tests.harness import SiteFolder


def raising(fault: BaseException) -> object:
    def build(_request: object, _progress: object) -> None:
        raise fault

    return build


@pytest.mark.parametrize(
    ("fault", "code", "first", "traceback"),
    [
        (KeyboardInterrupt(), 130, "Stopped.", False),
        (SystemExit(143), 143, "", False),
        (ValueError("odd"), 70, "Traceback (most recent call last):", True),
        (RecursionError("deep"), 70, "Traceback (most recent call last):", True),
        (
            OSError(errno.ENOSPC, "No space left on device", "/srv/output/a.html"),
            74,
            "error[system]: The system refused: No space left on device (/srv/output/a.html).",
            False,
        ),
    ],
)
def test_whatever_happens_gets_a_code(  # noqa: PLR0913  a table and two fixtures
    fault: BaseException,
    code: int,
    first: str,
    traceback: bool,  # noqa: FBT001  a column of the table
    site: SiteFolder,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(briefgen.build, "build", raising(fault))
    assert main(["build", "-C", str(site.root)]) == code
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.partition("\n")[0] == first
    assert ("Traceback" in said.err) is traceback
    assert ("This is a fault in briefgen, not in your files." in said.err) is traceback
