"""Several views of one input: what each of them is, and how they are averaged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
from torch.nn import functional

from mmdesk.core.modality import Modality
from mmdesk.models.checkpoint import load_checkpoint, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.audio import SpeechRNNEncoder
from mmdesk.models.encoders.base import Encoder, EncoderOutput
from mmdesk.models.encoders.image import CNNEncoder
from mmdesk.models.encoders.recorded import record_encoder
from mmdesk.models.encoders.trial import examples_of
from mmdesk.models.encoders.views import MOST_VIEWS, PictureViews, SoundViews, averaged
from mmdesk.models.fusion import ConcatenationFusion
from tests.three_inputs import by_input

RATE_HZ = 16_000
MANY: dict[Modality, tuple[str, ...]] = {
    Modality.IMAGE: ("1 0", "0.8 0", "1.2 10"),
    Modality.AUDIO: ("1 0.04", "0.9 0", "1.1 0.02"),
}


def _encoder(kind: Modality, views: Any, **options: Any) -> Encoder:
    torch.manual_seed(0)
    if kind is Modality.IMAGE:
        encoder: Encoder = CNNEncoder(dim=8, size_px=32, channels=(2, 2, 2, 2), views=views, **options)
    else:
        encoder = SpeechRNNEncoder.fitted([], dim=8, hidden=4, views=views, **options)
    return encoder.eval()


def _batch(encoder: Encoder, kind: Modality) -> torch.Tensor:
    return torch.stack([encoder.prepare(raw) for raw in examples_of(kind)])


def test_a_picture_of_twice_the_size_shows_its_middle() -> None:
    picture = torch.rand(2, 3, 32, 32)
    smooth = functional.avg_pool2d(picture, 5, 1, 2)
    views = PictureViews(["1 0", "2 0"], 32)(smooth)
    assert views.shape == (2, 2, 3, 32, 32)
    torch.testing.assert_close(views[:, 0], smooth, atol=1e-5, rtol=0)
    middle = functional.interpolate(smooth[..., 8:24, 8:24], 32, mode="bilinear")
    # Its border sees beyond the middle half, which the crop cannot.
    torch.testing.assert_close(views[:, 1, :, 1:-1, 1:-1], middle[..., 1:-1, 1:-1], atol=1e-5, rtol=0)


def test_a_picture_of_half_the_size_repeats_its_border() -> None:
    picture = torch.full((1, 3, 16, 16), 0.25)
    picture[..., 4:12, 4:12] = 1.0
    view = PictureViews(["0.5 0"], 16)(picture)[0, 0]
    assert view.max() == 1.0
    torch.testing.assert_close(view[:, :4], torch.full((3, 4, 16), 0.25))


def test_a_picture_is_turned_counterclockwise() -> None:
    picture = torch.rand(1, 3, 9, 9)
    view = PictureViews(["1 90"], 9)(picture)[:, 0]
    torch.testing.assert_close(view, torch.rot90(picture, 1, (2, 3)), atol=1e-5, rtol=0)


def test_a_faster_sound_is_shorter_and_higher_and_a_later_one_is_later() -> None:
    times = torch.arange(RATE_HZ) / RATE_HZ
    wave = torch.sin(2 * torch.pi * 400 * times)[None]
    views = SoundViews(["1 0", "2 0", "0.5 0", "1 0.25"], RATE_HZ, RATE_HZ)(wave)
    assert views.shape == (1, 4, RATE_HZ)
    torch.testing.assert_close(views[:, 0], wave)
    half = RATE_HZ // 2
    pitches = [int(torch.fft.rfft(view[:half]).abs().argmax()) * 2 for view in views[0, :3]]
    assert pitches == [400, 800, 200]
    assert not views[0, 1, half:].any()
    assert not views[0, 3, : RATE_HZ // 4].any()
    torch.testing.assert_close(views[:, 3, RATE_HZ // 4 :], wave[:, : -RATE_HZ // 4])


def test_views_count_by_their_evidence() -> None:
    embeddings = torch.tensor([[1.0, 0.0], [0.0, 1.0], [5.0, 5.0], [7.0, 7.0]])
    evidence = torch.tensor([0.0, np.log(3.0), 2.0, 2.0], dtype=torch.float32)
    found = averaged(EncoderOutput(embeddings, evidence), 2)
    torch.testing.assert_close(found.embedding, torch.tensor([[0.25, 0.75], [6.0, 6.0]]))
    assert found.evidence is not None
    torch.testing.assert_close(found.evidence, torch.tensor([np.log(3.0) / 2, 2.0], dtype=torch.float32))
    plain = averaged(EncoderOutput(embeddings, None), 2)
    assert plain.evidence is None
    torch.testing.assert_close(plain.embedding, torch.tensor([[0.5, 0.5], [6.0, 6.0]]))


@pytest.mark.parametrize("kind", MANY)
@torch.inference_mode()
def test_one_view_of_the_input_as_it_is_changes_nothing(kind: Modality) -> None:
    plain, viewed = _encoder(kind, ()), _encoder(kind, ["1 0"])
    batch = _batch(plain, kind)
    expected, found = plain(batch), viewed(batch)
    torch.testing.assert_close(found.embedding, expected.embedding, atol=1e-4, rtol=1e-4)
    torch.testing.assert_close(found.evidence, expected.evidence, atol=1e-4, rtol=1e-4)
    assert "views" not in plain.config()


@pytest.mark.parametrize("kind", MANY)
@torch.inference_mode()
def test_views_are_those_of_each_input_by_itself(kind: Modality) -> None:
    encoder = _encoder(kind, MANY[kind])
    plain = _encoder(kind, ())
    batch = _batch(encoder, kind)
    found = encoder(batch)
    assert encoder.views is not None
    for row, one in enumerate(batch):
        each = [plain(view[None]) for view in encoder.views(one[None])[0]]
        joined = EncoderOutput(torch.cat([it.embedding for it in each]), torch.cat([it.evidence for it in each]))
        expected = averaged(joined, len(each))
        torch.testing.assert_close(found.embedding[row], expected.embedding[0], atol=1e-4, rtol=1e-4)
        torch.testing.assert_close(found.evidence[row], expected.evidence[0], atol=1e-4, rtol=1e-4)


@pytest.mark.parametrize("evidence", [True, False])
@pytest.mark.parametrize("kind", MANY)
@torch.inference_mode()
def test_an_encoder_with_views_is_rebuilt_and_recorded(kind: Modality, evidence: bool) -> None:
    encoder = _encoder(kind, MANY[kind], evidence=evidence)
    twin = type(encoder)(**encoder.config()).eval()
    twin.load_state_dict(encoder.state_dict())
    batch = _batch(encoder, kind)
    expected = encoder(batch)
    assert torch.equal(twin(batch).embedding, expected.embedding)
    recorded = record_encoder(encoder, kind)
    assert recorded is not None
    found = recorded(batch[:1])
    torch.testing.assert_close(found.embedding, expected.embedding[:1], atol=1e-4, rtol=1e-4)
    assert (found.evidence is None) is not evidence


def test_a_checkpoint_keeps_the_views(tmp_path: Path) -> None:
    encoders = {kind: _encoder(kind, views) for kind, views in MANY.items()}
    classifier = FusionClassifier("abc", by_input(encoders), ConcatenationFusion(2, 8, 3)).eval()
    save_checkpoint(classifier, tmp_path / "model", "card")
    loaded = load_checkpoint(tmp_path / "model")
    for kind, encoder in encoders.items():
        batch = _batch(encoder, kind)
        with torch.inference_mode():
            assert torch.equal(loaded.encoder(kind)(batch).embedding, encoder(batch).embedding)


@pytest.mark.parametrize("kind", MANY)
def test_an_encoder_with_views_can_be_trained(kind: Modality) -> None:
    encoder = _encoder(kind, MANY[kind]).train()
    output = encoder(_batch(encoder, kind))
    (output.embedding.square().sum() + output.evidence.sum()).backward()
    parameters = [each for each in encoder.parameters() if each.requires_grad]
    assert all(each.grad is not None for each in parameters)


@pytest.mark.parametrize(
    "views", ["1", ["1"], ["1 0 0"], ["a 0"], ["0.1 0"], ["1 999"], ["nan 0"], [1.0], [("1", "0")]]
)
@pytest.mark.parametrize("make", [lambda views: PictureViews(views, 8), lambda views: SoundViews(views, 8, RATE_HZ)])
def test_what_is_no_view_is_refused(make: Any, views: Any) -> None:
    with pytest.raises(ValueError, match="views"):
        make(views)


def test_too_many_views_are_refused() -> None:
    with pytest.raises(ValueError, match="1 to 16 views, not 17"):
        CNNEncoder(views=["1 0"] * (MOST_VIEWS + 1))
