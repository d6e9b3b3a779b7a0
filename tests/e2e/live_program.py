"""Drives the real program from outside, as a visitor would: a camera stream, a microphone, a keyboard, a screen."""

from __future__ import annotations

import csv
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

MODALITIES = ("image", "audio", "text")


@dataclass(frozen=True)
class Row:
    """One prediction as the program wrote it."""

    time_s: float
    label: str
    confidence: float | None
    weights: dict[str, float | None]
    presence: dict[str, str]
    text: str


class Screen:
    """A virtual X display of a given size; a context manager."""

    def __init__(self, size: str = "1920x1080") -> None:
        self.size = size
        read, write = os.pipe()
        command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{size}x24", "-nolisten", "tcp"]
        self._server = subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as stream:
            self.name = f":{stream.readline().strip()}"

    def __enter__(self) -> Screen:
        return self

    def __exit__(self, *error: object) -> None:
        self._server.terminate()
        self._server.wait()

    def picture(self, path: Path) -> None:
        """Save what the screen shows."""
        taken = ["-f", "x11grab", "-draw_mouse", "0", "-video_size", self.size, "-i", self.name]
        command = ["ffmpeg", "-loglevel", "error", "-y", *taken, "-frames:v", "1", "-update", "1", str(path)]
        subprocess.run(command, check=True)


class LiveProgram:
    """The running window.

    Args:
        options: Options of ``mmdesk``; ``--predictions`` is added.
        folder: Private folder for the predictions and the user's settings.
        display: X display, or None for that of the environment.
        environment: In place of this process's own.
        module: What is run in place of the program itself; it writes predictions in a way of its own.
    """

    def __init__(
        self,
        options: list[str],
        folder: Path,
        display: str | None = None,
        environment: dict[str, str] | None = None,
        module: str = "mmdesk",
    ) -> None:
        self.predictions = folder / "predictions.csv"
        # Private settings, and always the English, dark window whatever the machine's language.
        self._environment = dict(os.environ if environment is None else environment)
        self._environment |= {f"XDG_{kind}_HOME": str(folder / kind.lower()) for kind in ("CONFIG", "STATE", "DATA")}
        self._environment |= {"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb", "OPENCV_LOG_LEVEL": "OFF"}
        if display is not None:
            self._environment["DISPLAY"] = display
        self._errors = (folder / "stderr.txt").open("w+", encoding="utf-8")
        command = [sys.executable, "-m", module, *options]
        if module == "mmdesk":
            command += ["--predictions", str(self.predictions)]
        self.process = subprocess.Popen(command, env=self._environment, stdout=self._errors, stderr=self._errors)

    def rows(self, since_s: float = 0.0) -> list[Row]:
        """All complete predictions since a moment of `time.perf_counter`, which all processes of a system share."""
        if not self.predictions.is_file():
            return []
        content = self.predictions.read_text(encoding="utf-8")
        lines = content[: content.rfind("\n") + 1].splitlines()
        return [_row(cells) for cells in csv.DictReader(lines) if float(cells["time_s"]) >= since_s]

    def wait_for(self, true: Callable[[Row], bool], timeout_s: float, what: str) -> Row:
        """Wait for a prediction of which something is true."""
        since_s, deadline_s = time.perf_counter(), time.perf_counter() + timeout_s
        rows: list[Row] = []
        while time.perf_counter() < deadline_s:
            if self.process.poll() is not None:
                raise AssertionError(f"the program ended with {self.process.returncode}: {self.errors()}")
            rows = self.rows(since_s)
            found = next((row for row in rows if true(row)), None)
            if found is not None:
                return found
            time.sleep(0.05)
        raise AssertionError(f"within {timeout_s} s there was no prediction with {what}; the last: {rows[-1:]}")

    def type_text(self, text: str) -> None:
        """Replace what stands in the text box, with real key presses."""
        self._xdotool("key", "ctrl+a", "BackSpace")
        if text:
            self._xdotool("type", "--delay", "25", text)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self._xdotool("key", "--delay", "60", *keys)

    def wait_for_title(self, words: str, timeout_s: float) -> None:
        """Wait until the window's title holds some words."""
        deadline_s = time.perf_counter() + timeout_s
        title = ""
        while time.perf_counter() < deadline_s:
            title = self._xdotool("getwindowfocus", "getwindowname").strip()
            if words in title:
                return
            time.sleep(0.05)
        raise AssertionError(f"within {timeout_s} s the title was never {words!r}, but {title!r}")

    def focus_text_box(self, x: int, y: int) -> None:
        """Click on the text box."""
        self._xdotool("mousemove", str(x), str(y), "click", "1")

    def resize(self, width: int, height: int, title: str = "mmdesk") -> None:
        """Give the window whose title holds that a size, at the screen's corner; there is no window manager."""
        name = self._xdotool("search", "--sync", "--onlyvisible", "--name", title).split()[-1]
        self._xdotool("windowmove", name, "0", "0", "windowsize", name, str(width), str(height), "windowfocus", name)

    def errors(self) -> str:
        """What the program printed."""
        return Path(self._errors.name).read_text(encoding="utf-8").strip()

    def stop(self) -> int:
        """Ask the program to end, as a session manager would; returns its exit status."""
        self.process.terminate()
        try:
            return self.process.wait(60)  # a model that is just being loaded is waited for
        finally:
            self.process.kill()
            self.process.wait()
            self._errors.close()

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(["xdotool", *words], env=self._environment, check=True, capture_output=True, text=True)
        return done.stdout


def tools_missing() -> list[str]:
    """Programs that driving a window needs and this machine lacks."""
    return [name for name in ("Xvfb", "xdotool") if shutil.which(name) is None]


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _row(cells: dict[str, str]) -> Row:
    return Row(
        float(cells["time_s"]),
        cells["label"],
        _number(cells["confidence"]),
        {name: _number(cells[f"weight_{name}"]) for name in MODALITIES},
        {name: cells[f"presence_{name}"] for name in MODALITIES},
        cells["text"],
    )
