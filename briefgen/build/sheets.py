"""The style sheets of the themes on the search path."""

from __future__ import annotations

from briefgen.build.project import Project
from briefgen.model.base import digest_value
from briefgen.render.assets import BUNDLE, Assets
from briefgen.scan.theme import ThemeFiles


def assets_of(project: Project, theme: ThemeFiles) -> Assets:
    """The static files of a project's theme, its style sheets joined, the farthest theme first."""
    css = project.options.css
    appended = {each.stylesheet: css for each in project.themes if each.stylesheet}
    return Assets(
        theme,
        {**appended, BUNDLE: css},
        tuple(name for each in reversed(project.themes) for name in each.styles),
        print_sheets(project),
    )


def print_sheets(project: Project) -> tuple[str, ...]:
    """Those that themes add to the style sheets of briefs."""
    return tuple(name for each in reversed(project.themes) for name in each.print_styles)


def options_digest(project: Project) -> str:
    """The digest of what themes and their options add to the style sheets of a brief, and of
    whether the machine's fonts may be used."""
    options = project.options.print_css
    return digest_value((options, print_sheets(project), project.settings.system_fonts))
