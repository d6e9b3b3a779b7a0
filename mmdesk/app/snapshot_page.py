"""One moment as a page that is sent, printed or kept: no scripts, nothing fetched, everything in one file."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtGui import QImage

from mmdesk import __version__
from mmdesk.core.errors import MmdeskError
from mmdesk.core.inputs import DEFAULT_INPUTS, MOST_INPUTS, Input
from mmdesk.core.insight import Insight, MethodView
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.pages import colour_variables, render
from mmdesk.ui.export import png_bytes
from mmdesk.ui.language import language_locale
from mmdesk.ui.microscope.perturbation_words import perturbation_name, strength_words
from mmdesk.ui.microscope.words import contribution_words, honesty_words, relation_tip, relation_words
from mmdesk.ui.panels.explanation_marks import points
from mmdesk.ui.theme import DARK, LIGHT, Theme
from mmdesk.ui.training_words import fusion_name
from mmdesk.ui.words import input_name, percent, presence_words

_UNKNOWN = "other"
"""Kind of an input of which only the name is known."""
translate = QCoreApplication.translate


def snapshot_page(
    prediction: Prediction,
    pictures: Mapping[str, QImage | bytes],
    *,
    inputs: Sequence[Input] = DEFAULT_INPUTS,
    language: str = "en",
    taken: datetime | None = None,
    recording: str = "",
) -> str:
    """Return a page of everything the program knows of one moment, in the language of the window.

    Args:
        prediction: The moment's answer.
        pictures: What each picture shows, in the reader's language, and the picture or a PNG file's content; those that
            hold nothing are left out.
        inputs: The model's inputs.
        language: Code of the window's language, for screen readers.
        taken: When the moment was; now, if not given.
        recording: What was played in place of the devices, in the reader's language; empty when nothing was.

    Raises:
        MmdeskError: There is no answer to tell of, or the template is missing or damaged.
    """
    if prediction.label is None:
        raise MmdeskError(Problem("answer.none_to_keep"))
    title = translate("SnapshotPage", "Snapshot from the fusion microscope")
    when = taken or datetime.now().astimezone()
    date = language_locale().toString(QDate(when.year, when.month, when.day), QLocale.FormatType.LongFormat)
    time = f"{date}, {when:%H:%M:%S}"
    facts = [
        (translate("SnapshotPage", "Time"), time),
        (translate("SnapshotPage", "Model"), prediction.model or "–"),
        (translate("SnapshotPage", "Fusion"), fusion_name(prediction.fusion) or "–"),
        (translate("SnapshotPage", "Program"), f"mmdesk {__version__}"),
    ]
    if recording:
        facts.insert(3, (translate("SnapshotPage", "Not live"), recording))
    if prediction.override is not None or prediction.perturbations:
        facts.insert(3, (translate("SnapshotPage", "Active changes"), _in_force(prediction)))
    text = " · ".join(filter(str.strip, prediction.texts.values()))
    return render(
        "snapshot.html",
        language=language,
        title=title,
        label=prediction.label or "—",
        sure=_sure(prediction),
        said=_said(prediction),
        pictures=_sources(pictures),
        text=text,
        text_caption=translate("SnapshotPage", "What the model read"),
        inputs=_inputs(prediction, inputs),
        methods=None if prediction.insight is None else _methods(prediction.insight, prediction.fusion),
        facts=facts,
        colours=colour_variables(_colours(LIGHT), _colours(DARK)),
        colour_names=_colour_names(),
    )


class _Bar(NamedTuple):
    """A bar in its track: places in percent of the track; no width, no bar."""

    kind: str
    colour: str
    start: float
    width: float
    words: str


class _InputRow(NamedTuple):
    colour: str
    name: str
    state: str
    weight: _Bar
    contribution: _Bar
    without: str


class _MethodRow(NamedTuple):
    name: str
    cells: tuple[str, ...]
    chosen: bool


class _Table(NamedTuple):
    heading: str
    columns: tuple[str, ...]
    rows: Sequence[_InputRow | _MethodRow]
    note: str


def _sure(prediction: Prediction) -> str:
    confidence = prediction.confidence
    return "" if confidence is None else translate("SnapshotPage", "{percent} sure").format(percent=percent(confidence))


def _said(prediction: Prediction) -> list[str]:
    """What the window says of the answer, a sentence or two each."""
    insight = prediction.insight
    if insight is None:
        return []
    tags = []
    if insight.shown is not insight.own:
        tags.append(translate("SnapshotPage", "The weights were set by hand."))
    if insight.original is not None:
        tags.append(translate("SnapshotPage", "The inputs were perturbed."))
    said = [f"{relation_words(insight.shown.relation)} – {relation_tip(insight.shown)}", *tags, honesty_words(insight)]
    return [words for words in said if words]


def _in_force(prediction: Prediction) -> str:
    """The weights and perturbations of the user, in words."""
    listed = []
    if prediction.override is not None:
        shares = " · ".join(percent(share) for share in prediction.override)
        listed.append(translate("SnapshotPage", "Weights by hand: {shares}").format(shares=shares))
    for done in prediction.perturbations:
        name = perturbation_name(done.input.kind, done.kind)
        strength = done.text or strength_words(done.input.kind, done.kind, done.strength)
        listed.append(f"{input_name(done.input)}: {name} {strength}".rstrip())
    return ", ".join(listed)


def _sources(pictures: Mapping[str, QImage | bytes]) -> list[tuple[str, str]]:
    """The pictures that hold something: what each shows, and its content as an address."""
    sources = []
    for caption, picture in pictures.items():
        if isinstance(picture, QImage) and picture.isNull():
            continue
        content = png_bytes(picture) if isinstance(picture, QImage) else picture
        if content:
            sources.append((caption, f"data:image/png;base64,{base64.b64encode(content).decode('ascii')}"))
    return sources


def _inputs(prediction: Prediction, inputs: Sequence[Input]) -> _Table:
    heading = translate("SnapshotPage", "Weights and contributions")
    columns = (
        translate("SnapshotPage", "Input"),
        translate("SnapshotPage", "State"),
        translate("SnapshotPage", "Weight"),
        translate("SnapshotPage", "Contribution"),
        translate("SnapshotPage", "Answer without it"),
    )
    note = translate(
        "SnapshotPage",
        "The weight is how much the method lets an input count. The contribution is how much the input changed the "
        "answer’s probability, in percentage points (its exact Shapley value). All contributions add up to the "
        "answer’s probability minus that of a random guess.",
    )
    known = {one.name: one for one in inputs}
    rows = [
        _input_row(prediction, known.get(name, Input(name, _UNKNOWN)), colour)
        for name, colour in zip(prediction.inputs, _colour_names(), strict=False)
    ]
    return _Table(heading, columns, rows, note)


def _input_row(prediction: Prediction, one: Input, colour: str) -> _InputRow:
    weight = prediction.weight(one.name)
    view = None if prediction.insight is None else prediction.insight.shown
    contribution = None if view is None else view.contribution(one.name)
    without = None if view is None else view.without(one.name)
    mattered = "–" if contribution is None else contribution_words(contribution)
    return _InputRow(
        colour=colour,
        name=input_name(one.name if one.kind == _UNKNOWN else one),
        state=presence_words(one, prediction.presence(one.name)),
        weight=_bar(weight, colour, "weight", _weight_words(weight, defined=prediction.weights_defined)),
        contribution=_bar(contribution, colour, "contribution", mattered),
        without="–" if without is None else f"{without.label or '–'} · {percent(without.confidence)}",
    )


def _methods(insight: Insight, chosen: str) -> _Table:
    heading = translate("SnapshotPage", "The same inputs, fused by other methods")
    names = " · ".join(input_name(name) for name in insight.shown.inputs)
    columns = (
        translate("SnapshotPage", "Method"),
        translate("SnapshotPage", "Answer"),
        translate("SnapshotPage", "Sure"),
        translate("SnapshotPage", "Weights: {inputs}").format(inputs=names),
        translate("SnapshotPage", "Contributions: {inputs}").format(inputs=names),
        translate("SnapshotPage", "How the inputs relate"),
    )
    rows = [_method_row(view, chosen=view.fusion == chosen) for view in insight.side_by_side]
    note = translate(
        "SnapshotPage", "Each method with its own weights on the same inputs. The one that answers is in bold."
    )
    if insight.shown is not insight.own:
        note += " " + translate("SnapshotPage", "It uses the weights set by hand.")
    return _Table(heading, columns, rows, note)


def _method_row(view: MethodView, *, chosen: bool) -> _MethodRow:
    weights = translate("SnapshotPage", "not defined")
    if view.weights is not None:
        weights = " · ".join(percent(float(weight)) for weight in view.weights)
    cells = (
        view.outcome.label or "–",
        percent(view.outcome.confidence),
        weights,
        " · ".join(points(float(value)) for value in view.contributions),
        relation_words(view.relation),
    )
    return _MethodRow(fusion_name(view.fusion), cells, chosen)


def _weight_words(weight: float | None, *, defined: bool) -> str:
    if not defined:
        return translate("SnapshotPage", "not defined")
    return "–" if weight is None else percent(weight)


def _bar(value: float | None, colour: str, kind: str, words: str) -> _Bar:
    """A bar in its track. A contribution's track is twice as wide as a weight's, with its zero in the middle: 100 % and
    100 points are the same length.
    """
    zero, unit = (0.0, 100.0) if kind == "weight" else (50.0, 50.0)
    width = abs(value or 0.0) * unit
    return _Bar(kind, colour, zero if (value or 0.0) > 0 else zero - width, width, words)


def _colour_names() -> list[str]:
    """What the inputs' colours are called in the page, by their place in the model's order."""
    return [f"input{number}" for number in range(1, MOST_INPUTS + 1)]


def _colours(theme: Theme) -> dict[str, str]:
    inputs = dict(zip(_colour_names(), theme.inputs, strict=True))
    return {"paper": theme.card, "ink": theme.text, "muted": theme.muted, "line": theme.line, "track": theme.track,
            "state": theme.state, **inputs}  # fmt: skip
