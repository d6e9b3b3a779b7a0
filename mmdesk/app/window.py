"""``mmdesk``: the window, connected to sources and model."""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

from mmdesk.app import log
from mmdesk.app.arguments import add_device_argument, add_fusion_argument, add_model_argument, add_rate_argument
from mmdesk.app.display import display_problem, plugin_problem
from mmdesk.core.errors import CheckpointError, MmdeskError, OptionError
from mmdesk.core.file_names import why_no_file
from mmdesk.core.output import check_output_file
from mmdesk.core.problem import Problem


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the window's options."""
    words = "a model to open, like --model; or a recording, its folder or the session.json in it, like --session"
    parser.add_argument("file", metavar="FILE.mmdesk", type=Path, nargs="?", help=words)
    parser.add_argument(
        "--camera",
        metavar="SOURCE",
        action="append",
        default=[],
        help="index, device name, video file, or http/rtsp address; repeat it for a model's second camera",
    )
    parser.add_argument(
        "--microphone", metavar="NAME", action="append", default=[], help='a microphone\'s name or number, or "default"'
    )
    parser.add_argument("--session", metavar="DIR", type=Path, help="play a recorded session")
    add_model_argument(parser)
    add_fusion_argument(parser)
    add_device_argument(parser)
    add_rate_argument(parser)
    parser.add_argument("--predictions", metavar="FILE", type=Path, help="write every prediction to a CSV file")
    parser.add_argument("--screenshot", metavar="FILE", type=Path, help="save a picture of the window, then quit")
    parser.add_argument(
        "--seconds",
        metavar="N",
        type=float,
        help="with --screenshot: seconds to wait after the model is ready (default: 8)",
    )


def run(arguments: argparse.Namespace) -> int:
    """Open the window and run until it is closed."""
    folder = recording_of(arguments.file)
    if folder is not None and arguments.session is None:
        arguments.file, arguments.session = None, folder
    _check(arguments)
    problem = display_problem()
    if problem is not None:
        raise MmdeskError(problem)
    plugin = plugin_problem()
    if plugin is not None:
        raise MmdeskError(plugin)

    from PySide6.QtCore import Qt

    from mmdesk.ui.application import Application

    application = Application(sys.argv[:1])

    from mmdesk.app.wiring import LiveWindow
    from mmdesk.sources.teaching.shared import is_lesson_alone

    lesson = arguments.file if arguments.file is not None and is_lesson_alone(arguments.file) else None
    with log.written_elsewhere():
        live = LiveWindow(
            cameras=arguments.camera,
            microphones=arguments.microphone,
            session=arguments.session,
            model=arguments.model or (arguments.file if lesson is None else None),
            device=arguments.device,
            fusion=arguments.fusion or "",
            predictions=arguments.predictions,
            max_rate=arguments.max_rate,
        )
        application.file_opened.connect(live.open_file)
        live.window.show()
        live.start(first_look=asks_for_nothing(arguments))
        if lesson is not None:
            live.open_file(str(lesson))
        application.aboutToQuit.connect(live.shutdown)
        application.commitDataRequest.connect(live.on_session_end, Qt.ConnectionType.DirectConnection)
        quit_on_signals(live.quit)
        if arguments.screenshot is not None:
            live.save_screenshot_after(arguments.screenshot, 8.0 if arguments.seconds is None else arguments.seconds)
        status = int(application.exec())
        ended = live.shutdown()
    if not ended:
        log.log.critical("a thread hangs; ending without it")
        if live.problem is not None:
            print(f"mmdesk: {live.problem}", file=sys.stderr, flush=True)
        logging.shutdown()
        os._exit(status or (0 if live.problem is None else 2))
    if live.problem is not None:
        raise live.problem
    return status


def recording_of(path: Path | None) -> Path | None:
    """Return the folder of the recording that a file or folder stands for; None where it is none."""
    if path is None:
        return None
    folder = path.parent if path.name == "session.json" else path
    return folder if why_no_file(folder / "session.json") is None else None


def asks_for_nothing(arguments: argparse.Namespace) -> bool:
    """Whether the user has not said what shall be looked at: only then is the start page no hindrance."""
    asked = (arguments.file, arguments.model, arguments.session, arguments.camera, arguments.microphone)
    return not any((*asked, arguments.screenshot, arguments.predictions))


def quit_on_signals(end: Callable[[], None]) -> None:
    """Let an interrupt or a termination end the application by ``end``, called on the GUI thread, and ask nobody."""
    from PySide6.QtCore import QTimer

    def on_signal(*_: object) -> None:
        # Python runs this between any two lines of the GUI thread, inside a paint event too; a window that closes
        # there loses its surface under the painter's hands, and Qt complains of a flush without a handle.
        QTimer.singleShot(0, end)

    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, on_signal)


def _check(arguments: argparse.Namespace) -> None:
    if arguments.file is not None and arguments.model is not None:
        raise OptionError(Problem("option.two_models"))
    model = arguments.model or arguments.file
    if model is not None and not model.exists():
        raise CheckpointError(Problem("checkpoint.missing", path=model))
    if arguments.session is not None and (arguments.camera or arguments.microphone):
        raise OptionError(Problem("option.session_alone"))
    if arguments.seconds is not None:
        if arguments.screenshot is None:
            raise OptionError(Problem("option.seconds_alone"))
        if not 0 < arguments.seconds <= 3600:
            raise OptionError(Problem("option.seconds", value=arguments.seconds))
    outputs = [path for path in (arguments.screenshot, arguments.predictions) if path is not None]
    for path in outputs:
        check_output_file(path)
    if len({path.resolve() for path in outputs}) < len(outputs):
        raise OptionError(Problem("option.same_file"))
