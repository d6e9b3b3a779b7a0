"""What the microphone hears: its level and the last seconds as a spectrogram."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QLinearGradient, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from mmdesk.core.explanation import AudioAttribution, Explanation
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.core.sound_display import FLOOR_DB, HOP_S, MEL_BANDS, SoundAnalyser, SoundDisplay
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.ui.language import number_text
from mmdesk.ui.panels.card import InputCard
from mmdesk.ui.panels.explanation_marks import (
    changes_nothing,
    colour_for,
    draw_legend,
    draw_note,
    draw_sign,
    matters,
    points,
    tinted,
)
from mmdesk.ui.panels.input_view import InputView
from mmdesk.ui.panels.message import draw_message
from mmdesk.ui.problems import words_of
from mmdesk.ui.repaint_gate import RepaintGate
from mmdesk.ui.source_picker import SourcePicker
from mmdesk.ui.spoken import show_as
from mmdesk.ui.theme import DARK, Look, spectrogram_table
from mmdesk.ui.words import status_words

SHOWN_S = 6.0
_COLUMNS = int(SHOWN_S / HOP_S)
_LOUD_DB = -18.0
_QUIET_DB = -80.0
_CLIPPING_DB = -0.5
_OUTLINED_FROM = 0.5


def _scaled(columns_db: np.ndarray) -> np.ndarray:
    """Turn levels into places of the colour table, uint8."""
    return np.clip((columns_db - _QUIET_DB) * (255.0 / (_LOUD_DB - _QUIET_DB)), 0, 255).astype(np.uint8)


_INPUT = Input(Modality.AUDIO, Modality.AUDIO)


class SpectrogramView(InputView):
    """Scrolls log-mel columns from right to left, low tones at the bottom.

    The pixels lie in a ring written twice, so that the newest `SHOWN_S` seconds are always one rectangle of
    one image: new columns cost their own size and scrolling costs nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pixels = np.zeros((MEL_BANDS, 2 * _COLUMNS), dtype=np.uint8)
        self._image = QImage(self._pixels.data, 2 * _COLUMNS, MEL_BANDS, 2 * _COLUMNS, QImage.Format.Format_Indexed8)
        self._image.setColorTable(spectrogram_table(DARK, self.index))
        self._next = 0
        self._gate = RepaintGate(self)
        self._explanation: AudioAttribution | None = None
        self._answer = ""
        self._age_s: float | None = None
        self._heard_pixels = np.zeros((MEL_BANDS, 1), dtype=np.uint8)
        self._heard = QImage()
        self._tiles = QImage()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for image in (self._image, self._heard):
            image.setColorTable(spectrogram_table(look.theme, self.index))
        self._colour_tiles()

    def show_state(self, state: SourceState) -> None:
        before = self.state
        super().show_state(state)
        if state.status is SourceStatus.OFF or (before is not None and before.name != state.name):
            self.forget()

    def explain(self, explanation: Explanation | None, name: str, newest_s: float | None = None) -> None:
        part = None if explanation is None else explanation.part(name, AudioAttribution)
        self.show_explanation(part, "" if explanation is None else explanation.label, newest_s)

    def show_explanation(
        self, explanation: AudioAttribution | None, answer: str = "", newest_s: float | None = None
    ) -> None:
        """Show the utterance alone, with marks on what speaks for the answer; with None, the running sound again.

        The utterance is drawn from its own samples, as the model heard it: from the plot of the running sound it may
        have gone, and a perturbation was never in it.

        Args:
            explanation: What to mark.
            answer: The answer.
            newest_s: Time of the newest sound, on the clock of ``AudioAttribution.end_time_s``: the time axis then
                tells how long ago the utterance was, else how long it is.
        """
        self._explanation, self._answer = explanation, answer
        self._age_s = None if explanation is None or newest_s is None else max(0.0, newest_s - explanation.end_time_s)
        if explanation is not None:
            # Silence behind it, so that the last window of the analysis is full.
            padded = np.concatenate([explanation.wave_mono, np.zeros(SAMPLE_RATE_HZ // 20, np.float32)])
            self._heard_pixels = np.ascontiguousarray(_scaled(SoundAnalyser().analyse(padded).columns_db).T[::-1])
            count = self._heard_pixels.shape[1]
            self._heard = QImage(self._heard_pixels.data, count, MEL_BANDS, count, QImage.Format.Format_Indexed8)
            self._heard.setColorTable(spectrogram_table(self._look.theme, self.index))
        self._colour_tiles()
        self.setAccessibleDescription(" ".join(self.message()) if explanation is None else self.explanation_words())
        self.update()

    def explanation_words(self) -> str:
        """What the strongest mark makes up when it is left out, or why nothing is marked, in words."""
        if self._explanation is None or not matters(self._explanation.scale):
            return changes_nothing(self._answer)
        strongest = float(self._explanation.grid.flat[np.abs(self._explanation.grid).argmax()])
        return self.tr("when left out: up to {points} points").format(points=points(strongest))

    def _colour_tiles(self) -> None:
        self._tiles = QImage()
        if self._explanation is not None and matters(self._explanation.scale):
            veil = QColor(self._look.theme.screen)
            veil.setAlpha(165)
            # High tones first, as on screen.
            upright = (self._explanation.grid / self._explanation.scale)[::-1]
            self._tiles = tinted(upright, self._look, self.index, veil, most_alpha=120)

    def append(self, columns_db: np.ndarray) -> None:
        """Append (n, MEL_BANDS) columns, oldest first."""
        columns = columns_db[-_COLUMNS:]
        if not len(columns):
            return
        scaled = _scaled(columns)
        indices = (self._next + np.arange(len(scaled))) % _COLUMNS
        upright = scaled.T[::-1]
        self._pixels[:, indices] = upright
        self._pixels[:, indices + _COLUMNS] = upright
        self._next = int(indices[-1] + 1) % _COLUMNS
        self._gate.request()

    def shown(self) -> np.ndarray:
        """The (MEL_BANDS, columns) uint8 picture now on screen, oldest column first, high tones first."""
        return self._pixels[:, self._next : self._next + _COLUMNS]

    def forget(self) -> None:
        """Begin with silence: another source."""
        self._pixels[:] = 0
        self.show_explanation(None)

    def message(self) -> tuple[str, ...]:
        """What is told instead of the plot: a headline, the problem, the remedy."""
        if self.state is None or self.state.status is SourceStatus.OFF:
            return (self.tr("No microphone chosen"), self.tr("Choose one in the list above."))
        status = self.state.status
        if status is SourceStatus.STARTING:
            return (self.tr("Starting the microphone …"), self.state.name)
        if status in (SourceStatus.LOST, SourceStatus.FAILED):
            return (status_words(status).capitalize(), *words_of(self.state.problem))
        return ()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(200), self._look.px(64))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        theme = self._look.theme
        painter.fillRect(self.rect(), QColor(theme.screen))
        if message := self.told():
            draw_message(painter, QRectF(self.rect()), self._look, *message)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._explanation is None:
            painter.drawImage(QRectF(self.rect()), self._image, QRectF(self._next, 0, _COLUMNS, MEL_BANDS))
            ends = self._ago(SHOWN_S), self._ago(0.0)
        else:
            duration_s = self._explanation.time_edges_s[-1]
            # The analysis centres its first window on the first sample.
            painter.drawImage(QRectF(self.rect()), self._heard, QRectF(0.5, 0, duration_s / HOP_S, MEL_BANDS))
            self._draw_explanation(painter, self._explanation)
            ends = self.tr("0 s"), self.tr("{seconds} s").format(seconds=number_text(duration_s, ".1f"))
            if self._age_s is not None:
                ends = self._ago(self._age_s + duration_s), self._ago(self._age_s)
        if not self.bare:
            self._draw_scale(painter, *ends)

    def tile_area(self, band: int, piece: int) -> QRectF:
        """Where one tile of the explanation is drawn, in widget coordinates; empty where none is."""
        if self._explanation is None:
            return QRectF()
        seconds, hertz = self._explanation.time_edges_s, self._explanation.frequency_edges_hz
        left, right = (seconds[index] / seconds[-1] * self.width() for index in (piece, piece + 1))
        bottom, top = (self._y_of(hertz[index]) for index in (band, band + 1))
        return QRectF(QPointF(left, top), QPointF(right, bottom))

    def _y_of(self, hertz: float) -> float:
        """Return the place of a tone: the bands on screen are even on the mel scale, with their middles inside."""
        low, high, here = (2595 * np.log10(1 + tone / 700) for tone in (60.0, 8_000.0, hertz))
        row = (here - low) / (high - low) * (MEL_BANDS + 1) - 0.5
        return float(self.height() * (1 - np.clip(row / MEL_BANDS, 0.0, 1.0)))

    def _draw_explanation(self, painter: QPainter, explanation: AudioAttribution) -> None:
        px = self._look.px
        room = QRectF(self.rect()).adjusted(px(5 if self.bare else 70), px(5), -px(5), -px(5))
        if self._tiles.isNull():
            draw_note(painter, room, self._look, self.explanation_words(), at_bottom=False)
            return
        bands, pieces = explanation.grid.shape
        area = self.tile_area(0, 0).united(self.tile_area(bands - 1, pieces - 1))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
        painter.drawImage(area, self._tiles)
        self._draw_outlines(painter, explanation)
        for flat in (int(explanation.grid.argmax()), int(explanation.grid.argmin())):
            band, piece = divmod(flat, pieces)
            value = float(explanation.grid[band, piece]) / explanation.scale
            if abs(value) >= _OUTLINED_FROM:
                draw_sign(painter, self.tile_area(band, piece).center(), self._look, self.index, value, px(17))
        note = "" if self.bare else self.explanation_words()
        draw_legend(painter, room, self._look, self.index, self._answer, note, at_bottom=False)

    def _draw_outlines(self, painter: QPainter, explanation: AudioAttribution) -> None:
        """Draw around what makes up half of the strongest tile or more, what speaks for and against by itself."""
        bands, pieces = explanation.grid.shape
        for sign in (1.0, -1.0):
            inside = np.pad(explanation.grid * sign >= _OUTLINED_FROM * explanation.scale, 1)
            lines: list[QLineF] = []
            for band in range(bands):
                for piece in range(pieces):
                    if not inside[band + 1, piece + 1]:
                        continue
                    tile = self.tile_area(band, piece)
                    for neighbour, line in (
                        (inside[band + 2, piece + 1], QLineF(tile.topLeft(), tile.topRight())),
                        (inside[band, piece + 1], QLineF(tile.bottomLeft(), tile.bottomRight())),
                        (inside[band + 1, piece], QLineF(tile.topLeft(), tile.bottomLeft())),
                        (inside[band + 1, piece + 2], QLineF(tile.topRight(), tile.bottomRight())),
                    ):
                        if not neighbour:
                            lines.append(line)
            colour = QColor(self._look.theme.text) if sign > 0 else colour_for(self._look, self.index, sign)
            painter.setPen(QPen(colour, self._look.px(2)))
            painter.drawLines(lines)

    def _draw_scale(self, painter: QPainter, first: str, last: str) -> None:
        px = self._look.px
        painter.setFont(self._look.font(14))
        area = QRectF(self.rect()).adjusted(px(5), px(5), -px(5), -px(5))
        top, bottom = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignBottom
        left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        corners = ((first, bottom | left), (last, bottom | right), ("8 kHz", top | left))
        for words, corner in corners:
            # A ground of its own keeps each word legible over loud sound.
            ground = painter.boundingRect(area.adjusted(px(4), 0, -px(4), 0), corner, words)
            painter.fillRect(ground.adjusted(-px(4), 0, px(4), 0), QColor(self._look.theme.screen))
            painter.setPen(QColor(self._look.theme.muted))
            painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)

    def _ago(self, age_s: float) -> str:
        if age_s < HOP_S:
            return self.tr("now")
        seconds = number_text(age_s, ".0f" if abs(age_s - round(age_s)) < HOP_S else ".1f")
        return self.tr("−{seconds} s").format(seconds=seconds)


class LevelMeter(QWidget):
    """The loudness of the newest sound, and its peak.

    Attributes:
        level_db: Root mean square, dB of full scale.
        peak_db: Peak, falling back slowly so that it can be read.
        index: The input's place in the model's order, which gives its colour.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        show_as(self, QAccessible.Role.Graphic)
        self._look = Look(DARK, 1.0)
        self._gate = RepaintGate(self)
        self.level_db = FLOOR_DB
        self.peak_db = FLOOR_DB
        self.index = 0
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
            colour = self._look.colour(self.index)
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


class MicrophonePanel(InputCard):
    """Level meter, spectrogram and microphone picker."""

    def __init__(self, one: Input = _INPUT, parent: QWidget | None = None) -> None:
        super().__init__(one, parent)
        self.meter = LevelMeter()
        self.view = self.spectrogram = SpectrogramView()
        self.take_picker(
            SourcePicker(lambda: self.tr("Sound file…"), lambda: self.tr("speech.wav, or any file with sound"))
        )
        self.finish_header()
        row = QHBoxLayout()
        row.addWidget(self.meter)
        row.addWidget(self.spectrogram, 1)
        self.body.addLayout(row, 1)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.meter.index = self.spectrogram.index = self.index
        for part in (self.picker, self.meter, self.spectrogram):
            if part is not None:
                part.set_look(look)

    def show_sound(self, sound: SoundDisplay) -> None:
        """Draw new sound."""
        self.meter.show_level(sound.level_db, sound.peak_db)
        self.spectrogram.append(sound.columns_db)

    def show_state(self, state: SourceState) -> None:
        super().show_state(state)
        if state.status not in (SourceStatus.RUNNING, SourceStatus.STARTING):
            self.meter.level_db = self.meter.peak_db = FLOOR_DB
            self.meter.update()

    def retranslate(self) -> None:
        self.title.setText(self.named(self.tr("Microphone")))
        super().retranslate()
        if self.picker is not None:
            self.picker.name(self.tr("Choose the microphone"))
            self.picker.retranslate()
        self.meter.setAccessibleName(self.tr("Loudness"))
        self.meter.setToolTip(self.tr("Loudness"))
        self.spectrogram.setAccessibleName(self.tr("Spectrogram of the last seconds"))
        self.spectrogram.update()
