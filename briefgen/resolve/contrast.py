"""Whether letters of one colour can be read on another (WCAG 2.2, 1.4.3 and its definitions)."""

from __future__ import annotations

# What text needs.
ENOUGH = 4.5
STEPS = 100
BLACK, WHITE = (0, 0, 0), (255, 255, 255)

Rgb = tuple[int, int, int]


def contrast(one: str, other: str) -> float:
    """The ratio of two colours such as "#1f4b7d", from 1 to 21."""
    light, dark = sorted((luminance(rgb(one)), luminance(rgb(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(color: Rgb) -> float:
    """The relative luminance, from 0 to 1."""
    parts = [part / 255 for part in color]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004  sRGB
        for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def rgb(color: str) -> Rgb:
    """The parts of a colour, each from 0 to 255."""
    text = color.removeprefix("#")
    if len(text) < 6:  # noqa: PLR2004  the short form has a digit for each part
        text = "".join(each * 2 for each in text)
    return int(text[:2], 16), int(text[2:4], 16), int(text[4:6], 16)


def nearest_readable(color: str, grounds: tuple[str, ...]) -> str:
    """The colour that is changed least to be readable on all grounds: darker, or lighter; empty if
    neither will do.
    """
    start = rgb(color)
    for step in range(1, STEPS + 1):
        for end in (BLACK, WHITE):
            red, green, blue = (
                round(a + (b - a) * step / STEPS) for a, b in zip(start, end, strict=True)
            )
            found = f"#{red:02x}{green:02x}{blue:02x}"
            if all(contrast(found, ground) >= ENOUGH for ground in grounds):
                return found
    return ""
