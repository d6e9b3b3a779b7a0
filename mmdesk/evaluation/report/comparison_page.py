"""The report of a comparison of methods."""

from __future__ import annotations

import re
from dataclasses import asdict

from mmdesk.core.shares import counted, range_numbers
from mmdesk.evaluation.comparison_harm import InputGain, input_gains
from mmdesk.evaluation.comparison_power import Finding, Noise, findings, noise_of
from mmdesk.evaluation.comparison_result import ComparisonResult, Role
from mmdesk.evaluation.comparison_tests import (
    PairedDifference,
    Verdict,
    accuracy_interval,
    best_of,
    differences_to,
    verdict,
)
from mmdesk.evaluation.report.comparison_plots import accuracy_plot, gain_plot, mean_and_spread, spread
from mmdesk.evaluation.report.comparison_words import (
    caveats,
    condition_words,
    harm_words,
    overall_words,
    power_words,
    tested_words,
)
from mmdesk.evaluation.report.content import Report
from mmdesk.evaluation.report.page import (
    Block,
    Bullets,
    Cell,
    Heading,
    Kind,
    Page,
    Paragraph,
    Reading,
    Section,
    Table,
    points,
)
from mmdesk.evaluation.report.svg import Drawing

_ROLES = {Role.FUSION: "fusion", Role.LATE: "baseline: late fusion", Role.UNIMODAL: "baseline: one input"}


def comparison_report(result: ComparisonResult) -> Report:
    """Compose the report of a comparison."""
    verdicts = [verdict(result, condition.name) for condition in result.conditions]
    tables = {"accuracy": accuracy_table(result), "runs": _runs(result), "methods": _methods(result)}
    tables["differences"] = _differences(result)
    worth = input_gains(result)
    if worth:
        tables["inputs"] = _worth_table(result, worth)
    power = _power(result, verdicts[0])
    if power is not None:
        tables["power"] = _power_table(power[1])
    gain = gain_plot(result)
    plots: dict[str, Drawing] = {} if gain is None else {"gain": gain}
    plots |= {
        f"accuracy_{_key(one.condition, i)}": accuracy_plot(result, one.condition) for i, one in enumerate(verdicts, 1)
    }
    sections = [
        Section("All methods, all conditions", _accuracy_body(result)),
        Section("Does fusion beat the best single input?", _gain_body(result, gain)),
        *([Section("What is each input worth?", _worth_body(result, worth))] if worth else []),
        *([] if power is None else [Section("What this comparison can find", _power_body(result, *power))]),
        *(_condition_section(result, one, index) for index, one in enumerate(verdicts, 1)),
        Section("Size and training time", _cost_body(tables["methods"])),
        Section("What to keep in mind", [Bullets(caveats(result))]),
    ]
    if result.notes:
        sections.append(Section("How it was made", [Bullets(result.notes)]))
    summary = [*overall_words(result, verdicts), *harm_words(result, worth)]
    opening = [Paragraph(line, "say") for line in summary]
    subtitle = (
        f"{counted(len(result.methods), 'method')} · {counted(len(result.conditions), 'condition')} · "
        f"{counted(len(result.seeds), 'seed')} · {tested_words(result)} each · "
        f"{counted(len(result.labels), 'class', 'classes')}"
    )
    page = Page(f"Comparison of fusion methods on {result.dataset}", subtitle, opening, sections)
    metrics = {
        "summary": summary,
        "verdicts": [{**asdict(one), "words": condition_words(result, one)} for one in verdicts],
        "inputs": [{**asdict(one), "harms": one.harms} for one in worth],
        "one_split": result.one_split,
        "power": None if power is None else [asdict(one) for one in power[1]],
        "comparison": result.to_json(),
    }
    return Report(page, metrics, tables, plots)


def accuracy_table(result: ComparisonResult) -> Table:
    """Return mean accuracy, its standard deviation over seeds and its interval, a row per method."""
    columns: list[tuple[str, Kind]] = [("method", Kind.WORDS), ("role", Kind.WORDS)]
    for condition in result.conditions:
        parts = ("", ", sd", ", from", ", to")
        columns += [(f"{condition.name}{part}", Kind.SHARE) for part in parts]
    columns.append(("test samples per seed", Kind.COUNT))
    rows: list[tuple[Cell, ...]] = []
    for method in result.methods:
        cells: list[float] = []
        for condition in result.conditions:
            values = result.accuracy(method.kind, condition.name)
            interval = accuracy_interval(result, method.kind, condition.name)
            cells += [float(values.mean()), spread(values), interval.low, interval.high]
        rows.append((method.name, _ROLES[method.role], *cells, result.tested))
    return Table(tuple(columns), tuple(rows))


def _accuracy_body(result: ComparisonResult) -> list[Block | None]:
    columns = (("method", Kind.WORDS), *((condition.name, Kind.COUNT) for condition in result.conditions))
    tops = [max(result.accuracy(m.kind, c.name).mean() for m in result.methods) for c in result.conditions]
    rows = []
    for method in result.methods:
        cells = []
        for condition, top in zip(result.conditions, tops, strict=True):
            values = result.accuracy(method.kind, condition.name)
            mark = " ★" if abs(values.mean() - top) < 1e-12 else ""
            interval = accuracy_interval(result, method.kind, condition.name)
            cells.append(f"{mean_and_spread(values)} ({range_numbers(interval)}){mark}")
        name = method.name if method.role is Role.FUSION else f"{method.name} (baseline)"
        rows.append((name, *cells))
    described = [f"{one.name}: {one.description}" for one in result.conditions if one.description]
    reading = Reading(
        f"Share of right answers of every method on the same samples ({tested_words(result)} per seed), unchanged and "
        "perturbed.",
        "Mean ± standard deviation over seeds, with the 95 % interval of the mean in brackets. ★ marks the "
        "highest mean of a column, or several if level. The sections below say whether it is beyond the noise.",
    )
    return [reading, Table(columns, tuple(rows)), Bullets(described)]


def _power(result: ComparisonResult, clean: Verdict) -> tuple[Noise, tuple[Finding, ...]] | None:
    """Return the noise in the first condition and what it takes to find a gain; None without fusions to compare."""
    reference = clean.best_single or best_of(result, clean.condition, Role.LATE)
    fusions = _kinds(result, Role.FUSION)
    if reference is None or not fusions:
        return None
    noise = noise_of(result, clean.condition, reference, fusions)
    observed = None if clean.against_single is None else clean.against_single.difference
    return noise, findings(noise, observed)


def _power_table(found: tuple[Finding, ...]) -> Table:
    columns = (
        ("true gain", Kind.POINTS),
        ("is found in", Kind.SHARE),
        ("seeds for 80 %", Kind.COUNT),
        ("seeds, one method alone", Kind.COUNT),
        ("test samples for 80 %, at best", Kind.COUNT),
        ("at worst", Kind.COUNT),
    )
    rows = [(one.gain, one.found, one.seeds, one.seeds_alone, one.samples, one.samples_at_worst) for one in found]
    return Table(columns, tuple(rows))


def _power_body(result: ComparisonResult, noise: Noise, found: tuple[Finding, ...]) -> list[Block | None]:
    reading = Reading(
        "How often a comparison like this one finds a real gain, and what it would take to find it.",
        "Estimated from the spread of the fusion methods' differences to the best single input in the condition "
        f"“{result.conditions[0].name}”. More test samples come with more training samples: at best trainings become "
        "steadier to the same degree, at worst not at all. “–” means that no number alone would be enough.",
    )
    return [reading, Bullets(power_words(result, noise, found)), _power_table(found)]


def _gain_body(result: ComparisonResult, gain: Drawing | None) -> list[Block | None]:
    over = "test samples" if result.one_split else "seeds and their splits"
    reading = Reading(
        "The gain in accuracy, in points, of the best fusion method over the best single input in each condition.",
        f"Right of the thick line, fusion is better. A line spans the 95 % interval over {over}, not corrected for the "
        "number of methods. A filled dot is beyond the noise, an open diamond is not.",
    )
    return [reading, gain or Paragraph("The comparison has no pair of fusion method and single input.")]


def _worth_body(result: ComparisonResult, worth: tuple[InputGain, ...]) -> list[Block | None]:
    over = "test samples" if result.one_split else "seeds and their splits"
    reading = Reading(
        "How much accuracy each input adds to each method: with all inputs, minus without that one.",
        f"In points, on the same clean test samples, with the 95 % interval over {over} in brackets. Below 0 the "
        "method is better without the input. That is called harm only where it is beyond the noise, corrected for the "
        "number of methods.",
    )
    words = harm_words(result, worth) or ["No input does harm to any method beyond the noise."]
    names = list(dict.fromkeys(one.input for one in worth))
    columns = (("method", Kind.WORDS), *((name, Kind.COUNT) for name in names))
    found = {(one.method, one.input): one for one in worth}
    rows = [
        (result.method(kind).name, *(_worth_cell(found[kind, name]) for name in names))
        for kind in dict.fromkeys(one.method for one in worth)
    ]
    return [reading, *(Paragraph(line, "say") for line in words), Table(columns, tuple(rows))]


def _worth_cell(one: InputGain) -> str:
    ends = f"{points(one.interval.low)} to {points(one.interval.high)}"
    return f"{points(one.difference)} ({ends}){' harm' if one.harms else ''}"


def _worth_table(result: ComparisonResult, worth: tuple[InputGain, ...]) -> Table:
    columns = (
        ("input", Kind.WORDS),
        ("method", Kind.WORDS),
        ("points", Kind.POINTS),
        ("from", Kind.POINTS),
        ("to", Kind.POINTS),
        ("corrected p", Kind.P_VALUE),
        ("does harm", Kind.WORDS),
    )
    rows = [
        (
            one.input,
            result.method(one.method).name,
            one.difference,
            one.interval.low,
            one.interval.high,
            one.p,
            "yes" if one.harms else "no",
        )
        for one in worth
    ]
    return Table(columns, tuple(rows))


def _condition_section(result: ComparisonResult, found: Verdict, index: int) -> Section:
    reading = Reading(
        "Every method in this condition, the best at the top.",
        "A filled dot is the mean of a fusion method. An open diamond is the mean of a baseline (a single input in its "
        "colour, late fusion in purple). Bars show one standard deviation over seeds to either side; each faint dot is "
        "one seed. Dashed: late fusion. Dotted: the best single input. The axis does not start at 0.",
    )
    said = [Paragraph(line, "say") for line in condition_words(result, found)]
    tests = [block for title, table in _tests(result, found) for block in (Heading(title), table)]
    plot = accuracy_plot(result, found.condition)
    return Section(f"Condition {index}: {found.condition}", [*said, reading, plot, *tests])


def _tests(result: ComparisonResult, found: Verdict) -> list[tuple[str, Table]]:
    """Return the tables of tests of a condition: fusions against one input, all against late fusion."""
    tables = []
    if found.best_single is not None and found.best_fusion is not None:
        rows = differences_to(result, found.condition, found.best_single, _kinds(result, Role.FUSION))
        tables.append(("Fusion methods against the best single input", _test_table(result, rows)))
    late = best_of(result, found.condition, Role.LATE)
    if late is not None:
        rows = differences_to(result, found.condition, late, _kinds(result, Role.FUSION, Role.UNIMODAL))
        tables.append(("Every method against late fusion", _test_table(result, rows)))
    return tables


def _kinds(result: ComparisonResult, *roles: Role) -> list[str]:
    return [method.kind for method in result.methods if method.role in roles]


_TEST_COLUMNS = (
    ("method", Kind.WORDS),
    ("against", Kind.WORDS),
    ("points", Kind.POINTS),
    ("from", Kind.POINTS),
    ("to", Kind.POINTS),
    ("p over seeds", Kind.P_VALUE),
    ("p over samples", Kind.P_VALUE),
    ("corrected p", Kind.P_VALUE),
    ("beyond the noise", Kind.WORDS),
)


def _test_row(result: ComparisonResult, one: PairedDifference) -> tuple[str | float | None, ...]:
    return (
        result.method(one.method).name,
        result.method(one.reference).name,
        one.difference,
        one.interval.low,
        one.interval.high,
        one.p_seeds,
        one.p_samples,
        one.p,
        "yes" if one.beyond_noise else "no",
    )


def _test_table(result: ComparisonResult, differences: tuple[PairedDifference, ...]) -> Table:
    ordered = sorted(differences, key=lambda one: -one.difference)
    table = Table(_TEST_COLUMNS, tuple(_test_row(result, one) for one in ordered))
    return table if result.one_split else _without(table, "p over samples")


def _without(table: Table, title: str) -> Table:
    """Return the table without a column that has nothing to say."""
    at = [name for name, _ in table.columns].index(title)
    rows = tuple((*row[:at], *row[at + 1 :]) for row in table.rows)
    return Table((*table.columns[:at], *table.columns[at + 1 :]), rows, table.strong)


def _differences(result: ComparisonResult) -> Table:
    """Return every test of every condition for the CSV file; shares, not points."""
    rows = []
    for condition in result.conditions:
        for _, table in _tests(result, verdict(result, condition.name)):
            rows += [(condition.name, *row) for row in table.rows]
    columns = _test_table(result, ()).columns
    return Table((("condition", Kind.WORDS), *columns), tuple(rows))


def _methods(result: ComparisonResult) -> Table:
    columns = (
        ("method", Kind.WORDS),
        ("role", Kind.WORDS),
        ("trained numbers", Kind.COUNT),
        ("training seconds, mean", Kind.DECIMAL),
    )
    rows = [
        (method.name, _ROLES[method.role], method.parameters, result.training_seconds(method.kind))
        for method in result.methods
    ]
    return Table(columns, tuple(rows))


def _cost_body(table: Table) -> list[Block | None]:
    reading = Reading(
        "The size of each method and the time of one training, without the encoders.",
        "A larger method that is no better is rarely worth it. Times depend on the computer and its other work.",
    )
    return [reading, table]


def _runs(result: ComparisonResult) -> Table:
    columns = (
        ("method", Kind.WORDS),
        ("condition", Kind.WORDS),
        ("seed", Kind.COUNT),
        ("test samples", Kind.COUNT),
        ("accuracy", Kind.SHARE),
        ("from", Kind.SHARE),
        ("to", Kind.SHARE),
        ("precision, mean of classes", Kind.SHARE),
        ("recall, mean of classes", Kind.SHARE),
        ("F1, mean of classes", Kind.SHARE),
        ("AUC, mean of classes", Kind.DECIMAL),
        ("calibration error", Kind.DECIMAL),
        ("Brier score", Kind.DECIMAL),
        ("unanswered", Kind.COUNT),
    )
    rows = [
        (
            run.method,
            run.condition,
            run.seed,
            run.scores.n,
            run.scores.accuracy,
            run.scores.accuracy_interval.low,
            run.scores.accuracy_interval.high,
            run.scores.precision_macro,
            run.scores.recall_macro,
            run.scores.f1_macro,
            run.scores.auc_macro,
            run.scores.ece,
            run.scores.brier,
            run.scores.unanswered,
        )
        for run in result.runs
    ]
    return Table(columns, tuple(rows))


def _key(name: str, index: int) -> str:
    return f"{index}_" + (re.sub(r"[^a-z0-9]+", "_", name.lower()).strip("_") or "condition")
