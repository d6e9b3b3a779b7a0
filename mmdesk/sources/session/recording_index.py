"""What a recording's journal says: which picture, sound and text belongs when; and what of it is there."""

from __future__ import annotations

import re
from array import array
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import SourceError
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.problem import Problem
from mmdesk.sources.capture import load_cv2, rgb_of
from mmdesk.sources.session.description import Interval
from mmdesk.sources.session.journal import JOURNAL, read_journal
from mmdesk.sources.session.recording_writer import WAV_HEAD
from mmdesk.sources.text_entry import LONGEST_TEXT

_GAP_S = 0.5
_SLIP = SAMPLE_RATE_HZ // 100
"""How far sound may lie from where the clock wants it before samples are left out or filled in: 10 ms."""

_SMOOTHED = 41
"""Rows over which the time of a sound is smoothed: a block is told of when a thread gets to it, some ms late."""

_LARGEST_PICTURE = 1 << 25
_STREAM = re.compile(r"[a-z][a-z0-9_]{0,31}(-[2-9])?")


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment that the user has marked.

    Attributes:
        time_s: In the recording, in seconds from its start.
        name: What it is called.
    """

    time_s: float
    name: str


@dataclass(slots=True)
class _Pictures:
    """The pictures of one stream, in columns: an hour has a hundred thousand."""

    time_s: array[float] = field(default_factory=lambda: array("d"))
    at: array[int] = field(default_factory=lambda: array("Q"))
    size: array[int] = field(default_factory=lambda: array("L"))
    crc: array[int] = field(default_factory=lambda: array("L"))


@dataclass(slots=True)
class _Sounds:
    """The blocks of one stream of sound."""

    end_s: array[float] = field(default_factory=lambda: array("d"))
    first: array[int] = field(default_factory=lambda: array("Q"))
    size: array[int] = field(default_factory=lambda: array("L"))
    crc: array[int] = field(default_factory=lambda: array("L"))
    fresh: array[int] = field(default_factory=lambda: array("B"))


class RecordingIndex:
    """A recording's journal, read once; what it points to is read from the disk as it is asked for.

    A row that is torn or altered is left out, and so is a picture or a block of sound that is not what its row says.

    Args:
        path: The recording's folder.

    Attributes:
        duration_s: Length in seconds.
        finished: Whether the recording was ended, and not torn off.
        modalities: What was recorded.
        gaps: (from, to) in seconds for stretches of more than half a second in which there is nothing of a modality.
        texts: (time in seconds, the text box's whole content from then on), ascending.
        marks: What the user has marked, by time.

    Raises:
        SourceError: There is no journal, or nothing in it that can be played.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._pictures: dict[str, _Pictures] = {}
        self._sounds: dict[str, _Sounds] = {}
        self._texts: dict[str, list[tuple[float, str]]] = {}
        self._marks: dict[int, Mark] = {}
        self.finished = False
        self._bad_rows = 0
        self._bad_parts: set[tuple[str, int]] = set()
        self._end_s = self._latest_s = 0.0
        is_torn = False
        try:
            for row in read_journal(path / JOURNAL):
                is_torn = row is None
                if row is None or not self._take(row):
                    self._bad_rows += 1
        except FileNotFoundError:
            raise SourceError(Problem("session.lacks_file", title=path.name, path=path / JOURNAL)) from None
        except OSError as error:
            reason = error.strerror or str(error)
            raise SourceError(Problem("session.unreadable", path=path / JOURNAL, reason=reason)) from None
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

    def pictures(self) -> Iterator[tuple[float, NDArray[np.uint8]]]:
        """Decode the pictures in order: time in seconds, and (H, W, 3) uint8 RGB of any size, read-only."""
        column = self._picture
        if column is None:
            return
        cv2 = load_cv2()
        with self._opened(f"{Modality.IMAGE}.mjpeg") as file:
            for time_s, at, size, crc in zip(column.time_s, column.at, column.size, column.crc, strict=True):
                if time_s >= self.duration_s:
                    return
                file.seek(at)
                content = file.read(size)
                if crc32(content) != crc:
                    self._bad_parts.add((Modality.IMAGE, at))
                    continue
                try:
                    bgr = cv2.imdecode(np.frombuffer(content, np.uint8), cv2.IMREAD_COLOR)
                except cv2.error:
                    bgr = None
                if bgr is None:
                    self._bad_parts.add((Modality.IMAGE, at))
                else:
                    yield time_s, rgb_of(bgr)

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
            for begin, skip, at, size, crc in zip(
                self._begins, self._skips, column.first, column.size, column.crc, strict=True
            ):
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

    def _opened(self, name: str) -> Any:
        path = self._path / name
        try:
            return path.open("rb")
        except OSError as error:
            raise SourceError(Problem("session.unreadable", path=path, reason=error.strerror or str(error))) from None

    # --- rows -------------------------------------------------------------------------------------------------------

    def _take(self, row: dict[str, Any]) -> bool:
        """Take a row; False for one that cannot be."""
        kind, time_s = row["k"], float(row["t"])
        if kind == "end":
            self.finished, self._end_s = True, time_s
            return True
        stream = row.get("s", "image")
        if not isinstance(stream, str) or not _STREAM.fullmatch(stream):
            return False
        self._latest_s = max(self._latest_s, time_s)
        match kind:
            case "picture":
                return self._take_picture(stream, time_s, row)
            case "sound":
                return self._take_sound(stream, time_s, row)
            case "text":
                return self._take_text(stream, time_s, row.get("text"))
            case "mark":
                number, name = row.get("id"), row.get("name")
                if not isinstance(number, int) or not isinstance(name, str):
                    return False
                before = self._marks.get(number)
                self._marks[number] = Mark(time_s if before is None else before.time_s, name)
        return True

    def _take_picture(self, stream: str, time_s: float, row: dict[str, Any]) -> bool:
        column = self._pictures.setdefault(stream, _Pictures())
        counts = _counts(row, at=1 << 50, n=_LARGEST_PICTURE, crc=0xFFFF_FFFF)
        if counts is None:
            return False
        at, size, crc = counts
        if column.time_s and time_s < column.time_s[-1]:
            return False
        column.time_s.append(time_s)
        column.at.append(at)
        column.size.append(size)
        column.crc.append(crc)
        return True

    def _take_sound(self, stream: str, time_s: float, row: dict[str, Any]) -> bool:
        column = self._sounds.setdefault(stream, _Sounds())
        counts = _counts(row, first=1 << 50, n=1 << 22, crc=0xFFFF_FFFF)
        if counts is None:
            return False
        first, size, crc = counts
        follows = bool(column.first) and column.first[-1] + column.size[-1] == first
        column.end_s.append(time_s)
        column.first.append(first)
        column.size.append(size)
        column.crc.append(crc)
        column.fresh.append(bool(row.get("fresh")) or not follows)
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

    def _placed(self, column: _Sounds | None) -> tuple[array[int], array[int]]:
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
        times = [] if self._picture is None else list(self._picture.time_s)
        shown_s = 1 / self.fps  # what was last seen stands for a period
        return _gaps([(time_s, time_s + shown_s) for time_s in times], self.duration_s)

    def _sound_gaps(self) -> tuple[Interval, ...]:
        if self._sound is None:
            return ()
        rows = zip(self._begins, self._skips, self._sound.size, strict=True)
        blocks = [(begin / SAMPLE_RATE_HZ, (begin + size - skip) / SAMPLE_RATE_HZ) for begin, skip, size in rows]
        return _gaps(blocks, self.duration_s)


def _gaps(there: list[Interval], duration_s: float) -> tuple[Interval, ...]:
    """Return the stretches of more than half a second between ascending ones."""
    if not there:
        return ()
    found, end_s = [], 0.0
    for begin_s, until_s in [*there, (duration_s, duration_s)]:
        if begin_s - end_s > _GAP_S:
            found.append((end_s, begin_s))
        end_s = max(end_s, until_s)
    return tuple(found)


def _smooth(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """The running median over `_SMOOTHED` values; at the ends over as many as there are."""
    half = min(_SMOOTHED // 2, (len(values) - 1) // 2)
    if half == 0:
        return values
    padded = np.pad(values, half, mode="reflect")
    return np.median(np.lib.stride_tricks.sliding_window_view(padded, 2 * half + 1), axis=1)


def _silence(count: int) -> Iterator[NDArray[np.float32]]:
    """Silence in pieces: a stretch that is missing may be hours long."""
    while count > 0:
        yield np.zeros(min(count, 1 << 16), np.float32)
        count -= 1 << 16


def _counts(row: dict[str, Any], **most: int) -> list[int] | None:
    """Return whole numbers of a row, each at most as large as is said; None where one is something else."""
    values = [row.get(name) for name in most]
    counts = [value for value in values if isinstance(value, int) and not isinstance(value, bool)]
    fit = len(counts) == len(most) and all(0 <= n <= top for n, top in zip(counts, most.values(), strict=True))
    return counts if fit else None
