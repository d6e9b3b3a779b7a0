"""Recordings: written in fragments, read back whole, torn off and damaged."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import tracemalloc
from pathlib import Path

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.errors import OutputError, SourceError
from mmdesk.core.modality import Modality
from mmdesk.sources.session import RecordingWriter, SessionReader, SessionSource, recording_index
from mmdesk.sources.session.stored_picture import store_picture
from tests.fakes.recordings import FPS, RATE_HZ, damage, picture, play, tone, write_recording
from tests.fakes.sinks import SourceSinks


def heard_of(reader: SessionReader, start_s: float = 0.0) -> NDArray[np.float32]:
    parts = [np.zeros(0, np.float32)]
    with reader.sound(start_s) as sound:
        while len(part := sound.read(3001)):
            parts.append(part)
    return np.concatenate(parts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_recording(tmp_path / "recording")


def test_what_is_recorded_is_read(folder: Path) -> None:
    reader = SessionReader(folder)
    assert (reader.title, reader.duration_s, reader.fps) == ("Three says five", 2.0, pytest.approx(FPS))
    assert reader.modalities == frozenset(Modality)
    assert reader.damage is None
    frames = list(reader.frames())
    assert [time_s for time_s, _ in frames] == pytest.approx([index / FPS for index in range(2 * FPS)])
    for time_s, frame_rgb in frames:
        assert not frame_rgb.flags.writeable
        assert abs(frame_rgb[..., 0].mean() - picture(time_s)[..., 0].mean()) < 4
    np.testing.assert_array_equal(heard_of(reader), tone(0, 2 * RATE_HZ))
    np.testing.assert_array_equal(heard_of(reader, 1.2345), tone(0, 2 * RATE_HZ)[round(1.2345 * RATE_HZ) :])
    assert list(reader.text_events()) == [(0.2, "three, 三")]
    assert [(mark.time_s, mark.name) for mark in reader.marks] == [(0.2, "the three")]
    assert all(reader.gaps(modality) == () for modality in Modality)


def test_other_programs_play_the_sound(folder: Path) -> None:
    wave, rate_hz = soundfile.read(folder / "audio.wav", dtype="float32")
    assert rate_hz == RATE_HZ
    np.testing.assert_array_equal(wave, tone(0, 2 * RATE_HZ))


def test_a_recording_is_played_in_place_of_devices(folder: Path) -> None:
    sinks, ring = SourceSinks(), AudioRing()
    source = SessionSource(folder, sinks.on_frame, ring, lambda *_: None, sinks.on_state, loop=False)
    source.start()
    try:
        sinks.wait_until(lambda: sinks.count >= 3, "pictures")
    finally:
        assert source.stop()
    assert len(sinks.frames) >= 3


def test_what_came_to_the_disk_outlives_a_power_cut(tmp_path: Path) -> None:
    folder, copy = tmp_path / "recording", tmp_path / "copy"
    writer = RecordingWriter(folder, "x")
    for index in range(2 * FPS):
        writer.add_picture("image", store_picture(picture(index / FPS)), index / FPS)
        if index == FPS:
            writer._sync()
            sizes = {path.name: path.stat().st_size for path in folder.iterdir()}
    writer.let_go()
    copy.mkdir()
    for name, size in sizes.items():
        # What had not come to the disk is lost, or there as zeros.
        content = (folder / name).read_bytes()
        (copy / name).write_bytes(content[:size] + bytes(len(content) - size))
    reader = SessionReader(copy)
    assert sum(1 for _ in reader.frames()) == FPS + 1
    assert reader.duration_s == pytest.approx(1.0 + 1 / FPS)


@pytest.mark.parametrize("finish", [True, False])
def test_torn_or_altered_at_any_byte_it_plays_or_says_why(tmp_path: Path, finish: bool) -> None:
    whole = write_recording(tmp_path / "whole", 1.0, finish=finish)
    random = np.random.default_rng(3)
    told = 0
    for number in range(40):
        folder = tmp_path / str(number)
        shutil.copytree(whole, folder)
        done = damage(folder, random)
        played = play(folder)
        assert "\n" not in played.line, done
        assert played.opened or played.line, done
        assert played.pictures <= FPS, done
        told += bool(played.line)
    assert told > 20


def test_a_torn_journal_costs_its_last_row_only(tmp_path: Path) -> None:
    folder = write_recording(tmp_path / "s", finish=False)
    journal = folder / "journal.jsonl"
    rows = journal.read_bytes().splitlines(keepends=True)
    last = next(index for index in reversed(range(len(rows))) if b'"picture"' in rows[index])
    journal.write_bytes(b"".join(rows[:last]) + rows[last][:-5])
    reader = SessionReader(folder)
    assert sum(1 for _ in reader.frames()) == 2 * FPS - 1
    assert reader.damage is not None
    assert reader.damage.code == "session.interrupted"


def test_an_altered_picture_is_left_out_and_told(folder: Path) -> None:
    pictures = folder / "image.mjpeg"
    content = bytearray(pictures.read_bytes())
    content[len(content) // 2] ^= 4
    pictures.write_bytes(content)
    reader = SessionReader(folder)
    for _ in range(2):  # told once, however often it is played
        assert sum(1 for _ in reader.frames()) == 2 * FPS - 1
        assert reader.damage is not None
        assert dict(reader.damage.fields)["count"] == 1


class Failing(io.BytesIO):
    """A file that cannot be read any more."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number

    def read(self, size: int | None = -1) -> bytes:
        raise OSError(self._number, os.strerror(self._number))


@pytest.mark.parametrize("name", ["image.mjpeg", "audio.wav"])
@pytest.mark.parametrize(
    ("number", "code", "remedy"),
    [
        (errno.EIO, "session.gone", "Connect the disk again, or put the folder back; then open the recording anew."),
        (errno.ESTALE, "session.gone", "Connect the disk again, or put the folder back; then open the recording anew."),
        (errno.EACCES, "session.unreadable", "Check its permissions."),
    ],
)
def test_what_cannot_be_read_any_more_is_told_of_the_file_and_why(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int, code: str, remedy: str
) -> None:
    reader = SessionReader(folder)
    moments = reader.moments()
    assert moments is not None
    opened = Path.open
    monkeypatch.setattr(
        Path, "open", lambda path, *more, **how: Failing(number) if path.name == name else opened(path, *more, **how)
    )
    read_all = {"image.mjpeg": lambda: list(reader.frames()), "audio.wav": lambda: heard_of(reader)}
    for read in (read_all[name], lambda: moments.at(0)):
        with pytest.raises(SourceError) as raised:
            read()
        assert raised.value.problem.code == code
        assert name in str(raised.value)
        assert str(raised.value).endswith(remedy)


def test_an_answer_made_of_less_than_nothing_is_not_whole(tmp_path: Path) -> None:
    writer = RecordingWriter(tmp_path / "s", "x")
    writer.add_sound("audio", tone(0, 1600), 0.1, fresh=True)
    writer.add_event("answer", 0.2, of={"audio": ["present", 0.1, 0, -1, 0]}, fusion="gate", label="3")
    writer.close(1.0)
    moments = SessionReader(tmp_path / "s").moments()
    assert moments is not None
    moment = moments.at(0)
    assert moment is not None
    assert not moment.whole


def test_to_open_one_can_be_given_up(folder: Path) -> None:
    whole = SessionReader(folder)
    asked = 0

    def goes_on() -> bool:
        nonlocal asked
        asked += 1
        return asked <= 20

    part = SessionReader(folder, goes_on)
    assert asked == 21
    assert 0 < part.duration_s < whole.duration_s


def test_names_fit_in_a_line_whatever_a_recording_calls_things(tmp_path: Path) -> None:
    long = "a\nvery long \t name " * 5000
    writer = RecordingWriter(tmp_path / "s", long)
    writer.add_picture("image", store_picture(picture(0)), 0.0)
    for number in range(5100):
        writer.add_event("mark", 0.1, id=number, name=long[:500])
    for number in range(50):
        writer.add_event("model", 0.1, name=f"{number} {long[:500]}")
    writer.add_event("answer", 0.2, of={"image": ["present", 0.0]}, fusion="gate", label=long)
    writer.close(1.0)
    reader = SessionReader(tmp_path / "s")
    names = [reader.title, *reader.models, *(mark.name for mark in reader.marks)]
    assert all(0 < len(name) <= 200 and name == " ".join(name.split()) for name in names)
    assert len(reader.answers()[0].label) == 200
    assert (len(reader.marks), len(reader.models)) == (5000, 20)


def test_a_newer_version_is_named(folder: Path) -> None:
    head = folder / "session.json"
    head.write_text(json.dumps(json.loads(head.read_text()) | {"version": 3}))
    with pytest.raises(SourceError) as raised:
        SessionReader(folder)
    assert raised.value.problem.code == "session.version"


def test_a_recording_of_nothing_says_so(tmp_path: Path) -> None:
    writer = RecordingWriter(tmp_path / "s", "x")
    writer.close(1.0)
    with pytest.raises(SourceError) as raised:
        SessionReader(tmp_path / "s")
    assert raised.value.problem.code == "session.nothing_left"


@pytest.mark.parametrize("kind", ["image", "audio", "text"])
def test_one_modality_is_enough(tmp_path: Path, kind: str) -> None:
    writer = RecordingWriter(tmp_path / "s", "x")
    if kind == "image":
        writer.add_picture("image", store_picture(picture(0)), 0.1)
    elif kind == "audio":
        writer.add_sound("audio", tone(0, 8000), 0.5, fresh=True)
    else:
        writer.add_text("text", "seven", 0.2)
    writer.close(0.6)
    reader = SessionReader(tmp_path / "s")
    assert reader.modalities == {Modality(kind)}
    assert len(list(reader.frames())) == (kind == "image")
    assert heard_of(reader).any() == (kind == "audio")
    assert len(heard_of(reader)) == round(0.6 * RATE_HZ)
    assert len(list(reader.text_events())) == (kind == "text")


def test_a_camera_may_change_its_size(tmp_path: Path) -> None:
    writer = RecordingWriter(tmp_path / "s", "x")
    sizes = [(48, 64), (120, 160), (30, 30)]
    for index, (height_px, width_px) in enumerate(sizes):
        writer.add_picture("image", store_picture(picture(0, height_px, width_px)), index / FPS)
    writer.close(1.0)
    assert [frame.shape[:2] for _, frame in SessionReader(tmp_path / "s").frames()] == sizes


def test_a_stretch_that_is_missing_is_a_gap(tmp_path: Path) -> None:
    writer = RecordingWriter(tmp_path / "s", "x")
    for time_s in (0.0, 0.04, 0.08, 2.0, 2.04):
        writer.add_picture("image", store_picture(picture(0)), time_s)
    writer.add_sound("audio", tone(0, 8000), 0.5, fresh=True)
    writer.add_sound("audio", tone(8000, 8000), 2.0, fresh=True)
    writer.close(2.2)
    reader = SessionReader(tmp_path / "s")
    assert [edge for gap in reader.gaps(Modality.IMAGE) for edge in gap] == pytest.approx([0.12, 2.0])
    assert [edge for gap in reader.gaps(Modality.AUDIO) for edge in gap] == pytest.approx([0.5, 1.5])
    heard = heard_of(reader)
    np.testing.assert_array_equal(heard[:8000], tone(0, 8000))
    assert not heard[8000:24000].any()
    np.testing.assert_array_equal(heard[24000:32000], tone(8000, 8000))


def test_what_a_frozen_window_showed_stands_still_again(tmp_path: Path) -> None:
    writer = RecordingWriter(tmp_path / "s", "x")
    changes = {0.2: False, 0.5: True, 1.0: False, 1.5: True, 1.6: True}
    for index in range(20):
        time_s = index / 10
        if time_s in changes:
            writer.add_event("frozen", time_s + 0.01, frozen=changes[time_s])
        writer.add_picture("image", store_picture(picture(time_s)), time_s)
    writer.close(2.0)
    reader = SessionReader(tmp_path / "s")
    shown = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 1.1, 1.2, 1.3, 1.4, 1.5]
    assert [time_s for time_s, _ in reader.shown_pictures(0.0)] == pytest.approx(shown)
    for from_s, first_s in ((0.8, 0.5), (0.5, 0.5), (1.05, 1.0), (1.9, 1.5)):
        time_s, decode = next(reader.shown_pictures(from_s))
        assert time_s == pytest.approx(first_s)
        assert decode() is not None
    # What was recorded meanwhile is there all the same: for export, and for the answers that were given to it.
    assert len(list(reader.frames())) == 20


def test_sound_follows_the_clock_however_fast_the_card_is(tmp_path: Path) -> None:
    """A card that is 0.1 % slow or fast would be 1.8 s off after half an hour."""
    for speed in (0.999, 1.001):
        writer = RecordingWriter(tmp_path / str(speed), "x")
        jitter = np.random.default_rng(0).uniform(0, 0.02, 600)
        block = np.zeros(1600, np.float32)
        for index in range(600):
            block[:] = 0.5 if index % 100 == 99 else 0.0
            writer.add_sound("audio", block, (index + 1) * 0.1 * speed + jitter[index], fresh=index == 0)
        writer.close(60.0 * speed)
        heard = heard_of(SessionReader(tmp_path / str(speed)))
        begins = np.flatnonzero(np.diff((heard > 0.25).astype(int)) == 1) / RATE_HZ
        wanted = np.array([9.9, 19.9, 29.9, 39.9, 49.9, 59.9])[: len(begins)] * speed
        assert len(begins) >= 5
        assert np.abs(begins - wanted).max() < 0.03


def test_hours_of_sound_are_smoothed_in_little_memory() -> None:
    values = np.random.default_rng(0).normal(size=100_000)  # three hours of ten blocks a second
    tracemalloc.start()
    try:
        smooth = recording_index._smooth(values)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    half = recording_index._SMOOTHED // 2
    windows = np.lib.stride_tricks.sliding_window_view(np.pad(values, half, mode="reflect"), 2 * half + 1)
    np.testing.assert_array_equal(smooth, np.median(windows, axis=1))
    assert peak < 12 * values.nbytes


def test_a_folder_with_something_in_it_is_spared(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="already"):
        RecordingWriter(folder, "y")
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "predictions.csv").write_text("mine")
    with pytest.raises(SourceError, match=r"predictions\.csv"):
        RecordingWriter(tmp_path / "other", "y")


def test_what_is_deleted_is_gone_and_nothing_else(tmp_path: Path) -> None:
    for number, other in enumerate((False, True)):
        folder = tmp_path / str(number)
        writer = RecordingWriter(folder, "x")
        writer.add_picture("image", store_picture(picture(0)), 0.0)
        if other:
            (folder / "notes.txt").write_text("mine")
        writer.delete()
        assert [path.name for path in folder.glob("*")] == (["notes.txt"] if other else [])
        assert folder.exists() == other


def test_a_disk_that_fails_is_told_in_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    writer = RecordingWriter(tmp_path / "s", "x")
    writer.add_picture("image", store_picture(picture(0)), 0.0)
    monkeypatch.setattr("mmdesk.sources.session.recording_writer.write_all", full)
    with pytest.raises(OutputError) as raised:
        writer.add_picture("image", store_picture(picture(0)), 0.1)
    writer.let_go()
    assert raised.value.problem.code == "output.full"
    assert play(tmp_path / "s").pictures == 1
