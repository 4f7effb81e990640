"""The program: finds the command, runs it, and turns whatever happens into an exit code.

Exit codes: those of `briefgen.model.request.Exit`, and beside them 70 for a fault in briefgen
itself, 74 where the system refuses to read or write a file, 141 when nobody reads the output any
more, and 143 after SIGTERM.
"""

from __future__ import annotations

import os
import sys

from briefgen.cli import overview

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import FrameType
    from typing import TextIO

DONE = 0
USAGE = 2
FAULT = 70
SYSTEM = 74
INTERRUPTED = 130
NOBODY_READS = 141
TERMINATED = 143


def entry() -> None:
    """The console script: `main` with the program's own arguments, streams and signals."""
    argv = sys.argv[1:]
    if overview.answers(argv):  # before anything else is loaded
        sys.exit(main(argv))
    import gc
    import signal

    # What is loaded and decoded stays to the end: to look through it again and again for what is
    # not used any more, and once more when the process ends, took a seventh of a short build.
    gc.set_threshold(50_000)

    signal.signal(signal.SIGTERM, _terminate)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A name that the terminal cannot show must not end the build.
            reconfigure(errors="backslashreplace")
    code = main(argv)
    gc.freeze()
    sys.exit(code)


def main(argv: Sequence[str]) -> int:
    """Run one command line and give its exit code. Nothing is raised."""
    try:
        code = overview.answer(argv) if overview.answers(argv) else _run(argv)
        # Here rather than at the end of the interpreter, where a closed pipe would be told.
        if sys.stdout is not None:
            sys.stdout.flush()
    except SystemExit as ended:  # from --help of a command, or from SIGTERM
        return ended.code if isinstance(ended.code, int) else DONE
    except KeyboardInterrupt:
        _tell("Stopped.\n")
        return INTERRUPTED
    except BrokenPipeError:
        _leave_to_nobody()
        return NOBODY_READS
    except OSError as refused:
        from briefgen.cli.fault import system_text

        _tell(system_text(refused))
        return SYSTEM
    except Exception as fault:  # noqa: BLE001  the last door: a message, and something to report
        from briefgen.cli.fault import fault_text

        _tell(fault_text(fault))
        return FAULT
    return code


def _run(argv: Sequence[str]) -> int:
    from briefgen.cli.dispatch import parse
    from briefgen.cli.usage import UsageError

    options = None
    try:
        command, options = parse(argv)  # help ends here, before the console is loaded
        from briefgen.cli.console import Console

        return int(command.run(options, Console(options)))
    except UsageError as mistake:
        from briefgen.cli.console import Console

        Console(options).mistake(mistake)
        return USAGE


def _tell(text: str) -> None:
    try:
        print(text, end="", file=sys.stderr, flush=True)
    except (OSError, ValueError):
        return  # there is nobody left to tell


def _leave_to_nobody() -> None:
    """Point the streams at nothing, so that what is still in their buffers breaks no pipe when the
    interpreter ends.
    """
    nothing = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            _point(stream, nothing)


def _point(stream: TextIO, target: int) -> None:
    try:
        stream.flush()
    except OSError:
        os.dup2(target, stream.fileno())


def _terminate(_signal: int, _frame: FrameType | None) -> None:
    raise SystemExit(TERMINATED)
