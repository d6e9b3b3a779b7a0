"""What a recording's journal says: which picture, sound and text belongs when; and what of it is there."""

from __future__ import annotations

import errno
import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from functools import lru_cache
from operator import itemgetter
from pathlib import Path
from statistics import median
from typing import Any, BinaryIO
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import SourceError
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.problem import Problem
from mmdesk.core.transport import Mark
from mmdesk.sources.session.description import Interval, name_of
from mmdesk.sources.session.journal import JOURNAL, read_journal, read_row
from mmdesk.sources.session.recording_columns import AnswerColumn, PictureColumn, SoundColumn
from mmdesk.sources.session.recording_writer import WAV_HEAD
from mmdesk.sources.session.stored_picture import StoredPicture
from mmdesk.sources.text_entry import LONGEST_TEXT

_GAP_S = 0.5
_SLIP = SAMPLE_RATE_HZ // 100
"""How far sound may lie from where the clock wants it before samples are left out or filled in: 10 ms."""

_SMOOTHED = 41
"""Rows over which the time of a sound is smoothed: a block is told of when a thread gets to it, some ms late."""

_MEDIANS = 4096

_GONE = frozenset({errno.ENOENT, errno.EIO, errno.ENODEV, errno.ENXIO, errno.ESTALE, errno.ENOTCONN})
"""What reading fails with when a folder was moved or deleted, a disk pulled out, a network drive lost."""

_MOST_MODELS, _MOST_MARKS, _MOST_FREEZES = 20, 5000, 50_000
"""More than anybody has, and few enough to be told and drawn."""

_STREAM = re.compile(r"[a-z][a-z0-9_]{0,31}(-[2-9])?")


class RecordingIndex:
    """A recording's journal, read once; what it points to is read from the disk as it is asked for.

    A row that is torn or altered is left out, and so is a picture or a block of sound that is not what its row says.

    Args:
        path: The recording's folder.
        goes_on: Asked with each row; False ends it there, and the rest counts as torn off.

    Attributes:
        duration_s: Length in seconds.
        finished: Whether the recording was ended, and not torn off.
        modalities: What was recorded.
        gaps: (from, to) in seconds for stretches of more than half a second in which there is nothing of a modality.
        texts: (time in seconds, the text box's whole content from then on), ascending.
        marks: What the user has marked, by time.
        answers: What was answered when.
        models: Names of the models that answered, in the order in which they first did.
        frozen: (from, to) in seconds for stretches in which the window stood still while it was recorded.

    Raises:
        SourceError: There is no journal, or nothing in it that can be played.
    """

    def __init__(self, path: Path, goes_on: Callable[[], bool] = lambda: True) -> None:
        self._path = path
        self._pictures: dict[str, PictureColumn] = {}
        self._sounds: dict[str, SoundColumn] = {}
        self._texts: dict[str, list[tuple[float, str]]] = {}
        self._marks: dict[int, Mark] = {}
        self.answers = AnswerColumn()
        self.models: list[str] = []
        self._freezes: list[tuple[float, bool]] = []
        self.finished = False
        self._bad_rows = 0
        self._bad_parts: set[tuple[str, int]] = set()
        self._end_s = self._latest_s = 0.0
        is_torn = False
        try:
            for at, row in read_journal(path / JOURNAL):
                if not goes_on():
                    break
                is_torn = row is None
                if row is None or not self._take(at, row):
                    self._bad_rows += 1
        except FileNotFoundError:
            raise SourceError(Problem("session.lacks_file", title=path.name, path=path / JOURNAL)) from None
        except OSError as error:
            raise self._unreadable(path / JOURNAL, error) from None
        if is_torn and not self.finished:
            self._bad_rows -= 1  # it was under way when the recording was torn off
        self.texts = self._texts.get(Modality.TEXT, [])
        self.marks = tuple(sorted(self._marks.values(), key=lambda mark: mark.time_s))
        self._picture = self._pictures.get(Modality.IMAGE)
        self._sound = self._sounds.get(Modality.AUDIO)
        self._begins, self._skips = self._placed(self._sound)
        self.duration_s = self._end_s if self.finished else self._length_s()
        found = ((Modality.IMAGE, self._picture), (Modality.AUDIO, self._sound), (Modality.TEXT, self.texts))
        self.modalities = frozenset(modality for modality, there in found if there)
        if not self.modalities or self.duration_s <= 0:
            raise SourceError(Problem("session.nothing_left", path=path))
        self.frozen = tuple(_stretches(self._freezes, self.duration_s))
        self.gaps: dict[Modality, tuple[Interval, ...]] = {
            Modality.IMAGE: self._picture_gaps(),
            Modality.AUDIO: self._sound_gaps(),
        }

    @property
    def damaged(self) -> int:
        """How many rows, pictures and blocks of sound were found damaged until now."""
        return self._bad_rows + len(self._bad_parts)

    @property
    def fps(self) -> float:
        """Pictures a second, as a rule; 25 where there are none."""
        times = [] if self._picture is None else np.diff(self._picture.time_s[:2000]).tolist()
        return 25.0 if not times else min(max(1 / max(median(times), 1e-3), 1.0), 240.0)

    def pictures(self, from_s: float = 0.0) -> Iterator[tuple[float, StoredPicture]]:
        """Read the pictures in order, from the one that stands at a time on: time in seconds, and the picture."""
        column = self._picture
        if column is None:
            return
        with self._opened(f"{Modality.IMAGE}.mjpeg") as file:
            for index in range(max(0, column.index_at(from_s)), len(column.time_s)):
                if column.time_s[index] >= self.duration_s:
                    return
                picture = self._read_picture(file, Modality.IMAGE, column, index)
                if picture is not None:
                    yield column.time_s[index], picture

    def picture_of(self, stream: str, time_s: float) -> StoredPicture | None:
        """Read the picture of a stream that was taken at a time; None where there is none that is whole."""
        column = self._pictures.get(stream)
        index = -1 if column is None else column.index_of(time_s)
        if column is None or index < 0:
            return None
        with self._opened(f"{stream}.mjpeg") as file:
            return self._read_picture(file, stream, column, index)

    def note_bad_picture(self, time_s: float) -> None:
        """The picture of a time cannot be decoded."""
        if self._picture is not None:
            self._bad_parts.add((Modality.IMAGE, self._picture.at[self._picture.index_of(time_s)]))

    def _read_picture(self, file: BinaryIO, stream: str, column: PictureColumn, index: int) -> StoredPicture | None:
        file.seek(column.at[index])
        content = file.read(column.size[index])
        if crc32(content) != column.crc[index]:
            self._bad_parts.add((stream, column.at[index]))
            return None
        return StoredPicture(content, column.by[index])

    def samples(self, stream: str, first: int, count: int) -> NDArray[np.float32]:
        """Read samples of a stream by their place in its file, as they are: (n,) float32, n less than asked at its end.

        Raises:
            SourceError: The file is gone.
        """
        if stream not in self._sounds:
            return np.zeros(0, np.float32)
        with self._opened(f"{stream}.wav") as file:
            file.seek(WAV_HEAD + 4 * first)
            content = file.read(4 * count)
        return np.frombuffer(content[: len(content) // 4 * 4], "<f4").astype(np.float32)

    def answer(self, number: int) -> dict[str, Any] | None:
        """Read the row of an answer; None where it is not whole any more.

        Raises:
            SourceError: The journal is gone.
        """
        try:
            return read_row(self._path / JOURNAL, self.answers.at[number])
        except OSError as error:
            raise self._unreadable(self._path / JOURNAL, error) from None

    def sound(self, first: int) -> Generator[NDArray[np.float32]]:
        """Yield the samples from one of the recording's time on: (n,) float32 at 16 kHz, silence where there are none.

        Sound cards have clocks of their own: where the sound has come to lie more than 10 ms from where the recording's
        clock wants it, samples are left out or silence is filled in.
        """
        column = self._sound
        if column is None:
            return
        place = first
        with self._opened(f"{Modality.AUDIO}.wav") as file:
            for index in range(max(0, bisect_right(self._begins, place) - 1), len(column.first)):
                begin, skip = self._begins[index], self._skips[index]
                at, size, crc = column.first[index], column.size[index], column.crc[index]
                if begin + size - skip <= place:
                    continue
                if begin > place:
                    yield from _silence(begin - place)
                    place = begin
                file.seek(WAV_HEAD + 4 * at)
                content = file.read(4 * size)
                if crc32(content) != crc:
                    self._bad_parts.add((Modality.AUDIO, at))
                    wave_mono = np.zeros(size, np.float32)
                else:
                    wave_mono = np.frombuffer(content, "<f4").astype(np.float32)
                rest = np.clip(wave_mono[skip + place - begin :], -1.0, 1.0)
                yield rest
                place += len(rest)

    @contextmanager
    def _opened(self, name: str) -> Iterator[BinaryIO]:
        """Open a file; whatever reading it brings, a disk that is pulled out for one, is told of the file."""
        path = self._path / name
        try:
            with path.open("rb") as file:
                yield file
        except OSError as error:
            raise self._unreadable(path, error) from None

    def _unreadable(self, path: Path, error: OSError) -> SourceError:
        if error.errno in _GONE:
            return SourceError(Problem("session.gone", path=path))
        return SourceError(Problem("session.unreadable", path=path, reason=error.strerror or str(error)))

    # --- rows -------------------------------------------------------------------------------------------------------

    def _take(self, at: int, row: dict[str, Any]) -> bool:
        """Take a row; False for one that cannot be."""
        kind, time_s = row["k"], float(row["t"])
        if kind == "end":
            self.finished, self._end_s = True, time_s
            return True
        stream = row.get("s", "image")
        if not isinstance(stream, str) or not _is_stream(stream):
            return False
        self._latest_s = max(self._latest_s, time_s)
        match kind:
            case "picture":
                return self._pictures.setdefault(stream, PictureColumn()).take(time_s, row)
            case "sound":
                return self._sounds.setdefault(stream, SoundColumn()).take(time_s, row)
            case "answer":
                return self.answers.take(time_s, at, row)
            case "text":
                return self._take_text(stream, time_s, row.get("text"))
            case "model":
                name = row.get("name")
                told = name_of(name) if isinstance(name, str) else ""
                if told and told not in self.models and len(self.models) < _MOST_MODELS:
                    self.models.append(told)
            case "mark":
                return self._take_mark(time_s, row.get("id"), row.get("name"))
            case "frozen":
                if len(self._freezes) < _MOST_FREEZES:
                    self._freezes.append((time_s, row.get("frozen") is True))
        return True

    def _take_mark(self, time_s: float, number: object, name: object) -> bool:
        if not isinstance(number, int) or not isinstance(name, str):
            return False
        before = self._marks.get(number)
        if before is None and len(self._marks) >= _MOST_MARKS:
            return False
        self._marks[number] = Mark(time_s if before is None else before.time_s, name_of(name))
        return True

    def _take_text(self, stream: str, time_s: float, text: object) -> bool:
        rows = self._texts.setdefault(stream, [])
        if not isinstance(text, str) or len(text) > LONGEST_TEXT or (rows and time_s < rows[-1][0]):
            return False
        rows.append((time_s, text))
        return True

    # --- times ------------------------------------------------------------------------------------------------------

    def _length_s(self) -> float:
        """Until where something is there, where nobody has said that the recording ends."""
        ends_s = [self._latest_s]
        if self._picture is not None and self._picture.time_s:
            ends_s.append(self._picture.time_s[-1] + 1 / self.fps)
        if self._sound is not None and self._begins:
            ends_s.append((self._begins[-1] + self._sound.size[-1] - self._skips[-1]) / SAMPLE_RATE_HZ)
        return max(ends_s)

    def _placed(self, column: SoundColumn | None) -> tuple[array[int], array[int]]:
        """Return for each block its first sample in the recording, and how many of its own are left out before."""
        begins, skips = array("q"), array("L")
        if column is None or not column.first:
            return begins, skips
        first, size = np.array(column.first, np.float64), np.array(column.size, np.float64)
        offsets = np.array(column.end_s) - (first + size) / SAMPLE_RATE_HZ
        heads = [index for index, fresh in enumerate(column.fresh) if fresh]
        place = 0
        for head, tail in zip(heads, [*heads[1:], len(offsets)], strict=True):
            wanted = np.rint((first[head:tail] / SAMPLE_RATE_HZ + _smooth(offsets[head:tail])) * SAMPLE_RATE_HZ)
            for index in range(head, tail):
                slip = int(wanted[index - head]) - place
                if index > head and abs(slip) <= _SLIP:
                    slip = 0
                skip = min(max(-slip, 0), column.size[index])
                begins.append(place + max(slip, 0))
                skips.append(skip)
                place = begins[-1] + column.size[index] - skip
        return begins, skips

    def _picture_gaps(self) -> tuple[Interval, ...]:
        if self._picture is None:
            return ()
        begins_s = np.array(self._picture.time_s)
        return _gaps(begins_s, begins_s + 1 / self.fps, self.duration_s)  # what was last seen stands for a period

    def _sound_gaps(self) -> tuple[Interval, ...]:
        if self._sound is None:
            return ()
        begins = np.array(self._begins, np.float64)
        ends = begins + np.array(self._sound.size, np.float64) - np.array(self._skips, np.float64)
        return _gaps(begins / SAMPLE_RATE_HZ, ends / SAMPLE_RATE_HZ, self.duration_s)


@lru_cache(maxsize=64)  # there are a handful, and each row names one
def _is_stream(name: str) -> bool:
    return _STREAM.fullmatch(name) is not None


def _stretches(changes: list[tuple[float, bool]], end_s: float) -> Iterator[Interval]:
    """Yield the stretches in which something held, of when it began to and when it no longer did."""
    from_s: float | None = None
    for time_s, holds in sorted([*changes, (end_s, False)], key=itemgetter(0)):
        if holds and from_s is None:
            from_s = time_s
        elif not holds and from_s is not None:
            if time_s > from_s:
                yield from_s, time_s
            from_s = None


def _gaps(begins_s: NDArray[np.float64], ends_s: NDArray[np.float64], duration_s: float) -> tuple[Interval, ...]:
    """Return the stretches of more than half a second between ascending ones."""
    if not len(begins_s):
        return ()
    from_s = np.concatenate([[0.0], np.maximum.accumulate(ends_s)])
    to_s = np.append(begins_s, duration_s)
    missing = to_s - from_s > _GAP_S
    return tuple(zip(from_s[missing].tolist(), to_s[missing].tolist(), strict=True))


def _smooth(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The running median over `_SMOOTHED` values; at the ends over as many as there are."""
    half = min(_SMOOTHED // 2, (len(values) - 1) // 2)
    if half == 0:
        return values
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(values, half, mode="reflect"), 2 * half + 1)
    # A few at a time: the median copies them all, 50 MB for each hour.
    pieces = (windows[begin : begin + _MEDIANS] for begin in range(0, len(values), _MEDIANS))
    return np.concatenate([np.median(piece, axis=1) for piece in pieces])


def _silence(count: int) -> Iterator[NDArray[np.float32]]:
    """Silence in pieces: a stretch that is missing may be hours long."""
    while count > 0:
        yield np.zeros(min(count, 1 << 16), np.float32)
        count -= 1 << 16
