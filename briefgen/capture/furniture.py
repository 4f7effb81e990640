"""The words by which one knows what stands around the text of a web page."""

from __future__ import annotations

import functools
import re

_FURNITURE: dict[str, tuple[str, ...]] = {
    "comment furniture": (
        r"issues with commenting",
        r"\b(?:leave|post|add|write|submit) (?:a|your) (?:comment|reply)\b",
        r"^\W*\d[\d,.]* comments?\W*$",
        r"^\W*comments?\W*$",
        r"\bcomments? (?:are|is) (?:closed|off|moderated)",
        r"\b(?:log|sign) in to (?:comment|reply)",
        r"\bjoin the (?:conversation|discussion)",
        r"\b(?:view|show|load|see) (?:all |more )?comments\b",
        r"\breport (?:this )?comment\b",
    ),
    "cookie notice": (
        r"\bcookies?\b.{0,80}\b(?:accept|consent|policy|settings|preferences|agree|experience)\b",
        r"\b(?:accept|reject|manage|uses?|using)\b.{0,30}\bcookies?\b",
        r"\bwe value your privacy\b",
        r"^\W*privacy (?:policy|preferences|settings|notice)\b",
    ),
    "subscription notice": (
        r"\b(?:sign up|subscribe)\b.{0,40}\b(?:newsletter|now|today|here|updates|alerts)\b",
        r"^\W*subscribe\W*$",
        r"\balready a subscriber\b",
        r"\bsubscribers only\b",
        r"\bto continue reading\b",
        r"\bcreate a free account\b",
    ),
    "links to other pages": (
        r"^\W*(?:read (?:more|next|also)|see also|more on|you may also like)\b",
        r"^\W*related(?: articles?| stor(?:y|ies)| topics?)?\W*(?::|$)",
        r"^\W*(?:most (?:read|popular)|trending(?: now)?|recommended(?: for you)?)\W*(?::|$)",
    ),
    "sharing buttons": (
        r"^\W*share(?: this)?(?: article| story| page)?\W*$",
        r"^\W*(?:tweet|print(?: this)?(?: page)?|email this)\W*$",
        r"\bfollow us on\b",
        r"^\W*share (?:this |on |via )",
    ),
    "advertisement": (r"^\W*(?:advertisement|sponsored(?: content)?|promoted|ad)\W*$",),
    "legal furniture": (
        r"^\W*(?:©|\(c\)|copyright\b)",
        r"\ball rights reserved\b",
        r"^\W*terms of (?:use|service)\b",
    ),
    "page furniture": (
        r"^\W*(?:skip to (?:main )?content|menu|search|home|back to top|loading)\W*$",
        r"\benable javascript\b",
        r"\byour browser\b.{0,40}\bsupport",
    ),
    "caption or credit of a picture": (
        r"^\W*(?:photo|image|picture|file photo|caption|credit)\b.{0,12}[:/]",
        r"\(photo by\b",
        r"\bgetty images\b",
        r"/(?:afp|reuters|ap)(?:\W|$)",
    ),
    "page number": (r"^\W*(?:page )?\d{1,4}(?: of \d{1,4})?\W*$",),
}


@functools.cache
def patterns() -> dict[str, re.Pattern[str]]:
    """What is said of a line, and the pattern of such lines."""
    return {
        reason: re.compile("|".join(each), re.IGNORECASE) for reason, each in _FURNITURE.items()
    }
