"""The values of flags: each function reads one, or says in a sentence what is wrong with it."""

from __future__ import annotations

from argparse import ArgumentTypeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import datetime

LAST_PORT = 65535


def word(text: str) -> str:
    """A name: anything but nothing."""
    if not text.strip():
        raise ArgumentTypeError("A name is needed here, and there is none.")
    return text


def folder(text: str) -> str:
    """A folder, absolute, seen from the current one."""
    from pathlib import Path

    if not text:
        raise ArgumentTypeError("A folder is needed here, and there is none.")
    return str(Path.cwd() / text)


def file(text: str) -> str:
    """A file, absolute, seen from the current folder."""
    from pathlib import Path

    if not text or text.endswith("/"):
        raise ArgumentTypeError("A file is needed here, and there is none.")
    return str(Path.cwd() / text)


def count(text: str) -> int:
    """A whole number from 1."""
    if not (text.isascii() and text.isdigit() and int(text) > 0):
        raise ArgumentTypeError(f"`{text}` is no whole number from 1.")
    return int(text)


def port(text: str) -> int:
    """The number of a port."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LAST_PORT):
        raise ArgumentTypeError(f"`{text}` is no port: they go from 1 to {LAST_PORT}.")
    return int(text)


def web_address(text: str) -> str:
    """An absolute address on the web."""
    scheme, separator, rest = text.partition("://")
    if scheme not in {"http", "https"} or not separator or not rest.strip("/"):
        raise ArgumentTypeError(f"`{text}` is no address that begins with https:// or http://.")
    return text


def instant(text: str) -> datetime.datetime:
    """An ISO 8601 date and time with its zone. Without one it would mean another instant on each
    machine, and embargoes hang on it.
    """
    import datetime

    try:
        found = datetime.datetime.fromisoformat(text.strip())
    except ValueError:
        raise ArgumentTypeError(
            f"`{text}` is no date and time such as 2021-07-08T06:00+02:00 or 2021-07-08T04:00Z."
        ) from None
    if found.tzinfo is None:
        zoned = f"{found.isoformat(timespec='minutes')}+00:00"
        raise ArgumentTypeError(f"`{text}` says no zone; write `{zoned}` if you mean UTC.")
    return found


def span(text: str) -> datetime.timedelta:
    """A span of time in hours, days or weeks."""
    import datetime

    units = {"h": "hours", "d": "days", "w": "weeks"}
    number, unit = text[:-1], units.get(text[-1:])
    if unit is None or not (number.isascii() and number.isdigit() and int(number) > 0):
        raise ArgumentTypeError(f"`{text}` is no span of time such as 12h, 30d or 2w.")
    try:
        return datetime.timedelta(**{unit: int(number)})
    except OverflowError:
        raise ArgumentTypeError(f"`{text}` is longer than any calendar.") from None


class OneOf:
    """One of a few words. They can be asked for, so that a shell can offer them."""

    def __init__(self, *choices: str) -> None:
        self.choices = choices

    def __call__(self, text: str) -> str:
        """Read one."""
        if text in self.choices:
            return text
        from briefgen.cli.usage import did_you_mean

        listed = ", ".join(self.choices)
        hint = did_you_mean(text, self.choices)
        raise ArgumentTypeError(f"`{text}` is none of {listed}.{' ' if hint else ''}{hint}")
