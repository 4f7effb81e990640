"""`briefgen record`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser
    from briefgen.deliver.record import Recorded

GROUP = "Send"
SUMMARY = "Note in the ledger that a packet was sent"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.options import add_built
    from briefgen.cli.values import word

    parser.explain(
        "Note that the brief of a packet, as it lies in the output, was sent: when, to whom, and\n"
        "digests of the PDF, of the packet and of each item, field by field. The next packet of\n"
        "the series then tells what is new, changed, corrected and no longer there, and `verify`\n"
        "knows an old brief again. A brief that is not up to date is refused.\n"
        "\n"
        "It adds one line to content/ledger/AUDIENCE.jsonl, and writes nothing else. The ledger\n"
        "belongs to what you keep, beside the articles. A brief that was the last of its packet\n"
        "to be noted is not noted twice.\n"
        "\n"
        "It ends with 0 when it is noted, 1 if the ledger is damaged, 2 if there is no such\n"
        "packet or its brief is not up to date, 3 if the audience may not see the packet.",
        ("briefgen record first-packet", "note that it has gone out now, to the default audience"),
        (
            "briefgen record first-packet --now 2021-07-08T06:00+02:00",
            "note that it went out at that time",
        ),
        (
            "briefgen record first-packet --audience board -o ../board",
            "note what the audience `board` got, which was built into another folder",
        ),
    )
    parser.add_argument(
        "packet",
        metavar="PACKET",
        type=word,
        help="the packet: its slug, or its file in content/packets",
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help="note it once more, though nothing has changed since it was noted",
    )
    add_built(parser)


def run(options: Options, console: Console) -> int:
    """Record, and name what was written."""
    from briefgen.cli.request import request_of

    request = request_of(options)
    from briefgen.deliver.record import record  # after the mistakes that need no build to be found
    from briefgen.model.request import Outcome

    again = bool(getattr(options, "again", False))
    with console.progress() as progress:
        done = record(request, options.packet, progress, again=again)
    outcome = Outcome(exit=done.exit, diagnostics=done.diagnostics, withheld=done.withheld)
    if done.issue is None or options.format != "json":
        console.report(outcome, request.root)
    if done.issue is not None:
        _tell(done, options, console)
    return done.exit


def _tell(done: Recorded, options: Options, console: Console) -> None:
    import json

    from briefgen.cli.report.cells import plain
    from briefgen.cli.report.summing import counted

    issue = done.issue
    assert issue is not None  # noqa: S101  told of what was recorded
    when = issue.issued.isoformat().replace("+00:00", "Z")
    if options.format == "json":
        told = {
            "type": "recorded",
            "ledger": done.path,
            "issued": when,
            "audience": issue.audience,
            "packet": issue.packet,
            "brief": issue.brief,
            "items": len(issue.items),
            "already": done.already,
        }
        print(json.dumps(told))
        return
    what = f"{plain(issue.packet)} for {plain(issue.audience)}"
    if done.already:
        console.say(
            f"{what} stands in the ledger already, since {when}, with this very brief. Nothing was"
            " written (--again notes it once more).\n"
        )
        return
    print(f"{done.path}: {what}, {when}")
    console.say(f"Noted {counted(len(issue.items), 'item')}; the brief is {issue.brief[:16]}…\n")
