"""The predicted class, as large as the window allows, and how sure the model is of every class."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from mmdesk.core.live_stats import ModelState
from mmdesk.core.prediction import Prediction
from mmdesk.ui.audience.preview import StagePreview
from mmdesk.ui.elided import Elided
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.lettering import lettering
from mmdesk.ui.model_words import calibration_note
from mmdesk.ui.panels.card import Aside, Card
from mmdesk.ui.panels.message import draw_message
from mmdesk.ui.panels.probabilities import ProbabilityBars
from mmdesk.ui.problems import words_of
from mmdesk.ui.spoken import Spoken
from mmdesk.ui.theme import DARK, Look
from mmdesk.ui.words import percent, undecided_words

_LEAST_LABEL_PX = 64
"""Type below which a label is rather wrapped than made smaller, at 1920 × 1080."""
_SAY_EXPLAINING_AFTER_MS = 300
_LOADING = ModelState(name="", ready=False)


class AnswerView(QWidget):
    """Draws the label and its confidence, or why there is none.

    Signals:
        prediction_painted: The prediction, when it has just been drawn.
    """

    prediction_painted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._prediction: Prediction | None = None
        self._reported: Prediction | None = None
        self._spoken = Spoken(self, self.words, self.headline, role=QAccessible.Role.StaticText)
        self._dots = 0
        self.elided = Elided(self)
        self.model = _LOADING
        self._timer = QTimer(self, interval=600)
        self._timer.timeout.connect(self._on_tick)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.update()

    def show_model(self, model: ModelState) -> None:
        """Show loading, failure, or wait for the first prediction."""
        self.model = model
        self._prediction = None
        self._run_timer()
        self._spoken.note()
        self.update()

    def show_prediction(self, prediction: Prediction) -> None:
        """Draw this prediction next."""
        self._prediction = prediction
        self._spoken.note()
        self.update()

    def headline(self) -> str:
        """The label; "—" when the model has nothing to go on; empty while there is no model."""
        if not self.model.ready or self._prediction is None:
            return ""
        return self._prediction.label or "—"

    def detail(self) -> str:
        """The words under the label."""
        if self.model.problem:
            return words_of(self.model.problem).sentence
        if not self.model.ready:
            return self.tr("Loading the model …")
        if self._prediction is None:
            return self.tr("Waiting for the first answer …")
        confidence = self._prediction.confidence
        if confidence is None:
            return undecided_words(self._prediction)
        return self.tr("{percent} sure").format(percent=percent(confidence))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(320), self._look.px(300))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        self.elided.begin()
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        area = QRectF(self.rect())
        if self.model.problem:
            remedy = words_of(self.model.problem).remedy
            draw_message(painter, area, self._look, self.tr("No model"), self.detail(), remedy, headline_px=40)
        elif not self.headline():
            words, name = self.detail(), ""
            if not self.model.ready:  # its dots are drawn one after the other
                words, name = words.removesuffix("…").rstrip() + " ." * self._dots, self.model.name
            draw_message(painter, area, self._look, words, name, headline_px=30)
        else:
            self._draw_answer(painter, area)
        painter.end()
        if self._prediction is not None and self._prediction is not self._reported:
            self._reported = self._prediction
            self.prediction_painted.emit(self._prediction)

    def _draw_answer(self, painter: QPainter, area: QRectF) -> None:
        theme, certain = self._look.theme, self._prediction is not None and self._prediction.confidence is not None
        detail_height = min(self._look.px(64), area.height() * 0.24)
        upper = area.adjusted(0, 0, 0, -detail_height)
        label_font = self._fitting(self.headline(), upper)
        words, letters = self.headline(), None
        height: float = QFontMetricsF(label_font).height()
        if label_font.pixelSize() < self._look.px(_LEAST_LABEL_PX) and words != "—":
            upper = upper.adjusted(upper.width() * 0.03, 0, -upper.width() * 0.03, 0)
            largest = self._look.font(_LEAST_LABEL_PX, QFont.Weight.Bold)
            letters = lettering(words, upper, largest, self._look.px(16))
            height = letters.height
            self.elided.note(words, words if letters.whole else " ".join(letters.lines))
        # A long label is low: then the words below it move up, and both stand in the middle together.
        upper.setHeight(min(upper.height(), height))
        upper.moveTop((area.height() - upper.height() - detail_height) / 2)
        painter.setPen(QColor(theme.answer if certain else theme.rest))
        if letters is not None:
            letters.draw(painter, upper)
        else:
            painter.setFont(label_font)
            painter.drawText(upper, int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip), words)
        lower = QRectF(area.left(), upper.bottom(), area.width(), detail_height)
        font = self._look.font(42 if certain else 26, QFont.Weight.DemiBold if certain else QFont.Weight.Normal)
        font.setPixelSize(min(font.pixelSize(), int(detail_height * 0.8)))
        share = area.width() / max(1.0, QFontMetricsF(font).horizontalAdvance(self.detail()))
        font.setPixelSize(max(10, int(font.pixelSize() * min(1.0, share))))
        painter.setFont(font)
        painter.setPen(QColor(theme.text if certain else theme.muted))
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter, self.detail())

    def _fitting(self, text: str, area: QRectF) -> QFont:
        """The largest bold font in which the text fits; a digit's ink is about 0.73 of its size high."""
        font = self._look.font(10, QFont.Weight.Bold)
        size = area.height() * (1.06 if text != "—" else 0.5)
        font.setPixelSize(max(12, int(size)))
        width = QFontMetricsF(font).horizontalAdvance(text)
        if width > area.width() * 0.94:
            font.setPixelSize(max(12, int(size * area.width() * 0.94 / width)))
        return font

    def words(self) -> str:
        """The answer and how sure it is; said aloud when the label changes, not for the flicker of its confidence."""
        return ", ".join(filter(None, (self.headline(), self.detail())))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._run_timer()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._run_timer()

    def _run_timer(self) -> None:
        if self.isVisible() and not self.model.ready and not self.model.problem:
            self._timer.start()
        else:
            self._timer.stop()

    def _on_tick(self) -> None:
        self._dots = (self._dots + 1) % 4
        self.update()


class AnswerPanel(Card):
    """The answer, every class's probability, and the buttons of the stage: why, freeze, audience and full screen.

    Signals:
        pause_toggled: Whether the window stands still from now on.
        model_wanted: The user wants to open another model, because this one failed.
        bundled_model_wanted: The user wants the bundled one, for the same reason.
        doctor_wanted: The user wants to see the diagnostics.
    """

    pause_toggled = Signal(bool)
    model_wanted = Signal()
    bundled_model_wanted = Signal()
    doctor_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _LOADING
        self._preview: StagePreview | None = None
        self.aside = Aside()
        self.pause_button = QPushButton()
        self.pause_button.setCheckable(True)
        self.pause_button.toggled.connect(self._on_pause_toggled)
        self.why_button = QPushButton()
        self.why_button.clicked.connect(self._on_why)
        # What is explained at once needs no word of it.
        self._explaining = QTimer(self, singleShot=True, interval=_SAY_EXPLAINING_AFTER_MS)
        self._explaining.timeout.connect(self._say_explaining)
        self.audience_button = GlyphButton("audience")
        self.full_screen_button = GlyphButton("full screen")
        self.header.addWidget(self.aside, 1)
        self.header.addWidget(self.why_button)
        self.header.addWidget(self.pause_button)
        self.header.addWidget(self.audience_button)
        self.header.addWidget(self.full_screen_button)
        self.view = AnswerView()
        self.bars = ProbabilityBars()
        self._row = QHBoxLayout()
        self._row.addWidget(self.view, 4)
        self._row.addWidget(self.bars, 6)
        self.body.addLayout(self._row, 1)
        self.open_button = QPushButton()
        self.open_button.clicked.connect(self.model_wanted)
        self.bundled_button = QPushButton()
        self.bundled_button.clicked.connect(self.bundled_model_wanted)
        self.doctor_button = QPushButton()
        self.doctor_button.clicked.connect(self.doctor_wanted)
        self._remedies = QHBoxLayout()
        self._remedies.addStretch(1)
        self._remedies.addWidget(self.open_button)
        self._remedies.addWidget(self.bundled_button)
        self._remedies.addWidget(self.doctor_button)
        self._remedies.addStretch(1)
        self.body.addLayout(self._remedies)
        self.show_model(_LOADING)
        self.retranslate()

    def show_beside(self, preview: StagePreview) -> None:
        """Show the presenter what the audience sees, while that is anything, to the right of the probabilities."""
        self._preview = preview
        self._row.addWidget(preview, 4)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._row.setSpacing(look.px(18))
        for part in (self.view, self.bars, self.audience_button, self.full_screen_button, self._preview):
            if part is not None:
                part.set_look(look)

    def focus_chain(self) -> list[QWidget]:
        """Return what the Tab key goes through, in its order."""
        return [self.why_button, self.pause_button, self.audience_button, self.full_screen_button]

    def show_model(self, model: ModelState) -> None:
        """Show where the model is."""
        self._model = model
        self.view.show_model(model)
        self.bars.set_labels(model.labels if model.ready else ())
        self.bars.setVisible(model.ready)
        for button in (self.open_button, self.bundled_button, self.doctor_button):
            button.setVisible(model.problem is not None)
        self.aside.setText(model.name if model.ready else "")
        self._note_calibration()

    def show_prediction(self, prediction: Prediction) -> None:
        """Draw a prediction. One that comes before the model is called ready is no news of the model: ignored."""
        if self._model.ready:
            self.view.show_prediction(prediction)
            self.bars.show_probabilities(prediction.labels, prediction.probabilities)

    def show_explaining(self, explaining: bool) -> None:
        """Say on the button that an explanation is being worked out, or no longer."""
        if explaining:
            self._explaining.start()
        else:
            self._explaining.stop()
            self.why_button.setText(self.tr("Why?"))

    def retranslate(self) -> None:
        self.title.setText(self.tr("Answer"))
        self.open_button.setText(self.tr("Open another model…"))
        self.bundled_button.setText(self.tr("Use the bundled model"))
        self.doctor_button.setText(self.tr("Diagnostics"))
        self.why_button.setText(self.tr("Why?"))
        self.why_button.setToolTip(
            self.tr("Freezes the window and marks which parts of the inputs support the answer (attribution, saliency)")
        )
        self.audience_button.setAccessibleName(self.tr("Audience window"))
        self.audience_button.setToolTip(self.tr("Shows the answer large, for a projector (Ctrl+Shift+P)"))
        self.full_screen_button.setAccessibleName(self.tr("Full screen"))
        self.full_screen_button.setToolTip(self.tr("Full screen (F11)"))
        self.view.setAccessibleName(self.tr("Answer of the model"))
        self.bars.setAccessibleName(self.tr("Probability of every class"))
        self._name_pause_button()
        self._note_calibration()
        self.view.update()
        self.bars.update()
        if self._preview is not None:
            self._preview.retranslate()

    def _note_calibration(self) -> None:
        note = calibration_note(self._model) if self._model.ready else ""
        self.aside.setToolTip(note)
        self.aside.setAccessibleDescription(note)

    def _on_why(self) -> None:
        self.pause_button.setChecked(True)  # what stands still is explained

    def _say_explaining(self) -> None:
        self.why_button.setText(self.tr("Explaining …"))

    def _on_pause_toggled(self, paused: bool) -> None:
        self._name_pause_button()
        self.pause_toggled.emit(paused)

    def _name_pause_button(self) -> None:
        paused = self.pause_button.isChecked()
        self.pause_button.setText(self.tr("Continue") if paused else self.tr("Freeze"))
        self.pause_button.setToolTip(self.tr("Freeze or continue (space bar)"))
