"""Recordings that speech is trained on beside the synthetic voices: spoken digits of real people, and sound effects.

The people are those of

- the Free Spoken Digit Dataset (Z. Jackson and others, CC BY-SA 4.0), published at
  https://github.com/Jakobovski/free-spoken-digit-dataset: a folder of ``LABEL_SPEAKER_TAKE.wav``;
- Speech Commands (P. Warden, arXiv 1804.03209, CC BY 4.0), whole or in part: a folder of
  ``WORD/PERSON_nohash_TAKE.wav``;
- two programs for children, GCompris and Childsplay, whose voices (GPL; GCompris' Spanish is CC BY-SA) are published at
  https://github.com/gcompris/GCompris-voices and https://github.com/Txikilinux/childsplay (``alphabet-sounds``):
  folders with ``LANGUAGE/…/U0037.ogg`` for a seven, letters likewise, and words, in forty and in twenty languages;
- Tux Paint's stamps (GPL-2), who say digits in twenty languages, letters and what the stamps show in ten.

The sounds are Debian's ``sonic-pi-samples`` (CC0). Stamps and sounds are fetched by apt. None of these is bundled.
"""

from __future__ import annotations

import re
import subprocess
import zlib
from pathlib import Path

import numpy as np
import soundfile
import soxr
from audio_augment import SAMPLE_RATE_HZ, Wave, resampled_speed
from audio_voices import LANGUAGES, family, trimmed

EFFECTS_PACKAGE = "sonic-pi-samples"
STAMPS_PACKAGE = "tuxpaint-stamps-default"
_STAMP_NAME = re.compile(r"(?P<stamp>.+?)(_desc)?_(?P<language>[a-z]{2}(_[A-Za-z]{2})?)")
# Its digits are bare syllables of everybody else's words.
_NO_DIGITS_IN = {"ko"}
_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
# In the folders of children's programs: a digit by its code point, folders of sentences, words taken of a folder.
_DIGIT_NAME = re.compile(r"U003(?P<digit>\d)")
_PHRASES = {"intro", "misc"}
_OTHERS_A_FOLDER = 60
_LONGEST_SAMPLES = 5 * SAMPLE_RATE_HZ // 2
_SHORTEST_SAMPLES = SAMPLE_RATE_HZ // 10


def fetch(work: Path, *packages: str) -> Path:
    """Fetch and unpack Debian packages under ``work`` unless they are there; gives the unpacked ``usr/share``."""
    share = work / "human_raw" / "usr" / "share"
    downloads = work / "debs"
    downloads.mkdir(parents=True, exist_ok=True)
    missing = [package for package in packages if not any(downloads.glob(f"{package}_*.deb"))]
    if missing:
        subprocess.run(["apt-get", "download", "-q", *missing], cwd=downloads, check=True)
        for package in missing:
            for file in downloads.glob(f"{package}_*.deb"):
                subprocess.run(["dpkg", "-x", str(file), str(work / "human_raw")], check=True)
    return share


def read_wave(path: Path) -> Wave:
    """Read a recording as mono at 16 kHz; ``.au`` of saytime is headerless 8 kHz µ-law."""
    if path.suffix == ".au":
        sound, rate = soundfile.read(path, dtype="float32", samplerate=8000, channels=1, format="RAW", subtype="ULAW")
    else:
        sound, rate = soundfile.read(path, dtype="float32", always_2d=True)
        sound = sound.mean(axis=1)
    return np.asarray(soxr.resample(sound, rate, SAMPLE_RATE_HZ), dtype=np.float32)


def speakers(folder: Path) -> list[str]:
    """Return the names of the people in a folder of spoken digits, sorted.

    Raises:
        ValueError: There is no ``LABEL_SPEAKER_TAKE.wav`` in the folder.
    """
    names = sorted({path.stem.split("_")[1] for path in folder.glob("[0-9]_*_*.wav")})
    if not names:
        raise ValueError(f"{folder} holds no LABEL_SPEAKER_TAKE.wav")
    return names


def spoken_digits(folder: Path, speaker: str) -> tuple[list[Wave], list[int]]:
    """Return one person's digits, trimmed, and their labels, in the order of the files' names."""
    paths = sorted(folder.glob(f"[0-9]_{speaker}_*.wav"))
    return [trimmed(read_wave(path)) for path in paths], [int(path.name[0]) for path in paths]


def no_digits(sounds: list[Wave], labels: list[int], count: int, rng: np.random.Generator) -> list[Wave]:
    """Make what is no digit out of a person's digits, so that a real voice by itself means nothing.

    A quarter each: a digit backwards; the beginning of one with the end of another; two to four digits one after the
    other; the first or last third of one, alone or twice.
    """
    made: list[Wave] = []
    for index in range(count):
        one, two = (int(pick) for pick in rng.integers(0, len(sounds), 2))
        first, second = sounds[one], sounds[two]
        match index % 4:
            case 0:
                sound = first[::-1].copy()
            case 1:
                while labels[two] == labels[one]:
                    two = int(rng.integers(0, len(sounds)))
                second = sounds[two]
                sound = np.concatenate((first[: first.size // 2], second[second.size // 2 :]))
            case 2:
                pause = np.zeros(int(rng.uniform(0.02, 0.2) * SAMPLE_RATE_HZ), dtype=np.float32)
                more = [sounds[int(pick)] for pick in rng.integers(0, len(sounds), int(rng.integers(1, 4)))]
                sound = np.concatenate([first, *(piece for each in more for piece in (pause, each))])
            case _:
                part = first[: first.size // 3] if rng.random() < 0.5 else first[-(first.size // 3) :]
                sound = np.concatenate((part, part)) if rng.random() < 0.5 else part
        made.append(sound if sound.size >= _SHORTEST_SAMPLES else np.tile(sound, 3))
    return made


def stamp_digits(folder: Path) -> list[tuple[Wave, int, str]]:
    """Return the digits that Tux Paint's stamps are named by, with their labels and languages."""
    found = []
    for path in sorted((folder / "symbols" / "math").glob("[0-9]*.ogg")):
        named = _STAMP_NAME.fullmatch(path.stem)
        language = named["language"] if named else "en"
        if language not in _NO_DIGITS_IN:
            found.append((trimmed(read_wave(path)), int(path.stem[0]), language))
    return found


def stamp_words(folder: Path, rng: np.random.Generator) -> list[tuple[Wave, str]]:
    """Return what else Tux Paint's stamps are called, and pieces of it as long as a word, with the languages.

    Letters come twice, and of everything else three fifths, whole and in pieces. What may hold a digit is left out:
    sums of money, figures in sign language, and every description with a figure in it.
    """
    found: list[tuple[Wave, str]] = []
    for path in sorted(folder.rglob("*.ogg")):
        named = _STAMP_NAME.fullmatch(path.stem)
        if named is None or _holds_figures(path, named["stamp"]):
            continue
        letter = "alphabets" in path.parts
        if not letter and rng.random() < 0.4:
            continue
        sound = trimmed(read_wave(path))
        if not _SHORTEST_SAMPLES <= sound.size <= 3 * SAMPLE_RATE_HZ:
            continue
        length = int(rng.uniform(0.25, 0.9) * SAMPLE_RATE_HZ)
        start = int(rng.integers(0, max(1, sound.size - length)))
        found.append((sound[:_LONGEST_SAMPLES], named["language"]))
        found.append((sound if letter else trimmed(sound[start : start + length]), named["language"]))
    return found


def _command_digit(word: str) -> int:
    return _ENGLISH.index(word) if word in _ENGLISH else -1


def commands(folder: Path, *, validation: bool) -> list[tuple[Wave, int, str]]:
    """Return the words of Speech Commands, trimmed, their labels (-1 for no digit) and who says them.

    One person in ten is kept for validation.

    Raises:
        ValueError: There is no ``WORD/PERSON_nohash_TAKE.wav`` in the folder.
    """
    paths = sorted(folder.glob("*/*_nohash_*.wav"))
    if not paths:
        raise ValueError(f"{folder} holds no WORD/PERSON_nohash_TAKE.wav")
    found = []
    for path in paths:
        person = path.name.partition("_")[0]
        if (zlib.crc32(person.encode()) % 10 == 0) == validation:
            sound = trimmed(read_wave(path))
            if sound.size >= _SHORTEST_SAMPLES:
                found.append((sound, _command_digit(path.parent.name), person))
    return found


def _spoken_in(path: Path, languages: set[str]) -> str:
    """The nearest folder above a file that is named by a language."""
    return next((name for name in reversed(path.parts[:-1]) if family(f"person:{name}:") in languages), "")


def alphabets(folder: Path, rng: np.random.Generator) -> list[tuple[Wave, int, str]]:
    """Return what the voices of children's programs say, with the languages: digits, and others as -1.

    Others are greater numbers, letters and words, so many of a folder. Only languages that the synthetic voices speak.

    Raises:
        ValueError: There is no digit in the folder.
    """
    spoken = {language.partition("-")[0] for language in LANGUAGES}
    folders: dict[Path, list[Path]] = {}
    for path in sorted(folder.rglob("*.ogg")):
        if _spoken_in(path.relative_to(folder), spoken) and path.parent.name not in _PHRASES:
            folders.setdefault(path.parent, []).append(path)
    found: list[tuple[Wave, int, str]] = []
    for paths in folders.values():
        digits = [_DIGIT_NAME.fullmatch(path.stem) for path in paths]
        labelled = [(path, int(digit["digit"])) for path, digit in zip(paths, digits, strict=True) if digit]
        others = [path for path, digit in zip(paths, digits, strict=True) if not digit]
        chosen = sorted(rng.permutation(len(others))[:_OTHERS_A_FOLDER].tolist())
        for path, label in [*labelled, *((others[index], -1) for index in chosen)]:
            sound = trimmed(read_wave(path))
            if _SHORTEST_SAMPLES <= sound.size <= _LONGEST_SAMPLES:
                found.append((sound, label, _spoken_in(path.relative_to(folder), spoken)))
    if all(label < 0 for _, label, _ in found):
        raise ValueError(f"{folder} holds no LANGUAGE/…/U0030.ogg to U0039.ogg")
    return found


def _holds_figures(path: Path, stamp: str) -> bool:
    if {"money", "math"} & set(path.parts) or "asl_zzz" in path.stem:
        return True
    text = path.with_name(f"{stamp}.txt")
    if not text.exists():
        return False
    said = (line.partition(".utf8=")[2] or line for line in text.read_text("utf-8", errors="ignore").splitlines())
    return any(re.search(r"\d", line) for line in said)


def effects(folder: Path, *, test: bool) -> list[Wave]:
    """Return the first four seconds of the sound effects below a folder: half for training, the other for the test."""
    paths = sorted(path for path in folder.rglob("*") if path.suffix in (".flac", ".wav", ".ogg"))
    mine = [path for path in paths if (zlib.crc32(path.name.encode()) % 2 == 1) == test]
    return [read_wave(path)[: 4 * SAMPLE_RATE_HZ] for path in mine]


def effect_piece(sound: Wave, rng: np.random.Generator) -> Wave:
    """Return up to two seconds of a sound effect, played somewhat faster or slower."""
    sound = resampled_speed(sound, float(np.exp(rng.normal(0.0, 0.3))))
    length = int(rng.uniform(0.3, 2.0) * SAMPLE_RATE_HZ)
    start = 0 if rng.random() < 0.6 else int(rng.integers(0, max(1, sound.size - length // 2)))
    return sound[start : start + length]
