"""The menus of the main window."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFileDialog, QMenu, QMenuBar, QWidget

from mmdesk.core.shelf import Shelf
from mmdesk.ui.audience.menu import StageMenu
from mmdesk.ui.language import LANGUAGES
from mmdesk.ui.model_words import model_title
from mmdesk.ui.save_path import ask_save_path
from mmdesk.ui.training_words import fusion_name, fusion_tip
from mmdesk.ui.view_menus import PanelsMenu, TextSizeMenu

_OUTPUTS = ("answer", "microscope")
_THEMES = ("dark", "light", "system")


class WindowMenus(QMenuBar):
    """File, view and help; everything the user wants leaves as a signal.

    Signals:
        session_chosen: Path of a session's folder.
        sample_session_requested: The bundled session is wanted.
        model_chosen: Path of a checkpoint, a folder or a .mmdesk file.
        bundled_model_requested: The model that comes with the program is wanted.
        gallery_requested: The start page is wanted.
        teach_requested: The Teach window is wanted.
        train_requested: The Train window is wanted.
        fusion_chosen: Kind of a fusion method of the loaded model.
        screenshot_requested: Path of the picture to write.
        panel_export_requested: Key of the panel that shall become a picture.
        theme_chosen: "dark", "light" or "system".
        language_chosen: A code of `LANGUAGES`.
        doctor_requested: The diagnostics are wanted.
        about_requested: The words about the program are wanted.

    Attributes:
        recordings: The folder in which recordings are made.
    """

    session_chosen = Signal(str)
    sample_session_requested = Signal()
    model_chosen = Signal(str)
    bundled_model_requested = Signal()
    gallery_requested = Signal()
    teach_requested = Signal()
    train_requested = Signal()
    fusion_chosen = Signal(str)
    screenshot_requested = Signal(str)
    panel_export_requested = Signal(str)
    theme_chosen = Signal(str)
    language_chosen = Signal(str)
    doctor_requested = Signal()
    about_requested = Signal()

    def __init__(self, pages: Sequence[QAction], presets: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages, self._presets = list(pages), list(presets)
        self.recordings = ""
        self.file_menu, self.view_menu, self.help_menu = QMenu(self), QMenu(self), QMenu(self)
        self.model_menu, self.fusion_menu = QMenu(self), QMenu(self)
        self.fusions: dict[str, QAction] = {}
        self.panels: dict[str, QAction] = {}
        self._input_panels: dict[str, str] = {}
        self.fusion_menu.setToolTipsVisible(True)
        self._fusion_group = QActionGroup(self)
        self._fusion_group.triggered.connect(self._on_fusion)
        self.theme_menu, self.language_menu = QMenu(self), QMenu(self)
        self.text_size_menu, self.panels_menu = TextSizeMenu(self), PanelsMenu(self)
        self.microscope_menu, self.export_menu, self.panel_menu = QMenu(self), QMenu(self), QMenu(self)
        self.stage_menu = StageMenu(self)
        shown = (self.file_menu, self.model_menu, self.fusion_menu, self.microscope_menu, self.view_menu)
        for menu in (*shown, self.help_menu):
            self.addMenu(menu)
        self._build_file_menu()
        self.gallery = self._action(self.model_menu, "Ctrl+G")
        self.gallery.triggered.connect(self.gallery_requested)
        self.model_menu.addAction(self.open_model)
        self.model_menu.addSeparator()
        self.bundled_model = self._action(self.model_menu, "")
        self.bundled_model.triggered.connect(self.bundled_model_requested)
        self.models: list[QAction] = []
        self._recent_models = self.model_menu.addSeparator()
        self._shelf, self._current_model = Shelf(), Path()
        self._behind_models = self.model_menu.addSeparator()
        self.teach = self._action(self.model_menu, "Ctrl+E")
        self.teach.triggered.connect(self.teach_requested)
        self.train = self._action(self.model_menu, "Ctrl+T")
        self.train.triggered.connect(self.train_requested)
        self._build_view_menu()
        for action in self._pages:
            self.microscope_menu.addAction(action)
        self.microscope_menu.addSeparator()
        for action in self._presets:
            self.microscope_menu.addAction(action)
        self.let_go = self._action(self.microscope_menu, "F10")
        self.help = self._action(self.help_menu, "F1")
        self.welcome = self._action(self.help_menu, "")
        self.tour = self._action(self.help_menu, "")
        self.cheat_sheet = self._action(self.help_menu, "?")
        self.doctor = self._action(self.help_menu, "")
        self.doctor.triggered.connect(self.doctor_requested)
        self.report = self._action(self.help_menu, "")
        self.about = self._action(self.help_menu, "")
        self.about.setMenuRole(QAction.MenuRole.AboutRole)
        self.about.triggered.connect(self.about_requested)
        self.retranslate()

    def actions_with_keys(self) -> Iterable[QAction]:
        """Actions whose keys must work although the menu bar is hidden in full screen."""
        shown = (self.file_menu, self.model_menu, self.microscope_menu, self.view_menu)
        menus = (*shown, self.stage_menu, self.text_size_menu, self.help_menu)
        return (a for menu in menus for a in menu.actions() if not a.shortcut().isEmpty())

    def actions_of_every_window(self) -> tuple[QAction, ...]:
        """Actions whose keys act in windows with keys of their own as well: the presenter's, and the program's."""
        stage, size = self.stage_menu, self.text_size_menu
        own = (self.record, self.mark, self.reset, self.let_go, self.audience, stage.next, stage.previous)
        return (*own, self.help, self.cheat_sheet, self.preferences, self.quit, size.larger, size.smaller, size.usual)

    def show_fusions(self, kinds: Sequence[str], current: str) -> list[QAction]:
        """List the fusion methods of a model, the first nine with the keys 1 to 9; returns the new actions."""
        for action in self.fusions.values():
            self._fusion_group.removeAction(action)
            action.setShortcuts([])  # until it is gone, two actions would claim one key, and neither would get it
            action.deleteLater()
        self.fusions = {}
        for index, kind in enumerate(kinds):
            action = self._action(self.fusion_menu, "", checkable=True)
            if index < 9:
                # In the text box a digit is typed; there Ctrl helps.
                key = str(index + 1)
                action.setShortcuts([QKeySequence(key), QKeySequence(f"Ctrl+{key}")])
            action.setData(kind)
            self._fusion_group.addAction(action)
            self.fusions[kind] = action
        if current in self.fusions:
            self.fusions[current].setChecked(True)
        self._name_fusions()
        return list(self.fusions.values())

    def show_models(self, shelf: Shelf, current: Path) -> None:
        """List the models that come with the program and those opened lately; the one that runs is ticked."""
        self._shelf, self._current_model = shelf, current
        for action in self.models:
            self.model_menu.removeAction(action)
            action.deleteLater()
        self.models = []
        for models, before in ((shelf.bundled[1:], self._recent_models), (shelf.recent, self._behind_models)):
            for model in models:
                action = QAction(self)
                action.setEnabled(model.problem is None)
                action.triggered.connect(partial(self.model_chosen.emit, str(model.path)))
                self.model_menu.insertAction(before, action)
                self.models.append(action)
        self._name_models()

    def _name_models(self) -> None:
        if not self._shelf.bundled:
            self.bundled_model.setText(self.tr("&Bundled model: digits"))
            return
        listed = (*self._shelf.bundled, *self._shelf.recent)
        for action, model in zip((self.bundled_model, *self.models), listed, strict=True):
            title = model_title(model).replace("&", "&&")
            action.setText(self.tr("{name} (missing)").format(name=title) if model.missing else title)
            action.setCheckable(True)
            action.setChecked(model.path == self._current_model)

    @Slot(str)
    def choose_fusion(self, kind: str) -> None:
        """Choose a method as if it had been picked here."""
        if kind in self.fusions:
            self.fusions[kind].trigger()

    @property
    def fusion(self) -> str:
        """Kind of the method that is ticked; empty for none."""
        return next((kind for kind, action in self.fusions.items() if action.isChecked()), "")

    @Slot(str)
    def tick_fusion(self, kind: str) -> None:
        """Tick a method that answers without having been picked here; nothing is reported."""
        if kind in self.fusions:
            self.fusions[kind].setChecked(True)

    def _name_fusions(self) -> None:
        self.fusion_menu.setTitle(self.tr("F&usion"))
        self.fusion_menu.menuAction().setVisible(bool(self.fusions))
        for kind, action in self.fusions.items():
            action.setText(fusion_name(kind))
            action.setToolTip(fusion_tip(kind))

    def _on_fusion(self, action: QAction) -> None:
        self.fusion_chosen.emit(action.data())

    def show_recording(self, *, active: bool) -> None:
        """Offer to stop what is recorded and to mark a moment of it, or to start."""
        if active != self.mark.isVisible():
            self.mark.setVisible(active)
            self._name_record()

    def set_playing(self, playing: bool) -> None:
        """Offer, or no longer, what can become of a recording that is played."""
        self.export_video.setEnabled(playing)
        self.export_answers.setEnabled(playing)

    def _name_record(self) -> None:
        self.record.setText(self.tr("Stop re&cording") if self.mark.isVisible() else self.tr("Re&cord"))

    def show_theme(self, name: str) -> None:
        """Tick a theme without reporting it."""
        self.themes[name].setChecked(True)

    def show_language(self, code: str) -> None:
        """Tick a language without reporting it."""
        self.languages[code].setChecked(True)

    def _action(self, menu: QMenu, keys: str | QKeySequence.StandardKey, *, checkable: bool = False) -> QAction:
        action = QAction(self)
        action.setCheckable(checkable)
        if keys != "":
            action.setShortcut(QKeySequence(keys))
        menu.addAction(action)
        return action

    def show_panels(self, inputs: Mapping[str, str]) -> None:
        """Offer these panels of inputs to be exported: their headings by key, before the answer and the microscope."""
        self._input_panels = dict(inputs)
        if set(self.panels) != {*inputs, *_OUTPUTS}:
            self.panel_menu.clear()
            self.panels = {key: self._action(self.panel_menu, "") for key in (*inputs, *_OUTPUTS)}
            for key, action in self.panels.items():
                # Not by the menu's own `triggered`: an action that another widget owns does not reach it.
                action.triggered.connect(partial(self.panel_export_requested.emit, key))
        self._name_panels()

    def _name_panels(self) -> None:
        names = self._input_panels | {"answer": self.tr("Answer"), "microscope": self.tr("Microscope")}
        for key, action in self.panels.items():
            action.setText(f"{names[key]}…")
        self.panels_menu.show_panels(names)

    def _build_file_menu(self) -> None:
        self.open_session = self._action(self.file_menu, "Ctrl+O")
        self.open_session.triggered.connect(self.choose_session)
        self.sample = self._action(self.file_menu, "")
        self.sample.triggered.connect(self.sample_session_requested)
        self.open_model = self._action(self.file_menu, "Ctrl+Shift+O")
        self.open_model.triggered.connect(self.choose_model)
        self.file_menu.addSeparator()
        self.record = self._action(self.file_menu, "F12")
        self.mark = self._action(self.file_menu, "Ctrl+B")
        for action in (self.record, self.mark):
            action.setAutoRepeat(False)  # a key held down must not make a recording of each repeat
        self.mark.setVisible(False)
        self.file_menu.addSeparator()
        self.screenshot = self._action(self.file_menu, "Ctrl+S")
        self.screenshot.triggered.connect(self._choose_screenshot)
        self.file_menu.addMenu(self.export_menu)
        self.export_predictions = self._action(self.export_menu, "")
        self.export_menu.addMenu(self.panel_menu)
        self.export_snapshot = self._action(self.export_menu, "")
        self.take_away = self._action(self.file_menu, "Ctrl+H")
        self.export_video = self._action(self.export_menu, "")
        self.export_answers = self._action(self.export_menu, "")
        self.set_playing(False)
        self.file_menu.addSeparator()
        self.reset = self._action(self.file_menu, "Ctrl+R")
        self.file_menu.addSeparator()
        self.preferences = self._action(self.file_menu, "Ctrl+,")
        self.preferences.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.quit = self._action(self.file_menu, "Ctrl+Q")
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)

    def _build_view_menu(self) -> None:
        self.pause = self._action(self.view_menu, "Space", checkable=True)
        self.pause.setAutoRepeat(False)  # a key held down must not flicker
        self.mirror = self._action(self.view_menu, "Ctrl+M", checkable=True)
        self.full_screen = self._action(self.view_menu, "F11", checkable=True)
        self.audience = self._action(self.view_menu, "Ctrl+Shift+P", checkable=True)
        self.view_menu.addMenu(self.stage_menu)
        self.view_menu.addSeparator()
        self.view_menu.addMenu(self.text_size_menu)
        self.view_menu.addMenu(self.panels_menu)
        self.view_menu.addMenu(self.theme_menu)
        self.view_menu.addMenu(self.language_menu)
        theme_group, language_group = QActionGroup(self), QActionGroup(self)
        self.themes: dict[str, QAction] = {}
        for name in _THEMES:
            self.themes[name] = self._action(self.theme_menu, "", checkable=True)
            theme_group.addAction(self.themes[name])
            self.themes[name].setData(name)
        self.languages: dict[str, QAction] = {}
        for code, name in LANGUAGES.items():
            self.languages[code] = self._action(self.language_menu, "", checkable=True)
            self.languages[code].setText(name)
            self.languages[code].setData(code)
            language_group.addAction(self.languages[code])
        theme_group.triggered.connect(self._on_theme)
        language_group.triggered.connect(self._on_language)

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.file_menu.setTitle(self.tr("&File"))
        self.view_menu.setTitle(self.tr("&View"))
        self.help_menu.setTitle(self.tr("&Help"))
        self.model_menu.setTitle(self.tr("&Model"))
        self.teach.setText(self.tr("Teac&h…"))
        self.train.setText(self.tr("&Train…"))
        self.gallery.setText(self.tr("&All models…"))
        self._name_models()
        self.let_go.setText(self.tr("&Reset all"))
        self._name_fusions()
        self.open_session.setText(self.tr("&Open recording…"))
        self.sample.setText(self.tr("Play the sa&mple session"))
        self.open_model.setText(self.tr("Open &model…"))
        self._name_record()
        self.mark.setText(self.tr("Mar&k this moment"))
        self.screenshot.setText(self.tr("&Save screenshot…"))
        self.export_menu.setTitle(self.tr("&Export"))
        self.export_predictions.setText(self.tr("The last half &minute (CSV)…"))
        self.panel_menu.setTitle(self.tr("A &panel (PNG, SVG)"))
        self._name_panels()
        self.export_snapshot.setText(self.tr("The &snapshot (HTML)…"))
        self.take_away.setText(self.tr("Hand to a &telephone…"))
        self.export_video.setText(self.tr("The &recording that is played (video)…"))
        self.export_answers.setText(self.tr("The &answers to it (table)…"))
        self.reset.setText(self.tr("&New visitor"))
        self.microscope_menu.setTitle(self.tr("Mi&croscope"))
        self.audience.setText(self.tr("&Audience window"))
        self.help.setText(self.tr("Help &pages"))
        self.report.setText(self.tr("&Report a problem"))
        self.stage_menu.retranslate()
        self.welcome.setText(self.tr("&Welcome"))
        self.tour.setText(self.tr("Guided &tour"))
        self.cheat_sheet.setText(self.tr("&Cheat sheet for presenters"))
        self.preferences.setText(self.tr("&Preferences…"))
        self.quit.setText(self.tr("&Quit"))
        self.pause.setText(self.tr("Fr&eeze"))
        self.mirror.setText(self.tr("&Mirror the picture"))
        self.full_screen.setText(self.tr("&Full screen"))
        self.text_size_menu.retranslate()
        self.panels_menu.retranslate()
        self.theme_menu.setTitle(self.tr("&Theme"))
        self.themes["dark"].setText(self.tr("&Dark"))
        self.themes["light"].setText(self.tr("&Light"))
        self.themes["system"].setText(self.tr("As the &system"))
        # "Language" stands there in English as well: who changed it by mistake must find the way back.
        language = self.tr("&Language")
        plain = language.replace("&", "")
        self.language_menu.setTitle(language if plain == "Language" else f"{language} (Language)")
        self.doctor.setText(self.tr("&Diagnostics"))
        self.about.setText(self.tr("&About mmdesk"))

    def choose_session(self) -> None:
        """Ask for a recording by its session.json, where recordings are made; report the folder."""
        words, kind = self.tr("Open recording"), self.tr("Recordings (session.json)")
        path, _ = QFileDialog.getOpenFileName(self.window(), words, self.recordings, kind)
        if path:
            self.session_chosen.emit(str(Path(path).parent))

    def choose_model(self) -> None:
        """Ask for a .mmdesk file, or for the config.json of a model that is a folder."""
        words = self.tr("Open model")
        path, _ = QFileDialog.getOpenFileName(self.window(), words, "", self.tr("Models (*.mmdesk config.json)"))
        if path:
            self.model_chosen.emit(str(Path(path).parent) if Path(path).name == "config.json" else path)

    def _choose_screenshot(self) -> None:
        words = self.tr("Save screenshot")
        path = ask_save_path(self.window(), words, "mmdesk.png", [self.tr("Pictures (*.png)")])
        if path is not None:
            self.screenshot_requested.emit(str(path))

    def _on_theme(self, action: QAction) -> None:
        self.theme_chosen.emit(action.data())

    def _on_language(self, action: QAction) -> None:
        self.language_chosen.emit(action.data())
