"""`briefgen build`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Build"
SUMMARY = "Build the site and its briefs, for one audience"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli import values
    from briefgen.cli.options import add_build

    parser.explain(
        "Build the site and its briefs for one audience. Only what changed is made again. While\n"
        "the content has errors nothing is published: what is in the output stays as it was.\n"
        "Nothing is written but the output folder and the cache (.briefgen).\n"
        "\n"
        "It ends with 0 when all is done, 1 if the content has errors, 2 if the command line or\n"
        "the settings are wrong, 3 if the handling of an item forbids publication, 4 if a system\n"
        "library is missing (the pages are built, the briefs are not), 130 if you stopped it.\n"
        "70 is a fault in briefgen itself, 74 a file that the system refuses to read or write.",
        ("briefgen build", "build into the folder `output`, for the default audience"),
        (
            "briefgen build --audience board -o ../board",
            "build for the audience `board` into another folder: each audience has its own",
        ),
        (
            "briefgen build --no-pdf --no-search",
            "build the pages alone, which is quicker",
        ),
        (
            "briefgen build --now 2021-07-08T06:00+02:00",
            "build what may be seen at that instant, by embargo and expiry",
        ),
    )
    add_build(parser)
    parser.add_argument(
        "--trace",
        metavar="FILE",
        type=values.file,
        help="write what took how long, for ui.perfetto.dev or a browser's profiler",
    )


def run(options: Options, console: Console) -> int:
    """Build, report, sum up."""
    from briefgen.cli.request import request_of
    from briefgen.cli.summary import build_summary
    from briefgen.cli.trace import refuse_trace, write_trace

    if options.search is None:
        # Of all commands this one makes the index of the search.
        options.search = True
    request = request_of(options)
    if options.trace:
        refuse_trace(options.trace, request)
    from briefgen.build import build  # after the mistakes that need no build to be found

    with console.progress() as progress:
        outcome = build(request, progress)
    if options.trace:
        write_trace(options.trace, outcome)
    console.report(outcome, request.root)
    console.say(build_summary(outcome, console.detail))
    return outcome.exit
