"""What can be done with everything that is taught: open, save, share, export, forget."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from mmdesk.ui.plain_words import plain_tip
from mmdesk.ui.save_path import ask_save_path

SHARED_SUFFIX = ".mmdesk"


class ProjectMenu(QMenu):
    """The menu behind the project button; every wish leaves as a signal.

    Signals:
        new_wanted: Another lesson is to begin; the one before stays where it is kept.
        open_wanted: Path of a project's folder, or of a shared file.
        save_wanted: Path of a folder that is to be made and kept up from now on.
        share_wanted: Path of the one file that is to be written.
        export_wanted: Path of a folder for `mmdesk train`.
        import_wanted: Path of a data folder.
        recording_wanted: Path of a recording whose marked stretches are to be examples.
        forget_wanted: This visitor's examples are to be wiped.
        recent_forgotten: No project that was opened lately is to be named any more.

    Attributes:
        recordings: The folder in which recordings are made.
    """

    new_wanted = Signal()
    open_wanted = Signal(str)
    save_wanted = Signal(str)
    share_wanted = Signal(str)
    export_wanted = Signal(str)
    import_wanted = Signal(str)
    recording_wanted = Signal(str)
    forget_wanted = Signal()
    recent_forgotten = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project: Path | None = None
        self._recent: tuple[Path, ...] = ()
        self.recordings = ""
        self.new = self.addAction("")
        self.open = self.addAction("")
        self.open_shared = self.addAction("")
        self.recent_menu = QMenu(self)
        self.recent_menu.setToolTipsVisible(True)  # two projects may have one name
        self.addMenu(self.recent_menu)
        self.addSeparator()
        self.save = self.addAction("")
        self.share = self.addAction("")
        self.addSeparator()
        self.import_data = self.addAction("")
        self.import_recording = self.addAction("")
        self.export_data = self.addAction("")
        self.addSeparator()
        self.forget = self.addAction("")
        self.new.triggered.connect(self.new_wanted)
        self.open.triggered.connect(self._choose_project)
        self.open_shared.triggered.connect(self._choose_shared)
        self.save.triggered.connect(self.choose_place)
        self.share.triggered.connect(self._choose_shared_place)
        self.import_data.triggered.connect(self._choose_data)
        self.import_recording.triggered.connect(self._choose_recording)
        self.export_data.triggered.connect(self._choose_data_place)
        self.forget.triggered.connect(self.forget_wanted)
        self.retranslate()

    def show_project(self, project: Path | None) -> None:
        """Say where the lesson is kept; None for memory alone."""
        self._project = project

    def show_recent(self, recent: Sequence[Path]) -> None:
        """Offer these projects."""
        self._recent = tuple(recent)
        self.recent_menu.clear()
        for path in recent:
            action = self.recent_menu.addAction(path.name.replace("&", "&&"))
            action.setToolTip(plain_tip(str(path)))
            action.triggered.connect(partial(self.open_wanted.emit, str(path)))
        self.recent_menu.addSeparator()
        self.recent_menu.addAction(self.tr("&Clear this list")).triggered.connect(self.recent_forgotten)
        self.recent_menu.menuAction().setEnabled(bool(recent))

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.new.setText(self.tr("&New"))
        self.open.setText(self.tr("&Open…"))
        self.open_shared.setText(self.tr("Open a s&hared file…"))
        self.recent_menu.setTitle(self.tr("&Recent"))
        self.show_recent(self._recent)
        self.save.setText(self.tr("&Save as…"))
        self.share.setText(self.tr("Share as &one file…"))
        self.import_data.setText(self.tr("&Import a data folder…"))
        self.import_recording.setText(self.tr("Add the marked parts of a &recording…"))
        self.export_data.setText(self.tr("&Export as a data folder…"))
        self.forget.setText(self.tr("&Forget this visitor"))

    @Slot()
    def _choose_project(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self._window(), self.tr("Open a project"), self._near()):
            self.open_wanted.emit(folder)

    @Slot()
    def _choose_shared(self) -> None:
        kinds = self.tr("Shared projects (*{suffix})").format(suffix=SHARED_SUFFIX)
        file, _ = QFileDialog.getOpenFileName(self._window(), self.tr("Open a shared file"), self._near(), kinds)
        if file:
            self.open_wanted.emit(file)

    @Slot()
    def choose_place(self) -> bool:
        """Ask where the project is to be kept; whether a place was chosen, and `save_wanted` was emitted."""
        folder = ask_save_path(self._window(), self.tr("Save the project as a folder"), self._near())
        if folder is not None:
            self.save_wanted.emit(str(folder))
        return folder is not None

    @Slot()
    def _choose_shared_place(self) -> None:
        name = "mmdesk" if self._project is None else self._project.name
        proposed = str(Path(self._near()) / f"{name}{SHARED_SUFFIX}")
        kinds = self.tr("Shared projects (*{suffix})").format(suffix=SHARED_SUFFIX)
        file = ask_save_path(self._window(), self.tr("Share as one file"), proposed, [kinds])
        if file is not None:
            self.share_wanted.emit(str(file))

    @Slot()
    def _choose_data(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self._window(), self.tr("Import a data folder")):
            self.import_wanted.emit(folder)

    @Slot()
    def _choose_recording(self) -> None:
        words = self.tr("Add the marked parts of a recording")
        if folder := QFileDialog.getExistingDirectory(self._window(), words, self.recordings):
            self.recording_wanted.emit(folder)

    @Slot()
    def _choose_data_place(self) -> None:
        folder = ask_save_path(self._window(), self.tr("Export as a data folder"), self._near())
        if folder is not None:
            self.export_wanted.emit(str(folder))

    def _window(self) -> QWidget | None:
        parent = self.parentWidget()
        return None if parent is None else parent.window()

    def _near(self) -> str:
        return "" if self._project is None else str(self._project.parent)
