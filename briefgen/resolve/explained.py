"""Whether a site has something that wants to be explained: ratings, quotations, judgments."""

from __future__ import annotations

from briefgen.model.item import Article
from briefgen.resolve.site import Site


def is_explained(site: Site) -> bool:
    """Whether something is rated, quoted or judged, so that there is something to explain."""
    return any(map(speaks, site.articles.values())) or any(
        holding.judgments for holding in site.holdings.values()
    )


def speaks(article: Article) -> bool:
    """Whether an article quotes, or rates its source."""
    source = article.keys.source
    return bool(article.keys.statements or (source and source.rating))
