"""Measure a trained speech encoder on a folder of test recordings."""

from __future__ import annotations

import csv
from collections import defaultdict
from pathlib import Path
from typing import Any

import soundfile
import torch
from torch import nn

from mmdesk.models.encoders.audio import SpeechRNNEncoder


@torch.inference_mode()
def measured_folder(encoder: SpeechRNNEncoder, head: nn.Linear, folder: Path, name: str) -> dict[str, Any]:
    """Measure on ``<name>.csv`` (file, label, voice) in ``folder``.

    Returns:
        ``accuracy`` (abstaining, evidence below 0.5, is wrong), ``accuracy_forced`` (the classifier alone),
        ``abstained``, ``false_alarms`` on background (None without any), ``by_group`` (right answers and count per
        voice or language), ``errors`` (up to 60 files with label, answer, evidence, voice).
    """
    with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    forced, abstained, alarms, background = 0, 0, 0, 0
    errors: list[str] = []
    for row in rows:
        wave, _ = soundfile.read(folder / row["file"], dtype="float32")
        embedding, evidence = encoder(encoder.prepare(wave)[None])
        answer, probability = int(head(embedding).argmax()), float(torch.sigmoid(evidence)[0])
        if not row["label"]:
            background += 1
            alarms += probability >= 0.5
            continue
        voice = row["voice"]
        group = ":".join(voice.split(":")[:2]) if ":" in voice else voice
        right = answer == int(row["label"])
        forced += right
        abstained += probability < 0.5
        for key in (group, "all"):
            totals[key][0] += right and probability >= 0.5
            totals[key][1] += 1
        if not (right and probability >= 0.5) and len(errors) < 60:
            errors.append(f"{row['file']} {row['label']}->{answer} {probability:.2f} {voice}")
    digits = totals.pop("all")
    return {
        "accuracy": digits[0] / digits[1],
        "accuracy_forced": forced / digits[1],
        "abstained": abstained / digits[1],
        "false_alarms": alarms / background if background else None,
        "by_group": {key: [value[0], value[1]] for key, value in sorted(totals.items())},
        "errors": errors,
    }
