"""mmdesk dataset, as it is called."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import pytest

from mmdesk.app.command_line import main


def write_table(root: Path, rows: str) -> str:
    (root / "samples.csv").write_text("image,text,label\n" + rows, encoding="utf-8")
    return str(root)


def test_a_sound_folder_is_reported_and_drawn(tmp_path: Path, capsys: pytest.CaptureFixture[str], qapp: object) -> None:
    cv2.imwrite(str(tmp_path / "a.png"), np.full((30, 20, 3), 200, np.uint8))
    folder = write_table(tmp_path, "a.png,erstes,x\n,второе,y\n,第三,x\n")
    assert main(["dataset", "check", folder]) == 0
    assert "3 samples in 2 classes" in capsys.readouterr().out
    sheet = tmp_path / "sheet.png"
    assert main(["dataset", "preview", folder, "--out", str(sheet), "--samples", "3"]) == 0
    picture = cv2.imread(str(sheet))
    assert picture is not None
    assert (picture == 200).all(axis=2).sum() > 1_000


def test_problems_are_all_reported_and_the_status_is_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_table(tmp_path, "../a.png,,x\n,ok,y\n,,x\n")
    assert main(["dataset", "check", folder]) == 2
    reported = capsys.readouterr().err
    assert "samples.csv:2: " in reported
    assert "samples.csv:4: " in reported
    assert main(["dataset", "preview", folder, "--out", str(tmp_path / "sheet.png")]) == 2
    assert main(["dataset", "check", str(tmp_path / "nowhere")]) == 2


@pytest.mark.parametrize("words", [["--samples", "0"], ["--out", "sheet.txt"]])
def test_impossible_options(tmp_path: Path, words: list[str]) -> None:
    assert main(["dataset", "preview", str(tmp_path), "--out", str(tmp_path / "a.png"), *words]) == 2
