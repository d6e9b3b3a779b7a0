"""What loading a model leaves behind."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from mmdesk.app import paths
from mmdesk.engine.inference_worker import InferenceWorker, _keep_for_good


class Knot:
    """Something that only the collector frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    yield
    gc.unfreeze()


def test_what_was_thrown_away_is_collected_and_not_frozen() -> None:
    old = weakref.ref(Knot())
    gc.freeze()  # an earlier model's: without thawing, nothing of it would ever be looked at again
    assert old() is not None
    _keep_for_good()
    assert old() is None
    assert gc.get_freeze_count() > 0


def test_models_loaded_one_after_another_leave_one(qtbot) -> None:
    worker = InferenceWorker(lambda now_s: pytest.fail("nothing is looked at"))
    models = []
    for _ in range(3):
        worker.load(str(paths.bundled_model()), "cpu")
        models.append(weakref.ref(worker._microscope.microscope.predictor.classifier))
        models.append(weakref.ref(worker._microscope.microscope))
    assert [each() is not None for each in models] == [False] * 4 + [True] * 2
