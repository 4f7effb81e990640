"""An error is shown only when nobody is writing any more."""

from __future__ import annotations

import pytest

from briefgen.preview.half_written import MOST, YOUNG, read_again


@pytest.mark.parametrize(
    ("changed", "ages", "failing_for", "again"),
    [
        pytest.param(True, (), 0.05, True, id="something arrived"),
        pytest.param(False, (YOUNG - 0.01,), 0.05, True, id="the file is young"),
        pytest.param(False, (60.0, 0.0), 0.05, True, id="one of the files is"),
        pytest.param(False, (YOUNG,), 0.05, False, id="old enough"),
        pytest.param(False, (), 0.05, False, id="no file"),
        pytest.param(False, (-5.0,), 0.05, False, id="the clock was set back"),
        pytest.param(True, (0.0,), MOST, False, id="it never ends"),
    ],
)
def test_whether_to_read_again(
    changed: bool,  # noqa: FBT001  a column of the table
    ages: tuple[float, ...],
    failing_for: float,
    again: bool,  # noqa: FBT001
) -> None:
    assert read_again(changed=changed, ages=ages, failing_for=failing_for) is again
