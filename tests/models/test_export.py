"""Exported graphs against the predictor, for every fusion, kinds of encoders and every mask of presence."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import onnx
import onnxruntime
import pytest
import torch

from mmdesk.app.paths import bundled_model
from mmdesk.core.errors import MmdeskError, OptionError
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.observation import PRESENT, AudioInput, ImageInput, Observation, Presence, Reason, TextInput
from mmdesk.models.checkpoint import load_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.registry import encoder_class
from mmdesk.models.export import export_model
from mmdesk.models.fusion import FUSIONS, Fusion
from mmdesk.models.predictor import Predictor
from tests.three_inputs import by_input, observed

Graph = Callable[[dict[str, np.ndarray]], dict[str, np.ndarray]]
TEXTS = ("I say seven", "thank you very much", "3")
TOLERANCE = 1e-4
# The kinds of encoders, small. Between them every kind but torchvision's, with and without evidence.
TINY = {
    Modality.IMAGE: ("cnn", {"size_px": 32, "channels": [2, 2, 2, 2], "depths": [0, 1, 0, 0]}),
    Modality.TEXT: ("embedding", {"width": 4, "tokens": 5}),
}
SETS: dict[str, tuple[str, dict[Modality, tuple[str, dict[str, Any]]]]] = {
    "pretrained": (
        "transformer",
        {
            Modality.IMAGE: ("efficientnet_lite0", {"size_px": 64}),
            Modality.AUDIO: ("mel_rnn", {"hidden": 4, "bands": 16}),
            Modality.TEXT: ("tfidf", {"tokens": 5, "evidence": False}),
        },
    ),
    "recurrent": (
        "elementwise_gate",
        {
            Modality.AUDIO: ("mel_rnn", {"hidden": 4, "bands": 16, "cell": "lstm", "evidence": False}),
            Modality.TEXT: ("embedding", {"width": 4, "tokens": 5, "pooling": "gru"}),
        },
    ),
    "views": (
        "attention_gate",
        {
            Modality.IMAGE: ("cnn", {"size_px": 32, "channels": [2, 2, 2, 2], "views": ["1 0", "0.9 0", "1.2 7"]}),
            Modality.AUDIO: ("speech_rnn", {"hidden": 4, "views": ["0.9 0.04", "1.1 0"]}),
        },
    ),
}


def _raws(modality: Modality) -> list[Any]:
    rng = np.random.default_rng(0)
    match modality:
        case Modality.IMAGE:
            return [rng.integers(0, 255, (40, 60, 3), dtype=np.uint8) for _ in TEXTS]
        case Modality.AUDIO:
            return [(0.1 * rng.standard_normal(24_000)).astype(np.float32) for _ in TEXTS]
        case Modality.TEXT:
            return list(TEXTS)


def _random(module: torch.nn.Module) -> None:
    """Move every parameter that learns, so that no symmetry of a fresh network hides a fault."""
    with torch.no_grad():
        for parameter in module.parameters():
            if parameter.requires_grad:
                parameter.add_(0.3 * torch.randn_like(parameter))


def _encoders(kinds: dict[Modality, tuple[str, dict[str, Any]]]) -> dict[Modality, Encoder]:
    encoders = {}
    for modality, (kind, options) in kinds.items():
        encoder = encoder_class(modality, kind)
        encoders[modality] = encoder.fitted(_raws(modality), dim=8, **options).eval()
        _random(encoders[modality])
    return encoders


def _fusion(kind: str, modality_count: int) -> Fusion:
    options: dict[str, Any] = {"column": 1} if kind == "unimodal" else {}
    fusion = FUSIONS[kind](modality_count, 8, 4, **options).eval()
    _random(fusion)
    return fusion


@dataclass(frozen=True)
class Case:
    """A classifier, and every row of inputs under every mask of presence."""

    classifier: FusionClassifier
    inputs: dict[str, np.ndarray]
    observations: list[Observation]

    @classmethod
    def of(cls, classifier: FusionClassifier) -> Case:
        raws = {modality: _raws(modality) for modality in classifier.names}
        masks = list(itertools.product([True, False], repeat=len(raws)))
        cells = [(sample, mask) for mask in masks for sample in range(len(TEXTS))]
        inputs = {}
        for modality, given in raws.items():
            prepared = [classifier.encoder(modality).prepare(raw) for raw in given]
            inputs[modality] = torch.stack([prepared[sample] for sample, _ in cells]).numpy()
        inputs["present"] = np.array([mask for _, mask in cells])
        observations = [
            _observation({m: raws[m][sample] for m, there in zip(raws, mask, strict=True) if there})
            for sample, mask in cells
        ]
        return cls(classifier, inputs, observations)

    def check(self, graph: Graph, fusion: str) -> dict[str, np.ndarray]:
        """Compare the graph with the predictor, in batches of three and of one; return what it gave."""
        predictor = Predictor(self.classifier, torch.device("cpu"))
        predictor.choose(fusion)
        expected = predictor.predict_batch(self.observations)
        collected: dict[str, list[np.ndarray]] = {}
        for size in (3, 1):
            # All masks in threes, and the first sample under each mask alone.
            starts = range(0, len(expected), 3)
            for start in starts:
                rows = slice(start, start + size)
                found = graph({name: value[rows] for name, value in self.inputs.items()})
                for row, prediction in enumerate(expected[rows]):
                    used = [verdict.present for verdict in prediction.verdicts]
                    assert found["used"][row].tolist() == used
                    wanted = prediction.probabilities
                    if wanted is None:
                        assert not found["probabilities"][row].any()
                    else:
                        np.testing.assert_allclose(found["probabilities"][row], wanted, atol=TOLERANCE, rtol=0)
                    assert ("weights" in found) == prediction.weights_defined
                    if prediction.weights_defined:
                        weights = np.zeros(len(used)) if prediction.weights is None else prediction.weights
                        np.testing.assert_allclose(found["weights"][row], weights, atol=TOLERANCE, rtol=0)
                        assert not found["weights"][row][~found["used"][row]].any()
                for name, value in found.items():
                    assert len(value) == size
                    collected.setdefault(name, []).append(value)
        return {name: np.concatenate(values) for name, values in collected.items()}


def _observation(raws: dict[Modality, Any]) -> Observation:
    image, audio, text = (raws.get(modality) for modality in MODALITIES)
    verdicts = [PRESENT if modality in raws else Presence(Reason.NO_SIGNAL) for modality in MODALITIES]
    return observed(
        0.0,
        None if image is None else ImageInput(image, 0.0),
        None if audio is None else AudioInput(audio, 0.0),
        None if text is None else TextInput(text, 0.0),
        verdicts,
    )


def _onnx_graph(path: Path) -> Graph:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
    names = [output.name for output in session.get_outputs()]
    return lambda inputs: dict(zip(names, session.run(None, inputs), strict=True))


def _program_graph(path: Path) -> Graph:
    module = torch.export.load(path).module()

    def run(inputs: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
        with torch.no_grad():
            given = {name: torch.from_numpy(value) for name, value in inputs.items()}
            found = module(present=given.pop("present"), inputs=given)
        return {name: value.numpy() for name, value in found.items()}

    return run


@pytest.fixture(scope="module")
def tiny() -> Case:
    """Two small encoders under all fusions."""
    torch.manual_seed(0)
    encoders = _encoders(TINY)
    first, *others = (_fusion(kind, len(TINY)) for kind in FUSIONS)
    return Case.of(FusionClassifier("abcd", by_input(encoders), first, others))


@pytest.mark.parametrize("fusion", FUSIONS)
def test_every_fusion_in_onnx(tiny: Case, fusion: str, tmp_path: Path) -> None:
    path = tmp_path / "tiny.onnx"
    export_model(tiny.classifier, path, fusion)
    found = tiny.check(_onnx_graph(path), fusion)
    # The comparison means something: some inputs were recognised, and some were not.
    assert found["used"].any()
    assert (tiny.inputs["present"].sum() > found["used"][: len(tiny.observations)].sum()) or fusion


@pytest.mark.parametrize("name", SETS)
def test_sets_of_encoders_in_onnx(name: str, tmp_path: Path) -> None:
    fusion, kinds = SETS[name]
    torch.manual_seed(1)
    case = Case.of(FusionClassifier("abcd", by_input(_encoders(kinds)), _fusion(fusion, len(kinds))))
    path = tmp_path / "model.onnx"
    export_model(case.classifier, path)
    found = case.check(_onnx_graph(path), fusion)
    without = [not options.get("evidence", True) for _, options in kinds.values()]
    present = np.isposinf(found["evidence"]).any(axis=0)
    assert present.tolist() == without


@pytest.fixture(scope="module")
def bundled() -> Case:
    return Case.of(load_checkpoint(bundled_model()))


def test_bundled_model_in_onnx(bundled: Case, tmp_path: Path) -> None:
    path = tmp_path / "digits.onnx"
    sidecar = export_model(bundled.classifier, path)
    fusion = json.loads(sidecar.read_text(encoding="utf-8"))["fusion"]
    found = bundled.check(_onnx_graph(path), fusion)
    # "I say seven" is recognised wherever it is present, "thank you very much" nowhere.
    present, used = bundled.inputs["present"][:, 2], found["used"][: len(bundled.observations), 2]
    assert used[0::3].tolist() == present[0::3].tolist()
    assert not used[1::3].any()


def test_program_reloads(tiny: Case, tmp_path: Path) -> None:
    path = tmp_path / "tiny.pt2"
    export_model(tiny.classifier, path, "attention_gate")
    tiny.check(_program_graph(path), "attention_gate")
    extra = {"mmdesk.json": ""}
    torch.export.load(path, extra_files=extra)
    assert extra["mmdesk.json"] == path.with_name("tiny.pt2.json").read_text(encoding="utf-8")


def test_bundled_model_as_program(bundled: Case, tmp_path: Path) -> None:
    path = tmp_path / "digits.pt2"
    export_model(bundled.classifier, path)
    bundled.check(_program_graph(path), Predictor(bundled.classifier, torch.device("cpu")).fusion)


def test_file_says_what_it_takes_and_gives(tiny: Case, tmp_path: Path) -> None:
    path = tmp_path / "tiny.onnx"
    sidecar = export_model(tiny.classifier, path, "late", opset=20)
    model = onnx.load(path)
    onnx.checker.check_model(model, full_check=True)
    assert {entry.domain: entry.version for entry in model.opset_import}[""] == 20
    (text,) = (entry.value for entry in model.metadata_props if entry.key == "mmdesk")
    assert text == sidecar.read_text(encoding="utf-8")
    reported = json.loads(text)
    assert (reported["labels"], reported["columns"], reported["fusion"], reported["opset"]) == (
        ["a", "b", "c", "d"], ["image", "text"], "late", 20,
    )  # fmt: skip
    shapes = {
        value.name: [part.dim_param or part.dim_value for part in value.type.tensor_type.shape.dim]
        for value in model.graph.input
    }
    assert shapes == {name: reported["inputs"][name]["shape"] for name in reported["inputs"]}
    assert shapes == {"image": ["batch", 3, 32, 32], "text": ["batch", 5], "present": ["batch", 2]}
    assert [value.name for value in model.graph.output] == list(reported["outputs"])
    assert reported["inputs"]["text"]["encoder"]["vocabulary"]
    assert all(reported["inputs"][name]["preparation"] for name in ("image", "text"))


def test_unknown_fusion_leaves_nothing(tiny: Case, tmp_path: Path) -> None:
    with pytest.raises(OptionError, match=r"no fusion “magic”\. It has: concatenation, "):
        export_model(tiny.classifier, tmp_path / "m.pt2", "magic")
    assert not list(tmp_path.iterdir())


def test_missing_package_names_the_remedy(tiny: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mmdesk.models.export.find_spec", lambda name: None if name == "onnxscript" else object())
    with pytest.raises(MmdeskError, match=r"packages: onnxscript\. .*mmdesk\[export\]"):
        export_model(tiny.classifier, tmp_path / "m.onnx")
    assert not list(tmp_path.iterdir())
