"""The map of the fused space: which samples make it, how they are laid out, and where a live vector lies."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch
from torch import Tensor

from mmdesk.analysis.fused_map import FusedMap, load_map, make_map, reference_rows
from mmdesk.core.errors import NotFiniteError
from mmdesk.core.fused_map import MapPoints
from mmdesk.models.checkpoint import save_checkpoint
from mmdesk.models.checkpoint_map import StoredMap
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.fusion import AttentionGateFusion, ConcatenationFusion, LateFusion
from tests.models.parts import LevelEncoder, level_classifier, text_classifier
from tests.three_inputs import by_input

CPU = torch.device("cpu")


def three_fusions(seed: int = 0) -> FusionClassifier:
    torch.manual_seed(seed)
    encoders = {modality: LevelEncoder() for modality in level_classifier().names}
    others = [ConcatenationFusion(3, 2, 2), LateFusion(3, 2, 2)]
    return FusionClassifier(
        ["up", "down"], by_input(encoders), AttentionGateFusion(3, 2, 2, adapt=False), others
    ).eval()


def two_clouds(per_class: int = 20) -> tuple[Tensor, Tensor, Tensor]:
    """Embeddings around (2, -2) and (-2, 2) in every modality."""
    generator = torch.Generator().manual_seed(4)
    classes = torch.arange(2).repeat_interleave(per_class)
    centres = torch.tensor([[2.0, -2.0], [-2.0, 2.0]])[classes]
    embeddings = centres[:, None] + 0.1 * torch.randn(2 * per_class, 3, 2, generator=generator)
    return embeddings, torch.ones(2 * per_class, 3, dtype=torch.bool), classes


@pytest.fixture(scope="module")
def classifier() -> FusionClassifier:
    return three_fusions()


@pytest.fixture(scope="module")
def stored(classifier: FusionClassifier) -> StoredMap:
    made = make_map(classifier, *two_clouds())
    assert made is not None
    return made


@pytest.fixture(scope="module")
def fused_map(stored: StoredMap, classifier: FusionClassifier) -> FusedMap:
    return FusedMap(stored, classifier, CPU)


def fused(classifier: FusionClassifier, kind: str, embeddings: Tensor, present: Tensor) -> Tensor:
    with torch.inference_mode():
        return classifier.fusions()[kind](embeddings, present).fused


@pytest.mark.parametrize("kind", ["attention_gate", "concatenation", "late"])
def test_classes_are_clouds_apart_under_every_fusion(kind: str, fused_map: FusedMap) -> None:
    points = fused_map.points(kind)
    assert points.fusion == kind
    assert points.labels == ("up", "down")
    assert points.positions.dtype == np.float32
    assert np.abs(points.positions).max() == pytest.approx(1.0)
    apart = np.square(points.positions[:, None] - points.positions).sum(axis=2)
    np.fill_diagonal(apart, np.inf)
    assert (points.classes[apart.argmin(axis=1)] == points.classes).all()


def test_layouts_differ_between_fusions_and_equal_seeds_give_equal_maps(
    classifier: FusionClassifier, stored: StoredMap
) -> None:
    again = make_map(classifier, *two_clouds())
    assert again is not None
    assert again.to_bytes() == stored.to_bytes()
    assert not torch.allclose(stored.layouts["late"], stored.layouts["concatenation"], atol=1e-3)


@pytest.mark.parametrize("kind", ["attention_gate", "concatenation", "late"])
def test_a_samples_own_vector_lies_on_the_sample(kind: str, stored: StoredMap, fused_map: FusedMap) -> None:
    vectors = fused(three_fusions(), kind, stored.embeddings.float(), stored.present)
    for row in (0, 7, 33):
        assert fused_map.position(kind, vectors[row]) == pytest.approx(
            tuple(fused_map.points(kind).positions[row]), abs=1e-3
        )
    assert fused_map.position(kind, vectors[:1]) == fused_map.position(kind, vectors[0])


def line(distances: list[float], classes: list[int]) -> tuple[FusedMap, Tensor]:
    """A map under concatenation, whose vector is the embedding itself, with samples that far from the origin."""
    text = text_classifier()
    encoders = {modality: text.encoder(modality) for modality in text.names}
    classifier = FusionClassifier(text.labels, by_input(encoders), ConcatenationFusion(1, 8, 3)).eval()
    count = len(distances)
    embeddings = torch.zeros(count, 1, 8)
    embeddings[torch.arange(count), 0, torch.arange(count) % 8] = torch.tensor(distances)
    layout = torch.linspace(-1, 1, 2 * count).reshape(count, 2)
    present = torch.ones(count, 1, dtype=torch.bool)
    stored = StoredMap(embeddings, present, torch.tensor(classes), {"concatenation": layout})
    return FusedMap(stored, classifier, CPU), layout.double()


def test_a_place_is_the_mean_of_two_classes_worth_of_neighbours() -> None:
    distances = [1.0, 2.0, 2.0, 3.0, 4.0, 5.0, 8.0, 9.0, 9.5]
    small, layout = line(distances, [0, 0, 0, 1, 1, 1, 2, 2, 2])
    near, reach = np.array(distances[:6]), 8.0 * 1.001  # six take part, the seventh bounds them
    shares = ((reach - near) / (reach * near)) ** 2
    expected = shares @ layout[:6].numpy() / shares.sum()
    assert small.position("concatenation", torch.zeros(8)) == pytest.approx(tuple(expected), abs=1e-4)


def test_equally_far_samples_count_the_same() -> None:
    small, layout = line([2.0] * 4, [0, 0, 1, 1])
    assert small.position("concatenation", torch.zeros(8)) == pytest.approx(tuple(layout.mean(0).tolist()), abs=1e-5)
    same, layout = line([0.0] * 4, [0, 0, 1, 1])
    assert same.position("concatenation", torch.zeros(8)) == pytest.approx(tuple(layout.mean(0).tolist()), abs=1e-5)


def test_the_point_wanders_and_does_not_leap(fused_map: FusedMap) -> None:
    start, end = torch.tensor([2.0, -2.0] * 3), torch.tensor([-2.0, 2.0] * 3)
    way = [fused_map.position("concatenation", start + (end - start) * share) for share in np.linspace(0, 1, 41)]
    steps = np.linalg.norm(np.diff(way, axis=0), axis=1)
    assert steps.max() < 0.3 * np.linalg.norm(np.subtract(way[-1], way[0]))


def test_a_missing_modality_moves_the_place(classifier: FusionClassifier, fused_map: FusedMap) -> None:
    embeddings = torch.tensor([[[2.0, -2.0], [-2.0, 2.0], [2.0, -2.0]]])
    everything, without = torch.tensor([[True] * 3]), torch.tensor([[False, True, False]])
    before = fused_map.position("concatenation", fused(classifier, "concatenation", embeddings, everything))
    after = fused_map.position("concatenation", fused(classifier, "concatenation", embeddings, without))
    assert np.hypot(before[0] - after[0], before[1] - after[1]) > 0.3


def test_what_cannot_be_placed_is_refused(fused_map: FusedMap) -> None:
    with pytest.raises(ValueError, match="6 values, not 5"):
        fused_map.position("concatenation", torch.zeros(5))
    with pytest.raises(NotFiniteError):
        fused_map.position("concatenation", torch.full((6,), float("nan")))
    with pytest.raises(KeyError):
        fused_map.position("deep", torch.zeros(2))


def test_a_vector_far_outside_lies_on_the_map_all_the_same(fused_map: FusedMap) -> None:
    x, y = fused_map.position("concatenation", torch.full((6,), 1e9))
    assert abs(x) <= 1
    assert abs(y) <= 1


def test_rows_are_shared_out_by_class_and_the_most_complete_come_first() -> None:
    targets = [0] * 50 + [1] * 10 + [-1] * 5
    richness = [1] * 25 + [3] * 25 + [2] * 9 + [0] + [3] * 5
    rows = reference_rows(targets, richness, 3)
    assert rows == sorted(rows)
    assert set(range(25, 50)) <= set(rows)  # all that are complete
    assert sum(row < 25 for row in rows) == 5
    assert [row for row in rows if row >= 50] == list(range(50, 59))
    assert len(reference_rows([n % 100 for n in range(3_000)], [1] * 3_000, 100)) == 600


@pytest.mark.parametrize("per_class", [1, 2, 11, 12])
def test_a_handful_of_samples_is_laid_out_too(per_class: int, classifier: FusionClassifier) -> None:
    made = make_map(classifier, *two_clouds(per_class))
    assert made is not None
    made.check(classifier)


def test_equal_samples_and_one_direction_are_laid_out_without_a_fault(classifier: FusionClassifier) -> None:
    _, present, classes = two_clouds()
    for embeddings in (torch.ones(40, 3, 2), torch.linspace(-1, 1, 40)[:, None, None].expand(40, 3, 2)):
        made = make_map(classifier, embeddings, present, classes)
        assert made is not None
        made.check(classifier)


def test_absent_parts_and_empty_rows_leave_no_trace(classifier: FusionClassifier) -> None:
    embeddings, present, classes = two_clouds()
    present[3] = False
    present[5, 1] = False
    embeddings[3] = float("nan")
    embeddings[5, 1] = float("nan")
    made = make_map(classifier, embeddings, present, classes)
    assert made is not None
    assert len(made.classes) == 39
    made.check(classifier)


def test_without_samples_or_numbers_there_is_no_map(classifier: FusionClassifier) -> None:
    embeddings, present, classes = two_clouds()
    assert make_map(classifier, embeddings[:1], present[:1], classes[:1]) is None
    assert make_map(classifier, embeddings, torch.zeros_like(present), classes) is None
    assert make_map(classifier, embeddings * float("nan"), present, classes) is None


def test_large_numbers_are_kept_whole(classifier: FusionClassifier) -> None:
    embeddings, present, classes = two_clouds()
    made = make_map(classifier, embeddings * 1e5, present, classes)
    assert made is not None
    assert made.embeddings.dtype == torch.float32
    made.check(classifier)


@pytest.mark.parametrize("name", ["model", "model.mmdesk"])
def test_a_checkpoint_gives_its_map_back(name: str, tmp_path: Path) -> None:
    classifier = text_classifier()
    generator = torch.Generator().manual_seed(1)
    classes = torch.arange(3).repeat(10)
    embeddings = torch.randn(30, 1, 8, generator=generator) + classes[:, None, None]
    made = make_map(classifier, embeddings, torch.ones(30, 1, dtype=torch.bool), classes)
    save_checkpoint(classifier, tmp_path / name, "card", made)
    loaded = load_map(tmp_path / name, classifier, CPU)
    assert loaded is not None
    points = loaded.points("attention_gate")
    assert made is not None
    assert np.array_equal(points.positions, made.layouts["attention_gate"].numpy())
    assert points.classes.tolist() == classes.tolist()
    save_checkpoint(classifier, tmp_path / name, "card")
    assert load_map(tmp_path / name, classifier, CPU) is None


def test_points_fit_their_labels() -> None:
    with pytest.raises(ValueError, match="positions"):
        MapPoints("late", ("a",), np.zeros((3, 2), np.float32), np.zeros(2, np.int64))
    with pytest.raises(ValueError, match="classes"):
        MapPoints("late", ("a",), np.zeros((1, 2), np.float32), np.ones(1, np.int64))
