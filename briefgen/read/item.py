"""Items: Markdown files with front matter become articles, packets and pages."""

from __future__ import annotations

import functools
from typing import Any, NamedTuple

import msgspec

from briefgen.diagnostics import has_errors
from briefgen.model.article import ArticleBody, ArticleFace
from briefgen.model.base import digest_value
from briefgen.model.dates import Moment
from briefgen.model.item import Body, Face, Kind
from briefgen.model.marks import Mark
from briefgen.model.packet import PacketBody, PacketFace
from briefgen.model.page import PageBody, PageFace
from briefgen.model.settings import DateFrom
from briefgen.read.anchors import prefix_of
from briefgen.read.convert.aliases import apply_aliases
from briefgen.read.convert.records import Plan, convert_records, plan_of
from briefgen.read.convert.values import Scene
from briefgen.read.dates.moment import parse_moment
from briefgen.read.decode import decode
from briefgen.read.findings import Complaint, Findings
from briefgen.read.front import Parts, split_front
from briefgen.read.mapping import root_mapping
from briefgen.read.markdown.text import Place, render_text
from briefgen.read.naming import date_in, name_of, slug_of
from briefgen.read.quoted import quoted_fields, quoted_in_packet
from briefgen.read.reading import Reading, ReadItem
from briefgen.read.suggest import did_you_mean
from briefgen.read.yaml.parse import parse_yaml

KEYS_LINE = 2  # the front matter's keys begin below its first line


class Keys(NamedTuple):
    """The two halves of an item's front matter."""

    face: Any
    body: Any


@functools.cache
def item_plan(kind: Kind) -> Plan:
    """How the two halves of an item are made of its front matter."""
    if kind is Kind.ARTICLE:
        return plan_of(ArticleFace, ArticleBody)
    if kind is Kind.PACKET:
        return plan_of(PacketFace, PacketBody)
    return plan_of(PageFace, PageBody)


def read_item(kind: Kind, path: str, data: bytes, reading: Reading) -> ReadItem:
    """The item of one file. `path` is from the project's root, with forward slashes."""
    findings = Findings(path)
    item = _gather(kind, path, data, reading, findings)
    diagnostics = findings.report()
    if item is None or has_errors(diagnostics):
        return ReadItem(diagnostics=diagnostics)
    return msgspec.structs.replace(item, diagnostics=diagnostics)


def _gather(
    kind: Kind, path: str, data: bytes, reading: Reading, findings: Findings
) -> ReadItem | None:
    source = decode(data, reading.limits.file_size, findings)
    parts = None if source is None else split_front(source, findings)
    if source is None or parts is None:
        return None
    keys = _keys(kind, parts, reading, findings)
    face: Any = keys.face if keys else None
    slug = (face.slug if face else "") or _slug(kind, path, reading, findings)
    place = Place(
        path=path,
        first_line=parts.body_line,
        prefix=prefix_of(kind, slug),
        language=(face.lang if face else "") or reading.language,
        quoting=kind is not Kind.PAGE,
    )
    made = render_text(parts.body, place, reading, findings)
    if keys is None:
        return None
    if reading.date_from is DateFrom.FILE_NAME:
        face = _dated(face, path, reading, findings)
    quoted = made.quoted
    if kind is Kind.ARTICLE:
        quoted = (*quoted_fields(keys.face, keys.body, parts.keys, findings.marks), *quoted)
    elif kind is Kind.PACKET:
        quoted = (*quoted_in_packet(keys.face, parts.keys, findings.marks), *quoted)
    body: Body[Any] = Body(keys=keys.body, text=made.text, marks=findings.marks, quoted=quoted)
    # Without the marks: a comment in the front matter moves them, and changes nothing else.
    content = digest_value((keys.body, made.text))
    return ReadItem(
        face=Face(
            kind=kind,
            path=path,
            slug=slug,
            keys=face,
            links=made.links,
            pictures=made.pictures,
            body=content,
        ),
        body=body,
        text=source,
        markdown=parts.body,
    )


def _keys(kind: Kind, parts: Parts, reading: Reading, findings: Findings) -> Keys | None:
    limits = reading.limits
    root = parse_yaml(parts.keys, KEYS_LINE - 1, reading.nesting, limits.yaml_aliases, findings)
    mapping = root_mapping(root, 1, findings)
    if mapping is None:
        return None
    plan = item_plan(kind)
    if reading.field_aliases:
        mapping = apply_aliases(mapping, reading.field_aliases, plan.converters, findings)
    scene = Scene(timezone=reading.timezone, findings=findings)
    made = convert_records(plan, mapping, "", scene)
    if not made:
        return None
    keys = Keys(*made)
    _check_silences(keys.body.silence, reading, findings)
    return keys


def _check_silences(silences: dict[str, str], reading: Reading, findings: Findings) -> None:
    """Who calls cannot always say which codes there are; then nothing is checked."""
    for code in silences if reading.silenceable else ():
        if code not in reading.silenceable:
            findings.warning(
                "check-unknown",
                f"There is no check “{code}” that can be silenced.",
                findings.marks[f"silence.{code}@key"],
                did_you_mean(code, reading.silenceable),
            )


def _slug(kind: Kind, path: str, reading: Reading, findings: Findings) -> str:
    slug = slug_of(kind, path, reading)
    if not slug and "slug" not in findings.marks:
        findings.error(
            "slug-missing",
            "The name of this file has no letter or digit to make an address of.",
            Mark(line=1, column=1),
            "Rename the file, or add a `slug:` to it.",
        )
    return slug


def _dated(face: Any, path: str, reading: Reading, findings: Findings) -> Any:  # noqa: ANN401  any of three faces
    """The keys with the date of the file's name, where they have none."""
    if "date" not in face.__struct_fields__ or face.date is not None:
        return face
    date = date_in(name_of(path))
    moment = parse_moment(date, reading.timezone) if date else None
    if isinstance(moment, Complaint):
        message = f"The date in the file’s name {moment.message}"
        findings.error(moment.code, message, Mark(line=1, column=1), moment.hint)
    return msgspec.structs.replace(face, date=moment) if isinstance(moment, Moment) else face
