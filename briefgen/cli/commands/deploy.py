"""`briefgen deploy`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser
    from briefgen.deliver.deploy import Deployed

GROUP = "Send"
SUMMARY = "Put what was built on a branch, from which a server takes it"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.options import add_built
    from briefgen.cli.values import word

    parser.explain(
        "Commit what was built to a branch of the git repository in which the project lies, such\n"
        "as GitHub, GitLab and others publish pages from. First it asks whether all of it may\n"
        "leave: it must be whole, unchanged and up to date with every embargo and expiry, and\n"
        "briefgen.yaml must allow its audience and labels (`deploy:`). If not, nothing happens.\n"
        "\n"
        "It writes one commit to the branch, and nothing else: no file of yours, no other branch.\n"
        "On the branch it touches only what it put there before. The network is reached with\n"
        "--push alone. Mind that a branch remembers: what is taken off your site stays in its\n"
        "history, unless you give --no-history.\n"
        "\n"
        "It ends with 0 when it is there, 2 if git refuses, the branch is not one for this or the\n"
        "settings are wrong, 3 if something may not leave.",
        ("briefgen deploy", "commit to the branch gh-pages; you look at it, and push it"),
        ("briefgen deploy --push", "commit, and push to origin"),
        (
            "briefgen deploy --audience team -o ../team --branch team-pages",
            "what was built for `team`, which has a branch of its own",
        ),
    )
    add = parser.add_argument
    add("--branch", metavar="NAME", type=word, help="the branch (default: gh-pages)")
    add("--push", action="store_true", help="push the branch afterwards")
    add("--remote", metavar="NAME", type=word, help="where to push to (default: origin)")
    add(
        "--no-history",
        dest="history",
        action="store_false",
        help="make it the only commit of the branch, so that it holds nothing from before",
    )
    add_built(parser)
    add(
        "--no-pdf",
        dest="pdf",
        action="store_false",
        help="you built without briefs: let none be missed",
    )


def run(options: Options, console: Console) -> int:
    """Deploy, and name what was written."""
    from briefgen.cli.request import request_of

    request = request_of(options)
    from briefgen.deliver.deploy import BRANCH, REMOTE, Target, deploy
    from briefgen.model.request import Outcome

    target = Target(
        branch=getattr(options, "branch", BRANCH),
        remote=getattr(options, "remote", REMOTE),
        push=getattr(options, "push", False),
        history=getattr(options, "history", True),
    )
    with console.progress() as progress:
        done = deploy(request, target, progress)
    outcome = Outcome(exit=done.exit, diagnostics=done.diagnostics, withheld=done.withheld)
    if not done.branch or options.format != "json":
        console.report(outcome, request.root)
    if done.branch:
        _tell(done, options, console)
    return done.exit


def _tell(done: Deployed, options: Options, console: Console) -> None:
    import json

    from briefgen.cli.report.cells import plain
    from briefgen.cli.report.summing import counted

    if options.format == "json":
        told = {
            "type": "deployed",
            "branch": done.branch,
            "commit": done.commit,
            "files": done.files,
            "pushed": done.pushed,
        }
        print(json.dumps(told))
        return
    if done.commit:
        print(f"{plain(done.branch)}: {counted(done.files, 'file')}, commit {done.commit[:12]}")
    else:
        console.say(f"{plain(done.branch)} holds the very same already; nothing was committed.\n")
    if done.pushed:
        console.say("It has been pushed.\n")
    elif done.commit:
        console.say(f"Nothing was pushed: `git push origin {plain(done.branch)}` does it.\n")
