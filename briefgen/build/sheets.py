"""The style sheets of the themes on the search path."""

from __future__ import annotations

from briefgen.build.project import Project
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
