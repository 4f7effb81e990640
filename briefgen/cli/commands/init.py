"""`briefgen init`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Start"
SUMMARY = "Begin a project: a small site that builds at once"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.values import folder

    parser.explain(
        "Write a small project: settings, an example of an article and of a packet, an About\n"
        "page, and a workflow for GitHub Pages. Nothing is overwritten: if any of the files is\n"
        "there, none is written, and you are told which.\n"
        "\n"
        "It writes briefgen.yaml, README.md, .gitignore, .github/workflows/pages.yml, and files\n"
        "in content/.",
        ("briefgen init my-briefs", "begin in the new folder `my-briefs`"),
        ("briefgen init", "begin in the folder where you are"),
    )
    parser.add_argument(
        "folder",
        metavar="DIR",
        nargs="?",
        type=folder,
        default=None,
        help="the folder to begin in (default: the one where you are)",
    )


def run(options: Options, console: Console) -> int:
    """Write and tell what to do next."""
    import datetime
    from pathlib import Path

    from briefgen.cli.shown import shown
    from briefgen.cli.usage import UsageError
    from briefgen.clock import utc_now
    from briefgen.model.request import Exit, Outcome
    from briefgen.scaffold.project import start_project

    given: str | None = options.folder
    if given and options.project:
        raise UsageError("Both `-C` and `DIR` name a folder.", "Give one of them.")
    # As a user thinks of it, without dots.
    folder = Path(given or options.project or Path.cwd()).resolve()
    # In the zone of the site that is begun.
    today = (options.now or utc_now()).astimezone(datetime.UTC).date()
    made = start_project(str(folder), today)
    if made.diagnostics:
        console.report(Outcome(exit=Exit.USAGE, diagnostics=made.diagnostics), str(folder))
        return Exit.USAGE
    for path in made.written:
        print(shown(path))
    step = "" if folder == Path.cwd() else f"  cd {shown(str(folder))}\n"
    console.say(
        f"\nThe project is in {folder}. To see it:\n\n"
        f"{step}  briefgen build\n\n"
        "Then open output/index.html. README.md says how to go on.\n"
    )
    return Exit.DONE
