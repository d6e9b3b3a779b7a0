"""What training deals with, in the words of the chosen language; kinds nobody has named are shown as they are."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from mmdesk.core.training_progress import TrainingProgress
from mmdesk.ui.words import input_name, percent

_FUSIONS = {
    "concatenation": QT_TRANSLATE_NOOP("TrainingWords", "Concatenation"),
    "weighted_average": QT_TRANSLATE_NOOP("TrainingWords", "Weighted average"),
    "attention_gate": QT_TRANSLATE_NOOP("TrainingWords", "Attention gate"),
    "elementwise_gate": QT_TRANSLATE_NOOP("TrainingWords", "Attention gate, element by element"),
    "deep": QT_TRANSLATE_NOOP("TrainingWords", "Deep fusion (MLP)"),
    "transformer": QT_TRANSLATE_NOOP("TrainingWords", "Cross-modal transformer"),
    "shared": QT_TRANSLATE_NOOP("TrainingWords", "Shared weights"),
    "multitask": QT_TRANSLATE_NOOP("TrainingWords", "Multi-task heads"),
    "late": QT_TRANSLATE_NOOP("TrainingWords", "Late fusion (mean of the answers)"),
    "evidential": QT_TRANSLATE_NOOP("TrainingWords", "Evidence (Dempster–Shafer, TMC)"),
    "quality_aware": QT_TRANSLATE_NOOP("TrainingWords", "Late fusion by quality (QMF)"),
    "product_of_experts": QT_TRANSLATE_NOOP("TrainingWords", "Product of experts"),
    "low_rank": QT_TRANSLATE_NOOP("TrainingWords", "Low-rank tensor fusion (LMF)"),
    "bilinear": QT_TRANSLATE_NOOP("TrainingWords", "Multiplied in pairs (bilinear)"),
    "film": QT_TRANSLATE_NOOP("TrainingWords", "Modulation by the others (FiLM)"),
}
_FUSION_TIPS = {
    "concatenation": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Adds up what each input says by itself. It cannot tell what only several inputs together mean.",
    ),
    "weighted_average": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Mixes the inputs with weights that never change. It knows which input is good in general, not which is good "
        "right now, and cannot tell what only several together mean.",
    ),
    "attention_gate": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Weighs the inputs anew every moment. It can turn to the clearer one, but hardly tell what only several "
        "together mean.",
    ),
    "elementwise_gate": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Weighs every single value of each input. It can take one thing from one input and another from the next, and "
        "so combine them.",
    ),
    "deep": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Passes all inputs through joint layers. It can combine them in any way, but has no weights to show.",
    ),
    "transformer": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Lets the inputs read each other. It can combine them in any way, has no weights to show, and takes the "
        "longest to compute.",
    ),
    "shared": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Passes every input through the same layers and averages them. What one teaches serves the others, but it can "
        "hardly tell what only several together mean.",
    ),
    "multitask": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Passes all inputs through joint layers while each also learns to answer alone. It can combine them, but has "
        "no weights to show.",
    ),
    "late": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Lets each input answer alone and averages the answers. It cannot tell what only several inputs together mean.",
    ),
    "evidential": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Lets each input say how sure it is, and joins what they claim. It shows doubt and conflict, but cannot tell "
        "what only several inputs together mean.",
    ),
    "quality_aware": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Averages the inputs' own answers, the clear ones with more weight. It can turn down an unclear input, but "
        "cannot tell what only several together mean.",
    ),
    "product_of_experts": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Multiplies the inputs' own probabilities. Those that agree make each other surer and each can veto, but it "
        "can represent no more than concatenation.",
    ),
    "low_rank": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Multiplies all inputs with each other, through a few factors. It can tell what all of them together mean, but "
        "has no weights to show.",
    ),
    "bilinear": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Multiplies the inputs two by two. It can tell what pairs mean together, and from them much of what three "
        "mean; no term multiplies all three.",
    ),
    "film": QT_TRANSLATE_NOOP(
        "TrainingWords",
        "Scales and shifts each input by what the others hold. It can read one in the light of the rest, but has no "
        "weights to show.",
    ),
}
_ENCODERS = {
    "cnn": QT_TRANSLATE_NOOP("TrainingWords", "Small CNN"),
    "efficientnet_lite0": QT_TRANSLATE_NOOP("TrainingWords", "EfficientNet-Lite0, pretrained"),
    "torchvision": QT_TRANSLATE_NOOP("TrainingWords", "torchvision backbone"),
    "speech_rnn": QT_TRANSLATE_NOOP("TrainingWords", "Speech backbone and RNN"),
    "mel_rnn": QT_TRANSLATE_NOOP("TrainingWords", "Log-mel and RNN"),
    "bag_of_words": QT_TRANSLATE_NOOP("TrainingWords", "Bag of words"),
    "tfidf": QT_TRANSLATE_NOOP("TrainingWords", "TF-IDF"),
    "embedding": QT_TRANSLATE_NOOP("TrainingWords", "Word embedding"),
    "subword": QT_TRANSLATE_NOOP("TrainingWords", "Parts of words"),
}
_STAGES = {
    "reading": QT_TRANSLATE_NOOP("TrainingWords", "Reading the data"),
    "features": QT_TRANSLATE_NOOP("TrainingWords", "Computing features"),
    "encoders": QT_TRANSLATE_NOOP("TrainingWords", "Training the encoders"),
    "fusion": QT_TRANSLATE_NOOP("TrainingWords", "Training the fusion"),
    "joint": QT_TRANSLATE_NOOP("TrainingWords", "Training everything together"),
    "methods": QT_TRANSLATE_NOOP("TrainingWords", "Training the other methods"),
    "done": QT_TRANSLATE_NOOP("TrainingWords", "Done"),
}
_AUGMENTATIONS = {
    "none": QT_TRANSLATE_NOOP("TrainingWords", "None"),
    "light": QT_TRANSLATE_NOOP("TrainingWords", "Light"),
    "strong": QT_TRANSLATE_NOOP("TrainingWords", "Strong"),
}
_LAYOUTS = {
    "class folders": QT_TRANSLATE_NOOP("TrainingWords", "one folder per class"),
    "samples.csv": QT_TRANSLATE_NOOP("TrainingWords", "a table, samples.csv"),
}
_BASELINES: dict[str, object] = {"late fusion": QT_TRANSLATE_NOOP("TrainingWords", "Late fusion")}


def _translated(text: object) -> str:
    return QCoreApplication.translate("TrainingWords", str(text))


def fusion_name(kind: str) -> str:
    """What a reader calls a kind of fusion."""
    return _translated(_FUSIONS[kind]) if kind in _FUSIONS else kind


def fusion_tip(kind: str) -> str:
    """What a kind of fusion can and cannot represent, in one or two sentences; empty for one nobody has described."""
    return _translated(_FUSION_TIPS[kind]) if kind in _FUSION_TIPS else ""


def encoder_name(kind: str) -> str:
    """What a reader calls a kind of encoder."""
    return _translated(_ENCODERS[kind]) if kind in _ENCODERS else kind


def stage_words(stage: str) -> str:
    """What a run does in that stage."""
    return _translated(_STAGES[stage]) if stage in _STAGES else stage


def augmentation_name(name: str) -> str:
    """How strongly inputs are varied."""
    return _translated(_AUGMENTATIONS[name]) if name in _AUGMENTATIONS else name


def layout_words(layout: str) -> str:
    """How a folder of data is laid out."""
    return _translated(_LAYOUTS[layout]) if layout in _LAYOUTS else layout


def alone_name(name: str) -> str:
    """One input, the others being withheld."""
    return _translated(QT_TRANSLATE_NOOP("TrainingWords", "{name} alone")).format(name=input_name(name))


def everything_name() -> str:
    """All inputs of a model together."""
    return _translated(QT_TRANSLATE_NOOP("TrainingWords", "Everything"))


def inputs_name(names: Sequence[str], count: int) -> str:
    """Some of a model's ``count`` inputs; more than one may be all of them."""
    return everything_name() if 1 < len(names) == count else " + ".join(map(input_name, names))


def baseline_name(name: str, inputs: Iterable[str]) -> str:
    """A baseline of an evaluation, "late fusion", or one of the inputs alone."""
    for one in inputs:
        if name == f"{one} alone":
            return alone_name(one)
    return _translated(_BASELINES[name]) if name in _BASELINES else name


def duration_words(seconds: float) -> str:
    """A time in minutes and seconds."""
    minutes, rest = divmod(round(seconds), 60)
    if minutes:
        return _translated(QT_TRANSLATE_NOOP("TrainingWords", "{m} min {s} s")).format(m=minutes, s=f"{rest:02}")
    return _translated(QT_TRANSLATE_NOOP("TrainingWords", "{s} s")).format(s=rest)


def progress_words(progress: TrainingProgress) -> str:
    """Stage, share and time left in one line."""
    if progress.stage == "reading":  # nobody knows how much there is
        return stage_words(progress.stage)
    words = f"{stage_words(progress.stage)} · {percent(progress.share)}"
    if progress.seconds_left is None or progress.stage == "done":
        return words
    left = _translated(QT_TRANSLATE_NOOP("TrainingWords", "at most {time} left"))
    return f"{words} · {left.format(time=duration_words(progress.seconds_left))}"
