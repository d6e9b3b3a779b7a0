"""The real program with a real camera stream, a real microphone and real keys, on media of the sample session."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

import pytest
import soundfile

from mmdesk.app import paths
from mmdesk.core.observation import SAMPLE_RATE_HZ
from mmdesk.sources.session import SessionReader
from tests.e2e.live_program import LiveProgram, Row, tools_missing
from tests.fakes.mjpeg_server import MjpegServer, encode_jpeg
from tests.fakes.virtual_microphone import VirtualMicrophone, available

pytestmark = [pytest.mark.display, pytest.mark.pulse, pytest.mark.slow]


def sample_media(start_s: float, end_s: float, wav: Path) -> list[bytes]:
    """Cut a stretch out of the sample session: its pictures as JPEG, its sound into a file."""
    reader = SessionReader(paths.sample_session())
    pictures = []
    for time_s, frame_rgb in reader.frames():
        if time_s >= end_s:
            break
        if time_s >= start_s:
            pictures.append(encode_jpeg(frame_rgb[..., ::-1].copy()))
    with reader.sound(start_s) as sound:
        wave = sound.read(round((end_s - start_s) * SAMPLE_RATE_HZ))
    soundfile.write(wav, wave, SAMPLE_RATE_HZ)
    return pictures


@pytest.mark.skipif(bool(tools_missing()), reason="Xvfb or xdotool is missing")
@pytest.mark.skipif(not sys.platform.startswith("linux") or not available(), reason="needs PulseAudio")
def test_show_say_type_cover_and_nothing(tmp_path):
    wav = tmp_path / "three.wav"
    shown = sample_media(0.0, 3.0, wav)
    covered = sample_media(22.5, 23.5, tmp_path / "unused.wav")
    with (
        tempfile.TemporaryDirectory(prefix="vm") as private,
        VirtualMicrophone(Path(private)) as microphone,
        MjpegServer(shown) as camera,
    ):
        environment = microphone.child_env | {"DISPLAY": os.environ["DISPLAY"]}
        options = ["--camera", camera.url, "--microphone", "pulse"]
        program = LiveProgram(options, Path(private), environment=environment)
        try:
            program.resize(1280, 720)
            seen = program.wait_for(lambda row: row.presence["image"] == "present", 60, "a picture")
            assert seen.weights == {"image": 1.0, "audio": 0.0, "text": 0.0}
            program.focus_text_box(256, 640)
            program.type_text("3")
            program.wait_for(lambda row: row.text == "3", 10, "the typed text")
            agreed = _say_until_heard(program, microphone, wav)
            assert sum(weight or 0.0 for weight in agreed.weights.values()) == pytest.approx(1.0, abs=1e-5)
            assert agreed.label == "3"
            camera.show(covered)
            dark = program.wait_for(lambda row: row.presence["image"] in ("too dark", "covered"), 10, "a covered lens")
            assert dark.weights["image"] == 0.0
            program.type_text("")
            nothing = program.wait_for(lambda row: "present" not in row.presence.values(), 20, "nothing present")
            assert nothing.label == ""
            assert nothing.weights == {"image": None, "audio": None, "text": None}
        finally:
            status = program.stop()
        assert status == 0
        assert program.errors() == ""


def _say_until_heard(program: LiveProgram, microphone: VirtualMicrophone, wav: Path) -> Row:
    """Say it again when nothing was heard, as people do: a sound server that was idle may swallow the first word."""
    for _ in range(7):
        microphone.play(wav)
        try:
            return program.wait_for(_all_say_three, 8, "a 3 of all three modalities")
        except AssertionError:
            continue
    microphone.play(wav)
    return program.wait_for(_all_say_three, 10, "a 3 of all three modalities, said eight times")


def _all_say_three(row: Row) -> bool:
    return set(row.presence.values()) == {"present"} and row.label == "3"
