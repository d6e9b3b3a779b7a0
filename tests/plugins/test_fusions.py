"""A fusion method that a package brings: in every place where the program's own are, and gone or broken."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from importlib.metadata import EntryPoints
from pathlib import Path

import numpy as np
import onnxruntime
import pytest
import torch

from mmdesk.analysis.microscope import Microscope
from mmdesk.app import doctor, jobs
from mmdesk.app.command_line import main
from mmdesk.app.paths import bundled_model
from mmdesk.core.errors import CheckpointError, MmdeskError
from mmdesk.core.inputs import Input
from mmdesk.core.modality import Modality
from mmdesk.core.observation import PRESENT, ImageInput, Observation, TextInput
from mmdesk.core.plugins import PluginError
from mmdesk.core.problem import Problem
from mmdesk.models.checkpoint import load_card, load_checkpoint, save_checkpoint
from mmdesk.models.classifier import FusionClassifier
from mmdesk.models.encoders.image import CNNEncoder
from mmdesk.models.encoders.text import SubwordTextEncoder
from mmdesk.models.export import export_model
from mmdesk.models.fusion import FUSIONS, Fusion, LateFusion, fusion_kind, offered_fusions
from mmdesk.models.predictor import Predictor
from tests.plugins.installing import HERE, See, make_up
from tests.training.tiny import write_tiny

GROUP = "mmdesk.fusions"
HEAD = """
import torch
from torch import nn
from mmdesk.models.fusion import Fusion, FusionOutput

class Base(Fusion):
    def __init__(self, modality_count, dim, class_count):
        super().__init__(modality_count, dim, class_count)
        self.head = nn.Linear(dim, class_count)
    def config(self):
        return {}
    def forward(self, embeddings, present):
        fused = self.masked(embeddings, present).sum(dim=1)
        return FusionOutput(self.head(fused), None, fused)
"""
FAULTS = {
    "raises": ("raise RuntimeError('no licence found')", "RuntimeError: no licence found"),
    "leaves": ("import sys; sys.exit('go away')", "SystemExit: go away"),
    "lacks": ("import a_package_that_is_not_there", "No module named 'a_package_that_is_not_there'"),
    "other": ("class Method: pass", "no subclass of mmdesk.models.fusion.base.Fusion"),
    "shape": (
        HEAD + "class Method(Base):\n    def forward(self, e, p):\n        out = super().forward(e, p)\n"
        "        return out._replace(logits=out.logits[:, :-1])",
        "its logits are of shape",
    ),
    "nan": (
        HEAD + "class Method(Base):\n    def forward(self, e, p):\n        out = super().forward(e, p)\n"
        "        return out._replace(fused=out.fused / 0)",
        "its fused hold values that are not finite",
    ),
    "weights": (
        HEAD + "class Method(Base):\n    def forward(self, e, p):\n        out = super().forward(e, p)\n"
        "        return out._replace(weights=torch.full(p.shape, 1 / p.shape[1]))",
        "its weights of absent inputs are not exactly 0",
    ),
    "leaks": (
        HEAD + "class Method(Base):\n    def forward(self, e, p):\n        fused = e.sum(dim=1)\n"
        "        return FusionOutput(self.head(fused), None, fused)",
        "what stands at the place of an absent input changes its answer",
    ),
    "forgets": (
        HEAD + "class Method(Base):\n    def __init__(self, m, d, c, *, width=8):\n        super().__init__(m, d, c)\n"
        "        self.wide = nn.Linear(d, width + torch.get_default_dtype().itemsize * (m > 1))\n"
        "    def config(self):\n        return {'width': 3}\n",
        "config() does not rebuild it",
    ),
}  # fmt: skip
# Right with fresh weights, broken with others.
FAILS_TRAINED = HEAD + (
    "class Method(Base):\n    def __init__(self, m, d, c):\n        super().__init__(m, d, c)\n"
    "        self.trained = nn.Parameter(torch.zeros(1))\n    def forward(self, e, p):\n"
    "        out = super().forward(e, p)\n"
    "        return out._replace(logits=out.logits + self.trained / (self.trained == 0).float())\n"
)


def encoders(dim: int = 8) -> dict[Input, CNNEncoder | SubwordTextEncoder]:
    torch.manual_seed(0)
    return {
        Input("front", "image"): CNNEncoder(
            dim=dim, size_px=32, channels=[2, 2, 2, 2], depths=[0, 1, 0, 0], evidence=False
        ),
        Input("text", "text"): SubwordTextEncoder(
            dim=dim, buckets=64, width=4, hidden=8, tokens=4, ngrams=6, evidence=False
        ),
    }


def model(*fusions: Fusion) -> FusionClassifier:
    return FusionClassifier(["no", "yes", "maybe"], encoders(), fusions[0], fusions[1:]).eval()


def made(kind: str) -> Fusion:
    return FUSIONS[kind](2, 8, 3)


def config_of(folder: Path) -> dict[str, object]:
    document: dict[str, object] = json.loads((folder / "config.json").read_text(encoding="utf-8"))
    return document


def test_the_name_is_known_without_importing_anything_and_the_part_when_it_is_asked_for(median: Path) -> None:
    assert "median" in FUSIONS
    assert list(FUSIONS)[-1] == "median"
    assert "mmdesk_median" not in sys.modules
    assert fusion_kind(made("median")) == "median"
    assert "mmdesk_median" in sys.modules
    assert offered_fusions()[-1] == "median"
    assert FUSIONS.faults() == ()


def test_the_guide_shows_this_very_method_in_thirty_lines() -> None:
    guide = (HERE.parents[1] / "CONTRIBUTING.md").read_text(encoding="utf-8")
    source = (HERE / "median" / "mmdesk_median" / "__init__.py").read_text(encoding="utf-8")
    assert f"```python\n{source}```" in guide
    assert len(source.splitlines()) <= 30


def test_it_takes_the_median_of_what_is_there(median: Path) -> None:
    fusion = FUSIONS["median"](3, 2, 2)
    values = torch.tensor([[[1.0, 9.0], [2.0, 7.0], [6.0, -1.0]]])
    assert fusion(values, torch.tensor([[True, True, True]])).fused.tolist() == [[2.0, 7.0]]
    assert fusion(values, torch.tensor([[True, False, True]])).fused.tolist() == [[3.5, 4.0]]
    assert fusion(values, torch.zeros(1, 3, dtype=torch.bool)).fused.tolist() == [[0.0, 0.0]]


def test_a_model_of_the_programs_own_parts_asks_for_no_plugin(monkeypatch: pytest.MonkeyPatch) -> None:
    def asked(**_: str) -> EntryPoints:
        raise AssertionError("plug-ins were looked up")

    FUSIONS.look_again()
    monkeypatch.setattr("importlib.metadata.entry_points", asked)
    assert set(load_checkpoint(bundled_model()).fusions()) == set(FUSIONS.own) - {"unimodal"}


def test_a_checkpoint_names_the_plugin_and_opens_to_the_same_numbers(median: Path, tmp_path: Path) -> None:
    before = model(made("median"), made("attention_gate"))
    save_checkpoint(before, tmp_path / "m", "card")
    assert config_of(tmp_path / "m")["plugins"] == [
        {"group": GROUP, "name": "median", "distribution": "mmdesk-median", "version": "1.0"}
    ]
    after = load_checkpoint(tmp_path / "m")
    assert list(after.fusions()) == ["attention_gate", "median"]
    assert fusion_kind(after.fusion) == "median"
    rows = torch.randn(4, 2, 8), torch.tensor([[True, True], [True, False], [False, True], [True, True]])
    assert torch.equal(before.fuse(*rows).logits, after.fuse(*rows).logits)


def test_a_model_of_the_programs_own_parts_names_no_plugin(median: Path, tmp_path: Path) -> None:
    save_checkpoint(model(made("late")), tmp_path / "m", "card")
    assert "plugins" not in config_of(tmp_path / "m")


@pytest.mark.parametrize("first", ["median", "attention_gate"])
def test_without_the_plugin_the_other_methods_answer_and_it_is_reported(
    median: Path, unsee: Callable[[Path], None], tmp_path: Path, first: str
) -> None:
    kinds = ("median", "attention_gate", "late")
    before = model(*(made(kind) for kind in sorted(kinds, key=lambda kind: kind != first)))
    save_checkpoint(before, tmp_path / "m.mmdesk", "card")
    methods = before.fusions()
    unsee(median)
    after = load_checkpoint(tmp_path / "m.mmdesk")
    assert list(after.fusions()) == ["attention_gate", "late"]
    assert fusion_kind(after.fusion) == "attention_gate"
    assert list(after.left_out) == ["median"]
    reported = str(after.left_out["median"])
    assert "mmdesk-median 1.0, which is not installed" in reported
    assert "Install it" in reported
    rows = torch.randn(2, 2, 8), torch.ones(2, 2, dtype=torch.bool)
    for kind, fusion in after.fusions().items():
        assert torch.equal(fusion(*rows).logits, methods[kind](*rows).logits)


def test_a_model_that_needs_it_altogether_is_refused_by_its_name(
    median: Path, unsee: Callable[[Path], None], tmp_path: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    save_checkpoint(model(made("median")), tmp_path / "m.mmdesk", "card")
    unsee(median)
    with pytest.raises(CheckpointError, match=r"needs the plug-in mmdesk-median 1\.0, which is not installed"):
        load_checkpoint(tmp_path / "m.mmdesk")
    monkeypatch.setattr("mmdesk.app.log.start_log", lambda *_: None)
    assert main(["predict", "--text", "x", "--model", str(tmp_path / "m.mmdesk"), "--device", "cpu"]) == 2
    assert "m.mmdesk needs the plug-in mmdesk-median 1.0" in capsys.readouterr().err


def test_a_file_chooses_nothing_that_is_imported(tmp_path: Path, see: See) -> None:
    make_up(tmp_path / "site", "bystander", {}, bystander="raise AssertionError('imported')")
    see(tmp_path / "site")
    save_checkpoint(model(LateFusion(2, 8, 3)), tmp_path / "m", "card")
    document = config_of(tmp_path / "m")
    del document["sha256"]
    for kind in ("bystander", "bystander:Method", "os"):
        document["fusion"] = {"kind": kind}
        document["plugins"] = [{"group": GROUP, "name": kind, "distribution": "bystander", "version": "9"}]
        (tmp_path / "m" / "config.json").write_text(json.dumps(document), encoding="utf-8")
        with pytest.raises(CheckpointError, match="bystander 9, which is not installed"):
            load_checkpoint(tmp_path / "m")
    assert "bystander" not in sys.modules


@pytest.mark.parametrize(
    "plugins",
    [
        "median", {}, [1], [{"group": GROUP, "name": "median"}], [{}] * 65,
        [{"group": "console_scripts", "name": "a", "distribution": "b", "version": "1"}],
        [{"group": GROUP, "name": "a" * 201, "distribution": "b", "version": "1"}],
        [{"group": GROUP, "name": "a", "distribution": None, "version": "1"}],
    ],
)  # fmt: skip
def test_a_list_of_plugins_that_is_none_is_refused(tmp_path: Path, plugins: object) -> None:
    save_checkpoint(model(LateFusion(2, 8, 3)), tmp_path / "m", "card")
    document = config_of(tmp_path / "m")
    del document["sha256"]
    document["plugins"] = plugins
    (tmp_path / "m" / "config.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(CheckpointError, match='"plugins" must be a list'):
        load_checkpoint(tmp_path / "m")


def test_another_package_of_that_name_does_not_stand_in(median: Path, tmp_path: Path) -> None:
    save_checkpoint(model(made("median")), tmp_path / "m", "card")
    document = config_of(tmp_path / "m")
    del document["sha256"]
    document["plugins"] = [{"group": GROUP, "name": "median", "distribution": "another", "version": "1.0"}]
    (tmp_path / "m" / "config.json").write_text(json.dumps(document), encoding="utf-8")
    with pytest.raises(CheckpointError, match=r"needs the plug-in another, but .* comes from mmdesk-median"):
        load_checkpoint(tmp_path / "m")


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_plugin_is_named_and_left_out_and_the_rest_works(
    median: Path, see: See, tmp_path: Path, fault: str
) -> None:
    source, why = FAULTS[fault]
    see(make_up(tmp_path / "site", "some-broken-one", {GROUP: {"broken": "broken_one:Method"}}, broken_one=source))
    assert "broken" in FUSIONS
    assert offered_fusions()[-1] == "median"
    assert "broken" not in offered_fusions()
    (problem,) = FUSIONS.faults()
    assert "The plug-in some-broken-one 2.5 does not work and is left out (mmdesk.fusions: broken;" in str(problem)
    assert why in str(problem)
    with pytest.raises(PluginError, match=r"some-broken-one 2\.5"):
        FUSIONS["broken"]
    found = [each for each in doctor.diagnose() if each.topic == "plug-in"]
    assert [each.verdict for each in found] == [doctor.Verdict.OK, doctor.Verdict.PROBLEM]
    assert "mmdesk-median 1.0" in found[0].detail
    assert why in found[1].detail
    options = jobs.available_options("cpu")
    assert options.faults == (problem,)
    assert options.fusions[-1] == "median"


def test_a_name_that_is_taken_stays_with_who_has_it(median: Path, see: See, tmp_path: Path) -> None:
    entries = {GROUP: {"late": "thief:Method", "median": "thief:Method"}}
    see(make_up(tmp_path / "site", "thief", entries, thief="raise AssertionError('imported')"))
    assert FUSIONS["late"] is LateFusion
    assert FUSIONS["median"].__module__ == "mmdesk_median"
    reported = [str(problem) for problem in FUSIONS.faults()]
    assert len(reported) == 2
    assert all("The plug-in thief is left out: its name is taken" in each for each in reported)


def test_one_that_breaks_under_its_trained_weights_is_left_out(see: See, tmp_path: Path) -> None:
    see(make_up(tmp_path / "site", "fragile", {GROUP: {"fragile": "fragile:Method"}}, fragile=FAILS_TRAINED))
    with torch.no_grad():
        fusion = made("fragile")
        fusion.get_parameter("trained").fill_(1.0)
    save_checkpoint(model(fusion, made("late")), tmp_path / "m", "card")
    after = load_checkpoint(tmp_path / "m")
    assert list(after.fusions()) == ["late"]
    assert "its logits hold values that are not finite" in str(after.left_out["fragile"])


def test_the_microscope_sees_it_as_any_method(median: Path) -> None:
    scope = Microscope(Predictor(model(made("median"), made("attention_gate")), torch.device("cpu")))
    picture = np.random.default_rng(0).integers(0, 255, (32, 32, 3), np.uint8)
    given = {"front": ImageInput(picture, 0.0), "text": TextInput("yes indeed", 0.0)}
    encoded = scope.encode(Observation(0.0, given, dict.fromkeys(given, PRESENT)))
    prediction = scope.read(encoded)
    assert prediction.fusion == "median"
    assert prediction.weights is None
    assert prediction.insight is not None
    assert [view.fusion for view in prediction.insight.views] == ["attention_gate", "median"]
    view = prediction.insight.views[1]
    assert view.contributions.sum() == pytest.approx(view.probabilities[-1].max() - 1 / 3, abs=1e-6)
    explanation = scope.explain(encoded, None, lambda: False)
    assert explanation is not None
    assert explanation.fusion == "median"


def test_one_that_fails_while_it_runs_is_left_out_of_the_others(see: See, tmp_path: Path) -> None:
    source = HEAD + (
        "moods = []\nclass Method(Base):\n    def forward(self, e, p):\n        if moods:\n"
        "            raise RuntimeError('not today')\n        return super().forward(e, p)\n"
    )
    see(make_up(tmp_path / "site", "moody", {GROUP: {"moody": "moody:Method"}}, moody=source))
    predictor = Predictor(model(made("late"), made("moody")), torch.device("cpu"))
    sys.modules["moody"].moods.append("bad")
    scope = Microscope(predictor)
    given = {"front": ImageInput(np.full((32, 32, 3), 90, np.uint8), 0.0), "text": TextInput("yes", 0.0)}
    found = scope.read(scope.encode(Observation(0.0, given, dict.fromkeys(given, PRESENT))))
    assert found.insight is not None
    assert [view.fusion for view in found.insight.views] == ["late"]
    (problem,) = predictor.faults.values()
    assert "The plug-in moody 2.5 failed and is left out (moody; RuntimeError: not today)" in str(problem)


def test_its_graph_answers_as_it_does(median: Path, tmp_path: Path) -> None:
    classifier = model(made("median"))
    export_model(classifier, tmp_path / "m.onnx")
    export_model(classifier, tmp_path / "m.pt2")
    prepared = {
        one.name: torch.randn(3, *classifier.encoder(one.name).prepare(_raw(one.kind)).shape)
        for one in classifier.inputs
    }
    prepared["text"] = torch.stack([classifier.encoder("text").prepare(words) for words in ("a", "b c", "yes")])
    present = torch.tensor([[True, True], [True, False], [False, True]])
    with torch.inference_mode():
        embeddings = torch.stack([classifier.encode(name, batch).embedding for name, batch in prepared.items()], 1)
        wanted = classifier.fuse(embeddings, present).logits.softmax(1).numpy()
    session = onnxruntime.InferenceSession(tmp_path / "m.onnx", providers=["CPUExecutionProvider"])
    names = {each.name for each in session.get_inputs()}
    given = {classifier.inputs[index].column: batch.numpy() for index, batch in enumerate(prepared.values())}
    given["present"] = present.numpy()
    assert names == set(given)
    np.testing.assert_allclose(session.run(["probabilities"], given)[0], wanted, atol=1e-5)


def _raw(kind: str) -> object:
    return np.zeros((8, 8, 3), np.uint8) if kind == Modality.IMAGE else "a"


def test_what_no_graph_can_hold_is_reported(see: See, tmp_path: Path) -> None:
    source = HEAD + (
        "class Method(Base):\n    def forward(self, e, p):\n        out = super().forward(e, p)\n"
        "        scale = 2.0 if float(out.fused.sum()) > 1e9 else 1.0\n"
        "        return out._replace(logits=out.logits * scale)\n"
    )
    see(make_up(tmp_path / "site", "branchy", {GROUP: {"branchy": "branchy:Method"}}, branchy=source))
    with pytest.raises(MmdeskError, match="cannot be traced"):
        export_model(model(made("branchy")), tmp_path / "m.pt2")
    assert not (tmp_path / "m.pt2").exists()


def test_it_is_trained_beside_the_others_and_one_that_fails_costs_only_itself(
    median: Path, see: See, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("mmdesk.app.log.start_log", lambda *_: None)
    source = HEAD + (
        "class Method(Base):\n    def forward(self, e, p):\n"
        "        if self.training:\n            raise RuntimeError('out of luck')\n"
        "        return super().forward(e, p)\n"
    )
    see(make_up(tmp_path / "site", "unlucky", {GROUP: {"unlucky": "unlucky:Method"}}, unlucky=source))
    data = write_tiny(tmp_path / "data", per_class=10)
    quick = [
        "--encoder", "image=cnn", "--encoder", "audio=none", "--encoder", "text=tfidf", "--dim", "16",
        "--encoder-epochs", "2", "--fusion-epochs", "3", "--batch-size", "8", "--device", "cpu",
    ]  # fmt: skip
    out = tmp_path / "m.mmdesk"
    fusions = ["--fusion", "median", "--fusions", "median,late,unlucky"]
    assert main(["train", str(data), "--out", str(out), *fusions, *quick]) == 0
    reported = capsys.readouterr()
    summary = json.loads(reported.out)
    assert summary["fusion"] == "median"
    assert list(summary["methods"]) == ["median", "late"]
    assert (
        "The method unlucky of the plug-in unlucky 2.5 failed and is left out of the model: RuntimeError: out of luck"
        in reported.err
    )
    assert "Needs the plug-ins mmdesk-median 1.0" in load_card(out)
    assert fusion_kind(load_checkpoint(out).fusion) == "median"
    assert main(["predict", "--text", "red apple", "--model", str(out), "--device", "cpu"]) == 0
    assert json.loads(capsys.readouterr().out)["fusion"] == "median"


def test_the_train_window_says_what_is_left_out(qtbot: object) -> None:
    from dataclasses import replace

    from mmdesk.ui.train_window import TrainWindow
    from tests.ui.train_gallery import OPTIONS

    fault = Problem("plugin.faulty", group=GROUP, part="x", distribution="some-one", version="3", detail="it is ill")
    window = TrainWindow("dark")
    window.set_options(replace(OPTIONS, fusions=(*OPTIONS.fusions, "median"), faults=(fault,)))
    assert window.notice.problem == fault
    assert "median" in [window.choices.fusion.itemData(index) for index in range(window.choices.fusion.count())]
    window.set_options(
        replace(OPTIONS, faults=(fault, Problem("plugin.name_taken", group=GROUP, part="y", distribution="b")))
    )
    assert "b, some-one" in str(window.notice.problem)
    window.close()
