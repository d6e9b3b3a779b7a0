"""What stands in the text box, settled before the model looks at it."""

from __future__ import annotations

from threading import Lock

from mmdesk.core.observation import TextInput
from mmdesk.sources.files import clean_text

QUIET_S = 0.15
"""A text counts once nobody has typed for this long: half-written words are noise to the model."""

LONGEST_TEXT = 500
"""Characters kept; the rest is cut off."""


class TextEntry:
    """Holds the typed text between the window and the worker. Any thread may call any method.

    A change counts after `QUIET_S` without another one; at once when the text ends with white space (a word is
    complete) or nothing is left (the box was emptied).
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._typed = ""
        self._typed_s = 0.0
        self._settled: TextInput | None = None
        self._pending = False

    def set(self, text: str, time_s: float) -> None:
        """Take the box's whole content as of the monotonic time `time_s`."""
        text = text[:LONGEST_TEXT]
        with self._lock:
            # What was quiet long enough counts, even if nobody asked in the meantime.
            self._settle(time_s)
            if text == self._typed:
                return
            self._typed, self._typed_s, self._pending = text, time_s, True
            if not text.strip() or text[-1].isspace():
                self._settle(time_s + QUIET_S)

    def current(self, now_s: float) -> TextInput | None:
        """Return the text that counts at the monotonic time `now_s`, as `clean_text` leaves it; None for none."""
        with self._lock:
            self._settle(now_s)
            return self._settled

    def _settle(self, now_s: float) -> None:
        # A tolerance, because 1.15 - 1.0 is less than 0.15 in binary.
        if not self._pending or now_s - self._typed_s < QUIET_S - 1e-6:
            return
        self._pending = False
        cleaned = clean_text(self._typed)
        if cleaned is None:
            self._settled = None
        elif self._settled is None or self._settled.text != cleaned:
            self._settled = TextInput(cleaned, self._typed_s)
