"""Options of ``mmdesk replay`` that hold in force what a user may hold in the window."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from math import isfinite

from mmdesk.core.errors import OptionError
from mmdesk.core.inputs import Input
from mmdesk.core.perturbation import NO_STRENGTH, Perturbation, PerturbationKind, perturbations_of
from mmdesk.core.problem import Problem
from mmdesk.core.user_controls import ReplayControls, UserControls


def add_controls_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the options; the columns ``override`` and ``perturbations`` of a report have the same words."""
    group = parser.add_argument_group(
        "what is in force", "With one of these, what was in force in the recording is not, but for its fusion method."
    )
    group.add_argument(
        "--weights", metavar="NAME=SHARE,…", help="weights by hand, as image=0.5,text=0.5; their sum is taken for 1"
    )
    group.add_argument(
        "--perturb",
        metavar="NAME.KIND[=STRENGTH]",
        action="append",
        default=[],
        help="perturb an input, as image.blur=8, audio.babble or text.replace=nine; repeat it for each",
    )
    group.add_argument("--mute", metavar="NAME", action="append", default=[], help="mute an input; repeat it for each")
    group.add_argument("--let-go", action="store_true", help="let go of what was in force in the recording")


def replay_controls(arguments: argparse.Namespace, inputs: Sequence[Input]) -> ReplayControls:
    """Return what a model with these inputs is to answer under.

    Raises:
        OptionError: An option names what this model does not have, or what cannot be.
    """
    methods = arguments.fusion is None
    if not (arguments.weights or arguments.perturb or arguments.mute or arguments.let_go):
        return ReplayControls(methods=methods)
    known = {one.name: one for one in inputs}
    for name in arguments.mute:
        if name not in known:
            raise OptionError(Problem("option.mute", word=name, known=", ".join(known)))
    perturbations: list[Perturbation] = []
    for word in arguments.perturb:
        perturbation = _perturbation(word, known)
        if any((each.input, each.kind) == (perturbation.input, perturbation.kind) for each in perturbations):
            raise OptionError(Problem("option.perturb_twice", word=word))
        perturbations.append(perturbation)
    override = None if arguments.weights is None else _shares(arguments.weights, known)
    return ReplayControls(UserControls(override, tuple(perturbations), frozenset(arguments.mute)), methods)


def _shares(words: str, known: dict[str, Input]) -> dict[str, float]:
    shares = dict.fromkeys(known, 0.0)
    wrong = OptionError(Problem("option.weights", word=words, known=", ".join(known)))
    for word in words.split(","):
        name, _, share = word.partition("=")
        try:
            shares[name.strip()] = float(share)
        except ValueError:
            raise wrong from None
    total = sum(shares.values())
    if set(shares) != set(known) or any(share < 0 for share in shares.values()) or not (isfinite(total) and total > 0):
        raise wrong
    return {name: share / total for name, share in shares.items()}


def _perturbation(words: str, known: dict[str, Input]) -> Perturbation:
    place, equals, strength = words.partition("=")
    name, _, kind = place.rpartition(".")
    kinds = perturbations_of(known[name].kind) if name in known else {}
    if kind not in list(kinds):
        listed = ", ".join(f"{one.name}.{each}" for one in known.values() for each in perturbations_of(one.kind))
        raise OptionError(Problem("option.perturb", word=words, known=listed))
    done, within = PerturbationKind(kind), kinds[PerturbationKind(kind)]
    if done is PerturbationKind.REPLACE:
        return Perturbation(known[name], done, text=strength)
    if within is NO_STRENGTH and not equals:
        return Perturbation(known[name], done)
    try:
        return Perturbation(known[name], done, float(strength) if equals else within.start)
    except ValueError:
        problem = Problem("option.perturb_strength", word=words, least=within.least, most=within.most)
        raise OptionError(problem) from None
