"""Classes, samples and the lesson that holds them."""

from __future__ import annotations

import itertools
import pickle
import unicodedata

import numpy as np
import pytest

from mmdesk.core.lesson import ChangeKind, Lesson, LessonChange, LessonError, Way
from mmdesk.core.problem import Problem
from mmdesk.core.teaching import BACKGROUND, TaughtSample, class_colour, name_fault, tidy_name
from mmdesk.core.teaching_report import HeldOut

PICTURE = np.zeros((4, 5, 3), np.uint8)
WAVE = np.zeros(1600, np.float32)


def taught() -> tuple[Lesson, str, str]:
    """A lesson with two classes, two samples of the first and one of the second."""
    lesson = Lesson()
    mug, shoe = lesson.add_class("mug"), lesson.add_class("shoe")
    lesson.add_samples(mug.id, [{"image": PICTURE}, {"image": PICTURE, "text": "mug"}])
    lesson.add_samples(shoe.id, [{"audio": WAVE}])
    return lesson, mug.id, shoe.id


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "teach.name_empty"),
        (" \t\n", "teach.name_empty"),
        ("\u200b\u200d", "teach.name_empty"),
        ("x" * 201, "teach.name_long"),
        ("\ud800", "teach.name_empty"),
        ("a\ud800", "teach.name_letters"),
        ("MUG", "teach.name_taken"),
        (" mug ", "teach.name_taken"),
        ("ｍｕｇ", "teach.name_taken"),
        ("m\u200bug", "teach.name_taken"),
        (unicodedata.normalize("NFD", "Café"), "teach.name_taken"),
        ("STRASSE", "teach.name_taken"),
    ],
)
def test_a_name_that_cannot_be_is_refused_by_its_code(name: str, code: str) -> None:
    fault = name_fault(name, ["mug", "café", "Straße"])
    assert fault is not None
    assert fault.code == code
    lesson = Lesson()
    for each in ("mug", "café", "Straße"):
        lesson.add_class(each)
    with pytest.raises(LessonError) as found:
        lesson.add_class(name)
    assert found.value.problem == fault
    assert len(lesson.state.classes) == 3


@pytest.mark.parametrize("name", ["m" * 200, "杯子", "кружка", "فنجان", "컵", "😀", "a/b\\c:*?", "12"])
def test_a_name_may_be_in_any_script(name: str) -> None:
    assert name_fault(name, ["mug"]) is None
    assert Lesson().add_class(name).name == name


def test_a_name_is_kept_composed_and_without_blanks_around() -> None:
    assert tidy_name("  my\n " + unicodedata.normalize("NFD", "Becher für Öl ")) == "my Becher für Öl"


def test_a_class_may_be_renamed_to_another_case_of_its_own_name() -> None:
    lesson, mug, _ = taught()
    lesson.rename_class(mug, "MUG")
    assert lesson.state.class_of(mug).name == "MUG"
    with pytest.raises(LessonError):
        lesson.rename_class(mug, "Shoe")


def test_fifty_colours_are_fifty() -> None:
    assert len({class_colour(number) for number in range(50)}) == 50


def test_every_change_can_be_undone_and_redone() -> None:
    lesson, mug, shoe = taught()
    first = lesson.state
    samples = [sample.id for sample in first.samples]
    lesson.rename_class(mug, "cup")
    lesson.recolour_class(mug, "#112233")
    lesson.order_classes([shoe, mug])
    lesson.move_samples(samples[:1], shoe)
    lesson.delete_samples(samples[1:2])
    lesson.add_samples(BACKGROUND, [{"image": PICTURE}])
    lesson.delete_class(shoe)
    last, kinds = lesson.state, []
    assert [one.name for one in last.classes] == ["cup"]
    assert [sample.class_id for sample in last.samples] == [BACKGROUND]
    while lesson.state != first:
        kinds.append(lesson.undoable)
        lesson.undo()
    assert kinds == [
        ChangeKind.DELETE_CLASS,
        ChangeKind.ADD_SAMPLES,
        ChangeKind.DELETE_SAMPLES,
        ChangeKind.MOVE_SAMPLES,
        ChangeKind.ORDER_CLASSES,
        ChangeKind.RECOLOUR_CLASS,
        ChangeKind.RENAME_CLASS,
    ]
    while lesson.redoable:
        lesson.redo()
    assert lesson.state == last


def test_a_new_change_ends_what_could_be_redone() -> None:
    lesson, mug, _ = taught()
    lesson.rename_class(mug, "cup")
    lesson.undo()
    lesson.recolour_class(mug, "#000000")
    assert lesson.redoable is None
    lesson.redo()
    assert lesson.state.class_of(mug).name == "mug"


def test_listeners_hear_what_was_and_what_is_and_whether_it_is_to_be_trained() -> None:
    lesson, mug, shoe = taught()
    heard: list[LessonChange] = []
    stop = lesson.listen(heard.append)
    lesson.rename_class(mug, "cup")
    lesson.recolour_class(mug, "#000000")
    lesson.move_samples([lesson.state.samples[0].id], shoe)
    lesson.undo()
    lesson.add_class("empty")
    stop()
    lesson.undo()
    assert [(change.way, change.retrains, change.relabels) for change in heard] == [
        (Way.DONE, False, True),
        (Way.DONE, False, False),
        (Way.DONE, True, False),
        (Way.UNDONE, True, False),
        (Way.DONE, False, True),
    ]
    assert [change.revision for change in heard] == [5, 6, 7, 8, 9]
    assert all(one.after is next_one.before for one, next_one in itertools.pairwise(heard))


def test_what_changes_nothing_is_no_change() -> None:
    lesson, mug, _ = taught()
    revision = lesson.revision
    lesson.rename_class(mug, " mug ")
    lesson.move_samples([lesson.state.samples[0].id], mug)
    lesson.add_samples(mug, [])
    assert lesson.revision == revision


def test_what_is_not_there_is_refused_and_changes_nothing() -> None:
    lesson, mug, _ = taught()
    before = lesson.state
    for change in (
        lambda: lesson.delete_class("x"),
        lambda: lesson.add_samples("x", [{"text": "a"}]),
        lambda: lesson.delete_samples(["x"]),
        lambda: lesson.move_samples([before.samples[0].id], "x"),
    ):
        with pytest.raises(KeyError):
            change()
    with pytest.raises(ValueError, match="no such input"):
        lesson.add_samples(mug, [{"smell": "a"}])
    with pytest.raises(ValueError, match="every class once"):
        lesson.order_classes([mug])
    assert lesson.state is before


@pytest.mark.parametrize(
    "inputs",
    [
        {},
        {"text": "  "},
        {"image": np.zeros((4, 4), np.uint8)},
        {"audio": np.zeros((4, 1), np.float32)},
        {"audio": np.zeros(0, np.float32)},
        {"image": np.zeros((4, 4, 3), np.float64)},
    ],
)
def test_a_sample_holds_something_of_the_right_shape(inputs: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"sample|text|picture"):
        TaughtSample("a", "b", inputs)  # type: ignore[arg-type]


def test_counts_are_of_inputs_and_missing_ones_are_missing() -> None:
    lesson, mug, shoe = taught()
    assert lesson.state.counts(mug) == {"image": 2, "audio": 0, "text": 1}
    assert lesson.state.counts(shoe) == {"image": 0, "audio": 1, "text": 0}


def test_what_keeps_a_model_from_being_made_is_said() -> None:
    lesson = Lesson()
    assert lesson.state.faults() == (Problem("teach.no_class"),)
    mug = lesson.add_class("mug")
    lesson.add_samples(mug.id, [{"text": "mug"}])
    assert lesson.state.faults() == (Problem("teach.one_class", name="mug"),)
    shoe = lesson.add_class("shoe")
    assert lesson.state.faults() == (Problem("teach.class_empty", name="shoe"),)
    lesson.add_samples(shoe.id, [{"text": "shoe"}])
    lesson.add_class("hat")
    assert lesson.state.faults() == ()


def test_a_visitor_is_forgotten_beyond_undo_and_what_was_wiped_is_said() -> None:
    lesson, mug, _ = taught()
    lesson.next_visitor()
    hat = lesson.add_class("hat")
    lesson.add_samples(hat.id, [{"image": PICTURE, "audio": WAVE}])
    lesson.add_samples(mug, [{"image": PICTURE}])
    wiped = lesson.forget_visitor()
    assert (wiped.samples, wiped.inputs, wiped.classes) == (2, {"image": 2, "audio": 1}, ("hat",))
    assert [one.name for one in lesson.state.classes] == ["mug", "shoe"]
    assert len(lesson.state.samples) == 3
    assert lesson.undoable is None
    assert lesson.redoable is None


def test_a_class_that_others_used_outlives_its_visitor() -> None:
    lesson, mug, _ = taught()
    lesson.next_visitor()
    lesson.add_samples(mug, [{"image": PICTURE}])
    wiped = lesson.forget_visitor(1)
    assert wiped.classes == ("shoe",)
    assert [one.name for one in lesson.state.classes] == ["mug"]
    assert lesson.forget_all().samples == 1
    assert lesson.state.classes == ()


def test_what_was_deleted_before_is_forgotten_too_and_undo_does_not_bring_it_back() -> None:
    lesson, mug, _ = taught()
    lesson.next_visitor()
    made = lesson.add_samples(mug, [{"image": PICTURE}])
    lesson.delete_samples([made[0].id])
    assert lesson.forget_visitor().samples == 1
    assert (lesson.undoable, lesson.redoable) == (None, None)
    assert len(lesson.state.samples) == 3


def test_where_there_is_nothing_to_forget_nothing_changes() -> None:
    lesson, mug, _ = taught()
    lesson.rename_class(mug, "cup")
    lesson.undo()
    lesson.next_visitor()
    revision = lesson.revision
    assert not lesson.forget_visitor()
    assert (lesson.undoable, lesson.redoable) == (ChangeKind.ADD_SAMPLES, ChangeKind.RENAME_CLASS)
    assert lesson.revision == revision


def test_an_empty_class_alone_is_something_to_forget() -> None:
    lesson = Lesson()
    lesson.add_class("mug")
    wiped = lesson.forget_visitor()
    assert wiped
    assert (wiped.samples, wiped.classes) == (0, ("mug",))
    assert lesson.state.classes == ()


def test_wiped_background_is_no_example() -> None:
    lesson, mug, _ = taught()
    lesson.next_visitor()
    lesson.add_samples(BACKGROUND, [{"image": PICTURE}, {"image": PICTURE}])
    lesson.add_samples(mug, [{"image": PICTURE}])
    wiped = lesson.forget_visitor()
    assert (wiped.samples, wiped.background, wiped.inputs) == (1, 2, {"image": 1})


def test_the_newest_visitor_who_has_shown_something_is_known_until_another_lesson_is_opened() -> None:
    lesson, mug, _ = taught()
    first = lesson.visitor
    lesson.next_visitor()
    assert lesson.last_shown == first
    second = lesson.next_visitor()
    lesson.add_samples(mug, [{"image": PICTURE}])
    lesson.next_visitor()
    assert lesson.last_shown == second
    lesson.forget_visitor(second)
    assert lesson.last_shown == first
    lesson.open(lesson.state)
    assert lesson.last_shown == lesson.visitor


def test_a_state_passes_to_another_process() -> None:
    lesson, mug, _ = taught()
    copy = pickle.loads(pickle.dumps(lesson.state))  # noqa: S301 - our own
    assert copy.classes == lesson.state.classes
    assert [one.id for one in copy.samples] == [one.id for one in lesson.state.samples]
    assert copy.counts(mug) == lesson.state.counts(mug)


def test_the_interval_of_held_out_samples_is_wilsons() -> None:
    found = HeldOut.of(9, 10)
    assert (found.share, found.low, found.high) == pytest.approx((0.9, 0.5958, 0.9821), abs=1e-4)
    assert HeldOut.of(0, 0).share == 0


def test_what_is_recorded_in_one_go_is_a_burst_and_files_are_not() -> None:
    lesson = Lesson()
    mug = lesson.add_class("mug").id
    first = lesson.add_samples(mug, [{"image": PICTURE}, {"image": PICTURE}])
    second = lesson.add_samples(mug, [{"image": PICTURE}])
    files = lesson.add_samples(mug, [{"image": PICTURE}, {"image": PICTURE}], ["a.png", "b.png"])
    assert first[0].burst == first[1].burst
    assert len({first[0].burst, second[0].burst, ""}) == 3
    assert [sample.burst for sample in files] == ["", ""]
