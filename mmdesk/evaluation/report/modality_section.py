"""The report's section on what the inputs contribute over the data set, and its sentences."""

from __future__ import annotations

from mmdesk.core.shares import counted, decimal_number
from mmdesk.evaluation.modality_result import ModalityShares, TaskKind, Without
from mmdesk.evaluation.report.page import (
    Block,
    Kind,
    Paragraph,
    Reading,
    Section,
    Table,
    higher,
    interval_words,
    listed,
    points,
)
from mmdesk.evaluation.report.plots import percent

_ENDS = (("from", Kind.SHARE), ("to", Kind.SHARE))


def modality_section(shares: ModalityShares, method: str) -> Section:
    """Compose the section.

    Args:
        shares: What was measured.
        method: The fusion method that it was measured of, as readers see it.
    """
    body: list[Block | None] = [
        Reading(
            f"What each input contributes to the answers on {counted(shares.samples, 'sample')} with every input.",
            "A contribution is an input's Shapley value for the probability of the answer; its share is its size "
            "among those of all inputs. The table has the mean over samples (after MM-SHAP, Parcalabescu and Frank "
            "2023). "
            "An interaction above 0 is synergy: two inputs are worth more together than apart. Below 0 it is "
            "redundancy: the inputs repeat each other. “From” and “to” bound a 95 % interval. Chance is the accuracy "
            "of always answering the most frequent class. All of it is of one fusion method; another one may make more "
            "or less of the same inputs.",
        ),
        Paragraph(task_words(shares, method), "say"),
        shares_table(shares) if shares.shares else None,
        interactions_table(shares) if shares.interactions else None,
        Paragraph("The same samples with and without one input:") if shares.without else None,
        without_table(shares.without) if shares.without else None,
        *(Paragraph(words, "say") for words in harm_words(shares.without)),
    ]
    if shares.drawn_from is not None:
        body.append(Paragraph(f"Measured on a random part of the {shares.drawn_from} samples.", "muted"))
    return Section("What kind of task it is for this model", body)


def modality_tables(shares: ModalityShares) -> dict[str, Table]:
    """Return the section's tables, for files."""
    return {
        "shares": shares_table(shares),
        "interactions": interactions_table(shares),
        "without": without_table(shares.without),
    }


def task_words(shares: ModalityShares, method: str) -> str:
    """Return what kind of task the data is for a model's method, and by which figures."""
    names, recovered = [one.input for one in shares.shares], shares.recovered
    if shares.joins_nothing:
        return (
            f"What kind of task it is cannot be told with the method {method}: the best input alone is near chance, "
            "and all inputs together are no better. Either they say little, or the method cannot combine them."
        )
    if shares.task is TaskKind.UNDECIDED or len(names) != len(recovered):
        return (
            f"What kind of task it is cannot be told with the method {method}: there are too few samples with every "
            "input, or the model with all inputs is no better than chance."
        )
    figures = listed([f"{name} {percent(share)}" for name, share in zip(names, recovered, strict=True)])
    best = names[recovered.index(max(recovered))]
    kinds = {
        TaskKind.REDUNDANT: "the task is redundant: several inputs say the same, and each can stand in for another.",
        TaskKind.COMPLEMENTARY: "the task is complementary: no input alone can know, only together do they.",
        TaskKind.DOMINATED: f"one input dominates: {best} gives most of the answer by itself.",
        TaskKind.MIXED: "the task is mixed: the inputs partly repeat and partly complement each other.",
    }
    over = counted(shares.samples, "sample")
    words = f"With the method {method}, {kinds[shares.task]} "
    words += f"Of what all inputs gain over chance, each alone gives: {figures} ({over})."
    if shares.interactions:
        mean = sum(one.mean for one in shares.interactions) / len(shares.interactions)
        sort = "synergy" if mean > 0 else "redundancy"
        words += f" The mean interaction is {decimal_number(mean).replace('-', '−')} ({sort})."
    return words


def harm_words(without: tuple[Without, ...]) -> list[str]:
    """Return a sentence for each input with which the model is worse than without it, beyond the interval."""
    return [_harm(one) for one in without if one.harms]


def _harm(one: Without) -> str:
    return (
        f"Without {one.input}, accuracy is {higher(one.gain)} higher ({interval_words(one.interval)}): "
        "this input does harm."
    )


def shares_table(shares: ModalityShares) -> Table:
    """Mean share of each input."""
    rows = tuple((one.input, one.share, one.interval.low, one.interval.high, shares.samples) for one in shares.shares)
    columns = (("input", Kind.WORDS), ("mean share of the contributions", Kind.SHARE), *_ENDS, ("samples", Kind.COUNT))
    return Table(columns, rows)


def interactions_table(shares: ModalityShares) -> Table:
    """Mean interaction of each pair."""
    rows = tuple(
        (
            " + ".join(one.inputs),
            one.mean,
            one.interval.low,
            one.interval.high,
            "synergy" if one.interval.low > 0 else "redundancy" if one.interval.high < 0 else "neither for certain",
            shares.samples,
        )
        for one in shares.interactions
    )
    ends = (("from", Kind.DECIMAL), ("to", Kind.DECIMAL))
    return Table(
        (
            ("pair", Kind.WORDS),
            ("mean interaction", Kind.DECIMAL),
            *ends,
            ("kind", Kind.WORDS),
            ("samples", Kind.COUNT),
        ),
        rows,
    )


def without_table(without: tuple[Without, ...]) -> Table:
    """Accuracy with and without each input, and what the input gains."""
    rows = tuple(
        (
            one.input,
            one.accuracy_with,
            one.accuracy_without,
            f"{points(one.gain)} ({points(one.interval.low)} to {points(one.interval.high)})",
            one.samples,
        )
        for one in without
    )
    columns = (
        ("input", Kind.WORDS),
        ("accuracy with it", Kind.SHARE),
        ("without it", Kind.SHARE),
        ("gain in points", Kind.WORDS),
        ("samples", Kind.COUNT),
    )
    return Table(columns, rows)
