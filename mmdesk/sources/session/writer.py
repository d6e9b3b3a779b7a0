"""Writes a session folder."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.csv_file import CsvFile
from mmdesk.core.errors import SourceError
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.output import writing
from mmdesk.core.problem import Problem
from mmdesk.sources.capture import load_cv2
from mmdesk.sources.files.native_path import native_path
from mmdesk.sources.files.sounds import file_name
from mmdesk.sources.session.description import FILE_NAME, Interval, SessionDescription

_GAP_S = 0.5
_ALIGN_S = 0.05
_VIDEOS = (("video.mp4", "mp4v"), ("video.avi", "MJPG"))
_NAMES = (*(name for name, _ in _VIDEOS), "audio.flac", "text.csv")


class SessionWriter:
    """Writes video, sound and texts as they come; one thread owns it. Use it with ``with``, or call `close`.

    The video has a constant rate: a picture is repeated until the next one's time, so that video and sound stay
    together however irregular the camera is. Stretches without pictures or sound for longer than 0.5 s are noted as
    gaps. session.json comes last: a recording that was interrupted does not pass for a whole one.

    Args:
        path: The folder; made when missing. It must not hold a session.
        title: What the user will call it.
        fps: Pictures a second of the video.
        language: BCP 47 tag, or empty.

    Raises:
        SourceError: The folder cannot be written or holds a session.
    """

    def __init__(self, path: Path | str, title: str, fps: float = 25.0, language: str = "") -> None:
        self.path = Path(path)
        self._title, self._fps, self._language = title, fps, language
        if (self.path / FILE_NAME).exists():
            raise SourceError(Problem("session.exists", path=self.path))
        if there := next((name for name in _NAMES if (self.path / name).exists()), ""):
            raise SourceError(Problem("session.holds_file", path=self.path, file=there))
        try:
            self.path.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SourceError(Problem("session.folder", path=self.path, reason=error.strerror or str(error))) from None
        self._video: Any = None
        self._sound: Any = None
        self._files: dict[Modality, str] = {}
        self._gaps: dict[Modality, list[Interval]] = {}
        self._picture_bgr: NDArray[np.uint8] | None = None
        self._pictures = 0
        self._last_picture_s = 0.0
        self._samples = 0
        self._texts: list[tuple[float, str]] = []
        self._closed = False

    def add_frame(self, frame_rgb: NDArray[np.uint8], time_s: float) -> None:
        """Add an (H, W, 3) uint8 picture at a time of the session in seconds; ascending."""
        cv2 = load_cv2()
        picture_bgr = cv2.cvtColor(frame_rgb, cv2.COLOR_RGB2BGR)
        if self._video is None:
            self._open_video(picture_bgr)
            self._picture_bgr = np.zeros_like(picture_bgr)
        if self._picture_bgr is not None and picture_bgr.shape != self._picture_bgr.shape:
            height_px, width_px = self._picture_bgr.shape[:2]
            picture_bgr = cv2.resize(picture_bgr, (width_px, height_px), interpolation=cv2.INTER_AREA)
        self._fill_video(time_s)
        if time_s - self._last_picture_s > _GAP_S:
            # A period after the last picture, which was still seen.
            shown_s = self._last_picture_s + 1 / self._fps if self._last_picture_s else 0.0
            self._gap(Modality.IMAGE, shown_s, time_s)
        self._picture_bgr, self._last_picture_s = picture_bgr, max(time_s, 1e-9)

    def add_audio(self, wave_mono: NDArray[np.float32], start_s: float | None = None) -> None:
        """Add (N,) float32 samples at 16 kHz in [-1, 1].

        Args:
            wave_mono: The samples.
            start_s: Time of the first one in the session; directly after the former ones when None. Missing
                stretches are filled with silence.
        """
        if self._sound is None:
            import soundfile

            self._files[Modality.AUDIO] = "audio.flac"
            self._sound = soundfile.SoundFile(
                file_name(self.path / "audio.flac"), "w", SAMPLE_RATE_HZ, channels=1, format="FLAC", subtype="PCM_16"
            )
        written_s = self._samples / SAMPLE_RATE_HZ
        if start_s is not None and start_s - written_s > _ALIGN_S:
            self._write_silence_until(start_s)
            if start_s - written_s > _GAP_S:
                self._gap(Modality.AUDIO, written_s, start_s)
        self._sound.write(np.clip(wave_mono, -1.0, 1.0))
        self._samples += len(wave_mono)

    def add_text(self, text: str, time_s: float) -> None:
        """Add the box's whole content from a time of the session on; ascending."""
        self._texts.append((time_s, text))

    def close(self, duration_s: float | None = None) -> None:
        """Finish the session; further calls do nothing.

        Args:
            duration_s: Its length; until the last thing added when None.

        Raises:
            SourceError: Nothing was added.
        """
        if self._closed:
            return
        self._closed = True
        end_s = max(
            self._last_picture_s + 1 / self._fps if self._video is not None else 0.0,
            self._samples / SAMPLE_RATE_HZ,
            *(time_s + 0.5 for time_s, _ in self._texts),
            0.0,
        )
        duration_s = end_s if duration_s is None else duration_s
        if self._video is not None:
            self._fill_video(duration_s)
            self._video.release()
            if duration_s - self._last_picture_s > _GAP_S:
                self._gap(Modality.IMAGE, self._last_picture_s + 1 / self._fps, duration_s)
        if self._sound is not None:
            if duration_s - self._samples / SAMPLE_RATE_HZ > _GAP_S:
                self._gap(Modality.AUDIO, self._samples / SAMPLE_RATE_HZ, duration_s)
            self._write_silence_until(duration_s)
            self._sound.close()
        if self._texts:
            self._files[Modality.TEXT] = "text.csv"
            with writing(self.path / "text.csv"), CsvFile(self.path / "text.csv") as file:
                file.write(["time_s", "text"])
                for time_s, text in self._texts:
                    file.write([f"{time_s:.3f}", text])
        if not self._files or duration_s <= 0:
            raise SourceError(Problem("session.empty"))
        gaps = {modality: tuple(found) for modality, found in self._gaps.items()}
        SessionDescription(self._title, duration_s, self._fps, self._files, self._language, gaps).save(self.path)

    def __enter__(self) -> SessionWriter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self.close()
            return
        # Interrupted: let go of the files and leave no session.json.
        self._closed = True
        for part in (self._video, self._sound):
            if part is not None:
                part.release() if part is self._video else part.close()

    def _gap(self, modality: Modality, start_s: float, end_s: float) -> None:
        self._gaps.setdefault(modality, []).append((round(start_s, 3), round(end_s, 3)))

    def _open_video(self, picture_bgr: NDArray[np.uint8]) -> None:
        cv2 = load_cv2()
        height_px, width_px = picture_bgr.shape[:2]
        for name, codec in _VIDEOS:
            code = cv2.VideoWriter.fourcc(*codec)
            with native_path(self.path / name) as file:
                video = cv2.VideoWriter(file, cv2.CAP_FFMPEG, code, self._fps, (width_px, height_px))
            if video.isOpened():
                self._video = video
                self._files[Modality.IMAGE] = name
                return
        raise SourceError(Problem("session.no_video", path=self.path))

    def _fill_video(self, until_s: float) -> None:
        """Repeat the last picture (black before the first) in every slot that begins before a time."""
        wanted = round(until_s * self._fps)
        while self._pictures < wanted:
            self._video.write(self._picture_bgr)
            self._pictures += 1

    def _write_silence_until(self, time_s: float) -> None:
        missing = round(time_s * SAMPLE_RATE_HZ) - self._samples
        if missing > 0:
            self._sound.write(np.zeros(missing, dtype=np.float32))
            self._samples += missing
