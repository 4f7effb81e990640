"""What surrounds a page: the site, its navigation, the label, the place in the tree."""

from __future__ import annotations

from briefgen.model.base import Record
from briefgen.plan.views.parts import LabelView, Ref


class NavView(Record):
    """An entry of the navigation. `name` tells which list or page it is, to mark the current one;
    `external` addresses are whole and take no root.
    """

    name: str
    title: str
    href: str
    external: bool = False


class SiteView(Record):
    """What is the same on every page. `dir` is "ltr" or "rtl". `ratings` leads to the page that
    explains ratings and the method, where there is something rated or quoted, `timeline` to the
    timeline, where something is dated. `corrections` leads to the ledger of corrections, where
    there is one, `corrections_feed` to its feed, `feed` to that of all: as Atom; a JSON Feed of the
    same name lies beside each. `options` are the theme's, resolved and typed as the theme declares
    them.
    """

    title: str
    tagline: str
    lang: str
    dir: str
    nav: tuple[NavView, ...] = ()
    feed: str = "feed.xml"
    ratings: str = ""
    timeline: str = ""
    corrections: str = ""
    corrections_feed: str = ""
    options: dict[str, str] = {}
    generator: str = "briefgen"


class Frame(Record):
    """`root` leads from this page to the site's root ("", "../"). `title` is the page's own,
    without the site's. `canonical` is the absolute address, empty where the settings name no
    `base_url`. `current` is the `name` of the navigation's entry to which the page belongs.
    """

    root: str
    path: str
    title: str
    description: str = ""
    canonical: str = ""
    label: LabelView = LabelView()
    current: str = ""
    alternates: tuple[Ref, ...] = ()
    lang: str = ""
    dir: str = ""
