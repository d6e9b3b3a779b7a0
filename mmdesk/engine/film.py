"""A finished video: pictures and sound as they are given, then one file."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from tempfile import mkdtemp
from types import TracebackType

import cv2
import numpy as np
import soundfile
from numpy.typing import NDArray

from mmdesk.core.errors import OutputError
from mmdesk.core.files import scratch_beside
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.output import writing
from mmdesk.core.problem import Problem
from mmdesk.engine.webm import write_webm


class Film:
    """Writes a WebM file of pictures at a steady rate and a sound that begins with them. One thread owns it.

    Until it is closed, what it is made of lies in a folder beside it, which is gone in any case afterwards: so the file
    is whole or it is not there. A context manager: left by an error, it leaves nothing.

    Args:
        path: The file, ``.webm``; one that exists is replaced at the end.
        size_px: Width and height of the pictures, even.
        fps: Pictures a second.

    Raises:
        OutputError: It cannot be written there. So do all methods.
    """

    def __init__(self, path: Path, size_px: tuple[int, int], fps: float) -> None:
        self._path, self._size_px, self._fps = path, size_px, fps
        with writing(path):
            scratch = scratch_beside(path.absolute(), "")
            self._place = Path(mkdtemp(prefix=scratch.name, dir=scratch.parent))
        self._video, self._sound = self._place / "video.ivf", self._place / "sound.ogg"
        self._writer = cv2.VideoWriter(str(self._video), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"VP80"), fps, size_px)
        self._voice: soundfile.SoundFile | None = None
        if not self._writer.isOpened():
            self.discard()
            raise OutputError(Problem("video.no_encoder", path=path))
        self.pictures = 0

    def __enter__(self) -> Film:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.discard()

    def add_picture(self, frame_rgb: NDArray[np.uint8]) -> None:
        """Add the next (H, W, 3) uint8 picture."""
        self._writer.write(cv2.cvtColor(frame_rgb, cv2.COLOR_RGB2BGR))
        self.pictures += 1

    def add_sound(self, wave_mono: NDArray[np.float32]) -> None:
        """Add the next (N,) float32 samples at 16 kHz in [-1, 1]."""
        try:
            if self._voice is None:
                self._voice = soundfile.SoundFile(
                    self._sound, "w", SAMPLE_RATE_HZ, channels=1, format="OGG", subtype="OPUS"
                )
            self._voice.write(wave_mono)
        except (OSError, soundfile.LibsndfileError) as error:
            raise OutputError(Problem("video.sound", path=self._path, detail=str(error))) from error

    def close(self) -> None:
        """Put everything together into the file."""
        self._writer.release()
        part = self._place / "part.webm"
        with writing(self._path):
            if self._voice is not None:
                self._voice.close()
            try:
                sound = None if self._voice is None else self._sound
                written = write_webm(part, self._video, sound, self._size_px, self._fps)
                if written < self.pictures:  # the encoder says nothing where there is no room
                    raise ValueError(f"{written} pictures of {self.pictures}")
                part.replace(self._path)
            except ValueError as error:  # torn: there was no room
                raise OutputError(Problem("video.torn", path=self._path, detail=str(error))) from error
        self.discard()

    def discard(self) -> None:
        """Delete what has not become the file; idempotent."""
        self._writer.release()
        if self._voice is not None:
            with suppress(OSError, soundfile.LibsndfileError):
                self._voice.close()
        for path in (self._video, self._sound, self._place / "part.webm"):
            with suppress(OSError):
                path.unlink(missing_ok=True)
        with suppress(OSError):
            self._place.rmdir()
