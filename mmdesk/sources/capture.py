"""Opening cameras, video files and network streams with OpenCV, and making their pictures ours."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any, Protocol
from urllib.parse import urlsplit, urlunsplit

import numpy as np
from numpy.typing import NDArray

from mmdesk.core.errors import SourceError
from mmdesk.core.printable import printable
from mmdesk.core.problem import Problem
from mmdesk.sources.devices import CAMERA_BACKEND, list_cameras, resolve_camera
from mmdesk.sources.files.native_path import native_path

LONGEST_SIDE_PX = 1280
"""Larger pictures are reduced on arrival: no panel shows more, and a 4K picture costs 25 MB a copy."""

URL_OPEN_TIMEOUT_MS = 1500
URL_READ_TIMEOUT_MS = 1000
_DEVICE_SIZE_PX = (640, 480)
_DEVICE_FPS = 30
_URL_SCHEMES = ("http", "https", "rtsp")
_VIDEO_SUFFIXES = (".avi", ".m4v", ".mjpeg", ".mjpg", ".mkv", ".mov", ".mp4", ".mpeg", ".mpg", ".ogv", ".webm", ".wmv")
_VIDEO_DEVICE = re.compile(r"/dev/video(\d+)")


class CaptureKind(StrEnum):
    """What a specification points to."""

    DEVICE = "device"
    FILE = "file"
    URL = "url"


@dataclass(frozen=True, slots=True)
class CaptureTarget:
    """Something that can be opened.

    Attributes:
        location: What OpenCV is given: an index ("0"), a path or an address.
        name: What the user calls it; never holds a password.
    """

    kind: CaptureKind
    location: str
    name: str


class Capture(Protocol):
    """What is used of `cv2.VideoCapture`, under its names.

    Its real behaviour, which is not what one expects: after the end of a stream `read` returns (False, None) while
    `isOpened` stays true; `read` may block for ever when a driver hangs; an unplugged camera may repeat its last
    picture for ever with `read` true (opencv#5221, #14044, #4468).
    """

    def isOpened(self) -> bool:  # noqa: N802
        """Whether opening succeeded."""

    def read(self) -> tuple[bool, NDArray[Any] | None]:
        """Block for the next picture, (H, W, 3) uint8 BGR."""

    def get(self, prop: int, /) -> float:
        """A `cv2.CAP_PROP_…` value; 0.0 when unknown."""

    def set(self, prop: int, value: float, /) -> bool:
        """Set a `cv2.CAP_PROP_…` value; whether that was possible."""

    def release(self) -> None:
        """Close. Only on the thread that reads: releasing under a running `read` crashes drivers."""


OpenCapture = Callable[[CaptureTarget], Capture]
"""Opens a target and may block; returns a capture that is not opened when that fails, as OpenCV does."""


@cache
def load_cv2() -> ModuleType:
    """Import OpenCV; 0.2–0.5 s the first time, so never on the window's thread."""
    # OpenCV asks for permission only on the main thread; without this macOS's own question never appears.
    os.environ.setdefault("OPENCV_AVFOUNDATION_SKIP_AUTH", "1")
    import cv2

    cv2.setNumThreads(1)  # sharing out a camera's picture costs more than it saves: 2.3 ms for 0.9 on two cores
    return cv2


def kind_of(spec: str) -> CaptureKind:
    """Tell what a specification means, without looking at any device."""
    text = spec.strip()
    if text.isdecimal() or _VIDEO_DEVICE.fullmatch(text):
        return CaptureKind.DEVICE
    if "://" in text:
        return CaptureKind.URL
    path = Path(text).expanduser()
    looks_like_path = "/" in text or os.sep in text or path.suffix.lower() in _VIDEO_SUFFIXES
    return CaptureKind.FILE if text and (looks_like_path or path.is_file()) else CaptureKind.DEVICE


def display_name(spec: str) -> str:
    """Return what to call a source before anything is known about it; passwords in addresses are left out."""
    text = printable(spec.strip())
    match kind_of(text):
        case CaptureKind.URL:
            parts = urlsplit(text)
            return urlunsplit(parts._replace(netloc=parts.netloc.rpartition("@")[2]))
        case CaptureKind.FILE:
            return Path(text).name
        case CaptureKind.DEVICE:
            return f"Camera {int(text)}" if text.isdecimal() else text


def find_target(spec: str) -> CaptureTarget:
    """Resolve a specification; may ask the system for its cameras, so only on a capture thread.

    Raises:
        SourceError: It names no camera, no existing file, or an address of a kind that cannot be opened.
    """
    text = spec.strip()
    name = display_name(text)
    match kind_of(text):
        case CaptureKind.URL:
            scheme = urlsplit(text).scheme.lower()
            if scheme not in _URL_SCHEMES or not urlsplit(text).netloc or printable(text) != text:
                raise SourceError(Problem("camera.address", name=name))
            return CaptureTarget(CaptureKind.URL, text, name)
        case CaptureKind.FILE:
            path = Path(text).expanduser()
            if not path.is_file():
                raise SourceError(Problem("video.missing", path=path))
            return CaptureTarget(CaptureKind.FILE, str(path), name)
        case CaptureKind.DEVICE:
            match = _VIDEO_DEVICE.fullmatch(text)
            camera = resolve_camera(match[1] if match else text)
            return CaptureTarget(CaptureKind.DEVICE, camera.key, camera.name)


def open_capture(target: CaptureTarget) -> Capture:
    """Open a target with OpenCV. Blocks: milliseconds as a rule, seconds with some drivers."""
    cv2 = load_cv2()
    capture: Capture
    match target.kind:
        case CaptureKind.DEVICE:
            device = cv2.VideoCapture(int(target.location), CAMERA_BACKEND)
            if device.isOpened():
                # Wishes, not demands: a camera takes what it can. Uncompressed 640×480 at 30 fps fills a USB 2 bus.
                device.set(cv2.CAP_PROP_FOURCC, cv2.VideoWriter.fourcc(*"MJPG"))
                device.set(cv2.CAP_PROP_FRAME_WIDTH, _DEVICE_SIZE_PX[0])
                device.set(cv2.CAP_PROP_FRAME_HEIGHT, _DEVICE_SIZE_PX[1])
                device.set(cv2.CAP_PROP_FPS, _DEVICE_FPS)
            capture = device
        case CaptureKind.FILE:
            with native_path(Path(target.location)) as name:
                capture = cv2.VideoCapture(name, cv2.CAP_FFMPEG)
        case CaptureKind.URL:
            # Without the limits a stream that hangs holds its reader for 30 s.
            limits = [cv2.CAP_PROP_OPEN_TIMEOUT_MSEC, URL_OPEN_TIMEOUT_MS]
            limits += [cv2.CAP_PROP_READ_TIMEOUT_MSEC, URL_READ_TIMEOUT_MS]
            capture = cv2.VideoCapture(target.location, cv2.CAP_FFMPEG, limits)
    return capture


def not_opened(target: CaptureTarget) -> SourceError:
    """Say why a target could not be opened."""
    match target.kind:
        case CaptureKind.FILE:
            return SourceError(Problem("video.unreadable", path=target.location))
        case CaptureKind.URL:
            return SourceError(Problem("camera.no_video", name=target.name))
        case CaptureKind.DEVICE:
            return _device_not_opened(target)


def _device_not_opened(target: CaptureTarget) -> SourceError:
    path = Path(f"/dev/video{target.location}")
    if sys.platform.startswith("linux"):
        if not path.exists():
            missing = not any(camera.key == target.location for camera in list_cameras())
            if missing:
                return SourceError(Problem("camera.not_connected", name=target.name))
        elif not os.access(path, os.R_OK | os.W_OK):
            return SourceError(Problem("camera.forbidden", name=target.name, path=path))
    match sys.platform:
        case "darwin":
            return SourceError(Problem("camera.cannot_open.macos", name=target.name))
        case "win32":
            return SourceError(Problem("camera.cannot_open.windows", name=target.name))
        case _:
            return SourceError(Problem("camera.cannot_open", name=target.name))


def rgb_of(picture_bgr: NDArray[Any]) -> NDArray[np.uint8]:
    """Convert one captured picture; the result is a new array.

    Args:
        picture_bgr: (H, W, 3) BGR, (H, W, 4) BGRA or (H, W) grey, uint8.

    Returns:
        (H', W', 3) uint8 RGB, C-contiguous, read-only; reduced to `LONGEST_SIDE_PX` where larger.
    """
    cv2 = load_cv2()
    height_px, width_px = picture_bgr.shape[:2]
    scale = LONGEST_SIDE_PX / max(height_px, width_px)
    if scale < 1:
        size = (max(1, round(width_px * scale)), max(1, round(height_px * scale)))
        picture_bgr = cv2.resize(picture_bgr, size, interpolation=cv2.INTER_AREA)
    channels = picture_bgr.shape[2] if picture_bgr.ndim == 3 else 1
    code = {1: cv2.COLOR_GRAY2RGB, 3: cv2.COLOR_BGR2RGB, 4: cv2.COLOR_BGRA2RGB}[channels]
    frame_rgb: NDArray[np.uint8] = np.ascontiguousarray(cv2.cvtColor(picture_bgr, code))
    frame_rgb.flags.writeable = False
    return frame_rgb
