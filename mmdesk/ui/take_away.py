"""The window with the code that a telephone scans to fetch a page of the moment on screen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from mmdesk.core.take_away import PageCode
from mmdesk.ui.choice_boxes import CheckBox, ChoiceBox
from mmdesk.ui.code_view import CodeView
from mmdesk.ui.language import number_text
from mmdesk.ui.theme import Look


class TakeAwayWindow(QDialog):
    """Asks whether pages may be handed over at all, and then shows the code; what is served is for whoever made it.

    Signals:
        turned_on: The presenter lets telephones fetch pages.
        address_chosen: Another address of this computer, where it is in several networks.
        on_stage_toggled: Whether the audience is to see the code, too.
        left: It was closed: the page is to go.

    Attributes:
        code: The code.
        address: The page's address, to be typed where nothing can scan.
        on_stage: Whether the audience sees the code, too.
    """

    turned_on = Signal()
    address_chosen = Signal(str)
    on_stage_toggled = Signal(bool)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times = 0
        self._seconds = 0.0
        self._asking, self._serving, self._pages = QWidget(), QWidget(), QStackedWidget()
        self.question, self.words, self.rest, self.address = QLabel(), QLabel(), QLabel(), QLabel()
        for label in (self.question, self.words, self.rest, self.address):
            label.setWordWrap(True)
        by = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        self.address.setTextInteractionFlags(by)
        self.question.setMinimumWidth(420)
        self.address.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rest.setObjectName("aside")
        self.on_button, self.cancel_button, self.close_button = QPushButton(), QPushButton(), QPushButton()
        self.on_button.setObjectName("main")
        self.networks = ChoiceBox()
        self.code = CodeView()
        self.on_stage = CheckBox()
        self._lay_out()
        self.on_button.clicked.connect(self.turned_on)
        self.cancel_button.clicked.connect(self.close)
        self.close_button.clicked.connect(self.close)
        self.networks.activated.connect(self._on_network)
        self.on_stage.toggled.connect(self.on_stage_toggled)
        self.finished.connect(self._on_finished)
        self.retranslate()

    def set_look(self, look: Look) -> None:
        """Take colours and a size."""
        self.networks.set_look(look)
        self.on_stage.set_look(look)

    def ask(self) -> None:
        """Ask whether telephones may fetch pages."""
        self._turn_to(self._asking)
        self.on_button.setDefault(True)
        self._open()

    def set_on_stage(self, shown: bool) -> None:
        """Say whether the audience sees the code, too, without reporting it."""
        blocked = self.on_stage.blockSignals(True)
        self.on_stage.setChecked(shown)
        self.on_stage.blockSignals(blocked)

    def show_page(self, code: PageCode, addresses: Sequence[str], address: str) -> None:
        """Show a page's code; with several addresses the presenter may choose."""
        self._times = 0
        self.code.show_code(code.matrix)
        self.address.setText(code.url)
        self.code.setAccessibleDescription(code.url)
        self.networks.clear()
        self.networks.addItems(list(addresses))
        self.networks.setCurrentText(address)
        self.networks.setVisible(len(addresses) > 1)
        self._turn_to(self._serving)
        self._say()
        self._open()

    def show_rest(self, seconds: float) -> None:
        """Say how long the page is still there."""
        self._seconds = seconds
        self._say()

    def show_fetched(self, times: int) -> None:
        """Say that the page has been fetched."""
        self._times = times
        self._say()

    def retranslate(self) -> None:
        """Say everything again in the language that now holds."""
        self.setWindowTitle(self.tr("Take it away – mmdesk"))
        self.question.setText(
            self.tr(
                "A telephone in the same network can fetch this moment as a page, by scanning a code. The page is "
                "there only while its code is shown, and nothing else can be fetched. Shall telephones be let in?"
            )
        )
        self.on_button.setText(self.tr("Let telephones in"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.close_button.setText(self.tr("Close"))
        self.words.setText(self.tr("Scan this with a telephone in the same network."))
        self.networks.setAccessibleName(self.tr("Address of this computer"))
        self.networks.setToolTip(self.tr("This computer is in several networks; choose the telephone's"))
        self.code.setAccessibleName(self.tr("QR code of the page's address"))
        self.on_stage.setText(self.tr("Show on the stage"))
        self.on_stage.setToolTip(self.tr("The audience window shows the code large, as long as the page is there"))
        self._say()

    def _say(self) -> None:
        minutes, seconds = divmod(int(self._seconds), 60)
        time = f"{number_text(minutes)}:{seconds:02d}"
        if self._times:
            words = self.tr("Fetched: {count}. The page goes when this is closed, or in {time}.")
            self.rest.setText(words.format(count=number_text(self._times), time=time))
        else:
            self.rest.setText(self.tr("The page goes when this is closed, or in {time}.").format(time=time))

    def _lay_out(self) -> None:
        asking = QVBoxLayout(self._asking)
        asking.addWidget(self.question)
        asking.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.on_button)
        buttons.addWidget(self.cancel_button)
        asking.addLayout(buttons)
        serving = QVBoxLayout(self._serving)
        serving.addWidget(self.words)
        serving.addWidget(self.code, 1)
        for part in (self.address, self.networks, self.on_stage, self.rest):
            serving.addWidget(part)
        serving.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignRight)
        self._pages.addWidget(self._asking)
        self._pages.addWidget(self._serving)
        QVBoxLayout(self).addWidget(self._pages)

    def _turn_to(self, page: QWidget) -> None:
        """Show a page, in a window that is as large as it needs."""
        self.code.setVisible(page is self._serving)
        self._pages.setCurrentWidget(page)
        self.adjustSize()

    def _open(self) -> None:
        self.show()
        self.raise_()
        self.activateWindow()

    @Slot(int)
    def _on_network(self, place: int) -> None:
        self.address_chosen.emit(self.networks.itemText(place))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    @Slot()
    def _on_finished(self) -> None:
        self.code.show_code(())
        self.address.clear()
        self.left.emit()
