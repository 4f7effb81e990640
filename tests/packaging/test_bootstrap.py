"""The bootstrap on machines that have, lack and refuse things. All without a network."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BASICS = ("sh", "dirname", "id", "cut", "sort", "tr", "sed", "rm", "ls")
COMMAND = "apt-get install -y --no-install-recommends"


class Machine:
    """A checkout with a ready environment, and a PATH that holds only what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.checkout = folder / "a checkout"
        self.bin = folder / "bin"
        self.bin.mkdir()
        for name in BASICS:
            found = shutil.which(name)
            assert found
            (self.bin / name).symlink_to(found)
        shutil.copytree(ROOT / ".ci", self.checkout / ".ci")
        new = self.checkout / ".venv.new-1"
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", new], check=True)
        script = new / "bin/tool"
        script.write_text(f"#!{new}/bin/python\n", encoding="utf-8")
        adopt = ("bin/python", "-I", ".ci/probe.py", "adopt", ".venv.new-1", "test")
        subprocess.run([new / adopt[0], *adopt[1:]], cwd=self.checkout, check=True)

    def program(self, name: str, body: str = "exit 0") -> None:
        (self.bin / name).unlink(missing_ok=True)
        (self.bin / name).write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        (self.bin / name).chmod(0o755)

    def has_all_programs(self) -> None:
        for name in ("chromium", "pdftotext", "pdftoppm", "qpdf", "java"):
            self.program(name)

    def bootstrap(self, kind: str = "test", **env: str) -> subprocess.CompletedProcess[str]:
        # With no index and no cache, an attempt to install anything fails at once.
        settings = {
            "PATH": str(self.bin),
            "HOME": str(self.checkout),
            "PIP_NO_INDEX": "1",
            "PIP_CONFIG_FILE": os.devnull,
            "PYTHON": sys.executable,
        }
        return subprocess.run(
            [self.checkout / ".ci/bootstrap", kind],
            cwd="/",
            env=settings | env,
            capture_output=True,
            text=True,
            check=False,
        )

    def inode(self) -> int:
        return (self.checkout / ".venv").stat().st_ino


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_when_all_is_there_nothing_is_done_or_said(machine: Machine) -> None:
    machine.has_all_programs()
    before = machine.inode()
    for kind in ("site", "test"):
        done = machine.bootstrap(kind)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert machine.inode() == before


def test_another_python_in_the_path_does_not_matter(machine: Machine) -> None:
    machine.has_all_programs()
    machine.program("python3", "echo is Python 3.9; exit 1")
    done = machine.bootstrap(PYTHON="")
    assert (done.returncode, done.stderr) == (0, "")


def test_a_user_who_may_not_install_is_told_the_command(machine: Machine) -> None:
    machine.program("id", "echo 1000")
    machine.program("apt-get", "exit 9")
    machine.program("sudo", "echo a password is required >&2; exit 1")
    done = machine.bootstrap()
    assert done.returncode == 4
    told = done.stderr.splitlines()[-1]
    assert (
        told
        == f"sudo apt-get update && sudo {COMMAND} chromium default-jre-headless poppler-utils qpdf"
    )


def test_sudo_is_used_when_it_asks_nothing(machine: Machine) -> None:
    machine.program("id", "echo 1000")
    machine.program("apt-get", 'echo "$@" >> "$HOME/calls"')
    machine.program("sudo", '[ "$1" = -n ] || exit 1; shift; "$@"')
    assert machine.bootstrap().returncode == 4  # this apt-get brings nothing
    calls = (machine.checkout / "calls").read_text(encoding="utf-8").splitlines()
    assert [call.split()[-1] for call in calls] == ["--version", "update", "qpdf"]


def test_apt_is_asked_once_for_all(machine: Machine) -> None:
    for name in ("pdftotext", "pdftoppm"):
        machine.program(name)
    machine.program("id", "echo 0")
    bring = 'for name in chromium qpdf java; do /bin/cp "$0" "${0%/*}/$name"; done'
    machine.program("apt-get", f'echo "$@" >> "$HOME/calls"; {bring}')
    done = machine.bootstrap()
    assert done.returncode == 0, done.stderr
    update, install = (machine.checkout / "calls").read_text(encoding="utf-8").splitlines()
    assert update.split()[-1] == "update"
    assert install.endswith("--no-install-recommends chromium default-jre-headless qpdf")


def test_a_failed_installation_leaves_the_old_environment_whole(machine: Machine) -> None:
    machine.has_all_programs()
    before = machine.inode()
    for kind in ("site", "test"):
        with (machine.checkout / f".ci/{kind}.txt").open("a", encoding="utf-8") as lock:
            lock.write("absent==1.0 --hash=sha256:" + "0" * 64 + "\n")
    done = machine.bootstrap()
    assert done.returncode == 1
    assert "No matching distribution" in done.stderr
    assert "nothing was changed" in done.stderr
    assert machine.inode() == before
    assert not list(machine.checkout.glob(".venv.*"))


def test_scripts_of_an_adopted_environment_name_its_final_place(machine: Machine) -> None:
    venv = machine.checkout / ".venv"
    assert (venv / "bin/tool").read_text(encoding="utf-8") == f"#!{venv}/bin/python\n"
    assert ".venv.new-" not in (venv / "bin/activate").read_text(encoding="utf-8")
    (machine.checkout / "briefgen").mkdir()
    (machine.checkout / "briefgen/__main__.py").write_text("print('here')", encoding="utf-8")
    moved = machine.checkout.with_name("moved")
    machine.checkout.rename(moved)
    done = subprocess.run(
        [moved / ".venv/bin/briefgen"], cwd="/", capture_output=True, text=True, check=True
    )
    assert done.stdout == "here\n"


def test_of_two_runs_at_once_both_leave_a_whole_environment(machine: Machine) -> None:
    def make(number: int) -> list[str]:
        new = f".venv.new-{number}"
        command = [sys.executable, "-m", "venv", "--without-pip", new]
        subprocess.run(command, cwd=machine.checkout, check=True)
        return [f"{new}/bin/python", "-I", ".ci/probe.py", "adopt", new, "test"]

    commands = [make(number) for number in (1, 2, 3)]
    running = [subprocess.Popen(command, cwd=machine.checkout) for command in commands]
    assert [process.wait() for process in running] == [0, 0, 0]
    machine.has_all_programs()
    assert machine.bootstrap().returncode == 0
    assert not list(machine.checkout.glob(".venv.*"))
