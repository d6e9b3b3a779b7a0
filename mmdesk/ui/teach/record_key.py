"""The key that records while it is held: the space bar, or any other, a foot switch's too."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

DEFAULT_KEY = int(Qt.Key.Key_Space)
_BARE = Qt.KeyboardModifier.NoModifier | Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
_MODIFIERS = (Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta, Qt.Key.Key_AltGr)
_REPEAT_MS = 60
_EDITING = (
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backspace, Qt.Key.Key_Delete),
)


def key_name(key: int) -> str:
    """Return a key's name in the user's language, for buttons and hints."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)


def key_of(stored: str) -> int:
    """Return the key that a setting names; the space bar for none, or for what is no single key."""
    sequence = QKeySequence.fromString(stored, QKeySequence.SequenceFormat.PortableText)
    key = int(sequence[0].key()) if sequence.count() == 1 else DEFAULT_KEY  # type: ignore[index]
    return DEFAULT_KEY if key == Qt.Key.Key_unknown else key


def stored_key(key: int) -> str:
    """Return a key as a setting names it."""
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)


class RecordKey(QObject):
    """Watches a window's keys. A text field keeps what it can type; there other keys (F5, a foot switch's) still work.

    Args:
        window: The window whose keys count.

    Signals:
        pressed: The key went down; its repeating is left out.
        released: It was let go, or the window is no longer the one that is typed into.
        chosen: The key that was chosen while `choosing`.

    Attributes:
        key: The key, as `Qt.Key` counts them.
    """

    pressed = Signal()
    released = Signal()
    chosen = Signal(int)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.key = DEFAULT_KEY
        self._held = False
        self._choosing = False
        # X tells of a repeating key as of one that is let go and pressed anew, and Qt does not always see through it.
        self._release = QTimer(self, singleShot=True, interval=_REPEAT_MS)
        self._release.timeout.connect(self._let_go)

    def watch(self, watching: bool) -> None:
        """See every key of the program from now on, or none: only while the window is on the screen, for its costs."""
        application = QApplication.instance()
        if application is None:
            return
        self._let_go()
        application.removeEventFilter(self)
        if watching:
            application.installEventFilter(self)

    @property
    def held(self) -> bool:
        """Whether the key is down."""
        return self._held

    @property
    def choosing(self) -> bool:
        """Whether the next key is taken for the one that records."""
        return self._choosing

    def begin_choice(self) -> None:
        """Take the next key for the one that records; Esc leaves it as it is."""
        self._choosing = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the keys before any widget does."""
        kind = event.type()
        if kind == QEvent.Type.WindowDeactivate and watched is self.parent():
            self._let_go()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride):
            return False
        is_here = isinstance(watched, QWidget) and watched.window() is self.parent()
        if not is_here or not isinstance(event, QKeyEvent):
            return False
        if self._choosing:
            return self._choose(event)
        if event.key() != self.key:
            return False
        if kind == QEvent.Type.KeyRelease:
            if self._held and not event.isAutoRepeat():
                self._release.start()
            return self._held
        if self._is_typed(event):
            return False
        if kind == QEvent.Type.ShortcutOverride:
            event.accept()  # else a shortcut of the same key would act instead
            return True
        self._release.stop()
        if not event.isAutoRepeat() and not self._held:
            self._held = True
            self.pressed.emit()
        return True

    def _let_go(self) -> None:
        self._release.stop()
        if self._held:
            self._held = False
            self.released.emit()

    def _choose(self, event: QKeyEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif event.type() == QEvent.Type.KeyPress and event.key() not in _MODIFIERS and event.key() > 0:
            self._choosing = False
            if event.key() != Qt.Key.Key_Escape:
                self.key = event.key()
            self.chosen.emit(self.key)
        return True

    def _is_typed(self, event: QKeyEvent) -> bool:
        """Whether a key belongs to somebody else: a text field, or a shortcut with Ctrl or Alt."""
        if event.modifiers() & ~_BARE:
            return True
        focused = QApplication.focusWidget()
        if not isinstance(focused, QLineEdit | QPlainTextEdit) or focused.isReadOnly():
            return False
        return event.key() in _EDITING or (bool(event.text()) and event.text().isprintable())
