"""Files of what is seen: the last half minute, a panel, the frozen moment."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from mmdesk.app.snapshot_page import snapshot_page
from mmdesk.core.clock import monotonic_s
from mmdesk.core.errors import MmdeskError
from mmdesk.core.history import HISTORY_S
from mmdesk.core.live_stats import ModelState
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.engine.prediction_log import write_predictions
from mmdesk.ui.export import drawn, write_file
from mmdesk.ui.in_force_words import recording_title, recording_words
from mmdesk.ui.main_window import MainWindow
from mmdesk.ui.rest_while_covered import picture_of
from mmdesk.ui.save_path import ask_save_path


class ExportDesk(QObject):
    """Remembers what is exported, asks where to put it, and tells what went wrong in the window.

    Args:
        window: The window whose menus ask.
        parent: Owner.
    """

    def __init__(self, window: MainWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._predictions: deque[Prediction] = deque()
        window.menus.export_predictions.triggered.connect(self._on_predictions)
        window.menus.panel_export_requested.connect(self._on_panel)
        window.menus.export_snapshot.triggered.connect(self._on_snapshot)
        window.reset_requested.connect(self.forget)

    @Slot(object)
    def remember(self, prediction: Prediction) -> None:
        """Keep a prediction, and forget those older than half a minute."""
        if self._predictions and prediction.time_s < self._predictions[-1].time_s:
            self._predictions.clear()
        # The picture as perturbed would keep megabytes alive, and no column holds it.
        self._predictions.append(replace(prediction, perturbed={}))
        while prediction.time_s - self._predictions[0].time_s > HISTORY_S:
            self._predictions.popleft()

    @Slot(object)
    def on_model_state(self, state: ModelState) -> None:
        """Begin anew with another model."""
        if state.ready and not state.problem:
            self._predictions.clear()

    @Slot()
    def forget(self) -> None:
        """Forget every prediction."""
        self._predictions.clear()

    def write_predictions(self, path: Path) -> None:
        """Write the last half minute as CSV; the window tells where it stands, or what went wrong."""
        predictions = list(self._predictions)
        self._window.files.write(path, lambda: write_predictions(path, predictions))

    def write_panel(self, key: str, path: Path) -> None:
        """Write a panel as PNG or SVG, as the suffix says; the window tells where it stands, or what went wrong."""
        try:
            content = drawn(self._panels()[key], path)
        except MmdeskError as error:
            self._window.show_notice(error.problem)
        else:
            self._window.files.write(path, lambda: write_file(path, content()))

    def write_snapshot(self, path: Path) -> None:
        """Write the moment on screen as one HTML page; the window tells where it stands, or what went wrong."""
        if (make := self.page_of_moment()) is not None:
            self._window.files.write(path, lambda: write_file(path, make().encode()))

    def page_of_moment(self) -> Callable[[], str] | None:
        """Take everything from the window that a page of the moment on screen needs.

        Returns:
            What makes the page, on any thread; it raises `MmdeskError` where there is no answer to tell of. None, and
            the window says so, where there was no prediction at all.
        """
        window, snapshot = self._window, self._window.snapshot
        if snapshot is not None:
            prediction = snapshot.prediction
        elif self._predictions:
            prediction = self._predictions[-1]
        else:
            window.show_notice(Problem("answer.none_to_write"))
            return None
        pictures = {
            card.title.text(): picture_of(card.view) for card in window.inputs.cards.values() if card.view is not None
        }
        pictures[self.tr("Microscope")] = picture_of(window.workbench)
        taken = datetime.now().astimezone() - timedelta(seconds=monotonic_s() - prediction.time_s)
        language, recording, inputs = window.language, "", [card.input for card in window.inputs.cards.values()]
        if window.recording is not None:
            recording = f"{recording_title(window.recording)}: {recording_words(window.recording)}"
        return lambda: snapshot_page(
            prediction, pictures, inputs=inputs, language=language, taken=taken, recording=recording
        )

    def _panels(self) -> dict[str, QWidget]:
        window = self._window
        inputs: dict[str, QWidget] = {card.input.column: card for card in window.inputs.cards.values()}
        return inputs | {"answer": window.answer_panel, "microscope": window.workbench}

    @Slot()
    def _on_predictions(self) -> None:
        words = self.tr("Export the last half minute")
        path = ask_save_path(self._window, words, "predictions.csv", [self.tr("Tables (*.csv)")])
        if path is not None:
            self.write_predictions(path)

    @Slot(str)
    def _on_panel(self, key: str) -> None:
        words = self.tr("Export a panel")
        kinds = self.tr("Pictures (*.png *.svg)")
        name = key.replace(":", " ")
        path = ask_save_path(self._window, words, f"{name}.png", [kinds])
        if path is not None:
            self.write_panel(key, path)

    @Slot()
    def _on_snapshot(self) -> None:
        self._window.set_frozen(True)  # what is written is what stands still
        words = self.tr("Export the snapshot")
        path = ask_save_path(self._window, words, "snapshot.html", [self.tr("Web pages (*.html)")])
        if path is not None:
            self.write_snapshot(path)
