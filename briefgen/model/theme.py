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
    IMAGE = "image"
    TEXT = "text"


class ThemeOption(Record):
    """One option: a colour is `#rrggbb`, a length a number with px, rem, em, pt, mm or cm, a font
    the name of a family that the theme ships. Options of these types reach the style sheets as
    custom properties of the same name; the others templates alone: a boolean (yes or no), an image
    (the name of a static file, empty: none), text. A colour with `dark` has another one by night.
    Letters of a colour stand on these `grounds`, or it is the ground of letters of these colours,
    by night `dark_grounds`: a site's colour needs a contrast of 4.5 to each.
    """

    type: OptionType
    default: str = ""
    dark: str = ""
    grounds: tuple[str, ...] = ()
    dark_grounds: tuple[str, ...] = ()
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
