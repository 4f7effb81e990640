"""List every artifact of the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from briefgen.model.finding import Finding
from briefgen.model.proof import Proofs
from briefgen.model.request import Search
from briefgen.model.settings import Settings
from briefgen.plan.archive import plan_archive
from briefgen.plan.article import plan_articles
from briefgen.plan.artifact import Artifact
from briefgen.plan.brief import plan_briefs
from briefgen.plan.context import Context
from briefgen.plan.corrections import plan_corrections, plan_corrections_feeds
from briefgen.plan.data import plan_data
from briefgen.plan.feeds import (
    changes,
    plan_feeds,
    plan_sitemap,
    plan_small_files,
    sitemap_entry,
)
from briefgen.plan.frames import site_view
from briefgen.plan.home import plan_home, plan_missing, plan_pages, plan_redirects
from briefgen.plan.packet import plan_packets
from briefgen.plan.ratings_page import plan_ratings
from briefgen.plan.search import plan_index, plan_search
from briefgen.plan.statements import plan_statements
from briefgen.plan.terms import plan_terms
from briefgen.plan.timeline_pages import plan_timeline
from briefgen.plan.views.feeds import SitemapEntry
from briefgen.plan.withdrawn import plan_withdrawn
from briefgen.resolve.since import Since
from briefgen.resolve.site import Site
from briefgen.words import Words

# The template of a former address.
REDIRECT = "redirect.html"


def plan_site(  # noqa: PLR0913  all that a site is made from
    site: Site,
    settings: Settings,
    options: dict[str, str],
    spoken: tuple[Words, Mapping[str, Words]],
    encoder: str,
    proofs: Proofs,
    since: Mapping[str, Since],
    *,
    briefs: bool,
    search: Search,
) -> Iterator[Artifact]:
    """Every artifact, one after the other, so that they need never be in memory together. `spoken`
    are the words of the site, and those of briefs in other languages, by language; `encoder` is the
    digest of what pictures are made with; of `proofs` only those of published articles are asked
    for; `since` is what is different in packets, by slug, from those before them.
    """
    words, others = spoken
    view = site_view(site, settings, options, words)
    context = Context(
        site, settings, words, view, encoder, proofs, since, briefs=briefs, search=search
    )
    tongues = {language: context.speaking(language, theirs) for language, theirs in others.items()}
    yield from context.media.artifacts()
    entries: list[SitemapEntry] = []
    changed = changes(context)
    for page in _pages(context):
        entries.extend(sitemap_entry(page, changed))
        yield page
    yield from plan_data(context)
    yield from plan_feeds(context)
    yield from plan_corrections_feeds(context)
    yield from plan_sitemap(context, entries)
    yield from plan_small_files(context)
    yield from plan_briefs(context, tongues)
    yield from plan_index(context)


def _pages(context: Context) -> Iterator[Artifact]:
    yield from plan_articles(context)
    yield from plan_packets(context)
    yield from plan_pages(context)
    yield from plan_withdrawn(context)
    yield from plan_archive(context)
    yield from plan_terms(context)
    yield from plan_statements(context)
    yield from plan_timeline(context)
    yield from plan_corrections(context)
    yield from plan_ratings(context)
    yield plan_home(context)
    yield plan_search(context)
    yield plan_missing(context)
    yield from plan_redirects(context)


def path_findings(artifacts: Iterable[Artifact], paths: dict[str, str]) -> Iterable[Finding]:
    """Two artifacts that want one path. `paths` maps an item's id to its file. Names that differ
    only in case collide too: some file systems know no other way.
    """
    taken: dict[str, Artifact] = {}
    for artifact in artifacts:
        key = artifact.path.casefold()
        other = taken.setdefault(key, artifact)
        if other is not artifact:
            # Who asks for an address by an alias can give way more easily.
            one, rest = (other, artifact) if other.template == REDIRECT else (artifact, other)
            item, holder = (each.items[0] if each.items else "" for each in (one, rest))
            of = f" The other is that of {paths[holder]}." if holder in paths else ""
            yield Finding(
                code="path-taken",
                message=f"Two pages want the address “{one.path}”.{of}",
                item=item,
                path=paths.get(item, ""),
                field="aliases" if one.template == REDIRECT else "",
                hint="Give this item another `slug`, or change its `aliases`.",
            )
