"""`briefgen schema`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Look into"
SUMMARY = "Print the JSON Schema of a kind of file, for an editor"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.values import OneOf

    parser.explain(
        "Print the JSON Schema (draft 2020-12) of a kind of file: which keys there are, and what\n"
        "may stand in them. An editor that is given it completes keys and marks mistakes while\n"
        "you write. For articles, packets and pages it describes the front matter. In a project\n"
        "its `field_aliases` are part of it. Of what briefgen writes, it describes the ledger\n"
        "and the data that lie beside the page of each packet.",
        ("briefgen schema site > site.json", "the schema of briefgen.yaml, into a file"),
        ("briefgen schema article", "that of the front matter of an article"),
        ("briefgen schema packet-data", "that of packets/SLUG.json, for who reads packets on"),
    )
    parser.add_argument(
        "kind",
        metavar="KIND",
        type=OneOf(
            "article", "packet", "page", "entities", "site", "theme", "ledger", "packet-data"
        ),
        help="article, packet, page, entities, site (briefgen.yaml), theme (theme.yaml),"
        " ledger (a line of what `record` writes) or packet-data (packets/SLUG.json of the site)",
    )


def run(options: Options, console: Console) -> int:
    """Print it."""
    import json

    from briefgen.model.request import Exit, Outcome
    from briefgen.schema.kinds import FileKind, file_schema
    from briefgen.schema.ledger import ledger_schema
    from briefgen.schema.packet_data import packet_data_schema

    written = {"ledger": ledger_schema, "packet-data": packet_data_schema}
    if options.kind in written:
        print(json.dumps(written[options.kind](), indent=2, ensure_ascii=False))
        return Exit.DONE

    aliases: dict[str, str] = {}
    root = _project(options)
    if root:
        from briefgen.cli.settings import settings_at

        settings, diagnostics = settings_at(root)
        if settings is None:
            console.report(Outcome(exit=Exit.USAGE, diagnostics=diagnostics), root)
            return Exit.USAGE
        aliases = settings.field_aliases
    print(json.dumps(file_schema(FileKind(options.kind), aliases), indent=2, ensure_ascii=False))
    return Exit.DONE


def _project(options: Options) -> str:
    """The project around, if there is one: a schema needs none."""
    from pathlib import Path

    from briefgen.cli.root import find_root
    from briefgen.cli.usage import UsageError

    try:
        return find_root(options.project, Path.cwd())
    except UsageError:
        if options.project:
            raise
        return ""
