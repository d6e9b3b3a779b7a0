"""What every test of the window has."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mmdesk.core.input_kind import INPUT_KINDS


@pytest.fixture(autouse=True)
def kinds_as_before() -> Iterator[None]:
    """Take back the kinds of input that a test has made up."""
    before = dict(INPUT_KINDS.loaded)
    yield
    INPUT_KINDS.loaded.clear()
    INPUT_KINDS.loaded.update(before)
