"""A recording as a finished video: the stage for the audience, picture by picture, with the sound."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from mmdesk.core.errors import MmdeskError
from mmdesk.core.frame import Frame
from mmdesk.core.in_force import InForce
from mmdesk.core.inputs import DEFAULT_INPUTS, slots_of
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.core.sound_display import SoundAnalyser
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.core.user_controls import AS_RECORDED, ReplayControls, UserControls
from mmdesk.engine.film import Film
from mmdesk.engine.replay import Answer, Answerer, replay
from mmdesk.ui.audience.window import AudienceWindow
from mmdesk.ui.language import install_language
from mmdesk.ui.theme import chosen_theme

if TYPE_CHECKING:
    from mmdesk.engine.model_loading import LoadedModel
    from mmdesk.sources.session import SessionReader

FPS = 15.0
SIZE_PX = (1280, 720)
_PICTURE, _SOUND, _ = slots_of(DEFAULT_INPUTS)


@dataclass(frozen=True, slots=True)
class VideoOptions:
    """How a video is to be.

    Attributes:
        from_s: Where in the recording it begins.
        to_s: Where it ends.
        under: What is in force.
        theme: "dark" or "light".
        language: A code of `LANGUAGES`.
    """

    from_s: float = 0.0
    to_s: float = inf
    under: ReplayControls = AS_RECORDED
    theme: str = "dark"
    language: str = "en"


def offscreen_application() -> QApplication:
    """Return an application that shows nothing on any screen, unless there is one already."""
    application = QApplication.instance()
    if isinstance(application, QApplication):
        return application
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from mmdesk.ui.application import Application

    return Application(sys.argv[:1])


def film_recording(
    reader: SessionReader,
    loaded: LoadedModel,
    path: Path,
    options: VideoOptions,
    on_progress: Callable[[float], bool] = lambda _: True,
) -> bool:
    """Write a video of a recording, or of a stretch of it; on the thread of the application's windows.

    Args:
        reader: The recording.
        loaded: The model that answers.
        path: The WebM file.
        options: How it is to be.
        on_progress: Called with the share that is done, in [0, 1]; False ends it, and nothing is left.

    Returns:
        Whether it is there.

    Raises:
        MmdeskError: The stretch lies behind the recording's end.
        OutputError: It cannot be written.
        SourceError: A part of the recording is damaged or gone.
        NotFiniteError: The model's answer is no number.
    """
    end_s = min(reader.duration_s, options.to_s)
    if options.from_s >= end_s:
        raise MmdeskError(Problem("recording_export.no_answers"))
    count = max(1, round((end_s - options.from_s) * FPS))
    stage = _Stage(loaded, options)
    answers, pictures = _Answers(reader, loaded, options), _Newest(reader, options.from_s)
    try:
        with Film(path, SIZE_PX, FPS) as film, reader.sound(options.from_s) as sound:
            heard = 0
            for number in range(count):
                time_s = options.from_s + number / FPS
                due = round((number + 1) / FPS * SAMPLE_RATE_HZ)
                wave, heard = sound.read(due - heard), due
                stage.show_sound(wave)
                stage.show_picture(pictures.at(time_s), time_s)
                stage.show_answer(answers.at(time_s))
                film.add_picture(stage.picture())
                film.add_sound(wave)
                if not on_progress((number + 1) / count):
                    return False
            film.close()
    finally:
        stage.close()
    return True


class _Newest:
    """The newest picture of each moment; only what is seen is decoded."""

    def __init__(self, reader: SessionReader, from_s: float) -> None:
        self._pictures = reader.shown_pictures(from_s)
        self._next = next(self._pictures, None)

    def at(self, time_s: float) -> NDArray[np.uint8] | None:
        """The newest since the time before; None for none."""
        decode: Callable[[], NDArray[np.uint8] | None] | None = None
        while self._next is not None and self._next[0] <= time_s:
            decode = self._next[1]
            self._next = next(self._pictures, None)
        return None if decode is None else decode()


class _Answers:
    """The newest answer of each moment, and what was in force."""

    def __init__(self, reader: SessionReader, loaded: LoadedModel, options: VideoOptions) -> None:
        self._moments, self._answerer = reader.moments(), Answerer(loaded.microscope, options.under)
        self._held = options.under.controls or UserControls()
        self._number = -1
        self._steady: Iterator[Prediction] = iter(())
        if self._moments is None:
            self._steady = replay(reader, loaded.microscope, from_s=options.from_s, under=options.under)
        self._next = next(self._steady, None)

    def at(self, time_s: float) -> Answer | None:
        """The newest since the time before; None for none."""
        if self._moments is None:
            return self._steady_at(time_s)
        number = self._moments.number_at(time_s)
        if number == self._number or self._moments.times_s[number] > time_s + 1e-6:
            return None
        self._number = number
        moment = self._moments.at(number)
        return None if moment is None or not moment.whole else self._answerer.again(moment)

    def _steady_at(self, time_s: float) -> Answer | None:
        found = None
        while self._next is not None and self._next.time_s <= time_s:
            found, self._next = self._next, next(self._steady, None)
        return None if found is None else (found, self._held)


class _Stage:
    """The stage for the audience, on no screen."""

    def __init__(self, loaded: LoadedModel, options: VideoOptions) -> None:
        install_language(options.language)
        self._window = window = AudienceWindow()
        window.setFixedSize(*SIZE_PX)
        window.set_theme(chosen_theme(options.theme))
        window.retranslate()
        window.show_inputs(loaded.state.inputs)
        window.show_model_state(loaded.state)
        names = {slot: one.name for slot, one in slots_of(loaded.state.inputs).items()}
        self._picture, self._sound = names.get(_PICTURE, ""), names.get(_SOUND, "")
        for name in (self._picture, self._sound):
            window.show_source_state(name, SourceState(SourceStatus.RUNNING, loaded.state.name))
        self._analyser = SoundAnalyser()
        self._shown = 0
        window.show()

    def show_picture(self, frame_rgb: NDArray[np.uint8] | None, time_s: float) -> None:
        if frame_rgb is not None:
            self._window.show_frame(self._picture, Frame(frame_rgb, time_s, self._shown))
            self._shown += 1

    def show_sound(self, wave_mono: NDArray[np.float32]) -> None:
        if len(wave_mono):
            self._window.show_sound(self._sound, self._analyser.analyse(wave_mono))

    def show_answer(self, answer: Answer | None) -> None:
        if answer is None:
            return
        prediction, controls = answer
        inputs, absent = prediction.inputs, prediction.absent_anyway
        self._window.show_in_force(InForce(controls, weighs=prediction.weights_defined, inputs=inputs, absent=absent))
        self._window.show_prediction(prediction)

    def picture(self) -> NDArray[np.uint8]:
        """What is seen now: (H, W, 3) uint8 RGB."""
        QApplication.processEvents()
        image = self._window.grab().toImage().convertToFormat(QImage.Format.Format_RGB888)
        if (image.width(), image.height()) != SIZE_PX:  # a screen of another density
            image = image.scaled(*SIZE_PX)
        rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine())
        return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()

    def close(self) -> None:
        """Let go of the window."""
        self._window.close()
        self._window.deleteLater()
        QApplication.processEvents()
