"""The calculator's card, written from what was measured."""

from __future__ import annotations

from textwrap import wrap
from typing import Any

from operator_words import WORDS

from mmdesk.core.shares import percent_number

_HEAD = f"""# Calculator: a number shown, a number said, an operator typed

Works out what a shown digit and a said digit make with a typed *plus*, *minus* or *times*: 40 results from 0 to 81. No
input alone can know the answer, so this model shows what a fusion method can represent and what it cannot. Trained for
mmdesk with the scripts in `packaging/models/calculator`, which rebuild it from its data.

- **Minus is the difference**, whichever number is the larger: 3 shown and 5 said make 2, and so do 5 shown and 3 said.
- **Only what is shown and said counts.** Digits from 0 to 9 that are typed beside the operator are passed over: "3 +",
  "+ 5" and "plus five" are *plus*. With a larger number beside it ("12 + 3"), with two operators, the same one twice
  included, with an operator that it does not know ("÷", "divided by") or with none, nothing is recognised in the text.
- **With an input missing nothing is guessed**: the probabilities are spread over what is still possible.

## What it is

| part | what |
|---|---|
| picture, sound | the encoders of the model *Digits*, views included; their weights lie in that model's folder |
| text | hashed character n-grams and likely slips in the operators' names, pooled by what each word claims |
| fusion | every method of mmdesk on the same embeddings; the element-wise gate answers first |

The operators are known by sign and in {len(WORDS)} languages. Each encoder also says whether its input holds a digit or
an operator at all; an input in which nothing is recognised counts as absent and has weight 0. Where *Digits* asks a
sound or picture for an evidence of more than one half, one half does here: one input less costs the whole answer.

## Data

- Pictures and sounds: those that the fusion methods of *Digits* learn from (its card has their origins).
- Text: generated: signs, words of {len(WORDS)} languages written down for this project, among digits, in sentences of
  twelve languages, misspelt. As what names no operator: number words, ordinary words and sentences, other operations,
  two operators, numbers beyond nine.
- **A digit shown, a digit said and an operator were never recorded together**: they are drawn by chance, every pair of
  digits and every operator equally often. The target is the exact distribution of the result given what is present.

## Licence and origins

The model is under the MIT licence. `resources/NOTICE.md` has all origins.
"""

_LIMITS = """
## Limits

- What holds for *Digits* holds here: numbers beyond nine, two digits in one picture, hard voices and small writing. A
  digit that is misread gives another result, and both must be read right: the answer is no surer than picture times
  sound.
- Everyday words that are also an operator ("por", "mal", "plus tard", "times") count alone and among digits; in a
  sentence they may be passed over, and now and then be taken for an operator.
- Linear methods (concatenation, weighted average, attention gate on linear heads, late fusion, product of experts)
  cannot represent a product of what they read; that is their nature and not a lack of training.
- The probabilities of late fusion with an input missing are means of what each input alone leaves possible, not what
  both together do.
"""


def _percent(value: float) -> str:
    return f"{percent_number(value)} %"


_TEST_ROWS = (
    "draws of held-out digits on paper or card in a hand, whole words in held-out synthetic voices of all languages of "
    "*Digits*, down to 19 dB over the noise, and texts with frames and misspellings that were never trained on."
)
_QUIET_ROWS = (
    "draws of held-out digits in dark ink on plain paper that fills the picture, in good light; whole words of "
    "English, German, Spanish, French and Mandarin in the same held-out voices, 30 dB over the noise or more; and the "
    "same texts."
)
_TESTS = {
    "test": ("Measured: test, held-out digits, voices and texts", _TEST_ROWS),
    "quiet": ("Measured: test in a quiet room, five languages", _QUIET_ROWS),
}
_WIDTH = 119


def _test(title: str, rows: str, evaluation: dict[str, Any]) -> list[str]:
    low, high = (percent_number(end) for end in evaluation["interval"])
    told = (
        f"{evaluation['rows']} {rows} What is not recognised counts as wrong. The interval of the method that answers "
        f"first, for all three: {low}–{high} % (Wilson, 95 %). *Synergy* is the mean pairwise Shapley interaction for "
        "the right result (Grabisch and Roubens, 1999): above 0, inputs are worth more together."
    )
    lines = ["", f"## {title}", "", *wrap(told, _WIDTH), ""]
    names = list(evaluation["best_possible"])
    lines += ["| method | " + " | ".join(name.replace("+", " + ") for name in names) + " | synergy |"]
    lines += ["|---|" + "---|" * (len(names) + 1)]
    cells = [_percent(evaluation["best_possible"][name]) for name in names]
    lines.append(f"| *best possible* | {' | '.join(cells)} | |")
    for kind, figures in evaluation["methods"].items():
        cells = [_percent(figures["accuracy"][name]) for name in names]
        lines.append(f"| {kind.replace('_', ' ')} | {' | '.join(cells)} | {figures['mean']:+.2f} |")
    lines += [
        "",
        "Each encoder by itself:",
        "",
        "| input | with something known | recognised | with nothing | claimed |",
    ]
    lines.append("|---|---|---|---|---|")
    for name, figures in evaluation["inputs"].items():
        claimed = _percent(figures["claimed"]) if figures["nothing"] else "–"
        row = [name, str(figures["known"]), _percent(figures["recognised"]), str(figures["nothing"]), claimed]
        lines.append(f"| {' | '.join(row)} |")
    return lines


def _validation(measured: dict[str, Any]) -> list[str]:
    lines = ["", "## Measured: validation", ""]
    lines += [
        "On the pictures and sounds of the digits model's own validation, much disturbed ones among them. *Apart*: the",
        "mean distance (total variation) from the exact distribution over the results that are possible, with one and",
        "with two inputs.",
        "",
        "| method | all three | one input apart | two inputs apart |",
        "|---|---|---|---|",
    ]
    for kind, subsets in measured.items():
        apart = [
            sum(figures["apart"] for name, figures in subsets.items() if name.count("+") == more)
            / sum(name.count("+") == more for name in subsets)
            for more in (0, 1)
        ]
        accuracy = _percent(subsets["image+audio+text"]["accuracy"])
        lines.append(f"| {kind.replace('_', ' ')} | {accuracy} | {apart[0]:.3f} | {apart[1]:.3f} |")
    return lines


def write_card(measured: dict[str, Any], tests: dict[str, Any] | None) -> str:
    """Return the card, Markdown.

    Args:
        measured: What ``sums_train.py`` measured on validation, by method.
        tests: What ``sums_evaluate.py`` measured, by test, once that has run.
    """
    tables = [line for name, told in _TESTS.items() if tests is not None for line in _test(*told, tests[name])]
    return _HEAD + "\n".join([*tables, *_validation(measured)]) + "\n" + _LIMITS
