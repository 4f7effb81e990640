"""How many words a run must have that two texts share."""

from __future__ import annotations

# Shorter runs are names, titles and turns of phrase; they are not looked for.
SHORTEST = 8
