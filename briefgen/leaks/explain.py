"""Whether a probe is explained by what may be read anyhow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefgen.leaks.fold import BREAK, fold
from briefgen.leaks.index import Index
from briefgen.leaks.probes import plain_text

# Bytes of a value that counts as a part of a probe: any text is made of single letters.
_NAME = 3
# Bytes of text that are searched at once.
_BATCH = 60_000


def standing_in(probes: frozenset[bytes], texts: Iterable[tuple[str, str]]) -> dict[bytes, str]:
    """The probes that stand in one of the texts, each with the name of that text. It stops as soon
    as all are found.
    """
    index = Index(probes)
    found: dict[bytes, str] = {}
    for batch in _batches((name, fold(plain_text(text))) for name, text in texts):
        new = index.find(BREAK.encode().join(folded for _, folded in batch))
        found |= {probe: next(name for name, text in batch if probe in text) for probe in new}
        index.forget(new)
        if not index:
            break
    return found


def _batches(texts: Iterable[tuple[str, bytes]]) -> Iterator[list[tuple[str, bytes]]]:
    """Some texts at a time: to search one takes longer than it is long."""
    batch: list[tuple[str, bytes]] = []
    size = 0
    for name, text in texts:
        batch.append((name, text))
        size += len(text)
        if size > _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def made_of(probes: Iterable[bytes], values: Iterable[str]) -> frozenset[bytes]:
    """The probes that are nothing but such values one after the other, as names in a list are."""
    pieces = {f for value in values if len(f := fold(value)) >= _NAME and BREAK not in value}
    return frozenset(probe for probe in probes if _covered(probe, pieces))


def _covered(probe: bytes, pieces: set[bytes]) -> bool:
    reached = [True] + [False] * len(probe)
    for end in range(1, len(probe) + 1):
        reached[end] = any(reached[start] and probe[start:end] in pieces for start in range(end))
    return reached[-1]
