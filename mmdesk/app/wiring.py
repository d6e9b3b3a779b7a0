"""Connects the window, the live session and the settings; knows all of them, none of them knows another."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QGuiApplication, QImage, QImageWriter
from PySide6.QtWidgets import QApplication

from mmdesk import __version__
from mmdesk.app import paths, settings
from mmdesk.app.drop_desk import DropDesk
from mmdesk.app.export_desk import ExportDesk
from mmdesk.app.gallery_desk import GalleryDesk
from mmdesk.app.model_choice import ModelChoice
from mmdesk.app.played_recording import PlayedRecording
from mmdesk.app.record_desk import RecordDesk
from mmdesk.app.recording_export_desk import Playing, RecordingExportDesk
from mmdesk.app.replay_desk import ReplayDesk
from mmdesk.app.settings import Settings
from mmdesk.app.source_desk import SourceDesk
from mmdesk.app.stage_desk import StageDesk
from mmdesk.app.take_away_desk import TakeAwayDesk
from mmdesk.app.teaching_folder import clear_left_folders
from mmdesk.core.errands import Errands
from mmdesk.core.errors import MmdeskError
from mmdesk.core.live_stats import ModelState
from mmdesk.core.modality import Modality
from mmdesk.core.output import GENERATOR, writing
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import SourceState
from mmdesk.engine.device_lister import DeviceLister
from mmdesk.engine.live_session import LiveSession
from mmdesk.engine.live_sources import SourceMakers
from mmdesk.engine.prediction_writer import PredictionWriter
from mmdesk.sources.picture_fit import fitted
from mmdesk.ui.diagnostics import DiagnosticsDialog
from mmdesk.ui.every_window import EveryWindowKeys
from mmdesk.ui.file_writer import FileWriter
from mmdesk.ui.language import LANGUAGES, system_language
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.picture_fit import fit_with
from mmdesk.ui.rest_while_covered import picture_of
from mmdesk.ui.theme import THEMES

if TYPE_CHECKING:
    from mmdesk.app.teaching_desk import TeachingDesk
    from mmdesk.app.training_desk import TrainingDesk

log = logging.getLogger(__name__)

_SESSION_END_MS = 60_000
"""After this, a logout that was announced has been called off."""


class LiveWindow(QObject):
    """A window with everything behind it.

    Args:
        cameras: What the first camera opens, the second …; none means that of last time, or the first there is.
        microphones: Likewise.
        session: Recorded session to play instead.
        model: Checkpoint; None means the one of last time, or the bundled one.
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.
        fusion: Fusion method to begin with; empty means the model's first.
        predictions: CSV file to write every prediction to.
        max_rate: Most predictions per second; None for as many as the camera gives pictures.
        makers: How sources are made; for tests.

    Attributes:
        window: The window; not shown yet.
        live: The live session; nothing is open before `start`.
        records: Records what is live.
        replays: Goes through recordings.
        recording_exports: Makes videos and tables of them.
        problem: Why something that was asked for on the command line could not be done, once that is known.
    """

    _diagnosed = Signal(str)

    def __init__(  # noqa: PLR0913 - what the command line may ask for, all with a default
        self,
        *,
        cameras: Sequence[str] = (),
        microphones: Sequence[str] = (),
        session: Path | None = None,
        model: Path | None = None,
        device: str = "auto",
        fusion: str = "",
        predictions: Path | None = None,
        max_rate: float | None = None,
        makers: SourceMakers | None = None,
    ) -> None:
        super().__init__()
        fit_with(fitted)
        self._settings = Settings()
        self._session_folder = session
        self._device = device
        self._fusion = fusion
        self._log = PredictionWriter(predictions, self) if predictions is not None else None
        self._doctor: Thread | None = None
        self._is_reporting = False
        self._training: TrainingDesk | None = None
        self._teaching: TeachingDesk | None = None
        self._ends_unasked = False
        self._errands = Errands("left-folders")
        self._screenshot: Path | None = None
        self._screenshot_s = 0.0
        self.problem: MmdeskError | None = None
        language = self._settings.read(settings.LANGUAGE)
        if language not in LANGUAGES:
            language = system_language()
        theme = self._settings.read(settings.THEME)
        self.window = MainWindow(theme if theme in (*THEMES, "system") else settings.THEME.default, language)
        size = self._settings.read(settings.TEXT_SIZE)
        self.window.set_text_size(int(size) if size.isdecimal() else int(settings.TEXT_SIZE.default))
        self.window.restore_view(self._settings.read(settings.GEOMETRY), self._settings.read(settings.PANELS))
        self.live = LiveSession(makers, self, most_predictions_per_s=max_rate)
        self._models = ModelChoice(self.live, self._settings, model, device, self)
        self._recording = PlayedRecording(self)
        asked = {Modality.IMAGE.value: cameras, Modality.AUDIO.value: microphones}
        self._sources = SourceDesk(self.window, self.live, self._settings, self._recording, self._models, asked, self)
        self.records = RecordDesk(self.window, self.live, self._settings, self)
        self.replays = ReplayDesk(self.window, self.live, self)
        self.recording_exports = RecordingExportDesk(
            self.window, self._models, partial(_played, self._recording, self.live, self.replays), self
        )
        self._exports = ExportDesk(self.window, self)
        self._stage = StageDesk(self.window.director, self._settings, self)
        self._take_away = TakeAwayDesk(self.window, self._settings, self._exports.page_of_moment, parent=self)
        self._gallery = GalleryDesk(self.window, self._models, self._settings, self)
        self._drops = DropDesk(self.window, self._sources, self)
        self._lister = DeviceLister(self)
        self._connect_live()
        self._connect_window()

    def start(self, *, first_look: bool = False) -> None:
        """Load the model and open the sources; the window is already on the screen.

        Args:
            first_look: Nothing was asked for: offer the start page. A newcomer's camera stays off until it is wanted.
        """
        if first_look:
            self.show_start_page()
        self._models.begin()
        self._sources.begin(self._session_folder)
        self._lister.refresh()
        self._errands.add(clear_left_folders)

    def show_start_page(self) -> None:
        """Say what this is, the first time; later offer all models, unless the user does not want that at the start."""
        if self._settings.read(settings.WELCOME):
            self._sources.wait_to_be_asked()
            self.window.start_page.welcome()
        elif self._settings.read(settings.START_PAGE):
            self.window.start_page.open()

    def save_screenshot_after(self, path: Path, seconds: float) -> None:
        """Save a picture of the window that long after the model is ready (or has failed), then quit."""
        self._screenshot, self._screenshot_s = path, seconds
        self._pictures = FileWriter(self)
        self._pictures.written.connect(self.quit)
        self._pictures.failed.connect(self._on_screenshot_failed)
        self.live.model_state_changed.connect(self._on_model_state)

    @Slot()
    def quit(self) -> None:
        """End the program without a question: there may be nobody who could answer it."""
        self._ends_unasked = True
        QApplication.quit()

    @Slot()
    def on_session_end(self) -> None:
        """Ask nothing while the system logs the user out, which a question would hold up."""
        self._ends_unasked = True
        QTimer.singleShot(_SESSION_END_MS, self, self._on_session_goes_on)

    @Slot()
    def shutdown(self) -> bool:
        """Stop all threads; idempotent. False when one had to be left running; see `LiveSession.shutdown`.

        Waits for threads, drivers and disks, and so hides the windows first.
        """
        self._ask_to_stop()
        self.window.audience.hide()
        self.window.hide()
        QGuiApplication.sync()  # else the window system may hear of it only after the waiting
        ended = [self._take_away.shutdown(), self.records.shutdown(), self.live.shutdown()]
        if self._log is not None:
            ended.append(self._log.close())
            self.problem = self.problem or self._log.problem
        ended += [self._gallery.shutdown(), self._drops.shutdown(), self.recording_exports.shutdown()]
        ended.append(self.window.files.wait())
        ended += [self._settings.wait(), self._errands.wait(10.0)]
        self._lister.shutdown()
        if self._doctor is not None:
            self._doctor.join(10.0)
        ended += [desk.shutdown() for desk in (self._training, self._teaching) if desk is not None]
        return all(ended)

    def _ask_to_stop(self) -> None:
        for desk in (self._training, self._teaching):
            if desk is not None:
                desk.ask_to_stop()
        self.live.ask_to_stop()

    def _connect_live(self) -> None:
        live, window = self.live, self.window
        live.frame_ready.connect(window.show_frame)
        live.sound_ready.connect(window.show_sound)
        live.signal_ready.connect(window.show_signal)
        live.prediction_ready.connect(window.show_prediction)
        live.prediction_ready.connect(self._exports.remember)
        live.model_state_changed.connect(self._exports.on_model_state)
        if self._log is not None:
            live.prediction_ready.connect(self._log.write)
            self._log.failed.connect(window.show_notice)
        live.stats_ready.connect(window.show_stats)
        live.source_state_changed.connect(window.show_source_state)
        live.model_state_changed.connect(window.show_model_state)
        live.model_state_changed.connect(self._sources.on_model_state)
        live.model_state_changed.connect(self._on_first_model)
        live.session_text_changed.connect(window.show_session_text)
        live.text_typed_changed.connect(self._recording.on_text_typed)
        live.source_state_changed.connect(self._on_source_state)
        self._recording.changed.connect(window.show_recording)
        self._models.settled.connect(self._sources.on_model_settled)
        self._models.remembered_failed.connect(window.show_notice)
        live.notice.connect(window.show_notice)
        live.span_ready.connect(window.show_span)
        live.snapshot_ready.connect(window.show_snapshot)
        live.rerun_ready.connect(window.show_rerun)
        live.explaining_changed.connect(window.answer_panel.show_explaining)
        live.explanation_ready.connect(window.show_explanation)
        live.map_ready.connect(window.show_map)

    def _connect_window(self) -> None:
        live, window = self.live, self.window
        window.text_edited.connect(live.set_text)
        window.pause_toggled.connect(live.set_paused)
        window.frame_painted.connect(live.note_frame_painted)
        window.prediction_painted.connect(live.note_prediction_painted)
        window.device_refresh_requested.connect(self._lister.refresh)
        window.session_chosen.connect(self.open_recording)
        window.sample_session_requested.connect(self._on_sample_requested)
        window.devices_wanted.connect(self._sources.on_devices_wanted)
        window.start_page.devices_wanted.connect(self._on_own_devices_wanted)
        window.model_chosen.connect(self._models.choose)
        window.bundled_model_requested.connect(self._models.choose_bundled)
        window.fusion_chosen.connect(live.choose_fusion)
        window.controls_changed.connect(live.set_controls)
        window.snapshot_wanted.connect(live.show_snapshot)
        window.rerun_wanted.connect(live.run_again)
        window.reset_requested.connect(live.wipe)
        self._drops.model_dropped.connect(self._models.choose)
        self._drops.recording_dropped.connect(self.open_recording)
        self._drops.project_dropped.connect(self._on_project_dropped)
        self._drops.dataset_dropped.connect(self._on_dataset_dropped)
        window.menus.train_requested.connect(self._on_train_requested)
        window.menus.teach_requested.connect(self._on_teach_requested)
        window.doctor_requested.connect(self._on_doctor_requested)
        window.report_requested.connect(self._on_report_requested)
        window.close_wanted.connect(self._on_close_wanted)
        window.closing.connect(self._on_closing)
        self._lister.listed.connect(self._sources.on_listed)
        self._diagnosed.connect(self._on_diagnosed)
        window.theme_chosen.connect(self._on_theme_chosen)
        window.language_chosen.connect(self._on_language_chosen)
        window.text_size_chosen.connect(self._on_text_size_chosen)
        window.arrangement.changed.connect(self._on_arrangement_changed)
        window.mirror_toggled.connect(self._on_mirror_toggled)

    # ---- sources ----

    @Slot(str, object)
    def _on_source_state(self, name: str, state: SourceState) -> None:
        if name == self.live.sources.camera:
            self._recording.on_camera_state(state)

    @Slot(str)
    def open_recording(self, path: str) -> None:
        """Play a recording in place of the devices: its folder, or a file in it."""
        place = Path(path)
        self._sources.play(place.parent if place.suffix and not place.is_dir() else place)

    @Slot(str)
    def open_file(self, path: str) -> None:
        """Open a file as if it had been dropped on the window."""
        self.window.drops.dropped.emit([path], "")

    @Slot()
    def _on_own_devices_wanted(self) -> None:
        self._sources.ask_for_devices()
        self._lister.refresh()

    @Slot()
    def _on_sample_requested(self) -> None:
        self._sources.play(self._models.sample or paths.sample_session())

    # ---- model, diagnostics, picture, end ----

    @Slot(object)
    def _on_first_model(self, state: ModelState) -> None:
        """Switch to the method that was asked for; a model opened later begins with its own."""
        if not state.ready or not self._fusion:
            return
        wanted, self._fusion = self._fusion, ""
        if wanted in state.fusions:
            self.window.menus.fusions[wanted].trigger()
        else:
            known = ", ".join(state.fusions)
            self.window.show_notice(Problem("model.no_method", model=state.name, method=wanted, known=known))

    @Slot(str)
    def _on_project_dropped(self, folder: str) -> None:
        self._on_teach_requested()
        if self._teaching is not None:
            self._teaching.projects.open(folder)

    @Slot(str)
    def _on_dataset_dropped(self, folder: str) -> None:
        self._on_train_requested()
        if self._training is not None:
            self._training.window.choose_folder(folder)

    @Slot()
    def _on_train_requested(self) -> None:
        if self._training is None:
            from mmdesk.app.training_desk import TrainingDesk

            self._training = TrainingDesk(self.window, self._settings.read(settings.THEME), self._device, self)
            self._training.model_wanted.connect(self._models.choose)
        self._training.show()

    @Slot()
    def _on_teach_requested(self) -> None:
        if self._teaching is None:
            from mmdesk.app.teaching_desk import TeachingDesk
            from mmdesk.app.teaching_session import TeachingSession

            session, models = TeachingSession(), self._models
            self._teaching = TeachingDesk(self.window, self.live, models, self._sources, self._settings, session, self)
            self._teaching.model_live.connect(self._gallery.show_current)
            forget_wanted = self._teaching.window.top_bar.menu.forget_wanted
            forget_wanted.connect(self._take_away.end)  # the page may show whoever is forgotten
            forget_wanted.connect(self.records.on_visitor_forgotten)
        self._teaching.show()

    @Slot()
    def _on_doctor_requested(self) -> None:
        if self._doctor is None or not self._doctor.is_alive():
            self._doctor = Thread(target=self._diagnose, name="doctor", daemon=True)
            self._doctor.start()

    @Slot()
    def _on_report_requested(self) -> None:
        self._is_reporting = True
        self._on_doctor_requested()

    def _diagnose(self) -> None:
        from mmdesk.app import doctor

        self._diagnosed.emit(doctor.report(doctor.diagnose()))

    @Slot(str)
    def _on_diagnosed(self, report: str) -> None:
        if self._is_reporting:
            self._is_reporting = False
            QGuiApplication.clipboard().setText(f"mmdesk {__version__}\n{report}")
            self.window.show_notice(Problem("report.copied"))
        else:
            dialog = DiagnosticsDialog(report, self.window, look=self.window.look)
            EveryWindowKeys(dialog, self.window.menus)
            dialog.show()

    @Slot(str)
    def _on_theme_chosen(self, theme: str) -> None:
        self._settings.write(settings.THEME, theme)

    @Slot(str)
    def _on_language_chosen(self, language: str) -> None:
        self._settings.write(settings.LANGUAGE, language)

    @Slot(int)
    def _on_text_size_chosen(self, percent: int) -> None:
        self._settings.write(settings.TEXT_SIZE, str(percent))

    @Slot(str)
    def _on_arrangement_changed(self, arrangement: str) -> None:
        self._settings.write(settings.PANELS, arrangement)

    @Slot(bool)
    def _on_mirror_toggled(self, mirrored: bool) -> None:
        if self._sources.is_mirrored:  # for recordings it is off without anybody having asked
            self._settings.write(settings.MIRROR, mirrored)

    @Slot(object)
    def _on_model_state(self, state: ModelState) -> None:
        if state.problem:
            self.problem = self.problem or MmdeskError(state.problem)
        if state.ready or state.problem:
            QTimer.singleShot(int(1000 * self._screenshot_s), self._take_screenshot)

    @Slot()
    def _take_screenshot(self) -> None:
        if self._screenshot is None:
            return
        path, image = self._screenshot, picture_of(self.window)
        self._pictures.write(path, lambda: _save(image, path))

    @Slot(object)
    def _on_screenshot_failed(self, problem: Problem) -> None:
        self.problem = MmdeskError(problem)
        self.quit()

    @Slot()
    def _on_session_goes_on(self) -> None:
        self._ends_unasked = False

    @Slot(object)
    def _on_close_wanted(self, event: QCloseEvent) -> None:
        """Keep the window open where the user wants that; an end that comes while the question is there needs none."""
        if self._ends_unasked or self._teaching is None or self._teaching.may_end(self.window.close):
            return
        if not self._ends_unasked:
            event.ignore()

    @Slot()
    def _on_closing(self) -> None:
        """What can be waited for is waited for in `shutdown`, when the window is off the screen."""
        self._settings.write(settings.GEOMETRY, self.window.saveGeometry())
        self._ask_to_stop()


def _save(image: QImage, path: Path) -> None:
    image.setText("Software", GENERATOR)
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not QImageWriter(buffer, QByteArray(path.suffix.removeprefix(".").lower().encode())).write(image):
        raise MmdeskError(Problem("screenshot.suffix", path=path))
    with writing(path):
        path.write_bytes(content.data())


def _played(recording: PlayedRecording, live: LiveSession, replays: ReplayDesk) -> Playing | None:
    """Return the recording that is played; no method, which would keep its window alive."""
    folder, sources = recording.folder, live.sources
    text = sources.text if sources.text_typed else None
    return None if folder is None else Playing(folder, sources.transport, replays.contents, live.own_fusion, text)
