"""What `briefgen capture` does, for the command line and for other programs."""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable

from briefgen import files
from briefgen.capture.draft import Draft, write_draft
from briefgen.capture.formats.read import read_material
from briefgen.capture.known import known_address, known_text
from briefgen.capture.material import Found, Material
from briefgen.capture.network import fetch
from briefgen.capture.notes import note
from briefgen.capture.place import free_name, stem
from briefgen.capture.project import Project, in_output, open_project
from briefgen.capture.suspicious import Suspicion, suspicious_lines
from briefgen.capture.write import write_new
from briefgen.diagnostics import Diagnostic, Severity, error, has_errors, warning
from briefgen.model.base import Record
from briefgen.model.marks import Mark
from briefgen.model.request import Exit
from briefgen.quotation.paragraphs import lines_of, paragraphs_of
from briefgen.quotation.speech.attribute import Offer, offer_statements
from briefgen.read.dates.zone import zone_of
from briefgen.scan.project import kind_of

# A file or what is typed. PDF files carry pictures and may be larger than a page of the web.
MOST_BYTES = 50_000_000
_WEB = ("http://", "https://")

Fetch = Callable[[str], Material | Diagnostic]
Tell = Callable[[Diagnostic], None]


class Request(Record):
    """One capture. `root` is the project's folder. `target` is a web address, or the path of a
    file, absolute; for what was typed it is empty and `typed` holds the bytes. `draft` is the file
    to write the draft to, absolute; empty for a name of its date and title.
    """

    root: str
    now: datetime.datetime
    target: str = ""
    typed: bytes = b""
    draft: str = ""
    strict: bool = False


class Captured(Record):
    """What came of it. `snapshot` and `draft` are absolute paths, empty if nothing was written;
    `kept` says that the snapshot was there already. The numbers are those of the draft.
    """

    exit: Exit = Exit.DONE
    diagnostics: tuple[Diagnostic, ...] = ()
    snapshot: str = ""
    draft: str = ""
    sha256: str = ""
    kept: bool = False
    statements: int = 0
    short: int = 0
    uncertain: int = 0


def capture(request: Request, tell: Tell, fetch: Fetch = fetch) -> Captured:
    """Make a snapshot and a draft. `tell` hears at once, before anything is fetched, that an
    address is known already; all diagnostics are in the result too.
    """
    project, diagnostics = open_project(request.root)
    if project is None:
        return Captured(exit=Exit.USAGE, diagnostics=diagnostics)
    problem = _draft_problem(request.draft, project)
    if problem is not None:
        return Captured(exit=Exit.USAGE, diagnostics=(*diagnostics, problem))
    known = known_address(request.target, project) if request.target.startswith(_WEB) else ()
    for each in known:
        tell(each)
    told = [*diagnostics, *known]
    if known and request.strict:
        return Captured(exit=Exit.CONTENT, diagnostics=tuple(told))
    material = _obtain(request, fetch)
    if isinstance(material, Diagnostic):
        told.append(material)
        usage = material.code in {"file-missing", "file-too-large", "capture-address"}
        return Captured(exit=Exit.USAGE if usage else Exit.CONTENT, diagnostics=tuple(told))
    found = read_material(material)
    told.extend(found.diagnostics)
    if has_errors(found.diagnostics):
        return Captured(exit=Exit.CONTENT, diagnostics=tuple(told))
    return _keep(request, project, found, told)


def _obtain(request: Request, fetch: Fetch) -> Material | Diagnostic:
    if request.target.startswith(_WEB):
        return fetch(request.target)
    if not request.target:
        if len(request.typed) > MOST_BYTES:
            return _too_large("What was given")
        return Material(data=request.typed)
    stat = files.file_stat(request.target)
    if stat is None:
        what = "is a folder" if files.folder_exists(request.target) else "is not there"
        return error(
            "file-missing",
            f"The file {request.target} {what}.",
            hint="Name a file, a web address that begins with https://, or - for what you type.",
        )
    if stat.size > MOST_BYTES:
        return _too_large(request.target)
    data = files.read_bytes(request.target)
    return Material(data=data or b"", name=os.path.basename(request.target))


def _too_large(what: str) -> Diagnostic:
    return error(
        "file-too-large",
        f"{what} has more than {MOST_BYTES:,} bytes.",
        hint="Give the part of it that you mean to summarise.",
    )


def _draft_problem(draft: str, project: Project) -> Diagnostic | None:
    if not draft:
        return None
    if in_output(draft, project.root):
        return error(
            "draft-refused",
            f"The draft {draft} would lie in a folder that briefgen builds or clears.",
            hint="Choose a file in your content with -o, or leave -o out.",
        )
    if files.anything_at(draft):
        return error(
            "draft-refused",
            f"There is something at {draft} already, and nothing is overwritten.",
            hint="Choose another name with -o, or leave -o out.",
        )
    if not draft.endswith(".md"):
        return error("draft-refused", f"The draft {draft} should be named with .md at its end.")
    return None


def _keep(request: Request, project: Project, found: Found, told: list[Diagnostic]) -> Captured:
    if not request.target.startswith(_WEB) and found.url:
        told.extend(known_address(found.url, project))
    twin = known_text(found.snapshot, found.text, project)
    paths = {each.path for each in told}
    # An article that has the same address is told once.
    told.extend(each for each in twin.diagnostics if each.path not in paths)
    today = request.now.astimezone(zone_of(project.settings.timezone)).date().isoformat()
    name = stem(found.published or today, found.title or _first_words(found.text))
    kept = os.path.join(project.sources, twin.snapshot) if twin.snapshot else ""
    snapshot = kept or free_name(project.sources, name, ".txt")
    path = request.draft or free_name(project.articles, name, ".md", project.slugs())
    if in_output(snapshot, project.root) or in_output(path, project.root):
        told.append(
            error(
                "sources-refused",
                "Snapshots or articles would lie in a folder that briefgen builds or clears.",
                "briefgen.yaml",
                hint="Look at `sources_dir` and `content` in briefgen.yaml.",
            )
        )
        return Captured(exit=Exit.USAGE, diagnostics=tuple(told))
    if request.strict and any(each.severity is Severity.WARNING for each in told):
        return Captured(exit=Exit.CONTENT, diagnostics=tuple(told))
    offers = offer_statements(paragraphs_of(found.text), english=_is_english(found))
    suspicions = suspicious_lines(found.text)
    digest = hashlib.sha256(found.snapshot).hexdigest()
    draft = Draft(
        found=found,
        date=today,
        accessed=today,
        snapshot=os.path.relpath(snapshot, project.sources).replace(os.sep, "/"),
        sha256=digest,
        offers=offers,
        suspicions=suspicions,
        english=_is_english(found),
        labelled=project.settings.default_tlp is not None,
    )
    # The snapshot first: a draft that names one which is not there would stop every build.
    if not kept and not write_new(snapshot, found.snapshot):
        return _raced(snapshot, told)
    if not write_new(path, write_draft(draft).encode()):
        return _raced(path, told)
    told.extend(_looked_at(offers, suspicions, project.shown(snapshot), found.text))
    told.extend(_outside(path, project))
    return Captured(
        diagnostics=tuple(told),
        snapshot=snapshot,
        draft=path,
        sha256=digest,
        kept=bool(kept),
        statements=len(offers),
        short=sum(offer.span.too_short for offer in offers),
        uncertain=sum(offer.uncertain for offer in offers),
    )


def _is_english(found: Found) -> bool:
    return found.language.casefold().partition("-")[0] == "en"


def _first_words(text: str) -> str:
    return " ".join(text.split()[:8])


def _raced(path: str, told: list[Diagnostic]) -> Captured:
    told.append(
        error("draft-refused", f"{path} was made by another program just now.", hint="Try again.")
    )
    return Captured(exit=Exit.USAGE, diagnostics=tuple(told))


def _outside(path: str, project: Project) -> list[Diagnostic]:
    shown = project.shown(path)
    if kind_of(shown, project.settings) is not None:
        return []
    hint = "Move it to content/articles when it is finished."
    return [
        warning(
            "draft-outside", "The draft lies where no build will look for it.", shown, hint=hint
        )
    ]


def _looked_at(
    offers: tuple[Offer, ...], suspicions: tuple[Suspicion, ...], shown: str, text: str
) -> list[Diagnostic]:
    lines = lines_of(text)
    told = [
        note(
            "line-suspicious",
            f"This line may not belong to the text: {each.reason}.",
            shown,
            Mark(line=each.line, column=1, length=len(lines[each.line - 1].text)),
        )
        for each in suspicions
    ]
    told.extend(
        note(
            "quotation-unclosed",
            "A quotation begins here that does not end in its paragraph.",
            shown,
            Mark(line=offer.line, column=1),
        )
        for offer in offers
        if not offer.span.closed
    )
    return told
