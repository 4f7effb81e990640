"""Static files of the theme under names that change with their content."""

from __future__ import annotations

import posixpath
import re

from briefgen import files
from briefgen.model.base import Record, digest_bytes
from briefgen.scan.theme import ThemeFile, ThemeFiles

FOLDER = "assets"
HASH_LENGTH = 10
# url(...) with or without quotation marks (CSS Values and Units 4, 4.5).
URL = re.compile(r"""url\(\s*(?P<quote>["']?)(?P<url>[^"')\s]+)(?P=quote)\s*\)""")
ABSENT = "ABSENT"
# The style sheets of all themes on the search path, in one file.
BUNDLE = "style.css"


class Moved(Exception):  # noqa: N818  not an error: the build begins anew
    """A file changed between being listed and being read."""


class Asset(Record):
    """A static file ready to be published. `href` is from the root of the site; `uses` are the
    names of other static files that it refers to; `missing` those that it refers to in vain.
    """

    name: str
    href: str
    digest: str
    uses: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()


def read_listed(file: ThemeFile) -> bytes:
    """The bytes of a file of the theme, as it was listed.

    Raises:
        Moved: The file has changed since, so that this build would mix two versions.
    """
    data = files.read_bytes(file.path)
    if data is None or files.digest_of(data) != file.digest:
        raise Moved(file.path)
    return data


def href_of(name: str, digest: str) -> str:
    """Where the asset of this name and digest is published, from the root of the site."""
    stem, extension = posixpath.splitext(name)
    return f"{FOLDER}/{stem}.{digest[:HASH_LENGTH]}{extension}"


class Assets:
    """The static files that one theme offers. `appended` is text to add to a style sheet, by its
    name: the options of the theme. `sheets` are those that are joined under the name `style.css`,
    with the text for that name at the end; `print_sheets` those that themes add to briefs.
    """

    def __init__(
        self,
        theme: ThemeFiles,
        appended: dict[str, str],
        sheets: tuple[str, ...] = (),
        print_sheets: tuple[str, ...] = (),
    ) -> None:
        self._theme = theme
        self._appended = appended
        self._sheets = sheets
        self.print_sheets = print_sheets
        self._made: dict[str, Asset | None] = {}
        self._data: dict[str, bytes] = {}

    def find(self, name: str) -> Asset | None:
        """The asset of this name; None if the theme has none."""
        if name not in self._made:
            if name == BUNDLE and self._sheets:
                self._made[name] = self._join(name, self._sheets)
            else:
                file = self._theme.static.get(name)
                self._made[name] = None if file is None else self._make(name, file)
        return self._made[name]

    def digest(self, name: str) -> str:
        """What the name stands for now: the digest that a key records."""
        asset = self.find(name)
        return ABSENT if asset is None else asset.digest

    def data(self, name: str) -> bytes:
        """The bytes to publish."""
        if name in self._data:
            return self._data[name]
        return read_listed(self._theme.static[name])

    def closure(self, names: set[str]) -> dict[str, Asset]:
        """These assets and all that they refer to, by name, in the order of names."""
        found: dict[str, Asset] = {}
        pending = sorted(names)
        while pending:
            name = pending.pop()
            asset = self.find(name)
            if asset is not None and name not in found:
                found[name] = asset
                pending.extend(asset.uses)
        return dict(sorted(found.items()))

    def _make(self, name: str, file: ThemeFile) -> Asset:
        if not name.endswith(".css"):
            return Asset(name=name, href=href_of(name, file.digest), digest=file.digest)
        return self._join(name, (name,))

    def _join(self, name: str, sheets: tuple[str, ...]) -> Asset:
        """One file out of style sheets, which keep what they refer to."""
        uses: dict[str, None] = {}
        missing: dict[str, None] = {}
        pieces: list[str] = []
        for sheet in sheets:
            file = self._theme.static.get(sheet)
            if file is None:
                missing[sheet] = None
            else:
                text = read_listed(file).decode("utf-8")
                pieces.append(self._moved(text, sheet, name, uses, missing))
        data = ("\n".join(pieces) + self._appended.get(name, "")).encode()
        self._data[name] = data
        digest = digest_bytes(data)
        return Asset(
            name=name,
            href=href_of(name, digest),
            digest=digest,
            uses=tuple(uses),
            missing=tuple(missing),
        )

    def _moved(
        self, text: str, name: str, to: str, uses: dict[str, None], missing: dict[str, None]
    ) -> str:
        """The text of a style sheet as it stands in the file `to`."""
        place = posixpath.dirname(name)

        def replace(match: re.Match[str]) -> str:
            url = match["url"]
            if re.match(r"[a-z][a-z0-9+.-]*:|#|/", url):
                return match[0]
            path, mark, fragment = url.partition("#")
            target = posixpath.normpath(posixpath.join(place, path))
            # A style sheet that names itself would never end.
            asset = self.find(target) if target != name else None
            if asset is None:
                missing[target] = None
                return match[0]
            uses[target] = None
            here = posixpath.join(FOLDER, posixpath.dirname(to))
            return f'url("{posixpath.relpath(asset.href, here)}{mark}{fragment}")'

        return URL.sub(replace, text)
