"""The recording that is played in place of the devices, and what is to be said of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app import paths
from mmdesk.core.in_force import Recording
from mmdesk.core.source_state import SourceState, SourceStatus


class PlayedRecording(QObject):
    """Knows whether a recording is played, and tells whenever something else is to be said of it.

    Signals:
        changed: A `Recording`, or None once none is played.
    """

    changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._recording: Recording | None = None
        self._folder: Path | None = None

    @property
    def is_played(self) -> bool:
        """Whether one is."""
        return self._recording is not None

    @property
    def is_sample(self) -> bool:
        """Whether it is the bundled one."""
        return self._recording is not None and self._recording.sample

    @property
    def is_video(self) -> bool:
        """Whether it is a video file in place of the camera."""
        return self._recording is not None and self._recording.picture_only

    @property
    def folder(self) -> Path | None:
        """Where the session lies that is played; None for none, and for a video file."""
        return self._folder

    def begin(self, folder: Path, *, own: Path | None, text_typed: bool) -> None:
        """A recording is played from now on.

        Args:
            folder: Where it lies.
            own: The sample session of the model that runs, if it has one.
            text_typed: Whether the text is a visitor's own.
        """
        sample = folder.absolute() in {paths.sample_session(), *paths.sample_sessions().values()}
        name = folder.name or str(folder)
        self._folder = folder.absolute()
        self._report(Recording(name, sample, sample and self._folder != own, text_typed))

    def begin_video(self, file: Path) -> None:
        """A video file stands for the camera from now on."""
        self._folder = None
        self._report(Recording(file.name, picture_only=True))

    def end(self) -> None:
        """None is played any more."""
        self._folder = None
        self._report(None)

    def set_own_sample(self, own: Path | None) -> None:
        """Another model runs, with this sample session."""
        if self._recording is not None:
            other = self._recording.sample and self._folder != own
            self._report(replace(self._recording, of_other_model=other))

    @Slot(bool)
    def on_text_typed(self, typed: bool) -> None:
        """A visitor's text takes the place of the recording's, or gives it back."""
        if self._recording is not None:
            self._report(replace(self._recording, text_typed=typed and not self._recording.picture_only))

    def on_camera_state(self, state: SourceState) -> None:
        """Take the title from what plays it: the first camera's source, which stands for picture and sound."""
        if self._recording is not None and state.status is not SourceStatus.OFF:
            failed = state.status is SourceStatus.FAILED
            self._report(replace(self._recording, name=state.name or self._recording.name, failed=failed))

    def _report(self, recording: Recording | None) -> None:
        if recording != self._recording:
            self._recording = recording
            self.changed.emit(recording)
