"""The ``mmdesk`` command: the window when called bare, and its sub-commands.

Each sub-command lives in a module of its own with ``add_arguments(parser)`` and ``run(arguments) -> int``, imported
only when it is called: ``mmdesk --help`` must not wait for torch.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import mmdesk
from mmdesk.app import log, paths
from mmdesk.app.live_process import prepare_live_process
from mmdesk.app.standard_output import StandardOutput, abandon
from mmdesk.app.streams import prepare_streams
from mmdesk.core.errors import MmdeskError

COMMANDS = {
    "predict": "predict from files and text, without a window",
    "record": "record camera, microphone and answers, or a session played in their place, without a window",
    "replay": "run a recorded session through the model, without a window",
    "dataset": "check a data folder, or see its samples as training varies them",
    "doctor": "say what works on this machine and what to do about the rest",
    "teach": "make a project from a few samples of each class, train it and measure it",
    "train": "train a model on a data folder",
    "evaluate": "measure a model on a data folder and write a report",
    "compare": "train every fusion method on a data folder and write a report",
    "export": "export a model as one graph for other programs (ONNX or torch.export)",
    "bench": "measure latencies and rates of the window on this machine",
}

_LIVE = (None, "record", "bench")
"""Where the live threads run; None is the window."""

EXIT_USAGE = 2
"""Exit status of everything a user can mend."""

EXIT_PIPE = 141
"""As a shell tells that whoever read the output, ``head`` say, has had enough."""


class _Parser(argparse.ArgumentParser):
    """One clear line instead of the usage dump."""

    def error(self, message: str) -> NoReturn:
        self.exit(EXIT_USAGE, f"{self.prog}: {message}. See {self.prog} --help.\n")


def build_parser(command: str | None) -> argparse.ArgumentParser:
    """The parser of one sub-command, or of the window for None."""
    if command is not None:
        parser = _Parser(prog=f"mmdesk {command}", description=COMMANDS[command].capitalize() + ".")
        importlib.import_module(f"mmdesk.app.{command}").add_arguments(parser)
        return parser
    parser = _Parser(
        prog="mmdesk",
        description="A live fusion microscope: see how a model weighs what you show, say and type.",
        epilog="Commands: " + "; ".join(f"{name}: {what}" for name, what in COMMANDS.items()),
    )
    parser.add_argument("--version", action="version", version=f"mmdesk {mmdesk.__version__}")
    importlib.import_module("mmdesk.app.window").add_arguments(parser)
    return parser


def _print(words: str) -> None:
    try:
        print(words, file=sys.stderr, flush=True)
    except OSError:  # the status still tells
        abandon(sys.stderr)


def main(argv: Sequence[str] | None = None, write: Callable[[str], None] = _print) -> int:
    """Run ``mmdesk``; returns the exit status. Foreseeable errors become one line for ``tell`` and status 2."""
    prepare_streams()
    words = list(sys.argv[1:] if argv is None else argv)
    status, ended = 0, None
    with StandardOutput() as output:
        try:
            status = _status(words, write, output)
        except SystemExit as end:  # --help, --version, or an option that the parser refused
            ended = end
    if isinstance(output.problem, BrokenPipeError):
        return EXIT_PIPE
    if output.problem is not None:
        reason = output.problem.strerror
        write(f"mmdesk: The output cannot be written: {reason}. Free some space there, or send it elsewhere.")
        return EXIT_USAGE
    if ended is not None:
        raise ended
    return status


def _is_opened(word: str) -> bool:
    """Whether a first word is an option of the window, or something that it opens."""
    return word.startswith("-") or word.endswith((".mmdesk", "session.json")) or (Path(word) / "session.json").is_file()


def _status(words: list[str], write: Callable[[str], None], output: StandardOutput) -> int:
    command = words.pop(0) if words and words[0] in COMMANDS else None
    if command is None and words and not _is_opened(words[0]):
        known = ", ".join(COMMANDS)
        write(f"mmdesk: there is no command {words[0]!r}. Commands: {known}.")
        return EXIT_USAGE
    if command in _LIVE:
        prepare_live_process()
    try:
        parser = build_parser(command)
        arguments = parser.parse_args(words)
        for value in vars(arguments).values():
            # What has a blank in it argparse takes for a file, be it "--txet=two words".
            if isinstance(value, Path) and str(value).startswith("--"):
                parser.error(f"unrecognized arguments: {value}")
        log.start_log(command, arguments)
        module = importlib.import_module(f"mmdesk.app.{command or 'window'}")
        status: int = module.run(arguments)
    except MmdeskError as error:
        log.log.error("%s", error)
        if output.problem is None:  # else that is what there is to tell
            write(f"mmdesk: {error}")
        return EXIT_USAGE
    except KeyboardInterrupt:
        return 130
    except OSError as error:  # of a file that nobody wrapped in a sentence
        if output.problem is None:
            log.log.error("%s", error, exc_info=True)
            write(f"mmdesk: {_sentence(error)}")
        return EXIT_USAGE
    except Exception as error:  # noqa: BLE001 - the process's edge: the log has the traceback, the user one line
        log.log.critical("uncaught exception", exc_info=True)
        write(f"mmdesk: an internal error occurred: {error}. Details: {paths.log_file()}")
        return 1
    return status


def _sentence(error: OSError) -> str:
    what = error.filename if isinstance(error.filename, str) else "A file"
    return (
        f"{what} cannot be used: {error.strerror or error}. Check the path, its permissions and the room on its disk."
    )


def main_window() -> int:
    """Entry point of the GUI script, which has no console: an error is shown as well."""
    return main(write=_show)


def _show(words: str) -> None:
    """Tell by a box on the screen, with Qt's means or, where those are what is broken, Windows'."""
    if sys.stderr is not None:
        _print(words)
    from mmdesk.app.display import display_problem, plugin_problem

    if display_problem() is None and plugin_problem() is None:
        from PySide6.QtWidgets import QApplication, QMessageBox

        from mmdesk.ui.plain_words import plain_tip

        application = QApplication.instance() or QApplication(sys.argv[:1])
        QMessageBox.critical(None, "mmdesk", plain_tip(words))
        del application  # it had to live until here
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "mmdesk", 0x10)  # with the sign of an error
