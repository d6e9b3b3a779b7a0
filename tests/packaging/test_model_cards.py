"""The cards of the bundled models say what their scripts write."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(("model", "script"), [("digits", "fusion_card.py"), ("things", "card.py")])
def test_the_limits_are_those_of_the_script(model: str, script: str) -> None:
    source = (_ROOT / "packaging" / "models" / model / script).read_text("utf-8")
    found = re.search(r'^_LIMITS = """(.*?)"""', source, re.DOTALL | re.MULTILINE)
    assert found is not None
    assert (_ROOT / "resources" / "models" / model / "card.md").read_text("utf-8").endswith(found[1])


def test_rounded_shares_agree_with_the_tables() -> None:
    """What the limits say in words is what the tables say in percent."""
    digits, things = (
        (_ROOT / "resources" / "models" / name / "card.md").read_text("utf-8") for name in ("digits", "things")
    )
    assert "| picture, other writers' scans of 8 pixels | 1797 | 29.5 % |" in digits
    assert "named rightly three times in ten" in digits
    assert "| typed | 1500 | 12.9 % |" in things
    assert "one in eight of other texts" in things
    assert "| voices in quiet rooms | 620 | 95.5 % |" in things
    assert "One name in twenty-two said by a voice never heard" in things
