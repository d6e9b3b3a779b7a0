"""The words of the field, each in a plain sentence or two.

`QT_TRANSLATE_NOOP` marks every text for the translators. README's section *Words* holds the English ones;
`packaging/help_pages.py` writes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means.

    Attributes:
        key: What links and pictures call it.
        english_name: The word, in English.
        english_words: What it means, in English.
        related: Keys of words that are best read beside it.
    """

    key: str
    english_name: object
    english_words: object
    related: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The word in the language that now holds."""
        return QCoreApplication.translate("Glossary", str(self.english_name))

    @property
    def words(self) -> str:
        """What it means, in the language that now holds."""
        return QCoreApplication.translate("Glossary", str(self.english_words))


TERMS: tuple[Term, ...] = (
    Term(
        "abstain",
        QT_TRANSLATE_NOOP("Glossary", "None of these"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "What a model says instead of guessing when it is shown something it has never learnt. To abstain like "
            "this is called open-set rejection.",
        ),
        ("confidence", "absent"),
    ),
    Term(
        "absent",
        QT_TRANSLATE_NOOP("Glossary", "Absent input"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "An input that gives nothing: a covered lens, silence, an empty box. It has a weight of exactly 0, and the "
            "others answer without it.",
        ),
        ("input", "weight"),
    ),
    Term(
        "conflict",
        QT_TRANSLATE_NOOP("Glossary", "Agreement and conflict"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Inputs agree when each of them alone gives the same answer. They are in conflict when two of them are "
            "each sure of a different answer.",
        ),
        ("contribution", "redundancy"),
    ),
    Term(
        "gate",
        QT_TRANSLATE_NOOP("Glossary", "Attention gate"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A fusion method that looks at this very moment and decides anew how much weight each input gets. Of "
            "Digits, Things and newly trained models it is the default.",
        ),
        ("fusion", "weight"),
    ),
    Term(
        "confidence",
        QT_TRANSLATE_NOOP("Glossary", "Confidence"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How sure the model is, in percent. Of all answers that a calibrated model gives with 80 %, about 80 in "
            "100 are right. A model that is not calibrated says so on its card among all models.",
        ),
        ("abstain",),
    ),
    Term(
        "contribution",
        QT_TRANSLATE_NOOP("Glossary", "Contribution"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How much an input helped the answer or misled it: what it adds on average, over all orders in which the "
            "inputs can join in. This is its Shapley value.",
        ),
        ("weight", "subset", "synergy"),
    ),
    Term(
        "embedding",
        QT_TRANSLATE_NOOP("Glossary", "Encoder and embedding"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "An encoder turns a picture, a sound or a text into a list of numbers, the embedding. Things that mean the "
            "same get similar numbers.",
        ),
        ("fusion", "map"),
    ),
    Term(
        "explanation",
        QT_TRANSLATE_NOOP("Glossary", "Explanation"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Which parts of the picture, the sound and the words support the answer or oppose it. Freeze the window to "
            "see it. The field says attribution or saliency.",
        ),
        ("contribution", "snapshot"),
    ),
    Term(
        "flip",
        QT_TRANSLATE_NOOP("Glossary", "Flip point"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The nearest weight at which the answer changes. Beyond it lies another answer; the line between them is "
            "the decision boundary.",
        ),
        ("override", "weight"),
    ),
    Term(
        "fusion",
        QT_TRANSLATE_NOOP("Glossary", "Fusion"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Making one answer out of several inputs. There are many methods for it; the menu Fusion switches between "
            "them while everything runs.",
        ),
        ("gate", "input"),
    ),
    Term(
        "honesty",
        QT_TRANSLATE_NOOP("Glossary", "Honesty meter"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Compares the weights with what each input really does to the answer. At 100 % the weights tell the truth "
            "about what mattered.",
        ),
        ("weight", "contribution"),
    ),
    Term(
        "input",
        QT_TRANSLATE_NOOP("Glossary", "Input and modality"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "An input is what a model takes in: a camera, a microphone, a text. Its kind (picture, sound, text) is "
            "called a modality.",
        ),
        ("absent", "fusion"),
    ),
    Term(
        "map",
        QT_TRANSLATE_NOOP("Glossary", "Map"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "The samples that the model learnt from, as dots: similar ones lie close together. Your own moment moves "
            "among them.",
        ),
        ("embedding",),
    ),
    Term(
        "perturbation",
        QT_TRANSLATE_NOOP("Glossary", "Perturbation"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Something done to an input on purpose: the picture darkened, voices put under the sound, a word misspelt. "
            "It shows how easily the answer gives way.",
        ),
        ("absent", "override"),
    ),
    Term(
        "redundancy",
        QT_TRANSLATE_NOOP("Glossary", "Redundancy"),
        QT_TRANSLATE_NOOP(
            "Glossary", "Two inputs tell the same. Each could stand in for the other, and together they add little."
        ),
        ("synergy", "conflict"),
    ),
    Term(
        "snapshot",
        QT_TRANSLATE_NOOP("Glossary", "Snapshot and history"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "A snapshot is a moment that was kept. While the window is frozen, you can go back through the last half "
            "minute, its history.",
        ),
        ("explanation",),
    ),
    Term(
        "subset",
        QT_TRANSLATE_NOOP("Glossary", "Subset of the inputs"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Some of the inputs, with the others treated as absent; also called a coalition. The program asks the "
            "model about every subset at every moment.",
        ),
        ("contribution",),
    ),
    Term(
        "synergy",
        QT_TRANSLATE_NOOP("Glossary", "Synergy"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "Two inputs together tell more than both of them one by one, as in the calculator: no input alone can know "
            "the result.",
        ),
        ("redundancy", "contribution"),
    ),
    Term(
        "weight",
        QT_TRANSLATE_NOOP("Glossary", "Weight"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "How much of an input the model used, from 0 to 100 %. All weights together make 100 %. A weight does not "
            "say whether the input helped: that is its contribution.",
        ),
        ("contribution", "honesty", "override"),
    ),
    Term(
        "override",
        QT_TRANSLATE_NOOP("Glossary", "Weights by hand"),
        QT_TRANSLATE_NOOP(
            "Glossary",
            "You set the weights in place of the model and watch the answer follow. This is a weight override; “Reset "
            "all” gives the weights back.",
        ),
        ("weight", "flip"),
    ),
)
BY_KEY = {term.key: term for term in TERMS}


def english_section() -> str:
    """README's section on the words: one line each, by name."""
    return "\n".join(
        f"- **{name}.** {words}" for name, words in sorted((str(t.english_name), t.english_words) for t in TERMS)
    )
