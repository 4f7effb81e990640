"""`docs/themes.md`: what a template can see, written from the records themselves.

python -m briefgen.plan.handbook > docs/themes.md
"""

from __future__ import annotations

import importlib
import inspect
import os
import re
import sys
import typing
from collections.abc import Iterable
from types import ModuleType

from briefgen import files
from briefgen.model.base import Record
from briefgen.read.catalogue import read_catalogue
from briefgen.scan.theme import (
    BUILT_IN,
    ThemeFolder,
    built_in_themes,
    catalogue_languages,
    catalogue_path,
)
from briefgen.words import locale_of

MODULES = (
    "frame",
    "parts",
    "media",
    "sources",
    "terms",
    "corrections",
    "pages",
    "statements",
    "ratings",
    "timeline",
    "brief",
    "search",
    "mail",
)
LANGUAGES, BLOCKS = "@LANGUAGES@", "@BLOCKS@"
BLOCK = re.compile(r"\{%-? block (\w+)")
OPENING = """\
# Writing a theme

A theme is a folder in `themes/` with a `theme.yaml`, `templates/` and `static/`. What it lacks
is looked up in the theme that it `extends`, and at last in the built-in one, so a theme may be
a single file. A template that begins with `{% extends "default:article.html" %}` extends the
one that it overrides.

Templates are Jinja2. They see views and nothing else, and an undefined name is an error that
names the template and its line. So is a value of several parts that is printed as a whole, for
all that it holds would stand on the page: name the part. A page has four names:

- `site`, a `SiteView`: what is the same on every page;
- `frame`, a `Frame`: what surrounds this page;
- `page`: the page's own view, named below;
- `content`: the bodies, where a text is shown.

A mail has `page` alone, a `MailView`. Mail programs drop style sheets, so styles stand on the
elements. In `mail.txt` nothing is markup.

A brief has `page`, a `BriefView`, and `content` with `packet` (a `PacketContent`), `items`
(an `ArticleContent` for each slug) and `colophon` (a `Colophon`).

Addresses in views are from the root of the site: write `{{ frame.root }}{{ card.href }}`.
`asset('style.css')` gives the address of a static file under a name that changes with its
content (`style.css` is all `styles` of the themes in one); style sheets refer to other files by
paths relative to themselves. Everything is escaped save `{{ content.html|safe }}`.
`linked_data(site, frame, page)` is what the page says of itself to programs (JSON-LD), ready to
stand in `<script type="application/ld+json">`.

**Words.** What a page says by itself stands in catalogues, one for each language, in the form
of gettext: `words/fr.po` in the folder of a theme. `say.key` is a word, `say.kinds.update` one of
a family. A word with places is called, `say.entered(date=ui.date(page.date))`; so is one whose
form hangs on a number, which comes first: `say.n_articles(page.count)`. In briefs and mails `w`
has the words under `brief.`, and where there is none of a name, the one of pages. `{{ 3|num }}`
writes a number in the digits of the language, `{{ names|listed }}` joins with commas and “and”.

A site is in the `language` of its settings. Each word is looked for in that (`fa-AF`), in the
language that it is a variety of (`fa`), and in English, and in each of them in the nearest theme
first. So a theme, or a site with one of its own (`theme.yaml` with `extends: default`, and
`words/en.po`), changes single words by bringing these alone:

    msgctxt "packets"
    msgid "Packets"
    msgstr "Dispatches"

`msgctxt` is the key, `msgid` the English that is translated; the English of all keys is in
`themes/default/words/en.po`, where they also begin: a theme that says something new brings it in
its `words/en.po`, with an empty `msgstr`. What is wrong in a catalogue of yours is told with its
line.

| language | reviewed by a speaker |
|---|---|
@LANGUAGES@

| template | its view |
|---|---|
| `home.html` | `HomeView` |
| `article.html` | `ArticleView`, with `ArticleContent` |
| `packet.html` | `PacketView`, with `PacketContent` |
| `packets.html` | `PacketsView` |
| `page.html` | `TextView`, with `TextContent` |
| `list.html` | `ListView` |
| `corrections.html` | `CorrectionsView` |
| `ratings.html` | `RatingsView` |
| `statements.html` | `StatementsView` |
| `timeline.html` | `TimelineView` |
| `term.html`, `terms.html` | `TermView`, `TermsView` |
| `search.html` | `SearchView` |
| `404.html` | `MissingView` |
| `withdrawn.html` | `WithdrawnView` |
| `redirect.html` | `RedirectView` |
| `brief.html` | `BriefView` |
| `mail.html`, `mail.txt` | `MailView` |

**To begin**, `briefgen new theme harbour` writes a theme of three files that extends the one that
the site has, and builds at once. Write `theme: harbour` in `briefgen.yaml`, and run
`briefgen serve`: an edit of a style sheet shows without the page being loaded again.

**To change a part of a page**, override the block in which it stands. All other blocks, and all
other templates, stay those of the theme below:

    {# themes/harbour/templates/article.html #}
    {% extends 'default:article.html' %}

    {% block og_type %}news.article{% endblock %}

`super()` is what the block says there, so something can be added before or after it. In the blocks
of pages `ui` are the parts that pages are made of (`parts.html`), such as `ui.card(card, root)`.
To change one of these parts, or the frame of all pages, override the template that holds it in the
same way: `{% extends 'default:base.html' %}` with the block `masthead` changes the masthead of
every page, for all pages extend `base.html` by that name.

| template | its blocks |
|---|---|
@BLOCKS@

**To change how it looks**, name a style sheet under `styles` in `theme.yaml`; it follows those of
the theme below, so that it says only what differs. The custom properties at the head of
`themes/default/static/site.css` carry most of the look. Those under `print_styles` follow those of
briefs. A file of the same name as one below (`fonts.css`) replaces that one.

**To let a site choose**, declare an option. Its type decides what a site may write: `color`,
`length`, `font` (a family that the theme ships), `boolean`, `image` (a static file), `text`. What
is no such value is an error with its line, and so is a colour that cannot be read on the grounds
that the option names (`grounds`, `dark_grounds`): the contrast is computed. Colours,
lengths and fonts reach the style sheets of pages and of briefs as custom properties; on paper it is
always day.

The theme `chancery` (`themes/chancery/`) is made in this way, and worth reading.

The rest of this page is made from the code by `make docs`.
"""


def handbook() -> str:
    """The whole page."""
    theme = ThemeFolder(name=BUILT_IN, folder=os.path.join(built_in_themes(), BUILT_IN))
    opening = OPENING.replace(LANGUAGES, _languages(theme)).replace(BLOCKS, _blocks(theme))
    parts = [opening]
    for name in MODULES:
        module = importlib.import_module(f"briefgen.plan.views.{name}")
        parts.append(f"## {_sentence(inspect.getdoc(module) or name)}\n")
        parts.extend(_record(record) for record in _records(module))
    return "\n".join(parts)


def _blocks(theme: ThemeFolder) -> str:
    """The blocks of each template of the built-in theme."""
    folder = os.path.join(theme.folder, "templates")
    rows: list[str] = []
    for name, _ in sorted(files.walk(folder)):
        data = files.read_bytes(os.path.join(folder, *name.split("/"))) or b""
        found = dict.fromkeys(BLOCK.findall(data.decode("utf-8")))
        if found:
            rows.append(f"| `{name}` | {', '.join(f'`{each}`' for each in found)} |")
    return "\n".join(rows)


def _languages(theme: ThemeFolder) -> str:
    """The languages of the built-in theme, and what each says of its review."""
    rows: list[str] = []
    for tag in catalogue_languages(theme):
        data = files.read_bytes(catalogue_path(theme, tag)) or b""
        catalogue, _ = read_catalogue(tag, tag, data)
        name = locale_of(tag).english_name
        rows.append(f"| {name} (`{tag}`) | {catalogue.reviewed if catalogue else ''} |")
    return "\n".join(rows)


def _records(module: ModuleType) -> Iterable[type[Record]]:
    """The records that a module defines, in the order of its text."""
    found = [
        each
        for each in vars(module).values()
        if isinstance(each, type)
        and issubclass(each, Record)
        and each.__struct_fields__
        and each.__module__ == module.__name__
    ]
    return sorted(found, key=lambda record: inspect.getsourcelines(record)[1])


def _record(record: type[Record]) -> str:
    described = " ".join((inspect.getdoc(record) or "").split())
    hints = typing.get_type_hints(record)
    rows = "\n".join(f"| `{name}` | {_type(hints[name])} |" for name in record.__struct_fields__)
    return f"### {record.__name__}\n\n{described}\n\n| field | |\n|---|---|\n{rows}\n"


def _type(hint: object) -> str:
    """A type in words that template authors use."""
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple and inner[-1] is Ellipsis:
        return f"list of {_type(inner[0])}"
    if origin is tuple:
        return f"({', '.join(map(_type, inner))})"
    if origin is dict:
        return f"mapping to {_type(inner[1])}"
    if inner:
        named = dict.fromkeys(_type(each) for each in inner if each is not type(None))
        return f"{' or '.join(named)}{', or none' if type(None) in inner else ''}"
    words = {str: "text", int: "number", float: "number", bool: "yes or no", object: "any value"}
    if isinstance(hint, type):
        return words.get(hint) or f"`{hint.__name__}`"
    return str(hint)


def _sentence(text: str) -> str:
    return text.split("\n", maxsplit=1)[0].rstrip(".")


if __name__ == "__main__":
    sys.stdout.write(handbook())
