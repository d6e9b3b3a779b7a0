"""What the camera sees, and which part of it the model looks at."""

from __future__ import annotations

from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from mmdesk.core.explanation import Explanation, ImageAttribution
from mmdesk.core.frame import Frame, central_square
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.observation import Captured, ImageInput
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.ui.corner_marks import CornerMarks
from mmdesk.ui.glyphs import GlyphButton
from mmdesk.ui.panels.card import InputCard
from mmdesk.ui.panels.explanation_marks import (
    changes_nothing,
    draw_legend,
    draw_note,
    draw_sign,
    matters,
    points,
    tinted,
)
from mmdesk.ui.panels.input_view import InputView
from mmdesk.ui.panels.message import draw_message, draw_tag
from mmdesk.ui.picture_fit import fitted_image
from mmdesk.ui.problems import words_of
from mmdesk.ui.source_picker import SourcePicker
from mmdesk.ui.theme import Look
from mmdesk.ui.words import status_words

_SIGNED_FROM = 0.35
_LIGHT_OUTSIDE = 0.53
_INPUT = Input(Modality.IMAGE, Modality.IMAGE)


class PreviewView(InputView):
    """Draws the newest frame, dimmed outside the guide frame; the only mirrored picture in the program.

    Attributes:
        mirrored: Whether left and right are swapped on screen, as in a looking glass.
        frozen: Whether the picture stands still because the user wanted so.

    Signals:
        frame_painted: The frame, when it has just been drawn.
    """

    frame_painted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._frame: Frame | None = None
        self._newest: Frame | None = None
        self._frozen_frame: Frame | None = None
        self._reported: Frame | None = None
        self._fitted_image = QImage()
        self._fitted_of: tuple[Frame, QSize, bool] | None = None
        self._brackets, self._corners = CornerMarks(), CornerMarks()
        self._perturbed_rgb: NDArray[np.uint8] | None = None
        self._explanation: ImageAttribution | None = None
        self._answer = ""
        self._heat = QImage()
        self.mirrored = True
        self.frozen = False

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._colour_heat()

    def show_state(self, state: SourceState) -> None:
        changed_source = self.state is not None and state.name != self.state.name
        super().show_state(state)
        if state.status is SourceStatus.OFF or (changed_source and state.status is not SourceStatus.RUNNING):
            self._newest = None
            self.forget()
        if state.status is not SourceStatus.RUNNING:
            self.present = False

    def show_live(self, frame: Frame, *, draw: bool = True) -> None:
        """Take the newest frame, and draw it."""
        self._newest = frame
        if draw:
            self.show_frame(frame)

    def begin_freeze(self) -> None:
        self._frozen_frame, self.frozen = self._newest, True
        self.update()

    def show_snapshot(self, captured: Captured | None, time_s: float, *, is_freeze: bool) -> None:
        if is_freeze and self._frozen_frame is not None:
            self.show_frame(self._frozen_frame)  # in full size
        elif isinstance(captured, ImageInput):
            self.show_frame(Frame(captured.frame_rgb, time_s, 0))

    def end_freeze(self) -> None:
        self._frozen_frame, self.frozen = None, False
        self.update()

    def explain(self, explanation: Explanation | None, name: str, newest_s: float | None = None) -> None:  # noqa: ARG002
        part = None if explanation is None else explanation.part(name, ImageAttribution)
        self.show_explanation(part, "" if explanation is None else explanation.label)

    def set_mirrored(self, mirrored: bool) -> None:
        """Swap left and right on screen, or not."""
        self.mirrored = mirrored
        self.update()

    def show_explanation(self, explanation: ImageAttribution | None, answer: str = "") -> None:
        """Mark the places that speak for the answer over the picture; with None, no longer.

        The picture on screen should be the one that was explained.
        """
        self._explanation, self._answer = explanation, answer
        self._colour_heat()
        self.setAccessibleDescription(" ".join(self.message()) if explanation is None else self.explanation_words())
        self.update()

    def explanation_words(self) -> str:
        """What all marked places together make up, in words, and measured against what.

        The contribution beside it is of the whole picture, against no picture.
        """
        if self._explanation is None or not matters(self._explanation.scale):
            return changes_nothing(self._answer)
        return self.tr("compared with a blurred picture: {points} points").format(
            points=points(self._explanation.change)
        )

    def _colour_heat(self) -> None:
        self._heat = QImage()
        if self._explanation is not None and matters(self._explanation.scale):
            veil = QColor(self._look.theme.screen)
            veil.setAlpha(115)
            self._heat = tinted(self._explanation.heat, self._look, self.index, veil, most_alpha=215)

    def show_frame(self, frame: Frame) -> None:
        """Draw this frame next."""
        self._frame = frame
        self.update()

    def show_perturbed(self, frame_rgb: NDArray[np.uint8] | None) -> None:
        """Draw the picture as perturbed over the guide frame, or no longer with None: what the model sees instead."""
        if (frame_rgb is None) != (self._perturbed_rgb is None):
            self.update()  # else it is drawn with the next frame, of which there are more than predictions
        self._perturbed_rgb = frame_rgb

    def forget(self) -> None:
        """Show no picture: another source begins."""
        self._frame = self._reported = self._fitted_of = None
        self._fitted_image = QImage()
        self._perturbed_rgb = None
        self.show_explanation(None)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(220), self._look.px(100))

    def picture_area(self) -> QRectF:
        """Where the picture is drawn, in widget coordinates."""
        area = QRectF(self.rect())
        if self._frame is None:
            return area
        high, wide, _ = self._frame.frame_rgb.shape
        scale = min(area.width() / wide, area.height() / high)
        width, height = wide * scale, high * scale
        # Whole pixels: an edge between two of them would be blended, slowly, on every frame.
        left, top = round((area.width() - width) / 2), round((area.height() - height) / 2)
        return QRectF(left, top, round(width), round(height))

    def guide_area(self) -> QRectF:
        """The central square, which is all that the model sees, in widget coordinates and whole pixels."""
        if self._frame is None:
            return QRectF()
        picture = self.picture_area()
        top, left, side = central_square(int(picture.height()), int(picture.width()))
        return QRectF(picture.left() + left, picture.top() + top, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(self._look.theme.screen))
        if self._frame is not None:
            self._draw_picture(painter, self._frame)
        self._draw_words(painter)
        self._round_corners(painter)
        painter.end()
        if self._frame is not None and self._frame is not self._reported:
            self._reported = self._frame
            self.frame_painted.emit(self._frame)

    def _draw_picture(self, painter: QPainter, frame: Frame) -> None:
        picture, guide = self.picture_area(), self.guide_area()
        painter.drawImage(picture.topLeft(), self._fitted(frame, picture, guide))
        if self._perturbed_rgb is not None or not self._heat.isNull():
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.save()
            if self.mirrored:
                painter.translate(guide.left() + guide.right(), 0)
                painter.scale(-1, 1)
            self._draw_perturbed(painter, guide)
            painter.drawImage(guide, self._heat)
            painter.restore()
        self._draw_brackets(painter, guide)
        self._draw_explanation(painter, guide)

    def _fitted(self, frame: Frame, picture: QRectF, guide: QRectF) -> QImage:
        """The frame as it is shown, made once for each frame and size."""
        ratio = self.devicePixelRatioF()
        size = QSize(max(1, round(picture.width() * ratio)), max(1, round(picture.height() * ratio)))
        made_of = (frame, size, self.mirrored)
        if made_of != self._fitted_of:
            self._fitted_of = made_of
            inside = guide.translated(-picture.topLeft())
            edges = [round(edge * ratio) for edge in (inside.left(), inside.top(), inside.right(), inside.bottom())]
            bright = QRect(QPoint(edges[0], edges[1]), QPoint(edges[2] - 1, edges[3] - 1))
            image = fitted_image(
                frame.frame_rgb, size, mirrored=self.mirrored, bright=bright, light_outside=_LIGHT_OUTSIDE
            )
            image.setDevicePixelRatio(ratio)
            self._fitted_image = image
        return self._fitted_image

    def sign_places(self) -> list[tuple[float, QPointF]]:
        """The values of the strongest places for and against, and where they lie, in shares of the guide as drawn."""
        if self._explanation is None or not matters(self._explanation.scale):
            return []
        heat = self._explanation.heat
        found = []
        for flat in (int(heat.argmax()), int(heat.argmin())):
            row, column = np.unravel_index(flat, heat.shape)
            value = float(heat[row, column])
            if abs(value) >= _SIGNED_FROM:
                x = (float(column) + 0.5) / heat.shape[1]
                found.append((value, QPointF(1 - x if self.mirrored else x, (float(row) + 0.5) / heat.shape[0])))
        return found

    def _draw_explanation(self, painter: QPainter, guide: QRectF) -> None:
        if self._explanation is None:
            return
        edge = self._look.px(12)
        room = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        if self._heat.isNull():
            draw_note(painter, room, self._look, changes_nothing(self._answer), at_bottom=True)
            return
        for value, share in self.sign_places():
            place = QPointF(guide.left() + share.x() * guide.width(), guide.top() + share.y() * guide.height())
            draw_sign(painter, place, self._look, self.index, value, self._look.px(20))
        note = "" if self.bare else self.explanation_words()
        draw_legend(painter, room, self._look, self.index, self._answer, note, at_bottom=True)

    def _draw_perturbed(self, painter: QPainter, guide: QRectF) -> None:
        if self._perturbed_rgb is None:
            return
        height, width, _ = self._perturbed_rgb.shape
        top, left, side = central_square(height, width)
        stride = self._perturbed_rgb.strides[0]
        image = QImage(self._perturbed_rgb.data, width, height, stride, QImage.Format.Format_RGB888)
        painter.drawImage(guide, image, QRectF(left, top, side, side))

    def _draw_brackets(self, painter: QPainter, guide: QRectF) -> None:
        """Corners of the guide frame: coloured while the model looks, grey while it does not."""
        inset = self._look.px(9)
        arm = (guide.width() - 2 * inset) * 0.13
        colour = self._look.colour(self.index) if self.present else QColor("#c3ccd6")
        reach = inset + arm + self._look.px(8)
        self._brackets.draw(
            painter, guide, reach, (colour.rgb(), inset), partial(self._mark_brackets, inset, arm, colour)
        )

    def _mark_brackets(self, inset: float, arm: float, colour: QColor, painter: QPainter, guide: QRectF) -> None:
        square = guide.adjusted(inset, inset, -inset, -inset)
        path = QPainterPath()
        for x, y, dx, dy in (
            (square.left(), square.top(), arm, arm),
            (square.right(), square.top(), -arm, arm),
            (square.left(), square.bottom(), arm, -arm),
            (square.right(), square.bottom(), -arm, -arm),
        ):
            path.moveTo(x + dx, y)
            path.lineTo(x, y)
            path.lineTo(x, y + dy)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for pen_colour, width in ((QColor(0, 0, 0, 130), self._look.px(8)), (colour, self._look.px(4))):
            pen = QPen(pen_colour, width)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPath(path)

    def message(self) -> tuple[str, ...]:
        """What is told instead of, or over, the picture: a headline, the problem, the remedy."""
        if self.state is None or self.state.status is SourceStatus.OFF:
            return (self.tr("No camera chosen"), self.tr("Choose one in the list above."))
        status = self.state.status
        if status is SourceStatus.STARTING and self._frame is None:
            return (self.tr("Starting the camera …"), self.state.name)
        if status in (SourceStatus.LOST, SourceStatus.FAILED):
            return (status_words(status).capitalize(), *words_of(self.state.problem))
        if status is SourceStatus.ENDED and self._frame is None:
            return (status_words(status).capitalize(),)
        return ()

    def _draw_words(self, painter: QPainter) -> None:
        if message := self.told():
            if self._frame is not None:
                veil = QColor(self._look.theme.screen)
                veil.setAlpha(225)
                painter.fillRect(self.picture_area(), veil)
            draw_message(painter, QRectF(self.rect()), self._look, *message)
        if self.frozen and not self.bare:
            edge = self._look.px(12)
            draw_tag(painter, self.width() - edge, edge, self._look, self.tr("FROZEN"))

    def _round_corners(self, painter: QPainter) -> None:
        # Four small corners in the card's colour cost far less than drawing the picture through a rounded clip.
        radius, card = self._look.px(10), QColor(self._look.theme.card)
        area = QRectF(self.rect())
        self._corners.draw(painter, area, radius, card.rgb(), partial(self._mark_corners, radius, card))
        if self.frozen and not self.bare:
            painter.setPen(QPen(QColor(self._look.theme.state), self._look.px(4)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            half = self._look.px(4) / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.drawRoundedRect(area.adjusted(half, half, -half, -half), radius, radius)

    @staticmethod
    def _mark_corners(radius: float, card: QColor, painter: QPainter, area: QRectF) -> None:
        around = QPainterPath()
        around.setFillRule(Qt.FillRule.OddEvenFill)
        around.addRect(area)
        around.addRoundedRect(area, radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(around, card)


class CameraPanel(InputCard):
    """Preview, camera picker, mirror switch.

    Signals:
        mirror_toggled: Whether the preview is mirrored from now on.
    """

    mirror_toggled = Signal(bool)

    def __init__(self, one: Input = _INPUT, parent: QWidget | None = None) -> None:
        super().__init__(one, parent)
        self.mirror_button = GlyphButton("mirror", checkable=True, calm=True)
        self.mirror_button.setChecked(True)
        self.mirror_button.toggled.connect(self._on_mirror_toggled)
        self.view = self.preview = PreviewView()
        self.take_picker(
            SourcePicker(lambda: self.tr("Video file or address…"), lambda: self.tr("film.mp4 or http://… or rtsp://…"))
        )
        self.finish_header(self.mirror_button)
        self.body.addWidget(self.preview, 1)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self.preview.index = self.index
        for part in (self.picker, self.mirror_button, self.preview):
            if part is not None:
                part.set_look(look)

    def show_frame(self, frame: Frame, *, draw: bool) -> None:
        """Take the newest frame, and draw it."""
        self.preview.show_live(frame, draw=draw)

    def show_perturbed(self, captured: Captured | None) -> None:
        """Draw what became of the picture under perturbations, or no longer with None."""
        self.preview.show_perturbed(captured.frame_rgb if isinstance(captured, ImageInput) else None)

    def focus_chain(self) -> list[QWidget]:
        picker, *others = super().focus_chain()
        return [picker, self.mirror_button, *others]

    def set_mirrored(self, mirrored: bool) -> None:
        """Mirror the preview or not."""
        self.mirror_button.setChecked(mirrored)

    def retranslate(self) -> None:
        self.title.setText(self.named(self.tr("Camera")))
        super().retranslate()
        if self.picker is not None:
            self.picker.name(self.tr("Choose the camera"))
            self.picker.retranslate()
        self.mirror_button.setAccessibleName(self.tr("Mirror the picture"))
        self.mirror_button.setToolTip(self.tr("Mirrors the picture on screen. The model never sees it mirrored."))
        self.preview.setAccessibleName(self.tr("Camera picture"))
        self.preview.update()

    def _on_mirror_toggled(self, mirrored: bool) -> None:
        self.preview.set_mirrored(mirrored)
        self.mirror_toggled.emit(mirrored)
