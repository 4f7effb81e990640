"""An item whose label nobody has decided."""

from __future__ import annotations

from collections.abc import Iterable

from briefgen.check.rule import Rule, Subject
from briefgen.model.finding import Finding


def _unlabelled(subject: Subject) -> Iterable[Finding]:
    if subject.settings.default_tlp is not None:
        return
    for face in subject.faces:
        if face.keys.tlp is None:
            yield Finding(
                code="tlp-missing",
                message="This item has no label, and the site sets no `default_tlp`.",
                item=face.id,
                path=face.path,
                field="title",  # by its title an item is known
                hint="Add `tlp:` to the item (CLEAR, GREEN, AMBER, AMBER+STRICT, RED, or none for "
                "unmarked), or `default_tlp:` to briefgen.yaml.",
            )


RULES = (Rule(code="tlp-missing", run=_unlabelled),)
