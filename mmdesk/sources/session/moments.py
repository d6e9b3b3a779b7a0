"""What each answer of a recording was made from, in any order."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from zlib import crc32

from mmdesk.core.inputs import Input, Slot, stream_of
from mmdesk.core.observation import (
    AudioInput,
    Captured,
    ImageInput,
    Observation,
    Presence,
    Reason,
    TextInput,
)
from mmdesk.core.user_controls import Recorded, UserControls
from mmdesk.sources.observer import nothing_given
from mmdesk.sources.session.controls_row import controls_of
from mmdesk.sources.session.stored_picture import seen_picture
from mmdesk.sources.text_entry import LONGEST_TEXT

if TYPE_CHECKING:
    from mmdesk.sources.session.recording_index import RecordingIndex

_LONGEST_SOUND = 1 << 16


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """What one answer was made from.

    Attributes:
        time_s: When, in seconds from the recording's start; so are the times of all that was captured.
        given: What each stream held, and the verdict on it.
        controls: What the user held in force.
        fusion: The fusion method that answered.
        label: The answer; empty for none.
        whole: Whether all of it could be read as it was.
    """

    time_s: float
    given: Mapping[str, tuple[Captured | None, Presence]]
    controls: UserControls
    fusion: str
    label: str
    whole: bool

    def observation(self, inputs: Mapping[Slot, Input]) -> Observation:
        """Put it together for a model's inputs, in its order; nothing stands for what was not recorded."""
        held: dict[str, Captured] = {}
        verdicts: dict[str, Presence] = {}
        for slot, one in inputs.items():
            captured, verdict = self.given.get(stream_of(slot), (None, nothing_given(slot.kind)))
            verdicts[one.name] = verdict
            if captured is not None:
                held[one.name] = captured
        return Observation(self.time_s, held, verdicts, Recorded(self.controls, self.fusion))


class RecordedMoments:
    """The answers of a recording, by number: oldest first. One thread owns it.

    A sound that several answers were made from is the same object in each, so that encodings can be cached by identity.

    Args:
        index: The recording's.
    """

    def __init__(self, index: RecordingIndex) -> None:
        self._index = index
        self.times_s = index.answers.time_s
        self._known: dict[str, tuple[object, Captured]] = {}

    def __len__(self) -> int:
        return len(self.times_s)

    def number_at(self, time_s: float) -> int:
        """Return the newest that is not after a time, else the first."""
        return max(0, bisect_right(self.times_s, time_s + 1e-6) - 1)

    def at(self, number: int) -> Moment | None:
        """Read one; None where its row is not whole.

        Raises:
            SourceError: A part of the recording is gone.
        """
        row = self._index.answer(number)
        told = None if row is None else row.get("of")
        if row is None or not isinstance(told, dict):
            return None
        given = {stream: self._given(stream, entry) for stream, entry in told.items()}
        controls = controls_of(row["under"]) if "under" in row else UserControls()
        whole = controls is not None and all(each is not None for each in given.values())
        label, fusion = row.get("label"), row.get("fusion")
        return Moment(
            time_s=float(row["t"]),
            given={stream: each for stream, each in given.items() if each is not None},
            controls=controls or UserControls(),
            fusion=fusion if isinstance(fusion, str) else "",
            label=label if isinstance(label, str) else "",
            whole=whole,
        )

    def _given(self, stream: str, entry: object) -> tuple[Captured | None, Presence] | None:
        """What a stream held; None where it cannot be read as it was."""
        if not isinstance(entry, list) or not entry or entry[0] not in list(Reason):
            return None
        verdict = Presence(Reason(entry[0]))
        if len(entry) == 1:
            return None if verdict.present else (None, verdict)
        known = self._known.get(stream)
        if known is not None and known[0] == entry[1:]:
            return known[1], verdict
        captured = self._captured(stream, entry[1:])
        if captured is None:
            return None
        self._known[stream] = entry[1:], captured
        return captured, verdict

    def _captured(self, stream: str, told: list[Any]) -> Captured | None:
        time_s = told[0]
        if not isinstance(time_s, int | float) or isinstance(time_s, bool) or not math.isfinite(time_s):
            return None
        match told[1:]:
            case []:
                picture = self._index.picture_of(stream, time_s)
                seen = None if picture is None else seen_picture(picture)
                return None if seen is None else ImageInput(seen, float(time_s))
            case [int(first), int(count), int(crc)] if 0 <= first < 1 << 50 and 0 < count <= _LONGEST_SOUND:
                wave = self._index.samples(stream, first, count)
                if len(wave) != count or crc32(wave.tobytes()) != crc:
                    return None
                wave.setflags(write=False)
                return AudioInput(wave, float(time_s), first)
            case [str(text)] if 0 < len(text) <= LONGEST_TEXT:
                return TextInput(text, float(time_s))
        return None
