"""Camera names, what specifications mean, and pictures made ours."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from mmdesk.core.errors import SourceError
from mmdesk.core.problem import Problem
from mmdesk.core.source_state import DeviceChoice
from mmdesk.sources import devices
from mmdesk.sources.capture import CaptureKind, CaptureTarget, display_name, find_target, kind_of, not_opened, rgb_of
from mmdesk.ui.problem_table import filled

CAMERAS = [DeviceChoice("0", "Integrated Webcam"), DeviceChoice("2", "HD Pro C920"), DeviceChoice("4", "HD Pro C922")]


@pytest.fixture
def cameras(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "list_cameras", lambda: CAMERAS)


@pytest.mark.usefixtures("cameras")
@pytest.mark.parametrize(
    ("spec", "key"),
    [("2", "2"), ("02", "2"), ("7", "7"), ("HD Pro C920", "2"), ("hd pro c922", "4"), ("integrated", "0")],
)
def test_camera_is_found(spec: str, key: str) -> None:
    assert devices.resolve_camera(spec).key == key


@pytest.mark.usefixtures("cameras")
@pytest.mark.parametrize(("spec", "reported"), [("HD Pro", "C922"), ("Nonsuch", "Nonsuch"), ("", "No camera")])
def test_camera_is_not_found(spec: str, reported: str) -> None:
    with pytest.raises(SourceError) as caught:
        devices.resolve_camera(spec)
    assert reported in str(caught.value.problem)
    assert filled(caught.value.problem).remedy


def test_listing_names_and_sorts(monkeypatch: pytest.MonkeyPatch) -> None:
    found = [SimpleNamespace(index=2, name="Second"), SimpleNamespace(index=0, name=None)]
    monkeypatch.setitem(
        sys.modules, "cv2_enumerate_cameras", SimpleNamespace(enumerate_cameras=lambda backend: iter(found))
    )
    assert devices.list_cameras() == [DeviceChoice("0", "Camera 0"), DeviceChoice("2", "Second")]


def test_listing_survives_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(backend: int) -> None:
        raise OSError("no driver")

    monkeypatch.setitem(sys.modules, "cv2_enumerate_cameras", SimpleNamespace(enumerate_cameras=broken))
    assert devices.list_cameras() == []
    monkeypatch.setitem(sys.modules, "cv2_enumerate_cameras", None)
    assert devices.list_cameras() == []


def test_listing_on_this_machine() -> None:
    keys = [camera.key for camera in devices.list_cameras()]
    assert all(key.isdecimal() for key in keys)
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(
    ("spec", "kind"),
    [
        ("0", CaptureKind.DEVICE),
        ("/dev/video2", CaptureKind.DEVICE),
        ("HD Webcam", CaptureKind.DEVICE),
        ("HD Webcam 3.1", CaptureKind.DEVICE),
        ("talk.MP4", CaptureKind.FILE),
        ("films/talk", CaptureKind.FILE),
        ("http://10.0.0.5:8080/video", CaptureKind.URL),
        ("rtsp://camera/1", CaptureKind.URL),
    ],
)
def test_what_a_specification_means(spec: str, kind: CaptureKind) -> None:
    assert kind_of(spec) is kind


def test_existing_file_without_suffix_is_a_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "talk").touch()
    monkeypatch.chdir(tmp_path)
    assert kind_of("talk") is CaptureKind.FILE
    assert find_target("talk").name == "talk"


def test_passwords_are_not_shown() -> None:
    spec = "rtsp://guest:secret@camera.local:554/1"
    target = find_target(spec)
    assert target.location == spec
    assert "secret" not in display_name(spec) + target.name + str(not_opened(target))
    assert "camera.local:554" in target.name


@pytest.mark.parametrize("spec", ["ftp://host/film.mp4", "http://", "file:///film.mp4"])
def test_other_addresses_are_refused(spec: str) -> None:
    with pytest.raises(SourceError, match="address"):
        find_target(spec)


def test_absent_device_is_distinguished(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    problem = not_opened(CaptureTarget(CaptureKind.DEVICE, "97", "Camera 97")).problem
    assert problem == Problem("camera.not_connected", name="Camera 97")


@pytest.mark.parametrize(
    ("shape", "expected"),
    [
        ((48, 64, 3), (48, 64, 3)),
        ((48, 64, 4), (48, 64, 3)),
        ((48, 64), (48, 64, 3)),
        ((2000, 1000, 3), (1280, 640, 3)),
    ],
)
def test_pictures_become_ours(shape: tuple[int, ...], expected: tuple[int, ...]) -> None:
    picture_bgr = np.zeros(shape, np.uint8)
    if len(shape) == 3:
        picture_bgr[..., 0] = 250  # blue
    frame_rgb = rgb_of(picture_bgr)
    assert frame_rgb.shape == expected
    assert frame_rgb.flags.c_contiguous
    assert not frame_rgb.flags.writeable
    assert not np.shares_memory(frame_rgb, picture_bgr)
    assert frame_rgb[0, 0].tolist() == ([0, 0, 250] if len(shape) == 3 else [0, 0, 0])


def test_importing_a_camera_does_not_import_opencv() -> None:
    import subprocess

    modules = "mmdesk.sources.camera, mmdesk.sources.session, mmdesk.sources.image_presence"
    code = f"import sys, {modules}; print('cv2' in sys.modules)"
    answer = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert answer.stdout.strip() == "False"
