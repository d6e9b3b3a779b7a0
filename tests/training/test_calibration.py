"""Thresholds and temperatures that are chosen on validation samples."""

from __future__ import annotations

import math

import pytest
import torch

from mmdesk.models.checkpoint_calibration import Calibration
from mmdesk.models.fusion import FUSIONS
from mmdesk.models.open_set import DistanceRule, EvidenceRule, JointRule, Judged
from mmdesk.training.calibration import (
    Rows,
    calibrate,
    calibration_error,
    choose_threshold,
    distance_rule,
    fit_temperatures,
)
from tests.many_inputs import model_of

_DIM, _CLASSES = 8, 3


def test_the_threshold_gives_up_no_more_known_inputs_than_allowed() -> None:
    torch.manual_seed(0)
    given_up = []
    for _ in range(200):
        threshold = choose_threshold(torch.randn(99), most_rejected=0.03)
        given_up.append(0.5 * (1 + math.erf(threshold / math.sqrt(2))))  # of new ones from the same source
    assert sum(given_up) / len(given_up) == pytest.approx(0.03, abs=0.005)


def test_few_known_inputs_give_up_the_least_of_them_and_no_more() -> None:
    assert choose_threshold(torch.tensor([3.0, 1.0, 2.0])) == 1.0


def test_unknown_inputs_lower_the_threshold_to_what_they_ask_for() -> None:
    known = torch.linspace(0, 99, 100)
    assert choose_threshold(known, most_rejected=0.10) == 9.0
    unknown = torch.linspace(-10, 4, 100)
    threshold = choose_threshold(known, unknown, 0.10, 0.05)
    assert 0 < threshold < 4
    assert int((unknown >= threshold).sum()) <= 5
    # What unknown inputs ask for is not had at the cost of known ones.
    assert choose_threshold(known, unknown + 50, 0.10, 0.05) == 9.0
    assert choose_threshold(known, unknown - 50, 0.10, 0.05) == 0.0
    assert choose_threshold(known, unknown - 50, 0.10, 0.05, neutral=-7.0) == -7.0


def _rows(count: int, *, seed: int = 0, offset: float = 0.0, evidence: bool = False) -> Rows:
    """Two inputs in which each class has a place of its own."""
    generator = torch.Generator().manual_seed(seed)
    targets = torch.arange(count) % _CLASSES
    places = 6.0 * torch.eye(_CLASSES, _DIM)
    embeddings = places[targets][:, None] + torch.randn(count, 2, _DIM, generator=generator) + offset
    found = torch.full((count, 2), float("nan"))
    if evidence:
        found[:, 1] = torch.randn(count, generator=generator) + (4.0 if offset == 0 else -4.0)
    return Rows(embeddings, torch.ones(count, 2, dtype=torch.bool), targets, found if evidence else None)


def test_the_distance_tells_what_is_far_from_every_class() -> None:
    rule = distance_rule(_rows(120), 0)
    assert rule is not None
    known = rule.score(*_rows(60, seed=1).column(0))
    unknown = rule.score(*_rows(60, seed=2, offset=9.0).column(0))
    assert float(known.min()) > float(unknown.max())
    # With unit variance the squared distance to the right mean has the embedding's length as its mean.
    assert float((known**2).mean()) == pytest.approx(_DIM, rel=0.3)


def test_a_direction_in_which_nothing_varies_does_not_break_the_distance() -> None:
    rows = _rows(60)
    rows.embeddings[:, :, 3] = 1.0
    rule = distance_rule(rows, 0)
    assert rule is not None
    assert bool(torch.isfinite(rule.score(*rows.column(0))).all())


@pytest.mark.parametrize("kind", [kind for kind in FUSIONS.own if kind not in ("unimodal", "transformer")])
def test_temperatures_bring_back_what_the_truth_follows(kind: str) -> None:
    torch.manual_seed(1)
    fusion = FUSIONS[kind](2, _DIM, _CLASSES).eval()
    rows = torch.randn(1500, 2, _DIM) * 4
    present = torch.ones(1500, 2, dtype=torch.bool)
    with torch.no_grad():
        logits = fusion(rows, present).logits
    # As sure for every method: a fresh head that hardly prefers a class would give nearly chance.
    asked = float(logits.std(dim=1).mean()) / 1.5
    truth = torch.distributions.Categorical(logits=logits / asked).sample()
    found = fit_temperatures(fusion, rows, present, truth)
    assert found is not None
    assert found.values[-1] == pytest.approx(asked, rel=0.25)
    assert found.reliability.after < found.reliability.before


def test_a_few_samples_that_are_all_right_do_not_make_the_model_certain() -> None:
    torch.manual_seed(0)
    fusion = FUSIONS["late"](2, _DIM, _CLASSES).eval()
    rows = torch.randn(12, 2, _DIM)
    present = torch.ones(12, 2, dtype=torch.bool)
    with torch.no_grad():
        logits = fusion(rows, present).logits
    answers = logits.argmax(1)
    found = fit_temperatures(fusion, rows, present, answers)
    assert found is not None
    sure = (logits / found.values[-1]).softmax(1).amax(1)
    assert float(sure.min()) < 0.99


def test_a_subset_that_is_rare_shares_a_temperature() -> None:
    fusion = FUSIONS["concatenation"](2, _DIM, _CLASSES).eval()
    rows, present = torch.randn(40, 2, _DIM), torch.ones(40, 2, dtype=torch.bool)
    present[:, 1] = False
    found = fit_temperatures(fusion, rows, present, torch.arange(40) % 3)
    assert found is not None
    assert found.values[1] == found.values[2] == pytest.approx(found.values[0])
    assert fit_temperatures(fusion, rows[:5], present[:5], torch.arange(5) % 3) is None


def test_calibration_error_is_the_gap_between_being_sure_and_being_right() -> None:
    logits = torch.log(torch.tensor([[0.8, 0.2]] * 10))
    assert calibration_error(logits, torch.tensor([0] * 8 + [1] * 2)) == pytest.approx(0.0, abs=1e-6)
    assert calibration_error(logits, torch.tensor([0] * 5 + [1] * 5)) == pytest.approx(0.3, abs=1e-6)


def test_a_model_gets_rules_by_what_its_encoders_give() -> None:
    model = model_of(("image", "text"))
    for fusion in model.fusions().values():
        fusion.eval()
    unknown = _rows(60, seed=3, offset=9.0, evidence=True)
    found = calibrate(model, _rows(90, seed=1, evidence=True), training=_rows(90, evidence=True), unknown=unknown)
    assert isinstance(found, Calibration)
    rule, evidence = (model.encoder(name).open_set for name in ("image", "text"))
    assert isinstance(rule, DistanceRule)
    assert isinstance(evidence, EvidenceRule)
    for each in (rule, evidence):
        assert each.judged.known == 90
        assert each.judged.unknown == 60
        assert each.judged.rejected <= 0.03
        assert each.judged.claimed <= 0.05
    assert set(found.temperatures) == set(model.fusions())


def test_a_joint_rule_of_before_goes_with_the_rules_that_it_was_chosen_for() -> None:
    model = model_of(("image", "text"))
    calibrate(model, _rows(90, seed=1), training=_rows(90))
    model.set_joint_rule(JointRule([1.0, 1.0], [0.0, 0.0], [0.0, 0.0, 0.0], Judged(90, 0.03)))
    found = calibrate(model, _rows(90, seed=2), training=_rows(90))
    assert model.joint_rule is None
    assert found is not None
    assert found.joint is None


def test_too_few_samples_leave_a_model_as_it_is() -> None:
    model = model_of(("image", "text"))
    assert calibrate(model, _rows(3), training=_rows(60)) is None
    assert model.encoder("image").open_set is None
    assert model.fusion.temperatures is None


def test_impossible_shares_are_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        calibrate(model_of(("image", "text")), _rows(20), most_rejected=0.0)


def test_each_input_may_have_a_share_of_its_own() -> None:
    def thresholds(share: float) -> tuple[float, float]:
        model = model_of(("image", "text"))
        rows = _rows(200, evidence=True)
        calibrate(model, rows, training=_rows(60), most_rejected={"image": 0.03, "text": share})
        image, text = (model.encoder(name).open_set for name in ("image", "text"))
        assert image is not None
        assert text is not None
        assert text.judged.rejected == pytest.approx(share, abs=0.02)
        return image.threshold, text.threshold

    tight, loose = thresholds(0.03), thresholds(0.4)
    assert tight[0] == loose[0]
    assert tight[1] < loose[1]


def test_each_input_may_have_a_share_of_unknown_ones_of_its_own() -> None:
    def judged(share: float) -> tuple[Judged, Judged]:
        model = model_of(("image", "text"))
        # Less evidence for the unknown ones than for most of the known.
        unknown = _rows(200, seed=3, evidence=True)
        unknown.evidence[:, 1] -= 3.0
        allowed = {"image": 0.05, "text": share}
        calibrate(
            model, _rows(200, evidence=True), training=_rows(60), unknown=unknown, most_rejected=0.9,
            most_claimed=allowed,
        )  # fmt: skip
        image, text = (model.encoder(name).open_set for name in ("image", "text"))
        assert image is not None
        assert text is not None
        return image.judged, text.judged

    tight, loose = judged(0.02), judged(0.2)
    assert tight[0] == loose[0]
    assert tight[1].claimed == pytest.approx(0.02, abs=0.006)
    assert loose[1].claimed == pytest.approx(0.2, abs=0.006)
    assert tight[1].rejected > loose[1].rejected
