"""The program as it is, with a camera that a test gives it, which also writes down what a newcomer sees of it.

``MMDESK_NEWCOMER`` names a JSON file, written anew several times a second: ``look``, its number; ``controls``, every
control that can be seen and clicked (its words, kind and place on the screen; what another window covers is left out),
and ``state``, what the window shows. ``MMDESK_CAMERA`` is the address of the only camera.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QAbstractButton, QAbstractSlider, QApplication, QPlainTextEdit, QWidget

from mmdesk.app.command_line import main
from mmdesk.app.wiring import LiveWindow
from mmdesk.core.source_state import DeviceChoice, SourceStatus
from mmdesk.engine.device_lister import DeviceLister
from mmdesk.ui.panels.camera import CameraPanel

CONTROLS = (QAbstractButton, QAbstractSlider, QPlainTextEdit)


def controls() -> list[dict[str, Any]]:
    """Everything that a pointer could act on now."""
    found = []
    for widget in QApplication.allWidgets():
        if isinstance(widget, CONTROLS) and widget.isVisible() and widget.isEnabled():
            middle = widget.mapToGlobal(widget.rect().center())
            if on_top(widget, middle):
                corner = widget.mapToGlobal(QPoint(0, 0))
                words = widget.text() if isinstance(widget, QAbstractButton) else ""
                place = (corner.x(), corner.y(), widget.width(), widget.height())
                name = words or widget.accessibleName()
                found.append({"words": name, "kind": type(widget).__name__, "place": place})
    return found


def on_top(widget: QWidget, point: QPoint) -> bool:
    """Whether a click at that point of the screen reaches the widget."""
    there = QApplication.widgetAt(point)
    return there is not None and (there is widget or widget.isAncestorOf(there))


def state(live: LiveWindow) -> dict[str, Any]:
    """What the window shows of what a newcomer was to reach."""
    window = live.window
    camera = window.inputs.camera
    assert isinstance(camera, CameraPanel)
    relation = window.workbench.weights.honesty.relation
    running = camera.state is not None and camera.state.status is SourceStatus.RUNNING
    return {
        "camera": camera.state.name if camera.state is not None and running and window.recording is None else "",
        "recording": window.recording is not None,
        "relation": None if relation is None else relation.value,
        "override": window.controls.controls.override is not None and window.in_force_strip.isVisible(),
        "explained": bool(EXPLAINED) and window.frozen,
        "audience": window.audience.isVisible(),
        "ready": bool(window.answer_panel.aside.text()),
    }


EXPLAINED: list[object] = []


def watch(live: LiveWindow) -> None:
    """Write everything down for as long as the program runs."""
    target = Path(os.environ["MMDESK_NEWCOMER"])
    live.live.explanation_ready.connect(EXPLAINED.append)

    looks = itertools.count()

    def write() -> None:
        fresh = target.with_suffix(".new")
        fresh.write_text(json.dumps({"look": next(looks), "controls": controls(), "state": state(live)}), "utf-8")
        fresh.replace(target)

    live.eyes = QTimer(interval=250)  # type: ignore[attr-defined]
    live.eyes.timeout.connect(write)  # type: ignore[attr-defined]
    live.eyes.start()  # type: ignore[attr-defined]


if __name__ == "__main__":
    camera = DeviceChoice(os.environ["MMDESK_CAMERA"], "HD Webcam")
    DeviceLister._list = lambda lister: lister.listed.emit([camera], [])  # type: ignore[method-assign]
    begin = LiveWindow.start

    def begin_and_watch(live: LiveWindow, **options: Any) -> None:
        begin(live, **options)
        watch(live)

    LiveWindow.start = begin_and_watch  # type: ignore[method-assign]
    sys.exit(main())
