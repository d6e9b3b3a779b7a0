"""Core's verdicts and states in the words of the chosen language.

`QT_TRANSLATE_NOOP` marks each text for the translators; the lookup happens when the words are shown, so that a
change of language reaches them.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Presence, Reason
from mmdesk.core.prediction import Prediction
from mmdesk.core.source_state import SourceStatus

_NAMES: dict[str, object] = {
    Modality.IMAGE: QT_TRANSLATE_NOOP("Words", "Picture"),
    Modality.AUDIO: QT_TRANSLATE_NOOP("Words", "Sound"),
    Modality.TEXT: QT_TRANSLATE_NOOP("Words", "Text"),
}
_PRESENT: dict[str, object] = {
    Modality.IMAGE: QT_TRANSLATE_NOOP("Words", "seen"),
    Modality.AUDIO: QT_TRANSLATE_NOOP("Words", "heard"),
    Modality.TEXT: QT_TRANSLATE_NOOP("Words", "read"),
}
_THERE = QT_TRANSLATE_NOOP("Words", "present")
_ABSENT = {
    Reason.NO_SIGNAL: QT_TRANSLATE_NOOP("Words", "no signal"),
    Reason.TOO_DARK: QT_TRANSLATE_NOOP("Words", "too dark"),
    Reason.COVERED: QT_TRANSLATE_NOOP("Words", "covered"),
    Reason.SILENCE: QT_TRANSLATE_NOOP("Words", "silence"),
    Reason.EMPTY: QT_TRANSLATE_NOOP("Words", "empty"),
    Reason.MUTED: QT_TRANSLATE_NOOP("Words", "muted by you"),
    Reason.NOTHING_RECOGNISED: QT_TRANSLATE_NOOP("Words", "nothing recognised"),
}
_STATUSES = {
    SourceStatus.OFF: QT_TRANSLATE_NOOP("Words", "off"),
    SourceStatus.STARTING: QT_TRANSLATE_NOOP("Words", "starting"),
    SourceStatus.RUNNING: QT_TRANSLATE_NOOP("Words", "running"),
    SourceStatus.LOST: QT_TRANSLATE_NOOP("Words", "connection lost"),
    SourceStatus.FAILED: QT_TRANSLATE_NOOP("Words", "not available"),
    SourceStatus.ENDED: QT_TRANSLATE_NOOP("Words", "ended"),
}


def _translated(text: object) -> str:
    # The stubs call a marked text an object.
    return QCoreApplication.translate("Words", str(text))


def input_name(one: Input | str) -> str:
    """What a visitor calls an input: by its kind if it is called after it, else by the name it was given.

    Where its name is all that is known, one called like a kind is taken to be of it. A plug-in says what its kind is
    called.
    """
    if isinstance(one, Input):
        return input_name(one.name) if one.name == one.kind else one.name
    if one in _NAMES:
        return _translated(_NAMES[one])
    kind = INPUT_KINDS.loaded.get(one)
    return str(one) if kind is None else kind.title


def presence_words(one: Input, presence: Presence) -> str:
    """Say "seen", "heard", "read", or why not; of a plug-in's kind that it is there."""
    return _translated(_PRESENT.get(one.kind, _THERE) if presence.present else _ABSENT[presence.reason])


def undecided_words(prediction: Prediction) -> str:
    """Why a prediction has no answer."""
    if prediction.probabilities is None:
        return _translated(QT_TRANSLATE_NOOP("Words", "no input"))
    return _translated(QT_TRANSLATE_NOOP("Words", "no clear answer"))


def status_words(status: SourceStatus) -> str:
    """How a source is doing."""
    return _translated(_STATUSES[status])


def percent(share: float) -> str:
    """A share in [0, 1] in percent; "0%" and "100%" only where it is just that.

    An absent input's weight is exactly 0, and that must not look like one that is merely small.
    """
    if 0.0 < share < 0.005:
        number = "<1"
    elif 0.995 <= share < 1.0 - 1e-6:
        number = ">99"
    else:
        number = str(round(100 * share))
    return QCoreApplication.translate("Words", "{number}%").format(number=number)


def isolated(text: str) -> str:
    """Return somebody's text so that the words around it keep their places, whichever way its letters run.

    Unicode Standard Annex 9, first strong isolate and its end; text without right-to-left letters stays as it is.
    """
    if any(unicodedata.bidirectional(character) in ("R", "AL", "AN") for character in text):
        return f"\u2068{text}\u2069"
    return text
