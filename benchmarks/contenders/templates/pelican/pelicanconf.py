"""The archive for Pelican: front matter by PyYAML, lists and packets by a generator."""

import yaml
from markdown import Markdown
from pelican import signals
from pelican.generators import Generator
from pelican.readers import BaseReader
from pelican.utils import slugify

SITENAME = "The Archive"
SITEURL = "https://example.org/archive"
PATH = "content"
OUTPUT_PATH = "output-pelican"
ARTICLE_PATHS = ["articles"]
PAGE_PATHS = ["pages"]
ARTICLE_URL = ARTICLE_SAVE_AS = "articles/{slug}.html"
PAGE_URL = PAGE_SAVE_AS = "{slug}.html"
THEME = "pelican-theme"
THEME_STATIC_PATHS = ["static"]
THEME_STATIC_DIR = "static"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_CATEGORY = "articles"
FEED_ALL_ATOM = "feed.xml"
FEED_MAX_ITEMS = 50
CATEGORY_FEED_ATOM = AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = TRANSLATION_FEED_ATOM = None
DIRECT_TEMPLATES = []
TAG_SAVE_AS = CATEGORY_SAVE_AS = AUTHOR_SAVE_AS = ""
LOAD_CONTENT_CACHE = CACHE_CONTENT = True
CONTENT_CACHING_LAYER = "reader"
JINJA_FILTERS = {"slugify": lambda name: name.lower().replace(" ", "-")}
FIELDS = ("topics", "people", "places", "organizations", "x_publishers")
LONGEST = 100


def split(path):
    """The front matter and the rendered body of a file."""
    with open(path, encoding="utf-8") as file:
        _, front, body = file.read().split("---\n", 2)
    return yaml.load(front, yaml.CSafeLoader), Markdown().convert(body)


class Reader(BaseReader):
    """Front matter in YAML."""

    enabled = True
    file_extensions = ("md",)

    def read(self, filename):
        keys, body = split(filename)
        plain = {
            "title": keys["title"],
            "keys": keys,
            "slug": keys.get("slug") or slugify(keys["title"]),
        }
        if "date" in keys:
            plain["date"] = self.process_metadata("date", str(keys["date"]))
        if "summary" in keys:
            plain["summary"] = keys["summary"]
        return body, plain


class Lists(Generator):
    """Packets, and the lists of all articles and of each term, cut as briefgen cuts them."""

    def generate_output(self, writer):
        articles = sorted(self.context["articles"], key=lambda each: each.date, reverse=True)
        by_slug = {each.slug: each for each in articles}
        for path in sorted(self.get_files("packets", extensions=["md"])):
            keys, body = split(f"{self.path}/{path}")
            self.write(
                writer,
                "packet",
                f"packets/{keys['slug']}.html",
                keys=keys,
                body=body,
                by_slug=by_slug,
            )
        self.cut(writer, "archive", "archive", articles)
        for field in FIELDS:
            found = {}
            for each in articles:
                for name in each.keys[field]:
                    found.setdefault(name, []).append(each)
            counts = sorted((name, len(listed)) for name, listed in found.items())
            self.write(
                writer, "terms", f"{field}/index.html", list_title=field, field=field, terms=counts
            )
            for name, listed in found.items():
                self.cut(writer, f"{field}/{name.lower().replace(' ', '-')}", name, listed)
        self.write(writer, "list", "index.html", list_title="The Archive", listed=articles[:12])

    def cut(self, writer, base, title, listed):
        if len(listed) <= LONGEST:
            self.write(writer, "list", f"{base}.html", list_title=title, listed=listed)
            return
        self.write(writer, "list", f"{base}.html", list_title=title, listed=listed[:20])
        years = {}
        for each in listed:
            years.setdefault(f"{each.date:%Y}", []).append(each)
        for year, in_year in years.items():
            whole = in_year if len(in_year) <= LONGEST else []
            self.write(writer, "list", f"{base}/{year}.html", list_title=title, listed=whole)
            months = {}
            for each in in_year if not whole else []:
                months.setdefault(f"{each.date:%Y-%m}", []).append(each)
            for month, in_month in months.items():
                self.write(
                    writer, "list", f"{base}/{month}.html", list_title=title, listed=in_month
                )

    def write(self, writer, template, name, **more):
        writer.write_file(
            name, self.get_template(template), self.context, relative_urls=False, **more
        )


class Plugin:
    """What Pelican calls to have both."""

    @staticmethod
    def register():
        signals.readers_init.connect(use_reader)
        signals.get_generators.connect(use_lists)


def use_reader(readers):
    readers.reader_classes["md"] = Reader


def use_lists(_pelican):
    return Lists


PLUGINS = [Plugin]
