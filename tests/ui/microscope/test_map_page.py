"""The map page driven with core values."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from numpy.typing import NDArray
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from mmdesk.core.fused_map import MapPoints
from mmdesk.core.insight import Insight, MethodView, Relation
from mmdesk.core.modality import MODALITIES
from mmdesk.core.observation import Reason
from mmdesk.core.prediction import Prediction
from mmdesk.ui.microscope.map_page import TRAIL_S, MapPage, class_colour
from mmdesk.ui.theme import DARK, LIGHT, Look, Theme
from tests.ui.gallery import DIGITS, OBJECTS, nothing, prediction

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

KIND = "late"
SIZES = [(1.0, (1090, 460)), (0.8, (720, 300))]


def clouds(labels: tuple[str, ...] = DIGITS, fusion: str = KIND) -> MapPoints:
    """Clouds around a circle; class 0 lies on the right."""
    angle = 2 * np.pi * np.arange(len(labels)) / len(labels)
    centres = 0.9 * np.stack([np.cos(angle), np.sin(angle)], 1)
    places = np.repeat(centres, 5, axis=0) + np.random.default_rng(0).uniform(-0.05, 0.05, (5 * len(labels), 2))
    return MapPoints(fusion, labels, places.astype(np.float32), np.repeat(np.arange(len(labels)), 5))


def placed(
    time_s: float, position: tuple[float, float] | None, fusion: str = KIND, reasons: tuple[Reason, ...] | None = None
) -> Prediction:
    shown = prediction(time_s, reasons=reasons or (Reason.PRESENT,) * 3)
    probabilities = np.full((8, len(DIGITS)), 0.1, np.float32)
    probabilities[-1] = shown.probabilities
    none = np.zeros(3)
    view = MethodView(fusion, DIGITS, MODALITIES, (True, True, True), probabilities, None, none, none, Relation.AGREE)
    return replace(
        shown, fusion=fusion, insight=Insight((view,), view, view, None, (None, None, None), map_position=position)
    )


def page_of(
    qtbot: QtBot, points: MapPoints | None, theme: Theme = DARK, scale: float = 1.0, size: tuple[int, int] = (1090, 460)
) -> MapPage:
    page = MapPage()
    qtbot.addWidget(page)
    page.set_look(Look(theme, scale))
    page.resize(*size)
    page.set_points(points)
    with qtbot.waitExposed(page):
        page.show()
    return page


def picture(page: MapPage) -> NDArray[np.uint32]:
    """The view's pixels (H, W) as 0xRRGGBB."""
    image = page.view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.bytesPerLine() // 4)
    return pixels[:, : image.width()] & 0xFFFFFF


def places_of(image: NDArray[np.uint32], colour: QColor) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where the pixels of a colour lie, as shares of width and height."""
    rows, columns = np.nonzero(image == (colour.rgb() & 0xFFFFFF))
    return columns / image.shape[1], rows / image.shape[0]


def count_of(image: NDArray[np.uint32], colour: QColor) -> int:
    return len(places_of(image, colour)[0])


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=["dark", "light"])
@pytest.mark.parametrize(("scale", "size"), SIZES, ids=["large", "small"])
def test_clouds_and_the_live_point_are_where_they_belong(
    qtbot: QtBot, theme: Theme, scale: float, size: tuple[int, int]
) -> None:
    page = page_of(qtbot, clouds(), theme, scale, size)
    page.show_prediction(placed(1.0, (-0.5, 0.5)))
    image = picture(page)
    across, _ = places_of(image, class_colour(Look(theme, scale), 0))
    assert len(across) > 20
    assert across.min() > 0.85
    across, down = places_of(image, QColor(theme.state))
    assert len(across) > 50
    assert across.mean() == pytest.approx(0.25, abs=0.03)
    assert down.mean() == pytest.approx(0.25, abs=0.06)


def test_the_trail_holds_the_last_three_seconds(qtbot: QtBot) -> None:
    page = page_of(qtbot, clouds())
    for tick in range(60):
        page.show_prediction(placed(tick / 10, (tick / 60, 0.0)))
    (stretch,) = page.view.trail()
    assert stretch[-1].position == (59 / 60, 0.0)
    assert stretch[-1].time_s - stretch[0].time_s <= TRAIL_S
    assert len(stretch) == pytest.approx(31, abs=1)


def test_the_trail_breaks_where_there_was_nothing_and_at_leaps_in_time(qtbot: QtBot) -> None:
    page = page_of(qtbot, clouds())
    for tick in (0.0, 0.1, 0.2):
        page.show_prediction(placed(tick, (0.0, 0.0)))
    page.show_prediction(replace(nothing(0.3), fusion=KIND))
    page.show_prediction(placed(0.4, (0.5, 0.0)))
    page.show_prediction(placed(1.9, (0.6, 0.0)))
    assert [len(stretch) for stretch in page.view.trail()] == [3, 1, 1]
    page.show_prediction(placed(0.2, (0.7, 0.0)))  # a session begins again
    assert [[point.position for point in stretch] for stretch in page.view.trail()] == [[(0.7, 0.0)]]


def test_a_tick_that_is_looked_at_again_moves_the_point_and_leaves_no_trail(qtbot: QtBot) -> None:
    page = page_of(qtbot, clouds())
    for x in (0.0, 0.3, 0.6):
        page.show_prediction(placed(5.0, (x, 0.0)))
    assert [[point.position for point in stretch] for stretch in page.view.trail()] == [[(0.6, 0.0)]]


def test_another_methods_place_is_not_drawn_on_this_map(qtbot: QtBot) -> None:
    page = page_of(qtbot, clouds())
    page.show_prediction(placed(1.0, (0.0, 0.0)))
    page.show_prediction(placed(1.1, (0.2, 0.2), fusion="deep"))
    assert page.view.position() is None
    assert page.view.trail() == []
    assert count_of(picture(page), QColor(DARK.state)) == 0
    page.set_points(clouds(fusion="deep"))
    page.show_prediction(placed(1.2, (0.2, 0.2), fusion="deep"))
    assert page.view.position() == (0.2, 0.2)
    assert "Deep fusion" in page.aside.text()
    page.set_points(clouds(OBJECTS, fusion="deep"))  # another model's classes
    assert page.view.position() is None


def test_what_is_said_where_there_is_no_point(qtbot: QtBot) -> None:
    page = MapPage()
    qtbot.addWidget(page)
    assert "will appear here" in page.view.note()
    page.set_points(None)
    assert page.view.note() == "This model has no map."
    page.set_points(clouds())
    assert page.view.note() == ""
    page.show_prediction(replace(nothing(1.0), fusion=KIND))
    assert page.view.note() == "no input"
    assert [words for _, words in page.view.missing()] == ["Picture: covered", "Sound: silence", "Text: empty"]
    page.show_prediction(placed(1.1, (0.0, 0.0), reasons=(Reason.PRESENT, Reason.MUTED, Reason.PRESENT)))
    assert page.view.note() == ""
    assert [words for _, words in page.view.missing()] == ["Sound: muted by you"]


def test_forgetting_keeps_the_map_and_drops_the_point(qtbot: QtBot) -> None:
    page = page_of(qtbot, clouds())
    page.show_prediction(placed(1.0, (0.0, 0.0)))
    assert count_of(picture(page), QColor(DARK.state)) > 0
    page.forget()
    assert page.view.points is not None
    assert page.view.position() is None
    assert page.view.trail() == []
    assert count_of(picture(page), QColor(DARK.state)) == 0


def test_clouds_are_drawn_once_and_anew_when_theme_size_or_map_change(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(qtbot, clouds())
    picture(page)
    drawn: list[int] = []
    draw = page.view._drawn_clouds
    monkeypatch.setattr(page.view, "_drawn_clouds", lambda: drawn.append(1) or draw())
    for tick in range(5):
        page.show_prediction(placed(tick / 10, (tick / 10, 0.0)))
        picture(page)
    assert drawn == []
    for change in (
        lambda: page.set_look(Look(LIGHT, 1.0)),
        lambda: page.resize(720, 300),
        lambda: page.set_points(clouds(fusion="deep")),
    ):
        change()
        picture(page)
        picture(page)
        assert len(drawn) == 1
        drawn.clear()


def test_names_of_twenty_classes_do_not_cover_each_other_and_stay_inside(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = page_of(qtbot, clouds(OBJECTS), scale=0.8, size=(720, 300))
    areas = []
    find = page.view._name_area

    def noted(*given: object) -> object:
        areas.append(find(*given))  # type: ignore[arg-type]
        return areas[-1]

    monkeypatch.setattr(page.view, "_name_area", noted)
    page.set_look(Look(DARK, 0.8))
    picture(page)
    written = [area for area in areas if area is not None]
    assert len(areas) == 20
    assert len(written) >= 14
    assert not any(a.intersects(b) for i, a in enumerate(written) for b in written[:i])
    assert all(area.left() >= 0 and area.right() <= page.view.width() for area in written)


def test_an_empty_map_and_a_class_without_samples_are_drawn(qtbot: QtBot) -> None:
    page = page_of(qtbot, MapPoints(KIND, DIGITS, np.zeros((0, 2), np.float32), np.zeros(0, np.int64)))
    page.show_prediction(placed(1.0, (0.5, 0.5)))
    assert count_of(picture(page), QColor(DARK.state)) > 0
    page.set_points(MapPoints(KIND, DIGITS, np.zeros((1, 2), np.float32), np.array([3])))
    assert count_of(picture(page), class_colour(Look(DARK, 1.0), 3)) > 10


def test_the_map_has_an_accessible_name(qtbot: QtBot) -> None:
    page = page_of(qtbot, clouds())
    assert page.view.accessibleName() == "Map of the fused space"
    assert "training sample" in page.view.accessibleDescription()
