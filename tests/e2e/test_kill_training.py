"""A training run that is killed in the middle ends, when resumed, where an unperturbed one ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from safetensors.torch import load_file

from tests.training.tiny import write_tiny

OPTIONS = [
    "--encoder", "image=cnn", "--encoder", "audio=mel_rnn", "--encoder", "text=tfidf", "--dim", "16",
    "--encoder-epochs", "5", "--fusion-epochs", "8", "--batch-size", "8", "--device", "cpu",
]  # fmt: skip


def command(data: Path, out: Path) -> list[str]:
    return [sys.executable, "-m", "mmdesk", "train", str(data), "--out", str(out), *OPTIONS]


def figures(output: str) -> dict[str, object]:
    summary = json.loads(output)
    return {name: summary[name] for name in ("epochs", "validation_accuracy", "validation_loss", "input_accuracy")}


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "kill"), reason="needs a hard kill")
@pytest.mark.parametrize("stage", ["encoders", "fusion"])
def test_kill_and_resume(tmp_path: Path, stage: str):
    data = write_tiny(tmp_path / "data", per_class=10)
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    whole = subprocess.run(
        command(data, tmp_path / "whole"), env=environment, capture_output=True, text=True, check=True, timeout=300
    )
    with subprocess.Popen(
        command(data, tmp_path / "killed"),
        env=environment,
        stderr=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        text=True,
    ) as victim:
        assert victim.stderr is not None
        for line in victim.stderr:
            # Its state of epoch 3 is, or is just being, written; either way nothing may be lost but that epoch.
            if line.startswith(f"{stage}   3/"):
                victim.kill()
                break
        assert victim.wait(30) != 0
    assert not (tmp_path / "killed").exists()
    resumed = subprocess.run(
        command(data, tmp_path / "killed"), env=environment, capture_output=True, text=True, check=True, timeout=300
    )
    assert "continuing the interrupted run" in resumed.stderr
    assert resumed.stderr.count("encoders   ") < 5
    assert figures(resumed.stdout) == figures(whole.stdout)
    weights = [load_file(tmp_path / name / "model.safetensors") for name in ("whole", "killed")]
    assert all(weights[0][name].equal(weights[1][name]) for name in weights[0])
