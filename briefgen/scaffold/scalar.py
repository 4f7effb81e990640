"""A text as a scalar of YAML."""

from __future__ import annotations

import json
import re

# What YAML takes for nothing but text, whatever reads it: it begins with a letter, and has no sign
# in it that means something there.
PLAIN = re.compile(r"[^\W\d_](?:[\w .,;’“”„«»()/–—…?!+-]*[\w.’”“»)?!…])?")
# Words that YAML 1.1 takes for a truth value or for nothing (yaml.org/type).
WORDS = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null"))


def yaml_scalar(text: str) -> str:
    """`text` on one line, in quotation marks where it needs them."""
    if PLAIN.fullmatch(text) and text.casefold() not in WORDS:
        return text
    # Each escape of JSON is one of YAML too.
    return json.dumps(text, ensure_ascii=False)
