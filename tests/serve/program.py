"""`briefgen serve` as a user runs it."""

from __future__ import annotations

import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from tests.harness import SiteFolder

ROOT = Path(__file__).parents[2]
DEADLINE = 60.0
# Tests that run in the background may be deaf to Ctrl-C; the program is not to inherit that.
PROGRAM = """\
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
{more}
from briefgen.cli.main import entry
entry()
"""


class Serve:
    """A running `briefgen serve`, and what it said. `more` is Python that runs in it first."""

    def __init__(self, site: SiteFolder, log: Path, *argv: str, more: str = "") -> None:
        self._log = log
        self._said = log.with_suffix(".out")
        with log.open("w") as errors, self._said.open("w") as stream:
            self.process = subprocess.Popen(
                [sys.executable, "-c", PROGRAM.format(more=more), "serve", *argv],
                cwd=site.root,
                env=os.environ | {"PYTHONPATH": str(ROOT), "CI": ""},
                stdout=stream,
                stderr=errors,
                start_new_session=True,
            )
        self.until(lambda: "Watching." in self.told())
        self.address = self._said.read_text().strip()
        assert self.address.startswith("http://127.0.0.1:"), self.told()
        self.port = int(self.address.rstrip("/").rpartition(":")[2])

    def told(self) -> str:
        """What it wrote to stderr."""
        return self._log.read_text(encoding="utf-8")

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until it is so."""
        end = time.monotonic() + DEADLINE
        while time.monotonic() < end:
            if condition():
                return
            assert self.process.poll() is None, self.told()
            time.sleep(0.01)
        raise AssertionError(self.told())

    def get(
        self, path: str, method: str = "GET", **headers: str
    ) -> tuple[int, http.client.HTTPMessage, bytes]:
        """Send exactly this, and nothing that a client would mend. Underscores in the names of
        headers stand for hyphens."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)
        line.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in {"Host": f"127.0.0.1:{self.port}", **headers}.items():
            if value:
                line.putheader(name.replace("_", "-"), value)
        line.endheaders()
        answer = line.getresponse()
        body = answer.read()
        line.close()
        return answer.status, answer.headers, body

    def status(self, path: str, **headers: str) -> int:
        """The status of an answer."""
        return self.get(path, **headers)[0]

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """End it, and give its exit code."""
        self.process.send_signal(how)
        return self.process.wait(DEADLINE)

    def remaining(self) -> list[int]:
        """The processes of its session that still run, once those that are ending had their time.
        Linux alone tells."""
        end = time.monotonic() + DEADLINE
        while (found := _session(self.process.pid)) and time.monotonic() < end:
            time.sleep(0.01)
        return found


def _session(leader: int) -> list[int]:
    found: list[int] = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            # "PID (NAME) STATE PARENT GROUP SESSION ...": a name may hold anything.
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue  # It ended while we looked.
        if int(fields[3]) == leader and fields[0] != "Z":
            found.append(int(stat.parent.name))
    return found
