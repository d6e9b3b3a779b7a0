"""The window while it stands still: any moment of the last half minute, and why."""

from __future__ import annotations

from mmdesk.core.explanation import Explanation
from mmdesk.core.history import HistorySpan, Rerun, Snapshot
from mmdesk.ui.input_panels import InputPanels
from mmdesk.ui.microscope.workbench import Workbench
from mmdesk.ui.panels.answer import AnswerPanel
from mmdesk.ui.timeline import TimelineBar
from mmdesk.ui.transport_bar import TransportBar


class FrozenView:
    """Puts kept moments into the panels, and everything back when the window goes on.

    Args:
        inputs: The inputs' panels.
        answer: The answer's panel.
        workbench: The microscope.
        timeline: Where moments of the last half minute are chosen.
        transport: Where those of a recording are, in its place.

    Attributes:
        snapshot: The moment on screen; None while the window runs.
    """

    def __init__(
        self,
        inputs: InputPanels,
        answer: AnswerPanel,
        workbench: Workbench,
        timeline: TimelineBar,
        transport: TransportBar,
    ) -> None:
        self._inputs = inputs
        self._answer, self._workbench = answer, workbench
        self._timeline, self._transport = timeline, transport
        self._newest_s: float | None = None
        self.snapshot: Snapshot | None = None

    def begin(self) -> None:
        """The window stands still from now on."""
        self.snapshot = None
        self._timeline.forget()
        self._timeline.setVisible(self._transport.isHidden())
        for card in self._inputs.cards.values():
            card.begin_freeze()

    def end(self) -> None:
        """The window goes on."""
        self._timeline.hide()
        self.show_explanation(None)
        for card in self._inputs.cards.values():
            card.end_freeze()
        self._newest_s, self.snapshot = None, None

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
        self._transport.show_snapshot(snapshot)
        self._answer.show_prediction(prediction)
        self._workbench.show_snapshot(prediction)
        is_freeze = snapshot.as_it_was and prediction.time_s == self._newest_s
        for card in self._inputs.cards.values():
            name = card.input.name
            card.show_presence(prediction.presence(name))
            card.show_snapshot(snapshot.inputs.get(name), prediction.time_s, is_freeze=is_freeze)

    def show_rerun(self, rerun: Rerun) -> None:
        """Show what came of running the last seconds again."""
        self._timeline.show_rerun(rerun)

    def show_explanation(self, explanation: Explanation | None) -> None:
        """Mark what speaks for the answer in each input, or clear the marks."""
        for card in self._inputs.cards.values():
            card.show_explanation(explanation, self._newest_s)
