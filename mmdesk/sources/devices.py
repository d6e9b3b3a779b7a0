"""Which cameras are connected, under the names their makers gave them."""

from __future__ import annotations

import logging
import sys

from mmdesk.core.errors import SourceError
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import DeviceChoice

log = logging.getLogger(__name__)

_V4L2, _DSHOW, _AVFOUNDATION = 200, 700, 1200

# An index means another device under another backend, so listing and opening must use the same one. DirectShow,
# because Media Foundation takes many seconds to open some cameras (opencv#17687).
CAMERA_BACKEND: int = {"win32": _DSHOW, "darwin": _AVFOUNDATION}.get(sys.platform, _V4L2)
"""The OpenCV backend (`cv2.CAP_…`) that the indices of `list_cameras` belong to."""


def list_cameras() -> list[DeviceChoice]:
    """Return the cameras present now, keys being indices ("0"), sorted by index; empty when there are none.

    The first call imports OpenCV (some tenths of a second), and a driver may take its time to answer: not for the
    window's thread. Devices are not opened. Never raises.
    """
    # The edge to drivers and to a package of ctypes calls: whatever they raise, the picker shows no cameras.
    try:
        from cv2_enumerate_cameras import enumerate_cameras

        found = {int(camera.index): str(camera.name or "").strip() for camera in enumerate_cameras(CAMERA_BACKEND)}
    except Exception:
        log.warning("cameras could not be listed", exc_info=True)
        return []
    return [DeviceChoice(str(index), name or f"Camera {index}") for index, name in sorted(found.items())]


def resolve_camera(spec: str) -> DeviceChoice:
    """Find a camera by its index, its name or an unmistakable part of its name (upper or lower case alike).

    An index is taken as it is, listed or not: some drivers list nothing and open all the same.

    Raises:
        SourceError: No camera, or more than one, is meant by `spec`.
    """
    cameras = list_cameras()
    wanted = spec.strip()
    if wanted.isdecimal():
        key = str(int(wanted))
        return next((camera for camera in cameras if camera.key == key), DeviceChoice(key, f"Camera {key}"))
    if not wanted:
        raise SourceError(Problem("camera.not_named"))
    folded = wanted.casefold()
    matches = [camera for camera in cameras if camera.name.casefold() == folded] or [
        camera for camera in cameras if folded in camera.name.casefold()
    ]
    if not matches:
        if not cameras:
            raise SourceError(Problem("camera.unknown", name=wanted))
        known = ", ".join(camera.name for camera in cameras)
        raise SourceError(Problem("camera.unknown.others", name=wanted, known=known))
    if len({camera.name for camera in matches}) > 1:
        known = ", ".join(camera.name for camera in matches)
        raise SourceError(Problem("camera.ambiguous", name=wanted, known=known))
    # Two cameras of one make have one name; the first is as good a guess as any.
    return matches[0]
