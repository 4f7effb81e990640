"""`briefgen completion`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser

GROUP = "Start"
SUMMARY = "Print what makes your shell complete commands and flags"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.values import OneOf

    parser.explain(
        "Print a script with which your shell completes the commands and flags of briefgen when\n"
        "you press the tabulator key. Put it where the shell looks for such scripts, and open a\n"
        "new terminal. For zsh, a folder such as ~/.zfunc must be in `fpath` before compinit runs.",
        (
            "briefgen completion bash > ~/.local/share/bash-completion/completions/briefgen",
            "for bash, where the package bash-completion is installed",
        ),
        ("briefgen completion zsh > ~/.zfunc/_briefgen", "for zsh"),
        ("briefgen completion fish > ~/.config/fish/completions/briefgen.fish", "for fish"),
    )
    parser.add_argument(
        "shell",
        metavar="SHELL",
        type=OneOf("bash", "zsh", "fish"),
        help="bash, zsh or fish",
    )


def run(options: Options, console: Console) -> int:
    """Print the script."""
    from briefgen.cli.completion import script

    del console  # what is printed is for the shell alone
    print(script(options.shell))
    return 0
