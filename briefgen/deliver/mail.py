"""`mail`: a message that carries a brief, as a file. Nothing is sent."""

from __future__ import annotations

import html
import os

from briefgen import clock, files
from briefgen.build.lock import locked
from briefgen.build.make import RENDERING
from briefgen.deliver.gate import Passage, ask_gate, bytes_passed
from briefgen.deliver.message import Letter, compose, read_address
from briefgen.deliver.packet import REBUILD, Ready, find_ready
from briefgen.diagnostics import Diagnostic, error, has_errors, in_order, warning
from briefgen.model.base import Record
from briefgen.model.channels import Channel
from briefgen.model.marks import find_mark
from briefgen.model.packet import PacketBody
from briefgen.model.request import Exit, Outcome, Request
from briefgen.plan.views.brief import BriefView
from briefgen.plan.views.mail import MailView
from briefgen.progress import Progress
from briefgen.render.environment import Templates
from briefgen.render.mistakes import template_mistake
from briefgen.scan.project import SETTINGS_FILE

FIELD = "distribution"
MAIL = "the mail"


class Envelope(Record):
    """What is asked of `mail`: who sends it ("": as the settings say), and the absolute path of the
    file, over which another may be written only if `replace`.
    """

    path: str = ""
    sender: str = ""
    replace: bool = False


class Mailed(Record):
    """What `mail` did. `path` is the file that was written."""

    exit: Exit = Exit.DONE
    diagnostics: tuple[Diagnostic, ...] = ()
    path: str = ""
    subject: str = ""
    recipients: int = 0
    withheld: tuple[str, ...] = ()


def default_name(packet: str, audience: str) -> str:
    """How the file is called where nobody says."""
    return f"{packet}-{''.join(c if c.isalnum() or c in '-_.' else '-' for c in audience)}.eml"


def mail(
    request: Request, packet: str, envelope: Envelope, here: str, progress: Progress
) -> Mailed:
    """Write a message with the brief of `packet` for those in its `distribution`. Without a path it
    goes into `here`. It is refused where the gate refuses the brief, and where the brief is not up
    to date.
    """
    with locked(files.real_path(request.root), progress):
        ready = find_ready(request, packet, progress)
    if isinstance(ready, Outcome):
        return Mailed(exit=ready.exit, diagnostics=ready.diagnostics, withheld=ready.withheld)
    passage = ask_gate(request, Channel.MAIL, progress, (ready.path,))
    if not passage.open:
        return Mailed(exit=passage.exit, diagnostics=passage.diagnostics, withheld=passage.withheld)
    name = default_name(ready.packet.slug, passage.audience)
    path = envelope.path or os.path.join(here, name)
    sender = envelope.sender or ready.look.project.settings.mail.sender
    problems = in_order([*_place_problems(path, ready, envelope), *_people_problems(sender, ready)])
    if has_errors(problems):
        return Mailed(exit=Exit.USAGE, diagnostics=problems, withheld=passage.withheld)
    return _write(request, ready, passage, path, sender, problems, replace=envelope.replace)


def _write(  # noqa: PLR0913  all that the last step needs
    request: Request,
    ready: Ready,
    passage: Passage,
    path: str,
    sender: str,
    problems: tuple[Diagnostic, ...],
    *,
    replace: bool,
) -> Mailed:
    view = mail_view(ready)
    try:
        text, markup = _render(ready, view)
    except RENDERING as mistake:
        told = template_mistake(mistake, ready.look.theme, ready.look.project.root, MAIL)
        return Mailed(exit=Exit.CONTENT, diagnostics=(told,), withheld=passage.withheld)
    pdf = bytes_passed(passage, ready.path)
    if pdf is None or pdf != ready.data:
        moved = error("output-changed", f"{ready.path} has just been changed.", hint=REBUILD)
        return Mailed(exit=Exit.REFUSED, diagnostics=(moved,), withheld=passage.withheld)
    letter = Letter(
        sender=sender,
        blind=_distribution(ready),
        subject=subject_of(view),
        date=clock.printed(request.now).replace(microsecond=0),
        text=text,
        html=markup,
        pdf=pdf,
        name=view.attachment,
    )
    data = compose(letter)
    if replace:
        files.write_whole(path, data, os.path.dirname(path))
    else:
        files.write_new(path, data)
    return Mailed(
        diagnostics=problems,
        path=path,
        subject=letter.subject,
        recipients=len(letter.blind),
        withheld=passage.withheld,
    )


def mail_view(ready: Ready) -> MailView:
    """What the templates of a mail see."""
    brief = ready.brief.page
    assert isinstance(brief, BriefView)  # noqa: S101  the view of every brief
    return MailView(
        site_title=brief.site_title,
        packet=brief.packet,
        label=brief.label,
        lang=brief.meta.lang,
        dir=brief.packet.dir,
        attachment=os.path.basename(ready.path),
        address=brief.address,
    )


def subject_of(view: MailView) -> str:
    """The label first, as TLP 2.0 has it for e-mail (first.org/tlp, “How to use TLP in messaging”),
    then whose brief it is, and which.
    """
    label = f"[{view.label.text}] " if view.label.text else ""
    number = f" {view.packet.number}" if view.packet.number is not None else ""
    return f"{label}{view.site_title}{number}: {view.packet.title}"


def _render(ready: Ready, view: MailView) -> tuple[str, str]:
    """The two forms of the text. In the plain one nothing is markup, so what was escaped on its way
    through the template is turned back.
    """
    templates = Templates(ready.look.theme, ready.look.assets, ready.look.site.spoken.words)
    plain, _ = templates.page("mail.txt", page=view)
    markup, _ = templates.page("mail.html", page=view)
    return f"{html.unescape(plain).strip()}\n", f"{markup.strip()}\n"


def _distribution(ready: Ready) -> tuple[str, ...]:
    """Private: it is in no view."""
    body = ready.look.site.bodies.of_item(ready.packet.id)
    assert isinstance(body.keys, PacketBody)  # noqa: S101  the body of a packet
    return body.keys.distribution


def _place_problems(path: str, ready: Ready, envelope: Envelope) -> list[Diagnostic]:
    output = files.real_path(ready.look.project.output)
    folder = files.real_path(os.path.dirname(path))
    if folder == output or folder.startswith(output + os.sep):
        return [
            error(
                "mail-inside",
                f"{path} lies in the output folder, and a mail names those who get it.",
                hint="Choose another place with --save.",
            )
        ]
    if not files.folder_exists(folder):
        return [error("file-missing", f"There is no folder {folder}.")]
    if files.anything_at(path) and not envelope.replace:
        return [
            error(
                "file-exists",
                f"There is a file at {path} already.",
                hint="It stays as it is. --replace writes over it.",
            )
        ]
    return []


def _people_problems(sender: str, ready: Ready) -> list[Diagnostic]:
    problems: list[Diagnostic] = []
    if not sender:
        problems.append(
            error(
                "mail-sender",
                "A mail needs to say who sends it.",
                hint=f"Write in {SETTINGS_FILE}: `mail: {{sender: Ada <ada@example.org>}}`, or use"
                " --from.",
            )
        )
    elif not _is_address(sender):
        problems.append(error("mail-address", f"“{sender}” is no address to send mail from."))
    marks = ready.look.site.bodies.of_item(ready.packet.id).marks
    path = ready.packet.path
    recipients = _distribution(ready)
    problems.extend(
        error(
            "mail-address",
            f"“{each}” is no address to send mail to.",
            path,
            find_mark(marks, f"{FIELD}.{number}"),
            hint="Write `ada@example.org` or `Ada <ada@example.org>`.",
            item=ready.packet.id,
        )
        for number, each in enumerate(recipients)
        if not _is_address(each)
    )
    if not recipients:
        problems.append(
            warning(
                "mail-nobody",
                f"The packet “{ready.packet.slug}” has no `{FIELD}`: the mail goes to nobody yet.",
                path,
                item=ready.packet.id,
            )
        )
    return problems


def _is_address(text: str) -> bool:
    try:
        read_address(text)
    except ValueError:
        return False
    return True
