"""`briefgen doctor`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser
    from briefgen.model.request import Request

GROUP = "Look into"
SUMMARY = "Tell whether this machine has all that is needed, and how to get the rest"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    parser.explain(
        "Tell what is installed: Python and its packages, the libraries that lay out briefs, the\n"
        "fonts of the theme, and in a project its cache. Put it into a report of a fault. Nothing\n"
        "is written.\n"
        "\n"
        "It ends with 4 if something is missing, and tells how to get it. Briefs are the same,\n"
        "byte for byte, on two machines that show the same fingerprint.",
        ("briefgen doctor", "tell all there is to tell"),
        ("briefgen doctor --format json", "the same for another program, one object a line"),
    )


def run(options: Options, console: Console) -> int:
    """Examine and tell."""
    from briefgen.cli.examination import as_json, as_text, remedies
    from briefgen.doctor.examine import examine
    from briefgen.model.request import Outcome

    request = _project(options)
    examined = examine(request)
    as_lines = options.format == "json"
    print(as_json(examined) if as_lines else as_text(examined), end="")
    outcome = Outcome(exit=examined.exit, diagnostics=examined.diagnostics)
    console.report(outcome, request.root if request else "", result=True)
    if not as_lines:
        print(remedies(examined), end="")
    return examined.exit


def _project(options: Options) -> Request | None:
    """The project around, if there is one: the machine can be examined without."""
    from briefgen.cli.request import request_of
    from briefgen.cli.usage import UsageError

    try:
        return request_of(options)
    except UsageError:
        if options.project:
            raise
        return None
