"""The words of problems and advice in teaching; a part of `mmdesk.ui.problem_table`."""

from __future__ import annotations

from collections.abc import Mapping

from mmdesk.ui.marked import QT_TRANSLATE_NOOP
from mmdesk.ui.problem_words import Words

TEACHING: Mapping[str, Words] = {
    "teach.no_class": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no class yet."),
        QT_TRANSLATE_NOOP("Problems", "Add two classes and show an example of each."),
    ),
    "teach.one_class": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” is the only class, so there is nothing to choose between."),
        QT_TRANSLATE_NOOP("Problems", "Add a second class."),
    ),
    "teach.class_empty": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” has no examples yet."),
        QT_TRANSLATE_NOOP("Problems", "Show some."),
    ),
    "teach.name_empty": Words(
        QT_TRANSLATE_NOOP("Problems", "A class needs a name."),
        QT_TRANSLATE_NOOP("Problems", "Type at least one letter or digit."),
    ),
    "teach.name_long": Words(
        QT_TRANSLATE_NOOP("Problems", "This name has {found:,} characters; at most {most:,} are possible."),
        QT_TRANSLATE_NOOP("Problems", "Choose a shorter name."),
    ),
    "teach.name_letters": Words(
        QT_TRANSLATE_NOOP("Problems", "This name has characters that no file can hold."),
        QT_TRANSLATE_NOOP("Problems", "Type it again."),
    ),
    "teach.name_taken": Words(
        QT_TRANSLATE_NOOP("Problems", "There is already a class “{name}”."),
        QT_TRANSLATE_NOOP("Problems", "Choose another name."),
    ),
    "teach.many_classes": Words(
        QT_TRANSLATE_NOOP("Problems", "There are already {most:,} classes, and no more are possible."),
        QT_TRANSLATE_NOOP("Problems", "Delete a class first."),
    ),
    "teach.many_samples": Words(
        QT_TRANSLATE_NOOP("Problems", "More than {most:,} examples are not possible."),
        QT_TRANSLATE_NOOP("Problems", "Delete some first, or train on a folder of data."),
    ),
    "teach.class_deleted": Words(
        QT_TRANSLATE_NOOP("Problems", "The class and its examples are deleted."),
        QT_TRANSLATE_NOOP("Problems", "Ctrl+Z brings them back."),
    ),
    "teach.nothing.at_all": Words(
        QT_TRANSLATE_NOOP("Problems", "Nothing was recorded: the camera sees nothing, and no word was heard."),
        QT_TRANSLATE_NOOP("Problems", "Check light and lens, or speak louder while you hold the key."),
    ),
    "teach.nothing.dark": Words(
        QT_TRANSLATE_NOOP("Problems", "Nothing was recorded: the picture is too dark."),
        QT_TRANSLATE_NOOP("Problems", "Turn on a light, or uncover the lens."),
    ),
    "teach.nothing.covered": Words(
        QT_TRANSLATE_NOOP("Problems", "Nothing was recorded: the picture shows nothing, as if the lens were covered."),
        QT_TRANSLATE_NOOP("Problems", "Uncover the lens, and hold something in front of it."),
    ),
    "teach.nothing.silent": Words(
        QT_TRANSLATE_NOOP("Problems", "Nothing was recorded: no word was heard."),
        QT_TRANSLATE_NOOP("Problems", "Speak louder while you hold the key, or choose another microphone on the left."),
    ),
    "teach.nothing.muted": Words(
        QT_TRANSLATE_NOOP("Problems", "Nothing was recorded: you have muted what is on."),
        QT_TRANSLATE_NOOP("Problems", "Unmute camera, microphone or text on the left."),
    ),
    "teach.nothing.no_signal": Words(
        QT_TRANSLATE_NOOP("Problems", "Nothing was recorded: no signal comes from camera or microphone."),
        QT_TRANSLATE_NOOP("Problems", "Plug them in again, or choose others in the lists on the left."),
    ),
    "teach.nothing.brief": Words(
        QT_TRANSLATE_NOOP("Problems", "Nothing was recorded: the key was not held long enough."),
        QT_TRANSLATE_NOOP("Problems", "Hold it while you show something or say a word."),
    ),
    "teach.no_source": Words(
        QT_TRANSLATE_NOOP("Problems", "No camera and no microphone is on."),
        QT_TRANSLATE_NOOP("Problems", "Choose one in the lists on the left."),
    ),
    "teach.many_files": Words(
        QT_TRANSLATE_NOOP("Problems", "Only the first {most:,} files were read."),
        QT_TRANSLATE_NOOP("Problems", "For more, train on a folder of data."),
    ),
    "teach.no_files": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no picture, no sound and no text among these files."),
        QT_TRANSLATE_NOOP("Problems", "Drop files such as .jpg, .png, .wav, .mp3 or .txt."),
    ),
    "teach.no_marks": Words(
        QT_TRANSLATE_NOOP("Problems", "The recording {path} has no marks, so nothing says which part shows what."),
        QT_TRANSLATE_NOOP(
            "Problems", "While you record, press Ctrl+B where a thing appears, and give the mark the name of its class."
        ),
    ),
    "teach.lesson_line": Words(
        QT_TRANSLATE_NOOP("Problems", "Line {line} of {path} does not say what is taught when."),
        QT_TRANSLATE_NOOP(
            "Problems", "The header is begin_s,end_s,class; each line has two times in seconds, in order, and a name."
        ),
    ),
    "teach.recording_added": Words(
        QT_TRANSLATE_NOOP("Problems", "{count:,} examples were taken from the recording “{title}”."),
    ),
    "teach.example_done": Words(
        QT_TRANSLATE_NOOP("Problems", "Three toys are taught; now see what it makes of them, and of something new."),
        QT_TRANSLATE_NOOP("Problems", "For things of your own, choose a camera, then Project → New."),
    ),
    "teach.forgotten": Words(
        QT_TRANSLATE_NOOP("Problems", "Wiped: {what}."),
        QT_TRANSLATE_NOOP("Problems", "Nothing can bring it back."),
    ),
    "teach.forgotten_earlier": Words(
        QT_TRANSLATE_NOOP("Problems", "Wiped of the visitor before: {what}."),
        QT_TRANSLATE_NOOP("Problems", "Nothing can bring it back."),
    ),
    "teach.nothing_to_forget": Words(
        QT_TRANSLATE_NOOP("Problems", "There is nothing of this visitor to forget."),
    ),
    "teach.other_inputs": Words(
        QT_TRANSLATE_NOOP("Problems", "This was taught with inputs other than one picture, one sound and one text."),
        QT_TRANSLATE_NOOP("Problems", "Train on it instead."),
    ),
    "teach.files_unread": Words(
        QT_TRANSLATE_NOOP("Problems", "{count:,} files could not be read. The first: {first}"),
    ),
    "teach.import.classes": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} has {found:,} classes; at most {most:,} can be taught."),
        QT_TRANSLATE_NOOP("Problems", "Train on it instead."),
    ),
    "teach.import.samples": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} has {found:,} samples; at most {most:,} can be taught."),
        QT_TRANSLATE_NOOP("Problems", "Train on it instead."),
    ),
    "teach.import.twins": Words(
        QT_TRANSLATE_NOOP("Problems", "The classes “{name}” and “{other}” are one name, written in two ways."),
        QT_TRANSLATE_NOOP("Problems", "Give one of them another name."),
    ),
    "teach.project.newer": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "“{name}” was made with a newer version of mmdesk (format {found}; this version reads up to {known}).",
        ),
        QT_TRANSLATE_NOOP("Problems", "Update mmdesk."),
    ),
    "teach.project.torn": Words(
        QT_TRANSLATE_NOOP("Problems", "The project “{name}” cannot be opened: {file} is damaged ({detail})."),
        QT_TRANSLATE_NOOP(
            "Problems", "Restore the folder from a copy. Its pictures and sounds are still in “samples”."
        ),
    ),
    "teach.project.earlier": Words(
        QT_TRANSLATE_NOOP("Problems", "The last saved state was damaged, so the one before it was opened."),
        QT_TRANSLATE_NOOP(
            "Problems", "Check what is missing, and go on. What could not be read is kept in the folder “damaged”."
        ),
    ),
    "teach.project.unread": Words(
        QT_TRANSLATE_NOOP("Problems", "Damaged or missing files of this project: {count}. The first is {first}."),
        QT_TRANSLATE_NOOP("Problems", "They are left out. With the next change, damaged ones are moved to {folder}."),
    ),
    "teach.project.missing": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is not a project."),
        QT_TRANSLATE_NOOP("Problems", "Choose a folder that contains lesson.json."),
    ),
    "teach.project.not_found": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no folder {path}: it was moved or deleted, or its drive is missing."),
        QT_TRANSLATE_NOOP("Problems", "Open the project where it is now, or connect the drive."),
    ),
    "teach.project.gone": Words(
        QT_TRANSLATE_NOOP("Problems", "The project folder {path} was moved or deleted. Nothing is lost yet."),
        QT_TRANSLATE_NOOP("Problems", "Put it back, or save the project elsewhere."),
    ),
    "teach.project.read_only": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written, so changes are not saved."),
        QT_TRANSLATE_NOOP("Problems", "Save the project elsewhere."),
    ),
    "teach.project.no_model": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written, so the taught model could not be saved there."),
        QT_TRANSLATE_NOOP("Problems", "Copy the project to a folder that can be written, and train it there."),
    ),
    "teach.project.in_use": Words(
        QT_TRANSLATE_NOOP("Problems", "Another program has the project “{name}” open."),
        QT_TRANSLATE_NOOP("Problems", "Close it there first."),
    ),
    "teach.project.in_way": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} already contains something else."),
        QT_TRANSLATE_NOOP("Problems", "Choose a new or empty folder."),
    ),
    "teach.project.large": Words(
        QT_TRANSLATE_NOOP("Problems", "The project {path} holds more text than one file may."),
        QT_TRANSLATE_NOOP("Problems", "Delete some examples."),
    ),
    "teach.shared.no_model": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: the taught model’s file is damaged."),
        QT_TRANSLATE_NOOP("Problems", "Change something so that it is trained again, and try again."),
    ),
    "teach.shared.no_lesson": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is a model without the examples it was taught with."),
        QT_TRANSLATE_NOOP("Problems", "Open it as a model instead."),
    ),
    "teach.shared.damaged": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is damaged."),
        QT_TRANSLATE_NOOP("Problems", "Ask for the file again."),
    ),
    "teach.sample.dark": Words(
        QT_TRANSLATE_NOOP("Problems", "The picture in example {number:,} of “{name}” is too dark to learn from."),
        QT_TRANSLATE_NOOP("Problems", "Show it again in more light."),
    ),
    "teach.sample.blank": Words(
        QT_TRANSLATE_NOOP("Problems", "The picture in example {number:,} of “{name}” shows nothing."),
        QT_TRANSLATE_NOOP("Problems", "Uncover the lens, and show it again."),
    ),
    "teach.sample.silent": Words(
        QT_TRANSLATE_NOOP("Problems", "The sound in example {number:,} of “{name}” is silent."),
        QT_TRANSLATE_NOOP("Problems", "Check the microphone, and say it again."),
    ),
    "teach.sample.short": Words(
        QT_TRANSLATE_NOOP("Problems", "The sound in example {number:,} of “{name}” is too short."),
        QT_TRANSLATE_NOOP("Problems", "Say the whole word again."),
    ),
    "teach.sample.no_word": Words(
        QT_TRANSLATE_NOOP("Problems", "The text in example {number:,} of “{name}” has no letter or digit."),
        QT_TRANSLATE_NOOP("Problems", "Type a word, and record it again."),
    ),
    "teach.sample.unusable": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "Example {number:,} of “{name}” cannot be used: it contains values that are not numbers."
        ),
        QT_TRANSLATE_NOOP("Problems", "Delete it, and record it again."),
    ),
    "teach.light.few": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” has {count} of {wanted} examples: show it again, in another way."),
    ),
    "teach.light.mixed": Words(
        QT_TRANSLATE_NOOP("Problems", "The examples of “{name}” contradict each other: many look like “{other}”."),
        QT_TRANSLATE_NOOP("Problems", "Delete the wrong ones, or show what differs."),
    ),
    "teach.light.alike": Words(
        QT_TRANSLATE_NOOP("Problems", "The examples of “{name}” are all the same: turn it, move it, or say it again."),
    ),
    "teach.light.weak": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” is not always recognised: more examples help."),
    ),
    "teach.light.enough": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” has enough examples."),
    ),
    "teach.light.unusable": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "Nothing can be learnt from the examples of “{name}”: they are dark, blank or silent."
        ),
        QT_TRANSLATE_NOOP("Problems", "Show it again."),
    ),
    "teach.advice.confused": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” and “{other}” are confused: add examples that differ."),
    ),
    "teach.advice.untested": Words(
        QT_TRANSLATE_NOOP("Problems", "Show a second example of each class to see how well it works."),
    ),
    "teach.advice.more": Words(
        QT_TRANSLATE_NOOP("Problems", "It works so far. More examples make it surer."),
    ),
    "teach.advice.good": Words(
        QT_TRANSLATE_NOOP("Problems", "All classes are told apart well."),
    ),
    "teach.option.least": Words(
        QT_TRANSLATE_NOOP("Problems", "{option} must be at least {least}."),
    ),
    "teach.option.needs_source": Words(
        QT_TRANSLATE_NOOP("Problems", "{option} needs --from."),
        QT_TRANSLATE_NOOP("Problems", "Name the data folder to take samples from."),
    ),
}
"""Merged into the one table."""
