"""Markdown, rendered as far as one file alone allows.

`parser.py` says what is understood; one rule a file follows the library's manner: `attributes.py`,
`containers.py`, `marked.py` (places of links and pictures), `raw.py` (HTML), `wiki.py`. What comes
out of it passes through `pairing.py`, `secrecy.py`, `footnotes.py` and `headings.py`, and is
written as HTML by `blocks.py` and `inlines.py`. `text.py` strings them together.
"""
