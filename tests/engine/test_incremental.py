"""The incremental build against the clean one. Five hundred sequences: `make machine`."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.engine.machine import Incremental

SEQUENCES = int(os.environ.get("BRIEFGEN_SEQUENCES", "25"))

TestIncremental = pytest.mark.timeout(0 if SEQUENCES > 25 else 900)(Incremental.TestCase)
TestIncremental.settings = settings(
    max_examples=SEQUENCES,
    stateful_step_count=12,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)
