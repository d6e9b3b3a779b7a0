"""What every registered encoder owes: shapes, the two stages, evidence, rebuilding from its config, checkpoints."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch

from mmdesk.core.modality import Modality
from mmdesk.models.checkpoint import load_checkpoint, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.registry import DEFAULT_ENCODERS, ENCODERS, encoder_class, encoder_kind
from mmdesk.models.fusion import ConcatenationFusion
from tests.three_inputs import by_input

# Those of teaching are never trained, and always give evidence: tests/training/test_teaching.py.
TEACHING = {"general", "general_word", "general_sentence"}
KINDS = [(modality, kind) for modality, kinds in ENCODERS.items() for kind in kinds if kind not in TEACHING]
SMALL: dict[str, dict[str, Any]] = {
    "cnn": {"size_px": 32, "channels": [2, 2, 2, 2], "depths": [0, 0, 0, 0]},
    "efficientnet_lite0": {"size_px": 64},
    "named_objects": {"size_px": 64, "rows": ("504 968", "954")},
    "torchvision": {"architecture": "mobilenet_v3_small", "size_px": 64},
    "speech_rnn": {"hidden": 4},
    "mel_rnn": {"hidden": 4, "bands": 16},
    "subword": {"buckets": 64, "width": 2, "hidden": 4, "tokens": 4, "ngrams": 6},
}


def _raws(modality: Modality) -> list[Any]:
    rng = np.random.default_rng(0)
    match modality:
        case Modality.IMAGE:
            return [rng.integers(0, 255, (40, 60, 3), dtype=np.uint8) for _ in range(3)]
        case Modality.AUDIO:
            return [(0.1 * rng.standard_normal(24_000)).astype(np.float32) for _ in range(3)]
        case Modality.TEXT:
            return ["a red fox runs", "une souris verte", "一只红狐狸"]


def _fitted(modality: Modality, kind: str, **options: Any) -> Encoder:
    torch.manual_seed(0)
    return encoder_class(modality, kind).fitted(_raws(modality), dim=8, **SMALL.get(kind, {}), **options).eval()


@pytest.fixture(params=KINDS, ids=[kind for _, kind in KINDS])
def place(request: pytest.FixtureRequest) -> tuple[Modality, str]:
    modality, kind = request.param
    return modality, kind


def test_defaults_are_registered() -> None:
    assert set(DEFAULT_ENCODERS) == set(Modality)
    assert all(kind in ENCODERS[modality] for modality, kind in DEFAULT_ENCODERS.items())


@pytest.mark.parametrize("evidence", [True, False])
def test_two_stages_make_a_normalised_embedding(place: tuple[Modality, str], evidence: bool) -> None:
    encoder = _fitted(*place, evidence=evidence)
    assert encoder_kind(place[0], encoder) == place[1]
    batch = torch.stack([encoder.prepare(raw) for raw in _raws(place[0])])
    features = encoder.features(batch)
    if not encoder.frozen_features:
        assert features is batch
    staged, whole = encoder.embed(features), encoder(batch)
    assert torch.equal(staged.embedding, whole.embedding)
    assert whole.embedding.shape == (3, 8)
    torch.testing.assert_close(whole.embedding.mean(1), torch.zeros(3), atol=1e-5, rtol=0)
    # An untrained network makes nearly the same of everything, and the norm's epsilon then shows.
    torch.testing.assert_close(whole.embedding.var(1, unbiased=False), torch.ones(3), atol=0.05, rtol=0)
    if evidence:
        assert whole.evidence is not None
        assert whole.evidence.shape == (3,)
    else:
        assert whole.evidence is None


def test_batch_equals_one_by_one(place: tuple[Modality, str]) -> None:
    encoder = _fitted(*place)
    batch = torch.stack([encoder.prepare(raw) for raw in _raws(place[0])])
    together = encoder(batch).embedding
    for row, alone in enumerate(batch):
        torch.testing.assert_close(encoder(alone[None]).embedding[0], together[row], atol=1e-4, rtol=1e-4)


def test_learns_from_a_single_sample_and_leaves_frozen_parts_alone(place: tuple[Modality, str]) -> None:
    encoder = _fitted(*place, evidence=False).train()
    frozen = {name: value.clone() for name, value in encoder.named_parameters() if not value.requires_grad}
    batch = encoder.prepare(_raws(place[0])[0])[None]
    if place[1] in ("torchvision", "cnn"):
        batch = torch.cat([batch, batch.flip(3)])  # batch norms over a single place need two samples
    features = encoder.features(batch)
    assert not features.requires_grad
    optimiser = torch.optim.SGD([p for p in encoder.parameters() if p.requires_grad], lr=0.1)
    before = encoder.eval()(batch).embedding.detach()
    encoder.train().embed(features).embedding[:, 0].sum().backward()
    optimiser.step()
    assert not torch.equal(encoder.eval()(batch).embedding, before)
    assert bool(frozen) == encoder.frozen_features
    for name, value in frozen.items():
        assert torch.equal(encoder.get_parameter(name), value), name


def test_checkpoint_is_bit_equal_and_needs_nothing_else(place: tuple[Modality, str], tmp_path: Path) -> None:
    modality, _ = place
    encoder = _fitted(*place)
    classifier = FusionClassifier("abc", by_input({modality: encoder}), ConcatenationFusion(1, 8, 3))
    save_checkpoint(classifier, tmp_path / "m.mmdesk", "card")
    loaded = load_checkpoint(tmp_path / "m.mmdesk").encoder(modality)
    assert loaded.config() == encoder.config()
    for raw in _raws(modality):
        prepared = encoder.prepare(raw)[None]
        assert torch.equal(loaded.prepare(raw)[None], prepared)
        assert torch.equal(loaded(prepared).embedding, encoder(prepared).embedding)


def test_a_config_is_json(place: tuple[Modality, str]) -> None:
    encoder = _fitted(*place)
    assert json.loads(json.dumps(encoder.config())) == encoder.config()


@pytest.mark.parametrize(("modality", "kind"), [(Modality.AUDIO, "mel_rnn"), (Modality.IMAGE, "torchvision")])
def test_a_fresh_process_loads_it(modality: Modality, kind: str, tmp_path: Path) -> None:
    # A checkpoint is first built on the meta device, and here torchaudio or torchvision is first imported within it.
    encoder = _fitted(modality, kind)
    save_checkpoint(
        FusionClassifier("abc", by_input({modality: encoder}), ConcatenationFusion(1, 8, 3)),
        tmp_path / "m.mmdesk",
        "card",
    )
    code = (
        "import sys, pathlib, torch; from mmdesk.models.checkpoint import load_checkpoint;"
        "assert not {'torchvision', 'torchaudio'} & set(sys.modules);"
        f"from mmdesk.core.modality import Modality; e = load_checkpoint(pathlib.Path(sys.argv[1])).encoder("
        f"Modality('{modality}')); print(all(t.device.type == 'cpu' for t in [*e.parameters(), *e.buffers()]))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "m.mmdesk")], capture_output=True, text=True, check=False
    )
    assert done.stdout == "True\n", done.stderr
