"""``mmdesk doctor``: what works on this machine, and what to do about the rest."""

from __future__ import annotations

import argparse
import ctypes.util
import importlib.metadata
import os
import platform
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import mmdesk
from mmdesk.app import paths
from mmdesk.app.display import display_problem, plugin_problem
from mmdesk.core.errors import MmdeskError
from mmdesk.ui.problem_table import filled

DESCRIBED_PACKAGES = (
    "torch",
    "PySide6-Essentials",
    "opencv-python-headless",
    "sounddevice",
    "soundfile",
    "soxr",
    "numpy",
    "safetensors",
)
"""The distributions whose versions the report names."""
_XCB_LIBRARIES = {
    "xcb-cursor": "libxcb-cursor0",
    "xcb-icccm": "libxcb-icccm4",
    "xcb-keysyms": "libxcb-keysyms1",
    "xcb-shape": "libxcb-shape0",
    "xkbcommon-x11": "libxkbcommon-x11-0",
}


class Verdict(StrEnum):
    """How a finding is meant."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report, with a remedy where there is something to mend."""

    verdict: Verdict
    topic: str
    detail: str
    remedy: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``mmdesk doctor`` has no options."""


def run(_arguments: argparse.Namespace) -> int:
    """Print the report; exit status 1 when there is a problem."""
    findings = diagnose()
    print(report(findings))
    return int(any(finding.verdict is Verdict.PROBLEM for finding in findings))


def report(findings: list[Finding]) -> str:
    """The findings as text, one per line, remedies indented below."""
    width = max(len(finding.topic) for finding in findings)
    lines = []
    for finding in findings:
        lines.append(f"{finding.verdict:7}  {finding.topic:{width}}  {finding.detail}")
        if finding.remedy:
            lines.append(f"{'':7}  {'':{width}}  → {finding.remedy}")
    problems = sum(finding.verdict is Verdict.PROBLEM for finding in findings)
    lines.append("")
    lines.append("No problem found." if not problems else f"{problems} problem(s) found.")
    return "\n".join(lines)


def diagnose() -> list[Finding]:
    """Run every check; one that fails unexpectedly becomes a problem of its own."""
    findings: list[Finding] = []
    for check in (
        _versions,
        _display,
        _curves,
        _compute,
        _cameras,
        _microphones,
        _models,
        _plugins,
        _session,
        _files,
        _languages,
    ):
        findings.extend(_guarded(check))
    return findings


def _guarded(check: Callable[[], Iterator[Finding]]) -> list[Finding]:
    try:
        return list(check())
    except Exception as error:  # noqa: BLE001 - a diagnosis that crashes helps nobody
        return [Finding(Verdict.PROBLEM, check.__name__.strip("_"), f"the check itself failed: {error}")]


def _versions() -> Iterator[Finding]:
    detail = f"{mmdesk.__version__}, Python {platform.python_version()}, {platform.platform()}"
    yield Finding(Verdict.OK, "mmdesk", detail)
    found, missing = [], []
    for package in DESCRIBED_PACKAGES:
        try:
            found.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            missing.append(package)
    yield Finding(Verdict.OK, "packages", ", ".join(found))
    if missing:
        yield Finding(Verdict.PROBLEM, "packages", f"missing: {', '.join(missing)}", "Install mmdesk again.")


def _display() -> Iterator[Finding]:
    problem = display_problem()
    if problem is not None:
        yield Finding(Verdict.NOTE, "display", *filled(problem))
    else:
        names = [os.environ.get(key) for key in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")]
        yield Finding(Verdict.OK, "display", next(filter(None, names), sys.platform))
    plugin = plugin_problem()
    if plugin is not None:
        yield Finding(Verdict.PROBLEM, "display", *filled(plugin))
    if sys.platform.startswith("linux") and not hasattr(sys, "_MEIPASS"):  # an installed program brings them
        absent = [package for name, package in _XCB_LIBRARIES.items() if ctypes.util.find_library(name) is None]
        if absent:
            remedy = f"On Debian or Ubuntu: sudo apt install {' '.join(absent)}"
            yield Finding(Verdict.PROBLEM, "display", "Qt lacks system libraries to open an X11 window", remedy)


def _curves() -> Iterator[Finding]:
    import pyqtgraph

    yield Finding(Verdict.OK, "learning curves", f"pyqtgraph {pyqtgraph.__version__}")


def _compute() -> Iterator[Finding]:
    import torch

    from mmdesk.models.device import describe_device, resolve_device

    yield Finding(Verdict.OK, "model runs on", describe_device(resolve_device("auto")))
    if not torch.cuda.is_available():
        detail = "no CUDA GPU is usable" + ("" if torch.version.cuda else " (this torch was built without CUDA)")
        yield Finding(Verdict.NOTE, "GPU", detail, "None is needed: the bundled models run on the processor.")


def _cameras() -> Iterator[Finding]:
    from mmdesk.sources.devices import list_cameras

    cameras = list_cameras()
    for camera in cameras:
        yield Finding(Verdict.OK, "camera", f"{camera.key}: {camera.name}")
    if not cameras:
        remedy = (
            "Plug one in, allow its use in the system's privacy settings, or give --camera FILE or --camera http://…"
        )
        yield Finding(Verdict.NOTE, "camera", "none found", remedy)
    for node in sorted(Path("/dev").glob("video*")):
        if not os.access(node, os.R_OK | os.W_OK):
            remedy = 'sudo usermod -aG video "$USER", then log in again'
            yield Finding(Verdict.PROBLEM, "camera", f"no permission to use {node}", remedy)


def _microphones() -> Iterator[Finding]:
    from mmdesk.sources.sound_devices import list_microphones

    try:
        import sounddevice
    except OSError as error:
        remedy = "On Debian or Ubuntu: sudo apt install libportaudio2"
        yield Finding(Verdict.PROBLEM, "microphone", f"PortAudio does not load: {error}", remedy)
        return
    yield Finding(Verdict.OK, "PortAudio", str(sounddevice.get_portaudio_version()[1]))
    microphones = list_microphones()
    for microphone in microphones:
        yield Finding(Verdict.OK, "microphone", microphone.name)
    if not microphones:
        remedy = "Plug one in, or allow its use in the system's privacy settings."
        yield Finding(Verdict.NOTE, "microphone", "none found", remedy)


def _models() -> Iterator[Finding]:
    from mmdesk.models.checkpoint import load_checkpoint
    from mmdesk.models.checkpoint_calibration import Calibration, calibration_words

    for folder in dict.fromkeys((paths.bundled_model(), *paths.bundled_models())):
        try:
            classifier = load_checkpoint(folder)
        except MmdeskError as error:
            yield Finding(Verdict.PROBLEM, "bundled model", *filled(error.problem))
            continue
        parameters = sum(parameter.numel() for parameter in classifier.parameters())
        detail = f"{folder.name}: {len(classifier.labels)} classes, {parameters / 1e6:.2f} M parameters"
        yield Finding(Verdict.OK, "bundled model", detail)
        if Calibration.of(classifier) is None:
            yield Finding(Verdict.NOTE, "bundled model", f"{folder.name}: {calibration_words(classifier)[0]}")


def _plugins() -> Iterator[Finding]:
    from mmdesk.core.input_kind import INPUT_KINDS
    from mmdesk.core.plugins import Registry
    from mmdesk.models.encoders.registry import ENCODER_PARTS
    from mmdesk.models.fusion import FUSIONS

    registries: tuple[Registry[Any], ...] = (FUSIONS, ENCODER_PARTS, INPUT_KINDS)
    for registry in registries:
        for name in registry.usable():
            if (origin := registry.origin(name)) is not None:
                yield Finding(Verdict.OK, "plug-in", f"{origin.distribution} {origin.version}: {origin.group}, {name}")
        for problem in registry.faults():
            yield Finding(Verdict.PROBLEM, "plug-in", *filled(problem))


def _session() -> Iterator[Finding]:
    from mmdesk.sources.session import SessionReader

    try:
        reader = SessionReader(paths.sample_session())
    except MmdeskError as error:
        yield Finding(Verdict.PROBLEM, "sample session", *filled(error.problem))
        return
    yield Finding(Verdict.OK, "sample session", f"{reader.duration_s:.0f} s")


def _files() -> Iterator[Finding]:
    for topic, path in (("log", paths.log_file()), ("settings", paths.settings_file())):
        folder = next(parent for parent in path.parents if parent.exists())
        if os.access(folder, os.W_OK):
            yield Finding(Verdict.OK, topic, str(path))
        else:
            yield Finding(Verdict.PROBLEM, topic, f"{path} cannot be written", f"Check the permissions of {folder}.")


def _languages() -> Iterator[Finding]:
    from mmdesk.ui.language import LANGUAGES, unreadable_translations

    unreadable = unreadable_translations()
    for file in unreadable:
        yield Finding(Verdict.PROBLEM, "languages", f"{file} is missing or damaged", "Install mmdesk again.")
    if not unreadable:
        yield Finding(Verdict.OK, "languages", ", ".join(LANGUAGES.values()))
