"""The ``mmdesk`` command: the window when called bare, and its sub-commands.

Each sub-command lives in a module of its own with ``add_arguments(parser)`` and ``run(arguments) -> int``, imported
only when it is called: ``mmdesk --help`` must not wait for torch.
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from typing import NoReturn

import mmdesk
from mmdesk.app import log, paths
from mmdesk.core.errors import MmdeskError

COMMANDS = {
    "predict": "predict from files and text, without a window",
    "replay": "run a recorded session through the model, without a window",
    "dataset": "check a folder of data, or see samples of it as training varies them",
    "doctor": "say what works on this machine, and what to do about the rest",
    "train": "train a model on a folder of data",
    "evaluate": "measure a model on a folder of data, and write a report",
    "compare": "train every fusion method on a folder of data, and write a report",
    "export": "write a model as one graph, ONNX or torch.export, for other programs",
    "bench": "measure latencies and rates of the window on this machine",
}

EXIT_USAGE = 2
"""Exit status of everything a user can mend."""


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
        epilog="sub-commands: " + "; ".join(f"{name}: {what}" for name, what in COMMANDS.items()),
    )
    parser.add_argument("--version", action="version", version=f"mmdesk {mmdesk.__version__}")
    importlib.import_module("mmdesk.app.window").add_arguments(parser)
    return parser


def _print(words: str) -> None:
    print(words, file=sys.stderr)


def main(argv: Sequence[str] | None = None, tell: Callable[[str], None] = _print) -> int:
    """Run ``mmdesk``; returns the exit status. Foreseeable errors become one line for ``tell`` and status 2."""
    words = list(sys.argv[1:] if argv is None else argv)
    command = words.pop(0) if words and words[0] in COMMANDS else None
    if command is None and words and not words[0].startswith("-") and not words[0].endswith(".mmdesk"):
        known = ", ".join(COMMANDS)
        tell(f"mmdesk: there is no command {words[0]!r}. Commands: {known}; or options only.")
        return EXIT_USAGE
    try:
        arguments = build_parser(command).parse_args(words)
        log.start_log()
        module = importlib.import_module(f"mmdesk.app.{command or 'window'}")
        status: int = module.run(arguments)
    except MmdeskError as error:
        log.log.error("%s", error)
        tell(f"mmdesk: {error}")
        return EXIT_USAGE
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # whoever read the output, head say, has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except Exception as error:  # noqa: BLE001 - the process's edge: the log has the traceback, the user one line
        log.log.critical("uncaught exception", exc_info=True)
        tell(f"mmdesk: an internal error happened: {error}. Details: {paths.log_file()}")
        return 1
    return status


def main_window() -> int:
    """Entry point of the GUI script, which has no console: an error is shown as well."""
    return main(tell=_show)


def _show(words: str) -> None:
    """Tell by a box on the screen, with Qt's means or, where those are what is broken, Windows'."""
    if sys.stderr is not None:
        _print(words)
    from mmdesk.app.display import display_problem, plugin_problem

    if display_problem() is None and plugin_problem() is None:
        from PySide6.QtWidgets import QApplication, QMessageBox

        application = QApplication.instance() or QApplication(sys.argv[:1])
        QMessageBox.critical(None, "mmdesk", words)
        del application  # it had to live until here
    elif sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "mmdesk", 0x10)  # with the sign of an error
