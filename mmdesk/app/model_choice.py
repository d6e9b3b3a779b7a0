"""Which model runs, which is wanted in its place, and which one is remembered."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot

from mmdesk.app import paths, settings
from mmdesk.app.settings import Settings
from mmdesk.core.live_stats import ModelState
from mmdesk.core.problem import Problem
from mmdesk.engine.live_session import LiveSession

_BUNDLED = "bundled:"


@dataclass(frozen=True, slots=True)
class _Load:
    """A model that is being loaded: where from, and whether the user chose it or it is that of last time."""

    model: Path
    chosen: bool
    remembered: bool


class ModelChoice(QObject):
    """Loads models, remembers the one that was chosen once it runs, and begins without one that cannot be opened.

    Args:
        live: What runs them.
        store: Where the one of last time stands.
        given: The model to begin with; None means that of last time, or the bundled one.
        device: ``auto``, ``cuda``, ``mps`` or ``cpu``.

    Signals:
        settled: All that was asked for has been loaded, or could not be.
        opened: Path of a model that runs from now on.
        remembered_failed: `Problem`: what was wrong with the model of last time.
    """

    settled = Signal()
    opened = Signal(object)
    remembered_failed = Signal(object)

    def __init__(
        self, live: LiveSession, store: Settings, given: Path | None, device: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._live, self._store, self._device = live, store, device
        remembered = _remembered(store.read(settings.MODEL))
        # One that has been moved away since is not asked for: a demo must not begin without a model.
        known = given is None and remembered is not None and remembered.exists()
        usual = remembered if known and remembered is not None else paths.bundled_model()
        self._first = _Load(given or usual, False, known)
        self._wanted = self._usual = self._first.model
        self._running: Path | None = None
        self._loading: deque[_Load] = deque()
        live.model_state_changed.connect(self._on_state)
        live.exchange_failed.connect(self._on_exchange_failed)

    @property
    def wanted(self) -> Path:
        """The model that runs, or is to."""
        return self._wanted

    @property
    def sample(self) -> Path | None:
        """The sample session of the model that runs, or is to; None for one that has none."""
        return paths.sample_sessions().get(self._wanted.absolute())

    def begin(self) -> None:
        """Load the first one."""
        self._load(self._first)

    @Slot(str)
    def choose(self, path: str) -> None:
        """Load a model that the user wants; the one that runs goes on until then, and if it cannot be opened."""
        self._load(_Load(Path(path).absolute(), chosen=True, remembered=False))

    @Slot()
    def choose_bundled(self) -> None:
        """Load the model that comes with the program."""
        self._load(_Load(paths.bundled_model(), chosen=True, remembered=False))

    def leave_taught(self) -> None:
        """Load the model again that was chosen last, in place of a taught one; what is remembered stays."""
        usual = self._usual if self._usual.exists() else paths.bundled_model()
        self._load(_Load(usual, chosen=False, remembered=False))

    def expect_taught(self) -> None:
        """Get ready for a first call of `exchange`."""
        self._live.expect_taught(self._device)

    def exchange(self, model: Path, *, soon_replaced: bool = False) -> None:
        """Let a model that is taught take the place of the one that runs, without a pause; it is not remembered."""
        self._wanted = model
        self._live.exchange_model(model, self._device, recorded=not soon_replaced)

    def _load(self, load: _Load) -> None:
        self._wanted = load.model
        self._loading.append(load)
        self._live.load_model(load.model, self._device)

    @Slot(object)
    def _on_exchange_failed(self, problem: Problem) -> None:  # noqa: ARG002
        if self._running is not None and not self._loading:
            self._wanted = self._running

    @Slot(object)
    def _on_state(self, state: ModelState) -> None:
        if state.exchanged and not state.problem:
            self._running = self._wanted
            return
        if not (state.ready or state.problem) or not self._loading:
            return
        load = self._loading.popleft()  # each ends in one such state, in the order they were asked for
        if not state.problem:
            self._running = self._usual = load.model
            if load.chosen:
                self._store.write(settings.MODEL, _as_remembered(load.model))
            self.opened.emit(load.model.absolute())
        elif load.remembered and self._running is None and not self._loading:
            self._store.write(settings.MODEL, "")
            self.remembered_failed.emit(state.problem)
            self.choose_bundled()
        elif self._running is not None and not self._loading:
            self._wanted = self._running
        if not self._loading:
            self.settled.emit()


def _as_remembered(model: Path) -> str:
    """The setting of a model; one that comes with the program may lie elsewhere next time."""
    if model == paths.bundled_model():
        return ""
    return f"{_BUNDLED}{model.name}" if paths.is_bundled(model) else str(model)


def _remembered(setting: str) -> Path | None:
    if setting.startswith(_BUNDLED):
        name = setting.removeprefix(_BUNDLED)
        return next((model for model in paths.bundled_models() if model.name == name), None)
    return Path(setting) if setting else None
