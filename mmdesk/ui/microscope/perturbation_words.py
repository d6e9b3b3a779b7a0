"""Perturbations and their strengths in the words of the chosen language."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.modality import Modality
from mmdesk.core.perturbation import PerturbationKind, perturbations_of
from mmdesk.ui.language import number_text
from mmdesk.ui.words import percent

_NAMES: dict[tuple[str, PerturbationKind], object] = {
    (Modality.IMAGE, PerturbationKind.OCCLUDE): QT_TRANSLATE_NOOP("Perturbations", "Cover"),
    (Modality.IMAGE, PerturbationKind.BLUR): QT_TRANSLATE_NOOP("Perturbations", "Blur"),
    (Modality.IMAGE, PerturbationKind.NOISE): QT_TRANSLATE_NOOP("Perturbations", "Grain"),
    (Modality.IMAGE, PerturbationKind.DARKEN): QT_TRANSLATE_NOOP("Perturbations", "Darken"),
    (Modality.IMAGE, PerturbationKind.ROTATE): QT_TRANSLATE_NOOP("Perturbations", "Rotate"),
    (Modality.AUDIO, PerturbationKind.GAIN): QT_TRANSLATE_NOOP("Perturbations", "Volume"),
    (Modality.AUDIO, PerturbationKind.NOISE): QT_TRANSLATE_NOOP("Perturbations", "Hiss"),
    (Modality.AUDIO, PerturbationKind.BABBLE): QT_TRANSLATE_NOOP("Perturbations", "Voices"),
    (Modality.TEXT, PerturbationKind.DROP_WORDS): QT_TRANSLATE_NOOP("Perturbations", "Drop words"),
    (Modality.TEXT, PerturbationKind.TYPOS): QT_TRANSLATE_NOOP("Perturbations", "Typos"),
    (Modality.TEXT, PerturbationKind.REPLACE): QT_TRANSLATE_NOOP("Perturbations", "Say instead"),
}
_OFF = QT_TRANSLATE_NOOP("Perturbations", "Leave out")
_PIXELS = QT_TRANSLATE_NOOP("Perturbations", "{size} px")
_SIGNED = {
    # Of each unit: what a strength above 0 is called, one of 0, and one below.
    "°": (
        QT_TRANSLATE_NOOP("Perturbations", "{size}° left"),
        QT_TRANSLATE_NOOP("Perturbations", "upright"),
        QT_TRANSLATE_NOOP("Perturbations", "{size}° right"),
    ),
    "dB": (
        QT_TRANSLATE_NOOP("Perturbations", "{size} dB louder"),
        QT_TRANSLATE_NOOP("Perturbations", "as it is"),
        QT_TRANSLATE_NOOP("Perturbations", "{size} dB softer"),
    ),
    "dB SNR": (
        QT_TRANSLATE_NOOP("Perturbations", "{size} dB under speech"),
        QT_TRANSLATE_NOOP("Perturbations", "as loud as speech"),
        QT_TRANSLATE_NOOP("Perturbations", "{size} dB over speech"),
    ),
}


def _translated(text: object) -> str:
    # The stubs call a marked text an object.
    return QCoreApplication.translate("Perturbations", str(text))


def perturbation_name(input_kind: str, kind: PerturbationKind) -> str:
    """What a visitor calls it."""
    return _translated(_NAMES.get((input_kind, kind), _OFF))


def strength_words(input_kind: str, kind: PerturbationKind, strength: float) -> str:
    """A strength with its unit, in words; empty for a kind that has none."""
    unit = perturbations_of(input_kind)[kind].unit
    size = number_text(abs(strength), "g")
    if unit == "%":
        return percent(strength)
    if unit in _SIGNED:
        above, none, below = _SIGNED[unit]
        return _translated(above if strength > 0 else below if strength < 0 else none).format(size=size)
    return _translated(_PIXELS).format(size=size) if unit else ""


def short_strength(input_kind: str, kind: PerturbationKind, strength: float) -> str:
    """A strength with its unit where words have no room; a ratio to the speech is told from the noise's side."""
    unit = perturbations_of(input_kind)[kind].unit
    if not unit:
        return ""
    if unit == "%":
        return percent(strength)
    shown = -strength if unit == "dB SNR" else strength
    sign = "−" if shown < 0 else "+" if shown > 0 and unit != "px" else ""
    gap = "" if unit == "°" else " "
    return f"{sign}{number_text(abs(shown), 'g')}{gap}{unit.removesuffix(' SNR')}"
