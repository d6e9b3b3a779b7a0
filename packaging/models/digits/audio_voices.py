"""Speech synthesis for the digits model: who speaks, in which language, and what.

espeak-ng and flite are run as programs (both are Debian packages); nothing of theirs is bundled. Voices are split
into three disjoint groups, so that validation and test hear speakers that training never did.
"""

from __future__ import annotations

import io
import subprocess
import wave
from dataclasses import dataclass
from typing import Literal

import numpy as np
import soxr
from numpy.typing import NDArray

SAMPLE_RATE_HZ = 16_000
Split = Literal["train", "validation", "test"]

#: espeak-ng's language codes and how often each is drawn. espeak-ng itself says "7" as each language does.
LANGUAGES: dict[str, float] = {
    "en-us": 2.6,
    "en-gb": 0.9,
    "en-gb-x-rp": 0.5,
    "es": 0.9,
    "es-419": 0.9,
    "fr-fr": 1.8,
    "it": 1.7,
    "de": 1.8,
    "pt": 0.5,
    "pt-br": 0.7,
    "ru": 1.8,
    "cmn": 2.6,
}
_ENGLISH = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
#: Other words for the same digit, used now and then.
_SYNONYMS: dict[tuple[str, int], str] = {("ru", 0): "ноль", ("ru", 8): "восемь", ("de", 2): "zwo"}

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

_FILLERS: dict[str, tuple[str, ...]] = {
    "en": ("it is", "number", "the number", "this is", "I say", "um"),
    "es": ("es el", "número", "el número", "eh"),
    "fr": ("c'est le", "numéro", "le chiffre", "euh"),
    "it": ("è il", "numero", "il numero", "eh"),
    "de": ("es ist die", "Nummer", "die Zahl", "äh"),
    "pt": ("é o", "número", "o número"),
    "ru": ("это", "номер", "цифра"),
    "cmn": ("这是", "数字"),
    "nl": ("het is", "nummer"),
    "pl": ("to jest", "numer"),
}

_OTHER_WORDS: dict[str, str] = {
    "en": (
        "hello|yes|no|please|stop|go on|left|right|up|down|house|water|table|open the door|thank you very much|"
        "what is this|good morning|computer|camera|can you hear me|I don't know|wow|maybe|look at that|window|red|"
        "blue|green|yellow|black and white|hundred|thousand|ten|eleven|twelve|twenty|Monday|mother|paper|pencil|"
        "it is raining today|the weather is nice|how does that work|I like music|number please|the number|it is|"
        "this is a picture|nothing|heaven|money|sister|river|flower|then|them|never|ever|fish|cat and dog|see you "
        "later|where are we going|let me try|okay|cool"
    ),
    "es": (
        "hola|sí|no|gracias|por favor|buenos días|agua|casa|mesa|ventana|rojo|azul|verde|qué es esto|no lo sé|"
        "perro y gato|música|hasta luego|muy bien|vamos a ver|el número|cien|veinte|diez|amigo|claro|nada|ahora"
    ),
    "fr": (
        "bonjour|oui|non|merci|s'il vous plaît|la maison|de l'eau|la table|rouge|bleu|vert|qu'est-ce que c'est|je "
        "ne sais pas|musique|au revoir|très bien|voyons|le numéro|cent|vingt|dix|chat|chien|ami|rien|maintenant|"
        "peut-être"
    ),
    "it": (
        "ciao|sì|no|grazie|per favore|buongiorno|acqua|casa|tavolo|rosso|blu|verde|che cos'è|non lo so|musica|"
        "arrivederci|molto bene|vediamo|il numero|cento|venti|dieci|gatto|cane|amico|niente|adesso|forse"
    ),
    "de": (
        "hallo|ja|nein|danke|bitte|guten Morgen|Wasser|Haus|Tisch|rot|blau|grün|was ist das|ich weiß nicht|Musik|"
        "auf Wiedersehen|sehr gut|mal sehen|die Zahl|hundert|zwanzig|zehn|Katze|Hund|Freund|nichts|jetzt|"
        "vielleicht"
    ),
    "pt": (
        "olá|sim|não|obrigado|por favor|bom dia|água|casa|mesa|vermelho|azul|verde|o que é isso|não sei|música|"
        "até logo|muito bem|o número|cem|vinte|gato|cachorro|amigo|nada|agora|talvez"
    ),
    "ru": (
        "привет|да|нет|спасибо|пожалуйста|доброе утро|вода|дом|стол|красный|синий|зелёный|что это|я не знаю|"
        "музыка|до свидания|очень хорошо|посмотрим|номер|сто|двадцать|десять|кошка|собака|друг|ничего|сейчас|"
        "может быть"
    ),
    "cmn": (
        "你好|是的|不是|谢谢|请|早上好|水|房子|桌子|红色|蓝色|绿色|这是什么|我不知道|音乐|再见|很好|看看|数字|"
        "朋友|没有|现在|也许|今天天气很好|电脑|猫|狗|妈妈|中国|可以"
    ),
    "nl": (
        "hallo|ja|nee|dank je|alsjeblieft|goedemorgen|water|huis|tafel|rood|blauw|groen|wat is dit|muziek|tot "
        "ziens|heel goed|het nummer|honderd|twintig|kat|hond|vriend|niets|misschien"
    ),
    "pl": (
        "cześć|tak|nie|dziękuję|proszę|dzień dobry|woda|dom|stół|czerwony|niebieski|zielony|co to jest|nie wiem|"
        "muzyka|do widzenia|bardzo dobrze|numer|sto|dwadzieścia|kot|pies|przyjaciel|nic|teraz|może"
    ),
}


@dataclass(frozen=True, slots=True)
class Voice:
    """One way of speaking.

    Attributes:
        engine: ``espeak`` or ``flite``.
        language: espeak-ng's language code; ``en-us`` for flite.
        variant: espeak-ng's voice variant or flite's voice.
        words_per_minute: 110 to 230; flite stretches by 165 / this.
        pitch: 0 to 99, espeak-ng's scale; flite takes none.
    """

    engine: Literal["espeak", "flite"]
    language: str
    variant: str
    words_per_minute: int
    pitch: int

    @property
    def family(self) -> str:
        """The language without its region: ``en`` for ``en-gb-scotland``."""
        return self.language.split("-")[0]


def random_voice(rng: np.random.Generator, split: Split, language: str | None = None) -> Voice:
    """Draw a voice of one split; of any language (weighted) unless one is given."""
    if language is None:
        shares = np.array(list(LANGUAGES.values()))
        language = str(rng.choice(list(LANGUAGES), p=shares / shares.sum()))
    elif language not in LANGUAGES:
        raise ValueError(f"unknown language {language!r}; one of {', '.join(LANGUAGES)}")
    rate = int(rng.integers(110, 216))
    pitch = int(np.clip(rng.normal(50, 18), 5, 95))
    if language == "en-us" and FLITE[split] and rng.random() < 0.5:
        return Voice("flite", language, str(rng.choice(FLITE[split])), rate, pitch)
    return Voice("espeak", language, str(rng.choice(VARIANTS[split])), rate, pitch)


def digit_text(voice: Voice, digit: int, rng: np.random.Generator) -> str:
    """Return what to synthesise so that ``voice`` says ``digit`` in its language."""
    if not 0 <= digit <= 9:
        raise ValueError(f"not a digit: {digit}")
    if voice.engine == "flite":
        return _ENGLISH[digit]
    synonym = _SYNONYMS.get((voice.family, digit))
    return synonym if synonym and rng.random() < 0.4 else str(digit)


def filler_text(voice: Voice, rng: np.random.Generator) -> str:
    """Return words that may come before a digit in the voice's language."""
    return str(rng.choice(_FILLERS[voice.family]))


def other_text(voice: Voice, rng: np.random.Generator) -> str:
    """Return words or a sentence in the voice's language that hold no digit."""
    words = _OTHER_WORDS[voice.family].split("|")
    count = 1 if rng.random() < 0.6 else int(rng.integers(2, 5))
    return ", ".join(str(word) for word in rng.choice(words, size=count))


def synthesise(voice: Voice, text: str) -> NDArray[np.float32]:
    """Speak ``text``; (N,) float32 at 16 kHz in [-1, 1], outer silence removed.

    Raises:
        FileNotFoundError: espeak-ng or flite is not installed.
        subprocess.CalledProcessError: The synthesiser failed.
    """
    if voice.engine == "flite":
        stretch = f"duration_stretch={165 / voice.words_per_minute:.2f}"
        command = ["flite", "-voice", voice.variant, "--setf", stretch, "-t", text, "-o", "/dev/stdout"]
    else:
        command = ["espeak-ng", "-v", f"{voice.language}+{voice.variant}", "-s", str(voice.words_per_minute)]
        command += ["-p", str(voice.pitch), "--stdout", text]
    done = subprocess.run(command, capture_output=True, check=True, timeout=20)
    # Both write headers with made-up lengths to a pipe; wave reads what is there.
    with wave.open(io.BytesIO(done.stdout)) as reader:
        rate = reader.getframerate()
    samples = np.frombuffer(done.stdout[44 : 44 + (len(done.stdout) - 44) // 2 * 2], dtype="<i2")
    sound = samples.astype(np.float32) / 32_768.0
    return trimmed(np.asarray(soxr.resample(sound, rate, SAMPLE_RATE_HZ), dtype=np.float32))


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
