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
