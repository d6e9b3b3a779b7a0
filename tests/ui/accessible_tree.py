"""The tree that a screen reader sees of a window, what it lacks, and what the keyboard does not reach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from mmdesk.ui.glyphs import GlyphLabel
from mmdesk.ui.model_card import ModelPicture
from mmdesk.ui.panels.card import Aside
from mmdesk.ui.teach.class_card import ClassCard
from mmdesk.ui.teach.class_parts import LightDot
from mmdesk.ui.train_window.curves import LineKey
from mmdesk.ui.welcome import DoingPicture
from tests.ui.fit import paints_itself

_ROLE, _TEXT = QAccessible.Role, QAccessible.Text
_CONTROLS = {
    *(_ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ComboBox, _ROLE.EditableText, _ROLE.Slider),
    *(_ROLE.SpinBox, _ROLE.List, _ROLE.Table, _ROLE.Tree, _ROLE.PageTabList, _ROLE.PageTab, _ROLE.MenuItem),
    *(_ROLE.ButtonMenu, _ROLE.Link, _ROLE.Dial, _ROLE.ProgressBar, _ROLE.ColumnHeader, _ROLE.RowHeader),
}
_DECORATION = (GlyphLabel, LineKey, ModelPicture, LightDot, ClassCard, DoingPicture)
"""Drawn beside words that say the same."""


@dataclass(frozen=True)
class Node:
    """One object of the tree."""

    role: QAccessible.Role
    name: str
    description: str
    value: str
    widget: QWidget | None

    def __str__(self) -> str:
        kind = "" if self.widget is None else type(self.widget).__name__
        return f"{self.role.name} {kind} “{self.name}” “{self.description}” “{self.value}”"


def tree(window: QWidget) -> list[Node]:
    """Return everything of a window that a screen reader can come to."""
    return list(_below(QAccessible.queryAccessibleInterface(window)))


def _below(interface: QAccessibleInterface | None) -> Iterator[Node]:
    if interface is None or not interface.isValid() or _flag(interface, "invisible"):
        return
    thing = interface.object()
    widget = thing if isinstance(thing, QWidget) else None
    texts = (interface.text(kind) for kind in (_TEXT.Name, _TEXT.Description, _TEXT.Value))
    yield Node(interface.role(), *texts, widget)
    for index in range(interface.childCount()):
        yield from _below(interface.child(index))


def _flag(interface: QAccessibleInterface, name: str) -> bool:
    return bool(getattr(interface.state(), name, False))


def takes_tab(widget: QWidget) -> bool:
    """Whether the tabulator should come to a widget."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible() and widget.isEnabled()


def lacking(window: QWidget) -> list[str]:
    """Return what has no name though it is a control or can have the keyboard, and what is drawn and told by nobody."""
    found = []
    for node in tree(window):
        widget = node.widget
        inside = widget is not None and isinstance(widget.parentWidget(), QAbstractScrollArea)
        focused = widget is not None and takes_tab(widget) and not widget.isWindow()
        if (node.role in _CONTROLS or focused) and not node.name and not inside:
            found.append(f"has no name: {node}")
        quiet = widget is None or isinstance(widget, _DECORATION) or (isinstance(widget, Aside) and not widget.text())
        overlay = widget is not None and widget.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        drawn = widget is not None and paints_itself(widget) and not quiet and not overlay
        if drawn and not (
            node.name and (node.description or node.value or node.role in _CONTROLS | {_ROLE.StaticText})
        ):
            found.append(f"is drawn and not told: {node}")
        if drawn and node.role is _ROLE.Client:
            found.append(f"has no role: {node}")
    return found


def reached(window: QWidget) -> list[QWidget]:
    """Return what the tabulator comes to, in its order."""
    widgets: list[QWidget] = []
    start = window.focusWidget() or window
    start.setFocus()
    for _ in range(400):
        window.focusNextChild()
        focused = QApplication.focusWidget()
        if focused is None or focused in widgets:
            break
        widgets.append(focused)
    return widgets


def unreached(window: QWidget) -> list[str]:
    """Return what takes the keyboard but is never come to."""
    found = set(reached(window))
    wanted = [
        each
        for each in window.findChildren(QWidget)
        if takes_tab(each) and each.window() is window and not isinstance(each.parentWidget(), QAbstractScrollArea)
    ]
    proxied = {each.focusProxy() for each in found if each.focusProxy() is not None}
    return [
        f"{type(each).__name__} {each.accessibleName()}"
        for each in wanted
        if each not in found and each not in proxied and each.focusProxy() not in found
    ]
