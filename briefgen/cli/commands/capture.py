"""`briefgen capture`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.capture.capture import Captured, Request
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser
    from briefgen.diagnostics import Diagnostic
    from briefgen.model.request import Exit, Outcome

GROUP = "Start"
SUMMARY = "Keep the text of a source, and draft an article about it"

_WHAT = (
    "Name a file, an address that begins with https://, or - for text that is piped or pasted in."
)


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli import values

    parser.explain(
        "Take a source (a file, a web page, or text that you paste), keep its text as a snapshot,\n"
        "and write the draft of an article about it. The draft names the source as far as it\n"
        "names itself, lists all that is quoted with the likely speaker, and marks what to look\n"
        "at twice. What was not found stays empty: nothing is made up. You write the rest.\n"
        "\n"
        "It reads HTML, plain text, PDF with text in it, and saved e-mail (.eml). The network is\n"
        "used for an address that you give, and for nothing else.\n"
        "\n"
        "It writes two new files and names them: the snapshot, in the folder `sources_dir` of\n"
        "briefgen.yaml (content/sources), which is never published; and the draft, in\n"
        "content/articles, which is left out of every build until you delete `status: draft`.\n"
        "It never overwrites a file. A source that you have captured before is told as such, and\n"
        "the old files stay; with --strict nothing is written then.\n"
        "\n"
        "It ends with 0 when both are written, 1 if nothing could be read, 2 if the command line\n"
        "or the settings are wrong.",
        ("briefgen capture talks.html", "a page that you saved in your browser"),
        ("briefgen capture https://example.com/talks", "a page, fetched now"),
        ("briefgen capture report.pdf -o content/articles/report.md", "choose the draft’s name"),
        ("briefgen capture -", "paste the text, then press Enter and Ctrl-D"),
    )
    parser.add_argument(
        "target",
        metavar="FILE|URL|-",
        nargs="?",
        default="",
        help="a file, an address that begins with https:// or http://, or - for the text that is"
        " piped or pasted in",
    )
    parser.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        type=values.folder,
        help="the file to write the draft to (default: content/articles/DATE-TITLE.md)",
    )


def run(options: Options, console: Console) -> int:
    """Capture, report, name what was written."""
    from briefgen.cli.request import request_of

    root = request_of(options).root
    request = _request(options, console, root)
    from briefgen.capture.capture import capture  # after the mistakes that need no capture

    # What is known at once is told at once, unless a program reads along.
    early: list[Diagnostic] = []

    def tell(known: Diagnostic) -> None:
        if options.format == "text":
            early.append(known)
            console.report(_outcome((known,)), root)

    done = capture(request, tell)
    console.report(_outcome(tuple(d for d in done.diagnostics if d not in early), done.exit), root)
    if done.draft:
        _name_files(done, options)
        console.say(_summary(done))
    return done.exit


def _request(options: Options, console: Console, root: str) -> Request:
    import re
    from pathlib import Path

    from briefgen.capture.capture import MOST_BYTES, Request
    from briefgen.cli.request import request_of
    from briefgen.cli.usage import UsageError

    target: str = options.target
    typed = b""
    scheme = re.match(r"([a-z][a-z0-9+.-]*)://", target, re.IGNORECASE)
    if not target:
        raise UsageError("What to capture is missing.", _WHAT)
    if target == "-":
        target, typed = "", _typed(console, MOST_BYTES + 1)
    elif scheme is None:
        _refuse_bare_address(target)
        target = str(Path.cwd() / target)
    elif scheme[1].casefold() in {"http", "https"}:
        target = scheme[1].casefold() + target[scheme.end(1) :]
    else:
        raise UsageError(f"briefgen cannot fetch `{scheme[1]}://` addresses.", _WHAT)
    return Request(
        root=root,
        now=request_of(options, root).now,
        target=target,
        typed=typed,
        draft=options.output,
        strict=options.strict,
    )


def _refuse_bare_address(target: str) -> None:
    """“www.example.com/a” is an address without its beginning, unless a file has that name."""
    from pathlib import Path

    from briefgen.cli.usage import UsageError

    if target.casefold().startswith("www.") and not Path(target).exists():
        raise UsageError(f"There is no file `{target}`.", f"Did you mean `https://{target}`?")


def _typed(console: Console, most: int) -> bytes:
    import sys

    if sys.stdin is None:
        return b""
    if sys.stdin.isatty():
        console.say("Paste the text, then press Enter and Ctrl-D.\n")
    return sys.stdin.buffer.read(most)


def _outcome(diagnostics: tuple[Diagnostic, ...], code: Exit | None = None) -> Outcome:
    from briefgen.model.request import Exit, Outcome

    return Outcome(exit=Exit.DONE if code is None else code, diagnostics=diagnostics)


def _name_files(done: Captured, options: Options) -> None:
    """The result: what was written, and where."""
    if options.format == "text":
        if not done.kept:
            print(f"Snapshot: {_seen(done.snapshot)}")
        print(f"Draft: {_seen(done.draft)}")
    elif options.format == "json":
        import json

        written = {
            "type": "captured",
            "draft": done.draft,
            "snapshot": done.snapshot,
            "sha256": done.sha256,
            "new_snapshot": not done.kept,
        }
        print(json.dumps(written))


def _seen(path: str) -> str:
    """A path as one would write it from here."""
    from pathlib import Path

    from briefgen.cli.report.cells import plain

    here = Path.cwd()
    file = Path(path)
    return plain(str(file.relative_to(here) if file.is_relative_to(here) else file))


def _summary(done: Captured) -> str:
    from briefgen.cli.report.summing import counted

    rows = []
    if done.kept:
        rows.append(f"The snapshot is there already: {_seen(done.snapshot)}")
    if not done.statements:
        rows.append("Nothing is quoted in the text.")
    else:
        flags = [
            f"{number} {what}"
            for number, what in (
                (done.short, "too short to prove"),
                (done.uncertain, "with an uncertain speaker"),
            )
            if number
        ]
        more = f", {' and '.join(flags)}" if flags else ""
        rows.append(f"Offered {counted(done.statements, 'statement')}{more}.")
    return "".join(f"{row}\n" for row in rows)
