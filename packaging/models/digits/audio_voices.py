"""Speech synthesis for the digits model: who speaks, and in which language. ``audio_words`` has what is said.

espeak-ng and flite are run as programs (both are Debian packages), and, where they are installed, festival with its
Czech, English, Finnish, Italian and Russian voices and SVOX pico (Debian: ``festvox-*``, ``libttspico-utils``); nothing
of theirs is bundled. Voices are split into three disjoint groups, so that validation and test hear speakers that
training never did.
"""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
import wave
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from xml.sax.saxutils import escape

import numpy as np
import soxr
from numpy.typing import NDArray

SAMPLE_RATE_HZ = 16_000
Split = Literal["train", "validation", "test"]
Engine = Literal["espeak", "flite", "pico", "festival"]

#: espeak-ng's language codes and how often each is drawn. espeak-ng itself says "7" as each language does. Languages
#: whose digits are mostly bare vowels or syllables of everybody else's words (Korean, Vietnamese) are left out.
LANGUAGES: dict[str, float] = {
    "en-us": 2.2,
    "en-gb": 0.9,
    "en-gb-x-rp": 0.5,
    "en-gb-scotland": 0.4,
    "es": 1.1,
    "es-419": 1.1,
    "fr-fr": 1.6,
    "fr-be": 0.4,
    "it": 1.7,
    "de": 1.7,
    "pt": 0.6,
    "pt-br": 0.8,
    "ru": 1.8,
    "cmn": 2.0,
    "uk": 1.0,
    "ja": 1.0,
    "pl": 0.8,
    "nl": 0.8,
    "sv": 0.5,
    "da": 0.5,
    "nb": 0.5,
    "fi": 0.6,
    "cs": 0.6,
    "ro": 0.5,
    "el": 0.5,
    "hu": 0.5,
    "tr": 0.5,
    "ar": 0.5,
    "hi": 0.5,
    "id": 0.5,
    "ca": 0.5,
    "hr": 0.4,
}

#: Those that most visitors speak, as `family` names them.
MAIN_FAMILIES = frozenset("en es fr it de pt ru cmn ja uk pl nl".split())
_OTHER_CODES = {"zh": "cmn", "no": "nb", "nn": "nb"}

_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
#: What festival's voices read where they read no figures of their language.
_SPELT: dict[str, tuple[str, ...]] = {
    "cs": ("nula", "jedna", "dva", "tři", "čtyři", "pět", "šest", "sedm", "osm", "devět"),
    "fi": ("nolla", "yksi", "kaksi", "kolme", "neljä", "viisi", "kuusi", "seitsemän", "kahdeksan", "yhdeksän"),
    "it": ("zero", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove"),
    "ru": ("ноль", "один", "два", "три", "четыре", "пять", "шесть", "семь", "восемь", "девять"),
}
#: Other words for the same digit, used now and then.
_SYNONYMS: dict[tuple[str, int], str] = {
    ("ru", 0): "ноль", ("ru", 8): "восемь", ("de", 2): "zwo", ("ja", 4): "よん", ("ja", 7): "なな",
    ("es", 1): "uno", ("pt", 1): "um", ("pt", 6): "meia", ("cmn", 2): "两", ("ja", 9): "きゅう", ("ja", 0): "ゼロ",
}  # fmt: skip

# Robots, whispers and most of the Klatt synthesiser's voices are left out: nobody at the microphone sounds like them.
_TEST_VARIANTS = ("f3", "m5", "Andy", "linda", "michel", "pedro", "steph2", "marcelo", "Diogo", "belinda", "zac", "m8")
_VALIDATION_VARIANTS = ("f5", "m2", "Annie", "max", "steph3", "boris", "paul")
_TRAIN_VARIANTS = (
    "f1 f2 f4 m1 m3 m4 m6 m7 klatt Alex Alicia Andrea Denis Gene Gene2 Henrique Hugo Jacky Lee Marco Mario Michael "
    "Mike Mr Nguyen adam anika announcer antonio aunty benjamin caleb david ed edward edward2 grandma grandpa gustave "
    "iven iven2 iven3 iven4 john kaukovalta miguel norbert pablo quincy rob robert sandro shelby steph travis victor"
).split()
VARIANTS: dict[Split, tuple[str, ...]] = {
    "train": tuple(_TRAIN_VARIANTS),
    "validation": _VALIDATION_VARIANTS,
    "test": _TEST_VARIANTS,
}
#: flite speaks English only; its recorded speakers are the most natural of all these voices.
FLITE: dict[Split, tuple[str, ...]] = {"train": ("kal", "kal16", "awb", "slt"), "validation": (), "test": ("rms",)}

#: Further engines speak in training only: what they say is natural, and their voices are few.
PICO: dict[str, str] = {
    "de": "de-DE", "en-gb": "en-GB", "en-us": "en-US", "es": "es-ES", "fr-fr": "fr-FR", "it": "it-IT",
}  # fmt: skip
FESTIVAL: dict[str, tuple[str, ...]] = {
    "cs": ("czech_dita", "czech_krb", "czech_machac", "czech_ph"),
    "en-us": ("kal_diphone", "ked_diphone", "cmu_us_slt_arctic_hts"),
    "fi": ("suo_fi_lj_diphone", "hy_fi_mv_diphone"),
    "it": ("lp_diphone", "pc_diphone"),
    "ru": ("msu_ru_nsh_clunits",),
}
_FESTIVAL_ENCODING = {"cs": "iso-8859-2", "ru": "utf-8"}


@dataclass(frozen=True, slots=True)
class Voice:
    """One way of speaking.

    Attributes:
        engine: Which synthesiser.
        language: espeak-ng's language code; ``en-us`` for flite.
        variant: espeak-ng's voice variant or the other engines' voice.
        words_per_minute: 110 to 230; the others stretch by 165 / this.
        pitch: 0 to 99, espeak-ng's scale; flite and festival take none.
    """

    engine: Engine
    language: str
    variant: str
    words_per_minute: int
    pitch: int

    @property
    def family(self) -> str:
        """The language without its region: ``en`` for ``en-gb-scotland``."""
        return self.language.split("-")[0]


def family(voice: str) -> str:
    """Return the language, without its region, of a voice by its name in a bank; "" for a sound effect."""
    _, _, rest = voice.partition(":")
    code = rest.partition(":")[0].replace("_", "-").partition("-")[0]
    return _OTHER_CODES.get(code, code)


def _rate_and_pitch(rng: np.random.Generator) -> tuple[int, int]:
    return int(rng.integers(110, 216)), int(np.clip(rng.normal(50, 18), 5, 95))


def random_voice(rng: np.random.Generator, split: Split, language: str | None = None) -> Voice:
    """Draw a voice of espeak-ng or flite of one split; of any language (weighted) unless one is given."""
    if language is None:
        shares = np.array(list(LANGUAGES.values()))
        language = str(rng.choice(list(LANGUAGES), p=shares / shares.sum()))
    elif language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}; one of {', '.join(LANGUAGES)}")
    rate, pitch = _rate_and_pitch(rng)
    if language == "en-us" and FLITE[split] and rng.random() < 0.4:
        return Voice("flite", language, str(rng.choice(FLITE[split])), rate, pitch)
    return Voice("espeak", language, str(rng.choice(VARIANTS[split])), rate, pitch)


def further_voices(rng: np.random.Generator, repeats: int) -> list[Voice]:
    """Return every pico and festival voice that is installed, each ``repeats`` times at drawn rates (and pitches)."""
    voices: list[Voice] = []
    for _ in range(repeats):
        if shutil.which("pico2wave"):
            voices += [Voice("pico", language, name, *_rate_and_pitch(rng)) for language, name in PICO.items()]
        if shutil.which("festival"):
            voices += [
                Voice("festival", language, name, *_rate_and_pitch(rng))
                for language, names in FESTIVAL.items()
                for name in names
                if any(Path("/usr/share/festival/voices").glob(f"*/{name}"))
            ]
    return voices


def digit_text(voice: Voice, digit: int, rng: np.random.Generator) -> str:
    """Return what to synthesise so that ``voice`` says ``digit`` in its language."""
    if not 0 <= digit <= 9:
        raise ValueError(f"not a digit: {digit}")
    if voice.engine == "flite":
        return _ENGLISH[digit]
    if voice.engine == "festival" and voice.family in _SPELT:
        return _SPELT[voice.family][digit]
    synonym = _SYNONYMS.get((voice.family, digit))
    return synonym if synonym and rng.random() < 0.4 else str(digit)


def speak(voice: Voice, texts: list[str]) -> list[NDArray[np.float32] | None]:
    """Say each text; (N,) float32 at 16 kHz in [-1, 1] without outer silence, or None where nothing was heard.

    espeak-ng and festival are started once for all texts, which takes a tenth of the time.

    Raises:
        FileNotFoundError: The synthesiser is not installed.
        subprocess.CalledProcessError: The synthesiser failed.
    """
    match voice.engine:
        case "espeak":
            return _espeak_all(voice, texts)
        case "festival":
            return _festival_all(voice, texts)
        case _:
            return [_audible(_said(voice, text)) for text in texts]


def synthesise(voice: Voice, text: str) -> NDArray[np.float32]:
    """Speak one text; (N,) float32 at 16 kHz in [-1, 1], outer silence removed.

    Raises:
        FileNotFoundError: The synthesiser is not installed.
        subprocess.CalledProcessError: The synthesiser failed.
    """
    return _said(voice, text)


def _audible(sound: NDArray[np.float32]) -> NDArray[np.float32] | None:
    return sound if sound.size > SAMPLE_RATE_HZ // 20 and np.abs(sound).max() > 1e-3 else None


def _command(voice: Voice, text: str, out: str) -> list[str]:
    match voice.engine:
        case "flite":
            stretch = f"duration_stretch={165 / voice.words_per_minute:.2f}"
            return ["flite", "-voice", voice.variant, "--setf", stretch, "-t", text, "-o", out]
        case "pico":
            speed, pitch = round(voice.words_per_minute / 1.65), round(75 + voice.pitch / 2)
            marked = f"<speed level='{speed}'><pitch level='{pitch}'>{escape(text)}</pitch></speed>"
            return ["pico2wave", "-l", voice.variant, "-w", out, marked]
        case "espeak":
            options = ["-v", f"{voice.language}+{voice.variant}", "-s", str(voice.words_per_minute)]
            return ["espeak-ng", *options, "-p", str(voice.pitch), "-w", out, text]
        case _:
            raise ValueError(f"{voice.engine} takes its texts from a file")


def _said(voice: Voice, text: str) -> NDArray[np.float32]:
    if voice.engine == "festival":
        sound = _festival_all(voice, [text])[0]
        return np.zeros(0, dtype=np.float32) if sound is None else sound
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "said.wav"
        subprocess.run(_command(voice, text, str(file)), capture_output=True, check=True, timeout=20)
        return _heard(file.read_bytes())


def _heard(wav: bytes) -> NDArray[np.float32]:
    """Return a WAV's sound at 16 kHz, trimmed."""
    with wave.open(io.BytesIO(wav)) as reader:
        rate = reader.getframerate()
        samples = np.frombuffer(reader.readframes(reader.getnframes()), dtype="<i2")
    return _resampled(samples.astype(np.float32) / 32_768.0, rate)


def _resampled(sound: NDArray[np.float32], rate: int) -> NDArray[np.float32]:
    return trimmed(np.asarray(soxr.resample(sound, rate, SAMPLE_RATE_HZ), dtype=np.float32))


_BREAK_S = 1.2
_LONGEST_PAUSE_S = 0.9
_SILENT = 3


def _espeak_all(voice: Voice, texts: list[str]) -> list[NDArray[np.float32] | None]:
    """Let one start of espeak-ng say all texts with long breaks, and cut there."""
    breaks = f"<break time='{round(_BREAK_S * 1000)}ms'/>"
    marked = f"<speak>{breaks.join(escape(text) for text in texts)}</speak>"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "said.wav"
        command = [*_command(voice, marked, str(file))]
        command.insert(1, "-m")
        subprocess.run(command, capture_output=True, check=True, timeout=60)
        with wave.open(str(file)) as reader:
            rate = reader.getframerate()
            samples = np.frombuffer(reader.readframes(reader.getnframes()), dtype="<i2")
    edges = np.diff(np.concatenate(([0], np.abs(samples) <= _SILENT, [0])).astype(np.int8))
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    pauses = (ends - starts > _LONGEST_PAUSE_S * rate) & (starts > 0) & (ends < samples.size)
    parts = np.split(samples.astype(np.float32) / 32_768.0, (starts[pauses] + ends[pauses]) // 2)
    if len(parts) != len(texts):  # a text that cannot be said: which one is not to be heard
        return [_audible(_said(voice, text)) for text in texts]
    return [_audible(_resampled(part, rate)) for part in parts]


def _festival_all(voice: Voice, texts: list[str]) -> list[NDArray[np.float32] | None]:
    """Let one start of festival say all texts; what its voice has no letters for is None."""
    encoding = _FESTIVAL_ENCODING.get(voice.language, "iso-8859-1")
    with tempfile.TemporaryDirectory() as folder:
        lines = [f"(voice_{voice.variant})", f"(Parameter.set 'Duration_Stretch {165 / voice.words_per_minute:.2f})"]
        for index, text in enumerate(texts):
            plain = text.encode(encoding, "ignore").decode(encoding).replace('"', "").replace("\\", "")
            if plain == text:
                line = f'(utt.save.wave (utt.synth (Utterance Text "{plain}")) "{folder}/{index}.wav" \'riff)'
                # One text that cannot be said must not silence those after it.
                lines.append(f"(unwind-protect {line} nil)")
        script = Path(folder) / "say.scm"
        script.write_bytes("\n".join(lines).encode(encoding))
        subprocess.run(["festival", "--batch", str(script)], capture_output=True, check=False, timeout=120)
        files = [Path(folder) / f"{index}.wav" for index in range(len(texts))]
        return [_audible(_heard(file.read_bytes())) if file.exists() else None for file in files]


def trimmed(sound: NDArray[np.float32], range_db: float = 38.0) -> NDArray[np.float32]:
    """Cut off what lies before and after the speech: 10 ms blocks more than ``range_db`` below the loudest one."""
    block = SAMPLE_RATE_HZ // 100
    count = sound.size // block
    if count == 0:
        return sound
    power = np.square(sound[: count * block].reshape(count, block)).mean(axis=1)
    loud = np.flatnonzero(power > power.max() * 10.0 ** (-range_db / 10.0))
    if loud.size == 0 or power.max() == 0.0:
        return sound
    return sound[max(0, loud[0] - 1) * block : (loud[-1] + 2) * block]
