"""The camera source: one contract for a fake device, a real file and a real network stream; then their faults."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event, Thread

import cv2
import numpy as np
import pytest

from mmdesk.core.frame import Frame
from mmdesk.core.source_state import SourceStatus
from mmdesk.sources.camera import CameraSource, CameraTiming
from mmdesk.ui.problem_table import filled
from tests.fakes.captures import FakeDevice, Picture, UnknownDevices, noisy_pictures
from tests.fakes.mjpeg_server import MjpegServer, encode_jpeg
from tests.fakes.sinks import LIMIT_S, SourceSinks

IMPATIENT = CameraTiming(
    open_s=5.0, first_frame_s=5.0, stale_s=0.15, repeated_s=0.1, reopen_s=0.01, reopen_longest_s=0.04, retry_s=0.01
)
Make = Callable[[SourceSinks], CameraSource]


def write_video(path: Path, pictures: list[Picture], fps: float = 25.0) -> Path:
    height_px, width_px = pictures[0].shape[:2]
    fourcc = cv2.VideoWriter.fourcc(*("mp4v" if path.suffix == ".mp4" else "MJPG"))
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, fourcc, fps, (width_px, height_px))
    assert writer.isOpened()
    for picture in pictures:
        writer.write(picture)
    writer.release()
    return path


def red_pictures(count: int) -> list[Picture]:
    source = noisy_pictures()
    return [next(source) for _ in range(count)]


@pytest.fixture(scope="module")
def video(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_video(tmp_path_factory.mktemp("video") / "red.mp4", red_pictures(8), fps=50)


@pytest.fixture
def server() -> Iterator[MjpegServer]:
    with MjpegServer([encode_jpeg(picture) for picture in red_pictures(6)], fps=60) as running:
        yield running


@pytest.fixture
def sinks() -> SourceSinks:
    return SourceSinks()


def camera_threads() -> list[str]:
    return [thread.name for thread in threading.enumerate() if thread.name.startswith("camera")]


def fake_source(device: FakeDevice, sinks: SourceSinks, timing: CameraTiming = IMPATIENT) -> CameraSource:
    return CameraSource(
        "0", sinks.on_frame, sinks.on_state, open_capture=device.open, find_target=device.find, timing=timing
    )


@pytest.fixture(params=["device", "file", "url"])
def make(request: pytest.FixtureRequest) -> Make:
    """Makes a source of each kind; file and address go through the real OpenCV."""
    if request.param == "device":
        return lambda sinks: fake_source(FakeDevice(), sinks)
    spec = str(request.getfixturevalue("video")) if request.param == "file" else request.getfixturevalue("server").url
    return lambda sinks: CameraSource(spec, sinks.on_frame, sinks.on_state)


# --- the contract -----------------------------------------------------------------------------------------------------


def test_starts_then_runs(make: Make, sinks: SourceSinks) -> None:
    source = make(sinks)
    assert source.state.status is SourceStatus.OFF
    source.start()
    sinks.wait_frames(20)
    assert source.stop()
    assert sinks.statuses == [SourceStatus.STARTING, SourceStatus.RUNNING]
    assert source.state.status is SourceStatus.OFF


def test_frames_are_read_only_rgb_in_order(make: Make, sinks: SourceSinks) -> None:
    source = make(sinks)
    source.start()
    sinks.wait_frames(12)
    source.stop()
    assert [frame.sequence for frame in sinks.frames] == list(range(sinks.count))
    times_s = [frame.time_s for frame in sinks.frames]
    assert times_s == sorted(times_s)
    for frame in sinks.frames:
        picture = frame.frame_rgb
        assert picture.shape == (120, 160, 3)
        assert picture.dtype == np.uint8
        assert picture.flags.c_contiguous
        assert not picture.flags.writeable
        assert picture[..., 0].mean() > 180  # red first
        assert picture[..., 2].mean() < 60
    assert len({id(frame.frame_rgb) for frame in sinks.frames}) == sinks.count


def test_nothing_comes_after_stop(make: Make, sinks: SourceSinks) -> None:
    source = make(sinks)
    source.start()
    sinks.wait_frames(1)
    source.stop()
    frames, states = sinks.count, len(sinks.states)
    assert camera_threads() == []
    assert source.stop()  # twice is harmless
    assert (sinks.count, len(sinks.states)) == (frames, states)


def test_stop_from_within_a_sink(make: Make) -> None:
    stopped = Event()
    frames: list[Frame] = []
    sinks = SourceSinks()

    def on_frame(frame: Frame) -> None:
        frames.append(frame)
        source.stop()
        stopped.set()

    sinks.on_frame = on_frame  # type: ignore[method-assign]
    source = make(sinks)
    source.start()
    assert stopped.wait(LIMIT_S)
    assert source.stop()
    assert len(frames) == 1


def test_many_switches_leave_no_thread(make: Make) -> None:
    """200 of a device; fewer of the kinds that open files and sockets, each some ten milliseconds."""
    first = make(SourceSinks())
    switches = 200 if first.kind == "device" else 25
    for number in range(switches):
        sinks = SourceSinks()
        source = make(sinks)
        source.start()
        if number % 2:
            sinks.wait_frames(1)  # every other one is stopped in the middle of opening
        assert source.stop()
    assert camera_threads() == []


# --- faults of a device -----------------------------------------------------------------------------------------------


def test_unplugged_and_plugged_in_again(sinks: SourceSinks) -> None:
    device = FakeDevice()
    source = fake_source(device, sinks)
    source.start()
    sinks.wait_frames(3)
    device.unplug()
    state = sinks.wait_status(SourceStatus.LOST)
    assert "Fake Webcam" in str(state.problem)
    assert filled(state.problem).remedy
    device.plug_in()
    sinks.wait_status(SourceStatus.RUNNING, times=2)
    sinks.wait_frames(3)
    assert source.stop()
    assert device.alive == 0
    assert [frame.sequence for frame in sinks.frames] == list(range(sinks.count))


def test_hanging_driver_is_abandoned_and_reopened(sinks: SourceSinks) -> None:
    device = FakeDevice()
    source = fake_source(device, sinks)
    source.start()
    sinks.wait_frames(3)
    device.hang()
    assert sinks.wait_status(SourceStatus.LOST).problem.code == "camera.silent"
    device.let_go()
    sinks.wait_status(SourceStatus.RUNNING, times=2)
    assert source.stop()
    assert device.alive == 0  # the abandoned reader has closed its capture


def test_stop_returns_while_the_driver_hangs(sinks: SourceSinks) -> None:
    device = FakeDevice()
    source = fake_source(device, sinks, CameraTiming())
    source.start()
    sinks.wait_frames(1)
    device.hang()
    sinks.wait_until(lambda: device.blocked == 1, "a hanging read")
    stopped = source.stop(timeout_s=0.05)
    frames = sinks.count
    device.let_go()
    assert not stopped
    assert source.stop()  # the reader has come back
    assert sinks.count == frames


def test_driver_that_hangs_for_good_collects_no_threads(sinks: SourceSinks) -> None:
    device = FakeDevice()
    impatient = CameraTiming(open_s=0.02, first_frame_s=0.02, stale_s=0.02, reopen_s=0.001, reopen_longest_s=0.001)
    source = fake_source(device, sinks, impatient)
    source.start()
    sinks.wait_frames(1)
    device.hang()
    sinks.wait_until(lambda: len(source._abandoned) == 3, "three abandoned readers")
    sinks.wait_until(lambda: device.blocked == 3, "three hanging readers")
    assert len(camera_threads()) == 4
    assert source._reader is None  # none is started while these are stuck
    device.let_go()
    sinks.wait_status(SourceStatus.RUNNING, times=2)
    assert source.stop()


def test_repeated_picture_is_lost(sinks: SourceSinks) -> None:
    device = FakeDevice()
    source = fake_source(device, sinks)
    source.start()
    sinks.wait_frames(3)
    device.repeat()
    assert "same picture" in str(sinks.wait_status(SourceStatus.LOST).problem)
    device.plug_in()
    sinks.wait_status(SourceStatus.RUNNING, times=2)
    assert source.stop()


def test_still_of_a_virtual_camera_is_not_lost_again(sinks: SourceSinks) -> None:
    still = next(noisy_pictures())
    device = FakeDevice(itertools.repeat(still))
    source = fake_source(device, sinks)
    source.start()
    sinks.wait_status(SourceStatus.RUNNING, times=2)
    sinks.wait_frames(60)  # 0.3 s, three times the limit
    assert source.stop()
    assert sinks.statuses.count(SourceStatus.LOST) == 1


def test_closed_shutter_is_not_lost(sinks: SourceSinks) -> None:
    black = np.zeros((120, 160, 3), np.uint8)
    source = fake_source(FakeDevice(itertools.repeat(black)), sinks)
    source.start()
    sinks.wait_frames(60)
    assert source.stop()
    assert SourceStatus.LOST not in sinks.statuses


def test_raising_driver_is_lost(sinks: SourceSinks, caplog: pytest.LogCaptureFixture) -> None:
    device = FakeDevice()
    source = fake_source(device, sinks)
    source.start()
    sinks.wait_frames(1)
    device.break_driver()
    assert filled(sinks.wait_status(SourceStatus.LOST).problem).remedy
    device.plug_in()
    sinks.wait_status(SourceStatus.RUNNING, times=2)
    assert source.stop()
    assert "select() failed" in caplog.text


def test_device_that_never_opens_fails_and_is_tried_again(sinks: SourceSinks) -> None:
    device = FakeDevice()
    device.unplug()
    source = fake_source(device, sinks)
    source.start()
    state = sinks.wait_status(SourceStatus.FAILED)
    assert "Fake Webcam" in str(state.problem)
    assert filled(state.problem).remedy
    sinks.wait_until(lambda: device.opened >= 3, "more attempts")
    device.plug_in()
    sinks.wait_status(SourceStatus.RUNNING)
    assert source.stop()
    assert sinks.statuses == [SourceStatus.STARTING, SourceStatus.FAILED, SourceStatus.RUNNING]


def test_unknown_camera_fails(sinks: SourceSinks) -> None:
    source = CameraSource(
        "Nonsuch 3000", sinks.on_frame, sinks.on_state, find_target=UnknownDevices().find, timing=IMPATIENT
    )
    source.start()
    state = sinks.wait_status(SourceStatus.FAILED)
    assert source.stop()
    assert "Nonsuch 3000" in str(state.problem)
    assert filled(state.problem).remedy


def test_real_absent_camera_fails(sinks: SourceSinks) -> None:
    source = CameraSource("97", sinks.on_frame, sinks.on_state)
    source.start()
    state = sinks.wait_status(SourceStatus.FAILED)
    assert source.stop()
    assert "97" in str(state.problem)
    assert filled(state.problem).remedy


def test_large_pictures_are_reduced(sinks: SourceSinks) -> None:
    source = fake_source(FakeDevice(noisy_pictures(size_px=(2160, 3840))), sinks, CameraTiming())
    source.start()
    sinks.wait_frames(1)
    source.stop()
    assert sinks.frames[0].frame_rgb.shape == (720, 1280, 3)


# --- files ------------------------------------------------------------------------------------------------------------


def test_file_plays_at_its_own_speed(video: Path, sinks: SourceSinks) -> None:
    source = CameraSource(str(video), sinks.on_frame, sinks.on_state)
    source.start()
    sinks.wait_frames(41)  # five times round
    source.stop()
    first, last = sinks.frames[0], sinks.frames[40]
    # A busy machine may be late with one frame or another, so this is one-sided: never faster than filmed.
    assert last.time_s - first.time_s > 40 / 50 - 0.05


def test_file_ends_where_it_does_not_loop(video: Path, sinks: SourceSinks) -> None:
    source = CameraSource(str(video), sinks.on_frame, sinks.on_state, loop=False)
    source.start()
    sinks.wait_status(SourceStatus.ENDED)
    assert sinks.count == 8
    assert source.stop()


@pytest.mark.parametrize("content", [None, b"", b"no video at all" * 100])
def test_bad_file_fails_for_good(tmp_path: Path, sinks: SourceSinks, content: bytes | None) -> None:
    path = tmp_path / "talk.mp4"
    if content is not None:
        path.write_bytes(content)
    source = CameraSource(str(path), sinks.on_frame, sinks.on_state, timing=IMPATIENT)
    source.start()
    state = sinks.wait_status(SourceStatus.FAILED)
    assert "talk.mp4" in str(state.problem)
    assert filled(state.problem).remedy
    assert source._thread is not None
    source._thread.join(LIMIT_S)  # it does not try again
    assert sinks.statuses == [SourceStatus.STARTING, SourceStatus.FAILED]
    assert source.stop()


# --- streams ----------------------------------------------------------------------------------------------------------


def url_source(server: MjpegServer, sinks: SourceSinks) -> CameraSource:
    return CameraSource(server.url, sinks.on_frame, sinks.on_state, timing=CameraTiming(reopen_s=0.01, retry_s=0.01))


def test_stream_cut_off_comes_back(server: MjpegServer, sinks: SourceSinks) -> None:
    source = url_source(server, sinks)
    source.start()
    sinks.wait_frames(3)
    server.stop_stream()
    assert "127.0.0.1" in str(sinks.wait_status(SourceStatus.LOST).problem)
    server.resume()
    sinks.wait_status(SourceStatus.RUNNING, times=2)
    assert source.stop()


def test_stream_that_hangs_comes_back(server: MjpegServer, sinks: SourceSinks) -> None:
    source = url_source(server, sinks)
    source.start()
    sinks.wait_frames(3)
    server.hang()
    sinks.wait_status(SourceStatus.LOST)
    server.resume()
    sinks.wait_status(SourceStatus.RUNNING, times=2)
    assert source.stop()


def test_stop_during_a_hung_stream(server: MjpegServer, sinks: SourceSinks) -> None:
    source = url_source(server, sinks)
    source.start()
    sinks.wait_frames(1)
    server.hang()
    assert source.stop(timeout_s=4.0)  # OpenCV gives up after its read timeout


def test_refused_address_fails_until_it_answers(server: MjpegServer, sinks: SourceSinks) -> None:
    server.stop_stream()
    source = url_source(server, sinks)
    source.start()
    assert "127.0.0.1" in str(sinks.wait_status(SourceStatus.FAILED).problem)
    server.resume()
    sinks.wait_status(SourceStatus.RUNNING)
    assert source.stop()


def test_stop_comes_through_while_a_sink_blocks(server: MjpegServer) -> None:
    """A sink that breaks its contract must not hang the lane that switches sources."""
    entered, leave = Event(), Event()
    sinks = SourceSinks()

    def on_frame(frame: Frame) -> None:
        entered.set()
        leave.wait(LIMIT_S)

    source = CameraSource(server.url, on_frame, sinks.on_state)
    source.start()
    assert entered.wait(LIMIT_S)
    answers: list[bool] = []
    stopper = Thread(target=lambda: answers.append(source.stop(timeout_s=0.05)))
    stopper.start()
    stopper.join(LIMIT_S)
    leave.set()
    assert answers == [False]
    assert source.stop()
