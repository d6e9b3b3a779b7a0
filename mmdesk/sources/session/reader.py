"""Reads a session folder."""

from __future__ import annotations

import csv
import io
import math
from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.csv_file import unguarded
from mmdesk.core.errors import SourceError
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.problem import Problem
from mmdesk.sources.capture import Capture, CaptureKind, CaptureTarget, open_capture, rgb_of
from mmdesk.sources.files import decode_text, read_wave, sound_head
from mmdesk.sources.session.description import Interval, load_description
from mmdesk.sources.text_entry import LONGEST_TEXT

_CAP_PROP_FRAME_COUNT = 7  # cv2's number; it is not imported up here
_SHORT_S = 1.0


class SessionReader:
    """A recorded session, checked when it is opened.

    Opening reads the description, the texts and the heads of the media files; pictures and sound are decoded
    when asked for. Not for the window's thread: it imports OpenCV. Several threads may each read from it.

    Attributes:
        path: The folder.
        title: What the user calls the session.
        language: BCP 47 tag, or empty.
        duration_s: Length in seconds.
        fps: Pictures a second.
        modalities: What was recorded.

    Raises:
        SourceError: A part is missing, damaged or of another format; file and field are named.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        description = load_description(self.path)
        self.title = description.title
        self.language = description.language
        self.duration_s = description.duration_s
        self.fps = description.fps
        self.modalities = frozenset(description.files)
        self._files = {modality: self.path / name for modality, name in description.files.items()}
        self._gaps = {modality: _merged(gaps) for modality, gaps in description.gaps.items()}
        for file in self._files.values():
            if not file.is_file():
                raise SourceError(Problem("session.lacks_file", title=self.title, path=file))
        self._texts = self._read_texts()
        self._check_audio()
        self._check_video()

    def gaps(self, modality: Modality) -> tuple[Interval, ...]:
        """The stretches (from, to) in seconds in which a modality was off: ascending, apart."""
        return self._gaps.get(modality, ())

    def is_off(self, modality: Modality, time_s: float) -> bool:
        """Whether a modality was not recorded, or was off at a time of the session."""
        if modality not in self.modalities:
            return True
        gaps = self.gaps(modality)
        begun = bisect_right(gaps, time_s, key=itemgetter(0))
        return begun > 0 and time_s < gaps[begun - 1][1]

    def frames(self) -> Iterator[tuple[float, NDArray[np.uint8]]]:
        """Decode the pictures in order; none within gaps or after the duration.

        Yields:
            Time in the session in seconds, and (H, W, 3) uint8 RGB, read-only.

        Raises:
            SourceError: The video is damaged at its beginning.
        """
        path = self._files.get(Modality.IMAGE)
        if path is None:
            return
        capture = _open_video(path)
        try:
            index = 0
            while (time_s := index / self.fps) < self.duration_s:
                done, picture_bgr = capture.read()
                if not done or picture_bgr is None:
                    if index == 0:
                        raise _damaged_video(path)
                    return
                if not self.is_off(Modality.IMAGE, time_s):
                    yield time_s, rgb_of(picture_bgr)
                index += 1
        finally:
            capture.release()

    def audio(self) -> NDArray[np.float32]:
        """Decode the sound: (duration · 16 000,) float32 in [-1, 1]; zeros within gaps and where there is none.

        Raises:
            SourceError: The file is damaged.
        """
        wave = np.zeros(round(self.duration_s * SAMPLE_RATE_HZ), dtype=np.float32)
        path = self._files.get(Modality.AUDIO)
        if path is None:
            return wave
        samples = read_wave(path, most_s=self.duration_s)[: len(wave)]
        wave[: len(samples)] = samples
        for start_s, end_s in self.gaps(Modality.AUDIO):
            wave[round(start_s * SAMPLE_RATE_HZ) : round(end_s * SAMPLE_RATE_HZ)] = 0.0
        return wave

    def text_events(self) -> list[tuple[float, str]]:
        """The changes of the text box: (time in seconds, whole content from then on), ascending.

        During a gap the box is empty.
        """
        events: list[tuple[float, str]] = []
        times_s = {time_s for time_s, _ in self._texts}
        times_s |= {edge for gap in self.gaps(Modality.TEXT) for edge in gap}
        typed, written = "", 0
        for time_s in sorted(times_s):
            while written < len(self._texts) and self._texts[written][0] <= time_s:
                typed = self._texts[written][1]
                written += 1
            text = "" if self.is_off(Modality.TEXT, time_s) else typed
            if time_s < self.duration_s and text != (events[-1][1] if events else ""):
                events.append((time_s, text))
        return events

    # --- checks on opening ------------------------------------------------------------------------------------------

    def _read_texts(self) -> list[tuple[float, str]]:
        path = self._files.get(Modality.TEXT)
        if path is None:
            return []
        texts: list[tuple[float, str]] = []
        try:
            rows = csv.reader(io.StringIO(decode_text(path.read_bytes())))
            if next(rows, None) != ["time_s", "text"]:
                raise SourceError(Problem("session.text.header", path=path))
            for row in rows:
                if row:
                    texts.append(_text_row(path, rows.line_num, row, texts[-1][0] if texts else 0.0))
        except (OSError, UnicodeError, csv.Error) as error:
            raise SourceError(Problem("session.text.unreadable", path=path, reason=str(error))) from None
        return texts

    def _check_audio(self) -> None:
        path = self._files.get(Modality.AUDIO)
        if path is None:
            return
        length_s = sound_head(path).length_s
        if length_s is not None:
            self._check_length(path, length_s)

    def _check_video(self) -> None:
        path = self._files.get(Modality.IMAGE)
        if path is None:
            return
        capture = _open_video(path)
        try:
            count = capture.get(_CAP_PROP_FRAME_COUNT)
            if not capture.read()[0]:
                raise _damaged_video(path)
        finally:
            capture.release()
        if count > 0:  # some containers do not tell
            self._check_length(path, count / self.fps)

    def _check_length(self, path: Path, length_s: float) -> None:
        if length_s < self.duration_s - _SHORT_S:
            raise SourceError(Problem("session.cut_off", path=path, length_s=length_s, wanted_s=self.duration_s))


def _merged(gaps: tuple[Interval, ...]) -> tuple[Interval, ...]:
    """Return sorted stretches with those made one that touch or overlap, so that a search finds the right one."""
    apart: list[Interval] = []
    for begin_s, end_s in gaps:
        if apart and begin_s <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end_s, apart[-1][1]))
        else:
            apart.append((begin_s, end_s))
    return tuple(apart)


def _open_video(path: Path) -> Capture:
    capture = open_capture(CaptureTarget(CaptureKind.FILE, str(path), path.name))
    if not capture.isOpened():
        capture.release()
        raise _damaged_video(path)
    return capture


def _damaged_video(path: Path) -> SourceError:
    return SourceError(Problem("session.bad_video", path=path))


def _text_row(path: Path, line: int, row: list[str], earliest_s: float) -> tuple[float, str]:
    """Check one row of text.csv."""
    if len(row) != 2:
        raise SourceError(Problem("session.text.columns", path=path, line=line))
    try:
        time_s = float(row[0])
    except ValueError:
        raise SourceError(Problem("session.text.time", path=path, line=line, found=row[0])) from None
    if not math.isfinite(time_s) or time_s < earliest_s:
        raise SourceError(Problem("session.text.order", path=path, line=line, earliest_s=earliest_s))
    text = unguarded(row[1])
    if len(text) > LONGEST_TEXT:
        raise SourceError(Problem("session.text.long", path=path, line=line, most=LONGEST_TEXT))
    return time_s, text
