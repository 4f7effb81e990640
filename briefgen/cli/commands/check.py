"""`briefgen check`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Build"
SUMMARY = "Tell what is wrong with the content; publish nothing"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    parser.explain(
        "Read everything, check it, and tell what is wrong, as `build` would; the output is not\n"
        "touched. The report is printed on stdout.\n"
        "\n"
        "It ends with 0 if the site can be built, 1 if the content has errors, 2 if the command\n"
        "line or the settings are wrong, 3 if the handling of an item forbids publication.",
        ("briefgen check", "check everything for the default audience"),
        ("briefgen check --strict", "let warnings count as errors, as before a publication"),
        ("briefgen check --format json", "one JSON object a line, for another program"),
    )


def run(options: Options, console: Console) -> int:
    """Check and report."""
    from briefgen.cli.request import request_of
    from briefgen.cli.summary import check_summary

    request = request_of(options)
    from briefgen.build import check  # after the mistakes that need no build to be found

    with console.progress() as progress:
        outcome = check(request, progress)
    console.report(outcome, request.root, result=True)
    console.say(check_summary(outcome, console.detail))
    return outcome.exit
