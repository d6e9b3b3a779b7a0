"""Writes a recording so that what has been written stays readable, whenever it is torn off."""

from __future__ import annotations

import os
import struct
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import Any, BinaryIO
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import SourceError
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.output import unwritable
from mmdesk.core.problem import Problem
from mmdesk.sources.session.description import FILE_NAME, save_recording
from mmdesk.sources.session.journal import JOURNAL, Journal, write_all
from mmdesk.sources.session.stored_picture import StoredPicture

SYNC_S = 0.5
"""How often everything is brought to the disk: a power cut loses as much, and what the disk takes for it."""

WAV_HEAD = 44
_WAV_SIZES = (4, 40)


class RecordingWriter:
    """Writes pictures, sounds, texts and events of one clock as they come; one thread owns it.

    Pictures stand as JPEG one behind the other (``image.mjpeg``), sounds as float32 at 16 kHz (``audio.wav``). What
    belongs when stands in ``journal.jsonl``, with a checksum of each row and of what it points to: whatever a row that
    is whole points to is whole as well. Each write is handed to the system at once, and a thread brings it to the disk
    every half second. ``session.json`` is there from the beginning and says at the end that the recording is finished.

    Args:
        path: The folder; made when missing. It must hold nothing.
        title: What the user will call it.
        started: When it began, as a date and time to be read; no clock counts from it.

    Attributes:
        size: Bytes written until now.

    Raises:
        SourceError: The folder cannot be made or holds something.
        OutputError: It cannot be written: no room, no permission, gone. So do all methods.
    """

    def __init__(self, path: Path | str, title: str, started: str = "") -> None:
        self.path = Path(path)
        self._title, self._started = title, started
        try:
            if (self.path / FILE_NAME).exists():
                raise SourceError(Problem("session.exists", path=self.path))
            self._made = not self.path.exists()
            self.path.mkdir(parents=True, exist_ok=True)
            if there := next(self.path.iterdir(), None):
                raise SourceError(Problem("session.holds_file", path=self.path, file=there.name))
        except OSError as error:
            raise SourceError(Problem("session.folder", path=self.path, reason=error.strerror or str(error))) from None
        self._files: dict[str, BinaryIO] = {}
        self._sizes: dict[str, int] = {}
        self._names: list[str] = [FILE_NAME, JOURNAL]
        self._sync_names: tuple[str, ...] = (JOURNAL,)
        self._closed = False
        try:
            self._journal = Journal(self.path / JOURNAL)
            save_recording(self.path, title, started)
        except OSError as error:
            raise unwritable(self.path, error) from error
        self._sync_error: OSError | None = None
        self._ending = Event()
        self._syncing = Thread(target=self._sync_often, name="recording-sync", daemon=True)
        self._syncing.start()

    @property
    def size(self) -> int:
        """Bytes of pictures, sounds and rows written until now."""
        return self._journal.size + sum(self._sizes.values())

    def add_picture(self, stream: str, picture: StoredPicture, time_s: float) -> None:
        """Add a picture of any size; times ascend within a stream."""
        content = picture.content
        at = self._append(f"{stream}.mjpeg", content)
        self.add_event("picture", time_s, s=stream, at=at, n=len(content), crc=crc32(content), by=picture.reduction)

    def add_sound(self, stream: str, wave_mono: NDArray[np.float32], end_s: float, *, fresh: bool) -> int:
        """Add (N,) float32 samples at 16 kHz in [-1, 1]; returns the place of the first within the stream's file.

        Args:
            stream: Which.
            wave_mono: The samples.
            end_s: When the last one of them had been heard.
            fresh: Whether they do not go on where the former ones ended.
        """
        name = f"{stream}.wav"
        if name not in self._files:
            self._append(name, _wav_head(0))
        content = np.ascontiguousarray(wave_mono, "<f4").tobytes()
        first = (self._append(name, content) - WAV_HEAD) // 4
        self._tell_size(name)
        fields: dict[str, Any] = {"s": stream, "first": first, "n": len(wave_mono), "crc": crc32(content)}
        self.add_event("sound", end_s, **fields, **({"fresh": True} if fresh else {}))
        return first

    def add_text(self, stream: str, text: str, time_s: float) -> None:
        """Add what stands in a text box from a time on."""
        self.add_event("text", time_s, s=stream, text=text)

    def add_event(self, kind: str, time_s: float, **fields: Any) -> None:
        """Add a row of the journal."""
        if self._sync_error is not None:
            raise unwritable(self.path, self._sync_error) from self._sync_error
        try:
            self._journal.write(kind, time_s, **fields)
        except OSError as error:
            raise unwritable(self.path, error) from error

    def watch(self, name: str) -> None:
        """Bring a further file that is there, and that others write, to the disk too, and delete it with the rest."""
        self._names.append(name)
        self._sync_names = (*self._sync_names, name)

    def close(self, duration_s: float) -> None:
        """Finish the recording; further calls do nothing. The files are closed whatever happens."""
        if self._closed:
            return
        try:
            self.add_event("end", duration_s)
            self._sync()
            save_recording(self.path, self._title, self._started, duration_s)
        except OSError as error:
            raise unwritable(self.path, error) from error
        finally:
            self.let_go()

    def let_go(self) -> None:
        """Close the files without a word that the recording is finished; what is there can be played all the same."""
        self._closed = True
        self._ending.set()
        self._syncing.join(10.0)
        for close in (*(file.close for file in self._files.values()), self._journal.close):
            with suppress(OSError):
                close()

    def delete(self) -> None:
        """Delete all that was written, and the folder if it was made here and holds nothing else.

        Raises:
            OutputError: Something could not be deleted; it is named.
        """
        self.let_go()
        try:
            for name in self._names:
                (self.path / name).unlink(missing_ok=True)
            if self._made and not any(self.path.iterdir()):
                self.path.rmdir()
        except FileNotFoundError:
            return
        except OSError as error:
            raise unwritable(self.path, error) from error

    def _append(self, name: str, content: bytes) -> int:
        """Append to a file and return where it begins there."""
        try:
            if name not in self._files:
                self._names.append(name)
                self._files[name] = (self.path / name).open("xb", buffering=0)
                self._sizes[name] = 0
                self._sync_names = (name, *self._sync_names)  # what rows point to before the rows
            write_all(self._files[name], content)
        except OSError as error:
            raise unwritable(self.path, error) from error
        at = self._sizes[name]
        self._sizes[name] += len(content)
        return at

    def _tell_size(self, name: str) -> None:
        """Let the head of a sound file tell how long it is, for other programs: ours goes by the journal."""
        file, size = self._files[name], self._sizes[name]
        head = _wav_head(size - WAV_HEAD)
        try:
            for place in _WAV_SIZES:
                file.seek(place)
                write_all(file, head[place : place + 4])
            file.seek(size)
        except OSError as error:
            raise unwritable(self.path, error) from error

    def _sync_often(self) -> None:
        while not self._ending.wait(SYNC_S):
            try:
                self._sync()
            except OSError as error:  # told by the thread that writes
                self._sync_error = error
                return

    def _sync(self) -> None:
        for name in self._sync_names:
            descriptor = os.open(self.path / name, os.O_RDWR)
            try:
                os.fsync(descriptor)
            finally:
                os.close(descriptor)


def _wav_head(data_bytes: int) -> bytes:
    """The head of a WAV file of one channel of float32 at 16 kHz, its lengths kept within what they can tell."""
    most = 0xFFFF_FFFF
    fields = (min(36 + data_bytes, most), 16, 3, 1, SAMPLE_RATE_HZ, 4 * SAMPLE_RATE_HZ, 4, 32, min(data_bytes, most))
    return struct.pack("<4sI4s4sIHHIIHH4sI", b"RIFF", fields[0], b"WAVE", b"fmt ", *fields[1:8], b"data", fields[8])
