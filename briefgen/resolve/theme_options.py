"""The options of the theme: declared by themes, set by the site, typed on both sides."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefgen.model.base import Record
from briefgen.model.finding import Finding
from briefgen.model.theme import OptionType, Theme, ThemeOption
from briefgen.read.suggest import did_you_mean
from briefgen.resolve.contrast import ENOUGH, contrast, nearest_readable

DARK = "-dark"
COLOR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
LENGTH = re.compile(r"\d+(?:\.\d+)?(?:px|rem|em|pt|mm|cm)")
FONT = re.compile(r"[\w][\w -]*")
IMAGE = re.compile(r"(?:[\w-][\w.-]*/)*[\w-][\w.-]*\.(?:svg|png|jpe?g|webp|avif)|")
FORMS = {
    OptionType.COLOR: (COLOR, "a colour such as #1f4b7d"),
    OptionType.LENGTH: (LENGTH, "a length such as 37rem or 12pt"),
    OptionType.FONT: (FONT, "the name of one font family"),
    OptionType.BOOLEAN: (re.compile("yes|no|true|false"), "yes or no"),
    OptionType.IMAGE: (IMAGE, "the name of a picture among the theme’s static files"),
    OptionType.TEXT: (re.compile(".*", re.DOTALL), "text"),
}


class Known(Record):
    """What a theme ships: its static files by name, and the families of its fonts."""

    files: frozenset[str] = frozenset()
    families: frozenset[str] = frozenset()


class Options(Record):
    """`values` is what templates see; `css` is what follows the theme's style sheets, `print_css`
    those of a brief, for which it is always day.
    """

    values: dict[str, str]
    css: str
    print_css: str


def resolve_options(
    themes: Iterable[Theme], wanted: dict[str, str], path: str, known: Known
) -> tuple[Options, tuple[Finding, ...]]:
    """Join what `themes` (nearest first) declare with what the site wants. `path` is the file of
    the settings; `known` are the static files of the theme, and the families of its fonts.
    """
    declared: dict[str, ThemeOption] = {}
    for theme in themes:
        for name, option in theme.options.items():
            declared.setdefault(name, option)
            if option.type is OptionType.COLOR and option.dark:
                at_night = ThemeOption(
                    type=OptionType.COLOR, default=option.dark, grounds=option.dark_grounds
                )
                declared.setdefault(name + DARK, at_night)
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
            wrong = _unfit(name, value, option_wanted, known, path)
            if wrong is None:
                chosen[name] = value
            else:
                findings.append(wrong)
            continue
        else:
            message = f"The option “{name}” is not {FORMS[option_wanted.type][1]}."
            hint = f"Its default is “{option_wanted.default}”."
        findings.append(
            Finding(code="theme-option", message=message, path=path, field=field, hint=hint)
        )
    values = {name: chosen.get(name, option.default) for name, option in declared.items()}
    pages, briefs = _css(declared, chosen)
    return Options(values=values, css=pages, print_css=briefs), tuple(findings)


def _unfit(name: str, value: str, option: ThemeOption, known: Known, path: str) -> Finding | None:
    """What is wrong with a value of the right form that will not do here."""
    field = f"theme_options.{name}"
    if option.type is OptionType.COLOR:
        return _unreadable(name, value, option, path)
    if option.type is OptionType.IMAGE and value and value not in known.files:
        return Finding(
            code="asset-missing",
            message=f"The theme has no static file “{value}”.",
            path=path,
            field=field,
            hint=did_you_mean(value, known.files) or "It is looked for in `static/` of the theme.",
        )
    if option.type is OptionType.FONT and value not in known.families:
        families = ", ".join(sorted(known.families))
        return Finding(
            code="theme-option",
            message=f"The theme has no fonts of the family “{value}”.",
            path=path,
            field=field,
            hint=did_you_mean(value, known.families) or f"It has {families}.",
        )
    return None


def _unreadable(name: str, value: str, option: ThemeOption, path: str) -> Finding | None:
    """That a colour cannot be told from one of its grounds."""
    for ground in option.grounds:
        ratio = contrast(value, ground)
        if ratio < ENOUGH:
            near = nearest_readable(value, option.grounds)
            # Cut, not rounded: 4.49 is not 4.5.
            shown = int(ratio * 10) / 10
            return Finding(
                code="theme-contrast",
                message=f"“{name}” has a contrast of {shown} to 1 with {ground};"
                f" text needs {ENOUGH}.",
                path=path,
                field=f"theme_options.{name}",
                hint=f"{near} is the nearest that can be read." if near else "",
            )
    return None


def _css(declared: dict[str, ThemeOption], chosen: dict[str, str]) -> tuple[str, str]:
    """Custom properties for what the site sets, on pages and in briefs; a colour holds for the
    ground it was chosen for.
    """
    plain: list[str] = []
    light: list[str] = []
    dark: list[str] = []
    for name, value in sorted(chosen.items()):
        kind = declared[name].type
        if kind in (OptionType.TEXT, OptionType.BOOLEAN, OptionType.IMAGE):
            continue
        if kind is OptionType.FONT:
            plain.append(f'--{name}:"{value}"')
        elif name.endswith(DARK):
            dark.append(f"--{name.removesuffix(DARK)}:{value}")
        elif declared[name].dark:
            light.append(f"--{name}:{value}")
        else:
            plain.append(f"--{name}:{value}")
    root = ":root{%s}"
    pages = (
        (plain, root),
        (light, "@media print,not all and (prefers-color-scheme:dark){:root{%s}}"),
        (dark, "@media (prefers-color-scheme:dark){:root{%s}}"),
    )
    return _joined(pages), _joined(((plain + light, root),))


def _joined(rules: tuple[tuple[list[str], str], ...]) -> str:
    return "".join("\n" + rule % ";".join(found) for found, rule in rules if found)
