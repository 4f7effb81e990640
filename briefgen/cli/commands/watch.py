"""`briefgen watch`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Build"
SUMMARY = "Build, and build again at every edit until you stop it"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.options import add_build

    parser.explain(
        "Build once, then wait, and build again as soon as content, theme or settings change, or\n"
        "an embargo or expiry falls due. After an edit with errors the last good output stays,\n"
        "and the errors are told until they are mended. Stop it with Ctrl-C.\n"
        "\n"
        "It ends with 130 when you stop it, and with 2 if it cannot begin.",
        ("briefgen watch", "keep the folder `output` as new as the content"),
        ("briefgen watch --no-pdf", "the same for the pages alone, which is quicker"),
        ("briefgen watch --drafts", "show drafts as well, while you write"),
    )
    add_build(parser)


def run(options: Options, console: Console) -> int:
    """Watch until stopped."""
    from briefgen.cli.request import request_of
    from briefgen.cli.watching import Telling
    from briefgen.preview.watch import watch

    root = request_of(options).root
    telling = Telling(console, root)
    return watch(
        # The root is found once: a watch outlives the loss of its settings.
        lambda: request_of(options, root),
        telling,
        telling,
        moving=options.now is None,
    )
