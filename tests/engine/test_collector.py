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


def test_what_was_thrown_away_is_collected_and_not_frozen() -> None:
    old = weakref.ref(Knot())
    gc.freeze()  # an earlier model's: without thawing, nothing of it would ever be looked at again
    assert old() is not None
    Collector.keep_for_good()
    assert old() is None
    assert gc.get_freeze_count() > 0
