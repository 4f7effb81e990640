"""`theme.yaml`: what a theme says of itself."""

from __future__ import annotations

import enum

from briefgen.model.base import Record


class OptionType(enum.StrEnum):
    """The type of a theme's option. A value never enters a style sheet as raw text: it is parsed as
    its type and written anew.
    """

    COLOR = "color"
    LENGTH = "length"
    FONT = "font"
    BOOLEAN = "boolean"
    TEXT = "text"


class ThemeOption(Record):
    """One option: a colour is `#rrggbb`, a length a number with px, rem, em, pt, mm or cm, a font
    the name of a family that the theme ships, a boolean yes or no. Options of these types reach the
    style sheets as custom properties of the same name; text reaches templates only.
    """

    type: OptionType
    default: str = ""
    dark: str = ""
    help: str = ""


class Theme(Record):
    """`extends` names the theme in which what this one lacks is looked up; every theme ends in the
    built-in one. `styles` are the static files that pages load after those of the theme that it
    extends; all are joined into one file, `asset('style.css')`, with the options at its end.
    `print_styles` are likewise added to those of briefs. `stylesheet` and `print_stylesheet` are
    for themes that name their files in templates: the files to which the options are added.
    """

    name: str
    extends: str = ""
    stylesheet: str = ""
    print_stylesheet: str = ""
    styles: tuple[str, ...] = ()
    print_styles: tuple[str, ...] = ()
    options: dict[str, ThemeOption] = {}
