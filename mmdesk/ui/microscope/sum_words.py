"""How a weight and a contribution are computed, as tables in the words of the chosen language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.contribution_sum import contribution_sum
from mmdesk.core.inputs import Input
from mmdesk.core.prediction import Prediction
from mmdesk.core.weight_sum import WeightRule, WeightSum
from mmdesk.ui.language import number_text
from mmdesk.ui.microscope.words import contribution_words
from mmdesk.ui.words import input_name, percent

_RULES = {
    WeightRule.LEARNT: QT_TRANSLATE_NOOP(
        "Sum",
        "Training gave each input one score, the same at every moment. A weight is the input's share of the sum of "
        "e^score (softmax).",
    ),
    WeightRule.GATE: QT_TRANSLATE_NOOP(
        "Sum",
        "The gate gives each input a score for this very moment. A weight is the input's share of the sum of e^score "
        "(softmax).",
    ),
    WeightRule.VALUES: QT_TRANSLATE_NOOP(
        "Sum",
        "The gate weighs every value of the embeddings by itself (a softmax over the inputs). A weight is the mean "
        "over all values.",
    ),
    WeightRule.EVEN: QT_TRANSLATE_NOOP("Sum", "Everything that is present counts the same."),
    WeightRule.TRUST: QT_TRANSLATE_NOOP(
        "Sum",
        "Each input's own head is as sure as its class scores rise: its energy is their log-sum-exp, its trust "
        "log(1 + e^energy). A weight is the input's share of all trust.",
    ),
    WeightRule.ONLY: QT_TRANSLATE_NOOP("Sum", "This model looks at one input only."),
    WeightRule.BY_HAND: QT_TRANSLATE_NOOP(
        "Sum", "You set the weights. What an absent input would have goes to the others in proportion."
    ),
}
_PARTS = {
    WeightRule.LEARNT: QT_TRANSLATE_NOOP("Sum", "e^(score − greatest)"),
    WeightRule.GATE: QT_TRANSLATE_NOOP("Sum", "e^(score − greatest)"),
    WeightRule.VALUES: QT_TRANSLATE_NOOP("Sum", "sum over the values"),
    WeightRule.EVEN: QT_TRANSLATE_NOOP("Sum", "counts"),
    WeightRule.TRUST: QT_TRANSLATE_NOOP("Sum", "trust"),
    WeightRule.ONLY: QT_TRANSLATE_NOOP("Sum", "counts"),
    WeightRule.BY_HAND: QT_TRANSLATE_NOOP("Sum", "your share"),
}


@dataclass(frozen=True, slots=True)
class SumTable:
    """A computation to be read.

    Attributes:
        heading: What is computed, with the number as it stands elsewhere on the screen.
        rule: How, in a sentence or two.
        columns: Headings; none where there is nothing to compute.
        rows: The numbers, a text per column.
        result: The last row: what they come to.
        strong: Index of the row of the input that was asked for, or -1.
        source: Where the rule is from; may be empty.
    """

    heading: str
    rule: str
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    result: tuple[str, ...] = ()
    strong: int = -1
    source: str = ""


def weight_table(prediction: Prediction, inputs: Sequence[Input], name: str) -> SumTable:
    """Return how the weight of an input of this prediction is computed, beside those of the others.

    Args:
        prediction: With its insight.
        inputs: The model's, in its order.
        name: Of the input that was asked for.
    """
    index = [one.name for one in inputs].index(name)
    weight = prediction.weight(name)
    found = None if prediction.insight is None else prediction.insight.weight_sum
    if weight is None or found is None:
        rule = (
            QT_TRANSLATE_NOOP("Sum", "This method does not tell how its weights are made.")
            if weight is not None
            else QT_TRANSLATE_NOOP("Sum", "There is no input to weigh.")
            if prediction.weights_defined
            else QT_TRANSLATE_NOOP("Sum", "This method has no weights.")
        )
        return SumTable(_heading(inputs[index], "–" if weight is None else percent(weight)), _translated(rule))
    rows = tuple(_weight_row(prediction, inputs, found, each) for each in range(len(inputs)))
    scored = found.scores is not None
    columns = [QT_TRANSLATE_NOOP("Sum", "input"), _PARTS[found.rule], QT_TRANSLATE_NOOP("Sum", "weight")]
    if scored:
        word = (
            QT_TRANSLATE_NOOP("Sum", "energy") if found.rule is WeightRule.TRUST else QT_TRANSLATE_NOOP("Sum", "score")
        )
        columns.insert(1, word)
    total = (_translated(QT_TRANSLATE_NOOP("Sum", "sum")), *([""] if scored else []), _number(found.total, 4))
    return SumTable(
        heading=_heading(inputs[index], percent(weight)),
        rule=_translated(_RULES[found.rule]),
        columns=tuple(map(_translated, columns)),
        rows=rows,
        result=(*total, _share(1.0)),
        strong=index,
    )


def contribution_table(prediction: Prediction, inputs: Sequence[Input], name: str) -> SumTable:
    """Return how the contribution of an input of this prediction is computed; the arguments are those above."""
    one = next(each for each in inputs if each.name == name)
    insight = prediction.insight
    if insight is None or prediction.label is None:
        rule = QT_TRANSLATE_NOOP("Sum", "There is no answer to contribute to.")
        return SumTable(_contribution_heading(one, "–"), _translated(rule))
    view = insight.shown
    found = contribution_sum(view, name)
    heading = _contribution_heading(one, contribution_words(view.contribution(name)))
    if found is None:
        return SumTable(heading, _translated(QT_TRANSLATE_NOOP("Sum", "It is absent, so it contributes exactly 0.")))
    names = {each.name: input_name(each) for each in inputs}
    columns = (
        QT_TRANSLATE_NOOP("Sum", "with"),
        QT_TRANSLATE_NOOP("Sum", "orders"),
        QT_TRANSLATE_NOOP("Sum", "before"),
        QT_TRANSLATE_NOOP("Sum", "after"),
        QT_TRANSLATE_NOOP("Sum", "adds"),
    )
    rows = tuple(
        (
            " + ".join(names[other] for other in each.others)
            or _translated(QT_TRANSLATE_NOOP("Sum", "nothing (a guess)")),
            str(each.orders),
            _share(each.before),
            _share(each.after),
            _points(each.gain),
        )
        for each in found.arrivals
    )
    rule = QT_TRANSLATE_NOOP(
        "Sum",
        "The inputs arrive one after the other, in each of the {orders} possible orders. The contribution is what "
        "{name} adds to the probability of “{label}” when it arrives, on average (Shapley value).",
    )
    mean = _translated(QT_TRANSLATE_NOOP("Sum", "mean over the orders"))
    return SumTable(
        heading=heading,
        rule=_translated(rule).format(orders=found.orders, name=input_name(one), label=found.label),
        columns=tuple(map(_translated, columns)),
        rows=rows,
        result=(mean, str(found.orders), "", "", _points(found.value)),
        source="L. S. Shapley: A Value for n-Person Games, 1953",
    )


def _weight_row(prediction: Prediction, inputs: Sequence[Input], found: WeightSum, index: int) -> tuple[str, ...]:
    one = inputs[index]
    present = prediction.presence(one.name).present
    score = () if found.scores is None else (_number(found.scores[index], 4) if present else "–",)
    return (input_name(one), *score, _number(found.parts[index], 4), _share(found.weight(index)))


def _heading(one: Input, weight: str) -> str:
    words = _translated(QT_TRANSLATE_NOOP("Sum", "Weight of {name}: {weight}"))
    return words.format(name=input_name(one), weight=weight)


def _contribution_heading(one: Input, points: str) -> str:
    words = _translated(QT_TRANSLATE_NOOP("Sum", "Contribution of {name}: {points}"))
    return words.format(name=input_name(one), points=points)


def _number(value: float, decimals: int) -> str:
    return number_text(value, f".{decimals}f").replace("-", "−")


def _share(share: float) -> str:
    number = _number(100 * share, 2)
    return QCoreApplication.translate("Words", "{number}%").format(number=number)


def _points(gain: float) -> str:
    number = _number(abs(100 * gain), 2)
    return f"−{number}" if gain < 0 else f"+{number}"


def _translated(text: object) -> str:
    # The stubs call a marked text an object.
    return QCoreApplication.translate("Sum", str(text))
