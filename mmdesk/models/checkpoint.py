"""Save and load a trained model: a folder, or a zip with the suffix ``.mmdesk``.

Three members: ``model.safetensors`` (weights), ``config.json`` (what to build) and ``card.md`` (data, licence and
metrics for people); where it was made, ``map.safetensors`` (see `checkpoint_map`); and what the window says and shows
of it, ``about.json`` and ``picture.png`` (see `mmdesk.core.model_about`). A folder may leave out weights of encoders
that stand in another model's folder beside it (see `checkpoint_borrowed`). The file of a taught model may bring its
samples along (see `mmdesk.sources.teaching.shared`), not looked at here. Nothing is ever unpickled, and a file
decides neither what is imported nor how much memory is taken: sizes are bounded, and the model is first built without
memory and compared with the weights. ``config.json`` holds the SHA-256 of weights and map; files of earlier versions
have none and open all the same. What could not be opened again is not saved.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_safetensors
from safetensors.torch import save as save_safetensors
from torch import Tensor
from torch.overrides import TorchFunctionMode

from mmdesk.core.errors import CheckpointError
from mmdesk.core.files import fresh_file
from mmdesk.core.inputs import Input
from mmdesk.core.model_files import CARD, CONFIG, EXTRA_BYTES, FORMAT, LESSON, MAP, SUFFIX, WEIGHTS
from mmdesk.core.problem import Problem
from mmdesk.models.checkpoint_borrowed import borrow, lend, prefix_of
from mmdesk.models.checkpoint_config import VERSION, CheckpointConfig, NewerVersionError, describe, parse
from mmdesk.models.checkpoint_map import StoredMap, parse_map
from mmdesk.models.checkpoint_plugins import check_inputs, tensors_of, usable_methods, without_faulty
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.trained_on import TrainedOn

_REQUIRED = (WEIGHTS, CONFIG, CARD)
# A configuration may hold a vocabulary of 20,000 words, 10,000 labels and 4,000,000 hashes of 11 letters.
# A map may hold 2,000 rows of 3 × 2,560 numbers.
_MAX_BYTES = {WEIGHTS: 1 << 30, CONFIG: 64 << 20, CARD: 1 << 20, MAP: 64 << 20, **EXTRA_BYTES}


def load_checkpoint(path: Path) -> FusionClassifier:
    """Return the trained model in ``path``, on the CPU and in evaluation mode.

    Fusion methods of plug-ins that are missing or broken are left out; `FusionClassifier.left_out` tells. If the first
    method is among them, the next one answers first.

    Args:
        path: A checkpoint folder or a ``.mmdesk`` file.

    Raises:
        CheckpointError: If anything about the file is missing, torn, hostile or of another version, or no part of it
            can be used without a plug-in that is missing or broken.
    """
    members = _read(path, _REQUIRED)
    config = _parsed(path, members[CONFIG])
    _check_hash(path, config, WEIGHTS, members[WEIGHTS])
    # Imported before anything is built without memory, where a plug-in's first look at itself would fail.
    check_inputs(path.name, {one: kind for one, (kind, _) in config.encoders.items()}, config.plugins)
    methods = usable_methods(path.name, [config.fusion[0], *(kind for kind, _ in config.others)], config.plugins)
    tensors = tensors_of(_unpacked(path, members[WEIGHTS]), config.fusion[0], methods)
    if config.borrowed:
        # What it has and borrows as well would be surplus: the lender's is the one that was meant.
        tensors = {**tensors, **borrow(path, config.borrowed, _all_weights)}
    config = config.with_methods(methods)
    try:
        with torch.device("meta"), _SizesOnly():
            expected = config.build().state_dict()
    except (ValueError, TypeError, RuntimeError, OverflowError, ZeroDivisionError) as error:
        raise CheckpointError(
            Problem("checkpoint.config.no_model", name=path.name, member=CONFIG, detail=_first_line(error))
        ) from error
    _compare(path, tensors, expected)
    return without_faulty(path.name, _restore(path, config, tensors))


def _unpacked(path: Path, content: bytes) -> dict[str, Tensor]:
    try:
        return load_safetensors(content)
    except (SafetensorError, ValueError, KeyError, RuntimeError) as error:
        raise CheckpointError(
            Problem("checkpoint.member.damaged", name=path.name, member=WEIGHTS, detail=_first_line(error))
        ) from error


def _all_weights(path: Path) -> dict[str, Tensor]:
    return _unpacked(path, _read(path, (WEIGHTS,))[WEIGHTS])


def _parsed(path: Path, content: bytes) -> CheckpointConfig:
    try:
        return parse(content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise CheckpointError(Problem("checkpoint.config.encoding", name=path.name, member=CONFIG)) from error
    except NewerVersionError as error:
        raise CheckpointError(
            Problem("checkpoint.newer", name=path.name, found=error.version, known=VERSION)
        ) from error
    except ValueError as error:
        raise CheckpointError(
            Problem("checkpoint.member.invalid", name=path.name, member=CONFIG, detail=str(error))
        ) from error


def _check_hash(path: Path, config: CheckpointConfig, member: str, content: bytes) -> None:
    """Compare a member with what ``config.json`` says it was when the model was saved; earlier versions say nothing."""
    wanted = config.sha256.get(member)
    if wanted is not None and hashlib.sha256(content).hexdigest() != wanted:
        raise CheckpointError(Problem("checkpoint.member.changed", name=path.name, member=member))


class _SizesOnly(TorchFunctionMode):
    """Leaves out the drawing of first weights, for which torch would import its compiler (a second)."""

    def __torch_function__(self, func: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        values = kwargs or {}
        if getattr(func, "__module__", "") == "torch.nn.init":
            return args[0] if args else values["tensor"]
        return func(*args, **values)


def load_card(path: Path) -> str:
    """Return the model card (Markdown) of a checkpoint.

    Raises:
        CheckpointError: If the checkpoint cannot be read.
    """
    return _read(path, (CARD,))[CARD].decode("utf-8", errors="replace")


def load_extras(path: Path) -> dict[str, bytes]:
    """Return what a checkpoint brings for the window, to be saved again with one that takes its place.

    Raises:
        CheckpointError: If the checkpoint cannot be read.
    """
    return _read(path, tuple(EXTRA_BYTES))


def load_trained_on(path: Path) -> TrainedOn | None:
    """Return what a checkpoint says it was trained on, or None where it does not say.

    Raises:
        CheckpointError: If the checkpoint cannot be read.
    """
    return _parsed(path, _read(path, (CONFIG,))[CONFIG]).trained_on


def load_stored_map(path: Path, classifier: FusionClassifier) -> StoredMap | None:
    """Return the map that a checkpoint carries, on the CPU, or None where it has none.

    Args:
        path: A checkpoint folder or a ``.mmdesk`` file.
        classifier: The model that it holds.

    Raises:
        CheckpointError: If the map is torn, hostile or another model's.
    """
    members = _read(path, (MAP, CONFIG))
    content = members.get(MAP)
    if content is None:
        return None
    _check_hash(path, _parsed(path, members[CONFIG]), MAP, content)
    try:
        return parse_map(content, classifier)
    except ValueError as error:
        raise CheckpointError(
            Problem("checkpoint.member.invalid", name=path.name, member=MAP, detail=str(error))
        ) from error


def save_checkpoint(
    classifier: FusionClassifier,
    path: Path,
    card: str,
    stored_map: StoredMap | None = None,
    trained_on: TrainedOn | None = None,
    lenders: Mapping[Input, str] | None = None,
    extras: Mapping[str, bytes] | None = None,
) -> None:
    """Save a model; either the whole checkpoint stands there afterwards, or what stood there before.

    Args:
        classifier: The model; may be on any device.
        path: Ends in ``.mmdesk`` for one file, else names a folder. Its parent must exist. An earlier checkpoint
            is replaced, anything else is not.
        card: The model card, Markdown.
        stored_map: The map of its training samples, if one was made. Without it an earlier checkpoint's map goes too:
            it would show another model.
        trained_on: What it was trained on, if that is known.
        lenders: Name of the model beside ``path``, itself a folder, that holds the weights of an input's encoder under
            the same column: they are left out. Without it, and in a single file, a checkpoint has all its weights.
        extras: ``about.json`` and ``picture.png`` (see `mmdesk.core.model_about`); those of an earlier one go too.

    Raises:
        CheckpointError: If the place cannot be written or holds something else, the model could not be opened again,
            or a lender's encoder is another.
        ValueError: If the model has a part that no checkpoint can name, or the map is not its own.
    """
    check_place(path)
    check_storable(classifier)
    tensors = _tensors(classifier)
    borrowed = {}
    if lenders and path.suffix != SUFFIX:
        borrowed = lend(path, lenders, tensors, _all_weights)
        own = tuple(prefix_of(one.column) for one in borrowed)
        tensors = {name: tensor for name, tensor in tensors.items() if not name.startswith(own)}
    members = {WEIGHTS: save_safetensors(tensors)}
    if stored_map is not None:
        stored_map.check(classifier)
        members[MAP] = stored_map.to_bytes()
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in members.items()}
    config = replace(describe(classifier), trained_on=trained_on, sha256=hashes, borrowed=borrowed)
    members = {
        WEIGHTS: members.pop(WEIGHTS),
        CONFIG: config.to_json().encode("utf-8"),
        CARD: card.encode("utf-8", errors="replace"),
        **members,
        **{name: content for name, content in (extras or {}).items() if name in EXTRA_BYTES},
    }
    _check_sizes({name: len(content) for name, content in members.items()})
    try:
        if path.suffix == SUFFIX:
            _write_zip(path, members)
        else:
            _write_folder(path, members)
    except OSError as error:
        raise CheckpointError(
            Problem("checkpoint.unwritable", name=path.name, reason=error.strerror or str(error))
        ) from error


def check_storable(classifier: FusionClassifier, samples: int = 0) -> None:
    """Refuse, before hours go into a model, one that could not be opened again.

    Args:
        classifier: The model, trained or not.
        samples: Number of samples that it will have been trained and validated on.

    Raises:
        CheckpointError: If a label, a size or an option of it cannot stand in a checkpoint.
        ValueError: If it has a part that no checkpoint can name.
    """
    text = describe(classifier).to_json()
    try:
        parse(text)
    except ValueError as error:
        raise CheckpointError(Problem("checkpoint.no_way_back", detail=str(error))) from error
    weights = sum(tensor.numel() * tensor.element_size() for tensor in classifier.state_dict().values())
    # Hashes of a picture and a sound a sample, in base64; safetensors' own heading is far below the room left.
    _check_sizes({WEIGHTS: weights + (1 << 20), CONFIG: len(text.encode()) + 22 * samples})


def _check_sizes(sizes: dict[str, int]) -> None:
    for member, size in sizes.items():
        if size > _MAX_BYTES[member]:
            raise CheckpointError(
                Problem("checkpoint.too_large", member=member, size_mib=size >> 20, most_mib=_MAX_BYTES[member] >> 20)
            )


def _tensors(classifier: FusionClassifier) -> dict[str, Tensor]:
    return {name: tensor.detach().cpu().contiguous() for name, tensor in classifier.state_dict().items()}


def check_place(path: Path) -> None:
    """Refuse, before hours go into a model, a place where `save_checkpoint` would refuse to put it.

    Raises:
        CheckpointError: If something that is no checkpoint stands there.
    """
    try:
        is_free = not path.exists() or is_checkpoint(path) or (path.suffix != SUFFIX and _is_empty_folder(path))
    except OSError as error:
        raise CheckpointError(
            Problem("checkpoint.place_unreadable", path=path, reason=error.strerror or str(error))
        ) from error
    if not is_free:
        raise CheckpointError(Problem("checkpoint.in_way", path=path))


def is_checkpoint(path: Path) -> bool:
    """Whether a file or folder is a checkpoint by its members and its configuration's first word; not whether it opens.

    Raises:
        OSError: If it cannot be read.
    """
    if path.is_dir() == (path.suffix == SUFFIX):
        return False
    try:
        if path.is_dir():
            names, content = [file.name for file in path.iterdir()], b""
            if CONFIG in names:
                with (path / CONFIG).open("rb") as stream:
                    content = stream.read(_MAX_BYTES[CONFIG])
        else:
            with zipfile.ZipFile(path) as archive, archive.open(CONFIG) as member:
                names = [name for name in archive.namelist() if not name.startswith(LESSON)]
                content = member.read(_MAX_BYTES[CONFIG])
        document = json.loads(content)
    except (zipfile.BadZipFile, zlib.error, KeyError, NotImplementedError, RuntimeError, EOFError, ValueError):
        return False
    return set(names) <= set(_MAX_BYTES) and isinstance(document, dict) and document.get("format") == FORMAT


def _is_empty_folder(path: Path) -> bool:
    return path.is_dir() and not any(path.iterdir())


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0][:200]


def _kind(tensor: Tensor) -> str:
    return f"{tuple(tensor.shape)} {tensor.dtype}"


def _compare(path: Path, tensors: dict[str, Tensor], expected: dict[str, Tensor]) -> None:
    """Check names, shapes, types and values of ``tensors`` against the model that the configuration describes."""
    if missing := sorted(expected.keys() - tensors.keys()):
        raise CheckpointError(
            Problem("checkpoint.weights.missing", name=path.name, member=WEIGHTS, tensor=missing[0], count=len(missing))
        )
    if surplus := sorted(tensors.keys() - expected.keys()):
        raise CheckpointError(
            Problem("checkpoint.weights.surplus", name=path.name, member=WEIGHTS, tensor=surplus[0][:100])
        )
    for name, tensor in tensors.items():
        wanted = expected[name]
        if tensor.shape != wanted.shape or tensor.dtype != wanted.dtype:
            raise CheckpointError(
                Problem(
                    "checkpoint.weights.kind",
                    name=path.name,
                    member=WEIGHTS,
                    tensor=name,
                    found=_kind(tensor),
                    wanted=_kind(wanted),
                )
            )
        if tensor.is_floating_point() and not bool(torch.isfinite(tensor).all()):
            raise CheckpointError(Problem("checkpoint.weights.not_finite", name=path.name, member=WEIGHTS, tensor=name))


def _restore(path: Path, config: CheckpointConfig, tensors: dict[str, Tensor]) -> FusionClassifier:
    try:
        classifier = config.build()
        classifier.load_state_dict(tensors)
    except (ValueError, TypeError, RuntimeError) as error:
        raise CheckpointError(
            Problem("checkpoint.weights.misfit", name=path.name, member=WEIGHTS, detail=_first_line(error))
        ) from error
    try:
        if config.calibration is not None:
            config.calibration.apply(classifier)
    except ValueError as error:
        raise CheckpointError(
            Problem("checkpoint.member.invalid", name=path.name, member=CONFIG, detail=_first_line(error))
        ) from error
    return classifier.eval()


def _read(path: Path, wanted: Sequence[str]) -> dict[str, bytes]:
    """Return the bytes of some members; one that need not be there may be left out."""
    try:
        if path.is_dir():
            return {name: _read_file(path, name) for name in wanted if name in _REQUIRED or (path / name).exists()}
        if not path.exists():
            raise CheckpointError(Problem("checkpoint.missing", path=path))
        with zipfile.ZipFile(path) as archive:
            return _read_zip(path, archive, wanted)
    except zipfile.BadZipFile as error:
        raise CheckpointError(Problem("checkpoint.not_a_model", name=path.name)) from error
    except (NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        # Encrypted members, unknown compression, a torn stream.
        raise CheckpointError(Problem("checkpoint.damaged", name=path.name, detail=_first_line(error))) from error
    except OSError as error:
        raise CheckpointError(
            Problem("checkpoint.unreadable", name=path.name, reason=error.strerror or str(error))
        ) from error


def _read_file(folder: Path, name: str) -> bytes:
    file = folder / name
    if not file.is_file():
        raise CheckpointError(Problem("checkpoint.member.missing", name=folder.name, member=name))
    with file.open("rb") as stream:
        return _bounded(folder, name, stream.read(_MAX_BYTES[name] + 1))


def _read_zip(path: Path, archive: zipfile.ZipFile, wanted: Sequence[str]) -> dict[str, bytes]:
    names = [name for name in archive.namelist() if not name.startswith(LESSON)]
    if strange := [name for name in names if name not in _MAX_BYTES]:
        raise CheckpointError(Problem("checkpoint.foreign_member", name=path.name, member=repr(strange[0][:100])))
    if not names and archive.namelist():
        raise CheckpointError(Problem("checkpoint.lesson_alone", name=path.name))
    for name in _MAX_BYTES:
        if name in _REQUIRED and name not in names:
            raise CheckpointError(Problem("checkpoint.member.missing", name=path.name, member=name))
        if names.count(name) > 1:
            raise CheckpointError(Problem("checkpoint.member.twice", name=path.name, member=name))
    members = {}
    for name in wanted:
        if name not in names:
            continue
        # The directory's size is the file's own claim, so what is really read is bounded.
        with archive.open(name) as stream:
            members[name] = _bounded(path, name, stream.read(_MAX_BYTES[name] + 1))
    return members


def _bounded(path: Path, name: str, content: bytes) -> bytes:
    if len(content) > _MAX_BYTES[name]:
        raise CheckpointError(
            Problem("checkpoint.member.large", name=path.name, member=name, most_mib=_MAX_BYTES[name] >> 20)
        )
    return content


def _write_zip(path: Path, members: dict[str, bytes]) -> None:
    with fresh_file(path) as fresh, zipfile.ZipFile(fresh, "w") as archive:
        for name, content in members.items():
            # A fixed date: equal models give equal files.
            archive.writestr(zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0)), content)


def _write_folder(path: Path, members: dict[str, bytes]) -> None:
    temporary = Path(tempfile.mkdtemp(prefix=f".{path.name}-", dir=path.parent))
    try:
        fresh, old = temporary / "fresh", temporary / "old"
        fresh.mkdir()
        for name, content in members.items():
            with (fresh / name).open("wb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
        if path.exists():
            path.rename(old)
        try:
            fresh.rename(path)
        except OSError:
            if old.exists():
                old.rename(path)
            raise
    finally:
        shutil.rmtree(temporary, ignore_errors=True)
