"""The names that a page looked up, by which it is found when one of them stands for another."""

from __future__ import annotations

# What a page depends on beside its view: "template:NAME", "asset:NAME" and "words:" (a brief in a
# language of its own: "words:fa"), each with the digest of what it stood for.
Lookups = tuple[tuple[str, str], ...]
ASSET, WORDS = "asset:", "words:"
# Stands among the lookups of a page in which the addresses of assets stand plainly: each where it
# was asked for, and nowhere else. What became of them can be put in their place.
PLAINLY = ("hrefs:", "plain")
