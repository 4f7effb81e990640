"""`briefgen verify`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Send"
SUMMARY = "Tell whether a folder is what was built, and what became of a brief"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.options import add_output
    from briefgen.cli.values import folder

    parser.explain(
        "Of a folder: whether each file is as it was built, by its SHA256SUMS, and whether a\n"
        "build was cut short. Of a PDF that was sent: when and to whom, whether something later\n"
        "was sent, and what has become of each item since: corrected, changed, withdrawn. A brief\n"
        "is known by its digest in the ledgers (see `briefgen record`), so it must be the very\n"
        "file that was sent. You are told all that you can read in the project, whoever the brief\n"
        "was for. Nothing is written. The answer is printed on stdout.\n"
        "\n"
        "It ends with 0 if the folder holds or the brief is known, whatever became of it; 1 if\n"
        "not; 2 if there is no such file, or the settings are wrong.",
        ("briefgen verify", "whether the output is whole"),
        ("briefgen verify ~/Downloads/first-packet.pdf", "what became of a brief"),
        ("briefgen verify *.pdf --format json", "one JSON object a line, for another program"),
    )
    parser.add_argument(
        "targets",
        metavar="FILE|FOLDER",
        nargs="*",
        type=folder,
        default=[],
        help="briefs and folders (default: the output folder)",
    )
    add_output(parser)


def run(options: Options, console: Console) -> int:
    """Look, and print the answers."""
    from briefgen.cli.request import request_of

    request = request_of(options)
    from briefgen.cli import verdicts
    from briefgen.deliver.verify import verify  # after the mistakes that need no look
    from briefgen.model.request import Outcome

    with console.progress() as progress:
        done = verify(request, tuple(options.targets), progress)
    if options.format == "json":
        for folder in done.folders:
            print(verdicts.folder_json(folder))
        for brief in done.briefs:
            print(verdicts.brief_json(brief))
    else:
        names = console.detail.names
        told = [verdicts.folder_text(each) for each in done.folders]
        told.extend(verdicts.brief_text(each, names=names) for each in done.briefs)
        print("\n".join(told), end="")
    outcome = Outcome(exit=done.exit, diagnostics=done.diagnostics, withheld=done.withheld)
    console.report(outcome, request.root)
    return done.exit
