"""The calculator's sample session, replayed: what a method can represent decides whether it is right."""

from __future__ import annotations

import csv
from pathlib import Path

from mmdesk.app.command_line import main
from mmdesk.app.paths import resources

# Seconds into a scene in which everything is shown, said and typed, and what it makes.
MOMENTS = {"4.000": "15", "9.000": "8", "14.000": "2", "19.000": "42", "42.000": "6"}


def _answers(fusion: str, out: Path) -> dict[str, dict[str, str]]:
    session = resources() / "sessions" / "calculator"
    words = ["replay", str(session), "--model", "calculator", "--fusion", fusion, "--rate", "1", "--out", str(out)]
    assert main(words) == 0
    with (out / "predictions.csv").open(encoding="utf-8", newline="") as stream:
        return {row["time_s"]: row for row in csv.DictReader(stream)}


def test_deep_works_out_what_late_fusion_cannot(tmp_path: Path) -> None:
    deep, late = _answers("deep", tmp_path / "deep"), _answers("late", tmp_path / "late")
    assert {time: deep[time]["label"] for time in MOMENTS} == MOMENTS
    assert sum(late[time]["label"] == right for time, right in MOMENTS.items()) <= 1
    # Two operators are none, and a number alone leaves much open.
    assert deep["36.000"]["presence_text"] != "present"
    assert float(deep["23.000"]["confidence"]) < 0.3
