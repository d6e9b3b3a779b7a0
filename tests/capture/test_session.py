"""Sessions: written, read back, damaged, played."""

from __future__ import annotations

import json
import os
import sys
import tracemalloc
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import soundfile
from numpy.typing import NDArray

from mmdesk.core.audio_ring import AudioRing
from mmdesk.core.errors import SourceError
from mmdesk.core.modality import Modality
from mmdesk.core.source_state import SourceStatus
from mmdesk.sources.files import read_wave
from mmdesk.sources.session import SessionReader, SessionSource, SessionWriter
from mmdesk.sources.session.playback import BLOCK_SAMPLES
from mmdesk.ui.problem_table import filled
from tests.fakes.sinks import SourceSinks

DURATION_S = 0.8
FPS = 25.0


def brightness_at(time_s: float) -> int:
    return 40 + int(200 * time_s)


def picture(time_s: float) -> NDArray[np.uint8]:
    shown = np.zeros((96, 128, 3), np.uint8)
    shown[..., 0] = brightness_at(time_s)
    return shown


def wave() -> NDArray[np.float32]:
    return np.linspace(-0.9, 0.9, round(DURATION_S * 16_000), dtype=np.float32)


def write_session(folder: Path) -> Path:
    with SessionWriter(folder, "Three says five", FPS, "en") as writer:
        for index in range(round(DURATION_S * FPS)):
            writer.add_frame(picture(index / FPS), index / FPS)
        writer.add_audio(wave()[:5000])
        writer.add_audio(wave()[5000:])
        writer.add_text("thr", 0.2)
        writer.add_text("three, 三", 0.3)
        writer.close(DURATION_S)
    return folder


def heard_of(reader: SessionReader, start_s: float = 0.0, step: int = 1 << 20) -> NDArray[np.float32]:
    parts = [np.zeros(0, np.float32)]
    with reader.sound(start_s) as sound:
        while len(part := sound.read(step)):
            parts.append(part)
    return np.concatenate(parts)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_session(tmp_path / "session")


def change(folder: Path, **changes: Any) -> None:
    path = folder / "session.json"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8")) | changes), encoding="utf-8")


# --- writing and reading ----------------------------------------------------------------------------------------------


def test_what_is_written_is_read(folder: Path) -> None:
    reader = SessionReader(folder)
    assert (reader.title, reader.language, reader.fps) == ("Three says five", "en", FPS)
    assert reader.duration_s == DURATION_S
    assert reader.modalities == frozenset(Modality)
    assert np.abs(heard_of(reader) - wave()).max() < 1e-4
    assert list(reader.text_events()) == [(0.2, "thr"), (0.3, "three, 三")]
    frames = list(reader.frames())
    assert [time_s for time_s, _ in frames] == pytest.approx([index / FPS for index in range(20)])
    for time_s, frame_rgb in frames:
        assert frame_rgb.shape == (96, 128, 3)
        assert not frame_rgb.flags.writeable
        assert abs(frame_rgb[..., 0].mean() - brightness_at(time_s)) < 12
        assert frame_rgb[..., 2].mean() < 30
    assert len(list(reader.frames())) == 20  # a second time


def test_irregular_camera_keeps_its_time(tmp_path: Path) -> None:
    times_s = [0.0, 0.05, 0.31, 0.33, 0.6]
    with SessionWriter(tmp_path, "x", FPS) as writer:
        for time_s in times_s:
            writer.add_frame(picture(time_s), time_s)
        writer.close(DURATION_S)
    shown = {round(time_s, 2): frame[..., 0].mean() for time_s, frame in SessionReader(tmp_path).frames()}
    assert abs(shown[0.24] - brightness_at(0.05)) < 12
    assert abs(shown[0.4] - brightness_at(0.33)) < 12
    assert abs(shown[0.76] - brightness_at(0.6)) < 12


def test_writer_notes_gaps(tmp_path: Path) -> None:
    with SessionWriter(tmp_path, "x", FPS) as writer:
        for time_s in (0.0, 0.04, 1.0, 1.04):
            writer.add_frame(picture(0.5), time_s)
        writer.add_audio(wave()[:1600], 0.0)
        writer.add_audio(wave()[:1600], 0.9)
    reader = SessionReader(tmp_path)
    assert reader.gaps(Modality.IMAGE) == ((0.08, 1.0),)
    assert reader.gaps(Modality.AUDIO) == ((0.1, 0.9),)
    assert np.abs(heard_of(reader)[14400:16000] - wave()[:1600]).max() < 1e-4


def test_gaps_deliver_nothing(folder: Path) -> None:
    change(folder, gaps={"image": [[0.2, 0.4]], "audio": [[0.1, 0.3]], "text": [[0.25, 0.5]]})
    reader = SessionReader(folder)
    assert not [time_s for time_s, _ in reader.frames() if 0.2 <= time_s < 0.4]
    assert len(list(reader.frames())) == 15
    heard = heard_of(reader)
    assert not heard[1600:4800].any()
    assert heard[:1600].all()
    assert list(reader.text_events()) == [(0.2, "thr"), (0.25, ""), (0.5, "three, 三")]


def test_gaps_that_touch_or_overlap_are_one(folder: Path) -> None:
    path = folder / "session.json"
    content = json.loads(path.read_text(encoding="utf-8"))
    content["gaps"] = {"text": [[0.25, 0.5], [0.1, 0.15], [0.3, 0.4], [0.5, 0.6]]}
    path.write_text(json.dumps(content), encoding="utf-8")
    reader = SessionReader(folder)
    assert reader.gaps(Modality.TEXT) == ((0.1, 0.15), (0.25, 0.6))
    off = [
        time_s for time_s in (0.0, 0.1, 0.15, 0.2, 0.25, 0.45, 0.5, 0.59, 0.6) if reader.is_off(Modality.TEXT, time_s)
    ]
    assert off == [0.1, 0.25, 0.45, 0.5, 0.59]
    assert list(reader.text_events()) == [(0.2, "thr"), (0.25, ""), (0.6, "three, 三")]


def test_one_modality_is_enough(tmp_path: Path) -> None:
    with SessionWriter(tmp_path, "x") as writer:
        writer.add_text("seven", 0.1)
    reader = SessionReader(tmp_path)
    assert reader.modalities == {Modality.TEXT}
    assert list(reader.frames()) == []
    assert not heard_of(reader).any()


def test_interrupted_recording_is_no_session(tmp_path: Path) -> None:
    def record_until_it_breaks() -> None:
        with SessionWriter(tmp_path, "x") as writer:
            writer.add_frame(picture(0), 0.0)
            raise KeyError

    with pytest.raises(KeyError):
        record_until_it_breaks()
    with pytest.raises(SourceError, match=r"session\.json"):
        SessionReader(tmp_path)


def test_writer_spares_what_is_there(folder: Path) -> None:
    with pytest.raises(SourceError, match="already"):
        SessionWriter(folder, "y")


def test_empty_recording_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="Nothing"):
        SessionWriter(tmp_path, "x").close()


# --- streams ----------------------------------------------------------------------------------------------------------


def write_noise(
    folder: Path, seconds: float, name: str = "audio.flac", rate_hz: int = 16_000, channels: int = 1
) -> Path:
    """Write a session of noise that has as many samples as its duration, and a text every tenth of a second."""
    noise = np.random.default_rng(0).uniform(-0.9, 0.9, (round(seconds * rate_hz), channels)).astype(np.float32)
    folder.mkdir()
    soundfile.write(folder / name, noise, rate_hz)
    rows = "".join(f"{tenth / 10},{'word ' * 40}{tenth}\n" for tenth in range(round(10 * seconds)))
    (folder / "text.csv").write_text(f"time_s,text\n{rows}", encoding="utf-8")
    (folder / "session.json").write_text(
        json.dumps({"version": 1, "duration_s": seconds, "fps": 25, "files": {"audio": name, "text": "text.csv"}}),
        encoding="utf-8",
    )
    return folder


@pytest.mark.parametrize(
    ("name", "rate_hz", "channels"),
    [("a.flac", 16_000, 1), ("a.wav", 16_000, 2), ("a.flac", 44_100, 2), ("a.wav", 8_000, 1), ("a.ogg", 16_000, 1)],
)
def test_streamed_sound_is_the_whole_files_from_wherever_and_however_it_is_read(
    tmp_path: Path, name: str, rate_hz: int, channels: int
) -> None:
    folder = write_noise(tmp_path / "s", 10.0, name, rate_hz, channels)
    change(folder, gaps={"audio": [[0.5, 0.75], [2.0, 2.0001], [2.0003, 6.1], [9.9, 10.0]]}, duration_s=10.7)
    expected = np.zeros(171_200, np.float32)
    expected[:160_000] = read_wave(folder / name)
    for begin, end in ((8_000, 12_000), (32_000, 32_002), (32_005, 97_600), (158_400, 160_000)):
        expected[begin:end] = 0.0
    reader = SessionReader(folder)
    for step in (320, 533, 65_536, 1 << 20):
        np.testing.assert_array_equal(heard_of(reader, step=step), expected)
    for start in (160_000, 3, 90_000, 32_001, 65_536, 0, 171_199, 171_200, 400_000):  # forth and back
        np.testing.assert_array_equal(heard_of(reader, start / 16_000, 4_001), expected[start:])


def test_what_is_held_does_not_grow_with_a_sessions_length(tmp_path: Path) -> None:
    def most_held(seconds: float) -> int:
        folder = write_noise(tmp_path / f"{seconds:.0f}", seconds)
        tracemalloc.start()
        try:
            reader = SessionReader(folder)
            with reader.sound() as sound:
                while len(sound.read(320)):
                    pass
            assert sum(1 for _ in reader.text_events()) == 10 * seconds
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    most_held(1.0)  # libraries are imported
    assert most_held(90.0) < most_held(15.0) + 50_000  # of sound alone 4.8 MB more, of texts 160 kB


def test_a_part_that_vanishes_after_opening_is_named(tmp_path: Path) -> None:
    folder = write_noise(tmp_path / "s", 1.0)
    reader = SessionReader(folder)
    for name, read in (("audio.flac", lambda: heard_of(reader)), ("text.csv", lambda: list(reader.text_events()))):
        (folder / name).unlink()
        with pytest.raises(SourceError, match=name):
            read()


@pytest.fixture
def torn(tmp_path: Path) -> Path:
    """A session whose sound ends in the middle of the file, though the file's head tells of all."""
    folder = write_noise(tmp_path / "torn", 30.0)
    content = (folder / "audio.flac").read_bytes()
    (folder / "audio.flac").write_bytes(content[: len(content) // 2])
    return folder


def test_torn_sound_is_read_up_to_the_tear(torn: Path) -> None:
    whole = np.random.default_rng(0).uniform(-0.9, 0.9, (480_000, 1)).astype(np.float32)[:, 0]
    reader, parts = SessionReader(torn), [np.zeros(0, np.float32)]

    def read_on(start_s: float) -> None:
        with reader.sound(start_s) as sound:
            while len(part := sound.read(320)):
                parts.append(part)

    with pytest.raises(SourceError, match=r"audio\.flac.*damaged"):
        read_on(0.0)
    heard = np.concatenate(parts)
    assert 160_000 < len(heard) < 240_000
    assert np.abs(heard - whole[: len(heard)]).max() < 1e-4
    parts.clear()
    with pytest.raises(SourceError, match=r"audio\.flac.*damaged"):
        read_on(20.0)
    assert parts == []


# --- damage -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("version", 3),
        ("title", 3),
        ("language", ["en"]),
        ("duration_s", 0),
        ("duration_s", True),
        ("duration_s", None),
        ("duration_s", 1e9),
        ("fps", "25"),
        ("files", {}),
        ("files", []),
        ("files", {"smell": "a.txt"}),
        ("files", {"image": "../video.mp4"}),
        ("files", {"image": "/etc/passwd"}),
        ("files", {"image": 3}),
        ("gaps", {"image": [[3.0]]}),
        ("gaps", {"image": [[0.5, 0.2]]}),
        ("gaps", {"image": 3}),
    ],
)
def test_wrong_field_is_named(folder: Path, field: str, value: object) -> None:
    change(folder, **{field: value})
    with pytest.raises(SourceError) as caught:
        SessionReader(folder)
    assert "session.json" in str(caught.value.problem)
    assert f"“{field}" in str(caught.value.problem)
    assert filled(caught.value.problem).remedy


@pytest.mark.parametrize("content", ["", "{", "[]", "3", '{"duration_s": NaN, "version": 1}', "[" * 100_000])
def test_broken_json_is_reported(folder: Path, content: str) -> None:
    (folder / "session.json").write_text(content, encoding="utf-8")
    with pytest.raises(SourceError, match=r"session\.json"):
        SessionReader(folder)


@pytest.mark.parametrize("name", ["video.mp4", "audio.flac", "text.csv"])
@pytest.mark.parametrize("damage", ["missing", "empty", "junk"])
def test_damaged_part_is_named(folder: Path, name: str, damage: str) -> None:
    part = folder / name
    if damage == "missing":
        part.unlink()
    else:
        part.write_bytes(b"" if damage == "empty" else b"\xff\xfe junk" * 200)
    with pytest.raises(SourceError) as caught:
        SessionReader(folder)
    assert name in str(caught.value.problem)
    assert filled(caught.value.problem).remedy


def test_missing_folder_is_reported(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="nowhere"):
        SessionReader(tmp_path / "nowhere")


@pytest.mark.parametrize("name", ["video.mp4", "audio.flac"])
def test_part_that_is_too_short_is_named(folder: Path, name: str) -> None:
    change(folder, duration_s=9.0)
    keep, other = ("image", "audio") if name == "video.mp4" else ("audio", "image")
    files = json.loads((folder / "session.json").read_text(encoding="utf-8"))["files"]
    del files[other]
    change(folder, files=files)
    assert keep in files
    with pytest.raises(SourceError, match=name):
        SessionReader(folder)


def test_sound_of_another_rate_is_brought_to_ours(folder: Path) -> None:
    times_s = np.arange(round(DURATION_S * 48_000)) / 48_000
    tone = 0.5 * np.sin(2 * np.pi * 440 * times_s)
    soundfile.write(folder / "audio.flac", np.stack([tone, np.zeros_like(tone)], 1), 48_000)
    heard = heard_of(SessionReader(folder))
    expected = 0.25 * np.sin(2 * np.pi * 440 * np.arange(len(heard)) / 16_000)
    assert np.abs(heard - expected)[800:-800].max() < 1e-3


def test_texts_in_another_unicode_are_read(folder: Path) -> None:
    (folder / "text.csv").write_bytes("time_s,text\r\n0.1,三\r\n".encode("utf-16"))
    assert list(SessionReader(folder).text_events()) == [(0.1, "三")]


@pytest.mark.parametrize("row", ["x,three", "nan,three", "0.1", "0.1,a,b", "-1,a", "0.1,a\n0.05,b", "0.1," + "a" * 501])
def test_bad_text_row_is_named(folder: Path, row: str) -> None:
    (folder / "text.csv").write_text(f"time_s,text\n0.0,one\n{row}\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"text\.csv, line [34]"):
        SessionReader(folder)


def test_what_was_typed_comes_back_and_no_spreadsheet_runs_it(tmp_path: Path) -> None:
    typed = ["=1+1", "-5", "-five", "'=1", "@five", "five"]
    with SessionWriter(tmp_path / "s", "Typed") as writer:
        for index, text in enumerate(typed):
            writer.add_text(text, index / 10)
        writer.close(2.0)
    lines = (tmp_path / "s" / "text.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[1] for line in lines[1:]] == ["'=1+1", "-5", "'-five", "''=1", "'@five", "five"]
    assert [text for _, text in SessionReader(tmp_path / "s").text_events()] == typed


# --- playing ----------------------------------------------------------------------------------------------------------


Play = Callable[..., SessionSource]


@pytest.fixture
def sinks() -> SourceSinks:
    return SourceSinks()


@pytest.fixture
def ring() -> AudioRing:
    return AudioRing()


@pytest.fixture
def play(sinks: SourceSinks, ring: AudioRing) -> Play:
    def make(path: Path, **options: Any) -> SessionSource:
        return SessionSource(path, sinks.on_frame, ring, sinks.on_text, sinks.on_state, **options)

    return make


def test_plays_to_the_end(folder: Path, play: Play, sinks: SourceSinks, ring: AudioRing) -> None:
    source = play(folder, loop=False)
    source.start()
    sinks.wait_status(SourceStatus.ENDED)
    assert source.stop()
    assert sinks.statuses == [SourceStatus.STARTING, SourceStatus.RUNNING, SourceStatus.ENDED]
    assert sinks.states[-1].name == "Three says five"
    assert [frame.sequence for frame in sinks.frames] == list(range(20))
    assert np.abs(ring.latest(20_000).wave_mono - wave()).max() < 1e-4
    assert [text for text, _ in sinks.texts] == ["", "thr", "three, 三"]


def test_streams_share_one_timeline(folder: Path, play: Play, sinks: SourceSinks, ring: AudioRing) -> None:
    """Stamps are due times, so they are exact however late a busy machine delivers."""
    source = play(folder, loop=False)
    source.start()
    sinks.wait_status(SourceStatus.ENDED)
    source.stop()
    origin_s = sinks.frames[0].time_s
    assert sinks.texts[-1][1] - origin_s == pytest.approx(0.3, abs=1e-6)
    assert ring.last_write_s - origin_s == pytest.approx(DURATION_S, abs=1e-6)
    steps_s = [later.time_s - earlier.time_s for earlier, later in pairwise(sinks.frames)]
    assert steps_s == pytest.approx([1 / FPS] * 19, abs=1e-6)


def test_never_early(folder: Path, ring: AudioRing) -> None:
    from mmdesk.core.clock import monotonic_s

    lead_s: list[float] = []
    sinks = SourceSinks()
    source = SessionSource(
        folder,
        lambda frame: lead_s.append(frame.time_s - monotonic_s()),
        ring,
        sinks.on_text,
        sinks.on_state,
        loop=False,
    )
    source.start()
    sinks.wait_status(SourceStatus.ENDED)
    source.stop()
    assert max(lead_s) <= 0.0


def test_loops_without_a_seam(folder: Path, play: Play, sinks: SourceSinks, ring: AudioRing) -> None:
    source = play(folder)
    source.start()
    sinks.wait_frames(25)
    sinks.wait_until(lambda: ring.written > len(wave()) + 4 * BLOCK_SAMPLES, "the second round's sound")
    assert source.stop()
    first, again = sinks.frames[0], sinks.frames[20]
    assert again.sequence == 20
    assert np.array_equal(again.frame_rgb, first.frame_rgb)
    assert [text for text, _ in sinks.texts][:4] == ["", "thr", "three, 三", ""]


def test_gaps_are_silent_when_played(folder: Path, play: Play, sinks: SourceSinks, ring: AudioRing) -> None:
    change(folder, gaps={"image": [[0.2, 0.4]], "audio": [[0.0, 0.4]]})
    source = play(folder, loop=False)
    source.start()
    sinks.wait_status(SourceStatus.ENDED)
    source.stop()
    assert len(sinks.frames) == 15
    assert ring.written == 6400


def test_stops_at_once_and_for_good(folder: Path, play: Play, sinks: SourceSinks, ring: AudioRing) -> None:
    source = play(folder)
    source.start()
    sinks.wait_frames(1)
    assert source.stop()
    assert source.stop()
    seen = (sinks.count, ring.written, len(sinks.texts), len(sinks.states))
    assert source.state.status is SourceStatus.OFF
    with pytest.raises(RuntimeError):
        source.start()
    assert seen == (sinks.count, ring.written, len(sinks.texts), len(sinks.states))


def test_damaged_session_fails_with_words(folder: Path, play: Play, sinks: SourceSinks) -> None:
    (folder / "audio.flac").unlink()
    source = play(folder)
    source.start()
    state = sinks.wait_status(SourceStatus.FAILED)
    assert source.stop()
    assert "audio.flac" in str(state.problem)
    assert filled(state.problem).remedy


def test_torn_sound_is_played_up_to_the_tear(torn: Path, play: Play, sinks: SourceSinks, ring: AudioRing) -> None:
    hours = iter(range(10**6))
    source = play(torn, clock=lambda: 3600.0 * next(hours))  # everything is due at once
    source.start()
    state = sinks.wait_status(SourceStatus.FAILED)
    assert source.stop()
    assert sinks.statuses == [SourceStatus.STARTING, SourceStatus.RUNNING, SourceStatus.FAILED]
    assert "audio.flac" in str(state.problem)
    assert 160_000 < ring.written < 240_000
    assert len(sinks.texts) > 100


@pytest.mark.skipif(sys.platform in {"win32", "darwin"}, reason="names are Unicode there")
def test_a_folder_whose_name_is_not_utf8(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode(b"caf\xe9")
    with SessionWriter(folder, folder.name, FPS) as writer:
        writer.add_frame(picture(0.5), 0.0)
        writer.add_audio(wave(), 0.0)
        writer.close(DURATION_S)
    reader = SessionReader(folder)
    assert [time_s for time_s, _ in reader.frames()] == [0.0]
    assert np.abs(heard_of(reader) - wave()).max() < 1e-4
