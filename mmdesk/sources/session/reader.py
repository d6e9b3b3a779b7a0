"""Reads a session folder."""

from __future__ import annotations

import csv
import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import partial
from heapq import merge
from itertools import groupby
from operator import itemgetter
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.csv_file import unguarded
from mmdesk.core.errors import SourceError
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.problem import Problem
from mmdesk.core.transport import AnswerStretch, Mark
from mmdesk.sources.capture import Capture, CaptureKind, CaptureTarget, open_capture, rgb_of
from mmdesk.sources.files import open_text, sound_head, stream_wave
from mmdesk.sources.session.answer_stretches import answer_stretches
from mmdesk.sources.session.description import Interval, load_description
from mmdesk.sources.session.moments import RecordedMoments
from mmdesk.sources.session.recording_index import RecordingIndex
from mmdesk.sources.session.sound import SessionSound
from mmdesk.sources.session.stored_picture import seen_picture, shown_picture
from mmdesk.sources.text_entry import LONGEST_TEXT

_CAP_PROP_POS_FRAMES, _CAP_PROP_FRAME_COUNT = 1, 7  # cv2's numbers; it is not imported up here
_SHORT_S = 1.0

Picture = tuple[float, NDArray[np.uint8], NDArray[np.uint8] | None]


class SessionReader:
    """A recorded session, checked when it is opened.

    Opening reads the description, the texts and the heads of the media files. Pictures, sound and texts are then read
    from the disk while they are iterated over: what is held does not grow with the session's length. Not for the
    window's thread: it imports OpenCV, and hours of a recording take seconds. Several threads may each read from it.

    Args:
        path: The folder.
        goes_on: Asked while a recording is opened; False ends that, and the rest counts as torn off.

    Attributes:
        path: The folder.
        title: What the user calls the session.
        language: BCP 47 tag, or empty.
        duration_s: Length in seconds.
        fps: Pictures a second.
        modalities: What was recorded.
        marks: The moments that the user has marked, by time.

    Raises:
        SourceError: A part is missing, damaged or of another format; file and field are named.
    """

    def __init__(self, path: Path | str, goes_on: Callable[[], bool] = lambda: True) -> None:
        self.path = Path(path)
        description = load_description(self.path)
        self.title = description.title
        self.language = description.language
        self.duration_s = description.duration_s
        self.fps = description.fps
        self.modalities = frozenset(description.files)
        self._files = {modality: self.path / name for modality, name in description.files.items()}
        self._gaps = {modality: _merged(gaps) for modality, gaps in description.gaps.items()}
        self.marks: tuple[Mark, ...] = ()
        self._recording = RecordingIndex(self.path, goes_on) if description.recorded else None
        if self._recording is not None:
            self.duration_s, self.fps = self._recording.duration_s, self._recording.fps
            self.modalities, self._gaps = self._recording.modalities, self._recording.gaps
            self.marks = self._recording.marks
            return
        for file in self._files.values():
            if not file.is_file():
                raise SourceError(Problem("session.lacks_file", title=self.title, path=file))
        self._check_texts()
        self._check_audio()
        self._check_video()

    @property
    def models(self) -> tuple[str, ...]:
        """Names of the models that answered while it was recorded; none for a session that is not a recording."""
        return () if self._recording is None else tuple(self._recording.models)

    @property
    def damage(self) -> Problem | None:
        """What of a recording is missing, as far as it has been read; None when nothing is."""
        found = self._recording
        if found is None or (found.finished and not found.damaged):
            return None
        if found.damaged:
            return Problem("session.damaged", path=self.path, count=found.damaged)
        return Problem("session.interrupted", path=self.path, length_s=self.duration_s)

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
        return ((time_s, frame_rgb) for time_s, frame_rgb, _ in self.pictures())

    def pictures(self, from_s: float = 0.0) -> Iterator[Picture]:
        """Decode the pictures as `frames` does, from the one on that stands at a time.

        Yields:
            Time and picture as `frames` has them, and what a model sees of it, where that is something else.

        Raises:
            SourceError: The video is damaged at its beginning.
        """
        if self._recording is not None:
            return self._recorded_pictures(self._recording, from_s)
        path = self._files.get(Modality.IMAGE)
        return iter(()) if path is None else self._video_pictures(path, from_s)

    def _recorded_pictures(self, recording: RecordingIndex, from_s: float) -> Iterator[Picture]:
        for time_s, picture in recording.pictures(from_s):
            shown, seen = shown_picture(picture), seen_picture(picture)
            if shown is None or seen is None:
                recording.note_bad_picture(time_s)
            else:
                yield time_s, shown, seen

    def _video_pictures(self, path: Path, from_s: float) -> Iterator[Picture]:
        capture = _open_video(path)
        try:
            first = index = max(0, int(from_s * self.fps + 1e-6))
            if first:
                capture.set(_CAP_PROP_POS_FRAMES, first)
            while (time_s := index / self.fps) < self.duration_s:
                done, picture_bgr = capture.read()
                if not done or picture_bgr is None:
                    if index == 0:
                        raise _damaged_video(path)
                    return
                if not self.is_off(Modality.IMAGE, time_s):
                    yield time_s, rgb_of(picture_bgr), None
                index += 1
        finally:
            capture.release()

    def stored_pictures(self, from_s: float) -> Iterator[tuple[float, Callable[[], NDArray[np.uint8] | None]]]:
        """Read the pictures of a recording that were on screen, each decoded only when it is asked for.

        Yields:
            Time in the session in seconds, and what decodes the picture for the screen; to None where it is damaged.
        """
        stored = iter(()) if self._recording is None else self._recording.pictures(self.shown_s(from_s))
        for number, (time_s, picture) in enumerate(stored):
            if number == 0 or self.shown_s(time_s) == time_s:
                yield time_s, partial(shown_picture, picture)

    def shown_s(self, time_s: float) -> float:
        """Of what time the picture on screen was: a window that was frozen went on showing what it had before."""
        frozen = () if self._recording is None else self._recording.frozen
        begun = bisect_left(frozen, time_s, key=itemgetter(0))
        return frozen[begun - 1][0] if begun > 0 and time_s < frozen[begun - 1][1] else time_s

    def shown_pictures(self, from_s: float) -> Iterator[tuple[float, Callable[[], NDArray[np.uint8] | None]]]:
        """Read the pictures of any session as `stored_pictures` does those of a recording."""
        if self._recording is not None:
            return self.stored_pictures(from_s)
        return ((time_s, partial(np.asarray, frame_rgb)) for time_s, frame_rgb, _ in self.pictures(from_s))

    def answers(self) -> tuple[AnswerStretch, ...]:
        """What was answered in a recording, in stretches."""
        return () if self._recording is None else answer_stretches(self._recording.answers, self.duration_s)

    @property
    def held(self) -> bool:
        """Whether anything was in force while an answer of the recording was given."""
        return self._recording is not None and any(self._recording.answers.held)

    @property
    def fusions(self) -> frozenset[str]:
        """Kinds of the fusion methods that gave the answers of the recording."""
        return frozenset() if self._recording is None else frozenset(self._recording.answers.fusions)

    def moments(self) -> RecordedMoments | None:
        """What the answers were made from; None where that was not recorded. Each thread takes its own."""
        recording = self._recording
        return None if recording is None or not recording.answers.time_s else RecordedMoments(recording)

    @contextmanager
    def sound(self, start_s: float = 0.0) -> Iterator[SessionSound]:
        """Open the sound from a time of the session on, to be read in order.

        Raises:
            SourceError: The file is gone or damaged; of damage, when it is come to.
        """
        first = round(start_s * SAMPLE_RATE_HZ)
        path = self._files.get(Modality.AUDIO)
        off = [(round(a * SAMPLE_RATE_HZ), round(b * SAMPLE_RATE_HZ)) for a, b in self.gaps(Modality.AUDIO)]
        with ExitStack() as opened:
            blocks: Generator[NDArray[np.float32]] | Iterator[NDArray[np.float32]] = iter(())
            if self._recording is not None:
                blocks = opened.enter_context(closing(self._recording.sound(first)))
            elif path is not None:
                blocks = opened.enter_context(closing(stream_wave(path, first)))
            yield SessionSound(blocks, first, round(self.duration_s * SAMPLE_RATE_HZ), off)

    def sound_blocks(self, from_s: float, count: int) -> Iterator[tuple[float, NDArray[np.float32]]]:
        """Read the sound from a time on, in blocks of so many samples; none where the microphone was off.

        Yields:
            The time at which a block ends, and its samples as `sound` has them.

        Raises:
            SourceError: The file is damaged here.
        """
        kind, end = Modality.AUDIO, round(from_s * SAMPLE_RATE_HZ)
        if kind not in self.modalities:
            return
        with self.sound(from_s) as sound:
            while len(block := sound.read(count)):
                is_off = self.is_off(kind, end / SAMPLE_RATE_HZ)
                end += len(block)
                if not is_off:
                    yield end / SAMPLE_RATE_HZ, block

    def text_events(self) -> Iterator[tuple[float, str]]:
        """Read the changes of the text box: (time in seconds, whole content from then on), ascending.

        During a gap the box is empty.

        Raises:
            SourceError: The file has changed, and is wrong now.
        """
        edges = ((edge, None) for gap in self.gaps(Modality.TEXT) for edge in gap)
        typed, shown = "", ""
        for time_s, changes in groupby(merge(self._text_rows(), edges, key=itemgetter(0)), key=itemgetter(0)):
            if time_s >= self.duration_s:
                return
            for _, text in changes:
                typed = typed if text is None else text
            text = "" if self.is_off(Modality.TEXT, time_s) else typed
            if text != shown:
                shown = text
                yield time_s, text

    # --- checks on opening ------------------------------------------------------------------------------------------

    def _text_rows(self) -> Iterator[tuple[float, str]]:
        if self._recording is not None:
            yield from self._recording.texts
            return
        path = self._files.get(Modality.TEXT)
        if path is None:
            return
        latest_s = 0.0
        try:
            with open_text(path) as stream:
                rows = csv.reader(stream)
                if next(rows, None) != ["time_s", "text"]:
                    raise SourceError(Problem("session.text.header", path=path))
                for row in rows:
                    if row:
                        latest_s, text = _text_row(path, rows.line_num, row, latest_s)
                        yield latest_s, text
        except (OSError, UnicodeError, csv.Error) as error:
            raise SourceError(Problem("session.text.unreadable", path=path, reason=str(error))) from None

    def _check_texts(self) -> None:
        for _ in self._text_rows():
            pass

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
