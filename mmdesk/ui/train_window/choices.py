"""How a model is to be trained: one row a choice."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from mmdesk.core.inputs import DEFAULT_INPUTS, MOST_INPUTS, Input
from mmdesk.core.training_plan import TrainingOptions
from mmdesk.core.training_settings import AUGMENTATIONS, TrainingSettings
from mmdesk.ui.choice_boxes import CheckBox, ChoiceBox
from mmdesk.ui.language import language_locale
from mmdesk.ui.panels.card import Card
from mmdesk.ui.theme import Look
from mmdesk.ui.training_words import augmentation_name, encoder_name, fusion_name
from mmdesk.ui.words import input_name

_LEFT_OUT = "none"


class _Number(QSpinBox):
    """A whole number that the wheel does not change in passing."""

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.setRange(low, high)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class _Share(QDoubleSpinBox):
    """A share in [0, 1) that the wheel does not change in passing."""

    def __init__(self, high: float, step: float) -> None:
        super().__init__()
        self.setRange(0.0, high)
        self.setSingleStep(step)
        self.setDecimals(2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class ChoicesCard(Card):
    """The choices of a run, with the defaults of `mmdesk train`.

    Signals:
        augmentation_chosen: The augmentation has changed, to this.
    """

    augmentation_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._options: TrainingOptions | None = None
        self._wanted = TrainingSettings()
        self._inputs: tuple[Input, ...] = DEFAULT_INPUTS
        self.fusion, self.plan, self.augmentation = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.encoder_boxes = tuple(ChoiceBox() for _ in range(MOST_INPUTS))
        self.every_fusion, self.balance, self.class_weights = CheckBox(), CheckBox(), CheckBox()
        self.encoder_epochs, self.fusion_epochs = _Number(1, 1000), _Number(1, 1000)
        self.dropout, self.smoothing = _Share(0.95, 0.05), _Share(0.5, 0.01)
        self.seed = _Number(0, 999_999)
        self.device = QLabel()
        self._names: dict[str, QLabel] = {}
        self._lay_out()
        self.plan.currentIndexChanged.connect(self._on_plan)
        self.every_fusion.toggled.connect(self._on_every_fusion)
        self.augmentation.currentIndexChanged.connect(self._on_augmentation)
        self.set_settings(TrainingSettings())
        self.every_fusion.setChecked(True)
        self.retranslate()

    def set_options(self, options: TrainingOptions) -> None:
        """Offer what there is; the choices made so far stay where they are offered."""
        first = self._options is None
        self._options = options
        self.device.setText(options.device)
        self._fill()
        if first:
            self._choose_kinds(self._wanted)

    @property
    def encoders(self) -> dict[Input, ChoiceBox]:
        """The boxes of the data's inputs."""
        return dict(zip(self._inputs, self.encoder_boxes, strict=False))

    def set_inputs(self, inputs: tuple[Input, ...]) -> None:
        """Let an encoder be chosen for each input that the data has; what was chosen for one of them stays."""
        chosen = {one: box.key for one, box in self.encoders.items()}
        self._inputs = inputs
        self._name_inputs()
        self._fill()
        for one, box in self.encoders.items():
            if self._options is not None:
                _choose(box, chosen.get(one) or next(iter(self._options.encoders.get(one.kind, ())), ""))

    def set_settings(self, settings: TrainingSettings) -> None:
        """Show these choices."""
        self._wanted = settings
        self._fill()
        self._choose_kinds(settings)
        _choose(self.plan, "joint" if settings.joint else "staged")
        _choose(self.augmentation, settings.augmentation)
        self.every_fusion.setChecked(bool(settings.others))
        self.balance.setChecked(settings.balance != "none")
        self.class_weights.setChecked(settings.class_weights)
        self.encoder_epochs.setValue(settings.encoder_stage.epochs)
        self.fusion_epochs.setValue(settings.fusion_stage.epochs)
        self.dropout.setValue(settings.modality_dropout)
        self.smoothing.setValue(settings.label_smoothing)
        self.seed.setValue(settings.seed)
        self._on_plan()

    def _choose_kinds(self, settings: TrainingSettings) -> None:
        _choose(self.fusion, settings.fusion)
        for one, box in self.encoders.items():
            if settings.encoders:
                _choose(box, settings.encoders.get(one, _LEFT_OUT))

    def settings(self) -> TrainingSettings:
        """Return the choices as they stand; what is not offered here stays at its default."""
        plain, joint = TrainingSettings(), self.plan.key == "joint"
        encoders = self._chosen_encoders()
        possible = () if self._options is None else self._options.possible.get(len(encoders), ())
        others = tuple(kind for kind in possible if kind != self.fusion.key)
        return replace(
            plain,
            fusion=self.fusion.key,
            others=others if self.every_fusion.isChecked() else (),
            encoders=encoders,
            joint=joint,
            balance="ogm_ge" if joint and self.balance.isChecked() else "none",
            encoder_stage=replace(plain.encoder_stage, epochs=self.encoder_epochs.value()),
            fusion_stage=replace(plain.fusion_stage, epochs=self.fusion_epochs.value()),
            augmentation=self.augmentation.key,
            modality_dropout=round(self.dropout.value(), 2),
            class_weights=self.class_weights.isChecked(),
            label_smoothing=round(self.smoothing.value(), 2),
            seed=self.seed.value(),
        )

    def _chosen_encoders(self) -> dict[Input, str]:
        return {one: box.key for one, box in self.encoders.items() if box.key not in ("", _LEFT_OUT)}

    @property
    def is_complete(self) -> bool:
        """Whether a run could begin with these choices."""
        return self._options is not None and bool(self._chosen_encoders())

    def focus_chain(self) -> list[QWidget]:
        """The fields in the order in which the tab key visits them."""
        return [
            self.fusion, self.every_fusion, *self.encoder_boxes, self.plan, self.balance, self.encoder_epochs,
            self.fusion_epochs, self.augmentation, self.dropout, self.smoothing, self.class_weights, self.seed,
        ]  # fmt: skip

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        for box in (self.fusion, self.plan, self.augmentation, *self.encoder_boxes):
            box.set_look(look)
        for check in (self.every_fusion, self.balance, self.class_weights):
            check.set_look(look)
        for number in (self.encoder_epochs, self.fusion_epochs, self.dropout, self.smoothing, self.seed):
            number.lineEdit().setTextMargins(look.px(8), 0, look.px(8), 0)
        self._epochs.setSpacing(look.px(8))
        self._grid.setVerticalSpacing(look.px(7))
        self._grid.setHorizontalSpacing(look.px(12))
        self._grid.setContentsMargins(0, 0, look.px(8), 0)

    def needed_width(self) -> int:
        """Width in which no field is cut, the scroll bar beside them included."""
        fields, margins = self._fields.minimumSizeHint().width(), self.contentsMargins()
        bar = self._scroll.verticalScrollBar().sizeHint().width()
        frame = self._column.contentsMargins()
        return fields + bar + frame.left() + frame.right() + margins.left() + margins.right() + 4

    def retranslate(self) -> None:
        self.title.setText(self.tr("Model"))
        for spin in (self.encoder_epochs, self.fusion_epochs, self.dropout, self.smoothing, self.seed):
            spin.setLocale(language_locale())
        self._fill()
        names = {
            "fusion": (
                self.tr("Fusion"),
                self.tr("How the inputs are combined. This method answers first."),
                self.fusion,
            ),
            "plan": (self.tr("Plan"), self.tr("The order in which the parts learn"), self.plan),
            "epochs": (
                self.tr("Epochs"),
                self.tr("The most passes over the data. Training stops early when nothing improves."),
                self.encoder_epochs,
            ),
            "augmentation": (
                self.tr("Augmentation"),
                self.tr("How strongly pictures, sounds and texts are varied during training (see Preview)"),
                self.augmentation,
            ),
            "dropout": (
                self.tr("Modality dropout"),
                self.tr("Chance that an input is withheld, so that the model learns to do without it"),
                self.dropout,
            ),
            "smoothing": (
                self.tr("Label smoothing"),
                self.tr("How strongly the model is kept from being overconfident"),
                self.smoothing,
            ),
            "seed": (self.tr("Seed"), self.tr("The same seed gives the same model"), self.seed),
            "device": (self.tr("Runs on"), self.tr("Where the training runs"), self.device),
        }
        for key, (name, tip, field) in names.items():
            self._names[key].setText(name)
            field.setAccessibleName(name)
            field.setToolTip(tip)
            self._names[key].setToolTip(tip)
        self._name_inputs()
        self._retranslate_others()

    def _name_inputs(self) -> None:
        """Show a row for each input of the data."""
        for index, box in enumerate(self.encoder_boxes):
            label, there = self._names[f"input{index}"], index < len(self._inputs)
            label.setVisible(there)
            box.setVisible(there)
            if there:
                name = input_name(self._inputs[index].name)
                label.setText(name)
                box.setAccessibleName(self.tr("Encoder: {name}").format(name=name))

    def _retranslate_others(self) -> None:
        self.encoder_epochs.setPrefix(self.tr("Encoders") + " ")
        self.fusion_epochs.setPrefix(self.tr("Fusion") + " ")
        self.encoder_epochs.setAccessibleName(self.tr("Epochs of the encoders"))
        self.fusion_epochs.setAccessibleName(self.tr("Epochs of the fusion"))
        self.fusion_epochs.setToolTip(self.encoder_epochs.toolTip())
        self.every_fusion.setText(self.tr("Train the other methods too"))
        tip = self.tr("Lets you compare all methods live. They share the encoders and train in seconds.")
        self.every_fusion.setToolTip(tip)
        self.balance.setText(self.tr("Hold back a dominant input (OGM-GE)"))
        tip = self.tr(
            "Slows the input that learns fastest, so that the others are not forgotten. Only with "
            "“Everything together”."
        )
        self.balance.setToolTip(tip)
        self.class_weights.setText(self.tr("Give rare classes more weight"))
        self.class_weights.setToolTip(self.tr("For folders in which some classes have far fewer samples"))

    def _lay_out(self) -> None:
        self._fields = inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setColumnStretch(1, 1)
        self._epochs = QHBoxLayout()
        self._epochs.addWidget(self.encoder_epochs, 1)
        self._epochs.addWidget(self.fusion_epochs, 1)
        self._row("fusion", self.fusion)
        self._grid.addWidget(self.every_fusion, self._grid.rowCount(), 0, 1, 2)
        for index, box in enumerate(self.encoder_boxes):
            self._row(f"input{index}", box)
        self._row("plan", self.plan)
        self._grid.addWidget(self.balance, self._grid.rowCount(), 0, 1, 2)
        self._names["epochs"] = QLabel()
        row = self._grid.rowCount()
        self._grid.addWidget(self._names["epochs"], row, 0)
        self._grid.addLayout(self._epochs, row, 1)
        self._row("augmentation", self.augmentation)
        self._row("dropout", self.dropout)
        self._row("smoothing", self.smoothing)
        self._grid.addWidget(self.class_weights, self._grid.rowCount(), 0, 1, 2)
        self._row("seed", self.seed)
        self._row("device", self.device)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._scroll = scroll = QScrollArea()
        scroll.setWidget(inside)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(scroll, 1)

    def _row(self, key: str, field: QWidget) -> None:
        name = QLabel()
        name.setBuddy(field)
        self._names[key] = name
        row = self._grid.rowCount()
        self._grid.addWidget(name, row, 0)
        self._grid.addWidget(field, row, 1)

    def _fill(self) -> None:
        """Say the names again; what is chosen stays."""
        options = self._options
        self.plan.offer([
            ("staged", self.tr("Encoders first, then fusion")),
            ("joint", self.tr("Everything together")),
        ])  # fmt: skip
        self.augmentation.offer([(name, augmentation_name(name)) for name in AUGMENTATIONS])
        if options is None:
            return
        self.fusion.offer([(kind, fusion_name(kind)) for kind in options.fusions])
        for one, box in self.encoders.items():
            kinds = [(kind, encoder_name(kind)) for kind in options.encoders.get(one.kind, ())]
            box.offer([*kinds, (_LEFT_OUT, self.tr("Leave out"))])

    def _on_plan(self) -> None:
        joint = self.plan.key == "joint"
        self.balance.setEnabled(joint)
        self._on_every_fusion()

    def _on_every_fusion(self) -> None:
        self.fusion_epochs.setEnabled(self.plan.key != "joint" or self.every_fusion.isChecked())

    def _on_augmentation(self) -> None:
        self.augmentation_chosen.emit(self.augmentation.key)


def _choose(box: ChoiceBox, key: str) -> None:
    """Choose a key where it is offered."""
    row = box.findData(key)
    if row >= 0:
        box.setCurrentIndex(row)
