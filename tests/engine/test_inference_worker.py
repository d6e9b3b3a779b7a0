"""What loading a model leaves behind."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from pathlib import Path

import pytest

from mmdesk.app import paths
from mmdesk.engine.inference_worker import InferenceWorker
from mmdesk.engine.model_loading import load_model
from mmdesk.models.checkpoint import save_checkpoint
from mmdesk.models.temperature import Reliability, Temperatures
from mmdesk.sources.model_shelf import look_at
from tests.many_inputs import SETS, model_of


@pytest.fixture
def uncollected() -> Iterator[None]:
    """As in the live program: what is frozen is not searched for cycles."""
    was_enabled = gc.isenabled()
    gc.disable()
    yield
    if was_enabled:
        gc.enable()


def test_models_loaded_one_after_another_leave_one(qtbot, uncollected) -> None:
    worker = InferenceWorker(lambda now_s: pytest.fail("nothing is looked at"))
    models = []
    for _ in range(3):
        worker.load(str(paths.bundled_model()), "cpu")
        models.append(weakref.ref(worker._microscope.microscope.predictor.classifier))
        models.append(weakref.ref(worker._microscope.microscope))
    assert [each() is not None for each in models] == [False] * 4 + [True] * 2


def test_an_exchanged_model_answers_by_the_method_that_the_user_chose_for_the_one_before(qtbot) -> None:
    worker = InferenceWorker(lambda now_s: pytest.fail("nothing is looked at"))
    states = []
    worker.model_state_changed.connect(states.append)
    worker.load(str(paths.bundled_model()), "cpu")
    worker.choose_fusion("late")
    for wanted in ("", "concatenation", "concatenation"):
        worker.exchange(load_model(paths.bundled_model(), "cpu"))
        if wanted and states[-1].fusion != wanted:
            worker.choose_fusion(wanted)
    own = load_model(paths.bundled_model(), "cpu").state.fusion
    assert [state.exchanged for state in states if state.ready] == [False, True, True, True]
    assert [state.fusion for state in states if state.ready] == [own, own, own, "concatenation"]
    assert all(state.problem is None for state in states)


def test_a_loaded_model_tells_whether_it_is_calibrated_as_the_look_at_it_does(tmp_path: Path) -> None:
    classifier = model_of(SETS[3])
    save_checkpoint(classifier, tmp_path / "plain", "card")
    for fusion in classifier.fusions().values():
        fusion.set_temperatures(Temperatures([2.0] * 7, Reliability(100, 0.1, 0.02)))
    save_checkpoint(classifier, tmp_path / "calibrated", "card")
    for name, calibrated in (("plain", False), ("calibrated", True)):
        assert load_model(tmp_path / name, "cpu", recorded=False).state.calibrated is calibrated
        assert look_at(tmp_path / name).calibrated is calibrated
