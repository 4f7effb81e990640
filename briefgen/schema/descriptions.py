"""What each key is for, in the words of somebody who fills it in. An editor shows them."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefgen.model.base import Record

HANDLED = {
    "tlp": "Who may see it: CLEAR, GREEN, AMBER, AMBER+STRICT or RED (first.org/tlp); none for"
    " unmarked and open. Without it `default_tlp` of briefgen.yaml holds.",
    "marking": "A marking of your own, shown beside the label.",
    "audience": "The audiences that may see it; empty: every one whose ceiling allows it.",
    "embargo": "Nobody sees it before this instant.",
    "expires": "Nobody sees it from this instant on.",
    "status": "draft: only with --drafts; published; withdrawn: no longer shown.",
}
ITEM = {
    "title": "The title, as it is shown.",
    "slug": "The name in its address. Without it: the file's name, less a date in front.",
    "lang": "The language of this text, such as en or fa, if it is not the site's.",
    "aliases": "Addresses that it had before; they lead here.",
    "supersedes": "What this one replaces.",
    "corrections": "Dated notes on what was changed, shown wherever the item is.",
    "internal": "Names and notes that only internal audiences see.",
    "reviewer": "Who read it before publication. Private.",
    "silence": "Checks that this item is exempt from: the code, and the reason why.",
}
ARTICLE = {
    "date": "The day of this entry, such as 2021-07-08.",
    "modified": "When it was last changed in substance.",
    "summary": "Two or three sentences of your own: what the source says.",
    "byline": "Who wrote this article, if it is to be shown.",
    "source": "What the article sums up.",
    "statements": "Who said what, word for word.",
    "events": "What happened when.",
    "people": "Names or aliases from entities.yaml, or new ones.",
    "organizations": "Names or aliases from entities.yaml, or new ones.",
    "places": "Names or aliases from entities.yaml, or new ones.",
    "topics": "Subject headings from entities.yaml, or new ones.",
    "section": "The part of the site that it belongs to.",
    "disputes": "Articles that this one contradicts.",
    "related": "Other articles on the same matter, by slug.",
    "duplicates": "Articles on the same report, by slug.",
    "image": "A picture, from the project's root.",
    "image_alt": "What the picture shows, for those who cannot see it.",
    "image_credit": "Whose picture it is.",
    "key_points": "What matters, one sentence each.",
    "relevance": "Why it matters to your readers.",
    "assessment": "Your own view, kept apart from what the source says.",
}
SOURCE = {
    "title": "The headline or title of the source.",
    "publisher": "Who published it.",
    "author": "Who wrote it: one name or several.",
    "published": "When it was published, as exactly as is known: 2021-07-08, 2021-07, 2021.",
    "date_basis": "stated: the date stands in the source; inferred: you worked it out.",
    "accessed": "When you looked it up.",
    "url": "Its address.",
    "archive_url": "The address of a lasting copy.",
    "language": "Its language, such as en, fa or zh-Hant.",
    "type": "What it is, such as webpage, report or speech.",
    "rights": "What may be done with it.",
    "translator": "Who translated it.",
    "rating": "Admiralty code: how reliable the source is, A to F, and how credible what it says,"
    " 1 to 6. F and 6 mean that it cannot be judged.",
    "descriptor": "How the source knows what it says.",
    "snapshot": "The captured text, from the folder of sources. Private.",
    "sha256": "The digest of the captured text, by which a change is noticed. Private.",
}
STATEMENT = {
    "speaker": "Who said it.",
    "role": "In what capacity, as of then.",
    "quote": "The words themselves, exactly as in the source.",
    "translation": "The words in the language of the site.",
    "date": "When it was said.",
    "date_basis": SOURCE["date_basis"],
    "to": "To whom.",
    "via": "Who passed it on.",
    "evidence": "What the speaker based it on.",
    "lang": "The language of the quotation.",
}
EVENT = {
    "date": "When: 2021-07-08, 2021-07~ (about), 2021-07-08/2021-07-09 (from, to).",
    "what": "What happened, in a sentence.",
    "where": "Where.",
    "date_basis": SOURCE["date_basis"],
}
CORRECTION = {
    "date": "The day of the correction.",
    "kind": "correction, clarification, update or retraction.",
    "note": "What was wrong, and what is right.",
}
DISPUTE = {
    "article": "The article that is contradicted, by slug.",
    "quote": "The statement there that is contradicted.",
    "note": "How the two differ.",
}
PACKET = {
    "date": "The day of this packet.",
    "series": "The same word in all packets that follow one another.",
    "number": "Its number in the series.",
    "period": "What it covers, such as 2021-07-08/2021-07-15.",
    "cutoff": "Nothing that was published later is used.",
    "bluf": "Bottom line, up front: what to know if one reads nothing else.",
    "sections": "The articles in titled sections, in their order.",
    "articles": "The articles in their order, without sections.",
    "select": "Take all articles that fit, instead of a list.",
    "key_judgments": "Your judgments, with how likely and how sure.",
    "supersedes": "Packets that this one replaces, by slug.",
    "pdf": "How the brief of this packet differs from `packets` in the settings.",
    "gaps": "What is not known.",
    "watch": "What to look out for.",
    "recommendations": "What you advise.",
    "compiler": "Who put the packet together.",
    "purpose": "Why it was put together.",
    "distribution": "Who gets it. Private.",
}
ENTRY = {
    "article": "The slug of the article.",
    "note": "A word on why it is here.",
    "lead": "Whether it leads the packet.",
}
SECTION = {
    "title": "The heading.",
    "note": "A sentence below the heading.",
    "articles": "Slugs, or groups of article, note and lead.",
}
SELECT = {
    "topics": "Articles with any of these.",
    "places": "Articles with any of these.",
    "people": "Articles with any of these.",
    "publishers": "Articles with any of these.",
    "since": "Not earlier than this.",
    "until": "Not later than this.",
    "limit": "At most so many.",
}
JUDGMENT = {
    "text": "The judgment, in a sentence.",
    "likelihood": "How likely, in the words of ICD 203.",
    "confidence": "How firm its ground is: low, moderate or high.",
    "articles": "What it rests on, by slug.",
    "dissent": "Another view among those who judged.",
}
BRIEF = {
    "paper": "A4 or Letter.",
    "cover": "Whether it has a cover.",
    "contents": "Whether it has a table of contents.",
    "index": "Whether it has an index.",
    "toc_depth": "How deep the table of contents goes.",
    "form": "full; continuous: items follow without page breaks; morning: short.",
    "standard": "PDF/UA-1; or PDF/A-3a, for archives, which is made and not verified.",
    "attach": "The packet's data to put into the file: json, csl-json.",
}
PAGE = {"summary": "One sentence, for lists and search engines."}
ENTITIES = {
    "people": "Persons, each a name or a group of keys.",
    "organizations": "Organizations, each a name or a group of keys.",
    "places": "Places, each a name or a group of keys.",
    "topics": "Topics, each a name or a group of keys.",
}
ENTITY = {
    "name": "The heading under which it stands.",
    "slug": "The name in its address, if not made of `name`.",
    "sort": "The name as an index files it, such as Kabulov, Zamir.",
    "aliases": "Other names, all of which lead to it.",
    "description": "A line on what it is.",
    "same_as": "Addresses that say what is meant, such as of Wikidata.",
}
SITE = {
    "title": "The title of the site.",
    "tagline": "One line below the title.",
    "base_url": "The address at which the site will stand. Feeds and the sitemap need it.",
    "language": "The language of the site, such as en, fa or de.",
    "timezone": "The zone of times that name none, such as UTC or Europe/Berlin.",
    "theme": "How it looks: `default`, or a folder in themes/.",
    "theme_options": "What the theme lets you choose; its theme.yaml names it.",
    "system_fonts": "Whether briefs may use this machine's fonts. They then differ elsewhere.",
    "audiences": "Who reads: a name for each audience, with its ceiling.",
    "default_audience": "For whom to build if nobody is named.",
    "default_tlp": "The label of what bears none. Without it, each item needs its own.",
    "nav": "The menu: names of lists, slugs of pages, or groups of title and url.",
    "sources_dir": "The folder of captured texts. It may lie outside the project.",
    "checks": "How a check reports: its code, and error, warning or off.",
    "field_aliases": "Your own names for keys, such as `description: summary`.",
    "content": "Which files are content, if they lie elsewhere.",
    "slug_from": "Where slugs come from: stem (the file's name) or path (its folders too).",
    "date_from": "Where a date comes from that is not stated: field (nowhere) or file name.",
    "markdown": "Extensions of Markdown, and HTML in it, each yes or no.",
    "packets": "How briefs are laid out, unless a packet says otherwise.",
    "limits": "Bounds that keep a mistake from stopping the machine.",
    "deploy": "What may be put on a server.",
    "mail": "What may be sent by mail.",
    "withdrawn": "What stands at the address of a withdrawn item: remove (nothing) or tombstone.",
    "not_secret": "Words that also stand in something withheld, and may be read all the same.",
}
MAIL_OUTLET = {
    "sender": "Who sends it, such as `Ada <ada@example.org>`.",
}
OUTLET = {
    "ceiling": "The strictest label that may leave this way.",
    "audiences": "The audiences whose output may; without them, the default one.",
}
AUDIENCE = {
    "ceiling": "The strictest label that it sees.",
    "internal": "Whether it also sees what is marked as internal.",
}
NAV = {
    "title": "What the entry says.",
    "page": "The name of a list, or the slug of a page.",
    "url": "An address, for an entry that leads elsewhere.",
}
CONTENT = {
    "articles": "Globs from the project's root; `**/` stands for any number of folders.",
    "packets": "Globs from the project's root.",
    "pages": "Globs from the project's root.",
    "entities": "The file of people, organizations, places and topics.",
}
LIMITS = {
    "file_size": "The longest file that is read, in bytes.",
    "nesting": "How deep lists and quotations may lie in one another.",
    "yaml_aliases": "How often a file may refer to an anchor.",
    "quoted_of_article": "How much of an article may be quotation, in per cent of its words.",
    "quoted_of_source": "How much of a source an article may quote, in per cent of its words.",
    "brief_seconds": "The longest that the making of one brief may take.",
    "brief_memory": "How much memory it may take, in megabytes.",
    "copied_words": "From how many words of the source in a row on, without quotation marks, a "
    "text counts as copied; at least 8.",
    "copied_lede": "How like the summary’s first sentence may be to the source’s, in per cent.",
}
THEME = {
    "name": "The name of the theme, that of its folder.",
    "extends": "The theme in which what this one lacks is looked up.",
    "stylesheet": "The static file that takes the options, for pages.",
    "print_stylesheet": "The static file that takes the options, for briefs.",
    "styles": "Static files that pages load after those of the theme that this one extends.",
    "print_styles": "Static files that briefs load after those of the theme that this one extends.",
    "options": "What a site may choose in `theme_options`.",
}
OPTION = {
    "type": "color (#rrggbb), length (with px, rem, em, pt, mm or cm), font, boolean, image (a "
    "static file) or text.",
    "default": "What holds if the site chooses nothing.",
    "dark": "The same for a dark screen.",
    "grounds": "Colours with which a site's colour needs a contrast of 4.5 to 1.",
    "dark_grounds": "The same for a dark screen.",
    "help": "What the option does.",
}
CITED_DATA = {
    "slug": "Its slug.",
    "title": "Its title.",
    "url": "The address of its page; from the root of the site where that has no address.",
}
WRITTEN = {
    "lang": "Its language (BCP 47).",
    "label": "The label that it bears.",
    "corrections": "Dated notes on what was changed, latest first.",
    "superseded_by": "What replaces it.",
}
LABEL_DATA = {
    "tlp": "The label of TLP 2.0, without `TLP:`; left out where there is none.",
    "marking": "A further marking.",
}
PROOF_DATA = {
    "checked": "How many quotations were looked for in the captured text.",
    "proven": "How many of them stand there, word for word.",
    "sha256": "The digest of that text.",
}
PACKET_DATA = {
    "format": "What this file is.",
    "version": "The version of the format: it changes when a key changes its meaning.",
    "site": "Where the packet was published.",
    "articles": "The articles of the packet, in its order.",
    "sections": "The sections, in their order, with articles by slug.",
    "key_judgments": "The judgments, with how likely and how sure.",
}
JUDGMENT_DATA = {
    "number": "Its number in the packet, from 1.",
    "percent": "The bounds of `likelihood` in per cent (ICD 203).",
}
STATEMENT_DATA = {
    "verbatim": "Whether it stands word for word in the captured text; left out if none is kept.",
}
DISPUTE_DATA = {
    "article": "The other article.",
    "quote": "The words that are contradicted.",
    "note": "How the two differ.",
}

# By the name of the record.
DESCRIPTIONS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "ArticleFace": HANDLED | ITEM | ARTICLE,
        "ArticleBody": ITEM | ARTICLE,
        "Source": SOURCE,
        "Statement": STATEMENT,
        "Event": EVENT,
        "Correction": CORRECTION,
        "Dispute": DISPUTE,
        "PacketFace": HANDLED | ITEM | PACKET,
        "PacketBody": ITEM | PACKET,
        "Entry": ENTRY,
        "Section": SECTION,
        "Select": SELECT,
        "Judgment": JUDGMENT,
        "BriefOptions": BRIEF,
        "BriefChoices": BRIEF,
        "PageFace": HANDLED | ITEM | PAGE,
        "PageBody": ITEM | PAGE,
        "Entities": ENTITIES,
        "Entity": ENTITY,
        "Settings": SITE,
        "Audience": AUDIENCE,
        "NavItem": NAV,
        "Content": CONTENT,
        "Limits": LIMITS,
        "Outlet": OUTLET,
        "MailOutlet": OUTLET | MAIL_OUTLET,
        "Theme": THEME,
        "ThemeOption": OPTION,
        "PacketData": HANDLED | ITEM | PACKET | CITED_DATA | WRITTEN | PACKET_DATA,
        "ArticleData": HANDLED
        | ITEM
        | ARTICLE
        | CITED_DATA
        | WRITTEN
        | {
            "disputes": "Articles that this one contradicts.",
            "disputed_by": "Articles that contradict this one.",
        },
        "SourceData": SOURCE
        | {"proof": "What became of the quotations when they were looked for."},
        "ProofData": PROOF_DATA,
        "StatementData": STATEMENT | STATEMENT_DATA,
        "EventData": EVENT,
        "DisputeData": DISPUTE_DATA,
        "CorrectionData": CORRECTION,
        "JudgmentData": JUDGMENT | JUDGMENT_DATA,
        "SectionData": SECTION,
        "EntryData": ENTRY | {"number": "Its number in the packet, from 1."},
        "CitedData": CITED_DATA,
        "LabelData": LABEL_DATA,
        "SiteData": {"title": "Its title.", "url": "Its address, if it has one."},
    }
)


def describe(record: type[Record], field: str) -> str:
    """What the field of this record is for; nothing where its name says it all."""
    return DESCRIPTIONS.get(record.__name__, {}).get(field, "")
