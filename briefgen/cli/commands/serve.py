"""`briefgen serve`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Build"
SUMMARY = "Preview the site in a browser, up to date with every edit, until you stop it"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli import values
    from briefgen.cli.options import add_build

    parser.explain(
        "Do what `watch` does, and show the site in browsers on this machine. Open pages follow\n"
        "each edit: they are loaded again where you were, styles change in place, and what is\n"
        "wrong is shown over the last good page until it is mended. A bar names the audience and\n"
        "what is withheld from it, and opens the brief beside its page.\n"
        "\n"
        "Bar and messages are added on the way to the browser; the files in the output folder\n"
        "stay as they are. Nobody but this machine can reach the preview, and there is no flag\n"
        "that changes it: it may show what your readers may not see. To show it to others, build\n"
        "for their audience and put the output where they can read it.\n"
        "\n"
        "It ends with 130 when you stop it, and with 2 if it cannot begin.",
        ("briefgen serve --open", "build, and show the site in your browser"),
        ("briefgen serve --drafts", "show drafts as well, while you write"),
        ("briefgen serve --audience partners -o ../partners", "see what the partners will see"),
        ("briefgen serve --port 9000 --no-pdf", "at this port and no other, pages alone"),
    )
    parser.add_argument(
        "--port",
        metavar="N",
        type=values.port,
        help="serve at this port (default: the first free one from 8400 on)",
    )
    parser.add_argument("--open", action="store_true", help="open the site in your browser")
    add_build(parser)


def run(options: Options, console: Console) -> int:
    """Serve until stopped."""
    from briefgen.cli.serving import serve

    return serve(options, console)
