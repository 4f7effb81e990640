"""What the file says of itself beside what WeasyPrint writes: page labels, and more metadata.

The page label is the number that a viewer shows and goes to: that of the folio, on the cover too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import pydyf

from briefgen.render.brief.job import IDENTIFIER

if TYPE_CHECKING:
    from briefgen.plan.views.brief import BriefMeta

END = b"</rdf:RDF>"

DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"'

# PDF/A allows no property that neither it nor the file describes (ISO 19005-3, 6.6.2.3).
DESCRIBES_UA = """<rdf:Description rdf:about=""
 xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that is kept</pdfaProperty:description></rdf:li>
</rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfuaid:part="1"/>"""


def write_catalog(pdf: pydyf.PDF, meta: BriefMeta, digest: str, *, archival: bool) -> None:
    """Add to the catalogue of a document that is about to be written."""
    pdf.catalog["PageLabels"] = pydyf.Dictionary(
        {"Nums": pydyf.Array([0, pydyf.Dictionary({"S": "/D"})])}
    )
    more = describe(meta, digest) + (DESCRIBES_UA if archival else "")
    stream = pdf.objects[int(pdf.catalog["Metadata"].split()[0])]
    (packet,) = stream.stream
    stream.stream = [packet.replace(END, more.encode() + END)]


def describe(meta: BriefMeta, digest: str) -> str:
    """Dublin Core: the language, each keyword by itself, who may read it, and the digest by which
    `verify` knows it again.
    """
    lang = quoteattr(meta.lang)
    parts = [f"<dc:language><rdf:Bag><rdf:li>{escape(meta.lang)}</rdf:li></rdf:Bag></dc:language>"]
    if meta.keywords:
        words = "".join(f"<rdf:li>{escape(word)}</rdf:li>" for word in meta.keywords)
        parts.append(f"<dc:subject><rdf:Bag>{words}</rdf:Bag></dc:subject>")
    if meta.rights:
        rights = escape(meta.rights)
        both = f'<rdf:li xml:lang="x-default">{rights}</rdf:li><rdf:li xml:lang={lang}>{rights}'
        parts.append(f"<dc:rights><rdf:Alt>{both}</rdf:li></rdf:Alt></dc:rights>")
    if meta.address:
        parts.append(f"<dc:source>{escape(meta.address)}</dc:source>")
    if digest:
        parts.append(f"<dc:identifier>{IDENTIFIER}{digest}</dc:identifier>")
    return f'<rdf:Description rdf:about="" {DC}>{"".join(parts)}</rdf:Description>'
