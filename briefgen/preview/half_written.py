"""Whether an error may come from a file that somebody was still writing."""

from __future__ import annotations

# Seconds after a failed build until its files are looked at again.
PAUSE = 0.05
# A file changed less than so many seconds ago may not be complete.
YOUNG = 0.1
# Seconds after the first failure at which the error is shown, whatever goes on.
MOST = 0.5


def read_again(*, changed: bool, ages: tuple[float, ...], failing_for: float) -> bool:
    """Whether to build again before the error is shown. `changed`: something happened since the
    build; `ages` are the seconds since the files with errors changed; `failing_for` is the time in
    seconds since the first of the failed builds."""
    if failing_for >= MOST:
        return False
    # A file from the future comes of a clock set back, not of a writer.
    return changed or any(0 <= age < YOUNG for age in ages)
