"""Jinja's filters, without what costs more than the filtering: each use asks whether templates run
asynchronously, and an attribute is looked for as an item first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from jinja2 import pass_context
from jinja2.filters import sync_do_map
from jinja2.runtime import Context

from briefgen.model.base import Record

Filter = Callable[..., Any]


def plain_filters(filters: Mapping[str, Filter]) -> dict[str, Filter]:
    """The same filters, which do the same."""
    plain = {
        name: vars(each)["__wrapped__"] if hasattr(each, "jinja_async_variant") else each
        for name, each in filters.items()
    }
    return {**plain, "map": _map}


@pass_context
def _map(context: Context, value: Any, *args: Any, **kwargs: Any) -> Iterable[object]:  # noqa: ANN401
    """As in Jinja; an attribute of records by the shortest way."""
    name = kwargs.get("attribute")
    if args or len(kwargs) != 1 or not isinstance(name, str) or not name.isidentifier():
        return sync_do_map(context, value, *args, **kwargs)
    return _attributes(context, value, name)


def _attributes(context: Context, value: Iterable[object], name: str) -> Iterable[object]:
    # Not `None`, and not something undefined, as in Jinja.
    if value:
        for each in value:
            found = getattr(each, name, _ABSENT) if isinstance(each, Record) else _ABSENT
            yield context.environment.getitem(each, name) if found is _ABSENT else found


_ABSENT = object()
