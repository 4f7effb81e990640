"""Macros, called in a straight line, and remembered where several pages show the same part."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

import markupsafe
import msgspec
from jinja2 import TemplateRuntimeError
from jinja2.runtime import Macro, markup_join
from jinja2.utils import missing

from briefgen.model.base import DIGEST_SIZE, Record, RecordType
from briefgen.plan.views.parts import Shared

if TYPE_CHECKING:
    from briefgen.render.environment import Templates

# The part of MarkupSafe that is written in C, or its stand-in: text in, text out.
_escape_text: Callable[[str], str] = vars(markupsafe)["_escape_inner"]


def escape(value: object) -> str:
    """Text for a page. MarkupSafe wraps each piece in its own type, which takes longer than the
    escaping, and is undone when the pieces are joined; what a macro returns is wrapped as ever."""
    kind = type(value)
    if kind is str:
        return _escape_text(value)  # type: ignore[arg-type]  # it is one
    if kind is markupsafe.Markup:
        return value  # type: ignore[return-value]  # it is one
    if isinstance(value, Record | tuple):
        # Python would write out all that it holds, though the template meant a part of it.
        what = f"a `{kind.__name__}`" if isinstance(value, Record) else "a row of values"
        raise TemplateRuntimeError(f"it prints {what} as a whole. Name the part that is meant")
    return markupsafe.escape(value)


def joined(*parts: object) -> str:
    """Parts of a text in a row. Jinja asks each whether it is markup before it joins them."""
    for part in parts:
        if type(part) is not str:
            return markup_join(parts)
    return "".join(parts)  # type: ignore[arg-type]  # they are texts


def shown(function: Callable[..., object], *args: object) -> str:
    """What a call gives, for a page. What a macro makes is escaped already: to say so would cost as
    much again as to make it."""
    if type(function) is Fragment:
        return function.text(args)
    return escape(function(*args))


def as_markup(text: str) -> markupsafe.Markup:
    """A text that is markup. The class itself would look first whether it is some already."""
    return str.__new__(markupsafe.Markup, text)


# Texts that one macro keeps: after so many it begins anew. They are some ten megabytes.
MOST = 20_000
_NOTHING: dict[str, str] = {}


class Fragment(Macro):
    """A macro. What it makes of a `Shared` part is kept: a macro sees its arguments alone, so the
    same ones give the same text, with the same names looked up on the way.
    """

    def __init__(self, environment: Templates, *given: Any) -> None:  # noqa: ANN401  as in Jinja
        super().__init__(environment, *given)
        self._templates = environment
        caught = self.catch_kwargs or self.catch_varargs or self.caller or self.explicit_caller
        self._plain = not caught
        self._absent = (missing,) * self._argument_count
        self._kept: dict[tuple[type, ...], dict[bytes, tuple[bytes, dict[str, str]]]] = {}
        self._count = 0

    def __call__(self, *args: Any, **kwargs: Any) -> str:  # noqa: ANN401  as in Jinja
        """The text for these arguments."""
        if kwargs:
            names = self.arguments[len(args) :]
            if not self._plain or not kwargs.keys() <= set(names):
                return super().__call__(*args, **kwargs)
            args = (*args, *(kwargs.get(name, missing) for name in names))
        return as_markup(self.text(args))

    def text(self, args: tuple[Any, ...]) -> str:
        """The same, not yet said to be markup."""
        if not self._plain or len(args) > self._argument_count:
            return super().__call__(*args)
        for each in args:
            # Most are texts and numbers, of which Python would ask what all they are.
            if type(type(each)) is RecordType and isinstance(each, Shared):
                return self._remembered(args)
        return self._func(*args, *self._absent[len(args) :])

    def _remembered(self, args: tuple[Any, ...]) -> str:
        # Texts are held as bytes, and parts by their digests: those of a large archive would fill
        # the memory of each process that renders.
        try:
            key = blake2b(_encode(args), digest_size=DIGEST_SIZE).digest()
        except TypeError:
            # Something that cannot be written down, such as a macro.
            return self._func(*args, *self._absent[len(args) :])
        # Markup is written down as str is, but does not read alike.
        kept = self._kept.setdefault(tuple(map(type, args)), {})
        found = kept.get(key)
        if found is not None:
            if found[1]:
                self._templates.note(found[1])
            return found[0].decode()
        with self._templates.aside() as seen:
            text: str = self._func(*args, *self._absent[len(args) :])
        if self._count == MOST:
            self._kept, self._count = {}, 0
            kept = self._kept.setdefault(tuple(map(type, args)), {})
        kept[key] = (text.encode(), seen or _NOTHING)
        self._count += 1
        if seen:
            self._templates.note(seen)
        return text


def _written(value: object) -> None:
    # An argument that was not given has a type of its own, which is compared too.
    if value is not missing:
        raise TypeError(value)


_encode = msgspec.msgpack.Encoder(enc_hook=_written).encode
