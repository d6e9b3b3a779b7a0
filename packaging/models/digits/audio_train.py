"""Train the bundled digits model's speech encoder and measure it.

Speech is synthesised, joined by sound effects, the voices of Tux Paint's stamps and real people's digits where there
are some (``--spoken-digits``), degraded and turned into the frozen backbone's frames once (cached under ``--work``).
Then the GRU on top trains in minutes. Writes ``audio.safetensors`` (the encoder, backbone included) and ``audio.json``
(its configuration, the throw-away classifier, the metrics).

Usage: ``python packaging/models/digits/audio_train.py --work build/digits``
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import time
from pathlib import Path
from typing import Any

import numpy as np
import torch
from audio_data import Bank, Recordings, cached_bank, render
from audio_fit import CLASSES, Heard, Validation, calibrate, fit, keep_embedding, score, words
from audio_human import heard, human_sets, shares
from audio_measure import measured_folder
from audio_recordings import EFFECTS_PACKAGE, STAMPS_PACKAGE, commands, fetch, spoken_digits
from audio_tests import write_human, write_synthetic
from audio_voices import Split, family
from rounding import round_weights
from safetensors.torch import load_file, save_file
from torch import Tensor, nn

from mmdesk.models.backbones.speech_embedding import pretrained_weights
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.models.encoders.audio import SpeechRNNEncoder

_CHUNK = 250
_FIRST_SEED: dict[Split, int] = {"train": 100_000, "validation": 200_000}
# Clean digits, other utterances, degraded clips, by whether they are tidy.
_VALIDATION_SIZES = {True: (1_500, 1_900, 1_500), False: (1_500, 1_900, 3_000)}
_OTHERS_PER_DIGIT = 1.25
# Share of the harshly treated words that training hears the loud part of.
_LOUD_ONLY = 0.35
_KEEPING_EPOCHS = 5
_EMPTY = SpeechRNNEncoder()
_JOB: dict[str, Any] = {}


def _start_worker(bank: Bank, backbone: dict[str, Tensor], split: Split, tidy: bool) -> None:
    torch.set_num_threads(1)
    _EMPTY.backbone.load_state_dict(backbone)
    _JOB.update(bank=bank, split=split, tidy=tidy)


def _chunk_frames(chunk: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Render one chunk of clips and give their frames (float16), labels and languages."""
    tidy = _JOB["tidy"]
    seed = _FIRST_SEED[_JOB["split"]] + chunk + (50_000 if tidy else 0)
    background, strongest = (0.5, 0.35) if tidy else (0.5, 0.8)
    loud_only = _LOUD_ONLY if _JOB["split"] == "train" else 0.0
    clips = render(_JOB["bank"], _CHUNK, seed, background, (0.0, strongest), tidy=tidy, loud_only=loud_only)
    frames: list[Tensor] = []
    with torch.inference_mode():
        for start in range(0, _CHUNK, 10):
            waves = clips.waves[start : start + 10].numpy()
            prepared = torch.stack([_EMPTY.prepare((wave / 32_767.0).astype(np.float32)) for wave in waves])
            frames.append(_EMPTY.features(prepared).half())
    voices = _JOB["bank"].voices
    languages = ["" if source < 0 else family(voices[source]) for source in clips.sources.tolist()]
    return torch.cat(frames).numpy(), clips.labels.numpy(), np.array(languages)


def cached_frames(
    split: Split,
    work: Path,
    sizes: tuple[int, int, int],
    processes: int,
    *,
    tidy: bool = False,
    recordings: Recordings | None = None,
) -> Heard:
    """Return the frames (float16), labels and languages of a split's clips, made on first use.

    Args:
        split: Which voices.
        work: Where the cache lies.
        sizes: Clean digits, clean other words, degraded clips.
        processes: How many processes share the work.
        tidy: Whole words in mild noise, rather than everything that may happen to a word.
        recordings: What is heard in place of synthetic voices.
    """
    kind = "_tidy" if tidy else ""
    heard_of = "_".join(map(str, sizes)) if recordings is None else f"{recordings.name}_{sizes[2]}"
    cache = work / "cache" / f"audio_frames_{split}_{heard_of}{kind}.npz"
    if not cache.exists():
        cache.parent.mkdir(parents=True, exist_ok=True)
        bank = cached_bank(split, sizes[0], sizes[1], work) if recordings is None else recordings.bank()
        arguments = (bank, pretrained_weights(), split, tidy)
        with multiprocessing.get_context("fork").Pool(processes, _start_worker, arguments) as pool:
            parts = pool.map(_chunk_frames, range(-(-sizes[2] // _CHUNK)), chunksize=1)
        np.savez(
            cache,
            frames=np.concatenate([part[0] for part in parts]),
            labels=np.concatenate([part[1] for part in parts]),
            languages=np.concatenate([part[2] for part in parts]),
        )
    with np.load(cache) as stored:
        return Heard(torch.from_numpy(stored["frames"]), torch.from_numpy(stored["labels"]), stored["languages"])


def people_frames(
    work: Path, spoken: Path | None, held_out: str, command_folder: Path | None
) -> dict[str, tuple[Tensor, Tensor]]:
    """Return frames and labels of people's recordings for validation, with the digits of the people held out."""
    sets = human_sets(work, "validation")
    if spoken is not None:
        sets[f"digits {held_out}"] = list(zip(*spoken_digits(spoken, held_out), strict=True))
    if command_folder is not None:
        said = commands(command_folder, validation=True)
        sets["digits commands"] = [(sound, label) for sound, label, _ in said if label >= 0]
        sets["commands"] = [(sound, label) for sound, label, _ in said if label < 0]
    _EMPTY.backbone.load_state_dict(pretrained_weights())
    found = {}
    with torch.inference_mode():
        for name, sounds in sets.items():
            waves = [_EMPTY.prepare(sound) for sound, _ in sounds]
            parts = [_EMPTY.features(torch.stack(waves[at : at + 16])).half() for at in range(0, len(waves), 16)]
            if parts:
                found[name] = torch.cat(parts), torch.tensor([label for _, label in sounds])
    return found


def _save(encoder: SpeechRNNEncoder, head: nn.Linear, work: Path, report: dict[str, Any]) -> None:
    save_file({key: value.contiguous() for key, value in encoder.state_dict().items()}, work / "audio.safetensors")
    report |= {"kind": "speech_rnn", "encoder": encoder.config()}
    report["head"] = {"weight": head.weight.tolist(), "bias": head.bias.tolist()}
    (work / "audio.json").write_text(json.dumps(report, indent=1), encoding="utf-8")


def _calibrate_and_save(
    encoder: SpeechRNNEncoder, head: nn.Linear, work: Path, validation: Validation, report: dict[str, Any]
) -> None:
    metrics = report["metrics"]
    shift = calibrate(encoder, head, validation.tidy)
    metrics["evidence_shift"] = round(metrics.get("evidence_shift", 0.0) + shift, 3)
    metrics["validation"] = score(encoder, head, validation)[1]
    print(f"evidence shifted by {-shift:.2f}: {json.dumps(metrics)}", flush=True)
    _save(encoder, head, work, report)


def _test(encoder: SpeechRNNEncoder, head: nn.Linear, work: Path, report: dict[str, Any]) -> None:
    """Measure on everything held out for the test, and add the figures to the report."""
    metrics = report["metrics"]
    sets = human_sets(work, "test")
    metrics["people"] = {name: shares(*heard(encoder, head, sounds)) for name, sounds in sets.items() if sounds}
    print(json.dumps(metrics["people"]), flush=True)
    for name, write in (
        ("audio_human", write_human),
        ("audio_synthetic", write_synthetic),
        ("audio_synthetic_hard", write_synthetic),
    ):
        if not (work / "test" / f"{name}.csv").exists():
            write(work)
        metrics[name] = measured_folder(encoder, head, work / "test", name)
        print(name, json.dumps(metrics[name]), flush=True)
    _save(encoder, head, work, report)


def _load(work: Path) -> tuple[SpeechRNNEncoder, nn.Linear, dict[str, Any]]:
    """Return encoder, classifier and report of the last training."""
    report = json.loads((work / "audio.json").read_text(encoding="utf-8"))
    encoder = SpeechRNNEncoder(**report["encoder"])
    encoder.load_state_dict(load_file(work / "audio.safetensors"))
    head = nn.Linear(encoder.dim, CLASSES)
    head.load_state_dict({name: torch.tensor(value) for name, value in report["head"].items()})
    return encoder.eval(), head, report


def main() -> None:
    """Train, measure, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/digits"))
    parser.add_argument("--digits", type=int, default=13_000, help="clean digits to synthesise for training")
    parser.add_argument(
        "--clips",
        type=int,
        default=18_000,
        help="clips of them to train on: so many harshly degraded ones, and so many mildly",
    )
    parser.add_argument("--recorded-clips", type=int, default=18_000, help="the same, of people and sound effects")
    parser.add_argument("--spoken-digits", type=Path, help="folder of the Free Spoken Digit Dataset (audio_recordings)")
    parser.add_argument("--speech-commands", type=Path, help="folder of Speech Commands (audio_recordings)")
    parser.add_argument(
        "--alphabets", type=Path, nargs="*", default=[], help="folders of GCompris and Childsplay (audio_recordings)"
    )
    parser.add_argument("--held-out", default="theo", help="the person of that folder who is kept for validation")
    parser.add_argument("--epochs", type=int, default=24)
    parser.add_argument(
        "--embedding-of", type=Path, help="a model whose embedding is kept, so that its fusions are too"
    )
    parser.add_argument("--processes", type=int, default=2)
    only = parser.add_mutually_exclusive_group()
    only.add_argument("--calibrate-only", action="store_true", help="shift the evidence of the weights in --work")
    only.add_argument("--test-only", action="store_true", help="measure the weights in --work on the test, no more")
    arguments = parser.parse_args()
    work, count = arguments.work, arguments.processes
    torch.set_num_threads(count)
    if arguments.test_only:
        _test(*_load(work)[:2], work, _load(work)[2])
        return
    tidy, harsh = (cached_frames("validation", work, _VALIDATION_SIZES[it], count, tidy=it) for it in (True, False))
    people = people_frames(work, arguments.spoken_digits, arguments.held_out, arguments.speech_commands)
    validation = Validation(tidy, harsh, people)
    if arguments.calibrate_only:
        encoder, head, report = _load(work)
        _calibrate_and_save(encoder, head, work, validation, report)
        return
    started_s = time.monotonic()
    sizes = (arguments.digits, round(arguments.digits * _OTHERS_PER_DIGIT), arguments.clips)
    share = fetch(work, EFFECTS_PACKAGE, STAMPS_PACKAGE)
    recordings = Recordings.read(
        arguments.spoken_digits,
        arguments.held_out,
        share / "sonic-pi",
        share / "tuxpaint" / "stamps",
        arguments.speech_commands,
        arguments.alphabets,
    )
    parts = [
        cached_frames("train", work, of, count, tidy=tidy, recordings=heard)
        for of, heard in ((sizes, None), ((0, 0, arguments.recorded_clips), recordings))
        for tidy in (False, True)
    ]
    print(f"frames after {time.monotonic() - started_s:.0f} s", flush=True)
    train = Heard.joined(parts)
    encoder, head = fit(train, validation, arguments.epochs)
    if arguments.embedding_of is not None:
        earlier = load_checkpoint(arguments.embedding_of)
        keep_embedding(encoder, head, earlier, (train.frames, train.labels), words(train)[0], _KEEPING_EPOCHS)
    round_weights(encoder)
    encoder.backbone.load_state_dict(pretrained_weights())
    names = sorted(recordings.people)
    training = {"sizes": [*sizes, arguments.recorded_clips], "epochs": arguments.epochs, "people": names}
    report = {"training": training, "metrics": {"trained_on_people": names} | recordings.counts()}
    _calibrate_and_save(encoder, head, work, validation, report)
    _test(encoder, head, work, report)


if __name__ == "__main__":
    main()
