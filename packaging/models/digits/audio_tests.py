"""Write the audio test sets: synthetic clips of held-out voices, and recordings of people.

The human recordings (Debian's asterisk-core-sounds-*, CC BY-SA, and saytime, GPL) are fetched by apt into the work
folder for measurement only: never trained on, never bundled.

Usage: ``python packaging/models/digits/audio_tests.py --work build/digits``
"""

from __future__ import annotations

import argparse
import csv
from pathlib import Path

import numpy as np
import soundfile
from audio_augment import SAMPLE_RATE_HZ, Wave
from audio_data import build_bank, render
from audio_recordings import fetch, read_wave

_PACKAGES = ("saytime", *(f"asterisk-core-sounds-{language}-wav" for language in ("en", "es", "fr", "it", "ru")))
#: Name of a voice and where its digits lie below /usr/share.
_HUMAN_VOICES: dict[str, str] = {
    "en-allison": "asterisk/sounds/en_US_f_Allison/digits/{digit}.wav",
    "es-allison": "asterisk/sounds/es_MX_f_Allison/digits/{digit}.wav",
    "fr-june": "asterisk/sounds/fr_CA_f_June/digits/{digit}.wav",
    "it-carlo": "asterisk/sounds/it_IT_m_Carlo/digits/{digit}.wav",
    "ru-ivrvoice": "asterisk/sounds/ru_RU_f_IvrvoiceRU/digits/{digit}.wav",
    "en-saytime": "saytime/{digit}.au",
}
_TEST_DIGITS = 1200
_TEST_BACKGROUND = 320


def _write(folder: Path, name: str, rows: list[tuple[str, Wave, str, str]]) -> None:
    """Write wavs and ``<name>.csv`` beside the folder: file, label (empty for background), voice."""
    target = folder / name
    target.mkdir(parents=True, exist_ok=True)
    for old in target.glob("*.wav"):
        old.unlink()
    with (folder / f"{name}.csv").open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        writer.writerow(("file", "label", "voice"))
        for file, sound, label, voice in rows:
            soundfile.write(target / file, sound, SAMPLE_RATE_HZ, subtype="PCM_16")
            writer.writerow((f"{name}/{file}", label, voice))


def write_human(work: Path) -> None:
    """Write ``test/audio_human``: every digit of every recorded speaker."""
    share = fetch(work, *_PACKAGES)
    rows: list[tuple[str, Wave, str, str]] = []
    for voice, pattern in _HUMAN_VOICES.items():
        rows.extend(
            (f"{voice}-{digit}.wav", read_wave(share / pattern.format(digit=digit)), str(digit), voice)
            for digit in range(10)
        )
    _write(work / "test", "audio_human", rows)


def write_synthetic(work: Path) -> None:
    """Write ``test/audio_synthetic``: whole words in held-out voices, and background, 20 dB or more over the noise.

    ``test/audio_synthetic_hard`` has the same voices with words cut off, fillers before them and noise up to 14 dB.
    """
    bank = build_bank("test", _TEST_DIGITS, 300)
    for name, tidy, strongest in (("audio_synthetic", True, 0.35), ("audio_synthetic_hard", False, 0.6)):
        rows: list[tuple[str, Wave, str, str]] = []
        for kind, count, background in (("digit", _TEST_DIGITS, 0.0), ("background", _TEST_BACKGROUND, 1.0)):
            seed = 131 + int(background)
            clips = render(bank, count, seed, background=background, strengths=(0.0, strongest), tidy=tidy)
            for index in range(count):
                label, source = int(clips.labels[index]), int(clips.sources[index])
                sound = (clips.waves[index].numpy() / 32_767.0).astype(np.float32)
                voice = bank.voices[source] if source >= 0 else "wordless"
                rows.append((f"{kind}-{index:04d}.wav", sound, str(label) if label >= 0 else "", voice))
        _write(work / "test", name, rows)


def main() -> None:
    """Write both sets."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--work", type=Path, default=Path("build/digits"))
    work = parser.parse_args().work
    write_synthetic(work)
    write_human(work)


if __name__ == "__main__":
    main()
