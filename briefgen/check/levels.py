"""Which codes have a level: a site can change it, and an item can silence them with a reason.

What has no level here makes a page wrong, unsafe or impossible, and is always an error. They stand
here and not with their rules, because every build asks for them, and most run no rule.
"""

from __future__ import annotations

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

# What the rules of one item find (`item_rules.py`).
OF_ITEMS = {
    "date-relative": Level.WARNING,
    "judgment-hedged": Level.WARNING,
    "judgment-unsupported": Level.WARNING,
    "likelihood-confidence": Level.WARNING,
    "likelihood-differs": Level.WARNING,
    "likelihood-rows": Level.WARNING,
    "placeholder": Level.ERROR,
}

# What the rules over all items find (`rules.py`).
OF_SITE = {
    "after-cutoff": Level.WARNING,
    "alt-missing": Level.ERROR,
    "archival-unverified": Level.WARNING,
    "audience-unknown": Level.ERROR,
    "correction-ahead": Level.WARNING,
    "date-missing": Level.ERROR,
    "dispute-quote": Level.ERROR,
    "duplicate-likely": Level.WARNING,
    "entry-repeated": Level.WARNING,
    "judgment-baseless": Level.WARNING,
    "judgment-undercut": Level.WARNING,
    "lede-copied": Level.WARNING,
    "name-near": Level.WARNING,
    "quotation-absent": Level.ERROR,
    "quotation-altered": Level.ERROR,
    "quotation-prose": Level.WARNING,
    "quotation-short": Level.WARNING,
    "quotation-speaker": Level.WARNING,
    "quotation-spliced": Level.ERROR,
    "quotation-turned": Level.WARNING,
    "quotation-uncarried": Level.WARNING,
    "quoted-of-article": Level.WARNING,
    "quoted-of-source": Level.WARNING,
    "select-empty": Level.WARNING,
    "select-unknown": Level.WARNING,
    "snapshot-changed": Level.ERROR,
    "snapshot-missing": Level.ERROR,
    "source-missing": Level.ERROR,
    "summary-missing": Level.ERROR,
    "text-copied": Level.WARNING,
    "tlp-missing": Level.ERROR,
}

# The level of each code unless the settings say otherwise.
LEVELS = READING | LINKS | OF_ITEMS | OF_SITE
