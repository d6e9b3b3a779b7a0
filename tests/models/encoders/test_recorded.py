"""Recorded encoders say what the encoders themselves say."""

from typing import Any

import pytest
import torch
from torch import Tensor

from mmdesk.core.modality import Modality
from mmdesk.models.encoders import recorded as module
from mmdesk.models.encoders.base import EncoderOutput
from mmdesk.models.encoders.general import GeneralEncoder, GeneralPictureEncoder, GeneralTextEncoder, GeneralWordEncoder
from mmdesk.models.encoders.image import CNNEncoder
from mmdesk.models.encoders.recorded import record_encoder, record_general
from mmdesk.models.encoders.registry import encoder_class, offered_encoders
from mmdesk.models.encoders.trial import examples_of
from mmdesk.models.recording import Recording, record_parts

OWN = [(kind, name) for kind in Modality for name in offered_encoders(kind)]


@pytest.mark.parametrize(
    ("kind", "name", "evidence"),
    [(*each, evidence) for each in OWN for evidence in (True, False)] + [("image", "named_objects", False)],
)
@torch.inference_mode()
def test_a_recording_gives_the_same_numbers(kind: str, name: str, evidence: bool) -> None:
    torch.manual_seed(0)
    encoder = encoder_class(kind, name).fitted(examples_of(kind), dim=8, evidence=evidence).eval()
    recorded = record_encoder(encoder, kind)
    assert recorded is not None
    for raw in examples_of(kind):
        batch = encoder.prepare(raw)[None]
        found, expected = recorded(batch), encoder(batch)
        torch.testing.assert_close(found.embedding, expected.embedding, rtol=1e-4, atol=1e-5)
        assert (found.evidence is None) is (expected.evidence is None) is not evidence
        if found.evidence is not None:
            torch.testing.assert_close(found.evidence, expected.evidence, rtol=1e-4, atol=1e-5)
        assert torch.equal(recorded(batch).embedding, found.embedding)


class Fickle(CNNEncoder):
    """Another formula for light pictures: a trace would hold one of them only."""

    def embed(self, features: Tensor) -> EncoderOutput:
        output = super().embed(features)
        return output._replace(embedding=output.embedding if float(features.sum()) % 2 < 1 else -output.embedding)


def test_an_encoder_whose_steps_depend_on_the_values_is_not_recorded() -> None:
    torch.manual_seed(0)
    encoder = Fickle(dim=8).eval()
    signs = {float(encoder.prepare(raw).sum()) % 2 < 1 for raw in examples_of(Modality.IMAGE)}
    assert len(signs) == 2
    assert record_encoder(encoder, Modality.IMAGE) is None


@pytest.mark.parametrize(("kind", "made"), [("text", GeneralTextEncoder), ("image", GeneralPictureEncoder)])
@torch.inference_mode()
def test_what_is_frozen_is_recorded_once_whatever_lessons_encoders_are_fitted_to(
    kind: str, made: type[GeneralEncoder], monkeypatch: pytest.MonkeyPatch
) -> None:
    recordings: list[Recording | None] = []
    monkeypatch.setattr(module, "_looks", {})

    def record(*given: Any) -> Recording | None:
        recordings.append(record_parts(*given))
        return recordings[-1]

    monkeypatch.setattr(module, "record_parts", record)
    generator = torch.Generator().manual_seed(0)
    for count in (3, 5):
        encoder = made().eval()
        encoder.fit(encoder.unit(torch.rand(count, encoder.width, generator=generator)), torch.zeros(0, encoder.width))
        recorded = record_encoder(encoder, kind)
        assert recorded is not None
        for raw in examples_of(kind):
            batch = encoder.prepare(raw)[None]
            found, expected = recorded(batch), encoder(batch)
            torch.testing.assert_close(found.embedding, expected.embedding, rtol=1e-4, atol=1e-4)
            torch.testing.assert_close(found.evidence, expected.evidence, rtol=1e-4, atol=1e-5)
    assert len(recordings) == 1


@torch.inference_mode()
def test_after_getting_ready_no_network_is_recorded_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_looks", {})
    record_general()
    monkeypatch.setattr(module, "record_parts", lambda *_: pytest.fail("recorded again"))
    assert record_encoder(GeneralPictureEncoder().eval(), "image") is not None
    assert record_encoder(GeneralWordEncoder().eval(), "audio") is not None
