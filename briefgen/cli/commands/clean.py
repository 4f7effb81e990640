"""`briefgen clean`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Keep"
SUMMARY = "Remove what was built, and the cache"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.options import add_output

    parser.explain(
        "Remove from the output folder what briefgen wrote there, as its SHA256SUMS lists it, and\n"
        "the cache (.briefgen). Files of yours in that folder stay. Both can be built again from\n"
        "the content at any time.",
        ("briefgen clean", "remove the built site and the cache"),
        ("briefgen clean -o ../board", "remove a site that was built into another folder"),
    )
    add_output(parser)


def run(options: Options, console: Console) -> int:
    """Remove and tell."""
    from briefgen.cli.request import request_of
    from briefgen.cli.summary import clean_summary

    request = request_of(options)
    from briefgen.build import clean  # after the mistakes that need no build to be found

    outcome = clean(request)
    console.report(outcome, request.root)
    console.say(clean_summary(outcome))
    return outcome.exit
