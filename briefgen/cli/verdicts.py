"""What `verify` found out, for people and for programs."""

from __future__ import annotations

import datetime
import json

from briefgen.cli.report.cells import plain
from briefgen.cli.report.summing import counted
from briefgen.cli.shown import shown
from briefgen.deliver.verdict import BriefVerdict, FolderVerdict, Sequel, Standing
from briefgen.model.article import Correction

HIDDEN = "an item that a log does not name"


def folder_text(verdict: FolderVerdict) -> str:
    """One line, or two."""
    if not verdict.holds:
        return f"{plain(shown(verdict.folder))}: it does not hold.\n"
    others = f" {counted(verdict.others, 'file')} beside them did not come from briefgen."
    return (
        f"{plain(shown(verdict.folder))}: {counted(verdict.files, 'file')} for"
        f" {plain(verdict.audience)}, each as it was built.{others if verdict.others else ''}\n"
    )


def brief_text(verdict: BriefVerdict, *, names: bool) -> str:
    """When it was sent and to whom, and what became of it. Without `names` what is withheld now is
    not named.
    """
    issue, packet = verdict.issue, verdict.packet
    what = _name(packet, names=names)
    sent = f"sent to {plain(issue.audience)} on {_when(issue.issued)}"
    rows = [f"{plain(shown(verdict.file))}: {what}, {sent}."]
    if not verdict.known_now:
        rows.append("There is no such audience any more, so what became of it cannot be told.")
        return "".join(f"{row}\n" for row in rows)
    rows.append(
        "Nothing later was sent of this packet."
        if verdict.current
        else f"It is not the last of this packet: that was sent on {_when(verdict.latest.issued)}."
    )
    if verdict.superseded_by:
        rows.append(f"Another packet takes its place: {plain('; '.join(verdict.superseded_by))}.")
    rows.extend(_about(packet, "The packet", names=names))
    for item in verdict.items:
        rows.extend(_about(item, _name(item, names=names), names=names))
    same = sum(_untouched(item) for item in verdict.items)
    if same:
        rows.append(f"{counted(same, 'item')} as {'it was' if same == 1 else 'they were'}.")
    return "".join(f"{row}\n" for row in rows)


def _about(sequel: Sequel, name: str, *, names: bool) -> list[str]:
    """What is to be told of an item: nothing if nothing happened to it."""
    secret = sequel.standing is Standing.WITHHELD and not names
    rows = []
    if sequel.standing is Standing.GONE:
        rows.append(f"  {name}: its file is gone, or cannot be read.")
    if sequel.standing is Standing.WITHHELD:
        reason = "" if secret else f": {plain(sequel.reason)}"
        rows.append(f"  {name}: the audience may not see it any more{reason}.")
    if sequel.parts and not secret:
        listed = ", ".join(part.replace("_", " ") for part in sequel.parts)
        rows.append(f"  {name}: reads otherwise now ({listed}).")
    if not secret:
        rows.extend(
            f"  {name}: {each.kind.value}, {each.date.text}: {plain(each.note)}"
            for each in sequel.corrections
        )
    return rows


def _untouched(sequel: Sequel) -> bool:
    return sequel.standing is Standing.SAME and not sequel.corrections


def _name(sequel: Sequel, *, names: bool) -> str:
    if sequel.standing is Standing.WITHHELD and not names:
        return HIDDEN
    return f"“{plain(sequel.title)}” ({sequel.slug})" if sequel.title else sequel.slug


def _when(at: datetime.datetime) -> str:
    return f"{at.astimezone(datetime.UTC):%Y-%m-%d %H:%M} UTC"


def folder_json(verdict: FolderVerdict) -> str:
    """One object on one line."""
    told = {
        "type": "folder",
        "folder": verdict.folder,
        "audience": verdict.audience,
        "files": verdict.files,
        "others": verdict.others,
        "holds": verdict.holds,
    }
    return json.dumps(told)


def brief_json(verdict: BriefVerdict) -> str:
    """One object on one line; `standing` as in `briefgen.deliver.verdict.Standing`."""
    issue = verdict.issue
    told = {
        "type": "brief",
        "file": verdict.file,
        "brief": issue.brief,
        "ledger": verdict.path,
        "issued": issue.issued.isoformat(),
        "audience": issue.audience,
        "current": verdict.current,
        "latest": verdict.latest.issued.isoformat(),
        "superseded_by": list(verdict.superseded_by),
        "known_now": verdict.known_now,
        "packet": _sequel_object(verdict.packet),
        "items": [_sequel_object(item) for item in verdict.items],
    }
    return json.dumps(told)


def _sequel_object(sequel: Sequel) -> dict[str, object]:
    return {
        "slug": sequel.slug,
        "title": sequel.title,
        "standing": sequel.standing.value,
        "parts": list(sequel.parts),
        "corrections": [_correction_object(each) for each in sequel.corrections],
        "reason": sequel.reason,
    }


def _correction_object(correction: Correction) -> dict[str, str]:
    return {
        "date": correction.date.text,
        "kind": correction.kind.value,
        "note": correction.note,
    }
