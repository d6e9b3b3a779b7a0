"""What the microphone hears: its level and the last seconds as a spectrogram."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from mmdesk.core.modality import Modality
from mmdesk.core.sound_display import FLOOR_DB, HOP_S, MEL_BANDS, SoundDisplay
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.ui.panels.card import ModalityCard
from mmdesk.ui.panels.message import draw_message
from mmdesk.ui.problems import told
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.source_picker import SourcePicker
from mmdesk.ui.theme import DARK, Look, spectrogram_table
from mmdesk.ui.words import status_words

SHOWN_S = 6.0
_COLUMNS = int(SHOWN_S / HOP_S)
_LOUD_DB = -18.0
_QUIET_DB = -80.0
_CLIPPING_DB = -0.5


class SpectrogramView(QWidget):
    """Scrolls log-mel columns from right to left, low tones at the bottom.

    The pixels lie in a ring written twice, so that the newest `SHOWN_S` seconds are always one rectangle of
    one image: new columns cost their own size and scrolling costs nothing.

    Attributes:
        state: How the source is doing; a problem is told over the plot.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._pixels = np.zeros((MEL_BANDS, 2 * _COLUMNS), dtype=np.uint8)
        self._image = QImage(self._pixels.data, 2 * _COLUMNS, MEL_BANDS, 2 * _COLUMNS, QImage.Format.Format_Indexed8)
        self._image.setColorTable(spectrogram_table(DARK))
        self._next = 0
        self._gate = RepaintGate(self)
        self.state: SourceState | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self._image.setColorTable(spectrogram_table(look.theme))
        self.update()

    def append(self, columns_db: np.ndarray) -> None:
        """Append (n, MEL_BANDS) columns, oldest first."""
        columns = columns_db[-_COLUMNS:]
        if not len(columns):
            return
        scaled = np.clip((columns - _QUIET_DB) * (255.0 / (_LOUD_DB - _QUIET_DB)), 0, 255).astype(np.uint8)
        places = (self._next + np.arange(len(scaled))) % _COLUMNS
        upright = scaled.T[::-1]
        self._pixels[:, places] = upright
        self._pixels[:, places + _COLUMNS] = upright
        self._next = int(places[-1] + 1) % _COLUMNS
        self._gate.request()

    def shown(self) -> np.ndarray:
        """The (MEL_BANDS, columns) uint8 picture now on screen, oldest column first, high tones first."""
        return self._pixels[:, self._next : self._next + _COLUMNS]

    def forget(self) -> None:
        """Begin with silence: another source."""
        self._pixels[:] = 0
        self.update()

    def message(self) -> tuple[str, ...]:
        """What is told instead of the plot: a headline, the problem, the remedy."""
        if self.state is None or self.state.status is SourceStatus.OFF:
            return (self.tr("No microphone chosen"), self.tr("Choose one in the list above."))
        status = self.state.status
        if status is SourceStatus.STARTING:
            return (self.tr("Starting the microphone …"), self.state.name)
        if status in (SourceStatus.LOST, SourceStatus.FAILED):
            return (status_words(status).capitalize(), told(self.state.problem), told(self.state.remedy))
        return ()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), QColor(theme.screen))
        if message := self.message():
            draw_message(painter, QRectF(self.rect()), self._look, *message)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image, QRectF(self._next, 0, _COLUMNS, MEL_BANDS))
        self._draw_scale(painter)

    def _draw_scale(self, painter: QPainter) -> None:
        px = self._look.px
        painter.setFont(self._look.font(14))
        area = QRectF(self.rect()).adjusted(px(5), px(5), -px(5), -px(5))
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        ago = self.tr("−{seconds} s").format(seconds=round(SHOWN_S))
        for words, corner in ((ago, bottom | left), (self.tr("now"), bottom | right), ("8 kHz", top | left)):
            # A ground of its own keeps each word legible over loud sound.
            ground = painter.boundingRect(area.adjusted(px(4), 0, -px(4), 0), corner, words)
            painter.fillRect(ground.adjusted(-px(4), 0, px(4), 0), QColor(self._look.theme.screen))
            painter.setPen(QColor(self._look.theme.muted))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)


class LevelMeter(QWidget):
    """The loudness of the newest sound, and its peak.

    Attributes:
        level_db: Root mean square, dB of full scale.
        peak_db: Peak, falling back slowly so that it can be read.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = Look(DARK, 1.0)
        self._gate = RepaintGate(self)
        self.level_db = FLOOR_DB
        self.peak_db = FLOOR_DB
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self._look = look
        self.setFixedWidth(look.px(18))
        self.update()

    def show_level(self, level_db: float, peak_db: float) -> None:
        """Show a level; the peak mark falls by 1.5 dB a call."""
        self.level_db = level_db
        self.peak_db = max(peak_db, self.peak_db - 1.5, FLOOR_DB)
        self._gate.request()

    def share(self, value_db: float) -> float:
        """Where a level stands on the meter, in [0, 1]; −66 dB is the foot."""
        return min(1.0, max(0.0, (value_db + 66.0) / 66.0))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.card))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        radius = area.width() / 3
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._look.theme.track))
        painter.drawRoundedRect(area, radius, radius)
        height = area.height() * self.share(self.level_db)
        if height > 1:
            colour = self._look.colour(Modality.AUDIO)
            gradient = QLinearGradient(area.topLeft(), area.bottomLeft())
            gradient.setColorAt(0.0, colour.lighter(125))
            gradient.setColorAt(0.6, colour)
            gradient.setColorAt(1.0, colour.darker(135))
            painter.setBrush(gradient)
            bar = QRectF(area.left(), area.bottom() - height, area.width(), height)
            painter.drawRoundedRect(bar, min(radius, height / 2), min(radius, height / 2))
        if self.peak_db > FLOOR_DB + 1:
            thickness = self._look.px(3)
            top = area.bottom() - area.height() * self.share(self.peak_db)
            clipping = self.peak_db > _CLIPPING_DB
            painter.setBrush(QColor(self._look.theme.state if clipping else self._look.theme.text))
            top = min(max(top, 0.0), area.bottom() - thickness)
            painter.drawRect(QRectF(area.left(), top, area.width(), thickness))


class MicrophonePanel(ModalityCard):
    """Level meter, spectrogram and microphone picker."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Modality.AUDIO, parent)
        self.picker = SourcePicker(
            lambda: self.tr("Sound file…"), lambda: self.tr("speech.wav, or any file with sound")
        )
        self.meter = LevelMeter()
        self.spectrogram = SpectrogramView()
        self.header.addWidget(self.picker, 1)
        self.finish_header()
        row = QHBoxLayout()
        row.addWidget(self.meter)
        row.addWidget(self.spectrogram, 1)
        self.body.addLayout(row, 1)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for part in (self.picker, self.meter, self.spectrogram):
            part.set_look(look)

    def show_sound(self, sound: SoundDisplay) -> None:
        """Draw new sound."""
        self.meter.show_level(sound.level_db, sound.peak_db)
        self.spectrogram.append(sound.columns_db)

    def show_state(self, state: SourceState) -> None:
        super().show_state(state)
        before = self.spectrogram.state
        self.spectrogram.state = state
        if state.status is SourceStatus.OFF or (before is not None and before.name != state.name):
            self.spectrogram.forget()
        if state.status not in (SourceStatus.RUNNING, SourceStatus.STARTING):
            self.meter.level_db = self.meter.peak_db = FLOOR_DB
            self.meter.update()
        self.spectrogram.setAccessibleDescription(" ".join(self.spectrogram.message()))
        self.spectrogram.update()

    def retranslate(self) -> None:
        self.title.setText(self.tr("Microphone"))
        super().retranslate()
        self.picker.setAccessibleName(self.tr("Choose the microphone"))
        self.picker.setToolTip(self.tr("Choose the microphone"))
        self.picker.retranslate()
        self.meter.setAccessibleName(self.tr("Loudness"))
        self.meter.setToolTip(self.tr("Loudness"))
        self.spectrogram.setAccessibleName(self.tr("Spectrogram of the last seconds"))
        self.spectrogram.update()
