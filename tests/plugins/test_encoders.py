"""An encoder that a package brings for one of the program's own kinds of input."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from mmdesk.analysis.microscope import Microscope
from mmdesk.app import doctor, jobs
from mmdesk.app.command_line import main
from mmdesk.core.errors import CheckpointError
from mmdesk.core.explanation import ImageAttribution
from mmdesk.core.inputs import Input
from mmdesk.core.observation import PRESENT, ImageInput, Observation, TextInput
from mmdesk.models.checkpoint import load_checkpoint, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.registry import (
    DEFAULT_ENCODERS,
    ENCODER_PARTS,
    ENCODERS,
    encoder_class,
    encoder_kind,
    offered_encoders,
)
from mmdesk.models.encoders.text import SubwordTextEncoder
from mmdesk.models.fusion import ConcatenationFusion, LateFusion
from mmdesk.models.predictor import Predictor
from tests.plugins.installing import See, make_up
from tests.training.tiny import write_tiny

GROUP = "mmdesk.encoders"
LETTERS = """
import torch
from torch import nn
from mmdesk.models.encoders.base import Encoder, EncoderOutput

class Letters(Encoder):
    '''Counts the letters a to z.'''

    def __init__(self, dim=64, evidence=False, shift=0.0):
        super().__init__()
        self.dim, self.evidence, self.shift = dim, evidence, shift
        self.linear, self.norm = nn.Linear(26, dim), nn.LayerNorm(dim)

    def config(self):
        return {"dim": self.dim, "evidence": self.evidence, "shift": self.shift}

    def prepare(self, raw):
        counts = [raw.lower().count(letter) for letter in "abcdefghijklmnopqrstuvwxyz"]
        return torch.tensor(counts, dtype=torch.float32)

    def embed(self, features):
        return EncoderOutput(self.norm(self.linear(features + self.shift)), None)
"""
FAULTS = {
    "text.bad": {
        "raises": ("1 / 0", "ZeroDivisionError: division by zero"),
        "other": ("Letters = int", "it is no subclass of mmdesk.models.encoders.base.Encoder"),
        "shape": (
            LETTERS.replace("self.norm(self.linear(features + self.shift))", "features"),
            "its embedding is of shape (2, 26)",
        ),
        "nan": (LETTERS.replace("self.shift))", "self.shift) / 0)"), "its embedding holds values that are not finite"),
        "ragged": (LETTERS.replace("(counts", "(counts + [0] * len(raw)"), "not of one"),
        "deaf": (LETTERS.replace("evidence=False,", "").replace("dim, evidence,", "dim, False,"), "TypeError"),
        "forgets": (LETTERS.replace('return {"dim": self.dim,', 'return {"dim": 8,'), "config() does not rebuild it"),
    },
    "smell.nose": {"no kind": (LETTERS, "there is no kind of input 'smell'")},
    "plain": {"no point": (LETTERS, "its name must be that of a kind of input and its own")},
}  # fmt: skip


@pytest.fixture
def letters(see: See, tmp_path: Path) -> Path:
    folder = make_up(
        tmp_path / "letters-site", "some-letters", {GROUP: {"text.letters": "letters:Letters"}}, letters=LETTERS
    )
    see(folder)
    return folder


def model() -> FusionClassifier:
    torch.manual_seed(0)
    encoder = encoder_class("text", "letters")(dim=8)  # type: ignore[call-arg]
    return FusionClassifier(["no", "yes"], {Input("text", "text"): encoder}, LateFusion(1, 8, 2)).eval()


def test_it_stands_among_the_encoders_of_its_kind_of_input(letters: Path) -> None:
    assert ENCODERS["text"][-1] == "letters"
    assert offered_encoders("text") == ("tfidf", "bag_of_words", "embedding", "subword", "letters")
    assert "letters" not in offered_encoders("image")
    assert dict(DEFAULT_ENCODERS) == {"image": "efficientnet_lite0", "audio": "speech_rnn", "text": "tfidf"}
    assert encoder_kind("text", encoder_class("text", "letters")()) == "letters"
    assert jobs.available_options("cpu").faults == ()


def test_a_checkpoint_names_it_and_needs_it(letters: Path, unsee: Callable[[Path], None], tmp_path: Path) -> None:
    before = model()
    save_checkpoint(before, tmp_path / "m", "card")
    document = json.loads((tmp_path / "m" / "config.json").read_text(encoding="utf-8"))
    assert document["plugins"] == [
        {"group": GROUP, "name": "text.letters", "distribution": "some-letters", "version": "2.5"}
    ]
    after = load_checkpoint(tmp_path / "m")
    batch = before.encoder("text").prepare("abba")[None]
    assert torch.equal(before.encode("text", batch).embedding, after.encode("text", batch).embedding)
    unsee(letters)
    with pytest.raises(CheckpointError, match=r"some-letters 2\.5, which is not installed .*text\.letters"):
        load_checkpoint(tmp_path / "m")


def test_one_that_breaks_under_its_trained_weights_is_told(letters: Path, tmp_path: Path) -> None:
    classifier = model()
    with torch.no_grad():
        classifier.encoder("text").get_parameter("linear.weight").fill_(3e38)
    save_checkpoint(classifier, tmp_path / "m", "card")
    with pytest.raises(CheckpointError, match=r"some-letters 2\.5, which does not work .* not finite"):
        load_checkpoint(tmp_path / "m")


@pytest.mark.parametrize(("name", "fault"), [(name, fault) for name, faults in FAULTS.items() for fault in faults])
def test_a_broken_one_is_named_and_left_out(see: See, tmp_path: Path, name: str, fault: str) -> None:
    source, why = FAULTS[name][fault]
    see(make_up(tmp_path / "site", "unsound", {GROUP: {name: "unsound:Letters"}}, unsound=source))
    (problem,) = ENCODER_PARTS.faults()
    assert f"The plug-in unsound 2.5 does not work and is left out (mmdesk.encoders: {name};" in str(problem)
    assert why in str(problem)
    assert len(offered_encoders("text")) == 4
    assert [each.verdict for each in doctor.diagnose() if each.topic == "plug-in"] == [doctor.Verdict.PROBLEM]


def test_it_is_trained_and_answers(
    letters: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mmdesk.app.log.start_log", lambda *_: None)
    data, out = write_tiny(tmp_path / "data", per_class=10), tmp_path / "m.mmdesk"
    quick = [
        "--encoder", "image=none", "--encoder", "audio=none", "--encoder", "text=letters", "--dim", "16",
        "--encoder-epochs", "20", "--learning-rate", "0.02", "--fusion-epochs", "60", "--fusions", "late,deep",
        "--batch-size", "8", "--device", "cpu",
    ]  # fmt: skip
    assert main(["train", str(data), "--out", str(out), *quick]) == 0
    capsys.readouterr()
    assert main(["predict", "--text", "green leaf", "--model", str(out), "--device", "cpu"]) == 0
    assert json.loads(capsys.readouterr().out)["label"] == "beta"


PICTURE = """
import torch
from torch import nn
from mmdesk.models.encoders.base import Encoder, EncoderOutput

class Corner(Encoder):
    # The mean light of the picture's upper left quarter, which has no gradient.
    def __init__(self, dim=64, evidence=False):
        super().__init__()
        self.dim, self.evidence, self.linear = dim, evidence, nn.Linear(1, dim)

    def config(self):
        return {"dim": self.dim, "evidence": self.evidence}

    def prepare(self, raw):
        return torch.tensor([raw[: len(raw) // 2, : raw.shape[1] // 2].mean() / 255], dtype=torch.float32)

    def embed(self, features):
        return EncoderOutput(self.linear(features).detach(), None)
"""


def test_what_a_picture_says_is_found_without_gradients(see: See, tmp_path: Path) -> None:
    see(make_up(tmp_path / "site", "corners", {GROUP: {"image.corner": "corner:Corner"}}, corner=PICTURE))
    torch.manual_seed(0)
    encoder = encoder_class("image", "corner")(dim=8)  # type: ignore[call-arg]
    classifier = FusionClassifier(
        ["no", "yes"], {Input("front", "image"): encoder}, ConcatenationFusion(1, 8, 2)
    ).eval()
    picture = np.zeros((96, 96, 3), np.uint8)
    picture[8:40, 8:40] = 255
    scope = Microscope(Predictor(classifier, torch.device("cpu")))
    encoded = scope.encode(Observation(0.0, {"front": ImageInput(picture, 0.0)}, {"front": PRESENT}))
    explanation = scope.explain(encoded, None, lambda: False)
    assert explanation is not None
    part = explanation.part("front", ImageAttribution)
    assert part is not None
    assert part.heat.shape == (8, 8)
    assert part.scale > 0
    assert np.abs(part.heat[:4, :4]).mean() > 5 * np.abs(part.heat[5:, 5:]).mean()
    assert not part.heat[6:, 6:].any()


@pytest.mark.parametrize(
    ("failing", "why"),
    [
        ("raise KeyError('of wax')", "KeyError: 'of wax'"),
        ("features = features / 0", "its embedding holds values that are not finite"),
        ("return EncoderOutput(features, None)", "its embedding has 26 values, not 8"),
    ],
)
def test_one_that_fails_while_it_runs_leaves_its_input_out(see: See, tmp_path: Path, failing: str, why: str) -> None:
    ending = "        return EncoderOutput(self"
    source = LETTERS.replace(ending, f"        if features[0, 25] > 0:\n            {failing}\n{ending}")
    see(make_up(tmp_path / "site", "waxen", {GROUP: {"text.letters": "waxen:Letters"}}, waxen=source))
    torch.manual_seed(0)
    encoders = {
        Input("one", "text"): encoder_class("text", "letters")(dim=8),  # type: ignore[call-arg]
        Input("two", "text"): SubwordTextEncoder(dim=8, buckets=64, width=4, hidden=8, evidence=False),
    }
    predictor = Predictor(FusionClassifier(["no", "yes"], encoders, LateFusion(2, 8, 2)), torch.device("cpu"))
    scope = Microscope(predictor)
    for words, there in (("wax", True), ("waxz", False), ("wax", True)):
        given = {"one": TextInput(words, 0.0), "two": TextInput("yes", 0.0)}
        found = scope.read(scope.encode(Observation(0.0, given, dict.fromkeys(given, PRESENT))))
        assert found.probabilities is not None
        assert np.isfinite(found.probabilities).all()
        assert [found.presence(name).present for name in ("one", "two")] == [there, True]
    (problem,) = predictor.faults.values()
    assert f"The plug-in waxen 2.5 failed and is left out (text.letters; {why})" in str(problem)
