"""The page of a frozen moment, read as a reader's browser would."""

from __future__ import annotations

import base64
import re
from dataclasses import replace
from datetime import datetime
from html import unescape
from html.parser import HTMLParser

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QColor, QImage

from mmdesk import __version__
from mmdesk.app.snapshot_page import snapshot_page
from mmdesk.core.errors import MmdeskError
from mmdesk.core.insight import Honesty, Relation
from mmdesk.core.modality import Modality
from mmdesk.ui.microscope.words import honesty_words, relation_words
from tests.ui.planted_insight import seen, without_insight

pytestmark = pytest.mark.usefixtures("qapp")

NASTY = "<script>alert(1)</script> & <b>nine</b> \"'\0"
HONESTY = Honesty(0.4, (0.4, 0.1, 0.5), Modality.AUDIO)
VOID = {"meta", "img", "br"}


class Reader(HTMLParser):
    """Collects tags, and the words of every table row."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.rows: list[list[str]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "td" in self.open or "th" in self.open:
            self.rows[-1][-1] += data


def red(side_px: int = 8) -> QImage:
    image = QImage(side_px, side_px, QImage.Format.Format_RGB32)
    image.fill(QColor("#cc0000"))
    return image


def test_everything_of_the_snapshot_is_there() -> None:
    prediction = seen(1.0, (3, 3, 9), weights=(0.25, 0.3, 0.45), honesty=HONESTY)
    taken = datetime(2026, 5, 4, 13, 5, 9)  # noqa: DTZ001 - shown as it is given
    prediction = replace(prediction, texts={"text": "nine"}, model="My digits")
    page = snapshot_page(prediction, {"Picture": red()}, taken=taken)
    reader = Reader(page)
    assert reader.open == []
    words = unescape(page)
    reported = ("50% sure", "nine", "My digits", "Monday, 4 May 2026, 13:05:09", f"mmdesk {__version__}",
            "Attention gate",
            relation_words(Relation.CONFLICT), honesty_words(prediction.insight))  # fmt: skip
    for part in reported:
        assert part in words
    assert ["Text", "read", "45%", "−35 points", "3 · 91%"] in reader.rows
    assert ["Picture", "seen", "25%", "+37 points", "9 · 55%"] in reader.rows
    methods = [
        row for row in reader.rows if row[0] in ("Attention gate", "Concatenation", "Late fusion (mean of the answers)")
    ]
    assert [row[1] for row in methods] == ["3", "3", "3"]
    assert methods[0][3] == "25% · 30% · 45%"
    assert methods[1][3] == "not defined"
    assert "by hand" not in page


def test_the_method_that_answers_has_the_numbers_of_the_answer_under_weights_by_hand_too() -> None:
    prediction = seen(1.0, (3, 5, 9), weights=(0.5, 0.3, 0.2), by_hand=(0.1, 0.1, 0.8))
    assert prediction.label == "9"
    page = snapshot_page(prediction, {})
    row = next(row for row in Reader(page).rows if row[0] == "Attention gate")
    assert (row[1], row[3]) == ("9", "10% · 10% · 80%")
    assert "It uses the weights set by hand." in page


def test_the_page_runs_nothing_and_fetches_nothing() -> None:
    page = snapshot_page(seen(1.0), {"a": red()})
    reader = Reader(page)
    assert {tag for tag, _ in reader.tags}.isdisjoint({"script", "link", "iframe", "object", "form", "a", "base"})
    for tag, attributes in reader.tags:
        assert not [name for name in attributes if name.startswith("on")]
        assert attributes.get("src", "data:") is not None
        assert str(attributes.get("src", "data:")).startswith("data:")
        if tag == "meta" and attributes.get("http-equiv"):
            assert "default-src 'none'" in str(attributes["content"])
    assert not re.search(r"https?://|url\(|@import", page)


def test_what_anybody_wrote_stays_text() -> None:
    labels = ("<i>cup</i>", '" onload="x', "key & co")
    prediction = seen(1.0, (0, 0, 1), labels=labels)
    prediction = replace(prediction, texts={"text": NASTY}, model=NASTY)
    page = snapshot_page(prediction, {NASTY: red()}, language='en"><script>')
    assert {tag for tag, _ in Reader(page).tags}.isdisjoint({"script"})
    assert "<script" not in page
    assert "<b>nine" not in page
    assert "<i>cup" not in page
    assert "&lt;b&gt;nine&lt;/b&gt;" in page
    assert "&lt;i&gt;cup&lt;/i&gt;" in page
    images = [attributes for tag, attributes in Reader(page).tags if tag == "img"]
    assert images[0]["alt"] == NASTY.replace("\0", "�")
    assert "onload" not in images[0]


def test_a_picture_is_in_the_page_itself_pixel_by_pixel() -> None:
    content = b"as it is"
    page = snapshot_page(seen(1.0), {"drawn": red(5), "given": content, "none": QImage(), "empty": b""})
    sources = [str(attributes["src"]) for tag, attributes in Reader(page).tags if tag == "img"]
    decoded = [base64.b64decode(source.removeprefix("data:image/png;base64,")) for source in sources]
    assert len(decoded) == 2
    assert decoded[1] == content
    assert QImage.fromData(QByteArray(decoded[0])).convertToFormat(QImage.Format.Format_RGB32) == red(5)
    assert "<blockquote" not in page


def test_controls_and_perturbations_are_reported() -> None:
    prediction = seen(1.0, (3, None, 9), by_hand=(0.1, 0.1, 0.8))
    assert prediction.insight is not None
    page = snapshot_page(prediction, {})
    assert "The weights were set by hand." in page
    assert "The inputs were perturbed." not in page
    assert ["Sound", "silence", "0%", "0 points", "–"] in Reader(page).rows
    perturbed = replace(prediction, insight=replace(prediction.insight, original=prediction.insight.own))
    assert "The inputs were perturbed." in snapshot_page(perturbed, {})


def test_what_nobody_looked_at_is_not_made_up() -> None:
    page = snapshot_page(without_insight(seen(1.0)), {})
    rows = Reader(page).rows
    assert ["Picture", "seen", "50%", "–", "–"] in rows
    assert len(rows) == 4
    page = snapshot_page(seen(1.0, weights=None, fusion="deep"), {})
    assert ["Sound", "heard", "not defined", "+27 points", "7 · 91%"] in Reader(page).rows


def test_without_an_answer_there_is_nothing_to_tell_of() -> None:
    with pytest.raises(MmdeskError, match="no answer"):
        snapshot_page(seen(1.0, (None, None, None)), {})


def test_half_a_pair_in_a_text_is_told_as_a_question_mark() -> None:
    page = snapshot_page(replace(seen(1.0), texts={"text": "half \ud83d a pair"}), {})
    assert b"half ? a pair" in page.encode()
