"""How a recording that is being made is doing, in the words of the chosen language."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from mmdesk.core.recorder_state import RecorderState
from mmdesk.ui.language import number_text

translate = QCoreApplication.translate

_MINUTE_S, _HOUR_S = 60, 3600
_MOST_H = 24


def clock_words(seconds: float) -> str:
    """Seconds as a clock shows them: "0:07", "12:34", "1:02:03"."""
    whole = int(seconds)
    hours, minutes, rest = whole // _HOUR_S, whole // _MINUTE_S % 60, whole % 60
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def record_title(state: RecorderState) -> str:
    """That it records, and for how long."""
    return translate("Recorder", "● REC {time}").format(time=clock_words(state.seconds))


def room_words(state: RecorderState) -> str:
    """What is left on the disk: as time where that is known, else as gigabytes; empty where neither is."""
    if state.room_s is None:
        gigabytes = number_text(state.room / 1e9, ".1f")
        return translate("Recorder", "{count} GB left on the disk").format(count=gigabytes) if state.room else ""
    whole = int(state.room_s)
    hours, minutes = whole // _HOUR_S, whole // _MINUTE_S % 60
    if hours >= _MOST_H:
        return translate("Recorder", "more than {count} h left on the disk").format(count=number_text(_MOST_H))
    if hours:
        words = translate("Recorder", "{hours} h {minutes} min left on the disk")
        return words.format(hours=number_text(hours), minutes=number_text(minutes))
    if minutes:
        return translate("Recorder", "{minutes} min left on the disk").format(minutes=number_text(minutes))
    return translate("Recorder", "less than a minute left on the disk")


def record_words(state: RecorderState) -> str:
    """That what is muted is recorded too, room, marks, and pictures that were left out, in one line."""
    parts = [translate("Recorder", "muted inputs are recorded too") if state.muted else "", room_words(state)]
    if state.marks:
        parts.append(translate("Recorder", "marks: {count}").format(count=number_text(state.marks)))
    if state.dropped:
        parts.append(translate("Recorder", "pictures left out: {count}").format(count=number_text(state.dropped)))
    return "  ·  ".join(part for part in parts if part)
