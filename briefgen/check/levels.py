"""Which codes have a level: a site can change it, and an item can silence them with a reason.

What has no level here makes a page wrong, unsafe or impossible, and is always an error.
"""

from __future__ import annotations

import functools

from briefgen.check.item_rules import all_item_rules
from briefgen.check.rules import all_rules
from briefgen.model.settings import Level

# What is told of the text of a file while it is read.
READING = {
    "attribute-invalid": Level.WARNING,
    "attribute-unknown": Level.WARNING,
    "check-unknown": Level.WARNING,
    # An error: what was to be internal may stand above it, with a slip in its first line.
    "container-stray": Level.ERROR,
    "container-unclosed": Level.WARNING,
    "file-ignored": Level.WARNING,
    "footnote-missing": Level.WARNING,
    "footnote-unused": Level.WARNING,
    "html-escaped": Level.WARNING,
    "html-removed": Level.WARNING,
    "html-unclosed": Level.WARNING,
    "id-twice": Level.WARNING,
    "link-label": Level.WARNING,
    "link-syntax": Level.WARNING,
    "list-comma": Level.WARNING,
    "private-character": Level.WARNING,
}

# What `check --links` tells of addresses.
LINKS = {"link-dead": Level.ERROR, "link-moved": Level.NOTE, "link-unchecked": Level.NOTE}


@functools.cache
def default_levels() -> dict[str, Level]:
    """The level of each code unless the settings say otherwise."""
    of_items = {rule.code: rule.level for rule in all_item_rules()}
    return READING | LINKS | of_items | {rule.code: rule.level for rule in all_rules()}
