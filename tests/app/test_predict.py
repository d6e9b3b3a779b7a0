"""``mmdesk predict``: files and text in, JSON lines out, one clear line for every mistake."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
import soundfile
import torch

from mmdesk.app.command_line import main
from mmdesk.core.modality import Modality
from mmdesk.models.checkpoint import save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.audio import SpeechRNNEncoder
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.image import CNNEncoder
from mmdesk.models.encoders.text import SubwordTextEncoder
from mmdesk.models.fusion import AttentionGateFusion, ConcatenationFusion
from mmdesk.sources.files import read_speech
from mmdesk.training.dataset import check_dataset
from tests.three_inputs import by_input


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An untrained model that takes everything for something."""
    torch.manual_seed(0)
    encoders: dict[Modality, Encoder] = {
        Modality.IMAGE: CNNEncoder(dim=8, size_px=16, channels=(4, 4, 4, 4)),
        Modality.AUDIO: SpeechRNNEncoder(dim=8, hidden=4),
        Modality.TEXT: SubwordTextEncoder(dim=8, buckets=64, width=4, hidden=8, tokens=4, ngrams=6),
    }
    for encoder in encoders.values():
        torch.nn.init.constant_(encoder.get_submodule("evidence").bias, 50.0)
    path = tmp_path_factory.mktemp("model") / "tiny.mmdesk"
    fusion, other = AttentionGateFusion(3, 8, 3), ConcatenationFusion(3, 8, 3)
    save_checkpoint(FusionClassifier(["a", "b", "c"], by_input(encoders), fusion, [other]), path, "card")
    return path


@pytest.fixture(autouse=True)
def _no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    # The log and the crash file belong to a process, not to a call; many calls share this one.
    monkeypatch.setattr("mmdesk.app.log.start_log", lambda *_: None)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    rng = np.random.default_rng(0)
    cv2.imwrite(str(tmp_path / "p.png"), rng.integers(0, 255, (20, 30, 3), dtype=np.uint8))
    soundfile.write(tmp_path / "s.wav", 0.1 * rng.standard_normal((44_100, 2)), 44_100)
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, list[dict[str, Any]], str]:
    status = main(["predict", *map(str, words)])
    captured = capsys.readouterr()
    return status, [json.loads(line) for line in captured.out.splitlines()], captured.err


def test_all_three(capsys: pytest.CaptureFixture[str], model: Path, files: Path) -> None:
    words = ("--image", files / "p.png", "--audio", files / "s.wav", "--text", "seven", "--model", model)
    status, (answer,), _ = run(capsys, *words)
    assert status == 0
    assert answer["label"] == max(answer["probabilities"], key=answer["probabilities"].get)
    assert answer["confidence"] == pytest.approx(max(answer["probabilities"].values()))
    assert sum(answer["probabilities"].values()) == pytest.approx(1, abs=1e-5)
    assert list(answer["weights"]) == ["image", "audio", "text"]
    assert sum(answer["weights"].values()) == pytest.approx(1, abs=1e-5)
    assert all(verdict == {"present": True, "reason": "present"} for verdict in answer["present"].values())


def test_one_alone_has_all_the_weight(capsys: pytest.CaptureFixture[str], model: Path) -> None:
    _, (answer,), _ = run(capsys, "--text", "七", "--model", model)
    assert answer["weights"] == {"image": 0.0, "audio": 0.0, "text": 1.0}
    assert answer["present"]["image"] == {"present": False, "reason": "no signal"}


def test_blank_text_alone_is_no_prediction(capsys: pytest.CaptureFixture[str], model: Path) -> None:
    status, (answer,), _ = run(capsys, "--text", "  ", "--model", model)
    assert status == 0
    assert answer["label"] is None
    assert answer["probabilities"] is None
    assert answer["weights"] is None
    assert answer["present"]["text"]["reason"] == "empty"


def test_a_table_gives_a_line_a_row_and_goes_on_after_bad_ones(
    capsys: pytest.CaptureFixture[str], model: Path, files: Path
) -> None:
    (files / "not.png").write_text("text")
    table = files / "rows.csv"
    table.write_text(
        "\ufeffimage,audio,text,label\n"
        "p.png,s.wav,seven,b\n"
        "gone.png,,,a\n"
        '"","",",","c"\n'
        "not.png,,x,\n"
        '"p.png",,"two\nlines",a\n'
        ",,,\n",
        encoding="utf-8",
    )
    status, answers, _ = run(capsys, "--batch", table, "--model", model)
    assert status == 2
    assert [answer["line"] for answer in answers] == [2, 3, 4, 5, 6, 8]
    assert ["error" in answer for answer in answers] == [False, True, False, True, False, True]
    assert "gone.png" in answers[1]["error"]
    assert answers[0]["truth"] == "b"
    assert answers[0]["label"] in "abc"
    assert answers[4]["present"]["text"]["present"]


def test_a_row_of_a_table_answers_as_it_does_alone(
    capsys: pytest.CaptureFixture[str], model: Path, files: Path
) -> None:
    (files / "rows.csv").write_text("text,image\nseven,p.png\nneun,\n", encoding="utf-8")
    status, answers, _ = run(capsys, "--batch", files / "rows.csv", "--model", model)
    assert status == 0
    _, (alone,), _ = run(capsys, "--text", "seven", "--image", files / "p.png", "--model", model)
    for label, probability in alone["probabilities"].items():
        assert answers[0]["probabilities"][label] == pytest.approx(probability, abs=1e-5)


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ((), "nothing to predict from"),
        (("--image", "gone.png"), "gone.png: there is no such file"),
        (("--audio", "gone.wav"), "gone.wav: there is no such file"),
        (("--audio", __file__), "not a sound"),
        (("--image", __file__), "not a picture"),
        (("--batch", "gone.csv"), "gone.csv: there is no such file"),
        (("--batch", __file__), "none of the columns"),
        (("--batch", str(Path(__file__).parent)), "this is a folder, not a file"),
        (("--batch", "x.csv", "--text", "a"), "cannot be combined"),
        (("--text", "a", "--model", "gone.mmdesk"), "no such model"),
    ],
)
def test_a_mistake_is_one_line_and_status_2(
    capsys: pytest.CaptureFixture[str], words: tuple[str, ...], says: str
) -> None:
    status, answers, error = run(capsys, *words)
    assert status == 2
    assert not answers
    assert says in error
    assert error.count("\n") == 1


@pytest.mark.parametrize(
    "content",
    [
        b"text,text\nnine,three\n",
        b"image;text\n;three\n",
        b'"image"\t"text"\n\tthree\n',
        b"txet,words\nthree,x\n",
        b"text,words\nthree,x\n",
        b"text,\nthree,\n",
        b'text\nthree\n"four\nfive\n',
        "text\ndrei\n".encode("utf-16"),
        "text\ndrei\n".encode("utf-16-le"),
        "text\ndrei\n".encode("utf-32"),
        b"PK\x03\x04 a spreadsheet",
        b"",
        b"text\n",
        b"text\n" + 140_000 * b"a" + b"\n",
    ],
)
def test_a_table_that_is_refused_for_training_is_refused_in_the_same_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, model: Path, content: bytes
) -> None:
    # For training the column label must be there; here every class is told by it.
    (tmp_path / "samples.csv").write_bytes(content)
    trained = [problem for problem in check_dataset(tmp_path).problems if "“label”" not in str(problem.problem)]
    status, answers, error = run(capsys, "--batch", tmp_path / "samples.csv", "--model", model)
    assert (status, answers) == (2, [])
    assert error.count("\n") == 1
    for problem in trained:
        assert str(problem.problem).replace(", label, split", "") in error.replace(", label, split", "")


def test_a_bad_row_is_its_own_error_in_the_words_of_the_check(
    capsys: pytest.CaptureFixture[str], files: Path, model: Path
) -> None:
    rows = b"image,text,label\na\0b.png,three,a\n,four,a\n,f\xe9,a\n,five\n,,a\ngone.png,,b\n,six,b\n"
    (files / "samples.csv").write_bytes(rows)
    problems = {problem.line: str(problem.problem) for problem in check_dataset(files).problems if problem.line}
    status, answers, error = run(capsys, "--batch", files / "samples.csv", "--model", model)
    assert (status, error) == (2, "")
    assert [answer["line"] for answer in answers] == [2, 3, 4, 5, 6, 7, 8]
    assert {answer["line"]: answer["error"] for answer in answers if "error" in answer} == problems


def test_a_file_is_found_though_its_name_is_cased_or_composed_otherwise(
    capsys: pytest.CaptureFixture[str], files: Path, model: Path
) -> None:
    (files / "Bilder").mkdir()
    (files / "p.png").rename(files / "Bilder" / unicodedata.normalize("NFD", "Größe.png"))
    (files / "samples.csv").write_text("image,text,label\nbilder/größe.PNG,,a\n,x,b\n,y,a\n", encoding="utf-8")
    status, answers, _ = run(capsys, "--batch", files / "samples.csv", "--model", model)
    assert status == 0
    assert answers[0]["present"]["image"]["present"]
    assert check_dataset(files).problems == ()


def test_sound_of_any_rate_becomes_16_khz_mono(tmp_path: Path) -> None:
    times_s = np.arange(22_050) / 22_050
    tone = 0.5 * np.sin(2 * np.pi * 440 * times_s)
    soundfile.write(tmp_path / "tone.flac", np.stack([tone, np.zeros_like(tone)], 1), 22_050)
    wave = read_speech(tmp_path / "tone.flac")
    assert wave.dtype == np.float32
    assert abs(len(wave) - 16_000) <= 1
    assert np.abs(wave).max() == pytest.approx(0.25, abs=0.01)
    spectrum = np.abs(np.fft.rfft(wave))
    assert int(spectrum.argmax()) == pytest.approx(440, abs=1)
    assert not wave.flags.writeable


def test_long_sound_is_cut_to_its_loud_part(tmp_path: Path) -> None:
    rng = np.random.default_rng(1)
    wave = 0.001 * rng.standard_normal(16_000 * 6)
    wave[70_000:80_000] += 0.3 * rng.standard_normal(10_000)
    soundfile.write(tmp_path / "long.wav", wave, 16_000)
    cut = read_speech(tmp_path / "long.wav")
    assert len(cut) <= 32_000
    assert np.square(cut).sum() == pytest.approx(np.square(wave[70_000:80_000]).sum(), rel=0.05)


def test_the_fusion_method_can_be_chosen(capsys: pytest.CaptureFixture[str], model: Path) -> None:
    _, (first,), _ = run(capsys, "--text", "seven", "--model", model)
    assert first["fusion"] == "attention_gate"
    assert first["weights"] == {"image": 0.0, "audio": 0.0, "text": 1.0}
    _, (other,), _ = run(capsys, "--text", "seven", "--model", model, "--fusion", "concatenation")
    assert other["fusion"] == "concatenation"
    assert other["weights"] is None
    assert other["probabilities"] != first["probabilities"]
    status, answers, error = run(capsys, "--text", "seven", "--model", model, "--fusion", "late")
    assert (status, answers) == (2, [])
    assert "--fusion late" in error
    assert "concatenation, attention_gate" in error
