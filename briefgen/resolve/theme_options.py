"""The options of the theme: declared by themes, set by the site, typed on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.theme import OptionType, Theme, ThemeOption
from briefgen.read.suggest import did_you_mean

DARK = "-dark"
COLOR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
LENGTH = re.compile(r"\d+(?:\.\d+)?(?:px|rem|em|pt|mm|cm)")
FONT = re.compile(r"[\w][\w -]*")
FORMS = {
    OptionType.COLOR: (COLOR, "a colour such as #1f4b7d"),
    OptionType.LENGTH: (LENGTH, "a length such as 37rem or 12pt"),
    OptionType.FONT: (FONT, "the name of one font family"),
    OptionType.BOOLEAN: (re.compile("yes|no|true|false"), "yes or no"),
    OptionType.TEXT: (re.compile(".*", re.DOTALL), "text"),
}


class Options(Record):
    """`values` is what templates see; `css` is what follows the theme's style sheets."""

    values: dict[str, str]
    css: str


def resolve_options(
    themes: Iterable[Theme], wanted: dict[str, str], path: str
) -> tuple[Options, tuple[Finding, ...]]:
    """Join what `themes` (nearest first) declare with what the site wants. `path` is the file of
    the settings.
    """
    declared: dict[str, ThemeOption] = {}
    for theme in themes:
        for name, option in theme.options.items():
            declared.setdefault(name, option)
            if option.type is OptionType.COLOR and option.dark:
                declared.setdefault(
                    name + DARK, ThemeOption(type=OptionType.COLOR, default=option.dark)
                )
    findings: list[Finding] = []
    chosen: dict[str, str] = {}
    for name, value in sorted(wanted.items()):
        option_wanted = declared.get(name)
        field = f"theme_options.{name}"
        if option_wanted is None:
            message = f"The theme has no option “{name}”."
            hint = did_you_mean(name, declared) or f"It has {', '.join(sorted(declared))}."
            field += "@key"
        elif FORMS[option_wanted.type][0].fullmatch(value):
            chosen[name] = value
            continue
        else:
            message = f"The option “{name}” is not {FORMS[option_wanted.type][1]}."
            hint = f"Its default is “{option_wanted.default}”."
        findings.append(
            Finding(code="theme-option", message=message, path=path, field=field, hint=hint)
        )
    values = {name: chosen.get(name, option.default) for name, option in declared.items()}
    return Options(values=values, css=_css(declared, chosen)), tuple(findings)


def _css(declared: dict[str, ThemeOption], chosen: dict[str, str]) -> str:
    """Custom properties for what the site sets; a colour holds for the ground it was chosen for."""
    plain: list[str] = []
    light: list[str] = []
    dark: list[str] = []
    for name, value in sorted(chosen.items()):
        kind = declared[name].type
        if kind in (OptionType.TEXT, OptionType.BOOLEAN):
            continue
        if kind is OptionType.FONT:
            plain.append(f'--{name}:"{value}"')
        elif name.endswith(DARK):
            dark.append(f"--{name.removesuffix(DARK)}:{value}")
        elif declared[name].dark:
            light.append(f"--{name}:{value}")
        else:
            plain.append(f"--{name}:{value}")
    rules = (
        (plain, ":root{%s}"),
        (light, "@media print,not all and (prefers-color-scheme:dark){:root{%s}}"),
        (dark, "@media (prefers-color-scheme:dark){:root{%s}}"),
    )
    return "".join("\n" + rule % ";".join(found) for found, rule in rules if found)
