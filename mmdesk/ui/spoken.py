"""What a drawn widget shows, told to screen readers: what it is, its values, and what is new aloud.

A widget that paints itself is to Qt a "client", which says nothing. `show_as` gives it a role and a value by an
interface of its own. Qt destroys such an interface with its widget, and Qt for Python marks the Python object as gone
then (6.11.3: no fault in 3000 widgets made, asked and destroyed in either order, nor at the program's end); what stays
behind is an empty Python object for each widget that was ever asked for, and none while no screen reader runs.

There is no `QAccessibleValueInterface`: it is for one number between two others, and what is drawn here are several
numbers, or words. Its `interface_cast` would also have to hand out the address of a Python object to C++.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from inspect import ismethod
from weakref import WeakKeyDictionary, WeakMethod

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication
from PySide6.QtWidgets import QAccessibleWidget, QWidget

SPOKEN_EVERY_MS = 1000
"""How long it is silent at least: answers come many times a second."""


_VALUES_ARE_READ = ("windows", "cocoa")
"""Where screen readers read the value of whatever has one; elsewhere only the description of what is no control."""
_told: WeakKeyDictionary[QWidget, tuple[QAccessible.Role, Callable[[], str] | None]] = WeakKeyDictionary()


class _Drawn(QAccessibleWidget):
    """A drawn widget's role, and what it shows as its value, or as its description where that is all that is read."""

    def __init__(self, widget: QWidget, role: QAccessible.Role, words: Callable[[], str] | None) -> None:
        super().__init__(widget, role)
        self._words = words

    def text(self, kind: QAccessible.Text) -> str:
        if kind not in (QAccessible.Text.Value, QAccessible.Text.Description):
            return super().text(kind)
        if kind is QAccessible.Text.Description and QGuiApplication.platformName() in _VALUES_ARE_READ:
            return ""
        return (self._words() if self._words is not None else "") or super().text(QAccessible.Text.Description)


def _weakly(words: Callable[[], str]) -> Callable[[], str]:
    """Return a function that calls a method, or says nothing once its object has gone; it does not keep that."""
    if not ismethod(words):
        return words
    method = WeakMethod(words)

    def call() -> str:
        found = method()
        return "" if found is None else found()

    return call


def _drawn(kind: str, thing: QObject | None) -> QAccessibleWidget | None:  # noqa: ARG001 - Qt asks so
    if not isinstance(thing, QWidget) or thing not in _told:
        return None
    return _Drawn(thing, *_told[thing])


def show_as(widget: QWidget, role: QAccessible.Role, words: Callable[[], str] | None = None) -> None:
    """Give a widget that paints itself a role and a value. To be called in its constructor.

    Args:
        widget: Which.
        role: What it is.
        words: Gives what it shows, and is no function that keeps the widget; its description where there is none.
    """
    if not _told:
        QAccessible.installFactory(_drawn)  # Qt takes each factory once
    _told[widget] = (role, words if words is None else _weakly(words))


class Spoken(QObject):
    """Keeps the description of a widget up to date, at most once a second, and the last word is always told.

    Args:
        widget: Whose values are told.
        words: Gives them.
        news: Gives what makes them worth saying aloud when it changes, unasked: a label and not the flicker of its
            probability. Without it nothing is said unasked; a screen reader reads the description where it is.
        role: What the widget is.
    """

    def __init__(
        self,
        widget: QWidget,
        words: Callable[[], str],
        news: Callable[[], Hashable] | None = None,
        role: QAccessible.Role = QAccessible.Role.Chart,
    ) -> None:
        super().__init__(widget)
        show_as(widget, role, words)
        self._widget, self._words, self._news = widget, words, news
        self._told: Hashable = None
        self._since = QElapsedTimer()
        self._later = QTimer(self, singleShot=True)
        self._later.timeout.connect(self._tell)

    def note(self) -> None:
        """The values are other ones: tell them now, or as soon as a second has passed since the last time."""
        if self._later.isActive():
            return
        passed = self._since.elapsed() if self._since.isValid() else SPOKEN_EVERY_MS
        listening = QAccessible.isActive()
        if passed >= SPOKEN_EVERY_MS or (not listening and self._news is not None and self._news() != self._told):
            self._tell()
        elif listening:  # else nobody waits for it, and the next answer will do
            self._later.start(int(SPOKEN_EVERY_MS - passed))

    @Slot()
    def _tell(self) -> None:
        words = self._words()
        if words == self._widget.accessibleDescription():
            return
        self._since.restart()
        self._widget.setAccessibleDescription(words)  # screen readers hear of it from Qt
        news = None if self._news is None else self._news()
        if news != self._told:
            self._told = news
            if words and QAccessible.isActive():
                QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self._widget, words))
