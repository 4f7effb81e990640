"""The texts with which a new article, packet or page begins.

Keys stand in the order in which a page shows them. What must be there is filled in, so that a draft
disturbs no build; a key that can be left out is a comment, or empty, which counts as left out.
"""

from __future__ import annotations

from briefgen.model.item import Kind

# What stands in a draft where a text is to stand; a published item with it is found by a check.
PLACEHOLDER = "To be written"

ARTICLE = """\
---
title: @TITLE@
date: @DATE@          # the day of this entry
status: draft             # delete this line when all may read it
@TLP@\
summary: To be written.   # two or three sentences of your own
# key_points:             # what matters, one sentence each
#   - The first point.
source:                   # what you sum up
  title: To be written    # its headline
  publisher:
  # author: []            # one name or several
  published:              # 2021-07-08, or as much as is known: 2021-07, 2021
  url:
  language:               # of the source: en, fa, ru, ...
  # rating: B2            # source A to F, what it says 1 to 6; F and 6: cannot be judged
  # descriptor:           # how the source knows
# statements:             # who said what, word for word
#   - speaker:
#     role:
#     quote: ""
#     date:
# events:                 # what happened when
#   - date:
#     what:
#     where:
people: []                # names as in entities.yaml, or new ones: [Wang Yi, Zamir Kabulov]
organizations: []
places: []
topics: []
# relevance:              # why it matters to your readers
# assessment:             # your own view, apart from what the source says
# related: []             # other articles: their file names, without date and .md
---

To be written.
"""

PACKET = """\
---
title: @TITLE@
date: @DATE@          # the day of this packet
status: draft             # delete this line when all may read it
# series:                 # packets that follow one another bear the same word here
# number: 1
# period:                 # what it covers: 2021-07-08/2021-07-15
# cutoff:                 # nothing later was used: 2021-07-15T18:00Z
@TLP@\
# purpose:                # why it was put together
bluf: To be written.      # bottom line, up front: for who reads nothing else
# key_judgments:
#   - text: The talks are likely to go on.
#     likelihood: likely  # almost no chance, very unlikely, unlikely, roughly even chance, likely,
#                         # very likely, almost certain
#     confidence: moderate  # low, moderate, high
#     articles: []        # what it rests on
sections:                 # which articles, in which order
  - title: To be written
    articles: []          # their file names, without date and .md: [first-talks, the-denial]
# gaps: []                # what is not known
# watch: []               # what to look out for
---

To be written: the editor’s note.
"""

PAGE = """\
---
title: @TITLE@
status: draft   # delete this line when all may read it
@TLP@\
summary:        # one sentence, for lists and search engines
---

To be written.
"""

DRAFTS = {Kind.ARTICLE: ARTICLE, Kind.PACKET: PACKET, Kind.PAGE: PAGE}
# Where the site sets no label of its own, nobody has decided yet: the strictest stands.
TLP = "tlp: RED                  # who may see it: CLEAR, GREEN, AMBER, AMBER+STRICT, RED, none\n"


def draft_text(kind: Kind, title: str, date: str, *, labelled: bool) -> str:
    """The text of a new item. `title` is a scalar of YAML; `labelled` if it needs a label."""
    return (
        DRAFTS[kind]
        .replace("@DATE@", date)
        .replace("@TLP@", TLP if labelled else "")
        .replace("@TITLE@", title)
    )
