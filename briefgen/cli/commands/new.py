"""`briefgen new`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Start"
THEME = "theme"
SUMMARY = "Begin an article, a packet, a page or a theme"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.values import OneOf, word

    parser.explain(
        "Write the file of a new article, packet or page, with the keys that you may fill in. It\n"
        "is a draft: nobody sees it until you delete its line `status: draft`. The path of the\n"
        "file is printed. Nothing is overwritten.\n"
        "A new theme extends the one that the site has now, by one block and one style sheet. To\n"
        "use it, write its name after `theme:` in briefgen.yaml.",
        ('briefgen new article "Talks begin in Moscow"', "begin an article, dated today"),
        ('briefgen new packet "The week in review"', "begin a packet"),
        ('briefgen new page "How we work"', "begin a page; add its name to `nav` to link to it"),
        ("briefgen new theme harbour", "begin a theme in themes/harbour/"),
        ('$EDITOR "$(briefgen new article "Talks begin")"', "begin it, and open it at once"),
    )
    add = parser.add_argument
    add(
        "kind",
        metavar="KIND",
        type=OneOf("article", "packet", "page", THEME),
        help="article, packet, page or theme",
    )
    add(
        "title",
        metavar="TITLE",
        nargs="+",
        type=word,
        help="its title, in quotation marks; a theme's name",
    )


def run(options: Options, console: Console) -> int:
    """Write the files and print their paths."""
    from briefgen.cli.request import request_of
    from briefgen.cli.settings import settings_at
    from briefgen.cli.shown import shown
    from briefgen.model.item import Kind
    from briefgen.model.request import Exit, Outcome
    from briefgen.scaffold.item import new_item
    from briefgen.scaffold.theme import new_theme

    request = request_of(options)
    settings, diagnostics = settings_at(request.root)
    if settings is not None:
        title = " ".join(options.title)
        if options.kind == THEME:
            made = new_theme(request.root, title, settings.theme)
        else:
            made = new_item(request.root, settings, Kind(options.kind), title, request.now)
        diagnostics = made.diagnostics
        print("".join(f"{shown(path)}\n" for path in made.written), end="")
        if made.slug and options.kind == THEME:
            console.say(f"To use it, write `theme: {made.slug}` in briefgen.yaml.\n")
        elif made.slug:
            console.say(f"Other files refer to it as `{made.slug}`.\n")
    code = Exit.USAGE if diagnostics else Exit.DONE
    console.report(Outcome(exit=code, diagnostics=diagnostics), request.root)
    return code
