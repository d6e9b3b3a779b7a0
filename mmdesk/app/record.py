"""``mmdesk record``: a recording of camera, microphone and answers, without a window."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Slot

from mmdesk.app import paths
from mmdesk.app.arguments import add_device_argument, add_fusion_argument, add_model_argument, add_rate_argument
from mmdesk.app.streams import print_json
from mmdesk.core.errors import MmdeskError, OptionError
from mmdesk.core.inputs import DEFAULT_INPUTS, slots_of
from mmdesk.core.live_stats import ModelState
from mmdesk.core.problem import Problem
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.source_state import DeviceChoice, SourceState, SourceStatus
from mmdesk.engine.device_lister import DeviceLister
from mmdesk.engine.live_session import LiveSession
from mmdesk.engine.live_sources import SourceMakers
from mmdesk.engine.session_recorder import SessionRecorder

LONGEST_S = 86_400.0

_PICTURE, _SOUND, _ = DEFAULT_INPUTS


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options of ``mmdesk record``."""
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="folder for the recording; a new one")
    parser.add_argument("--seconds", metavar="N", type=float, required=True, help="how long to record")
    parser.add_argument("--session", metavar="DIR", type=Path, help="record this session, played in place of devices")
    parser.add_argument("--camera", metavar="SOURCE", help="index, device name, video file, or http/rtsp address")
    parser.add_argument("--microphone", metavar="NAME", help='a microphone\'s name or number, or "default"')
    add_model_argument(parser)
    add_fusion_argument(parser)
    add_device_argument(parser)
    add_rate_argument(parser)


def run(arguments: argparse.Namespace) -> int:
    """Record, then say where, how long and what."""
    if not 0 < arguments.seconds <= LONGEST_S:
        raise OptionError(Problem("option.record_seconds", value=arguments.seconds, most=LONGEST_S))
    if arguments.session is not None and (arguments.camera or arguments.microphone):
        raise OptionError(Problem("option.session_alone"))
    application = QCoreApplication.instance() or QCoreApplication(sys.argv[:1])
    desk = _RecordingDesk(arguments)
    before = {name: signal.signal(name, lambda *_: desk.finish()) for name in (signal.SIGINT, signal.SIGTERM)}
    try:
        desk.run()
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)
    del application  # it had to live until here
    from mmdesk.sources.session import SessionReader

    reader = SessionReader(arguments.out)
    figures: dict[str, object] = {"recording": str(arguments.out), "duration_s": round(reader.duration_s, 3)}
    figures["recorded"] = sorted(reader.modalities)
    figures |= {"megabytes": round(desk.state.size / 1e6, 1), "dropped_pictures": desk.state.dropped}
    print_json(figures, indent=2)
    return 0


class _RecordingDesk(QObject):
    """A live session without a window, recorded once its model answers."""

    def __init__(self, arguments: argparse.Namespace, makers: SourceMakers | None = None) -> None:
        super().__init__()
        self._arguments = arguments
        self._loop = QEventLoop()
        self._problem: Problem | None = None
        self._begun = self._has_played = False
        self.state = RecorderState()
        self._live = live = LiveSession(makers, self, most_predictions_per_s=arguments.max_rate)
        self._recorder = recorder = SessionRecorder(live, self)
        self._lister = DeviceLister(self)
        self._lister.listed.connect(self._on_listed)
        live.model_state_changed.connect(recorder.note_model)
        live.model_state_changed.connect(self._on_model_state)
        live.source_state_changed.connect(recorder.note_source)
        live.source_state_changed.connect(self._on_source_state)
        recorder.changed.connect(self._on_changed)
        recorder.ended.connect(self._on_ended)
        self._end = QTimer(self, singleShot=True, interval=int(1000 * arguments.seconds))
        self._end.setTimerType(Qt.TimerType.PreciseTimer)
        self._end.timeout.connect(recorder.stop)

    def run(self) -> None:
        """Record until it ends.

        Raises:
            MmdeskError: It could not begin, or ended otherwise than it was to.
        """
        self._live.load_model(self._arguments.model or paths.bundled_model(), self._arguments.device)
        self._loop.exec()
        self._end.stop()
        self._recorder.shutdown()
        self._lister.shutdown()
        self._live.shutdown()
        if self._problem is not None:
            raise MmdeskError(self._problem)

    def finish(self) -> None:
        """End the recording before its time; what was recorded is saved."""
        if self._begun:
            self._recorder.stop()
        else:
            self._fail(Problem("session.empty"))

    @Slot(object)
    def _on_model_state(self, state: ModelState) -> None:
        if state.problem is not None:
            self._fail(state.problem)
        elif state.ready and not self._begun:
            kind = self._arguments.fusion
            if kind and kind not in state.fusions:
                known = ", ".join(state.fusions)
                self._fail(Problem("model.no_method", model=state.name, method=kind, known=known))
                return
            if kind:
                self._live.choose_fusion(kind)
            asked = self._arguments
            if asked.session is None and not asked.camera and not asked.microphone:
                self._lister.refresh()
                return
            if asked.session is not None:
                self._live.play_session(asked.session)
            else:
                self._open({_PICTURE.kind: asked.camera, _SOUND.kind: asked.microphone})
            self._begin()

    @Slot(list, list)
    def _on_listed(self, cameras: list[DeviceChoice], microphones: list[DeviceChoice]) -> None:
        if not cameras and not microphones:
            self._fail(Problem("record.no_source"))
            return
        listed = ((_PICTURE.kind, cameras), (_SOUND.kind, microphones))
        self._open({kind: choices[0].key for kind, choices in listed if choices})
        self._begin()

    def _open(self, keys: dict[str, str]) -> None:
        for slot, one in slots_of(self._live.sources.served.values()).items():
            if slot.number == 0 and keys.get(slot.kind):
                self._live.set_source(one.name, keys[slot.kind])

    def _begin(self) -> None:
        self._begun = True
        self._recorder.start(self._arguments.out, self._arguments.out.name)
        self._end.start()

    @Slot(str, object)
    def _on_source_state(self, name: str, state: SourceState) -> None:  # noqa: ARG002
        """End where the session that is to be recorded cannot be played, or no longer: only devices come back."""
        if self._arguments.session is None:
            return
        self._has_played = self._has_played or state.status is SourceStatus.RUNNING
        if state.status is SourceStatus.FAILED:
            self._problem = self._problem or state.problem
            self._recorder.stop(discard=not self._has_played)

    @Slot(object)
    def _on_changed(self, state: RecorderState) -> None:
        if state.active:
            self.state = state

    @Slot(object, bool)
    def _on_ended(self, problem: Problem, failed: bool) -> None:
        if failed:
            self._problem = self._problem or problem
        self._loop.quit()

    def _fail(self, problem: Problem) -> None:
        self._problem = problem
        self._loop.quit()
