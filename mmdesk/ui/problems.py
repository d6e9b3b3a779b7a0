"""Problems and remedies that core tells in English, in the words of the chosen language.

Sources know nothing of Qt and put names into their sentences. What a visitor may meet while the program runs is
listed here with {} for a name; anything else (a fault in somebody's file, say) stays in English.
"""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_SENTENCES = (
    QT_TRANSLATE_NOOP("Problems", "No microphone is connected."),
    QT_TRANSLATE_NOOP("Problems", "Connect a microphone; it is then used by itself."),
    QT_TRANSLATE_NOOP("Problems", "The microphone “{}” has stopped delivering sound."),
    QT_TRANSLATE_NOOP("Problems", "Check its cable; it is tried again by itself."),
    QT_TRANSLATE_NOOP("Problems", "The microphone “{}” was lost."),
    QT_TRANSLATE_NOOP("Problems", "Plug it in again; it is tried again by itself."),
    QT_TRANSLATE_NOOP("Problems", "There is no microphone “{}”."),
    QT_TRANSLATE_NOOP("Problems", "{} does not answer any more."),
    QT_TRANSLATE_NOOP("Problems", "Unplug it and plug it in again, or choose another source."),
    QT_TRANSLATE_NOOP("Problems", "{} repeats the same picture."),
    QT_TRANSLATE_NOOP("Problems", "{} gives no pictures any more."),
    QT_TRANSLATE_NOOP("Problems", "Check its cable."),
    QT_TRANSLATE_NOOP("Problems", "{} has stopped sending."),
    QT_TRANSLATE_NOOP("Problems", "Check that the camera is on and in the network."),
    QT_TRANSLATE_NOOP("Problems", "{} is not connected."),
    QT_TRANSLATE_NOOP("Problems", "Connect it, or choose another source."),
    QT_TRANSLATE_NOOP("Problems", "{} cannot be opened."),
    QT_TRANSLATE_NOOP("Problems", "Check that it is connected and close other programs that use a camera."),
    QT_TRANSLATE_NOOP("Problems", "{} does not answer with a video."),
    QT_TRANSLATE_NOOP("Problems", "Check the address, and that the camera is on and in the same network."),
    QT_TRANSLATE_NOOP("Problems", "There is no file {}."),
    QT_TRANSLATE_NOOP("Problems", "Choose a video file that exists."),
    QT_TRANSLATE_NOOP("Problems", "“{}” exists already."),
    QT_TRANSLATE_NOOP("Problems", "“{}” does not end in .mmdesk."),
    QT_TRANSLATE_NOOP("Problems", "Choose another name for the model."),
    QT_TRANSLATE_NOOP("Problems", "There is no folder “{}”."),
    QT_TRANSLATE_NOOP("Problems", "Choose another place for the model."),
    QT_TRANSLATE_NOOP("Problems", "{} has no samples to test with."),
    QT_TRANSLATE_NOOP("Problems", "Add samples: a class needs three at least."),
    QT_TRANSLATE_NOOP(
        "Problems", "{}: the model was trained on every test sample; nothing is left to measure it with."
    ),
    QT_TRANSLATE_NOOP(
        "Problems", "Add samples that it has not seen; mmdesk evaluate --all measures on these all the same."
    ),
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    sentences = [str(sentence) for sentence in _SENTENCES]
    # Sentences without a name first, and long ones before short: "{} was lost." must not swallow a better fit.
    sentences.sort(key=lambda sentence: ("{}" in sentence, -len(sentence)))
    return tuple((s, re.compile(re.escape(s).replace(re.escape("{}"), "(.+?)"), re.DOTALL)) for s in sentences)


def told(text: str) -> str:
    """A problem or remedy in the language that now holds; as it is where no translation is known."""
    for sentence, pattern in _patterns():
        if match := pattern.fullmatch(text):
            translated = QCoreApplication.translate("Problems", sentence)
            return translated.replace("{}", match.group(1)) if match.groups() else translated
    return text
