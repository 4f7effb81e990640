"""Every format gives its text, and what it says of itself."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from briefgen.capture.formats.dates import day_in
from briefgen.capture.formats.pdf import paragraphs
from briefgen.capture.formats.read import LONGEST
from tests.capture.conftest import Capture
from tests.capture.drafts import draft_path, read_draft, source_of, statements_of

HTML = """\
<!DOCTYPE html>
<html lang="en-GB"><head><title>Ferry talks resume | The Gazette</title>
<meta property="og:title" content="Ferry talks resume">
<meta property="og:site_name" content="The Gazette">
<meta name="author" content="Ann Example">
<link rel="canonical" href="https://example.com/a/ferry">
<meta property="article:published_time" content="2021-07-08T10:00:00Z"></head>
<body><nav><a href="/">Home</a><a href="/more">More news</a></nav>
<article><h1>Ferry talks resume</h1>
<p>The two sides met on Monday in the harbour office, and both said that they would go on.</p>
<p>“We will not wait for another year,” Harbour Master John Smith said. He called the boats
<q>older than any of us</q> and asked for repairs before the winter.</p>
<p>Nobody had paid for the engines since the last war ended, by the account of the sailors.</p>
</article>
<section id="comments"><p>“Great article!” said nobody at all, in a long comment.</p></section>
</body></html>
"""
MAIL = b"""\
From: "Press Office" <press@example.org>
To: desk@example.com
Subject: =?utf-8?q?Ferry_talks_=E2=80=93_a_statement?=
Date: Thu, 8 Jul 2021 23:30:00 +0500
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="b"

--b
Content-Type: multipart/alternative; boundary="a"

--a
Content-Type: text/html; charset=utf-8

<p>HTML</p>
--a
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

=93We will not wait for another year,=94 Harbour Master John Smith said on =
Monday in the office.
--a--
--b
Content-Type: application/pdf; name="map.pdf"
Content-Disposition: attachment; filename="map.pdf"

%PDF-
--b--
"""
PLAIN = """\
Ferry talks resume

By Ann Example and Bob Sample
8 July 2021
https://example.com/a/ferry?utm_source=x

“We will not wait for another
year,” Harbour Master John Smith said on Monday, as the two sides met in the office.
"""


def pdf(*pages: str) -> bytes:
    """A PDF with one line of Helvetica for each line of a page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    kids = []
    for page in pages:
        rows = "".join(f"({line}) Tj T*\n" for line in page.splitlines())
        stream = f"BT /F 11 Tf 14 TL 50 700 Td\n{rows}ET"
        number = len(objects) + 1
        kids.append(f"{number} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {number + 1} 0 R"
            f" /Resources << /Font << /F {font} >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    body = "%PDF-1.4\n"
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += f"{number} 0 obj\n{each}\nendobj\n"
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    count = len(objects) + 1
    body += f"xref\n0 {count}\n0000000000 65535 f \n{rows}"
    end = body.index("xref\n0 ")
    return f"{body}trailer\n<< /Size {count} /Root 1 0 R >>\nstartxref\n{end}\n%%EOF\n".encode(
        "latin-1"
    )


def snapshot_of(desk: Path) -> str:
    (path,) = (desk / "content" / "sources").iterdir()
    return path.read_text(encoding="utf-8")


def test_a_page_gives_its_article_and_what_it_says_of_itself(capture: Capture, desk: Path) -> None:
    (desk / "page.html").write_text(HTML, encoding="utf-8")
    ran = capture("page.html")
    assert ran.code == 0, ran.err
    path = draft_path(desk)
    assert path.name == "2021-07-08-ferry-talks-resume.md"
    source = source_of(path)
    assert (source.title, source.publisher, source.author, source.url, source.language) == (
        "Ferry talks resume",
        "The Gazette",
        ("Ann Example",),
        "https://example.com/a/ferry",
        "en-GB",
    )
    assert source.published is not None
    assert source.published.text == "2021-07-08"
    text = snapshot_of(desk)
    assert "Great article" not in text
    assert "More news" not in text
    # Quotation marks that only the browser draws are part of what was read.
    assert "“older than any of us”" in text
    assert [(each.speaker, each.quote) for each in statements_of(path)] == [
        ("John Smith", "We will not wait for another year"),
        ("John Smith", "older than any of us"),
    ]


def test_a_page_in_another_encoding_is_read(capture: Capture, desk: Path) -> None:
    page = HTML.replace("<head>", '<head><meta charset="windows-1251">').replace(
        "Nobody had paid", "Капитан: Nobody had paid"
    )
    (desk / "page.htm").write_bytes(page.encode("windows-1251"))
    assert capture("page.htm").code == 0
    assert "Капитан" in snapshot_of(desk)


def test_a_message_gives_its_sender_its_day_and_its_plain_part(
    capture: Capture, desk: Path
) -> None:
    (desk / "mail.eml").write_bytes(MAIL)
    ran = capture("mail.eml")
    assert ran.code == 0, ran.err
    assert "Attachments were left out: map.pdf." in ran.err
    source = source_of(draft_path(desk))
    assert (source.title, source.author) == ("Ferry talks – a statement", ("Press Office",))
    assert source.published is not None
    assert source.published.text == "2021-07-08"
    assert statements_of(draft_path(desk))[0].quote == "We will not wait for another year"
    assert "HTML" not in snapshot_of(desk)


def test_a_message_of_html_alone_is_read(capture: Capture, desk: Path) -> None:
    head = "From: a@example.org\nSubject: News\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    assert capture("-", typed=(head + HTML).encode()).code == 0
    assert source_of(draft_path(desk)).title == "News"
    assert len(statements_of(draft_path(desk))) == 2


def test_a_pdf_gives_paragraphs_with_whole_words(capture: Capture, desk: Path) -> None:
    first = (
        "Ferry talks resume\n"
        "The two sides met on Monday in the harbour office, and both said that the nego-\n"
        "tiations would go on. \\223We will not wait for another year,\\224 Harbour Master\n"
        "John Smith said. He added that the boats were old and that nobody had paid\n"
    )
    second = (
        "for the engines since the war.\n"
        "The end of it is near, by his account, and no money is left."
    )
    (desk / "report.pdf").write_bytes(pdf(first, second))
    ran = capture("report.pdf")
    assert ran.code == 0, ran.err
    assert snapshot_of(desk) == (
        "Ferry talks resume\n\n"
        "The two sides met on Monday in the harbour office, and both said that the negotiations"
        " would go on. “We will not wait for another year,” Harbour Master John Smith said. He"
        " added that the boats were old and that nobody had paid for the engines since the war."
        "\n\nThe end of it is near, by his account, and no money is left.\n"
    )
    assert source_of(draft_path(desk)).title == "Ferry talks resume"
    assert statements_of(draft_path(desk))[0].speaker == "John Smith"


def test_a_hyphen_before_a_capital_stays() -> None:
    assert paragraphs(
        ("It lies on the Amu Darya, which one knows as the border, in the Kara-\nKum.",)
    )
    (joined,) = paragraphs(
        ("from the banks of the river on to the sands of the great Kara-\nKum.",)
    )
    assert joined.endswith("Kara- Kum.")


def test_plain_text_is_kept_byte_for_byte_and_its_head_is_read(
    capture: Capture, desk: Path
) -> None:
    data = ("\ufeff" + PLAIN).replace("\n", "\r\n").encode()
    assert capture("-", typed=data).code == 0
    (snapshot,) = (desk / "content" / "sources").iterdir()
    assert snapshot.read_bytes() == data
    source = source_of(draft_path(desk))
    assert (source.title, source.author) == ("Ferry talks resume", ("Ann Example", "Bob Sample"))
    assert source.url == "https://example.com/a/ferry?utm_source=x"
    assert source.published is not None
    assert source.published.text == "2021-07-08"
    (statement,) = statements_of(draft_path(desk))
    assert statement.quote == "We will not wait for another year"


def test_text_in_another_encoding_is_kept_as_utf_8_and_that_is_said(
    capture: Capture, desk: Path
) -> None:
    ran = capture("-", typed="The café said “never again here” on Monday.".encode("windows-1252"))
    assert ran.code == 0
    assert "note[capture-recoded]" in ran.err
    assert "café said “never" in snapshot_of(desk)
    ran = capture("-", typed="Another text entirely: “nobody was there” at all.".encode("utf-16"))
    assert ran.code == 0
    assert "read as utf-16" in ran.err


def test_other_languages_list_their_quotations_without_speakers(
    capture: Capture, desk: Path
) -> None:
    german = (
        "Der Minister sagte am Montag: „Wir warten nicht mehr.“ Er nannte es »ein Spiel mit uns«."
    )
    capture("-", typed=german.encode())
    path = draft_path(desk)
    assert [(each.speaker, each.quote) for each in statements_of(path)] == [
        ("", "Wir warten nicht mehr."),
        ("", "ein Spiel mit uns"),
    ]
    assert "Speakers are looked for in English texts only." in path.read_text(encoding="utf-8")
    assert read_draft(path).title == "Untitled"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Published 2021-07-08 14:00", "2021-07-08"),
        ("8 July 2021", "2021-07-08"),
        ("July 8th, 2021", "2021-07-08"),
        ("Thu, Sept. 9, 2021", "2021-09-09"),
        ("May 1 2021", "2021-05-01"),
        ("8/7/2021", ""),
        ("31 June 2021", ""),
        ("Marching 8 2021", ""),
        ("2021", ""),
    ],
)
def test_a_date_is_taken_where_it_is_plain(line: str, day: str) -> None:
    assert day_in(line) == day


def test_a_locked_pdf_is_told_with_a_way_out(capture: Capture, desk: Path) -> None:
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf("The text."))))
    writer.encrypt("word", algorithm="RC4-128")
    writer.write(desk / "locked.pdf")
    ran = capture("locked.pdf")
    assert ran.code == 1
    assert "error[capture-locked]" in ran.err


def test_a_pdf_of_pictures_is_told(capture: Capture, desk: Path) -> None:
    (desk / "scan.pdf").write_bytes(pdf(""))
    ran = capture("scan.pdf")
    assert ran.code == 1
    assert "There is no text in this PDF" in ran.err


def test_a_library_of_text_is_too_much(capture: Capture) -> None:
    ran = capture("-", typed=b"word " * (LONGEST // 5 + 1))
    assert ran.code == 1
    assert "error[capture-too-large]" in ran.err


def test_an_open_quotation_is_told_with_its_line(capture: Capture) -> None:
    ran = capture("-", typed="Title\n\nHe said: “We go and that is all.\n".encode())
    assert ran.code == 0
    assert "note[quotation-unclosed]" in ran.err
    assert ".txt:3:1\n" in ran.err
