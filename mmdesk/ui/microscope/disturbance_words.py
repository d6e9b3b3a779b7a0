"""Disturbances and their strengths in the words of the chosen language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.hands import DISTURBANCE_KINDS, DisturbanceKind
from mmdesk.core.modality import Modality
from mmdesk.ui.words import percent

_NAMES = {
    (Modality.IMAGE, DisturbanceKind.OCCLUDE): QT_TRANSLATE_NOOP("Disturbances", "Cover"),
    (Modality.IMAGE, DisturbanceKind.BLUR): QT_TRANSLATE_NOOP("Disturbances", "Blur"),
    (Modality.IMAGE, DisturbanceKind.NOISE): QT_TRANSLATE_NOOP("Disturbances", "Grain"),
    (Modality.IMAGE, DisturbanceKind.DARKEN): QT_TRANSLATE_NOOP("Disturbances", "Darken"),
    (Modality.IMAGE, DisturbanceKind.ROTATE): QT_TRANSLATE_NOOP("Disturbances", "Turn"),
    (Modality.AUDIO, DisturbanceKind.GAIN): QT_TRANSLATE_NOOP("Disturbances", "Volume"),
    (Modality.AUDIO, DisturbanceKind.NOISE): QT_TRANSLATE_NOOP("Disturbances", "Hiss"),
    (Modality.AUDIO, DisturbanceKind.BABBLE): QT_TRANSLATE_NOOP("Disturbances", "Voices"),
    (Modality.TEXT, DisturbanceKind.DROP_WORDS): QT_TRANSLATE_NOOP("Disturbances", "Leave out words"),
    (Modality.TEXT, DisturbanceKind.TYPOS): QT_TRANSLATE_NOOP("Disturbances", "Typos"),
    (Modality.TEXT, DisturbanceKind.REPLACE): QT_TRANSLATE_NOOP("Disturbances", "Say instead"),
}
_OFF = QT_TRANSLATE_NOOP("Disturbances", "Leave out")
_PIXELS = QT_TRANSLATE_NOOP("Disturbances", "{size} px")
_SIGNED = {
    # Of each unit: what a strength above 0 is called, one of 0, and one below.
    "°": (
        QT_TRANSLATE_NOOP("Disturbances", "{size}° left"),
        QT_TRANSLATE_NOOP("Disturbances", "upright"),
        QT_TRANSLATE_NOOP("Disturbances", "{size}° right"),
    ),
    "dB": (
        QT_TRANSLATE_NOOP("Disturbances", "{size} dB louder"),
        QT_TRANSLATE_NOOP("Disturbances", "as it is"),
        QT_TRANSLATE_NOOP("Disturbances", "{size} dB softer"),
    ),
    "dB SNR": (
        QT_TRANSLATE_NOOP("Disturbances", "{size} dB under speech"),
        QT_TRANSLATE_NOOP("Disturbances", "as loud as speech"),
        QT_TRANSLATE_NOOP("Disturbances", "{size} dB over speech"),
    ),
}


def _translated(text: object) -> str:
    # The stubs call a marked text an object.
    return QCoreApplication.translate("Disturbances", str(text))


def disturbance_name(modality: Modality, kind: DisturbanceKind) -> str:
    """What a visitor calls it."""
    return _translated(_NAMES.get((modality, kind), _OFF))


def strength_words(modality: Modality, kind: DisturbanceKind, strength: float) -> str:
    """A strength with its unit, in words; empty for a kind that has none."""
    unit = DISTURBANCE_KINDS[modality][kind].unit
    size = f"{abs(strength):g}"
    if unit == "%":
        return percent(strength)
    if unit in _SIGNED:
        above, none, below = _SIGNED[unit]
        return _translated(above if strength > 0 else below if strength < 0 else none).format(size=size)
    return _translated(_PIXELS).format(size=size) if unit else ""


def short_strength(modality: Modality, kind: DisturbanceKind, strength: float) -> str:
    """A strength with its unit where words have no room; a ratio to the speech is told from the noise's side."""
    unit = DISTURBANCE_KINDS[modality][kind].unit
    if unit == "%":
        return percent(strength)
    number = -strength if unit == "dB SNR" else strength
    sign = "−" if number < 0 else "+" if number > 0 and unit != "px" else ""
    gap = "" if unit == "°" else " "
    return f"{sign}{abs(number):g}{gap}{unit.removesuffix(' SNR')}"
