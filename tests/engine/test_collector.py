"""The collector runs on the GUI thread alone, and finds what Python's own would find."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from mmdesk.engine.collector import Collector, collect_if_due


class Knot:
    """Something that only the collector frees, and that tells on which thread it was."""

    def __init__(self, freed_on: list[int] | None = None) -> None:
        self.itself = self
        self.freed_on = [] if freed_on is None else freed_on

    def __del__(self) -> None:
        self.freed_on.append(threading.get_ident())


@pytest.fixture(autouse=True)
def as_python_begins() -> Iterator[None]:
    was_enabled = gc.isenabled()
    gc.enable()
    yield
    gc.unfreeze()
    if not was_enabled:
        gc.disable()


def is_searched(wanted: object) -> bool:
    """Whether the collector looks at it: what is frozen is not among its objects."""
    return any(each is wanted for each in gc.get_objects())


def tie_knots(count: int, freed_on: list[int]) -> None:
    kept = []
    for _ in range(count):
        Knot(freed_on)
        kept.append([])  # containers that live on, so that the count of new ones passes the threshold


def test_a_cycle_that_a_worker_threw_away_is_freed_on_the_gui_thread(qtbot: QtBot) -> None:
    gc.collect()
    freed_on: list[int] = []
    collector = Collector()
    worker = threading.Thread(target=tie_knots, args=(3 * gc.get_threshold()[0], freed_on))
    worker.start()
    worker.join()
    assert not freed_on
    qtbot.waitUntil(lambda: len(freed_on) == 3 * gc.get_threshold()[0])
    collector.stop()
    assert set(freed_on) == {threading.get_ident()}


def test_it_is_pythons_own_again_once_it_has_stopped() -> None:
    collector = Collector()
    assert not gc.isenabled()
    collector.stop()
    collector.stop()
    assert gc.isenabled()


def test_one_within_another_leaves_it_to_the_outer() -> None:
    outer, inner = Collector(), Collector()
    inner.stop()
    assert not gc.isenabled()
    outer.stop()
    assert gc.isenabled()


def test_older_generations_have_their_turn() -> None:
    gc.disable()
    gc.collect()
    knot = weakref.ref(Knot())
    thresholds = gc.get_threshold()
    gc.collect(1)  # it has grown old
    old = Knot()
    held = weakref.ref(old)
    gc.collect(0)
    gc.collect(1)
    assert knot() is None
    del old
    for _ in range((thresholds[1] + 2) * (thresholds[2] + 2)):
        fresh = [[] for _ in range(2 * thresholds[0])]
        collect_if_due()
        del fresh
    assert held() is None


def test_what_was_thrown_away_is_collected_and_not_frozen(qtbot: QtBot) -> None:
    collector = Collector()
    old, kept = weakref.ref(Knot()), Knot()
    collector.keep_for_good()
    assert old() is None
    assert not is_searched(kept)
    collector.stop()
    assert is_searched(kept)


def test_only_the_first_model_makes_it_search_everything(qtbot: QtBot) -> None:
    collector = Collector()
    collector.keep_for_good()
    searched: list[int] = []
    gc.callbacks.append(lambda phase, about: searched.append(about["generation"]))
    try:
        later = Knot()
        collector.keep_for_good()
        assert not searched
    finally:
        gc.callbacks.pop()
    assert is_searched(later)
    held = weakref.ref(later)
    del later
    gc.collect()
    assert held() is None
    collector.stop()


def test_what_is_frozen_is_freed_with_its_last_reference(qtbot: QtBot) -> None:
    class Plain:
        pass

    collector, plain = Collector(), Plain()
    held = weakref.ref(plain)
    collector.keep_for_good()
    del plain
    assert held() is None
    collector.stop()
