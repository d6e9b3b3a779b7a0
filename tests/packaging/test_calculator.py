"""What the calculator is trained towards: exact results, and with an input missing exactly what is still possible."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
import torch

SCRIPTS = Path(__file__).parents[2] / "packaging" / "models" / "calculator"


@pytest.fixture(scope="module")
def table() -> Iterator[ModuleType]:
    sys.path.insert(0, str(SCRIPTS))
    try:
        import sums_table  # type: ignore[import-not-found]

        yield sums_table
    finally:
        sys.path.remove(str(SCRIPTS))


def _possible(table: ModuleType, values: tuple[int, int, int], present: tuple[bool, bool, bool]) -> dict[int, float]:
    row = table.possible(torch.tensor([values]), torch.tensor([present]))[0]
    return {result: float(share) for result, share in zip(table.RESULTS, row, strict=True) if share}


def test_with_everything_present_there_is_one_result(table: ModuleType) -> None:
    everything = (True, True, True)
    assert len(table.RESULTS) == 40
    assert _possible(table, (3, 5, 0), everything) == {8: 1.0}
    assert _possible(table, (3, 5, 1), everything) == {2: 1.0}
    assert _possible(table, (5, 3, 1), everything) == {2: 1.0}  # the difference, whichever is the larger
    assert _possible(table, (3, 5, 2), everything) == {15: 1.0}
    assert _possible(table, (9, 9, 2), everything) == {81: 1.0}


def test_with_an_input_missing_the_rest_is_spread(table: ModuleType) -> None:
    assert _possible(table, (3, 5, 2), (True, True, False)) == pytest.approx({8: 1 / 3, 2: 1 / 3, 15: 1 / 3})
    found = _possible(table, (3, 5, 0), (True, False, True))
    assert found == pytest.approx(dict.fromkeys(range(3, 13), 0.1))
    zero = _possible(table, (0, 5, 2), (True, False, False))
    assert zero[0] == pytest.approx((10 + 1 + 1) / 30)  # every product, 0 + 0 and 0 - 0
    nothing = table.possible(torch.tensor([[3, 5, 2]]), torch.zeros(1, 3, dtype=torch.bool))
    assert float(nothing.sum()) == pytest.approx(1.0)


def test_a_single_input_cannot_know(table: ModuleType) -> None:
    for column in range(3):
        mask = tuple(index == column for index in range(3))
        assert table.chance(mask) < 0.2
    assert table.chance((True, True, True)) == 1.0


def test_every_language_has_three_operators_and_no_word_is_two_of_them(table: ModuleType) -> None:
    import operator_words  # type: ignore[import-not-found]

    assert len(operator_words.WORDS) >= 20
    for names in operator_words.WORDS.values():
        words = [{word.casefold() for word in each.split("|")} for each in names]
        assert all(words)
        assert not (words[0] & words[1])
        assert not (words[0] & words[2])
        assert not (words[1] & words[2])
    signs = [sign for each in operator_words.SIGNS for sign in each]
    assert len(set(signs)) == len(signs)


def test_what_digits_ask_beyond_one_half_the_calculator_does_not(table: ModuleType) -> None:
    for package in ("scipy", "stopwordsiso", "icu"):
        pytest.importorskip(package, reason="of the extra that rebuilds the models")
    import sums_train  # type: ignore[import-not-found]

    from mmdesk.core.inputs import Input
    from mmdesk.models.classifier import FusionClassifier
    from mmdesk.models.encoders.text import SubwordTextEncoder
    from mmdesk.models.fusion import FUSIONS
    from mmdesk.models.open_set import EvidenceRule, Judged

    encoders = {Input(name, "text"): SubwordTextEncoder(dim=8, buckets=64) for name in ("one", "other")}
    classifier = FusionClassifier(["a", "b"], encoders, FUSIONS["late"](2, 8, 2))
    for name, threshold in (("one", 0.4), ("other", -0.4)):
        classifier.encoder(name).set_open_set(EvidenceRule(threshold, Judged(40, 0.1)))
    sums_train.believe_sooner(classifier)
    assert classifier.encoder("one").open_set is None
    kept = classifier.encoder("other").open_set
    assert isinstance(kept, EvidenceRule)
    assert kept.threshold == -0.4


def test_the_card_has_a_table_for_each_test() -> None:
    sys.path.insert(0, str(SCRIPTS))
    try:
        import sums_card  # type: ignore[import-not-found]
    finally:
        sys.path.remove(str(SCRIPTS))

    figures = {"accuracy": {"text": 0.15, "image+audio+text": 0.9}, "mean": 0.3}
    test = {
        "rows": 4_000,
        "interval": [0.89, 0.91],
        "best_possible": {"text": 0.157, "image+audio+text": 1.0},
        "methods": {"deep": figures},
        "inputs": {"audio": {"known": 600, "recognised": 0.98, "nothing": 0, "claimed": 0.0}},
    }
    validation = {"deep": {"text": {"accuracy": 0.1, "apart": 0.1}, "image+text": {"accuracy": 0.1, "apart": 0.2},
                           "image+audio+text": {"accuracy": 0.6, "apart": 0.3}}}  # fmt: skip
    card = sums_card.write_card(validation, {"test": test, "quiet": test})
    assert card.count("| deep | 15.0 % | 90.0 % | +0.30 |") == 2
    assert "Measured: test in a quiet room, five languages" in card
    assert max(map(len, card.splitlines())) <= 120
    assert "Measured: test" not in sums_card.write_card(validation, None)
