"""`briefgen mail`."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from briefgen.cli.console import Console
    from briefgen.cli.options import Options
    from briefgen.cli.parser import Parser
    from briefgen.deliver.mail import Mailed

GROUP = "Send"
SUMMARY = "Write a mail that carries a brief; you send it yourself"


def configure(parser: Parser) -> None:
    """Describe the command and add its flags."""
    from briefgen.cli.options import add_built
    from briefgen.cli.values import folder, word

    parser.explain(
        "Write a message with the brief of a packet, for those in its `distribution`, as a file\n"
        "(.eml) that mail programs open as a draft: you look at it, and send it. Nothing is sent\n"
        "from here, and the network is not used. The label stands in the subject, and before and\n"
        "after the text. Those who get it stand under Bcc: none sees the others.\n"
        "\n"
        "First it asks whether the brief may leave: it must be what a build would make now, hold\n"
        "nothing that the audience may not see now, and briefgen.yaml must allow its audience\n"
        "and label (`mail:`). If not, nothing is written.\n"
        "\n"
        "It writes one file, PACKET-AUDIENCE.eml where you stand unless you say otherwise, and\n"
        "never over another, nor into the output folder. Note the sending with `briefgen record`.\n"
        "\n"
        "It ends with 0 when it is written, 2 if an address is wrong, a file is in the way or the\n"
        "brief is not up to date, 3 if it may not leave.",
        ("briefgen mail first-packet", "write first-packet-public.eml"),
        (
            "briefgen mail first-packet --audience team -o ../team --save /tmp/brief.eml",
            "for the audience `team`, which was built into ../team",
        ),
        ("briefgen mail first-packet --from 'Ada <ada@example.org>'", "say who sends it"),
    )
    add = parser.add_argument
    add(
        "packet",
        metavar="PACKET",
        type=word,
        help="the packet: its slug, or its file in content/packets",
    )
    add(
        "--from",
        dest="sender",
        metavar="ADDRESS",
        type=word,
        help="who sends it (default: `mail: {sender: …}` in briefgen.yaml)",
    )
    add(
        "--save",
        metavar="FILE",
        type=folder,
        help="the file to write (default: PACKET-AUDIENCE.eml, where you stand)",
    )
    add("--replace", action="store_true", help="write over the file, if there is one")
    add_built(parser)


def run(options: Options, console: Console) -> int:
    """Write it, and name the file."""
    from pathlib import Path

    from briefgen.cli.request import request_of

    request = request_of(options)
    from briefgen.deliver.mail import Envelope, mail  # after the mistakes that need no look
    from briefgen.model.request import Outcome

    envelope = Envelope(
        path=getattr(options, "save", ""),
        sender=getattr(options, "sender", ""),
        replace=getattr(options, "replace", False),
    )
    with console.progress() as progress:
        done = mail(request, options.packet, envelope, str(Path.cwd()), progress)
    outcome = Outcome(exit=done.exit, diagnostics=done.diagnostics, withheld=done.withheld)
    if not done.path or options.format != "json":
        console.report(outcome, request.root)
    if done.path:
        _tell(done, options, console)
    return done.exit


def _tell(done: Mailed, options: Options, console: Console) -> None:
    import json

    from briefgen.cli.report.cells import plain
    from briefgen.cli.report.summing import counted
    from briefgen.cli.shown import shown

    if options.format == "json":
        told = {
            "type": "mail",
            "file": done.path,
            "subject": done.subject,
            "recipients": done.recipients,
        }
        print(json.dumps(told))
        return
    print(plain(shown(done.path)))
    people = counted(done.recipients, "recipient")
    console.say(
        f"{plain(done.subject)}, for {people}. Nothing has been sent: open the file in your mail"
        " program.\n"
    )
