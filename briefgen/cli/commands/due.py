"""`briefgen due`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Look into"
SUMMARY = "Tell what appears or goes by itself, and when"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.values import span

    parser.explain(
        "Tell when the next embargo ends and when the next item expires, for one audience, and\n"
        "list all that falls due. Each of these instants needs a build, which `briefgen watch`\n"
        "makes by itself. Times are in the zone of the site. Where CI is set, what the audience\n"
        "does not see yet is not named. Nothing is written.",
        ("briefgen due", "everything that falls due for the default audience"),
        ("briefgen due --within 30d", "what falls due in the next thirty days"),
        ("briefgen due --audience board", "the same for the audience `board`"),
        ("briefgen due --format json", "one JSON object a line, to plan the next build with"),
    )
    parser.add_argument(
        "--within",
        metavar="SPAN",
        type=span,
        help="only what falls due in so many hours, days or weeks, such as 12h, 30d or 2w",
    )


def run(options: Options, console: Console) -> int:
    """Look, and print what falls due."""
    from briefgen.cli.request import request_of
    from briefgen.model.request import Outcome

    request = request_of(options)
    from briefgen.cli.due import as_json, as_text
    from briefgen.deliver.due import due_list

    with console.progress() as progress:
        answer = due_list(request, progress, getattr(options, "within", None))
    outcome = Outcome(exit=answer.exit, diagnostics=answer.diagnostics)
    if options.format == "json":
        print(as_json(answer), end="")
        console.report(outcome, request.root)
    else:
        console.report(outcome, request.root)
        if not answer.exit:
            print(as_text(answer, names=console.detail.names), end="")
    return answer.exit
