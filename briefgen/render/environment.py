"""The templates of a theme, with a record of every name that a page looked up."""

from __future__ import annotations

from collections.abc import Callable, Iterable, MutableMapping
from typing import Any

import jinja2
from jinja2.environment import Template
from jinja2.runtime import Context, Undefined

from briefgen.render.assets import ABSENT, Assets, read_listed
from briefgen.scan.theme import ThemeFiles

# What a page depends on beside its view: "template:NAME" and "asset:NAME", each with the digest
# of what it stood for.
Lookups = tuple[tuple[str, str], ...]
BRIEF_HOST = "https://theme.invalid/"


class AssetMissingError(jinja2.TemplateRuntimeError):
    """A template asks for a static file that the theme does not have."""

    def __init__(self, name: str) -> None:
        super().__init__(f"The theme has no static file “{name}”.")
        self.name = name


class TrackedTemplate(Template):
    """A template whose imported form is made anew for each page: Jinja would keep it, and the names
    that it looks up would be recorded for the first page only.
    """

    def _get_default_module(self, ctx: Context | None = None) -> Any:  # noqa: ANN401  as in Jinja
        self._module = None
        return super()._get_default_module(ctx)


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

    def __init__(self, theme: ThemeFiles, assets: Assets) -> None:
        super().__init__(
            loader=_Loader(theme),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            cache_size=-1,
        )
        self._theme = theme
        self._assets = assets
        self._seen: dict[str, str] = {}
        self._host = ""
        # Chance has no place in a page.
        del self.globals["lipsum"]
        del self.filters["random"]
        self.globals["asset"] = self._asset

    def begin(self, *, brief: bool = False) -> None:
        """Forget what was looked up before the next page."""
        self._seen = {}
        self._host = BRIEF_HOST if brief else ""

    def lookups(self) -> Lookups:
        """What was looked up since `begin`, in the order of names."""
        return tuple(sorted(self._seen.items()))

    def current(self, name: str) -> str:
        """What a recorded name stands for now."""
        kind, _, rest = name.partition(":")
        if kind == "asset":
            return self._assets.digest(rest)
        file = self._theme.templates.get(rest)
        return ABSENT if file is None else file.digest

    def _asset(self, name: str) -> str:
        self._seen[f"asset:{name}"] = self._assets.digest(name)
        asset = self._assets.find(name)
        if asset is None:
            raise AssetMissingError(name)
        return f"{self._host}{name}" if self._host else asset.href

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002  the name in Jinja
    ) -> Template:
        """As in Jinja, and recorded whether it is there or not."""
        if isinstance(name, str):
            self._seen[f"template:{name}"] = self.current(f"template:{name}")
        return super().get_template(name, parent, globals)

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
