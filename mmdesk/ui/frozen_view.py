"""The window while it stands still: any moment of the last half minute, and why."""

from __future__ import annotations

from collections.abc import Mapping

from mmdesk.core.explanation import Explanation
from mmdesk.core.frame import Frame
from mmdesk.core.history import HistorySpan, Rerun, Snapshot
from mmdesk.core.modality import Modality
from mmdesk.core.observation import ImageInput, TextInput
from mmdesk.ui.microscope.workbench import Workbench
from mmdesk.ui.panels.answer import AnswerPanel
from mmdesk.ui.panels.camera import CameraPanel
from mmdesk.ui.panels.card import ModalityCard
from mmdesk.ui.panels.microphone import MicrophonePanel
from mmdesk.ui.panels.typed_text import TypedTextPanel
from mmdesk.ui.timeline import TimelineBar


class FrozenView:
    """Puts kept moments into the panels, and everything back when the window goes on.

    Attributes:
        snapshot: The moment on screen; None while the window runs.
    """

    def __init__(
        self,
        camera: CameraPanel,
        microphone: MicrophonePanel,
        text: TypedTextPanel,
        answer: AnswerPanel,
        workbench: Workbench,
        timeline: TimelineBar,
    ) -> None:
        self._camera, self._microphone, self._text = camera, microphone, text
        self._answer, self._workbench, self._timeline = answer, workbench, timeline
        self._frame: Frame | None = None
        self._newest_s: float | None = None
        self._typed: str | None = None
        self.snapshot: Snapshot | None = None

    def begin(self, frame: Frame | None) -> None:
        """The window stands still from now on, with this picture."""
        self._frame, self._typed, self.snapshot = frame, None, None
        self._timeline.forget()
        self._timeline.show()
        if not self._text.box.hasFocus():
            self._timeline.view.setFocus()  # the arrow keys go through time

    def end(self) -> None:
        """The window goes on."""
        self._timeline.hide()
        self.show_explanation(None)
        if self._typed is not None:
            self._text.show_text(self._typed)
        self._frame, self._newest_s, self._typed, self.snapshot = None, None, None, None

    def note_text(self, text: str) -> None:
        """A recording has typed meanwhile: that is shown when the window goes on."""
        self._typed = text

    def show_span(self, span: HistorySpan) -> None:
        """Show what can be gone back to."""
        self._newest_s = span.ticks[-1].time_s if span.ticks else None
        self._timeline.show_span(span)

    def show_snapshot(self, snapshot: Snapshot) -> None:
        """Show a moment in every panel."""
        self.snapshot = snapshot
        prediction = snapshot.prediction
        self.show_explanation(None)
        self._timeline.show_snapshot(snapshot)
        self._answer.show_prediction(prediction)
        self._workbench.show_snapshot(prediction)
        for modality, card in self._cards().items():
            card.show_presence(prediction.presence(modality))
        is_freeze = snapshot.as_it_was and prediction.time_s == self._newest_s
        if is_freeze and self._frame is not None:
            self._camera.preview.show_frame(self._frame)  # in full size
        elif isinstance(picture := snapshot.inputs.get(Modality.IMAGE), ImageInput):
            self._camera.preview.show_frame(Frame(picture.frame_rgb, prediction.time_s, 0))
        if self._typed is None:
            self._typed = self._text.box.toPlainText()
        read = snapshot.inputs.get(Modality.TEXT)
        self._text.show_text(self._typed if is_freeze else read.text if isinstance(read, TextInput) else "")

    def show_rerun(self, rerun: Rerun) -> None:
        """Show what came of running the last seconds again."""
        self._timeline.show_rerun(rerun)

    def show_explanation(self, explanation: Explanation | None) -> None:
        """Mark what speaks for the answer in each input, or clear the marks."""
        self._camera.show_explanation(explanation)
        self._microphone.show_explanation(explanation, self._newest_s)
        self._text.show_explanation(explanation)

    def _cards(self) -> Mapping[Modality, ModalityCard]:
        return {Modality.IMAGE: self._camera, Modality.AUDIO: self._microphone, Modality.TEXT: self._text}
