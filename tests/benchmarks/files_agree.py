"""Do training, predicting and the libraries' own decoding agree about every file of a folder?

    python tests/benchmarks/files_agree.py FOLDER …             # their files as pictures
    python tests/benchmarks/files_agree.py --sounds FOLDER …    # their files as sounds

A picture is read as `mmdesk predict` reads it and as training does, and by Pillow alone: opened, turned by
`ImageOps.exif_transpose`, laid on white. All three must have one size (but for the reader's documented halving of large
ones) and one mean colour, or all must refuse the file; what Pillow reads and mmdesk by its list of formats does not is
counted apart. A sound is compared with libsndfile's samples, averaged and brought to 16 kHz by soxr at once; of what is
said, training and predicting must have the very same samples. Each file is read in a process of its own, whose peak of
memory and time are measured. Linux and macOS; the folders that were tried are Tests/images of Pillow's repository and
tests/data of mutagen's.
"""

from __future__ import annotations

import argparse
import json
import logging
import math
import os
import resource
import signal
import sys
import tempfile
import time
import warnings
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import soundfile
import soxr
from PIL import Image, ImageOps

from mmdesk.app.predict import observe
from mmdesk.app.streams import prepare_streams
from mmdesk.core.errors import MmdeskError
from mmdesk.core.inputs import Input
from mmdesk.sources.files import LONGEST_AUDIO_S, read_wave
from mmdesk.sources.files.quiet import quiet_natives
from mmdesk.training.dataset import Dataset, Sample
from mmdesk.training.samples import Samples
from tests.three_inputs import AUDIO, IMAGE

MOST_MB = 1000.0
MOST_S = 10.0
MOST_DIFFERENCE = 1.5  # of 255, in a mean colour; a JPEG that is decoded small is rounded differently
MOST_LEVEL_DIFFERENCE = 1e-4  # of 1, in the root of the mean square
FORMATS = {"PNG", "JPEG", "MPO", "WEBP", "AVIF", "GIF", "BMP", "TIFF", "PPM", "JPEG2000"}


class Outcome(NamedTuple):
    """What came of one way to read a file.

    Attributes:
        content: What was read, as JSON; None for a file that was refused.
        words: Why it was refused.
        peak_mb: Largest resident memory of the process, its libraries included.
        seconds: How long the process lasted.
    """

    content: dict[str, Any] | None
    words: str
    peak_mb: float
    seconds: float


def apart(work: Callable[[], dict[str, Any]]) -> Outcome:
    """Run something in a forked process, which is killed after twice the time that is allowed."""
    began_s = time.perf_counter()
    with tempfile.TemporaryFile("w+") as answer:
        child = os.fork()
        if child == 0:
            signal.alarm(round(2 * MOST_S))
            try:
                reported: dict[str, Any] = {"content": work()}
            except Exception as error:  # noqa: BLE001 - a refusal is an outcome
                reported = {"words": str(error) or type(error).__name__, "is_ours": isinstance(error, MmdeskError)}
            answer.write(json.dumps(reported))
            answer.flush()
            os._exit(0)
        _, status, usage = os.wait4(child, 0)
        seconds = time.perf_counter() - began_s
        answer.seek(0)
        reported = json.loads(answer.read() or "{}") if status == 0 else {"words": f"ended by signal {status & 127}"}
    peak_mb = usage.ru_maxrss / (1024 if sys.platform == "linux" else 1024**2)
    whose = "" if "content" in reported or reported.get("is_ours") else " (not an error of ours)"
    return Outcome(reported.get("content"), reported.get("words", "") + whose, peak_mb, seconds)


def trained_on(path: Path, one: Input) -> Any:
    """What training and evaluating read of a file."""
    dataset = Dataset(path.parent, "one file", (Sample({one: path}, label="a"),), ("a", "b"), (one,))
    return Samples(dataset).raw(0, one)


def both_ways(path: Path, one: Input) -> tuple[Any, bool]:
    """What predicting reads of a file, and whether training reads the very same.

    Raises:
        MmdeskError: Both refuse it, in the same words.
        RuntimeError: One refuses it, or in other words.
    """

    def predicted() -> Any:
        if one == IMAGE:
            image = observe({one: path}).input_of(one.name)
            return image and image.frame_rgb
        audio = observe({one: path}).input_of(one.name)
        return audio and audio.wave_mono

    found: list[Any] = []
    for way in (predicted, lambda: trained_on(path, one)):
        try:
            found.append(way())
        except MmdeskError as error:
            found.append(str(error))
    if isinstance(found[0], str) and found[0] == found[1]:
        raise MmdeskError(found[0])
    if any(isinstance(each, str) for each in found):
        raise RuntimeError("predict and train do not refuse alike")
    return found[0], bool(np.array_equal(*found))


def read_picture(path: Path) -> dict[str, Any]:
    """Size and mean colour."""
    frame_rgb, same = both_ways(path, IMAGE)
    return {"size": frame_rgb.shape[:2], "mean": frame_rgb.mean((0, 1)).tolist(), "same": same}


def pillows_picture(path: Path) -> dict[str, Any]:
    """Size and mean colour by Pillow alone."""
    with quiet_natives(), Image.open(path) as opened:
        kind, upright = opened.format, ImageOps.exif_transpose(opened)
        mode = upright.mode
        values = np.asarray(upright) if mode.startswith("I;16") or mode in {"I", "F"} else None
        if values is None:
            clear = (upright if upright.has_transparency_data else upright.convert("RGB")).convert("RGBA")
            rgb = np.asarray(Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB"))
        else:
            rgb = np.repeat(_grey(values, kind, mode, upright.info.get("transparency"))[..., None], 3, axis=2)
    return {"format": kind, "size": rgb.shape[:2], "mean": rgb.mean((0, 1), dtype=np.float64).tolist()}


def _grey(values: np.ndarray, kind: str | None, mode: str, clear: int | None) -> np.ndarray:
    """16-bit, 32-bit and float values as the reader's documentation says."""
    if not np.isfinite(values).all():
        raise ValueError("values that are not numbers")
    if mode.startswith("I;16"):
        return np.where(values == clear, 255, values // 256) if clear is not None else values // 256
    low, high = float(values.min()), float(values.max())
    usual = [1.0, 255.0, 65535.0] if mode == "F" else [65535.0] if kind == "PPM" else [255.0, 65535.0]
    top = next((top for top in usual if low >= 0 and high <= top), None)
    first, last = (0.0, top) if top is not None else (low, high)
    return np.rint(255 * (values.astype(float) - first) / (last - first or 1.0))


def judge_picture(ours: Outcome, theirs: Outcome) -> str:
    """One word for the summary; capitals for a disagreement."""
    if "not an error of ours" in ours.words:
        return "FAILED"
    if ours.content is None and theirs.content is None:
        return "refused by all"
    if ours.content is None:
        assert theirs.content is not None
        return "NOT READ" if theirs.content["format"] in FORMATS else "format not read, refused alike"
    if theirs.content is None:
        return "ONLY READ HERE"
    halvings = round(math.log2(max(theirs.content["size"]) / max(ours.content["size"])))
    size = [-(-side // 2**halvings) for side in theirs.content["size"]]
    off = max(abs(a - b) for a, b in zip(ours.content["mean"], theirs.content["mean"], strict=True))
    agrees = ours.content["same"] and ours.content["size"] == size and off <= MOST_DIFFERENCE
    is_halved_in_vain = halvings and min(theirs.content["size"]) < 512
    return "agree" if agrees and not is_halved_in_vain else "DIFFER"


def read_sound(path: Path) -> dict[str, Any]:
    """Length and level of the whole sound; of what is said, whether it is the same both ways."""
    _, same = both_ways(path, AUDIO)
    whole = read_wave(path)
    return {"length": len(whole), "rms": float(np.sqrt(np.square(whole).mean())), "same": same}


def sndfiles_sound(path: Path) -> dict[str, Any]:
    """Length and level by libsndfile and soxr, all at once."""
    with quiet_natives(), soundfile.SoundFile(os.fsencode(path)) as file:
        rate = file.samplerate
        wave = file.read(math.ceil(LONGEST_AUDIO_S * rate), dtype="float32", always_2d=True)
    if not wave.size or not np.isfinite(wave).all():
        raise ValueError("nothing, or no numbers")
    mono = soxr.resample(wave.clip(-1, 1).mean(axis=1, dtype=np.float32), rate, 16_000).clip(-1, 1)
    return {"length": len(mono), "rms": float(np.sqrt(np.square(mono).mean()))}


def judge_sound(ours: Outcome, theirs: Outcome) -> str:
    """One word for the summary; capitals for a disagreement."""
    if "not an error of ours" in ours.words:
        return "FAILED"
    if ours.content is None:
        return "refused by all" if theirs.content is None else "NOT READ"
    if theirs.content is None:
        return "ONLY READ HERE"
    is_close = abs(ours.content["rms"] - theirs.content["rms"]) < MOST_LEVEL_DIFFERENCE
    same_length = ours.content["length"] == theirs.content["length"]
    return "agree" if ours.content["same"] and same_length and is_close else "DIFFER"


def main() -> int:
    """Compare every file; returns 1 where something disagrees or takes too much."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("folders", type=Path, nargs="+", metavar="FOLDER", help="searched with the folders in it")
    parser.add_argument("--sounds", action="store_true", help="take the files for sounds")
    parser.add_argument("--all", action="store_true", help="a line for every file")
    arguments = parser.parse_args()
    prepare_streams()
    logging.getLogger("PIL").setLevel(logging.CRITICAL)
    warnings.simplefilter("ignore")
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    ways = (read_picture, pillows_picture, judge_picture), (read_sound, sndfiles_sound, judge_sound)
    read, reference, judge = ways[arguments.sounds]
    counts: Counter[str] = Counter()
    most_mb = most_s = 0.0
    idle_mb = apart(dict).peak_mb
    files = sorted(each for folder in arguments.folders for each in folder.rglob("*") if each.is_file())
    if not files:
        parser.error("there is no file in any of the folders")
    for path in files:
        ours = apart(partial(read, path))
        verdict = judge(ours, apart(partial(reference, path)))
        if ours.peak_mb > MOST_MB or ours.seconds > MOST_S:
            verdict += ", TOO MUCH"
        counts[verdict] += 1
        most_mb, most_s = max(most_mb, ours.peak_mb), max(most_s, ours.seconds)
        if arguments.all or verdict.upper() == verdict or "TOO MUCH" in verdict:
            reported = ours.words.removeprefix(f"{path}: ") or json.dumps(ours.content)
            print(f"{verdict:32} {ours.peak_mb:5.0f} MB {ours.seconds:5.2f} s  {path}: {reported}")
    for verdict, count in counts.most_common():
        print(f"{count:6} {verdict}")
    of_which = f"of which {idle_mb:.0f} MB are Python and its libraries"
    print(f"{len(files):6} files, at most {most_mb:.0f} MB ({of_which}) and {most_s:.2f} s each")
    return int(any(verdict.upper() == verdict or "TOO MUCH" in verdict for verdict in counts))


if __name__ == "__main__":
    raise SystemExit(main())
