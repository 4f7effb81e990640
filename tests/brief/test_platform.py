"""What the platform says of itself, without loading the layout."""

from __future__ import annotations

import subprocess
import sys

import pytest

from briefgen.render.brief import libraries
from briefgen.render.brief.fingerprint import fingerprint


def test_fingerprint_is_whole_and_does_not_load_weasyprint() -> None:
    code = (
        "import sys; from briefgen.render.brief.fingerprint import fingerprint; fingerprint();"
        "from briefgen.render.brief.libraries import missing_libraries; missing_libraries();"
        "import briefgen.render.brief.pool; print('weasyprint' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    found = fingerprint()
    assert found.weasyprint.startswith("70.")
    assert found.pango
    assert found.harfbuzz
    assert found == fingerprint()


def test_a_missing_library_is_told_with_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(libraries.NEEDED, "Pango", ("libnothing.so",))
    monkeypatch.setattr(libraries, "distribution", lambda: ["linuxmint", "ubuntu", "debian"])
    monkeypatch.setattr(sys, "platform", "linux")
    (told,) = libraries.missing_libraries()
    assert told.code == "library-missing"
    assert told.message.startswith("Pango is not installed")
    assert "apt-get install" in told.hint


@pytest.mark.parametrize(
    ("system", "command"), [("darwin", "brew install"), ("win32", "pacman -S")]
)
def test_the_command_fits_the_system(
    monkeypatch: pytest.MonkeyPatch, system: str, command: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert libraries.install_command().startswith(command)
