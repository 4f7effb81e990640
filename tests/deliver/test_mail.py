"""`briefgen mail`: what the file holds, read back with the standard library."""

from __future__ import annotations

import email
import email.policy
import re
import subprocess
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path

import pytest

from briefgen.deliver.mail import Envelope, Mailed, mail
from briefgen.model.request import Exit
from briefgen.progress import Silent
from tests.harness import SiteFolder

Program = Callable[..., subprocess.CompletedProcess[str]]
NOW = ("--now", "2021-08-27T12:00Z")
MORE = """\
number: 7
tlp: AMBER
marking: Not for the press
bluf: Fish & chips <b>stay</b> calm.
key_judgments:
  - text: The talks will go on.
    likelihood: likely
    confidence: low
    articles: [talks]
distribution: ["Ada Lovelace <ada@example.org>", bob@example.org]
"""
OUT = ("--audience", "partners", "-o", "../partners")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    site = SiteFolder(tmp_path_factory.mktemp("mail") / "site")
    mails = "mail: {ceiling: AMBER, audiences: [partners], sender: Desk <desk@example.org>}"
    site.edit("briefgen.yaml", "theme: tiny", f"theme: tiny\n{mails}")
    site.article("talks", title="'Переговоры: “first” round'", publisher="The Gazette")
    site.packet("first", ["talks"], more=MORE)
    site.build_well(pdf=True, audience="partners", output=str(site.root.parent / "partners"))
    return site


def write(site: SiteFolder, **envelope: object) -> Mailed:
    request = site.request(audience="partners", output=str(site.root.parent / "partners"))
    return mail(request, "first", Envelope(**envelope), str(site.root), Silent())  # type: ignore[arg-type]


def opened(path: Path) -> EmailMessage:
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(message, EmailMessage)
    return message


def text_of(message: EmailMessage, kind: str) -> str:
    part = message.get_body((kind,))
    assert part is not None
    return str(part.get_content())


def test_the_file_is_a_whole_mail(built: SiteFolder, program: Program) -> None:
    ran = program("mail", "first", *OUT, *NOW, cwd=built.root)
    assert (ran.returncode, ran.stdout) == (0, "first-partners.eml\n"), ran.stderr
    path = built.root / "first-partners.eml"
    message = opened(path)
    assert message["Subject"] == "[TLP:AMBER] Amu Desk 7: First"
    assert message["From"] == "Desk <desk@example.org>"
    assert message["To"] == "undisclosed-recipients:;"
    assert message["Bcc"] == "Ada Lovelace <ada@example.org>, bob@example.org"
    assert message["Date"] == "Fri, 27 Aug 2021 12:00:00 +0000"
    assert re.fullmatch(r"<[0-9a-f]{32}@example\.org>", message["Message-ID"])
    (pdf,) = message.iter_attachments()
    assert pdf.get_filename() == "first.pdf"
    assert pdf.get_content() == (built.root.parent / "partners/packets/first.pdf").read_bytes()
    again = program("mail", "first", *OUT, *NOW, cwd=built.root)
    assert (again.returncode, "file-exists" in again.stderr) == (2, True)
    before = path.read_bytes()
    assert program("mail", "first", "--replace", *OUT, *NOW, cwd=built.root).returncode == 0
    assert path.read_bytes() == before
    assert max(map(len, before.split(b"\r\n"))) <= 998
    dated = program(
        "mail", "first", "--replace", *OUT, *NOW, cwd=built.root, SOURCE_DATE_EPOCH="1600000000"
    )
    assert dated.returncode == 0
    assert opened(path)["Date"] == "Sun, 13 Sep 2020 12:26:40 +0000"


def test_both_texts_say_the_same_between_two_labels(built: SiteFolder, tmp_path: Path) -> None:
    assert write(built, path=str(tmp_path / "mail.eml")).exit is Exit.DONE
    message = opened(tmp_path / "mail.eml")
    plain = text_of(message, "plain").replace("\r\n", "\n").replace("\u00a0", " ")
    assert plain == (
        "TLP:AMBER\n"
        "For your organisation and its clients, as far as they need to know. Not for the press\n\n"
        "Amu Desk, No. 7\n17 August 2021\n\nFirst\n\nFish & chips <b>stay</b> calm.\n\n"
        "Key judgments\n\n1. The talks will go on.\n   Likely, 55–80 %\n   Confidence: low\n\n"
        "Items\n\n1. Переговоры: “first” round\n   The Gazette, 16 August 2021\n\n"
        "Attached: first.pdf\nThis packet with later corrections:\n"
        "https://example.org/amu/packets/first.html\n\nTLP:AMBER\n"
    )
    markup = text_of(message, "html")
    body = markup[markup.index("<body") :]
    words = " ".join(re.sub(r"<[^>]*>", " ", body).split())
    assert words.startswith("TLP:AMBER For your organisation")
    assert words.endswith("TLP:AMBER")
    assert "Fish &amp; chips &lt;b&gt;stay&lt;/b&gt; calm." in body
    assert "<style" not in markup
    assert "<table" not in markup
    assert body.count("background:#000000;color:#ffc000;font:700 17px") == 2
    styles = re.findall(r'<li style="([^"]*)"', body)
    assert styles == ["margin:0 0 8px"] * 2
    # Nothing is loaded from anywhere.
    assert not re.search(r"src=|url\(|<link", markup)


def test_who_gets_it_is_in_no_file_of_the_output(built: SiteFolder) -> None:
    for data in built.files(built.root.parent / "partners").values():
        assert b"ada@example.org" not in data


def test_nothing_is_written_where_it_may_not_leave(built: SiteFolder, tmp_path: Path) -> None:
    refused = mail(
        built.request(audience="desk", output=str(tmp_path / "desk")),
        "first",
        Envelope(path=str(tmp_path / "mail.eml")),
        str(tmp_path),
        Silent(),
    )
    assert [each.code for each in refused.diagnostics] == ["brief-unbuilt"]
    built.edit("briefgen.yaml", "mail: {ceiling: AMBER", "mail: {ceiling: GREEN")
    closed = write(built, path=str(tmp_path / "mail.eml"))
    built.edit("briefgen.yaml", "mail: {ceiling: GREEN", "mail: {ceiling: AMBER")
    assert closed.exit is Exit.REFUSED
    assert [each.code for each in closed.diagnostics] == ["channel-ceiling"]
    inside = write(built, path=str(built.root.parent / "partners/packets/mail.eml"))
    assert [each.code for each in inside.diagnostics] == ["mail-inside"]
    assert not (tmp_path / "mail.eml").exists()


def test_addresses_are_looked_at(built: SiteFolder, tmp_path: Path) -> None:
    path = str(tmp_path / "mail.eml")
    built.edit("content/packets/first.md", "bob@example.org", "the press office")
    partners = {"audience": "partners", "output": str(built.root.parent / "partners")}
    built.build_well(pdf=True, **partners)
    wrong = write(built, path=path)
    (problem,) = wrong.diagnostics
    assert (problem.code, problem.path) == ("mail-address", "content/packets/first.md")
    assert (
        problem.mark.line
        == built.read("content/packets/first.md")
        .splitlines()
        .index('distribution: ["Ada Lovelace <ada@example.org>", the press office]')
        + 1
    )
    built.edit("content/packets/first.md", "the press office", "bob@example.org")
    built.build_well(pdf=True, **partners)
    sender = write(built, path=path, sender="nobody")
    assert [each.code for each in sender.diagnostics] == ["mail-address"]
    built.edit("briefgen.yaml", ", sender: Desk <desk@example.org>", "")
    nobody = write(built, path=path)
    built.edit("briefgen.yaml", "[partners]}", "[partners], sender: Desk <desk@example.org>}")
    assert [each.code for each in nobody.diagnostics] == ["mail-sender"]
    assert not Path(path).exists()
