"""The card of the bundled digits says all that its scripts measure."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from mmdesk.core.shares import share_interval

REPOSITORY = Path(__file__).resolve().parents[2]
CARD = REPOSITORY / "resources" / "models" / "digits" / "card.md"


@pytest.fixture(scope="module")
def scripts() -> Iterator[dict[str, ModuleType]]:
    folder = str(REPOSITORY / "packaging" / "models" / "digits")
    sys.path.insert(0, folder)
    try:
        yield {name: __import__(name) for name in ("evaluate", "fusion_card")}
    finally:
        sys.path.remove(folder)


def test_every_table_of_test_samples_is_measured_and_in_the_card(
    scripts: dict[str, ModuleType], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A table that the script does not know by name is measured under its own."""
    evaluate = scripts["evaluate"]
    folder = tmp_path / "test"
    folder.mkdir()
    for name in ("image_composite", "image_other_writers", "image_from_elsewhere", "audio_synthetic", "text"):
        column = "text" if name == "text" else "file"
        lines = [f"{column},label", *(f"sample {digit},{digit}" for digit in range(10))]
        (folder / f"{name}.csv").write_text("\n".join(lines), encoding="utf-8")
    (folder / "image_composite.partial.csv").write_text("file,label\nx,1", encoding="utf-8")
    monkeypatch.setattr(evaluate, "predict", lambda rows, model: [{"label": "1", "confidence": 0.4} for _ in rows])
    found = evaluate.evaluate(tmp_path, tmp_path)
    names = [row["name"] for row in found["accuracy"]]
    assert "picture, other writers' scans of 8 pixels" in names
    assert "image_from_elsewhere" in names
    # A tenth is right where four tenths are promised.
    assert all(row["calibration_error"] == pytest.approx(0.3) for row in found["accuracy"])
    lines = scripts["fusion_card"]._test_table(found)
    for row in (*found["accuracy"], *found["false_alarms"]):
        assert any(line.startswith(f"| {row['name']} | {row['n']} |") for line in lines), row["name"]


def test_calibration_error_is_the_gap_between_being_sure_and_being_right(scripts: dict[str, ModuleType]) -> None:
    error = scripts["evaluate"].calibration_error
    assert error([(0.75, True)] * 3 + [(0.75, False)]) == pytest.approx(0.0)
    assert error([(1.0, False), (0.0, True)]) == pytest.approx(1.0)
    assert error([]) == 0.0


def test_the_bundled_card_names_its_tables_as_the_evaluation_does(scripts: dict[str, ModuleType]) -> None:
    titles = scripts["evaluate"]._TITLES
    card = CARD.read_text(encoding="utf-8")
    for name in ("image_clean", "image_other_writers", "image_composite", "audio_synthetic", "audio_human", "text"):
        assert f"| {titles[name]} | " in card, name
    rows = re.findall(r"^\| (picture[^|]*|text) \| \d", card, re.MULTILINE)
    assert set(rows) <= set(titles.values())


def test_intervals_of_the_bundled_card_are_those_of_its_shares() -> None:
    rows = re.findall(
        r"^\| [^|]+ \| (\d+) \| ([\d.]+) % \| ([\d.]+)–([\d.]+) \|", CARD.read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) >= 20
    for count, share, low, high in rows:
        expected = share_interval(round(float(share) / 100 * int(count)), int(count))
        assert float(low) == pytest.approx(100 * expected.low, abs=0.15), "the shares are rounded"
        assert float(high) == pytest.approx(100 * expected.high, abs=0.15), "the shares are rounded"
        assert float(low) < float(high)
