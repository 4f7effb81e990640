"""The system libraries that a brief needs, and how to get those that are missing."""

from __future__ import annotations

import platform
import sys
from typing import TYPE_CHECKING

from briefgen.diagnostics import Diagnostic, error

if TYPE_CHECKING:
    import ctypes

# Names under which each library may be found: Linux, macOS, Windows (as WeasyPrint asks for them).
NEEDED = {
    "Pango": ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
    "PangoFT2": ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"),
    "HarfBuzz": ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll"),
    "HarfBuzz's subsetter": (
        "libharfbuzz-subset.so.0",
        "libharfbuzz-subset.0.dylib",
        "libharfbuzz-subset-0.dll",
    ),
    "Fontconfig": ("libfontconfig.so.1", "libfontconfig.1.dylib", "libfontconfig-1.dll"),
}

# The command that installs all of them, by the ID of /etc/os-release or its ID_LIKE.
DISTRIBUTIONS = {
    "debian": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "ubuntu": "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0",
    "fedora": "sudo dnf install pango",
    "rhel": "sudo dnf install pango",
    "suse": "sudo zypper install libpango-1_0-0 libharfbuzz-subset0",
    "arch": "sudo pacman -S pango",
    "alpine": "sudo apk add pango harfbuzz-subset",
}
MACOS = "brew install pango"
WINDOWS = "pacman -S mingw-w64-ucrt-x86_64-pango (in MSYS2), then add its bin folder to PATH"

# Homebrew's folders are not among those where macOS looks for libraries.
MACOS_FOLDERS = ("/opt/homebrew/lib/", "/usr/local/lib/", "/opt/local/lib/")


def missing_libraries() -> tuple[Diagnostic, ...]:
    """One diagnostic for each system library that cannot be loaded."""
    hint = f"Install it with: {install_command()}"
    return tuple(
        error("library-missing", f"{name} is not installed; briefs need it.", hint=hint)
        for name, files in NEEDED.items()
        if load(files) is None
    )


def load(files: tuple[str, ...]) -> ctypes.CDLL | None:
    """The first of the libraries that can be loaded."""
    import ctypes  # noqa: PLC0415  every build loads this module, and asks it only where briefs are made

    folders = ("", *MACOS_FOLDERS) if sys.platform == "darwin" else ("",)
    for file in files:
        for folder in folders:
            try:
                return ctypes.CDLL(folder + file)
            except OSError:
                continue
    return None


def install_command() -> str:
    """The command that installs the libraries on this system."""
    if sys.platform == "darwin":
        return MACOS
    if sys.platform == "win32":
        return WINDOWS
    return next(
        (DISTRIBUTIONS[name] for name in distribution() if name in DISTRIBUTIONS),
        DISTRIBUTIONS["debian"] + " (or what your distribution calls them)",
    )


def distribution() -> list[str]:
    """ID and ID_LIKE of this Linux, most particular first (freedesktop.org, os-release)."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        return []
    return [release.get("ID", ""), *release.get("ID_LIKE", "").split()]
