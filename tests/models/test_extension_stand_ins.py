"""torchvision and torchaudio are importable with and without their extensions; each case in a process of its own."""

from __future__ import annotations

import subprocess
import sys

import pytest

from mmdesk.models.extension_stand_ins import import_torchaudio, import_torchvision

_USE = {
    "torchvision": "assert module.models.resnet18().eval()(torch.rand(1, 3, 64, 64)).shape == (1, 1000)",
    "torchaudio": "assert module.transforms.MelSpectrogram(16_000)(torch.rand(1, 4_000)).shape == (1, 128, 21)",
}
# What lies at hand may or may not fit; both cases are staged at the one place where an extension is loaded.
_STAGE = """
import sys, torch
from mmdesk.models import extension_stand_ins as stand_ins
tried = []
def load(path):
    tried.append(path)
    {outcome}
real, torch.ops.load_library = torch.ops.load_library, load
"""


def _run(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("package", ["torchvision", "torchaudio"])
def test_without_a_fitting_extension_the_python_part_works(package: str) -> None:
    code = _STAGE.format(outcome="raise OSError('libc10_cuda.so: cannot open shared object file')")
    code += f"module = stand_ins.import_{package}()\n{_USE[package]}\nassert tried\n"
    code += f"assert stand_ins.import_{package}() is module\nprint('used')"
    assert _run(code) == "used"


def test_a_fitting_extension_is_left_in_its_place() -> None:
    code = _STAGE.format(outcome="return None")
    code += "stand_ins.importlib.import_module = lambda name: name\n"
    code += "assert (stand_ins.import_torchvision(), stand_ins.import_torchaudio()) == ('torchvision', 'torchaudio')\n"
    code += "assert len(tried) == 2 and not stand_ins._stand_ins and 'torchaudio._extension' not in sys.modules\n"
    code += "print('untouched')"
    assert _run(code) == "untouched"


def test_what_needs_the_extension_says_so() -> None:
    code = _STAGE.format(outcome="raise OSError('no')")
    code += "module = stand_ins.import_torchaudio()\n"
    code += "try:\n    module.functional.forced_align(torch.zeros(1, 2, 2), torch.zeros(1, 1, dtype=torch.int32))\n"
    code += "except RuntimeError as error:\n    print(error)"
    assert "compiled extension" in _run(code)


def test_a_missing_package_is_an_import_error() -> None:
    code = "from mmdesk.models import extension_stand_ins as s\ns.find_spec = lambda name: None\n"
    code += "for load in (s.import_torchvision, s.import_torchaudio):\n"
    code += "    try:\n        load()\n    except ImportError as error:\n        print(error)"
    assert _run(code) == "torchvision is not installed\ntorchaudio is not installed"


def test_here() -> None:
    assert import_torchvision().__name__ == "torchvision"
    assert import_torchaudio().__name__ == "torchaudio"


def test_the_bundled_model_needs_neither() -> None:
    # torchvision's import takes as long as torch's own; the live window must not wait for it.
    code = "import sys\nfrom mmdesk.app.paths import resources\nfrom mmdesk.models.checkpoint import load_checkpoint\n"
    code += "import mmdesk.models.predictor\nload_checkpoint(resources() / 'models' / 'digits')\n"
    code += "print(sorted({'torchvision', 'torchaudio'} & set(sys.modules)))"
    assert _run(code) == "[]"
