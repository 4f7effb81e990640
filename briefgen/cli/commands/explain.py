"""`briefgen explain`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Look into"
SUMMARY = "Tell what a file of the output was made from, and whether it is fresh"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.options import add_build
    from briefgen.cli.values import word

    parser.explain(
        "Tell what a file of the output was made from: which items, templates and static files.\n"
        "If the next build would make it anew, tell what has changed, and in which file. Nothing\n"
        "is written. Give the flags with which you build, for what is shown depends on them.",
        ("briefgen explain packets/first-packet.pdf", "a brief"),
        ("briefgen explain output/index.html -v", "a page, with everything it shows"),
        ("briefgen explain content/articles/talks.md", "the page of an article"),
        ("briefgen explain index.html --format json", "one JSON object, for another program"),
    )
    parser.add_argument(
        "file",
        metavar="OUTPUT",
        type=word,
        help="a file of the output: its path, its address on the site, or the item's own file",
    )
    add_build(parser)


def run(options: Options, console: Console) -> int:
    """Look, and print the answer."""
    from pathlib import Path

    from briefgen.cli.request import request_of
    from briefgen.model.request import Outcome

    request = request_of(options)
    from briefgen.cli.explanation import as_json, as_text
    from briefgen.explain.explain import explain

    with console.progress() as progress:
        names = console.detail.names
        explained = explain(request, options.file, str(Path.cwd()), progress, names=names)
    if explained.answer is None:
        outcome = Outcome(exit=explained.exit, diagnostics=explained.diagnostics)
        console.report(outcome, request.root)
    elif options.format == "json":
        print(as_json(explained.answer))
    else:
        print(as_text(explained.answer, verbose=bool(options.verbose)), end="")
    return explained.exit
