"""Finds what does not fit in a window: parts outside their parents, parts over one another, words that are cut."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import combinations
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QFontMetricsF, QPainter, QPixmap, QRegion, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenuBar,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QStyle,
    QStyleOptionComboBox,
    QTabBar,
    QTableView,
    QWidget,
)

from mmdesk.ui.audience.board import StageBoard
from mmdesk.ui.audience.header import StageHeader
from mmdesk.ui.audience.scene_parts import ScenePart
from mmdesk.ui.microscope.methods_page import MethodsTable
from mmdesk.ui.teach.class_parts import Thumbnails

_TELLS_BY_PLACE = (MethodsTable, StageBoard, StageHeader, ScenePart, Thumbnails)
"""What tells the whole on hover by itself, and what nobody hovers over."""
_SLACK_PX = 1.0
_BORDER_PX = 6
_MOST_ROWS = 60
"""Rows of a table that are looked at."""
_DRAW_TEXT = QPainter.drawText
_ELIDE = {kind: kind.elidedText for kind in (QFontMetrics, QFontMetricsF)}


class Written:
    """One text that a widget has painted.

    Attributes:
        text: What.
        ink: Where its ink lies, in the widget's coordinates.
        room: Where it may lie: what is beyond is cut; None for no bounds of its own.
    """

    def __init__(self, text: str, ink: QRectF, room: QRectF | None) -> None:
        self.text, self.ink, self.room = text, ink, room


def _ink(painter: QPainter, area: QRectF, flags: int, text: str) -> QRectF:
    """Where the ink of a text lies that is drawn into an area."""
    metrics = QFontMetricsF(painter.font(), painter.device())
    if flags & Qt.TextFlag.TextWordWrap.value or "\n" in text:
        lines = metrics.boundingRect(area, flags, text)
        if lines.height() > 1.5 * metrics.height():
            return lines
    tight = metrics.tightBoundingRect(text)
    width, height = metrics.horizontalAdvance(text), metrics.height()
    left, top = area.left(), area.top()
    if flags & Qt.AlignmentFlag.AlignRight.value:
        left = area.right() - width
    elif flags & Qt.AlignmentFlag.AlignHCenter.value:
        left = area.center().x() - width / 2
    if flags & Qt.AlignmentFlag.AlignBottom.value:
        top = area.bottom() - height
    elif flags & Qt.AlignmentFlag.AlignVCenter.value:
        top = area.center().y() - height / 2
    # Hinted glyphs are told with up to a pixel too much on each side.
    return tight.translated(left, top + metrics.ascent()).adjusted(1, 1, -1, -1)


@contextmanager
def _recorded() -> Iterator[tuple[list[Written], list[str]]]:
    """Note every text that is painted with a `QPainter` from Python, and every one that is shortened."""
    found: list[Written] = []
    shortened: list[str] = []

    def elide(metrics: QFontMetrics | QFontMetricsF, text: str, *arguments: Any) -> str:
        short = _ELIDE[type(metrics)](metrics, text, *arguments)
        if short != text:
            shortened.append(text)
        return short

    def draw_text(painter: QPainter, *arguments: Any) -> Any:
        first = arguments[0]
        if isinstance(first, QRect | QRectF):
            area = QRectF(first)
            if isinstance(arguments[1], str):
                text, option = arguments[1], arguments[2] if len(arguments) > 2 else QTextOption()
                flags = option.alignment().value
                if option.wrapMode() != QTextOption.WrapMode.NoWrap:
                    flags |= Qt.TextFlag.TextWordWrap.value
            else:
                flags, text = int(getattr(arguments[1], "value", arguments[1])), arguments[2]
            room = None if flags & Qt.TextFlag.TextDontClip.value else area
            ink = _ink(painter, area, flags, text)
        else:
            place = QPointF(first) if isinstance(first, QPoint | QPointF) else QPointF(arguments[0], arguments[1])
            text, room = arguments[-1], None
            ink = QFontMetricsF(painter.font(), painter.device()).tightBoundingRect(text).translated(place)
        if text.strip():
            move = painter.transform()
            found.append(Written(text, move.mapRect(ink), None if room is None else move.mapRect(room)))
        return _DRAW_TEXT(painter, *arguments)

    QPainter.drawText = draw_text  # type: ignore[method-assign, assignment]
    for kind in _ELIDE:
        kind.elidedText = elide  # type: ignore[attr-defined]
    try:
        yield found, shortened
    finally:
        QPainter.drawText = _DRAW_TEXT  # type: ignore[method-assign]
        for kind, original in _ELIDE.items():
            kind.elidedText = original  # type: ignore[attr-defined]


def written(widget: QWidget) -> tuple[list[Written], list[str]]:
    """What a widget paints itself, its children left out, and what of it is shortened without being told on hover."""
    for name in ("_still", "_axes", "_clouds"):  # words that are drawn once and kept
        if hasattr(widget, name):
            setattr(widget, name, None)
    target = QPixmap(widget.size())
    with _recorded() as (found, shortened):
        widget.render(target, QPoint(), QRegion(), QWidget.RenderFlag.DrawWindowBackground)
    known = getattr(widget, "elided", None)
    if any(isinstance(widget, kind) for kind in _TELLS_BY_PLACE):
        shortened = []
    return found, [each for each in shortened if known is None or each not in known.whole]


def _painted(widget: QWidget) -> list[str]:
    found, untold = written(widget)
    faults = [f"“{each}” is shortened and no tool tip tells it" for each in untold]
    bounds = QRectF(widget.rect()).adjusted(-_SLACK_PX, -_SLACK_PX, _SLACK_PX, _SLACK_PX)
    for each in found:
        if each.ink.width() < 1:
            continue
        if not bounds.contains(each.ink):
            faults.append(f"“{each.text}” leaves the widget: {_sides(each.ink)} in {_sides(bounds)}")
        elif each.room is not None:
            room = each.room.adjusted(-_SLACK_PX, -_SLACK_PX, _SLACK_PX, _SLACK_PX)
            if not room.contains(each.ink):
                faults.append(f"“{each.text}” is cut: {_sides(each.ink)} in {_sides(each.room)}")
    for one, other in combinations(found, 2):
        common = one.ink.intersected(other.ink)
        if common.width() > _SLACK_PX and common.height() > _SLACK_PX:
            faults.append(f"“{one.text}” and “{other.text}” lie over one another: {_sides(common)}")
    return faults


def _sides(area: QRectF) -> str:
    return f"{area.left():.0f},{area.top():.0f} {area.width():.0f}×{area.height():.0f}"


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    return parent is not None and isinstance(parent.parentWidget(), QAbstractScrollArea)


def _placed(widget: QWidget) -> list[str]:
    parent = widget.parentWidget()
    area = parent.parentWidget() if parent is not None else None
    if isinstance(area, QScrollArea) and area.horizontalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        fits = widget.width() <= area.viewport().width()
        return [] if fits else [f"is {widget.width()} wide, and {area.viewport().width()} of it can be reached"]
    if parent is None or widget.isWindow() or _scrolls(widget) or isinstance(parent, QAbstractScrollArea | QMenuBar):
        return []
    if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
        return [f"lies outside its parent: {widget.geometry()} in {parent.rect()}"]
    return []


def _short_of_room(widget: QWidget) -> list[str]:
    """Whether an ordinary widget has less room than its words need."""
    if isinstance(widget, QLabel):
        return [] if paints_itself(widget) else _cut_label(widget)
    if isinstance(widget, QComboBox | QLineEdit):
        return _cut_field(widget)
    if isinstance(widget, QHeaderView):
        return _cut_header(widget)
    if isinstance(widget, QTableView | QListView):
        return _cut_cells(widget)
    if isinstance(widget, QTabBar) and widget.count() and widget.tabRect(widget.count() - 1).right() > widget.width():
        return [f"its last tab ends at {widget.tabRect(widget.count() - 1).right()} of {widget.width()}"]
    if isinstance(widget, QAbstractSpinBox | QAbstractButton | QTabBar) and not paints_itself(widget):
        needed = widget.sizeHint() if isinstance(widget, QAbstractButton) else widget.minimumSizeHint()
        words = widget.text() if isinstance(widget, QAbstractButton | QAbstractSpinBox) else ""
        if needed.width() > widget.width() + _SLACK_PX or needed.height() > widget.height() + 2:
            return [f"“{words}” needs {needed}, has {widget.size()}"]
    return []


def _cut_header(header: QHeaderView) -> list[str]:
    """A heading of a column or a row may be cut only where a tool tip tells the whole."""
    model, along = header.model(), header.orientation()
    if model is None:
        return []
    faults = []
    for section in range(header.count()):
        words = str(model.headerData(section, along, Qt.ItemDataRole.DisplayRole) or "")
        tip = str(model.headerData(section, along, Qt.ItemDataRole.ToolTipRole) or "")
        across = along is Qt.Orientation.Horizontal
        needed = header.fontMetrics().horizontalAdvance(words)
        room = header.sectionSize(section) if across else header.width()
        if words and not header.isSectionHidden(section) and needed > room and words not in tip:
            faults.append(f"the heading “{words}” is cut, {needed} in {room}")
    return faults


def _cut_cells(view: QTableView | QListView) -> list[str]:
    """So may what stands in a cell that is seen."""
    model = view.model()
    if model is None or (isinstance(view, QListView) and view.viewMode() is QListView.ViewMode.IconMode):
        return []  # a delegate of its own draws icons
    faults = []
    for row in range(min(model.rowCount(), _MOST_ROWS)):
        for column in range(1 if isinstance(view, QListView) else model.columnCount()):
            index = model.index(row, column)
            words, tip = str(index.data() or ""), str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
            needed, room = view.fontMetrics().horizontalAdvance(words), view.visualRect(index).width()
            if room and needed > room and words not in tip:
                faults.append(f"“{words}” in row {row} is cut, {needed} in {room}")
    return faults


def _cut_label(label: QLabel) -> list[str]:
    needed = label.sizeHint()
    if label.wordWrap():
        needed = QSize(label.width(), label.heightForWidth(label.width()))
    if label.text() and (needed.width() > label.width() + _SLACK_PX or needed.height() > label.height() + 2):
        return [f"“{label.text()}” needs {needed}, has {label.size()}"]
    return []


def _cut_field(field: QComboBox | QLineEdit) -> list[str]:
    """A field may cut what is in it only where a tool tip tells the whole."""
    if isinstance(field, QLineEdit):
        if isinstance(field.parentWidget(), QAbstractSpinBox):
            return []  # the spin box itself is looked at
        words, room = field.text() or field.placeholderText(), field.width() - 2 * _BORDER_PX
    else:
        option = QStyleOptionComboBox()
        field.initStyleOption(option)
        inside = (QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, field)
        words, room = field.currentText() or field.placeholderText(), field.style().subControlRect(*inside).width()
    needed = field.fontMetrics().horizontalAdvance(words)
    return [f"“{words}” is cut, {needed} in {room}"] if needed > room + 1 and words not in field.toolTip() else []


def _smaller_than_it_may_be(widget: QWidget) -> list[str]:
    if isinstance(widget, QPlainTextEdit) and not widget.isReadOnly():
        line = widget.fontMetrics().lineSpacing() + 2 * widget.document().documentMargin()
        return [f"a line needs {line}, has {widget.viewport().height()}"] if line > widget.viewport().height() else []
    if widget.isWindow() or isinstance(widget, QLabel | QAbstractScrollArea):
        return []
    if widget.sizePolicy().verticalPolicy() == QSizePolicy.Policy.Ignored:
        return []  # takes what is left over
    least = widget.minimumSizeHint().expandedTo(widget.minimumSize()).boundedTo(widget.maximumSize())
    layout, stacked = widget.layout(), isinstance(widget, QStackedWidget) or widget.findChild(QStackedWidget)
    if layout is not None and layout.hasHeightForWidth() and not stacked:  # a stack counts what is hidden, too
        least.setHeight(layout.minimumHeightForWidth(widget.width()))
    if least.width() > widget.width() + 1 or least.height() > widget.height() + 1:
        return [f"has {widget.size()}, needs {least}"]
    return []


def _overlapping(parent: QWidget) -> list[str]:
    if isinstance(parent, QStackedWidget | QAbstractScrollArea):
        return []
    faults = []
    children = [
        each
        for each in parent.children()
        if isinstance(each, QWidget)
        and each.isVisible()
        and not each.isWindow()
        and not each.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)  # an overlay is meant to lie over
    ]
    for one, other in combinations(children, 2):
        common = one.geometry().intersected(other.geometry())
        if common.width() > 1 and common.height() > 1:
            faults.append(f"{_name(one)} and {_name(other)} lie over one another: {common}")
    return faults


def _name(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} {words or widget.accessibleName() or widget.objectName()}".strip()


def paints_itself(widget: QWidget) -> bool:
    return type(widget).__module__.startswith("mmdesk.") and any(
        "paintEvent" in kind.__dict__ for kind in type(widget).__mro__ if kind.__module__.startswith("mmdesk.")
    )


def settle() -> None:
    """Let everything be laid out that was asked for; one layout may ask for another."""
    for _ in range(5):
        QApplication.processEvents()


def faults(window: QWidget) -> list[str]:
    """Everything that does not fit, each with the widget it is about."""
    found = []
    for widget in (window, *window.findChildren(QWidget)):
        if not widget.isVisible() or widget.window() is not window:
            continue
        known = [*_placed(widget), *_short_of_room(widget), *_smaller_than_it_may_be(widget), *_overlapping(widget)]
        if paints_itself(widget):
            known += _painted(widget)
        found += [f"{_name(widget)}: {each}".replace("PySide6.QtCore.", "") for each in known]
    return found
