"""A new theme: a few lines that show how one extends another, and that build at once."""

from __future__ import annotations

import os

from briefgen import files
from briefgen.diagnostics import error
from briefgen.read.slug import slugify
from briefgen.scaffold.made import Made
from briefgen.scan.theme import MANIFEST, theme_names

MANIFEST_TEXT = """\
# The theme “{name}”: what differs from the theme that it extends. What templates can see, and which
# blocks they have, stands in docs/themes.md of briefgen.
name: {name}
extends: {extends}

# Style sheets in static/ that pages, and briefs, load after those of the theme that is extended.
styles: [{name}.css]
# print_styles: [print/{name}.css]

# What a site may choose in briefgen.yaml, under theme_options. A colour reaches the style sheets as
# a custom property: var(--accent). A site's must be readable on the colours after `grounds`.
options:
  accent:
    type: color
    default: "{accent}"
    dark: "{dark}"
    grounds: ["#ffffff"]
    dark_grounds: ["#161412"]
    help: The headings in the margin.
"""
STYLE_TEXT = """\
/* What differs from the style sheets of the theme below, which this one follows. Only custom and
   logical properties: then a page mirrors itself for languages written from right to left. */
:root{{--accent:{accent}}}
@media (prefers-color-scheme:dark){{:root{{--accent:{dark}}}}}
.m h2,.r h2,.apph{{color:var(--accent)}}
"""
TEMPLATE_TEXT = """\
{{# The front page of “{extends}” with one block of its own; all others stay as they are. `super()`
   is what the block says there: the tagline, to which the day of the latest packet is added. #}}
{{% extends '{extends}:home.html' %}}

{{% block tagline %}}
{{{{ super() }}}}
{{% if page.latest and page.latest.date %}}
<p class="tag">{{{{ ui.date(page.latest.date) }}}}</p>
{{% endif %}}
{{% endblock %}}
"""
COLORS = {"accent": "#7a1f2b", "dark": "#f0a6ae"}


def new_theme(root: str, name: str, extends: str) -> Made:
    """Write a theme that extends the one named."""
    name = slugify(name)
    if not name:
        message = "The name of a theme has letters or digits."
        return Made(diagnostics=(error("slug-missing", message, hint="Such as `harbour`."),))
    folder = os.path.join(root, "themes", name)
    if name in theme_names(root) or files.anything_at(folder):
        problem = error(
            "file-exists",
            f"There is a theme “{name}” already.",
            hint="Choose another name, or go on with that one.",
        )
        return Made(diagnostics=(problem,))
    texts = {
        MANIFEST: MANIFEST_TEXT,
        f"static/{name}.css": STYLE_TEXT,
        "templates/home.html": TEMPLATE_TEXT,
    }
    written: list[str] = []
    for place, text in texts.items():
        path = os.path.join(folder, *place.split("/"))
        files.make_folder(os.path.dirname(path))
        files.write_new(path, text.format(name=name, extends=extends, **COLORS).encode())
        written.append(path)
    return Made(written=tuple(written), slug=name)
