"""The templates of a theme, with a record of every name that a page looked up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, MutableMapping
from contextlib import contextmanager
from typing import Any

import jinja2
from jinja2.environment import Template, TemplateModule
from jinja2.runtime import Context, Undefined

from briefgen.model.base import digest_value
from briefgen.render.assets import ABSENT, Assets, read_listed
from briefgen.render.compiled import CodeCache
from briefgen.render.compiler import Careful, Compiler, with_ours
from briefgen.render.filters import plain_filters
from briefgen.render.linked.data import linked_data
from briefgen.render.lookups import ASSET, PLAINLY, WORDS, Lookups
from briefgen.render.say import speak
from briefgen.scan.theme import ThemeFiles
from briefgen.words import Words

BRIEF_HOST = "https://theme.invalid/"


class AssetMissingError(jinja2.TemplateRuntimeError):
    """A template asks for a static file that the theme does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The theme has no static file “{name}”.")
        self.name = name


class TrackedTemplate(Template):
    """A template whose imported form is kept together with the names that were looked up to make
    it: Jinja keeps it too, and the names would be recorded for the first page only.
    """

    def _get_default_module(self, ctx: Context | None = None) -> Any:  # noqa: ANN401  as in Jinja
        del ctx  # Every template has the same globals, so one module serves all who import it.
        assert isinstance(self.environment, Templates)  # noqa: S101  no other makes these
        return self.environment.module_of(self)


class _Loader(jinja2.BaseLoader):
    def __init__(self, theme: ThemeFiles) -> None:
        self._theme = theme

    def get_source(
        self, environment: jinja2.Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        del environment
        file = self._theme.templates.get(template)
        if file is None:
            raise jinja2.TemplateNotFound(template)
        return read_listed(file).decode("utf-8"), file.path, None


class Templates(jinja2.Environment):
    """The environment in which templates run. They see views and nothing else: no clock, no files,
    no random order; an undefined name is an error.
    """

    template_class = TrackedTemplate
    code_generator_class: type[Careful] = Compiler

    def __init__(  # noqa: PLR0913  all that a page depends on
        self,
        theme: ThemeFiles,
        assets: Assets,
        words: Words,
        code: CodeCache | None = None,
        briefs: Mapping[str, Words] | None = None,
        *,
        careful: bool = False,
    ) -> None:
        if careful:
            self.code_generator_class = Careful
        super().__init__(
            loader=_Loader(theme),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
            bytecode_cache=code,
        )
        self._theme = theme
        self._assets = assets
        self._code = code
        self._seen: dict[str, str] = {}
        # How often the page itself asked for an asset, by name.
        self._asked: Counter[str] = Counter()
        self._depth = 0
        self._host = ""
        # What is wrong with a template is found once, not again for each page.
        self._malformed: dict[str, jinja2.TemplateSyntaxError] = {}
        self._modules: dict[tuple[str | None, str], tuple[TemplateModule, dict[str, str]]] = {}
        # Chance has no place in a page.
        del self.globals["lipsum"]
        del self.filters["random"]
        self.filters = plain_filters(self.filters)
        self.globals |= {"asset": self._asset, "print_sheets": assets.print_sheets}
        self.globals["linked_data"] = linked_data
        self.word = words.text
        say, brief, digest = speak(words)
        # The words of the site by no name, those of briefs in other languages by theirs.
        self._words = {"": digest}
        self._words |= {tag: digest_value(each) for tag, each in (briefs or {}).items()}
        self._own_words = ""
        self._briefs = briefs or {}
        self._speaking: dict[str, Templates] = {}
        # The templates of which a page could not be made the short way, and what makes them.
        self._doubtful: set[str] = set()
        self._careful: Templates | None = None
        self._spoken = words
        self.globals |= {"say": say, "w": brief}
        self.filters |= {"num": words.number, "listed": words.listed}

    def speaking(self, language: str) -> Templates:
        """The same with the words of another language, for a brief; itself, if that is the site's,
        or nobody has translated the words.
        """
        words = self._briefs.get(language)
        if words is None:
            return self
        if language not in self._speaking:
            made = Templates(self._theme, self._assets, words, self._code)
            made._words, made._own_words = self._words, language
            self._speaking[language] = made
        return self._speaking[language]

    def page(self, template: str, *, brief: bool = False, **views: object) -> tuple[str, Lookups]:
        """What a template makes of views, with all names that were looked up for it.

        First as if each `a.b` were an attribute. Where one is not, it may be an item, or a mistake:
        Jinja's own way, which is slower, finds out.
        """
        if template not in self._doubtful:
            self.begin(brief=brief)
            try:
                text = self.get_template(template).render(views)
            except AttributeError:
                self._doubtful.add(template)
            else:
                return text, self.lookups(text)
        careful = self._carefully()
        careful.begin(brief=brief)
        text = careful.get_template(template).render(views)
        return text, careful.lookups(text)

    def _carefully(self) -> Templates:
        if self._careful is None:
            code = self._code.apart() if self._code is not None else None
            made = Templates(self._theme, self._assets, self._spoken, code, careful=True)
            made._words, made._own_words = self._words, self._own_words
            self._careful = made
        return self._careful

    def begin(self, *, brief: bool = False) -> None:
        """Forget what was looked up before the next page. All words count as looked up: which of
        them a page says is not worth the asking."""
        self._seen = {f"{WORDS}{self._own_words}": self._words[self._own_words]}
        self._host = BRIEF_HOST if brief else ""
        self._asked = Counter()

    def lookups(self, text: str) -> Lookups:
        """What was looked up since `begin` for the page that is now this text, in the order of
        names."""
        plainly = (PLAINLY,) if self._asked and self._stand_plainly(text) else ()
        return tuple(sorted((*self._seen.items(), *plainly)))

    def _stand_plainly(self, text: str) -> bool:
        assets = {name.removeprefix(ASSET) for name in self._seen if name.startswith(ASSET)}
        found = ((self._assets.find(name), self._asked[name]) for name in assets)
        return all(asset is not None and text.count(asset.href) == n for asset, n in found)

    def note(self, seen: Mapping[str, str]) -> None:
        """Record what was looked up for something that is now used again."""
        self._seen.update(seen)

    @contextmanager
    def aside(self) -> Iterator[dict[str, str]]:
        """Record what is looked up meanwhile in a place of its own, which is given."""
        outer, self._seen = self._seen, {}
        self._depth += 1
        try:
            yield self._seen
        finally:
            self._seen = outer
            self._depth -= 1

    def module_of(self, template: Template) -> TemplateModule:
        """The imported form of a template, with its names recorded for this page."""
        # In briefs an asset has another address.
        key = (template.name, self._host)
        if key not in self._modules:
            with self.aside() as seen:
                self._modules[key] = (template.make_module(), seen)
        module, seen = self._modules[key]
        self.note(seen)
        return module

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """What all templates know, as it is. Jinja lays it under what one alone knows, which none
        does here, and each page would look through both layers for each name."""
        return self.globals if d is None else super().make_globals(d)

    def _generate(self, *given: Any, **more: Any) -> str:  # noqa: ANN401  as in Jinja
        return with_ours(super()._generate(*given, **more))

    def current(self, name: str) -> str:
        """What a recorded name stands for now."""
        kind, _, rest = name.partition(":")
        if f"{kind}:" == WORDS:
            return self._words.get(rest, ABSENT)
        if f"{kind}:" == ASSET:
            return self._assets.digest(rest)
        if name == PLAINLY[0]:
            return PLAINLY[1]
        file = self._theme.templates.get(rest)
        return ABSENT if file is None else file.digest

    def _asset(self, name: str) -> str:
        self._seen[f"{ASSET}{name}"] = self._assets.digest(name)
        asset = self._assets.find(name)
        if asset is None:
            raise AssetMissingError(name)
        if self._host:
            return f"{self._host}{name}"
        # What is made aside may stand on a page any number of times: it is not counted.
        if not self._depth:
            self._asked[name] += 1
        return asset.href

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  the name in Jinja
    ) -> Template:
        """As in Jinja, and recorded whether it is there or not."""
        if isinstance(name, str):
            self._seen[f"template:{name}"] = self.current(f"template:{name}")
            if name in self._malformed:
                raise self._malformed[name]
        try:
            return super().get_template(name, parent, globals)
        except jinja2.TemplateSyntaxError as mistake:
            if isinstance(name, str):
                self._malformed[name] = mistake
            raise

    def select_template(
        self,
        names: Iterable[str | Template] | Undefined,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  the name in Jinja
    ) -> Template:
        """As in Jinja; the names that were not found are recorded too."""
        if isinstance(names, Undefined):
            names._fail_with_undefined_error()  # noqa: SLF001  Jinja's own way to raise it
        tried = list(names)
        for name in tried:
            try:
                return self.get_template(name, parent, globals)
            except (jinja2.TemplateNotFound, jinja2.UndefinedError):
                continue
        raise jinja2.TemplatesNotFound(tried)
