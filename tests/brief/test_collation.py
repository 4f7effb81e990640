"""The order of names in an index."""

from __future__ import annotations

import random

import pytest

from briefgen.plan.collation import order_of

ORDERS = [
    # Word by word, as indexes file; case, marks and points do not count.
    ["Al Jazeera", "Al-Qaida", "Alamy", "Álvarez", "alwin"],
    ["Ёлкин", "Ершов", "Жуков", "Ильин", "Йорданов", "Яшин"],
    ["آذر", "احمد", "بابر", "پروین", "تهران", "ژاله", "گلاب", "یاسر"],
    ["Άννα", "Βασίλης", "Ωρίων"],
    # Numbers first, then the scripts one after the other; what has no place of its own comes last.
    ["7th Division", "Zhirnov", "Абашидзе", "Ωρίων", "آذر", "אבא", "北京"],
    ["Öztürk", "Paris", "Škoda", "Tashkent"],
]


@pytest.mark.parametrize("wanted", ORDERS, ids=lambda names: names[0])
def test_names_stand_as_their_readers_look_for_them(wanted: list[str]) -> None:
    mixed = random.Random(7).sample(wanted, len(wanted))  # noqa: S311  an order, not a secret
    assert sorted(mixed, key=order_of) == wanted
