"""Pictures as HTML."""

from __future__ import annotations

from html import escape

from briefgen.plan.views.files import Figure
from briefgen.plan.views.media import PictureView


def figure_html(figure: Figure) -> str:
    """A picture in a text: a figure with its caption, or the bare picture in the midst of words."""
    view = figure.picture
    if not figure.alone:
        return _image(view, figure.given)
    credit = f'<span class="credit">{escape(view.credit)}</span>' if view.credit else ""
    caption = " ".join(part for part in (escape(view.caption), credit) if part)
    below = f"<figcaption>{caption}</figcaption>" if caption else ""
    return f"<figure{figure.given}>{_image(view, '')}{below}</figure>"


def _image(view: PictureView, given: str) -> str:
    many = ""
    if view.sources:
        widths = ", ".join(f"{each.href} {each.width}w" for each in view.sources)
        many = f' srcset="{escape(widths)}" sizes="{escape(view.sizes)}"'
    return (
        f'<img{given} src="{escape(view.href)}"{many} width="{view.width}" height="{view.height}"'
        f' alt="{escape(view.alt)}" loading="lazy" decoding="async">'
    )
