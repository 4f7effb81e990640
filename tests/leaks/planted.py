"""A site with something to hide, and ways to let it slip out."""

from __future__ import annotations

from tests.harness import SiteFolder

TITLE = "Envoys meet in secret at Termez"
SUMMARY = "The two envoys met behind closed doors and agreed on nothing at all."
QUOTE = "We were never here, and you have seen nobody"
BODY = "They left by the back door of the old customs house before it was light."
PERSIAN = "فرستادگان در ترمذ پنهانی دیدار کردند"
CHINESE = "特使们在铁尔梅兹秘密会面并未达成任何协议"

SECRET = f"""\
source:
  title: A report
  publisher: The Gazette
  snapshot: hidden/termez-customs-house.txt
statements:
  - {{speaker: Zamir Kabulov, quote: "{QUOTE}"}}
key_points: ["{PERSIAN}", "{CHINESE}"]
tlp: RED
"""


def hide(site: SiteFolder) -> None:
    """Add the withheld article."""
    site.write(
        "content/articles/termez.md",
        f"---\ntitle: {TITLE}\ndate: 2021-08-16\nsummary: {SUMMARY}\n{SECRET}---\n{BODY}\n",
    )
    site.write("content/sources/hidden/termez-customs-house.txt", f"{QUOTE}\n")


def slip(site: SiteFolder, name: str, data: bytes) -> None:
    """Put a file into the theme, where every page asks for it."""
    (site.root / "themes/tiny/static" / name).write_bytes(data)
    site.write("themes/tiny/templates/banner.html", f"<i>{{{{ asset('{name}') }}}}</i>\n")
