"""Which fonts a worker may use: those of the theme alone, unless the site allows the system's."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

# No <dir>: Fontconfig then knows no font but what a style sheet declares. The cache lies in the
# worker's own folder; Fontconfig would otherwise make one in the user's home.
ISOLATED = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig><cachedir>{cache}</cachedir></fontconfig>
"""

# What else could let a system font, a locale, a zone or a date into a brief. SOURCE_DATE_EPOCH is
# read by fontTools when it is imported, and a brief takes its dates from the packet alone.
WITHHELD = (
    "SOURCE_DATE_EPOCH",
    "FONTCONFIG_PATH",
    "FONTCONFIG_SYSROOT",
    "FC_LANG",
    "PANGO_LANGUAGE",
)


def worker_environment(
    inherited: dict[str, str], folder: Path, *, system_fonts: bool
) -> dict[str, str]:
    """The environment of a worker whose temporary files lie in `folder`."""
    kept = {name: value for name, value in inherited.items() if name not in WITHHELD}
    kept |= {"TMPDIR": str(folder), "TMP": str(folder), "TEMP": str(folder)}
    kept |= {"TZ": "UTC", "LC_ALL": "C.UTF-8", "LANGUAGE": "", "PYTHONUTF8": "1"}
    if not system_fonts:
        config = folder / "fonts.conf"
        config.write_text(ISOLATED.format(cache=folder / "cache"), encoding="utf-8")
        kept["FONTCONFIG_FILE"] = str(config)
    return kept
