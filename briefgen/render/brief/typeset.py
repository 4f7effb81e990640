"""One brief, from HTML to PDF: the only place where WeasyPrint is called."""

from __future__ import annotations

import warnings
from functools import partial
from typing import TYPE_CHECKING

from PIL import Image
from weasyprint import HTML

from briefgen.diagnostics import Diagnostic, has_errors, in_order
from briefgen.render.brief.attach import attachments
from briefgen.render.brief.catalog import write_catalog
from briefgen.render.brief.fetcher import ORIGIN, LockedFetcher
from briefgen.render.brief.figures import whole_words
from briefgen.render.brief.glyphs import missing_glyphs, undrawn_glyphs
from briefgen.render.brief.html import prepare
from briefgen.render.brief.job import BriefJob, BriefResult, Lacking
from briefgen.render.brief.layout.compose import compose
from briefgen.render.brief.layout.limit import check_length
from briefgen.render.brief.messages import Messages
from briefgen.render.brief.tags.finish import finisher
from briefgen.render.brief.tags.letters import Letters
from briefgen.render.brief.tags.record import Recorder

if TYPE_CHECKING:
    import pydyf
    from weasyprint import Document

# What WeasyPrint calls the standards. Of those for archives only this one lets a file be tagged and
# carry other files.
UNIVERSAL, ARCHIVAL = "pdf/ua-1", "pdf/a-3a"


def typeset(job: BriefJob) -> BriefResult:
    """The brief of `job`. What WeasyPrint throws is not caught here."""
    # Pillow only warns of a picture that would fill the memory; the fetcher refused those already,
    # and this stands behind it for pictures inside pictures.
    Image.MAX_IMAGE_PIXELS = job.limits.pixels
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    fetcher = LockedFetcher(job)
    variant = ARCHIVAL if job.archival else UNIVERSAL
    with Messages(job, fetcher) as messages:
        found = messages.found
        html = HTML(string=with_options(job), base_url=ORIGIN, url_fetcher=fetcher)
        found.extend(prepare(html.etree_element, job))
        if has_errors(tuple(found)):
            return _failed(job, fetcher, found)
        document = compose(html, variant)
        found.extend(check_length(job, document, html.etree_element))
        lacking: tuple[Lacking, ...] = ()
        if not job.system_fonts:
            lacking = missing_glyphs(job, html.etree_element, fetcher.fonts)
        if lacking or has_errors(tuple(found)):
            return _failed(job, fetcher, found, lacking)
        recorder, letters = Recorder(), Letters()
        with whole_words(), recorder.watching(), letters.watching():
            pdf = document.write_pdf(
                finisher=partial(_finish, job, recorder, letters),
                pdf_variant=variant,
                pdf_identifier=True,
                attachments=attachments(job),
            )
    found.extend(messages.resources())
    lacking = undrawn_glyphs(job, html.etree_element, messages.undrawn)
    if lacking or has_errors(tuple(found)):
        return _failed(job, fetcher, found, lacking)
    return BriefResult(
        path=job.path,
        pdf=pdf,
        asked=tuple(sorted(fetcher.asked.items())),
        diagnostics=in_order(found),
        pages=len(document.pages),
    )


def _finish(
    job: BriefJob, recorder: Recorder, letters: Letters, document: Document, pdf: pydyf.PDF
) -> None:
    finisher(recorder, letters, document, pdf)
    write_catalog(pdf, job.meta, job.digest, archival=job.archival)


def with_options(job: BriefJob) -> str:
    """The HTML with the theme's options after its style sheets, so that they win."""
    if not job.options_css:
        return job.html
    head, mark, rest = job.html.partition("</head>")
    return f"{head}<style>{job.options_css}</style>{mark}{rest}"


def _failed(
    job: BriefJob,
    fetcher: LockedFetcher,
    found: list[Diagnostic],
    lacking: tuple[Lacking, ...] = (),
) -> BriefResult:
    return BriefResult(
        path=job.path,
        asked=tuple(sorted(fetcher.asked.items())),
        diagnostics=in_order(found),
        lacking=lacking,
    )
