"""`briefgen check`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser
    from briefgen.model.request import Outcome, Request

GROUP = "Build"
SUMMARY = "Tell what is wrong with the content; publish nothing"

PUBLISHED, ALL = "published", "all"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli import values

    parser.explain(
        "Read everything, check it, and tell what is wrong, as `build` would; the output is not\n"
        "touched. The report is printed on stdout.\n"
        "\n"
        "With --links the network is asked, which nothing else does here: whether the addresses\n"
        "of sources, of archived copies and in texts still answer. Servers are asked gently, one\n"
        "thing at a time, and what they answer is kept for a week. An address counts as dead\n"
        "when it failed on two runs at least a day apart. One that refuses programs, or is out\n"
        "of order, is told as not checked. Whoever asks a server for an address tells it that\n"
        "somebody reads about it; so only items that the audience sees are asked for, unless you\n"
        "say --links=all.\n"
        "\n"
        "With --fix the digests of snapshots that are missing or no longer true are written into\n"
        "the articles (`source.sha256`, and no other byte of them), after you have seen each and\n"
        "agreed. Without a terminal nothing is written, unless you say --yes.\n"
        "\n"
        "It ends with 0 if the site can be built, 1 if the content has errors or an address is\n"
        "dead, 2 if the command line or the settings are wrong, 3 if the handling of an item\n"
        "forbids publication.",
        ("briefgen check", "check everything for the default audience"),
        ("briefgen check --strict", "let warnings count as errors, as before a publication"),
        ("briefgen check --links", "and ask whether all addresses still answer"),
        ("briefgen check --fix", "note the digests of snapshots, after a question"),
        ("briefgen check --format json", "one JSON object a line, for another program"),
    )
    parser.add_argument(
        "--links",
        metavar="WHICH",
        nargs="?",
        const=PUBLISHED,
        type=values.OneOf(PUBLISHED, ALL),
        help="ask whether addresses still answer: those of published items (default), or of all",
    )
    parser.add_argument(
        "--fix", action="store_true", help="write digests of snapshots into articles, if you agree"
    )
    parser.add_argument("--yes", action="store_true", help="with --fix: agree beforehand")


def run(options: Options, console: Console) -> int:
    """Mend if that is wished, check, and report."""
    from briefgen.cli.request import request_of
    from briefgen.cli.summary import check_summary
    from briefgen.cli.usage import UsageError

    if options.yes and not options.fix:
        raise UsageError("`--yes` agrees to what `--fix` would write.", "Write `--fix --yes`.")
    request = request_of(options)
    if options.fix:
        from briefgen.cli.mending import mend

        mend(request, options, console)
    outcome, note = _checked(request, options, console)
    console.report(outcome, request.root, result=True)
    console.say(check_summary(outcome, console.detail) + note)
    return outcome.exit


def _checked(request: Request, options: Options, console: Console) -> tuple[Outcome, str]:
    """The outcome, and what else is to be said."""
    with console.progress() as progress:
        if not options.links:
            from briefgen.build import check  # after the mistakes that need no build to be found

            return check(request, progress), ""
        from briefgen.cli.report.summing import counted
        from briefgen.links.check import check_links

        outcome, asked = check_links(request, progress, withheld=options.links == ALL)
    known = asked.addresses - asked.asked
    kept = f", {known:,} known from earlier runs" if known else ""
    return outcome, f"Asked for {counted(asked.asked, 'page')}{kept}.\n"
