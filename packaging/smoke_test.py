"""Launches the frozen program as a user would: ``python packaging/smoke_test.py dist/mmdesk``.

In an environment with nothing in it but a home with blanks and letters beyond ASCII, from another folder, and, when
started as root, as a user who may not write into the installation. Requires the window on Qt's offscreen platform and
on Xvfb (or, where that is not installed, on the screen that DISPLAY names), the model loaded, predictions from the
sample session, a clean end; then ``doctor``, ``predict``, ``replay``, a small ``train``, ``evaluate``, ``compare`` and
``export``. With ``--damaged`` it also breaks a copy in several places and requires a message that names the file and a
remedy. With ``--root`` the program runs in the system that lies in that folder, which needs no Python. Needs the
standard library only. The exit status is 1 when a step failed.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import shutil
import struct
import subprocess
import sys
import tempfile
import time
import wave
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

_NOBODY = 65534
_LIMIT_S = 180
_PLATFORM = {"win32": "windows", "darwin": "cocoa"}.get(sys.platform, "offscreen")
_TEXT_ONLY = ["--encoder", "image=none", "--encoder", "audio=none"]
_PARTS = {
    "model": ("digits/model.safetensors", ["predict", "--text", "seven"]),
    "translation": ("mmdesk_de.qm", ["doctor"]),
    "plug-in of Qt": (f"*q{_PLATFORM}.*", ["--screenshot", "x.png"]),
}


class Smoke:
    """One installation under test.

    Args:
        program: The ``mmdesk`` executable.
        folder: All of the installation.
        home: An existing, empty folder.
        root: The folder of the system that the program runs in, and that all of these lie in.
    """

    def __init__(self, program: Path, folder: Path, home: Path, root: Path | None = None) -> None:
        self.program = program
        self.folder = folder
        self.home = home
        self.root = root
        self.sample = next(folder.rglob("sessions/sample"))
        self.failed = 0

    def run(
        self, arguments: Sequence[str | Path], program: Path | None = None, **extra: str
    ) -> subprocess.CompletedProcess[str]:
        """Run the program with a bare environment; paths among the arguments are told as the program sees them."""
        environment = {"HOME": self._seen(self.home), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"} | extra
        if sys.platform == "win32":
            kept = ("SYSTEMROOT", "TEMP", "TMP", "PATH")
            environment = {name: os.environ[name] for name in kept if name in os.environ} | extra
            environment["USERPROFILE"] = environment["APPDATA"] = environment["LOCALAPPDATA"] = str(self.home)
        user: dict[str, int] = {}
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            user = {"user": _NOBODY, "group": _NOBODY}
        command = [self._seen(argument) for argument in (program or self.program, *arguments)]
        if self.root is not None:
            variables = [f"{name}={value}" for name, value in environment.items()]
            there = ["/usr/bin/env", "--ignore-environment", f"--chdir={self._seen(self.home)}", *variables]
            command = ["chroot", f"--userspec={_NOBODY}:{_NOBODY}", str(self.root), *there, *command]
            environment, user = dict(os.environ), {}
        return subprocess.run(
            command, env=environment, cwd=self.home, capture_output=True, text=True, encoding="utf-8",
            timeout=_LIMIT_S, check=False, **user,
        )  # fmt: skip

    def _seen(self, argument: str | Path) -> str:
        if self.root is None or isinstance(argument, str):
            return str(argument)
        return f"/{argument.relative_to(self.root)}"

    def step(self, name: str, check: Callable[[], str]) -> None:
        """Run a check and print its outcome; a check raises what is wrong."""
        started = time.monotonic()
        try:
            evidence = check()
        except (AssertionError, OSError, ValueError, LookupError, StopIteration, subprocess.SubprocessError) as error:
            self.failed += 1
            print(f"FAILED  {name}: {error}", flush=True)
            return
        print(f"ok      {name} ({time.monotonic() - started:.1f} s): {evidence}", flush=True)

    def window(self, program: Path | None = None, **extra: str) -> str:
        """Open the window on the sample session, take a picture, close."""
        picture, table = self.home / "Bild schirm.png", self.home / "Vorhersagen.csv"
        for file in (picture, table):
            file.unlink(missing_ok=True)
        arguments = ["--session", self.sample, "--screenshot", picture, "--seconds", "6"]
        outcome = self.run([*arguments, "--predictions", table], program, **extra)
        _require(outcome.returncode == 0, f"status {outcome.returncode}: {outcome.stderr[-500:]}")
        _require(picture.read_bytes()[:4] == b"\x89PNG", "no picture of the window")
        with table.open(encoding="utf-8", newline="") as stream:
            labels = [row["label"] for row in csv.DictReader(stream)]
        _require(any(labels), "no prediction from the sample session")
        return f"{len(labels)} predictions, answers {', '.join(sorted(set(filter(None, labels))))}"

    def doctor(self) -> str:
        """Ask for the diagnostics."""
        outcome = self.run(["doctor"], QT_QPA_PLATFORM="offscreen")
        _require("mmdesk" in outcome.stdout, outcome.stderr[-500:])
        _require("problem  " not in outcome.stdout, outcome.stdout)
        _require("Traceback" not in outcome.stdout + outcome.stderr, outcome.stderr[-500:])
        return f"{len(outcome.stdout.splitlines())} lines"

    def predict(self) -> str:
        """Predict a misspelt word."""
        outcome = self.run(["predict", "--text", "the number is sevn"])
        _require(outcome.returncode == 0, outcome.stderr[-500:])
        label = str(json.loads(outcome.stdout)["label"])
        _require(label == "7", f"the answer is {label}")
        return label

    def replay(self) -> str:
        """Run the sample session through the model."""
        report = self.home / "Bericht"
        outcome = self.run(["replay", self.sample, "--out", report])
        _require(outcome.returncode == 0, outcome.stderr[-500:])
        summary = json.loads((report / "summary.json").read_text(encoding="utf-8"))
        _require(summary["ticks"] > 100 and len(summary["label_seconds"]) > 3, str(summary))
        return f"{summary['ticks']} ticks, {summary['tick_ms_median']:.1f} ms each"

    def train(self) -> str:
        """Learn three colours, shown, sounded and named, with the default encoders; and answer one of them."""
        data, model = self.home / "Daten", self.home / "Modell.mmdesk"
        data.mkdir()
        rows = []
        for label, (colour, tone_hz) in {"red": (b"\xd0\x20\x20", 300), "green": (b"\x20\xc0\x30", 900)}.items():
            for index in range(12):
                picture, sound = f"{label}{index}.ppm", f"{label}{index}.wav"
                (data / picture).write_bytes(b"P6 48 48 255\n" + colour * (48 * 48 - index) + bytes(3 * index))
                with wave.open(str(data / sound), "wb") as stream:
                    stream.setparams((1, 2, 16_000, 0, "NONE", ""))
                    angles = (2 * math.pi * tone_hz * sample / 16_000 for sample in range(12_000))
                    stream.writeframes(b"".join(struct.pack("<h", int(9000 * math.sin(angle))) for angle in angles))
                rows.append((picture, sound, f"something {label} {index}", label))
        with (data / "samples.csv").open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream).writerows([("image", "audio", "text", "label"), *rows])
        outcome = self.run(["train", data, "--out", model])
        _require(outcome.returncode == 0, outcome.stderr[-500:])
        outcome = self.run(["predict", "--text", "something green", "--model", model])
        _require(outcome.returncode == 0, outcome.stderr[-500:])
        label = str(json.loads(outcome.stdout)["label"])
        _require(label == "green", f"the answer is {label}")
        return f"{model.stat().st_size / 1e6:.1f} MB"

    def evaluate(self) -> str:
        """Measure what has been learnt."""
        report = self.home / "Messung"
        outcome = self.run(["evaluate", self.home / "Modell.mmdesk", self.home / "Daten", "--out", report])
        _require(outcome.returncode == 0, outcome.stderr[-500:])
        page = (report / "report.html").read_text(encoding="utf-8")
        _require(json.loads((report / "metrics.json").read_text(encoding="utf-8")) != {}, "no figures")
        return f"a report of {len(page) / 1e3:.0f} kB"

    def compare(self) -> str:
        """Train two fusion methods on the text, twice each."""
        report = self.home / "Vergleich"
        two = ["--fusions", "concatenation,attention_gate", "--seeds", "2"]
        outcome = self.run(["compare", self.home / "Daten", "--out", report, *two, *_TEXT_ONLY])
        _require(outcome.returncode == 0, outcome.stderr[-500:])
        with (report / "tables" / "runs.csv").open(encoding="utf-8-sig", newline="") as stream:
            runs = len(list(csv.DictReader(stream)))
        _require(runs >= 2 * 2, f"only {runs} trainings are told of")
        return f"{runs} runs"

    def export(self) -> str:
        """Write the bundled model as a graph of torch's."""
        graph = self.home / "Graph.pt2"
        outcome = self.run(["export", next(self.folder.rglob("models/digits")), "--out", graph])
        _require(outcome.returncode == 0, outcome.stderr[-500:])
        return f"{graph.stat().st_size / 1e6:.1f} MB"

    def damaged(self, pattern: str, content: bytes | None, arguments: Sequence[str]) -> str:
        """Replace a file (or, for None, remove it), run, put it back; returns what the program said of it.

        Args:
            pattern: Finds the file in the folder, as `Path.rglob` reads it.
            content: In place of the right one.
            arguments: Of the command that needs the file.
        """
        file = next(self.folder.rglob(pattern))
        aside = file.with_name(file.name + ".aside")
        file.rename(aside)
        try:
            if content is not None:
                file.write_bytes(content)
            outcome = self.run(arguments, QT_QPA_PLATFORM=_PLATFORM)
        finally:
            aside.replace(file)
        said = outcome.stderr + outcome.stdout
        line = next((line for line in said.splitlines() if file.name in line), "")
        _require(outcome.returncode in (1, 2), f"status {outcome.returncode}: {said[-500:]}")
        _require(bool(line), f"{file.name} is not named: {said[-500:]}")
        _require(
            any(remedy in said for remedy in ("Install mmdesk again", "Choose another")), f"no remedy: {said[-500:]}"
        )
        _require("Traceback" not in said and "internal error" not in said, said[-500:])
        return line.strip()


def _require(holds: bool, words: str) -> None:
    if not holds:
        raise AssertionError(words)


def _link_or_copy(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


def on_screen(smoke: Smoke) -> None:
    """The window where a person would see it, opened by the program for that."""
    program = smoke.program.with_name(smoke.program.name.replace("mmdesk", "mmdesk-gui"))
    xvfb = shutil.which("Xvfb")
    if sys.platform in ("win32", "darwin"):
        smoke.step("window, screen", lambda: smoke.window(program, QT_QPA_PLATFORM=_PLATFORM))
    elif xvfb is not None:
        reader, writer = os.pipe()
        options = ["-screen", "0", "1920x1080x24", "-nolisten", "tcp"]
        command = [xvfb, "-displayfd", str(writer), *options]
        server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
        os.close(writer)
        try:
            with os.fdopen(reader, encoding="ascii") as stream:
                display = f":{stream.readline().strip()}"  # written when it is ready
            smoke.step("window, Xvfb", lambda: smoke.window(program, DISPLAY=display))
        finally:
            server.terminate()
            server.wait()
    elif os.environ.get("DISPLAY"):
        smoke.step("window, DISPLAY", lambda: smoke.window(program, DISPLAY=os.environ["DISPLAY"]))
    else:
        print("skipped window on a screen: there is neither Xvfb nor DISPLAY")


def main() -> int:
    """Run all steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="the program's folder, mmdesk.app, or a virtual environment")
    parser.add_argument("--damaged", action="store_true", help="also break a copy in places")
    parser.add_argument("--root", type=Path, help="a bare system that the folder lies in; run as root")
    arguments = parser.parse_args()
    root = None if arguments.root is None else arguments.root.resolve()
    folder = arguments.folder.resolve()
    name = "mmdesk.exe" if sys.platform == "win32" else "mmdesk"
    places = [folder / part / name for part in ("", "Contents/MacOS", "bin", "Scripts")]
    program = next((place for place in places if place.is_file()), None)
    if program is None:
        parser.error(f"{folder} holds no {name}")
    with tempfile.TemporaryDirectory(dir=None if root is None else root / "tmp") as place:
        home = Path(place) / "Zuhause von Jürgen 王"
        home.mkdir()
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            for each in (Path(place), home):
                os.chown(each, _NOBODY, _NOBODY)
        smoke = Smoke(program, folder, home, root)
        smoke.step("window, offscreen", lambda: smoke.window(QT_QPA_PLATFORM="offscreen"))
        on_screen(smoke)
        smoke.step("doctor", smoke.doctor)
        smoke.step("predict", smoke.predict)
        smoke.step("replay", smoke.replay)
        smoke.step("train", smoke.train)
        smoke.step("evaluate", smoke.evaluate)
        smoke.step("compare", smoke.compare)
        smoke.step("export", smoke.export)
        if arguments.damaged:
            copy = Path(place) / "copy"
            shutil.copytree(folder, copy, symlinks=True, copy_function=_link_or_copy)
            broken = Smoke(copy / program.relative_to(folder), copy, home, root)
            for name, (pattern, command) in _PARTS.items():
                for state, content in (("missing", None), ("empty", b""), ("damaged", b"not what it was")):
                    check = partial(broken.damaged, pattern, content, command)
                    broken.step(f"{name} {state}", check)
            smoke.failed += broken.failed
    return 1 if smoke.failed else 0


if __name__ == "__main__":
    sys.exit(main())
