"""The things model's card, written from what was measured."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from names import LABELS

from mmdesk.core.shares import percent_number, share_interval

_HEAD = """# Things: what is shown, named or typed, and "none of these"

Knows {count} things that are found at any venue: {labels}.
Made for mmdesk with the scripts in `packaging/models/things`, which rebuild it from its data.

## What it is

| part | what |
|---|---|
| picture | EfficientNet-Lite0 with its own ImageNet classifier, frozen; a thing is a few of its classes; nine further \
classes are learnt beside them: apples, oranges and lemons as shops have them, and six for what is none of the things |
| sound | a bidirectional GRU on frames of Google's frozen speech_embedding network; each sound is heard at five \
speeds, from .82 to 1.16, which are averaged by their evidence |
| text | hashed character n-grams, likely slips in names, and pairs of words |
| fusion, default | a gate a sample, a = softmax(g[x…]) over the inputs present |
| further fusions | every other method of mmdesk, trained on the same embeddings, pairs, seed and steps |

The probability of all the other classes speaks for "none of these". The file holds neither frozen network: the program
brings both.

## Data

- Pictures: most classes are the network's own rows, as they are. The nine further ones were trained on the training
  part of the Grocery Store Dataset (MIT; M. Klasson, C. Zhang, H. Kjellström), on one picture of each ImageNet class
  and on drawn rooms. How probable "none of these" must be was set on that data set's other part, on pictures of things
  in offices and on other drawn rooms. The heads saw the scores of the training pictures, copied from thing to thing:
  few things have many photographs.
- Sound: names in ten languages (English, German, Spanish, French, Italian, Portuguese, Dutch, Polish, Russian,
  Chinese), synthesised with espeak-ng and flite, with noise, rooms and microphones simulated; as strangers, the names
  of other emoji and ordinary sentences. No person's voice was trained on. Each name in each language is a word of its
  own to the encoder, and how well a sound fits the best of them tells names from other words.
- Text: names and synonyms in ten languages, written for mmdesk, and those of emoji in 59 languages from Unicode's CLDR
  (Unicode License v3), in sentences and misspelt; as strangers, the names of all other emoji and stopwordsiso's words
  (MIT).
- **The three were never recorded together: samples were paired by the thing they name**, as in AV-MNIST (Vielzeuf et
  al., 2018). A fifth of the rows contradict themselves, and inputs are left out at random.

## Licence and origins

The model is under the MIT licence. `resources/NOTICE.md` has all origins.
"""

_TEST = """
## Measured: test

Photographs of sources that nothing was trained on: *flickr*, the ImageNet-like photographs of the NIPS 2017 adversarial
competition (CC BY by photographer, none from ImageNet); *fruits*, apples, bananas and oranges from the web ("Fruit
Images for Object Detection"); *pacs*, guitars, people, houses and dogs; *held*, one person holding a telephone, a
wallet or ear phones before a webcam. Rooms, people in them, walls and covered lenses beside those are drawn by program.
Voices, misspellings and sentence patterns are of the test's own. Abstentions count as wrong; 95 % Wilson intervals.
The figures of photographs are not blind: those of flickr, pacs and held had been looked at while earlier rules for the
threshold were chosen, and those of fruits while the further classes were tried. Voices had been scored with four
earlier encoders (from 90.3 and 81.7 to 94.8 and 91.2 % were right); the present one is the best of them trained for
twice as long. Text was scored twice: its evidence was changed on validation data in between (before, 98.8 % were right,
and as many strangers were claimed as now).
"""

_CALIBRATION = """## Calibration error

Over all subsets of the inputs, before and after the temperatures, on the validation samples that chose them (ECE, 15
bins).

"""

_LIMITS = """
## Limits

- A thing must be near: it should fill about half of the picture's middle square. Held at arm's length beside a face it
  is "none of these" (see *held*).
- What looks like a thing is taken for it: grapefruit and limes for oranges and lemons, a tomato now and then for an
  apple, a stopwatch for a watch. Of a shop's other fruit, vegetables and cartons (the validation's) it is one in seven.
- Keys, scissors, headphones, forks are not among the things: the network was never taught them, and no pictures of
  enough sources were at hand.
- One name in twenty-two said by a voice never heard is missed or mistaken, one in thirteen where it is loud; one in
  five of other words is taken for a thing, and one in eight of other texts.
- The voices are synthetic adults' of ten languages; children, dialects and loud halls are harder than the figures say.
- A word that names a thing in one language names it in every text: "pilot" is a Polish remote control, "mouse" the
  computer's, "watch" and "book" also where they are verbs.
- The weights say what the model used, not what mattered.
"""


def _percent(hits: int, count: int) -> str:
    found = share_interval(hits, count)
    return f"{percent_number(hits / count)} % | {percent_number(found.low)}–{percent_number(found.high)}"


def _share(value: float) -> str:
    return f"{percent_number(value)} %"


def _tables(measured: dict[str, Any]) -> list[str]:
    rows = [*measured["pictures"], *measured["sounds"], *measured["texts"]]
    lines = [_TEST, "| what | n | right | interval | abstained |", "|---|---|---|---|---|"]
    for row in rows:
        if row["known"]:
            gone = _share(row["abstained"] / row["n"])
            lines.append(f"| {row['name']} | {row['n']} | {_percent(row['hits'], row['n'])} | {gone} |")
    lines += [
        "",
        "Strangers that were taken for a thing:",
        "",
        "| what | n | claimed | interval |",
        "|---|---|---|---|",
    ]
    lines += [f"| {row['name']} | {row['n']} | {_percent(row['hits'], row['n'])} |" for row in rows if not row["known"]]
    lines += ["", "Photographs by thing (right of all, not recognised):", ""]
    cells = [f"{name} {row['hits']} of {row['n']}, {row['abstained']}" for name, row in measured["by_thing"].items()]
    alike = sum(row["hits"] / row["n"] for row in measured["by_thing"].values()) / len(measured["by_thing"])
    lines += [
        "; ".join(cells) + ".",
        "",
        f"With every thing counted alike, however many its photographs, {_share(alike)} are right.",
        "",
    ]
    lines += [
        "Every method on test samples paired by label. A picture's scores stand for things that have few photographs,",
        "as in training; voices are those in quiet rooms.",
        "",
    ]
    names = list(next(iter(measured["methods"].values())))
    lines += ["| method | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for kind, shares in measured["methods"].items():
        lines.append(f"| {kind.replace('_', ' ')} | " + " | ".join(_share(shares[name]) for name in names) + " |")
    return lines


def with_calibration(card: str, errors: dict[str, tuple[float, float]]) -> str:
    """Return a card that tells the methods' calibration errors, before and after their temperatures, and no others."""
    begin, limits = card.find(_CALIBRATION), card.index(_LIMITS.split("\n", 2)[1])
    lines = [_CALIBRATION + "| method | before | after |", "|---|---|---|"]
    lines += [f"| {kind.replace('_', ' ')} | {before:.3f} | {after:.3f} |" for kind, (before, after) in errors.items()]
    return card[: limits if begin < 0 else begin] + "\n".join(lines) + "\n\n" + card[limits:]


def write_card(work: Path) -> str:
    """Return the card as Markdown, with the test's figures if ``measure.py`` has left them in ``work``."""
    file = work / "measured.json"
    lines = _tables(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else []
    head = _HEAD.format(count=len(LABELS), labels=", ".join(LABELS))
    return head + "\n".join(lines) + "\n" + _LIMITS
