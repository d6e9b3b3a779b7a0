"""A whole model as one graph for other runtimes: ONNX, or a program of ``torch.export``.

The graph takes what ``Encoder.prepare`` gives for each input and which inputs are present, and answers as
``mmdesk predict`` does: the rule by which an input without anything known counts as absent, and the temperatures, are
part of the graph.
"""

from __future__ import annotations

import copy
import inspect
import json
import logging
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from mmdesk.core.errors import MmdeskError, OptionError
from mmdesk.core.files import fresh_file
from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.modality import Modality
from mmdesk.core.output import check_output_file, writing
from mmdesk.core.problem import Problem
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.base import Encoder
from mmdesk.models.encoders.mel import MelRNNEncoder
from mmdesk.models.encoders.registry import encoder_kind
from mmdesk.models.fusion import fusion_kind
from mmdesk.models.open_set import DistanceRule

ONNX, PROGRAM = ".onnx", ".pt2"
OPSETS = range(18, 24)
"""The ONNX opsets that can be asked for; a graph is made in the first and converted to the others."""
METADATA = "mmdesk"
"""Key of the description in an ONNX file's metadata; a ``.pt2`` has it as the extra file ``mmdesk.json``."""

_FORMAT, _VERSION = "mmdesk-export", 3
_RAW: dict[str, str] = {
    Modality.IMAGE: "a picture (H, W, 3) uint8, RGB; averaged over areas when made smaller (OpenCV's INTER_AREA), "
    "interpolated linearly when made larger",
    Modality.AUDIO: "a mono wave (N,) float32 in [-1, 1] at 16 kHz; longer speech is first cut to the utterance",
    Modality.TEXT: "a string",
}
_OUTPUTS = {
    "probabilities": "(batch, classes) float32, in the order of labels; a row in which nothing is used is all 0 and "
    "stands for no prediction",
    "used": "(batch, inputs) bool: present, and something the model knows was recognised in it",
    "weights": "(batch, inputs) float32: rows sum to 1 over what the fusion reads, exactly 0 where not used",
    "evidence": "(batch, inputs) float32: logit that the input holds anything the model knows; -inf where absent, "
    "+inf for an encoder that gives no evidence",
}
_RULE_WORDS = "in the graph: a present input in which nothing is recognised counts as absent"
_JOINT_WORDS = (
    f"{_RULE_WORDS}; and all do where the scores of the present inputs together, each as a log-likelihood ratio of "
    "known and unknown, do not reach the threshold for that set of inputs"
)
_EXAMPLES: dict[str, Any] = {
    Modality.IMAGE: np.zeros((2, 2, 3), np.uint8),
    Modality.AUDIO: np.zeros(1, np.float32),
    Modality.TEXT: "",
}


class ClassifierGraph(nn.Module):
    """Encoders, the open-set rules and one fusion, as one function of tensors.

    Args:
        classifier: Its encoders are used as they are, but for those that the exporter cannot follow (a copy then).
        fusion: Kind of one of the classifier's fusions.

    Attributes:
        inputs: The M columns of ``present`` and of the outputs.

    Raises:
        OptionError: The classifier has no such fusion.
    """

    def __init__(self, classifier: FusionClassifier, fusion: str) -> None:
        super().__init__()
        fusions = classifier.fusions()
        if fusion not in fusions:
            raise OptionError(Problem("graph.no_fusion", method=fusion, known=", ".join(fusions)))
        self.inputs = classifier.inputs
        self.encoders = nn.ModuleDict({one.column: _traceable(classifier.encoder(one.name)) for one in self.inputs})
        self.fusion = fusions[fusion]
        self.joint_rule = classifier.joint_rule
        self.eval()

    def _encoders(self) -> list[Encoder]:
        return [encoder for encoder in self.encoders.values() if isinstance(encoder, Encoder)]

    def forward(self, inputs: dict[str, Tensor], present: Tensor) -> dict[str, Tensor]:
        """Predict a batch.

        Args:
            inputs: What was prepared (B, …) of each input, by its column, in the model's order; whatever stands in
                rows where it is absent.
            present: (B, M) bool.

        Returns:
            ``probabilities`` (B, C) and ``used`` (B, M) bool; ``weights`` (B, M) where the fusion has weights,
            ``evidence`` (B, M) where any encoder gives it. See ``_OUTPUTS`` for the rows without anything.
        """
        outputs = [encoder(inputs[column]) for column, encoder in self.encoders.items()]
        certain = torch.full_like(outputs[0].embedding[:, 0], torch.inf)  # (B,)
        evidence = torch.stack([certain if each.evidence is None else each.evidence for each in outputs], dim=1)
        recognised = [encoder.recognises(each) for encoder, each in zip(self._encoders(), outputs, strict=True)]
        used = present & torch.stack(recognised, dim=1)
        if self.joint_rule is not None:
            scores = [encoder.score(each) for encoder, each in zip(self._encoders(), outputs, strict=True)]
            used = used & self.joint_rule(torch.stack(scores, dim=1), present).unsqueeze(1)
        fused = self.fusion(torch.stack([each.embedding for each in outputs], dim=1), used)
        anything = used.any(dim=1, keepdim=True)
        probabilities = self.fusion.tempered(fused.logits, used).softmax(dim=1)
        answer = {"probabilities": probabilities.masked_fill(~anything, 0.0), "used": used}
        if fused.weights is not None:
            answer["weights"] = fused.weights
        if any(each.evidence is not None for each in outputs):
            answer["evidence"] = evidence.masked_fill(~present, -torch.inf)
        return answer


class _MelSpectrogram(nn.Module):
    """What torchaudio's transform computes, in operations that a graph can hold (it asks TorchScript for types)."""

    window: Tensor
    filters: Tensor

    def __init__(self, transform: Any) -> None:
        super().__init__()
        self.fft_samples, self.hop_samples = int(transform.n_fft), int(transform.hop_length)
        before = (self.fft_samples - int(transform.win_length)) // 2
        after = self.fft_samples - int(transform.win_length) - before
        self.register_buffer("window", functional.pad(transform.spectrogram.window, (before, after)))
        self.register_buffer("filters", transform.mel_scale.fb)

    def forward(self, wave: Tensor) -> Tensor:
        """Turn (B, N) waves into (B, bands, T) mel powers."""
        margin = self.fft_samples // 2
        padded = functional.pad(wave.unsqueeze(1), (margin, margin), mode="reflect").squeeze(1)
        frames = padded.unfold(1, self.fft_samples, self.hop_samples)  # (B, T, fft_samples)
        spectrum = torch.fft.rfft(frames * self.window)
        power = spectrum.real.square() + spectrum.imag.square()
        powers: Tensor = power @ self.filters
        return powers.transpose(1, 2)


def _traceable(encoder: Encoder) -> Encoder:
    """Return the encoder, or a copy of it with a front end that can be followed."""
    if not isinstance(encoder, MelRNNEncoder):
        return encoder
    twin = copy.deepcopy(encoder)
    twin.mel = _MelSpectrogram(encoder.mel)
    return twin


def _raw_words(kind: str) -> str:
    if kind in _RAW:
        return _RAW[Modality(kind)]
    return f"numbers (moments, {len(INPUT_KINDS[kind].channels)}) float32, a column per channel: " + ", ".join(
        INPUT_KINDS[kind].channels
    )


def _open_set_words(encoder: Encoder) -> dict[str, object]:
    """Return how the graph tells whether anything is recognised, and from which score on it is."""
    rule = encoder.open_set
    if isinstance(rule, DistanceRule):
        method = f"negative Mahalanobis distance to the nearest of {len(rule.means)} class means"
        return {"score": method, "from": rule.threshold}
    return {"score": "evidence, where the encoder gives it", "from": 0.0 if rule is None else rule.threshold}


def _example(kind: str) -> Any:
    return _EXAMPLES[Modality(kind)] if kind in _EXAMPLES else INPUT_KINDS[kind].example()


def describe_export(
    classifier: FusionClassifier, fusion: str, outputs: Sequence[str], opset: int | None
) -> dict[str, object]:
    """Return what a user of the graph has to know, as JSON values.

    Args:
        classifier: The model.
        fusion: Kind of the exported fusion.
        outputs: Names of the graph's outputs.
        opset: ONNX opset; None for a program of ``torch.export``.
    """
    inputs: dict[str, object] = {}
    for one in classifier.inputs:
        encoder = classifier.encoder(one.name)
        example = encoder.prepare(_example(one.kind))
        words = (inspect.getdoc(encoder.prepare) or "").partition("\n\nRaises:")[0]
        inputs[one.column] = {
            "shape": ["batch", *example.shape],
            "dtype": str(example.dtype).removeprefix("torch."),
            "encoder": {"kind": encoder_kind(one.kind, encoder), **encoder.config()},
            "raw": _raw_words(one.kind),
            "preparation": " ".join(words.split()),
            "in_python": f"mmdesk.models.checkpoint.load_checkpoint(MODEL).encoder('{one.name}').prepare(raw)",
        }
    inputs["present"] = {
        "shape": ["batch", len(classifier.inputs)],
        "dtype": "bool",
        "meaning": "which modalities are there; rows of an absent one may hold any numbers. mmdesk predict calls blank "
        "text and a wave of zeros absent",
    }
    return {
        "format": _FORMAT,
        "version": _VERSION,
        "labels": list(classifier.labels),
        "columns": [one.column for one in classifier.inputs],
        "fusion": fusion,
        "open_set": {one.column: _open_set_words(classifier.encoder(one.name)) for one in classifier.inputs},
        "open_set_rule": _JOINT_WORDS if classifier.joint_rule is not None else _RULE_WORDS,
        "calibrated": classifier.fusions()[fusion].temperatures is not None,
        "inputs": inputs,
        "outputs": {name: _OUTPUTS[name] for name in outputs},
        **({"opset": opset} if opset is not None else {}),
    }


def export_program(classifier: FusionClassifier, fusion: str) -> torch.export.ExportedProgram:
    """Trace a model, on the CPU, with a dynamic batch.

    Raises:
        OptionError: The classifier has no such fusion.
        MmdeskError: Something in the model cannot be traced.
    """
    graph = ClassifierGraph(classifier.cpu(), fusion)
    given = {
        one.column: torch.stack([classifier.encoder(one.name).prepare(_example(one.kind))] * 2) for one in graph.inputs
    }
    examples = {"inputs": given, "present": torch.ones(2, len(graph.inputs), dtype=torch.bool)}
    rows = {0: torch.export.Dim("batch")}
    shapes = {"inputs": dict.fromkeys(given, rows), "present": rows}
    try:
        with torch.no_grad(), _quiet():
            # Strict: Python's len() of a batch, which some encoders ask for, would else fix its size.
            return torch.export.export(graph, (), examples, dynamic_shapes=shapes, strict=True)
    except Exception as error:  # the tracer's errors have no common class
        raise MmdeskError(Problem("graph.untraceable", detail=_first_line(error))) from error


def export_model(classifier: FusionClassifier, path: Path, fusion: str | None = None, opset: int | None = None) -> Path:
    """Write a model as one graph, and beside it its description, ``path`` with ``.json`` appended.

    Args:
        classifier: The model; is moved to the CPU.
        path: Ends in ``.onnx`` or ``.pt2``. A file there is replaced once the new one is complete.
        fusion: Kind of one of its fusions; None for the one that the model file names first.
        opset: ONNX opset, one of ``OPSETS``; None for the first. Not for ``.pt2``.

    Returns:
        The path of the description.

    Raises:
        OptionError: The suffix, the fusion or the opset is impossible.
        OutputError: The place cannot be written, or something else stands there.
        MmdeskError: A package is missing, or the model cannot be expressed.
    """
    suffix = path.suffix.lower()
    _check_options(suffix, path, opset)
    kind = fusion or fusion_kind(classifier.fusion)
    if suffix == ONNX:
        _check_packages()
        opset = opset or OPSETS[0]
    sidecar = path.with_name(f"{path.name}.json")
    for place in (path, sidecar):
        check_output_file(place)
    with _fresh_file(path) as fresh, _fresh_file(sidecar) as fresh_sidecar:
        program = export_program(classifier, kind)
        outputs = _output_names(program)
        text = json.dumps(describe_export(classifier, kind, outputs, opset), ensure_ascii=False, indent=2) + "\n"
        fresh_sidecar.write_text(text, encoding="utf-8")
        if opset is not None:
            names = [*(one.column for one in classifier.inputs), "present"]
            _write_onnx(program, fresh, opset, text, names)
        else:
            with _quiet():
                torch.export.save(program, fresh, extra_files={f"{METADATA}.json": text})
    return sidecar


def _output_names(program: torch.export.ExportedProgram) -> list[str]:
    """Return the keys of the dictionary that the program returns, in the order of its outputs."""
    spec = program.call_spec.out_spec
    return [] if spec is None else list(spec.context)


def _check_options(suffix: str, path: Path, opset: int | None) -> None:
    if suffix not in (ONNX, PROGRAM):
        raise OptionError(Problem("graph.suffix", name=path.name))
    if opset is not None and suffix != ONNX:
        raise OptionError(Problem("graph.opset_needless", name=path.name))
    if opset is not None and opset not in OPSETS:
        raise OptionError(Problem("graph.opset", opset=opset, first=OPSETS[0], last=OPSETS[-1]))


def _check_packages() -> None:
    if missing := [name for name in ("onnx", "onnxscript") if find_spec(name) is None]:
        raise MmdeskError(Problem("graph.packages", known=", ".join(missing)))


def _write_onnx(
    program: torch.export.ExportedProgram, path: Path, opset: int, text: str, input_names: Sequence[str]
) -> None:
    """Translate a traced model to ONNX and write it, with the description among its metadata."""
    try:
        with torch.no_grad(), _quiet():
            translated = torch.onnx.export(
                _with_plain_bags(program),
                dynamo=True,
                opset_version=opset,
                verbose=False,
                input_names=input_names,
                output_names=_output_names(program),
            )
    except Exception as error:  # as for the tracer
        raise MmdeskError(Problem("graph.no_onnx", detail=_first_line(error))) from error
    if translated is None or translated.model.opset_imports.get("") != opset:
        # The exporter falls back to another one where it finds no conversion.
        raise MmdeskError(Problem("graph.opset_too_low", opset=opset, first=OPSETS[0]))
    for value in (*translated.model.graph.inputs, *translated.model.graph.outputs):
        if value.shape is not None:
            value.shape[0] = "batch"
    translated.model.metadata_props[METADATA] = text
    with _quiet():
        translated.save(path)


def _with_plain_bags(program: torch.export.ExportedProgram) -> torch.export.ExportedProgram:
    """Return the program with its bags of embeddings as a gather and a sum.

    ONNX has no such operation, and the exporter's own translation loops over the bags (14 ms for one text, instead of
    less than one).
    """
    target = torch.ops.aten.embedding_bag.padding_idx
    bags = [node for node in program.graph.nodes if node.target is target]
    # Bags of one width, the two-dimensional form of torch's function, are told by their evenly stepped offsets.
    even = all(getattr(node.args[2], "target", None) is torch.ops.aten.arange.start_step for node in bags)
    return program.run_decompositions({target: _plain_bags}) if bags and even else program


def _plain_bags(weight: Tensor, indices: Tensor, offsets: Tensor, *options: Any) -> tuple[Tensor, ...]:
    """``aten::embedding_bag`` for bags of one width, summed (mode 0) or averaged (1)."""
    _, mode, _, per_sample_weights, include_last_offset, padding = options
    if mode not in (0, 1) or per_sample_weights is not None or include_last_offset:
        raise NotImplementedError("embedding bags of this form")
    bags = indices.reshape(offsets.shape[0], -1)  # (bags, width)
    real = torch.ones_like(bags, dtype=torch.bool) if padding is None else bags != padding
    count = real.sum(dim=1, keepdim=True)
    summed = functional.embedding(bags, weight).masked_fill(~real.unsqueeze(2), 0.0).sum(dim=1)
    # Only the first of the operator's four results is of use without gradients.
    return summed / count.clamp(min=1) if mode == 1 else summed, offsets, count.squeeze(1), offsets


@contextmanager
def _fresh_file(path: Path) -> Iterator[Path]:
    """Give a file in the same folder that takes ``path``'s place when the block ends well, and goes when not.

    Raises:
        MmdeskError: The place cannot be written.
    """
    with writing(path), fresh_file(path) as fresh:
        yield fresh


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the exporters' notes to their developers away from the user."""
    loggers = [logging.getLogger(name) for name in ("onnxscript", "onnx_ir", "torch.onnx", "torch.export")]
    levels = [logger.level for logger in loggers]
    try:
        for logger in loggers:
            logger.setLevel(logging.ERROR)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)


def _first_line(error: BaseException) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)[:200]
