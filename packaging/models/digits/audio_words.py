"""What the voices say: words before a digit, and letters, words, phrases and longer numbers that are no digit.

Letters, names of countries, languages, months and days come from CLDR through ICU (PyICU; Unicode licence), everyday
words from stopwordsiso (MIT), the sentences below were written for this project. What sounds exactly like a digit of
any of the languages ("to", "ate", the letter that Italian calls "i" is not among them) is left out: **there the digit
wins**. Mandarin digits are told from others' vowels by their tone alone, which people cannot be asked to notice: the
letters stay, and Mandarin loses a little.
"""

from __future__ import annotations

import re
import subprocess
from difflib import SequenceMatcher
from functools import cache

import icu
import numpy as np
import stopwordsiso
from audio_voices import LANGUAGES, Voice

_ISO = {"cmn": "zh", "nb": "no"}
_TEENS = range(10, 100)

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


def filler_text(voice: Voice, rng: np.random.Generator) -> str | None:
    """Return words that may come before a digit in the voice's language, or None where we have none."""
    known = _FILLERS.get(voice.family)
    return str(rng.choice(known)) if known else None


def other_texts(voice: Voice, rng: np.random.Generator, count: int) -> list[str]:
    """Return ``count`` letters, words (some of them near a digit), phrases and numbers in the voice's language."""
    kinds = rng.choice(5, size=count, p=[0.25, 0.33, 0.18, 0.12, 0.12])
    makers = (letter_text, word_text, near_text, phrase_text, number_text)
    return [makers[kind](voice, rng) for kind in kinds]


def letter_text(voice: Voice, rng: np.random.Generator) -> str:
    """Return a letter by itself, a tenth of the time two or three; a character where a language has no letters."""
    letters = _letters(voice.language)
    if not letters:
        return word_text(voice, rng)
    count = 1 if rng.random() < 0.9 else int(rng.integers(2, 4))
    return " ".join(str(letter) for letter in rng.choice(letters, size=count))


def word_text(voice: Voice, rng: np.random.Generator) -> str:
    """Return a word or a name, mostly a short one."""
    words = _words(voice.language)
    drawn = [str(word) for word in rng.choice(words, size=2)]
    return min(drawn, key=len) if rng.random() < 0.5 else drawn[0]


def near_text(voice: Voice, rng: np.random.Generator) -> str:
    """Return one of the words that sound most like a digit of the voice's language, without being one."""
    near = _near_words(voice.language)
    return str(rng.choice(near)) if near else word_text(voice, rng)


def phrase_text(voice: Voice, rng: np.random.Generator) -> str:
    """Return two to six words, or a sentence."""
    known = _OTHER_WORDS.get(voice.family, "").split("|")
    if known != [""] and rng.random() < 0.35:
        return " ".join(str(word) for word in rng.choice(known, size=int(rng.integers(1, 4))))
    glue = "" if voice.family in ("cmn", "ja") else " "
    return glue.join(str(word) for word in rng.choice(_words(voice.language), size=int(rng.integers(2, 7))))


def number_text(_voice: Voice, rng: np.random.Generator) -> str:
    """Return a number of more than one digit, or several digits one after the other."""
    kind = rng.random()
    if kind < 0.4:
        return str(int(rng.choice(_TEENS)))
    if kind < 0.6:
        return str(int(rng.choice([100, 1000, 1_000_000, int(rng.integers(100, 3000))])))
    return ", ".join(str(digit) for digit in rng.integers(0, 10, size=int(rng.integers(2, 5))))


@cache
def _words(language: str) -> list[str]:
    """Return words and names of a language that do not sound like a digit."""
    iso = _ISO.get(language.split("-", maxsplit=1)[0], language.split("-", maxsplit=1)[0])
    here = icu.Locale(iso)
    words = set(stopwordsiso.stopwords(iso)) if stopwordsiso.has_lang(iso) else set()
    words |= {icu.Locale("", country).getDisplayCountry(here) for country in icu.Locale.getISOCountries()}
    words |= {icu.Locale(code).getDisplayLanguage(here) for code in icu.Locale.getISOLanguages() if len(code) == 2}
    symbols = icu.DateFormatSymbols(here)
    words |= {*symbols.getMonths(), *symbols.getWeekdays()}
    words |= {
        word for text in _OTHER_WORDS.get(language.split("-", maxsplit=1)[0], "").split("|") for word in [text] if word
    }
    plain = {word.strip() for word in words if 2 <= len(word) <= 30 and not re.search(r"[\d(&/.<>\"]", word)}
    return _unlike_digits(language, sorted(plain))


@cache
def _letters(language: str) -> list[str]:
    """Return the letters of a language's alphabet (kana in Japanese, none in Chinese), those like digits left out."""
    iso = _ISO.get(language.split("-", maxsplit=1)[0], language.split("-", maxsplit=1)[0])
    if iso == "zh":
        return _unlike_digits(language, sorted(word for word in stopwordsiso.stopwords("zh") if len(word) == 1))
    exemplars = [str(letter) for letter in icu.LocaleData(iso).getExemplarSet()]
    if iso == "ja":
        exemplars = [letter for letter in exemplars if "\u3041" <= letter <= "\u3093"]
    return _unlike_digits(language, sorted(letter for letter in exemplars if len(letter) == 1))


def _sounds(language: str, texts: list[str]) -> list[str]:
    """Return what espeak-ng says to each text in IPA, without stress and length."""
    lines = "\n".join(text.replace("\n", " ") for text in texts)
    command = ["espeak-ng", "-q", "--ipa", "-v", language]
    done = subprocess.run(command, input=lines, capture_output=True, check=True, timeout=120, text=True)
    said = [re.sub(r"[ˈˌː\u0361\s_-]", "", line) for line in done.stdout.splitlines()]
    if len(said) != len(texts):  # a text of several sentences: one start each
        if len(texts) == 1:
            return ["".join(said)]
        half = len(texts) // 2
        return _sounds(language, texts[:half]) + _sounds(language, texts[half:])
    return said


@cache
def _digit_sounds() -> frozenset[str]:
    figures = [str(digit) for digit in range(10)]
    return frozenset(sound for language in LANGUAGES for sound in _sounds(language, figures))


def _unlike_digits(language: str, texts: list[str]) -> list[str]:
    said = _sounds(language, texts)
    return [text for text, sound in zip(texts, said, strict=True) if sound and sound not in _digit_sounds()]


@cache
def _near_words(language: str) -> list[str]:
    """Return the tenth of a language's words that shares most of its sounds, in order, with one of its digits."""
    words = _words(language)
    digits = _sounds(language, [str(digit) for digit in range(10)])
    likeness = [
        max(SequenceMatcher(None, sound, digit, autojunk=False).ratio() for digit in digits)
        for sound in _sounds(language, words)
    ]
    order = np.argsort(np.array(likeness), kind="stable")[::-1]
    return [words[index] for index in order[: max(10, len(words) // 10)]]
