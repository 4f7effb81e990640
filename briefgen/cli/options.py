"""The flags that commands share, and the types of all."""

from __future__ import annotations

import argparse

from briefgen.cli import values

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

    from briefgen.cli.parser import Parser

# Shared flags that are followed by a value: a command's name may come after them.
VALUE_FLAGS = ("-C", "--audience", "--now", "--format", "--color")


class Options(argparse.Namespace):
    """What the command line says. `now` is None where the clock decides, `jobs` 0 where the machine
    does.
    """

    project: str = ""
    audience: str = ""
    now: datetime.datetime | None = None
    strict: bool = False
    drafts: bool = False
    keep_going: bool = False
    quiet: bool = False
    verbose: int = 0
    format: str = "text"
    color: str = "auto"
    output: str = ""
    base_url: str | None = None
    pdf: bool = True
    search: bool | None = None
    jobs: int = 0
    trace: str = ""
    cache: bool = True
    links: str = ""
    fix: bool = False
    yes: bool = False
    port: int = 0
    open: bool = False


def add_shared(parser: Parser) -> None:
    """The flags that every command takes."""
    group = parser.add_argument_group("for every command")
    add = group.add_argument
    add(
        "-C",
        dest="project",
        metavar="DIR",
        type=values.folder,
        help="the project's folder, the one that holds briefgen.yaml (else it is looked for from"
        " here upwards)",
    )
    add(
        "--audience",
        metavar="NAME",
        type=values.word,
        help="for whom to build; a name from briefgen.yaml",
    )
    add(
        "--now",
        metavar="ISO",
        type=values.instant,
        help="decide embargoes and expiries as of this instant, such as 2021-07-08T06:00+02:00,"
        " instead of the clock",
    )
    add("--strict", action="store_true", help="let warnings stop publication as errors do")
    add("--drafts", action="store_true", help="include what has `status: draft`")
    add(
        "--keep-going",
        action="store_true",
        help="treat a file with errors as if it were not there, and do the rest",
    )
    add("-q", "--quiet", action="store_true", help="tell problems only")
    add("-v", "--verbose", action="count", help="tell more; -vv names every file")
    add(
        "--format",
        metavar="FORMAT",
        type=values.OneOf("text", "json", "github"),
        help="how problems are told: text (default), json (one object a line) or github"
        " (annotations of a workflow)",
    )
    add(
        "--color",
        metavar="WHEN",
        type=values.OneOf("auto", "always", "never"),
        help="auto (default: on a terminal), always or never",
    )
    add("--version", action="version", version=_version(), help="print briefgen's version")
    add("-h", "--help", action="help", help="print this help")


def add_output(parser: Parser) -> None:
    """Where the output is."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=values.folder,
        help="the folder to build into, from where you stand (default: the project's `output`)",
    )


def add_built(parser: Parser) -> None:
    """The flags that say which build is meant, for commands that hand on what was built."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="DIR",
        type=values.folder,
        help="the folder that was built into, from where you stand (default: the project's"
        " `output`)",
    )
    _add_base_url(parser)


def _add_base_url(parser: Parser) -> None:
    parser.add_argument(
        "--base-url",
        metavar="URL",
        type=values.web_address,
        help="the address at which the site will stand (else that of briefgen.yaml)",
    )


def add_build(parser: Parser) -> None:
    """The flags of the commands that build."""
    add_output(parser)
    _add_base_url(parser)
    add = parser.add_argument
    add(
        "--no-pdf",
        dest="pdf",
        action="store_false",
        help="make no briefs; pages then link to none",
    )
    add(
        "--no-search",
        dest="search",
        action="store_false",
        help="make no index for the search page, which then says where else to look",
    )
    add(
        "--jobs",
        metavar="N",
        type=values.count,
        help="how many processes to work in (default: one for each core)",
    )
    add(
        "--no-cache",
        dest="cache",
        action="store_false",
        help="neither use nor keep what earlier builds found out",
    )


def _version() -> str:
    from briefgen import __version__

    return f"briefgen {__version__}"
