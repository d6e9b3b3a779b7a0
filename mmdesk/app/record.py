"""``mmdesk record``: a recording of camera, microphone and answers, without a window."""

from __future__ import annotations

import argparse
import signal
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Qt, QTimer, Slot

from mmdesk.app import paths
from mmdesk.app.arguments import add_device_argument, add_fusion_argument, add_model_argument, add_rate_argument
from mmdesk.app.streams import PassingLine, print_json
from mmdesk.core.errors import MmdeskError, OptionError
from mmdesk.core.inputs import DEFAULT_INPUTS, slots_of
from mmdesk.core.live_stats import ModelState
from mmdesk.core.problem import Problem
from mmdesk.core.recorder_state import RecorderState
from mmdesk.core.source_state import DeviceChoice, SourceState, SourceStatus
from mmdesk.core.transport import PlayedContents
from mmdesk.engine.device_lister import DeviceLister
from mmdesk.engine.live_session import LiveSession
from mmdesk.engine.live_sources import SourceMakers
from mmdesk.engine.session_recorder import SessionRecorder
from mmdesk.ui.recorder_words import clock_words

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
    with PassingLine() as line:
        desk = RecordingDesk(arguments, line)
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


class RecordingDesk(QObject):
    """A live session without a window, recorded once its model answers.

    Args:
        arguments: What is asked for.
        line: Where it is told how long it has been recording.
        makers: How sources are made; for tests.

    Attributes:
        state: How the recording was doing last.
    """

    def __init__(self, arguments: argparse.Namespace, line: PassingLine, makers: SourceMakers | None = None) -> None:
        super().__init__()
        self._arguments, self._line = arguments, line
        self._loop = QEventLoop()
        self._problem: Problem | None = None
        self._begun = False
        self._opened: set[str] = set()
        self._given: set[str] = set()
        self._failed: dict[str, Problem] = {}
        self.state = RecorderState()
        self._live = live = LiveSession(makers, self, most_predictions_per_s=arguments.max_rate)
        self._recorder = recorder = SessionRecorder(live, self)
        self._lister = DeviceLister(self)
        self._lister.listed.connect(self._on_listed)
        live.model_state_changed.connect(recorder.note_model)
        live.model_state_changed.connect(self._on_model_state)
        live.source_state_changed.connect(recorder.note_source)
        live.source_state_changed.connect(self._on_source_state)
        live.sources.contents_changed.connect(self._on_contents)
        recorder.changed.connect(self._on_changed)
        recorder.ended.connect(self._on_ended)
        self._end = QTimer(self, singleShot=True, interval=int(1000 * arguments.seconds))
        self._end.setTimerType(Qt.TimerType.PreciseTimer)
        self._end.timeout.connect(self._stop)

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
            self._stop()
        else:
            self._fail(Problem("session.empty"))

    @Slot()
    def _stop(self) -> None:
        """End; what has nothing in it is deleted."""
        if not self._given:
            self._problem = self._problem or next(iter(self._failed.values()), Problem("session.empty"))
        self._recorder.stop(discard=not self._given)

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
                self._opened.add(one.name)
                self._live.set_source(one.name, keys[slot.kind])

    def _begin(self) -> None:
        self._begun = True
        self._recorder.start(self._arguments.out, self._arguments.out.name)
        self._end.start()

    @Slot(str, object)
    def _on_source_state(self, name: str, state: SourceState) -> None:
        """End where a session cannot be played, or no longer, and where a device that was asked for gives nothing.

        A device that has given something comes back by itself; of those that nobody asked for, one is enough.
        """
        if state.status is SourceStatus.RUNNING:
            self._given.add(name)
        if state.status is not SourceStatus.FAILED or state.problem is None:
            return
        asked = self._arguments
        self._failed[name] = state.problem
        if asked.session is not None:
            self._give_up(state.problem, discard=not self._given)
        elif asked.camera or asked.microphone:
            if name not in self._given:
                self._give_up(state.problem)
        elif not self._given and self._failed.keys() >= self._opened:
            self._give_up(state.problem)

    @Slot(object)
    def _on_contents(self, contents: PlayedContents | None) -> None:
        """Recorded answers tell where in their own recording stands what they were made from."""
        if contents is not None:
            self._give_up(Problem("record.session_answers", path=self._arguments.session))

    def _give_up(self, problem: Problem, *, discard: bool = True) -> None:
        self._problem = self._problem or problem
        self._recorder.stop(discard=discard)

    @Slot(object)
    def _on_changed(self, state: RecorderState) -> None:
        if state.active:
            self.state = state
            left_out = f", {state.dropped} pictures left out" if state.dropped else ""
            now, end = clock_words(state.seconds), clock_words(self._arguments.seconds)
            self._line.say(f"recording {now} of {end}, {state.size / 1e6:.1f} MB{left_out}")

    @Slot(object, bool)
    def _on_ended(self, problem: Problem, failed: bool) -> None:
        if failed:
            self._problem = self._problem or problem
        self._loop.quit()

    def _fail(self, problem: Problem) -> None:
        self._problem = problem
        self._loop.quit()
