"""Templates as compiled code, kept from build to build: parsing them takes longer than making one
page from them."""

from __future__ import annotations

import marshal
import sys
from types import CodeType

import jinja2
from jinja2.bccache import Bucket

from briefgen.model.base import Record
from briefgen.store.releases import releases_of


class Compiled(Record):
    """Code by the key that Jinja gives a template and its file: the digest of its source, and the
    code in Python's own form. `made_by` is what it depends on beside that and briefgen's source."""

    made_by: str = ""
    code: dict[str, tuple[str, bytes]] = {}


class CodeCache(jinja2.BytecodeCache):
    """What was compiled earlier, as far as this Python and this Jinja made it, and what is compiled
    now. It is as safe as Python's own `__pycache__`: both lie in folders that are the user's."""

    def __init__(self, known: Compiled) -> None:
        self._code = dict(known.code) if known.made_by == _made_by() else {}
        self._mark = ""

    def apart(self) -> CodeCache:
        """A place in the same cache for what is compiled from the same templates in another way."""
        other = CodeCache(Compiled())
        other._code, other._mark = self._code, "careful:"
        return other

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """As in Jinja, with where it stands."""
        return self._mark + super().get_cache_key(name, filename)

    def load_bytecode(self, bucket: Bucket) -> None:
        """Jinja asks for a template."""
        checksum, data = self._code.get(bucket.key, ("", b""))
        if checksum == bucket.checksum:
            code = marshal.loads(data)  # noqa: S302  see the class
            assert isinstance(code, CodeType)  # noqa: S101  for the type checker
            bucket.code = code

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Jinja has compiled one."""
        if bucket.code is not None:
            self._code[bucket.key] = (bucket.checksum, marshal.dumps(bucket.code))

    def compiled(self) -> Compiled:
        """What to keep."""
        return Compiled(made_by=_made_by(), code=self._code)


def _made_by() -> str:
    return f"{sys.implementation.cache_tag} {sys.hexversion} {releases_of(('jinja2',))['jinja2']}"
