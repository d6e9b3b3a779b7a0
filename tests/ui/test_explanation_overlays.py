"""What speaks for the answer, drawn over the three inputs."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from mmdesk.core.explanation import AudioAttribution, Explanation, ImageAttribution, Measure, TextAttribution, TextSpan
from mmdesk.core.frame import Frame
from mmdesk.core.modality import Modality
from mmdesk.core.model_about import Wording
from mmdesk.core.sound_display import HOP_S, MEL_BANDS, SoundDisplay
from mmdesk.core.source_state import SourceState, SourceStatus
from mmdesk.ui.panels.camera import CameraPanel
from mmdesk.ui.panels.explanation_marks import points, tinted
from mmdesk.ui.panels.microphone import SHOWN_S, MicrophonePanel
from mmdesk.ui.panels.typed_text import TypedTextPanel
from mmdesk.ui.theme import DARK, LIGHT, Look, Theme, contrast

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

RUNNING = SourceState(SourceStatus.RUNNING, "Source")
W = TypeVar("W", bound=QWidget)


def _shown(qtbot: QtBot, widget: W, theme: Theme = DARK, size: tuple[int, int] = (800, 460)) -> W:
    qtbot.addWidget(widget)
    widget.set_look(Look(theme, 1.0))  # type: ignore[attr-defined]
    widget.resize(*size)
    with qtbot.waitExposed(widget):
        widget.show()
    return widget


def _explanation(
    image: ImageAttribution | None = None, audio: AudioAttribution | None = None, text: TextAttribution | None = None
) -> Explanation:
    given = {Modality.IMAGE: image, Modality.AUDIO: audio, Modality.TEXT: text}
    parts = {name: part for name, part in given.items() if part is not None}
    return Explanation("7", "attention_gate", Measure.CONTRIBUTION, parts)


def _heat(scale: float = 0.2) -> ImageAttribution:
    """For the answer in the square's upper left, against it in the lower right."""
    heat = np.zeros((32, 32), np.float32)
    heat[4:10, 4:10] = 1.0
    heat[20:26, 22:28] = -0.8
    return ImageAttribution(heat, scale, 0.31, 0.07)


def _tiles(wave_mono: np.ndarray | None = None) -> AudioAttribution:
    """One second that ended at 20 s, two bands, four slices."""
    grid = np.zeros((2, 4), np.float32)
    grid[0, 1], grid[1, 3] = 0.4, -0.3
    wave = np.zeros(16_000, np.float32) if wave_mono is None else wave_mono
    return AudioAttribution(grid, (60.0, 1_500.0, 8_000.0), (0.0, 0.25, 0.5, 0.75, 1.0), wave, 20.0)


def _words(text: str, *changes: float) -> TextAttribution:
    spans, start = [], 0
    for word, change in zip(text.split(), changes, strict=True):
        start = text.index(word, start)
        spans.append(TextSpan(start, start + len(word), change))
        start += len(word)
    return TextAttribution(text, tuple(spans))


def _image(widget: QWidget) -> QImage:
    return widget.grab().toImage()


def _pixel(image: QImage, place: QPointF, ratio: float = 1.0) -> QColor:
    return image.pixelColor(QPoint(int(place.x() * ratio), int(place.y() * ratio)))


# --- shared ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "words"),
    [(0.48, "+48"), (-0.003, "−0.3"), (0.0004, "0"), (-0.0004, "0"), (0.0995, "+10"), (0.0994, "+9.9"), (1.0, "+100")],
)
def test_changes_are_reported_in_points(change: float, words: str) -> None:
    assert points(change) == words


def test_what_is_near_zero_is_veiled_and_what_is_large_takes_its_colour() -> None:
    image = tinted(np.array([[1.0, 0.0, -1.0, 0.04]]), Look(DARK, 1.0), 0, QColor(0, 0, 0, 100), 255)
    assert image.pixelColor(0, 0).name() == DARK.colour_of(Modality.IMAGE.column)
    assert image.pixelColor(2, 0).name() == DARK.state
    assert image.pixelColor(1, 0) == image.pixelColor(3, 0) == QColor(0, 0, 0, 100)


# --- picture --------------------------------------------------------------------------------------------------------


def _camera(qtbot: QtBot, theme: Theme = DARK) -> CameraPanel:
    panel = _shown(qtbot, CameraPanel(), theme)
    panel.show_state(RUNNING)
    panel.preview.show_frame(Frame(np.full((90, 160, 3), 128, np.uint8), 1.0, 0))
    return panel


def _at_share(panel: CameraPanel, image: QImage, x: float, y: float) -> QColor:
    guide = panel.preview.guide_area()
    return _pixel(image, QPointF(guide.left() + x * guide.width(), guide.top() + y * guide.height()))


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("mirrored", [False, True])
def test_the_heat_lies_where_it_belongs_mirrored_or_not(qtbot: QtBot, theme: Theme, mirrored: bool) -> None:
    panel = _camera(qtbot, theme)
    panel.set_mirrored(mirrored)
    panel.show_explanation(_explanation(_heat()))
    image = _image(panel.preview)
    # Off the signs. In both themes blue speaks for the answer and the reddish state colour against it.
    for_x, against_x = (0.27, 0.8) if not mirrored else (0.73, 0.2)
    lit, hindering = _at_share(panel, image, for_x, 0.27), _at_share(panel, image, against_x, 0.77)
    assert lit.blue() > lit.red() + 60
    assert hindering.red() > hindering.green() + 60
    assert hindering.red() > hindering.blue()
    calm = _at_share(panel, image, 1 - for_x, 0.27)
    assert calm.saturation() < 20


def test_the_signs_stand_at_the_strongest_places(qtbot: QtBot) -> None:
    panel = _camera(qtbot)
    panel.set_mirrored(True)
    panel.show_explanation(_explanation(_heat()))
    (strongest, first), (weakest, second) = panel.preview.sign_places()
    (x, y), (u, v) = first.toTuple(), second.toTuple()
    assert (strongest, weakest) == (1.0, pytest.approx(-0.8))
    assert 1 - 10 / 32 <= x <= 1 - 4 / 32
    assert 4 / 32 <= y <= 10 / 32
    assert 1 - 28 / 32 <= u <= 1 - 22 / 32
    assert 20 / 32 <= v <= 26 / 32
    assert "+31" in panel.preview.accessibleDescription()


def test_without_an_explanation_the_picture_is_as_before(qtbot: QtBot) -> None:
    panel = _camera(qtbot)
    before = _image(panel.preview)
    panel.show_explanation(_explanation(_heat()))
    assert _image(panel.preview) != before
    for cleared in (None, _explanation()):
        panel.show_explanation(cleared)
        assert _image(panel.preview) == before
        assert panel.preview.sign_places() == []


def test_what_the_marks_of_a_picture_are_measured_against_is_said(qtbot: QtBot) -> None:
    panel = _camera(qtbot)
    panel.show_explanation(_explanation(_heat()))
    assert panel.preview.explanation_words().startswith("compared with a blurred picture: ")
    assert panel.preview.explanation_words().endswith(" points")


def test_what_changes_nothing_gets_words_and_no_heat(qtbot: QtBot) -> None:
    panel = _camera(qtbot)
    before = _image(panel.preview)
    panel.show_explanation(_explanation(_heat(scale=0.0003)))
    assert panel.preview.explanation_words() == "no part of it supports or opposes 7"
    assert panel.preview.sign_places() == []
    assert _at_share(panel, _image(panel.preview), 0.2, 0.2) == _at_share(panel, before, 0.2, 0.2)


def test_the_marks_lie_over_the_picture_as_perturbed(qtbot: QtBot) -> None:
    panel = _camera(qtbot)
    panel.set_mirrored(False)
    panel.show_explanation(_explanation(_heat()))
    panel.preview.show_perturbed(np.full((90, 160, 3), 60, np.uint8))
    lit = _at_share(panel, _image(panel.preview), 0.27, 0.27)
    assert lit.blue() > lit.red() + 60


def test_another_source_takes_the_heat_away(qtbot: QtBot) -> None:
    panel = _camera(qtbot)
    panel.show_explanation(_explanation(_heat()))
    panel.show_state(SourceState(SourceStatus.OFF, ""))
    assert panel.preview.sign_places() == []


# --- sound ----------------------------------------------------------------------------------------------------------


def _microphone(qtbot: QtBot, columns_db: np.ndarray, theme: Theme = DARK) -> MicrophonePanel:
    panel = _shown(qtbot, MicrophonePanel(), theme, (800, 240))
    panel.show_state(RUNNING)
    panel.show_sound(SoundDisplay(-20.0, -10.0, columns_db))
    return panel


def _quiet() -> np.ndarray:
    return np.full((round(SHOWN_S / HOP_S), MEL_BANDS), -80.0, np.float32)


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
def test_the_tiles_lie_on_the_sound_they_are_about(qtbot: QtBot, theme: Theme) -> None:
    # Low noise in the third quarter, high noise in the first: tiles that themselves have no mark.
    noise = np.random.default_rng(0).normal(0, 1, 16_000)
    spectrum, hertz, t = np.fft.rfft(noise), np.fft.rfftfreq(16_000, 1 / 16_000), np.arange(16_000) / 16_000
    low, high = np.fft.irfft(spectrum * (hertz < 1_400)), np.fft.irfft(spectrum * (hertz > 1_700))
    wave = 3 * low * ((t > 0.5) & (t < 0.75)) + high * (t < 0.25)
    panel = _microphone(qtbot, _quiet(), theme)
    panel.show_explanation(_explanation(audio=_tiles(wave.astype(np.float32))))
    spectrogram = panel.spectrogram
    image = _image(spectrogram)
    ground = QColor(theme.screen).lightness()

    def contrast_of(band: int, piece: int) -> float:
        """How far the middle part of a tile stands off the ground."""
        area = spectrogram.tile_area(band, piece)
        xs = np.linspace(area.left() + 0.15 * area.width(), area.right() - 0.15 * area.width(), 9)
        ys = np.linspace(area.top() + 0.4 * area.height(), area.bottom() - 0.3 * area.height(), 5)
        return float(np.mean([abs(_pixel(image, QPointF(x, y)).lightness() - ground) for x in xs for y in ys]))

    loud = contrast_of(0, 2), contrast_of(1, 0)
    still = contrast_of(0, 0), contrast_of(1, 2), contrast_of(1, 1)
    assert min(loud) > 2 * max(still)
    assert contrast_of(0, 1) > max(still)  # no sound, but a mark


def test_tiles_fill_the_plot_and_follow_its_tones(qtbot: QtBot) -> None:
    panel = _microphone(qtbot, _quiet())
    panel.show_explanation(_explanation(audio=_tiles()))
    spectrogram = panel.spectrogram
    lower, upper, last = (spectrogram.tile_area(*place) for place in ((0, 0), (1, 0), (1, 3)))
    assert lower.top() == pytest.approx(upper.bottom())
    assert lower.bottom() == spectrogram.height()
    assert upper.top() == pytest.approx(0.0, abs=2.0)
    assert (lower.left(), last.right()) == (0.0, spectrogram.width())
    # 1.5 kHz is at 43 % of the mel scale from 60 Hz to 8 kHz.
    assert 1 - lower.top() / spectrogram.height() == pytest.approx(0.43, abs=0.02)


def test_the_running_sound_is_as_before_without_an_explanation(qtbot: QtBot) -> None:
    columns = np.random.default_rng(0).uniform(-80, -18, _quiet().shape).astype(np.float32)
    panel = _microphone(qtbot, columns)
    before = _image(panel.spectrogram)
    panel.show_explanation(_explanation(audio=_tiles()), newest_s=21.0)
    assert _image(panel.spectrogram) != before
    for cleared in (None, _explanation()):
        panel.show_explanation(cleared)
        assert _image(panel.spectrogram) == before
        assert panel.spectrogram.tile_area(0, 0).isEmpty()


@pytest.mark.parametrize("sample_count", [1, 700, 32_000])
def test_an_utterance_of_any_length_is_drawn(qtbot: QtBot, sample_count: int) -> None:
    wave = np.full(sample_count, 0.1, np.float32)
    edges = tuple(np.linspace(0, sample_count / 16_000, 5).tolist())
    tiles = AudioAttribution(_tiles().grid, (60.0, 1_500.0, 8_000.0), edges, wave, 20.0)
    panel = _microphone(qtbot, _quiet())
    before = _image(panel.spectrogram)
    panel.show_explanation(_explanation(audio=tiles), newest_s=29.0)
    assert _image(panel.spectrogram) != before


def test_the_strongest_tile_is_reported(qtbot: QtBot) -> None:
    panel = _microphone(qtbot, _quiet(), LIGHT)
    panel.show_explanation(_explanation(audio=_tiles()), newest_s=20.0)
    assert "+40" in panel.spectrogram.accessibleDescription()
    panel.show_explanation(_explanation(audio=replace(_tiles(), grid=np.zeros((2, 4), np.float32))))
    assert panel.spectrogram.explanation_words() == "no part of it supports or opposes 7"


# --- text -----------------------------------------------------------------------------------------------------------


def _text(qtbot: QtBot, text: str, theme: Theme = DARK) -> TypedTextPanel:
    panel = _shown(qtbot, TypedTextPanel(), theme, (800, 220))
    panel.set_labels(tuple("0123456789"), Wording({"en": "a digit in words: three"}))
    panel.show_text(text)
    return panel


def test_words_are_marked_and_named_and_the_text_stays(qtbot: QtBot) -> None:
    panel = _text(qtbot, "it is not seven")
    edited: list[str] = []
    panel.text_edited.connect(lambda _, text: edited.append(text))
    panel.show_explanation(_explanation(text=_words("it is not seven", 0.0, 0.0001, -0.08, 0.41)))
    assert [selection.cursor.selectedText() for selection in panel.box.extraSelections()] == ["not", "seven"]
    assert panel.aside.text() == "supports 7: seven +41 · against: not −8.0"
    assert panel.box.toPlainText() == "it is not seven"
    assert edited == []
    assert panel.marks.isVisible()
    panel.show_explanation(None)
    assert panel.box.extraSelections() == []
    assert not panel.marks.isVisible()
    assert panel.aside.text().startswith("a digit in words")


@pytest.mark.parametrize("text", ["  🎉 七 和 seven", "first line\nseven"])
def test_marks_meet_their_words_behind_blanks_emoji_and_line_breaks(qtbot: QtBot, text: str) -> None:
    panel = _text(qtbot, text)
    stripped = text.strip()
    changes = [0.0] * (len(stripped.split()) - 1) + [0.3]
    panel.show_explanation(_explanation(text=_words(stripped, *changes)))
    (selection,) = panel.box.extraSelections()
    assert selection.cursor.selectedText() == "seven"


def test_typing_takes_the_marks_away(qtbot: QtBot) -> None:
    panel = _text(qtbot, "seven")
    panel.show_explanation(_explanation(text=_words("seven", 0.3)))
    panel.box.insertPlainText("!")
    assert panel.box.extraSelections() == []
    assert not panel.marks.isVisible()


def test_words_of_a_text_that_is_not_in_the_box_are_only_named(qtbot: QtBot) -> None:
    panel = _text(qtbot, "seven")
    panel.show_explanation(_explanation(text=_words("sevne", -0.12)))
    assert panel.box.extraSelections() == []
    assert panel.aside.text() == "opposes 7: sevne −12"


def test_a_tooltip_says_each_word(qtbot: QtBot) -> None:
    panel = _text(qtbot, "not seven")
    panel.show_explanation(_explanation(text=_words("not seven", 0.0, 0.41)))
    metrics = panel.box.fontMetrics()
    line = panel.box.cursorRect().center().y()
    seven = metrics.horizontalAdvance("not se")
    assert panel.marks.words_at(QPoint(seven, line)) == "supports 7: +41 points"
    assert panel.marks.words_at(QPoint(metrics.horizontalAdvance("n"), line)) == "changes nothing"
    assert panel.marks.words_at(QPoint(panel.box.width() - 40, line)) == ""


@pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)
@pytest.mark.parametrize("change", [0.4, -0.4])
def test_tinted_words_can_be_read(qtbot: QtBot, theme: Theme, change: float) -> None:
    panel = _text(qtbot, "seven", theme)
    panel.show_explanation(_explanation(text=_words("seven", change)))
    (selection,) = panel.box.extraSelections()
    tint, ground = selection.format.background().color(), QColor(theme.screen)
    share = tint.alphaF()
    mixed = [round(share * a + (1 - share) * b) for a, b in zip(tint.getRgb()[:3], ground.getRgb()[:3], strict=True)]  # type: ignore[arg-type]
    assert contrast(theme.text, QColor(*mixed).name()) >= 4.5
