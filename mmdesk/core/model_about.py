"""What a model says about itself in the window: its title, a sentence, what to try with it, its tour and its session.

A model is a folder or a ``.mmdesk`` file. Beside ``model.safetensors``, ``config.json``, ``card.md`` and
``map.safetensors`` it may carry two more files, and works just as well without them:

``picture.png``
    What the gallery shows of it: a PNG picture, best 640 × 400 px; at most 1 MiB and 2048 px a side.
``about.json``
    Its words, at most 256 KiB. Everything but ``format`` and ``version`` may be left out; what is left out is generated
    from the model's labels and inputs::

        {
            "format": "mmdesk-about",
            "version": 1,
            "title": {"en": "Digits", "de": "Ziffern", "es": "Cifras", "zh_CN": "数字"},
            "sentence": {"en": "Knows the digits 0 to 9: shown, said or typed."},
            "try": [{"en": "Show a 3, say five, type nine."}],
            "placeholders": {"text": {"en": "a digit in words: three, drei …"}},
            "session": "sample",
            "tour": [{"step": "agree", "task": {"en": "Hold up a 3, say “three”, type 3."}}, {"step": "method"}],
        }

    Every text is given by language; one that is missing is shown in English, else in the first language that is given.
    ``try`` has up to 6 texts. ``placeholders`` has a hint for each input by its name. ``session`` names a folder of
    ``resources/sessions``: the sample session of a bundled model; it is ignored for any other. ``tour`` lists the steps
    of the guided tour in their order, each one of `STEPS`; ``task`` (what to do), ``recorded_task`` (the same while a
    recording plays), ``look`` (what to look at then; it follows "Done – look: ") and ``spoken`` (what a presenter says
    meanwhile) take the place of the program's own words.

Nothing here needs torch, Qt or the weights.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from mmdesk.core.model_files import ABOUT, EXTRA_BYTES

FORMAT, VERSION = "mmdesk-about", 1
STEPS = (
    "agree",
    "complement",
    "contribution",
    "mute",
    "cover",
    "contradict",
    "honesty",
    "override",
    "method",
    "rewind",
    "explain",
)
"""What a step of the tour can watch for."""
STEP_WORDS = ("task", "recorded_task", "look", "spoken")

_MOST_TITLE, _MOST_TEXT = 60, 300
_MOST_PROMPTS, _MOST_STEPS, _MOST_PLACEHOLDERS = 6, 12, 5
_LANGUAGE = re.compile(r"[a-z]{2,3}(_[A-Za-z]{2,8})?")
_SESSION = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,39}")


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in several languages.

    Attributes:
        texts: By the code of the language ("en", "zh_CN").
    """

    texts: Mapping[str, str]

    def text(self, language: str) -> str:
        """Return the text in a language, else in English, else in the first there is."""
        return self.texts.get(language) or self.texts.get("en") or next(iter(self.texts.values()))


@dataclass(frozen=True, slots=True)
class TourWording:
    """One step of a model's tour.

    Attributes:
        step: One of `STEPS`.
        words: By the names of `STEP_WORDS`; what is missing is said in the program's own words.
    """

    step: str
    words: Mapping[str, Wording] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ModelAbout:
    """What a model says about itself; None and empty where it says nothing.

    Attributes:
        title: Its name.
        sentence: What it knows.
        prompts: What to try with it.
        placeholders: What can be given to an input, by the input's name.
        session: Name of the sample session that was recorded for it.
        tour: The steps of its tour; empty for the program's own.
    """

    title: Wording | None = None
    sentence: Wording | None = None
    prompts: tuple[Wording, ...] = ()
    placeholders: Mapping[str, Wording] = field(default_factory=dict)
    session: str = ""
    tour: tuple[TourWording, ...] = ()


def parse_about(content: bytes) -> ModelAbout:
    """Validate the content of an ``about.json``.

    Raises:
        ValueError: With half a sentence about the first thing that is wrong.
    """
    document = _document(content)
    session = document.get("session", "")
    if not isinstance(session, str) or (session and not _SESSION.fullmatch(session)):
        raise ValueError('"session" must be the name of a session, without folders')
    placeholders = document.get("placeholders", {})
    if not isinstance(placeholders, dict) or len(placeholders) > _MOST_PLACEHOLDERS:
        raise ValueError(f'"placeholders" must map up to {_MOST_PLACEHOLDERS} inputs to texts')
    return ModelAbout(
        title=_wording(document["title"], "title", _MOST_TITLE) if "title" in document else None,
        sentence=_wording(document["sentence"], "sentence") if "sentence" in document else None,
        prompts=tuple(
            _wording(one, f"try[{index}]") for index, one in enumerate(_list(document, "try", _MOST_PROMPTS))
        ),
        placeholders={name[:40]: _wording(one, f"placeholders.{name[:40]}") for name, one in placeholders.items()},
        session=session,
        tour=tuple(_step(one, f"tour[{index}]") for index, one in enumerate(_list(document, "tour", _MOST_STEPS))),
    )


def _document(content: bytes) -> dict[str, object]:
    if len(content) > EXTRA_BYTES[ABOUT]:
        raise ValueError(f"it is larger than {EXTRA_BYTES[ABOUT] >> 10} KiB")
    try:
        document = json.loads(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise ValueError("it is not UTF-8 text") from error
    except RecursionError as error:
        raise ValueError("the JSON is nested too deeply") from error
    except json.JSONDecodeError as error:
        raise ValueError(f"it is not valid JSON (line {error.lineno}: {error.msg})") from error
    except ValueError as error:  # a number of thousands of digits
        raise ValueError("it is not valid JSON") from error
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ValueError(f'it does not say "format": "{FORMAT}"')
    version = document.get("version")
    if type(version) is not int or not 1 <= version <= VERSION:
        raise ValueError(f'"version" must be {VERSION}')
    known = {"format", "version", "title", "sentence", "try", "placeholders", "session", "tour"}
    if strange := sorted(document.keys() - known):
        raise ValueError(f'nothing is known of "{strange[0][:40]}"')
    return document


def _list(document: dict[str, object], name: str, most: int) -> list[object]:
    value = document.get(name, [])
    if not isinstance(value, list) or len(value) > most:
        raise ValueError(f'"{name}" must be a list of at most {most}')
    return value


def _step(value: object, where: str) -> TourWording:
    if not isinstance(value, dict) or value.get("step") not in STEPS:
        raise ValueError(f'"{where}" must have a "step" among {", ".join(STEPS)}')
    words = {name: one for name, one in value.items() if name != "step"}
    if strange := sorted(words.keys() - set(STEP_WORDS)):
        raise ValueError(f'"{where}": nothing is known of "{strange[0][:40]}"')
    return TourWording(value["step"], {name: _wording(one, f"{where}.{name}") for name, one in words.items()})


def _wording(value: object, where: str, most: int = _MOST_TEXT) -> Wording:
    if not isinstance(value, dict) or not value:
        raise ValueError(f'"{where}" must map languages to texts')
    for language, text in value.items():
        if not _LANGUAGE.fullmatch(language):
            raise ValueError(f'"{where}": {language[:40]!r} is no code of a language')
        if not isinstance(text, str) or not text.strip() or len(text) > most:
            raise ValueError(f'"{where}.{language}" must be a text of at most {most} characters')
        # Line breaks, direction overrides and lone surrogates would break the line that it stands in, or Qt's string.
        if any(unicodedata.category(letter) in ("Cc", "Cs") or letter in _OVERRIDES for letter in text):
            raise ValueError(f'"{where}.{language}" must be one line of plain text')
    return Wording(dict(value))


_OVERRIDES = frozenset("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2028\u2029")
