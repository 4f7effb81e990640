"""The forms of artifacts: what each is made from, put aside in the cache until it is made.

The views of a large archive fill more memory than all else that is known of it. So each goes into
the cache as soon as it is planned, if its file is to be made, and is fetched by the process that
makes it. It stays there: where only bodies or templates have changed since, nothing is planned.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from briefgen.model.base import DIGEST_SIZE, Record
from briefgen.plan.artifact import Artifact, ArtifactKind, Form, Need, form_of, shown_by
from briefgen.plan.views.files import Figure
from briefgen.plan.views.frame import Frame, SiteView
from briefgen.render.assets import Moved
from briefgen.store.cache import Cache, StoredForm

# Forms that are written together.
_TOGETHER = 500
# Where views are declared.
_VIEWS = "briefgen."


class Unasked(Record):
    """Stands for the view of an artifact that is fresh, or whose form is in the cache."""


UNASKED = Unasked()
Shown = tuple[tuple[str, tuple[tuple[str, str], ...], tuple[Figure | None, ...], bool], ...]


class KeptForm(Record):
    """A form as it is kept: its digest, the class of its view, whether the site's view belongs to
    it, and the bytes; and the forms of what is attached."""

    digest: str
    module: str
    name: str
    whole: bool
    data: bytes
    attached: tuple[KeptAttached, ...] = ()


class KeptAttached(Record):
    """An artifact that is put into another one."""

    path: str
    kind: ArtifactKind
    template: str
    form: KeptForm


def has_form(kind: ArtifactKind) -> bool:
    """Whether artifacts of this kind are kept so."""
    return kind is not ArtifactKind.MEDIA


def bare(artifact: Artifact) -> Artifact:
    """The same without what its form has."""
    return Artifact(
        path=artifact.path,
        kind=artifact.kind,
        page=UNASKED,
        template=artifact.template,
        needs=tuple(Need(item=each.item, body=each.body) for each in shown_by(artifact)),
        items=artifact.items,
    )


def form_in(view: str) -> str:
    """The digest of the form, out of that of the view."""
    return view[: 2 * DIGEST_SIZE]


class Forms:
    """Writes the forms of artifacts into the cache, some at a time."""

    def __init__(self, cache: Cache, folder: str) -> None:
        self._cache = cache
        self._folder = folder
        self._known = {path: form.digest for path, form in cache.known_forms(folder).items()}
        self._waiting: list[tuple[str, StoredForm]] = []

    def keep(self, artifact: Artifact, form: Form) -> None:
        """Take one, if it is new."""
        if self._known.get(artifact.path) == form.digest:
            return
        kept = _kept(artifact, form)
        stored = StoredForm(form.digest, artifact.template, msgspec.msgpack.encode(kept))
        self._waiting.append((artifact.path, stored))
        if len(self._waiting) == _TOGETHER:
            self._write()

    def finish(self, artifacts: Iterable[Artifact]) -> None:
        """Write what waits, and forget the forms of what is no longer planned."""
        self._write()
        live = {each.path for each in artifacts if has_form(each.kind)}
        self._cache.forget_forms(self._folder, live)

    def _write(self) -> None:
        if self._waiting:
            self._cache.keep_forms(self._folder, self._waiting)
            self._waiting = []


def _kept(artifact: Artifact, form: Form) -> KeptForm:
    view = type(artifact.page)
    return KeptForm(
        digest=form.digest,
        module=view.__module__,
        name=view.__qualname__,
        whole=artifact.site is not None,
        data=form.data,
        attached=tuple(
            KeptAttached(
                path=each.path,
                kind=each.kind,
                template=each.template,
                form=_kept(each, form_of(each, "")),
            )
            for each in artifact.attached
        ),
    )


class Order(Record):
    """What the process is told that makes an artifact: the digest of its form, and the bodies that
    it shows, by their items, with their digests."""

    path: str
    kind: ArtifactKind
    form: str
    needs: tuple[tuple[str, str], ...]


def order_of(artifact: Artifact, view: str) -> Order:
    """The order for an artifact whose view has that digest."""
    needs = tuple((each.item, each.body) for each in artifact.needs)
    return Order(path=artifact.path, kind=artifact.kind, form=form_in(view), needs=needs)


def restored(order: Order, site: SiteView | None, stored: StoredForm | None) -> Artifact | None:
    """The artifact, from what is kept of its form; None if that is not kept, or does not fit."""
    if stored is None:
        return None
    try:
        form = msgspec.msgpack.decode(stored.value, type=KeptForm)
        if form.digest != order.form:
            return None
        return _opened(order.path, order.kind, stored.template, form, dict(order.needs), site)
    except (msgspec.MsgspecError, ImportError, AttributeError):
        return None


def _opened(  # noqa: PLR0913  all that an artifact is made of
    path: str,
    kind: ArtifactKind,
    template: str,
    form: KeptForm,
    bodies: Mapping[str, str],
    site: SiteView | None,
) -> Artifact:
    if not form.module.startswith(_VIEWS):
        raise ImportError
    view = getattr(importlib.import_module(form.module), form.name)
    frame, raw, shown = msgspec.msgpack.decode(
        form.data, type=tuple[Frame | None, msgspec.Raw, Shown]
    )
    return Artifact(
        path=path,
        kind=kind,
        template=template,
        site=site if form.whole else None,
        frame=frame,
        page=msgspec.msgpack.decode(raw, type=view),
        needs=tuple(
            Need(item=item, body=bodies[item], links=links, figures=figures, internal=internal)
            for item, links, figures, internal in shown
        ),
        attached=tuple(
            _opened(each.path, each.kind, each.template, each.form, bodies, site)
            for each in form.attached
        ),
    )


def fetch(
    orders: Sequence[Order],
    held: Mapping[str, Artifact],
    site: SiteView | None,
    cache: Cache,
    folder: str,
) -> tuple[Artifact, ...]:
    """The artifacts of these orders, in their order; of those in `held` no form is kept.

    Raises:
        Moved: One is not what it should be: somebody else has been at the cache.
    """
    stored = cache.forms(folder, (each.path for each in orders if each.path not in held))
    made: list[Artifact] = []
    for order in orders:
        artifact = held.get(order.path) or restored(order, site, stored.get(order.path))
        if artifact is None:
            # None is worth anything: with none the next attempt makes all anew.
            cache.forget_forms(folder, ())
            raise Moved(order.path)
        made.append(artifact)
    return tuple(made)
