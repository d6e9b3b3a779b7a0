"""What a checkpoint says about the plug-ins it needs, and what is left of it where one is missing.

A file only ever names a part. What that name stands for, and what is imported for it, is decided by the packages that
the user has installed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any, NamedTuple

from torch import Tensor

from mmdesk.core.errors import CheckpointError
from mmdesk.core.input_kind import INPUT_KINDS
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.plugins import GROUPS, PluginError, PluginPart, Registry, reason
from mmdesk.core.problem import Problem
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.registry import ENCODER_PARTS, encoder_kind, part_of
from mmdesk.models.encoders.trial import check_encoder_output
from mmdesk.models.fusion import FUSIONS, Fusion
from mmdesk.models.fusion.trial import check_output

_MOST, _LONGEST = 64, 200
_FIELDS = ("group", "name", "distribution", "version")


def parse_plugins(value: object) -> tuple[PluginPart, ...]:
    """Validate the entry ``plugins`` of a ``config.json``.

    Raises:
        ValueError: With one sentence about what is wrong.
    """
    wrong = f'"plugins" must be a list of up to {_MOST} parts with {", ".join(_FIELDS)}, texts of up to {_LONGEST}'
    if not isinstance(value, list) or len(value) > _MOST:
        raise ValueError(wrong)
    for part in value:
        if not isinstance(part, dict) or set(part) != set(_FIELDS) or part["group"] not in GROUPS:
            raise ValueError(wrong)
        if not all(isinstance(part[name], str) and len(part[name]) <= _LONGEST for name in _FIELDS):
            raise ValueError(wrong)
    return tuple(PluginPart(**part) for part in value)


def plugins_to_json(parts: Iterable[PluginPart]) -> list[dict[str, str]]:
    """Return what `parse_plugins` reads."""
    return [{name: getattr(part, name) for name in _FIELDS} for part in parts]


def needed_plugins(classifier: FusionClassifier) -> tuple[PluginPart, ...]:
    """Return what of a model comes from plug-ins: fusions, encoders and kinds of input."""
    parts = [FUSIONS.origin(kind) for kind in classifier.fusions()]
    for one in classifier.inputs:
        kind = encoder_kind(one.kind, classifier.encoder(one.name))
        parts.append(ENCODER_PARTS.origin(part_of(one.kind, kind)))
        if one.kind not in list(Modality):
            parts.append(INPUT_KINDS.origin(one.kind))
    return tuple(dict.fromkeys(part for part in parts if part is not None))


def plugin_problem(file: str, registry: Registry[Any], kind: str, parts: Iterable[PluginPart]) -> Problem | None:
    """Return why a part that a checkpoint names cannot be used; None where it can. Imports it, and it alone.

    Args:
        file: The checkpoint's name.
        registry: Of the part's group.
        kind: The part's name.
        parts: What the checkpoint says about plug-ins.
    """
    named = next((part for part in parts if part.group == registry.group and part.name == kind), None)
    if kind not in registry:
        return Problem(
            "checkpoint.plugin_missing",
            name=file,
            group=registry.group,
            part=kind,
            distribution=named.distribution if named is not None else "?",
            version=named.version if named is not None else "?",
        )
    found = registry.origin(kind)
    if found is not None and named is not None and _same_name(found.distribution) != _same_name(named.distribution):
        return Problem(
            "checkpoint.plugin_other",
            name=file,
            group=registry.group,
            part=kind,
            distribution=named.distribution,
            found=found.distribution,
        )
    try:
        registry[kind]
    except PluginError as error:
        fields = dict(error.problem.fields)
        return Problem(
            "checkpoint.plugin_faulty",
            name=file,
            group=registry.group,
            part=kind,
            distribution=fields["distribution"],
            version=fields["version"],
            detail=fields["detail"],
        )
    return None


def _same_name(distribution: str) -> str:
    return distribution.lower().replace("_", "-").replace(".", "-")


def known_parts(registry: Registry[Any], named: Iterable[object], parts: Iterable[PluginPart]) -> list[str]:
    """Return which parts a checkpoint may name: the program's own, what is installed, and what it says it needs.

    Args:
        registry: Of the parts' group.
        named: What it names. Plug-ins are only looked at if one of them is not the program's own.
        parts: What it says about plug-ins.
    """
    named = [part.name for part in parts if part.group == registry.group]
    own = all(registry.is_own(name) for name in named if isinstance(name, str))
    return [*(registry.own if own else registry), *named]


def check_inputs(file: str, encoders: Mapping[Input, str], parts: Iterable[PluginPart]) -> None:
    """Refuse a checkpoint of which a kind of input, or an encoder, needs a plug-in that is missing or broken.

    Args:
        file: The checkpoint's name.
        encoders: The kind of each input's encoder.
        parts: What the checkpoint says about plug-ins.

    Raises:
        CheckpointError: That is so. Imports no plug-in but those that it needs.
    """
    parts = tuple(parts)
    for one, kind in encoders.items():
        problem = None
        if one.kind not in list(Modality):
            problem = plugin_problem(file, INPUT_KINDS, one.kind, parts)
        if problem is None and not ENCODER_PARTS.is_own(part_of(one.kind, kind)):
            problem = plugin_problem(file, ENCODER_PARTS, part_of(one.kind, kind), parts)
        if problem is not None:
            raise CheckpointError(problem)


class Methods(NamedTuple):
    """The fusion methods of a checkpoint that can be used, its own first one foremost.

    Attributes:
        kept: Their kinds; at least one.
        left_out: Why the others cannot be used, by kind.
    """

    kept: tuple[str, ...]
    left_out: dict[str, Problem]


def usable_methods(file: str, kinds: Iterable[str], parts: Iterable[PluginPart]) -> Methods:
    """Sort out the fusion methods of a checkpoint; ``kinds`` begins with its first one.

    Raises:
        CheckpointError: None can be used.
    """
    kept, left_out = [], {}
    for kind in kinds:
        problem = None if FUSIONS.is_own(kind) else plugin_problem(file, FUSIONS, kind, parts)
        if problem is None:
            kept.append(kind)
        else:
            left_out[kind] = problem
    if not kept:
        raise CheckpointError(next(iter(left_out.values())))
    return Methods(tuple(kept), {kind: _left_out(problem) for kind, problem in left_out.items()})


def _left_out(problem: Problem) -> Problem:
    """Say of a missing plug-in that the model is opened all the same."""
    if problem.code != "checkpoint.plugin_missing":
        return problem
    fields = dict(problem.fields)
    return Problem(
        "checkpoint.method_missing",
        name=fields["name"],
        part=fields["part"],
        distribution=fields["distribution"],
        version=fields["version"],
    )


def tensors_of(tensors: Mapping[str, Tensor], first: str, methods: Methods) -> dict[str, Tensor]:
    """Return a checkpoint's weights without those of methods that are left out.

    Args:
        tensors: All of them; those of the first method begin with "fusion.", those of another with "others.KIND.".
        first: Kind of the checkpoint's own first method. Where it is left out, the next takes its place.
        methods: Which are kept.
    """
    found = {}
    for name, tensor in tensors.items():
        owner = first if name.startswith("fusion.") else name.split(".")[1] if name.startswith("others.") else ""
        if owner in methods.left_out:
            continue
        if owner == methods.kept[0] != first:
            name = "fusion." + name.removeprefix(f"others.{owner}.")  # noqa: PLW2901 - its name from now on
        found[name] = tensor
    return found


def without_faulty(file: str, classifier: FusionClassifier) -> FusionClassifier:
    """Try the plug-ins' parts with the weights they were trained to, and leave out fusions that break a promise.

    Raises:
        CheckpointError: No fusion is left, or an encoder breaks one.
    """
    for one in classifier.inputs:
        encoder = classifier.encoder(one.name)
        origin = ENCODER_PARTS.origin(part_of(one.kind, encoder_kind(one.kind, encoder)))
        if origin is not None and (problem := _fault(file, partial(check_encoder_output, encoder, one.kind), origin)):
            raise CheckpointError(problem)
    left_out: dict[str, Problem] = dict(classifier.left_out)
    kept: list[Fusion] = []
    for kind, fusion in classifier.fusions().items():
        problem = (
            None if (origin := FUSIONS.origin(kind)) is None else _fault(file, partial(check_output, fusion), origin)
        )
        if problem is None:
            kept.append(fusion)
        else:
            left_out[kind] = problem
    if len(left_out) == len(classifier.left_out):
        return classifier
    if not kept:
        raise CheckpointError(next(iter(left_out.values())))
    first = classifier.fusion if classifier.fusion in kept else kept[0]
    encoders = {one: classifier.encoder(one.name) for one in classifier.inputs}
    others = [fusion for fusion in kept if fusion is not first]
    return FusionClassifier(classifier.labels, encoders, first, others, left_out)


def _fault(file: str, check: Callable[[], None], origin: PluginPart) -> Problem | None:
    try:
        check()
    except Exception as error:  # noqa: BLE001 - the edge to code that is not ours
        return Problem(
            "checkpoint.plugin_faulty",
            name=file,
            group=origin.group,
            part=origin.name,
            distribution=origin.distribution,
            version=origin.version,
            detail=reason(error),
        )
    return None
