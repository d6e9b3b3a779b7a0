"""The words of every problem: one table of sentences and remedies.

It needs no Qt, so that the command line prints the English words without a display; the window looks each one up in the
catalogues of translations, as `mmdesk.ui.problems` does. A sentence names the fields of its code in braces, with a
format for numbers where one matters.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from mmdesk.core.problem import Field, Problem
from mmdesk.ui.marked import QT_TRANSLATE_NOOP
from mmdesk.ui.problem_words import Words
from mmdesk.ui.teaching_problems import TEACHING

TABLE: Mapping[str, Words] = {
    "as_written": Words("{problem}", "{remedy}"),
    "camera.silent": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} no longer responds."),
        QT_TRANSLATE_NOOP("Problems", "Unplug it and plug it in again, or choose another source."),
    ),
    "camera.frozen": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} repeats the same picture."),
        QT_TRANSLATE_NOOP("Problems", "Unplug it and plug it in again, or choose another source."),
    ),
    "camera.no_pictures": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} no longer sends pictures."),
        QT_TRANSLATE_NOOP("Problems", "Check its cable."),
    ),
    "camera.stopped_sending": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} has stopped sending."),
        QT_TRANSLATE_NOOP("Problems", "Check that the camera is switched on and on the network."),
    ),
    "camera.internal": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} failed because of an internal error. The log file has the details."),
        QT_TRANSLATE_NOOP("Problems", "Choose another source."),
    ),
    "camera.not_connected": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} is not connected."),
        QT_TRANSLATE_NOOP("Problems", "Connect it, or choose another source."),
    ),
    "camera.forbidden": Words(
        QT_TRANSLATE_NOOP("Problems", "You do not have permission to use {name} ({path})."),
        QT_TRANSLATE_NOOP("Problems", "Add the user to the group “video” and log in again."),
    ),
    "camera.cannot_open": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} cannot be opened."),
        QT_TRANSLATE_NOOP("Problems", "Check that it is connected, and close other programs that use a camera."),
    ),
    "camera.cannot_open.macos": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} cannot be opened."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Check that it is connected, and close other programs that use a camera. If that does not help, allow "
            "camera access in System Settings, Privacy & Security.",
        ),
    ),
    "camera.cannot_open.windows": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} cannot be opened."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Check that it is connected, and close other programs that use a camera. If that does not help, allow "
            "camera access in Settings, Privacy & security.",
        ),
    ),
    "camera.no_video": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} sends no video."),
        QT_TRANSLATE_NOOP("Problems", "Check the address, and that the camera is switched on and on the same network."),
    ),
    "camera.address": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} is not a valid camera address."),
        QT_TRANSLATE_NOOP("Problems", "It must begin with http://, https:// or rtsp:// and name a host."),
    ),
    "camera.not_named": Words(
        QT_TRANSLATE_NOOP("Problems", "No camera is given."),
        QT_TRANSLATE_NOOP("Problems", "Choose a camera."),
    ),
    "camera.unknown": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no camera called “{name}”."),
        QT_TRANSLATE_NOOP("Problems", "Connect it, or choose another source."),
    ),
    "camera.unknown.others": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no camera called “{name}”."),
        QT_TRANSLATE_NOOP("Problems", "Choose one of these cameras: {known}."),
    ),
    "camera.ambiguous": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” matches several cameras: {known}."),
        QT_TRANSLATE_NOOP("Problems", "Give the full name."),
    ),
    "video.missing": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no file {path}."),
        QT_TRANSLATE_NOOP("Problems", "Choose a video file that exists."),
    ),
    "video.unreadable": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} contains no readable video."),
        QT_TRANSLATE_NOOP("Problems", "Choose another file, or convert this one to MP4 (H.264)."),
    ),
    "microphone.none": Words(
        QT_TRANSLATE_NOOP("Problems", "No microphone is connected."),
        QT_TRANSLATE_NOOP("Problems", "Connect a microphone. It is then used automatically."),
    ),
    "microphone.silent": Words(
        QT_TRANSLATE_NOOP("Problems", "The microphone “{name}” has stopped delivering sound."),
        QT_TRANSLATE_NOOP("Problems", "Check its cable. The program tries again by itself."),
    ),
    "microphone.lost": Words(
        QT_TRANSLATE_NOOP("Problems", "The connection to the microphone “{name}” was lost."),
        QT_TRANSLATE_NOOP("Problems", "Plug it in again. The program tries again by itself."),
    ),
    "microphone.internal": Words(
        QT_TRANSLATE_NOOP("Problems", "The microphone failed because of an internal error."),
        QT_TRANSLATE_NOOP("Problems", "The log file has the details (Help, Diagnostics)."),
    ),
    "microphone.unknown": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no microphone “{name}”."),
        QT_TRANSLATE_NOOP("Problems", "Connect it, or choose one of these: {known}."),
    ),
    "microphone.ambiguous": Words(
        QT_TRANSLATE_NOOP("Problems", "Several microphones are called “{name}”."),
        QT_TRANSLATE_NOOP("Problems", "Choose one of these microphones: {known}."),
    ),
    "microphone.in_use": Words(
        QT_TRANSLATE_NOOP("Problems", "The microphone “{name}” is in use or was unplugged."),
        QT_TRANSLATE_NOOP("Problems", "Close other programs that use it, and check its cable."),
    ),
    "microphone.cannot_open": Words(
        QT_TRANSLATE_NOOP("Problems", "The microphone “{name}” cannot be opened."),
        QT_TRANSLATE_NOOP("Problems", "Check its cable, and that this program may use the microphone."),
    ),
    "sound_system.silent": Words(
        QT_TRANSLATE_NOOP("Problems", "The sound system does not respond."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "The program continues when the sound system responds again. If it does not, restart the computer’s "
            "sound service.",
        ),
    ),
    "sound_system.refuses": Words(
        QT_TRANSLATE_NOOP("Problems", "The sound system does not work."),
        QT_TRANSLATE_NOOP("Problems", "Restart the computer’s sound service."),
    ),
    "portaudio.missing.linux": Words(
        QT_TRANSLATE_NOOP("Problems", "Sound input needs the PortAudio library, which is missing."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Install it with: sudo apt install libportaudio2 (Fedora: portaudio), then start again.",
        ),
    ),
    "portaudio.missing.macos": Words(
        QT_TRANSLATE_NOOP("Problems", "Sound input needs the PortAudio library, which is missing."),
        QT_TRANSLATE_NOOP("Problems", "Install it with: brew install portaudio, then start again."),
    ),
    "portaudio.missing.windows": Words(
        QT_TRANSLATE_NOOP("Problems", "Sound input needs the PortAudio library, which is missing."),
        QT_TRANSLATE_NOOP("Problems", "Reinstall the Python package sounddevice, which includes it."),
    ),
    "session.missing": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no session folder {path}."),
        QT_TRANSLATE_NOOP("Problems", "Choose the folder that contains session.json."),
    ),
    "session.unfinished": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is not a session: it has no session.json."),
        QT_TRANSLATE_NOOP("Problems", "Choose the folder of a finished recording."),
    ),
    "session.unreadable": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be read: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Check its permissions."),
    ),
    "session.gone": Words(
        QT_TRANSLATE_NOOP("Problems", "The recording cannot be read: {path} is gone, or its disk is."),
        QT_TRANSLATE_NOOP("Problems", "Connect the disk again, or put the folder back; then open the recording anew."),
    ),
    "session.not_json": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is not valid JSON: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Correct the file, or choose another session."),
    ),
    "session.not_object": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} must contain one JSON object."),
        QT_TRANSLATE_NOOP("Problems", "Correct the file, or choose another session."),
    ),
    "session.version": Words(
        QT_TRANSLATE_NOOP("Problems", "“version” is {found}, but this program reads version {known}."),
        QT_TRANSLATE_NOOP("Problems", "Use the version of mmdesk that wrote it."),
    ),
    "session.field.text": Words(
        QT_TRANSLATE_NOOP("Problems", "“{field}” must be text."),
        QT_TRANSLATE_NOOP("Problems", "Correct the file, or choose another session."),
    ),
    "session.field.number": Words(
        QT_TRANSLATE_NOOP("Problems", "“{field}” must be a number above 0, at most {most:g}."),
        QT_TRANSLATE_NOOP("Problems", "Correct the file, or choose another session."),
    ),
    "session.field.keys": Words(
        QT_TRANSLATE_NOOP("Problems", "“{field}” must be an object with keys among {known}."),
        QT_TRANSLATE_NOOP("Problems", "Correct the file, or choose another session."),
    ),
    "session.field.files": Words(
        QT_TRANSLATE_NOOP("Problems", "“files” must be an object that names at least one file."),
        QT_TRANSLATE_NOOP("Problems", "Correct the file, or choose another session."),
    ),
    "session.field.file_name": Words(
        QT_TRANSLATE_NOOP("Problems", "“{field}” must be the name of a file in the same folder."),
        QT_TRANSLATE_NOOP("Problems", "Correct the file, or choose another session."),
    ),
    "session.field.gaps": Words(
        QT_TRANSLATE_NOOP("Problems", "“{field}” must be a list of [from, to] in seconds, ascending from 0."),
        QT_TRANSLATE_NOOP("Problems", "Correct the file, or choose another session."),
    ),
    "session.internal": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{path} cannot be played because of an internal error. The log file has the details.",
        ),
        QT_TRANSLATE_NOOP("Problems", "Choose another session."),
    ),
    "session.lacks_file": Words(
        QT_TRANSLATE_NOOP("Problems", "The session {title} is missing its file {path}."),
        QT_TRANSLATE_NOOP("Problems", "Copy the session again, or record it again."),
    ),
    "session.bad_video": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is not a video that can be read."),
        QT_TRANSLATE_NOOP("Problems", "Copy the session again, or record it again."),
    ),
    "session.cut_off": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{path} is {length_s:.1f} s long, but session.json says {wanted_s:.1f} s: it is cut off.",
        ),
        QT_TRANSLATE_NOOP("Problems", "Copy the session again, or record it again."),
    ),
    "session.text.header": Words(
        QT_TRANSLATE_NOOP("Problems", "{path}: the first line must be “time_s,text”."),
        QT_TRANSLATE_NOOP("Problems", "Correct the file."),
    ),
    "session.text.unreadable": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be read: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Save it as CSV in UTF-8."),
    ),
    "session.text.columns": Words(
        QT_TRANSLATE_NOOP("Problems", "there must be two columns, time_s and text."),
        QT_TRANSLATE_NOOP("Problems", "Put texts with commas in quotes."),
    ),
    "session.text.time": Words(
        QT_TRANSLATE_NOOP("Problems", "“time_s” is “{found}”, not a number."),
        QT_TRANSLATE_NOOP("Problems", "Write seconds, like 1.25."),
    ),
    "session.text.order": Words(
        QT_TRANSLATE_NOOP("Problems", "“time_s” must not be before {earliest_s:g} s."),
        QT_TRANSLATE_NOOP("Problems", "Sort the lines by time."),
    ),
    "session.text.long": Words(
        QT_TRANSLATE_NOOP("Problems", "“text” has more than {most:,} characters."),
        QT_TRANSLATE_NOOP("Problems", "Shorten it."),
    ),
    "session.exists": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} already contains a session."),
        QT_TRANSLATE_NOOP("Problems", "Choose another folder."),
    ),
    "session.holds_file": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} already contains {file}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another folder, or delete that file first."),
    ),
    "session.folder": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be created: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another folder."),
    ),
    "session.empty": Words(
        QT_TRANSLATE_NOOP("Problems", "Nothing was recorded."),
        QT_TRANSLATE_NOOP("Problems", "Record for longer, with at least one source on."),
    ),
    "session.no_video": Words(
        QT_TRANSLATE_NOOP("Problems", "No video can be written to {path}."),
        QT_TRANSLATE_NOOP("Problems", "Check that the folder is writable and the disk has space."),
    ),
    "session.nothing_left": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} has nothing in it that can be played."),
        QT_TRANSLATE_NOOP("Problems", "Choose another session."),
    ),
    "session.interrupted": Words(
        QT_TRANSLATE_NOOP("Problems", "The recording {path} was torn off after {length_s:.1f} s."),
        QT_TRANSLATE_NOOP("Problems", "What was recorded until then is played."),
    ),
    "session.damaged": Words(
        QT_TRANSLATE_NOOP("Problems", "The recording {path} is damaged in places: {count}."),
        QT_TRANSLATE_NOOP("Problems", "They are left out, and the rest is played."),
    ),
    "session.other_model": Words(
        QT_TRANSLATE_NOOP("Problems", "When this was recorded, {models} answered; now {name} does."),
        QT_TRANSLATE_NOOP("Problems", "Open that model to see the answers of then."),
    ),
    "record.saved": Words(
        QT_TRANSLATE_NOOP("Problems", "The recording is saved: {path}"),
        "",
    ),
    "record.deleted": Words(
        QT_TRANSLATE_NOOP("Problems", "The recording is deleted: {path}"),
        "",
    ),
    "record.full": Words(
        QT_TRANSLATE_NOOP("Problems", "The disk is almost full, so the recording {path} was ended."),
        QT_TRANSLATE_NOOP("Problems", "It is saved until here. Free some space before you record again."),
    ),
    "record.no_room": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be recorded: the disk has less than {least_mb} MB left."),
        QT_TRANSLATE_NOOP("Problems", "Free some space there."),
    ),
    "record.folder_gone": Words(
        QT_TRANSLATE_NOOP("Problems", "The recording ended, because its folder {path} is gone."),
        QT_TRANSLATE_NOOP("Problems", "Check the disk, then record again."),
    ),
    "record.internal": Words(
        QT_TRANSLATE_NOOP("Problems", "The recording {path} ended because of an internal error."),
        QT_TRANSLATE_NOOP("Problems", "What was recorded until then is saved. The log file has the details."),
    ),
    "record.played": Words(
        QT_TRANSLATE_NOOP("Problems", "A recording that is being played cannot be recorded again."),
        QT_TRANSLATE_NOOP("Problems", "Choose File, Export to make a video or a table of it, or of a part of it."),
    ),
    "record.session_answers": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is a recording with answers, which cannot be recorded again."),
        QT_TRANSLATE_NOOP("Problems", "Use mmdesk replay to make a video or a table of it, or of a part of it."),
    ),
    "record.no_source": Words(
        QT_TRANSLATE_NOOP("Problems", "There is neither a camera nor a microphone to record from."),
        QT_TRANSLATE_NOOP("Problems", "Connect one, or give --session with a recorded session."),
    ),
    "model.internal": Words(
        QT_TRANSLATE_NOOP("Problems", "The model {name} could not be loaded because of an internal error."),
        QT_TRANSLATE_NOOP("Problems", "The log file has the details (Help, Diagnostics)."),
    ),
    "model.no_method": Words(
        QT_TRANSLATE_NOOP("Problems", "{model} has no fusion method {method}."),
        QT_TRANSLATE_NOOP("Problems", "It has: {known}."),
    ),
    "prediction.failed": Words(
        QT_TRANSLATE_NOOP("Problems", "A prediction failed: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "The log file has the details (Help, Diagnostics)."),
    ),
    "predictions.none": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no prediction to write."),
        QT_TRANSLATE_NOOP("Problems", "Wait for the first answer."),
    ),
    "predictions.two_models": Words(
        QT_TRANSLATE_NOOP("Problems", "Predictions of two models cannot be written into one file."),
        QT_TRANSLATE_NOOP("Problems", "Wait half a minute."),
    ),
    "predictions.labels_changed": Words(
        QT_TRANSLATE_NOOP("Problems", "The model’s labels changed while its predictions were being written."),
    ),
    "predictions.slow": Words(
        QT_TRANSLATE_NOOP("Problems", "Writing {path} takes too long."),
        QT_TRANSLATE_NOOP("Problems", "Choose a folder on another disk."),
    ),
    "file.internal": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} could not be written because of an internal error."),
        QT_TRANSLATE_NOOP("Problems", "The log file has the details (Help, Diagnostics)."),
    ),
    "file.saved": Words(
        QT_TRANSLATE_NOOP("Problems", "Saved as {path}"),
    ),
    "page.no_template": Words(
        QT_TRANSLATE_NOOP("Problems", "The page template {path} is missing."),
        QT_TRANSLATE_NOOP("Problems", "Install mmdesk again."),
    ),
    "page.torn_template": Words(
        QT_TRANSLATE_NOOP("Problems", "The page template {path} is damaged in line {line}."),
        QT_TRANSLATE_NOOP("Problems", "Install mmdesk again."),
    ),
    "page.bad_template": Words(
        QT_TRANSLATE_NOOP("Problems", "The page template {path}, or one that it needs, is damaged."),
        QT_TRANSLATE_NOOP("Problems", "Install mmdesk again."),
    ),
    "picture.suffix": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” does not end in .png or .svg."),
        QT_TRANSLATE_NOOP("Problems", "Choose a name that ends in one of them."),
    ),
    "picture.empty": Words(
        QT_TRANSLATE_NOOP("Problems", "There is nothing to draw."),
        QT_TRANSLATE_NOOP("Problems", "Make the panel larger."),
    ),
    "answer.none_to_write": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no answer to write."),
        QT_TRANSLATE_NOOP("Problems", "Wait for the first one."),
    ),
    "take_away.no_network": Words(
        QT_TRANSLATE_NOOP("Problems", "This computer is in no network, so no telephone can reach it."),
        QT_TRANSLATE_NOOP("Problems", "Connect it to the telephone's network, or export the snapshot as a file."),
    ),
    "take_away.no_port": Words(
        QT_TRANSLATE_NOOP("Problems", "Nothing can be offered at the address {address}: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another network, or export the snapshot as a file."),
    ),
    "answer.none_to_keep": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no answer to save."),
        QT_TRANSLATE_NOOP("Problems", "Freeze the window while there is one."),
    ),
    "translation.damaged": Words(
        QT_TRANSLATE_NOOP("Problems", "The translation {path} is missing or damaged."),
        QT_TRANSLATE_NOOP("Problems", "Install mmdesk again. Until then, some text is in English."),
    ),
    "font.missing": Words(
        QT_TRANSLATE_NOOP("Problems", "No font on this computer has these characters: {characters}."),
        QT_TRANSLATE_NOOP("Problems", "Install a font for them. The model reads them all the same."),
    ),
    "stage.screen_lost": Words(
        QT_TRANSLATE_NOOP("Problems", "The screen on which the audience window was is gone; it is a window here now."),
        QT_TRANSLATE_NOOP("Problems", "Connect the screen again, then close the audience window and open it anew."),
    ),
    "screenshot.suffix": Words(
        QT_TRANSLATE_NOOP("Problems", "The picture could not be saved as {path}."),
        QT_TRANSLATE_NOOP("Problems", "Choose a name that ends in .png or .jpg."),
    ),
    "screenshot.unwritable": Words(
        QT_TRANSLATE_NOOP("Problems", "The screenshot could not be written: {path}"),
        QT_TRANSLATE_NOOP("Problems", "Choose a folder you can write to, and a name that ends in .png."),
    ),
    "internal": Words(
        QT_TRANSLATE_NOOP("Problems", "An internal error happened: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "The log file has the details (Help, Diagnostics)."),
    ),
    "model_file.suffix": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” does not end in .mmdesk."),
        QT_TRANSLATE_NOOP("Problems", "Choose another name for the model."),
    ),
    "model_file.no_folder": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no folder “{path}”."),
        QT_TRANSLATE_NOOP("Problems", "Choose another place for the model."),
    ),
    "model_file.exists": Words(
        QT_TRANSLATE_NOOP("Problems", "“{name}” exists already."),
        QT_TRANSLATE_NOOP("Problems", "Choose another name for the model."),
    ),
    "training.settings": Words(
        QT_TRANSLATE_NOOP("Problems", "These choices do not go together: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Choose other values."),
    ),
    "training.not_finite": Words(
        QT_TRANSLATE_NOOP("Problems", "The loss is no longer a finite number ({stage}, epoch {epoch})."),
        QT_TRANSLATE_NOOP("Problems", "Lower the learning rate."),
    ),
    "training.state_damaged": Words(
        QT_TRANSLATE_NOOP("Problems", "{path}: the state of the interrupted run is damaged ({detail})."),
        QT_TRANSLATE_NOOP("Problems", "Delete that folder, or start over with --fresh."),
    ),
    "training.state_in_way": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{path}: the state of the training run would go here, but something else is already here.",
        ),
        QT_TRANSLATE_NOOP("Problems", "Move it, or choose another place."),
    ),
    "training.state_unwritable": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{path}: the state of the training run cannot be written ({reason}); the last good state is kept.",
        ),
        QT_TRANSLATE_NOOP(
            "Problems", "Free some space or choose another place, then start again: training continues from there."
        ),
    ),
    "training.no_memory": Words(
        QT_TRANSLATE_NOOP("Problems", "There is not enough memory to continue."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Close other programs or choose smaller encoders, then start again: training continues from the last "
            "epoch.",
        ),
    ),
    "training.process_killed": Words(
        QT_TRANSLATE_NOOP("Problems", "The training process was killed, most likely because memory ran out."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Close other programs or choose smaller encoders, then start again: training continues from the last "
            "epoch.",
        ),
    ),
    "training.process_ended": Words(
        QT_TRANSLATE_NOOP("Problems", "The training process ended unexpectedly (status {status})."),
        QT_TRANSLATE_NOOP(
            "Problems", "Start again: training continues from the last epoch. The log file has the details."
        ),
    ),
    "training.process_refused": Words(
        QT_TRANSLATE_NOOP("Problems", "The training process cannot be started."),
        QT_TRANSLATE_NOOP("Problems", "Close other programs, then try again. The log file has the details."),
    ),
    "training.unknown_input": Words(
        QT_TRANSLATE_NOOP("Problems", "{dataset} does not have this input: {input}."),
        QT_TRANSLATE_NOOP("Problems", "Leave out its encoder."),
    ),
    "training.too_few": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{dataset} has too few samples: {training} to train on, {validation} to validate.",
        ),
        QT_TRANSLATE_NOOP("Problems", "Add samples: each class needs at least three."),
    ),
    "training.input_missing": Words(
        QT_TRANSLATE_NOOP("Problems", "No training sample of {dataset} has this input: {input}."),
        QT_TRANSLATE_NOOP("Problems", "Add some, or leave out its encoder."),
    ),
    "training.encoder": Words(
        QT_TRANSLATE_NOOP("Problems", "The encoder {kind} cannot be created: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another encoder."),
    ),
    "training.fusion": Words(
        QT_TRANSLATE_NOOP("Problems", "The fusion {kind} cannot be created: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Choose other options."),
    ),
    "evaluation.no_samples": Words(
        QT_TRANSLATE_NOOP("Problems", "{dataset} has no samples to test with."),
        QT_TRANSLATE_NOOP("Problems", "Add samples: each class needs at least three."),
    ),
    "evaluation.unknowns_known": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "the class “{label}” of the unknown samples is one that the model knows: “{known}”."
        ),
        QT_TRANSLATE_NOOP("Problems", "Take its samples out, or rename it if it is something else."),
    ),
    "evaluation.all_seen": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{dataset}: the model was trained on every test sample; nothing is left to measure it with.",
        ),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Add samples that it has not seen. To measure on these anyway, use mmdesk evaluate --all.",
        ),
    ),
    "evaluation.all_copies": Words(
        QT_TRANSLATE_NOOP("Problems", "{dataset} has no test sample that was not also used in training."),
        QT_TRANSLATE_NOOP("Problems", "Add samples: each class needs at least three."),
    ),
    "output.full": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Free some disk space, or choose another place."),
    ),
    "output.forbidden": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Choose a place where you can write, or change its permissions."),
    ),
    "output.no_folder": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Create its folder first, or choose another place."),
    ),
    "output.part_is_file": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another place: a part of the path is a file."),
    ),
    "output.folder_there": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another name: a folder already has this one."),
    ),
    "output.file_there": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another name: a file already has this one."),
    ),
    "output.long_name": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Choose a shorter name."),
    ),
    "output.unwritable": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another place."),
    ),
    "output.bad_name": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another name."),
    ),
    "output.is_folder": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is a folder."),
        QT_TRANSLATE_NOOP("Problems", "Give the name of a file in it."),
    ),
    "output.foreign_file": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} already exists, and mmdesk did not write it."),
        QT_TRANSLATE_NOOP("Problems", "Choose another name, or delete it first."),
    ),
    "output.foreign_folder": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} already exists, and mmdesk did not write it."),
        QT_TRANSLATE_NOOP("Problems", "Choose another folder, or delete it first."),
    ),
    "output.no_parent": Words(
        QT_TRANSLATE_NOOP("Problems", "{path}: there is no folder {folder}."),
        QT_TRANSLATE_NOOP("Problems", "Create it first."),
    ),
    "output.in_input": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is inside {folder}, which is read from."),
        QT_TRANSLATE_NOOP("Problems", "Choose a folder outside it."),
    ),
    "output.holds_session": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} contains a recorded session ({file})."),
        QT_TRANSLATE_NOOP("Problems", "Choose another folder."),
    ),
    "output.holds_model": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} contains a model ({file})."),
        QT_TRANSLATE_NOOP("Problems", "Choose another folder."),
    ),
    "output.holds_data": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} contains a set of data ({file})."),
        QT_TRANSLATE_NOOP("Problems", "Choose another folder."),
    ),
    "bench.no_prediction": Words(
        QT_TRANSLATE_NOOP("Problems", "There was no prediction within {limit_s:.0f} s."),
        QT_TRANSLATE_NOOP("Problems", "Run mmdesk doctor."),
    ),
    "bench.nothing_shown": Words(
        QT_TRANSLATE_NOOP("Problems", "No picture, or no prediction from one, was shown while measuring."),
        QT_TRANSLATE_NOOP("Problems", "Run mmdesk doctor."),
    ),
    "checkpoint.lesson_alone": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} holds examples, and no model was made of them yet."),
        QT_TRANSLATE_NOOP("Problems", "In the Teach window choose Project → Open a shared file."),
    ),
    "checkpoint.member.missing": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} cannot be used: it is missing."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.member.twice": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} cannot be used: it occurs twice."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.member.damaged": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} cannot be used: it is damaged ({detail})."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.member.changed": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{name}: {member} cannot be used: it is damaged or was changed (its SHA-256 is not the one in "
            "config.json).",
        ),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.member.large": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} cannot be used: it is larger than {most_mib:,} MiB."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.config.no_model": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} cannot be used: its values do not make a model ({detail})."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.config.encoding": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} cannot be used: it is not UTF-8 text."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.newer": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "“{name}” was made with a newer version of mmdesk (format {found}; this version reads up to {known}).",
        ),
        QT_TRANSLATE_NOOP("Problems", "Update mmdesk, or open another model."),
    ),
    "checkpoint.member.invalid": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} cannot be used: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.weights.missing": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{name}: {member} cannot be used: the tensor {tensor} is missing; tensors missing in all: {count:,}.",
        ),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.weights.surplus": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{name}: {member} cannot be used: it contains {tensor}, which the model does not have.",
        ),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.weights.kind": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} cannot be used: {tensor} is {found}, not {wanted}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.weights.not_finite": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} cannot be used: {tensor} contains values that are not finite."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.weights.misfit": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} cannot be used: it does not fit the configuration ({detail})."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.borrowed.single_file": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "{name}: a model in a single file must hold all its weights, and this one does not."
        ),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.borrowed.missing": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "{name}: the model uses a part of the model {lender}, whose folder is not beside its own."
        ),
        QT_TRANSLATE_NOOP("Problems", "Keep both folders side by side, or get a fresh copy of both."),
    ),
    "checkpoint.borrowed.changed": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{name}: the model uses a part of the model {lender}, which is not the same any more (encoder of {input}).",
        ),
        QT_TRANSLATE_NOOP("Problems", "Get a fresh copy of both models."),
    ),
    "model.about": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: {member} is not shown: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "The model works all the same. Correct the file or delete it."),
    ),
    "checkpoint.foreign_member": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: it contains an unexpected member, {member}."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.missing": Words(
        QT_TRANSLATE_NOOP("Problems", "{path}: there is no such model."),
        QT_TRANSLATE_NOOP("Problems", "Check the path."),
    ),
    "checkpoint.not_a_model": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: this is not a model file, or it is damaged."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.damaged": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: the file is damaged ({detail})."),
        QT_TRANSLATE_NOOP("Problems", "Choose another model, or get a fresh copy of this one."),
    ),
    "checkpoint.unreadable": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: the file cannot be read ({reason})."),
        QT_TRANSLATE_NOOP("Problems", "Check the path and its permissions."),
    ),
    "checkpoint.unwritable": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: the model could not be saved ({reason})."),
        QT_TRANSLATE_NOOP("Problems", "Choose another place."),
    ),
    "checkpoint.no_way_back": Words(
        QT_TRANSLATE_NOOP("Problems", "This model could not be opened again: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Choose smaller sizes or other labels."),
    ),
    "checkpoint.too_large": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "The model’s {member} would be {size_mib:,} MiB, and at most {most_mib:,} MiB can be opened.",
        ),
        QT_TRANSLATE_NOOP("Problems", "Choose smaller sizes, or fewer classes or samples."),
    ),
    "checkpoint.place_unreadable": Words(
        QT_TRANSLATE_NOOP("Problems", "{path}: it cannot be read ({reason})."),
        QT_TRANSLATE_NOOP("Problems", "Choose another place."),
    ),
    "checkpoint.in_way": Words(
        QT_TRANSLATE_NOOP("Problems", "{path}: something else is already there."),
        QT_TRANSLATE_NOOP("Problems", "Choose another name."),
    ),
    "checkpoint.plugin_missing": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{name} needs the plug-in {distribution} {version}, which is not installed ({group}: {part}).",
        ),
        QT_TRANSLATE_NOOP("Problems", "Install it if you trust its maker, then open the model again."),
    ),
    "checkpoint.method_missing": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{name} is opened without its method {part}: it needs the plug-in {distribution} {version}, which is not "
            "installed.",
        ),
        QT_TRANSLATE_NOOP("Problems", "Install it if you trust its maker, then open the model again."),
    ),
    "checkpoint.plugin_other": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{name} needs the plug-in {distribution}, but what is installed under that name comes from {found} "
            "({group}: {part}).",
        ),
        QT_TRANSLATE_NOOP("Problems", "Remove {found} and install {distribution}, then open the model again."),
    ),
    "checkpoint.plugin_faulty": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "{name} needs the plug-in {distribution} {version}, which does not work ({group}: {part}; {detail}).",
        ),
        QT_TRANSLATE_NOOP("Problems", "Update the plug-in, then open the model again."),
    ),
    "plugin.faulty": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "The plug-in {distribution} {version} does not work and is left out ({group}: {part}; {detail}).",
        ),
        QT_TRANSLATE_NOOP("Problems", "Update it, or remove it."),
    ),
    "plugin.failed": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "The plug-in {distribution} {version} failed and is left out ({part}; {detail})."
        ),
        QT_TRANSLATE_NOOP("Problems", "Update it, or choose a model that does not need it."),
    ),
    "plugin.name_taken": Words(
        QT_TRANSLATE_NOOP("Problems", "The plug-in {distribution} is left out: its name is taken ({group}: {part})."),
        QT_TRANSLATE_NOOP("Problems", "Remove it, or whatever else has that name."),
    ),
    "plugin.several_faulty": Words(
        QT_TRANSLATE_NOOP("Problems", "These plug-ins do not work and are left out: {known}."),
        QT_TRANSLATE_NOOP("Problems", "Help, Diagnostics says why."),
    ),
    "training.method_left_out": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "The method {method} of the plug-in {distribution} {version} failed and is left out of the model: "
            "{detail}.",
        ),
        QT_TRANSLATE_NOOP("Problems", "Update the plug-in, or train without it."),
    ),
    "signal.silent": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} sends nothing any more."),
        QT_TRANSLATE_NOOP("Problems", "Check that it is on and connected."),
    ),
    "signal.misfit": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} sends something else than {wanted} finite numbers at a time."),
        QT_TRANSLATE_NOOP("Problems", "Choose another source, or check what it sends."),
    ),
    "signal.internal": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} failed because of an internal error. The log file has the details."),
        QT_TRANSLATE_NOOP("Problems", "Choose another source."),
    ),
    "signal_file.line": Words(
        QT_TRANSLATE_NOOP("Problems", "Every line must hold {wanted} finite numbers with commas between."),
        QT_TRANSLATE_NOOP("Problems", "Mend the file."),
    ),
    "signal_file.long": Words(
        QT_TRANSLATE_NOOP("Problems", "It has more than {most:,} lines."),
        QT_TRANSLATE_NOOP("Problems", "Cut it into pieces."),
    ),
    "signal_file.empty": Words(
        QT_TRANSLATE_NOOP("Problems", "It holds no numbers."),
        QT_TRANSLATE_NOOP("Problems", "Replace it by one that does."),
    ),
    "signal_file.failed": Words(
        QT_TRANSLATE_NOOP("Problems", "The plug-in of “{title}” does not read it: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Check the file, or update the plug-in."),
    ),
    "signal_file.unreadable": Words(
        QT_TRANSLATE_NOOP("Problems", "It cannot be read ({reason})."),
        QT_TRANSLATE_NOOP("Problems", "Check the path and its permissions."),
    ),
    "folder.not_shown": Words(
        QT_TRANSLATE_NOOP("Problems", "This system cannot show the folder {path}."),
        QT_TRANSLATE_NOOP("Problems", "Open it in your file manager."),
    ),
    "findings.copied": Words(
        QT_TRANSLATE_NOOP("Problems", "The list is on the clipboard."),
    ),
    "drop.reading": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} is being read."),
    ),
    "drop.many": Words(
        QT_TRANSLATE_NOOP("Problems", "{count} things were dropped at once."),
        QT_TRANSLATE_NOOP("Problems", "Drop one file or one folder."),
    ),
    "drop.folder": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is no model, no recording, no teaching project and no data folder."),
        QT_TRANSLATE_NOOP(
            "Problems", "A data folder has a folder of pictures or sounds for each class, or samples.csv."
        ),
    ),
    "drop.unknown": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is of a kind that cannot be opened here."),
        QT_TRANSLATE_NOOP(
            "Problems", "Drop a picture, a sound, a text, a video, a model (.mmdesk), a recording or a data folder."
        ),
    ),
    "drop.empty_text": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} has no text in it."),
        QT_TRANSLATE_NOOP("Problems", "Drop another file."),
    ),
    "drop.long_text": Words(
        QT_TRANSLATE_NOOP("Problems", "The text in {path} is longer than {most} characters."),
        QT_TRANSLATE_NOOP("Problems", "Drop a shorter one."),
    ),
    "drop.no_input": Words(
        QT_TRANSLATE_NOOP("Problems", "The model that runs has no input for {name} ({kind})."),
        QT_TRANSLATE_NOOP("Problems", "Open another model first."),
    ),
    "held.internal": Words(
        QT_TRANSLATE_NOOP("Problems", "{name} can no longer be held, because of an internal error."),
        QT_TRANSLATE_NOOP("Problems", "Drop it again, or choose another source."),
    ),
    "report.copied": Words(
        QT_TRANSLATE_NOOP("Problems", "The diagnostics are on the clipboard."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Paste them into a message, and say what you did, what you expected and what happened. They hold no "
            "picture, sound or text.",
        ),
    ),
    "device.none": Words(
        QT_TRANSLATE_NOOP("Problems", "No camera and no microphone was found."),
        QT_TRANSLATE_NOOP("Problems", "Plug one in, then choose it at the top of its panel."),
    ),
    "device.unknown": Words(
        QT_TRANSLATE_NOOP("Problems", "Unknown device “{name}”."),
        QT_TRANSLATE_NOOP("Problems", "Choose one of these: {known}."),
    ),
    "device.no_cuda_build": Words(
        QT_TRANSLATE_NOOP("Problems", "The device cuda is not available: this build of torch has no CUDA."),
        QT_TRANSLATE_NOOP("Problems", "Use --device auto or cpu."),
    ),
    "device.no_gpu": Words(
        QT_TRANSLATE_NOOP("Problems", "The device cuda is not available: no usable NVIDIA GPU was found."),
        QT_TRANSLATE_NOOP("Problems", "Use --device auto or cpu."),
    ),
    "device.no_mps": Words(
        QT_TRANSLATE_NOOP("Problems", "The device mps is not available: it needs macOS on Apple silicon."),
        QT_TRANSLATE_NOOP("Problems", "Use --device auto or cpu."),
    ),
    "file.missing": Words(
        QT_TRANSLATE_NOOP("Problems", "there is no such file."),
        QT_TRANSLATE_NOOP("Problems", "Check the path."),
    ),
    "file.is_folder": Words(
        QT_TRANSLATE_NOOP("Problems", "this is a folder, not a file."),
        QT_TRANSLATE_NOOP("Problems", "Check the path."),
    ),
    "file.is_device": Words(
        QT_TRANSLATE_NOOP("Problems", "this is a device or a pipe, not a file."),
        QT_TRANSLATE_NOOP("Problems", "Check the path."),
    ),
    "file.unreadable": Words(
        QT_TRANSLATE_NOOP("Problems", "the file cannot be read ({reason})."),
        QT_TRANSLATE_NOOP("Problems", "Check its permissions."),
    ),
    "file.empty": Words(
        QT_TRANSLATE_NOOP("Problems", "this file is empty."),
        QT_TRANSLATE_NOOP("Problems", "Export it again, or leave its cell blank."),
    ),
    "picture.not_one": Words(
        QT_TRANSLATE_NOOP("Problems", "this is not a picture that can be read."),
        QT_TRANSLATE_NOOP("Problems", "Save it as PNG or JPEG."),
    ),
    "picture.unread": Words(
        QT_TRANSLATE_NOOP("Problems", "pictures in {kind} format are not supported."),
        QT_TRANSLATE_NOOP("Problems", "Save it as PNG or JPEG."),
    ),
    "picture.damaged": Words(
        QT_TRANSLATE_NOOP("Problems", "this picture is damaged or cut off."),
        QT_TRANSLATE_NOOP("Problems", "Export it again."),
    ),
    "picture.not_finite": Words(
        QT_TRANSLATE_NOOP("Problems", "this picture contains values that are not numbers."),
        QT_TRANSLATE_NOOP("Problems", "Export it again."),
    ),
    "picture.large": Words(
        QT_TRANSLATE_NOOP("Problems", "{width_px:,} × {height_px:,} pixels are too many."),
        QT_TRANSLATE_NOOP("Problems", "Make the picture smaller."),
    ),
    "picture.immense": Words(
        QT_TRANSLATE_NOOP("Problems", "it has too many pixels."),
        QT_TRANSLATE_NOOP("Problems", "Make the picture smaller."),
    ),
    "sound.not_one": Words(
        QT_TRANSLATE_NOOP("Problems", "this is not a sound that can be read."),
        QT_TRANSLATE_NOOP("Problems", "Save it as WAV or FLAC."),
    ),
    "sound.unread": Words(
        QT_TRANSLATE_NOOP("Problems", "sounds in {kind} format are not supported."),
        QT_TRANSLATE_NOOP("Problems", "Save it as WAV or FLAC."),
    ),
    "sound.damaged": Words(
        QT_TRANSLATE_NOOP("Problems", "this sound is damaged or cut off."),
        QT_TRANSLATE_NOOP("Problems", "Export it again."),
    ),
    "sound.not_finite": Words(
        QT_TRANSLATE_NOOP("Problems", "this sound contains values that are not numbers."),
        QT_TRANSLATE_NOOP("Problems", "Export it again."),
    ),
    "sound.empty": Words(
        QT_TRANSLATE_NOOP("Problems", "this sound is empty."),
        QT_TRANSLATE_NOOP("Problems", "Record it again, or leave its cell blank."),
    ),
    "sound.long": Words(
        QT_TRANSLATE_NOOP("Problems", "this sound lasts longer than {most_min:.0f} minutes."),
        QT_TRANSLATE_NOOP("Problems", "Cut out the part that matters."),
    ),
    "sound.silent": Words(
        QT_TRANSLATE_NOOP("Problems", "is silent throughout."),
    ),
    "video.unread": Words(
        QT_TRANSLATE_NOOP("Problems", "videos are not supported."),
        QT_TRANSLATE_NOOP("Problems", "Save one of its pictures as PNG or JPEG, or its sound as WAV or FLAC."),
    ),
    "table.utf32": Words(
        QT_TRANSLATE_NOOP("Problems", "is written in UTF-32."),
        QT_TRANSLATE_NOOP("Problems", "Save it as UTF-8."),
    ),
    "table.utf16": Words(
        QT_TRANSLATE_NOOP("Problems", "is written in UTF-16."),
        QT_TRANSLATE_NOOP("Problems", "Save it as UTF-8."),
    ),
    "table.spreadsheet": Words(
        QT_TRANSLATE_NOOP("Problems", "is a spreadsheet, not a CSV table."),
        QT_TRANSLATE_NOOP("Problems", "Save it as CSV, in UTF-8."),
    ),
    "table.unreadable": Words(
        QT_TRANSLATE_NOOP("Problems", "cannot be read: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "Check its permissions."),
    ),
    "table.empty": Words(
        QT_TRANSLATE_NOOP("Problems", "is empty; it must begin with a header such as {heading}."),
    ),
    "table.no_rows": Words(
        QT_TRANSLATE_NOOP("Problems", "has a header but no rows."),
    ),
    "table.commas": Words(
        QT_TRANSLATE_NOOP("Problems", "does not separate its cells with commas."),
        QT_TRANSLATE_NOOP("Problems", "Save it with commas."),
    ),
    "table.not_csv": Words(
        QT_TRANSLATE_NOOP("Problems", "is not valid CSV here: {detail}; the rows after it were not read."),
    ),
    "table.long_cell": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "is not valid CSV here: a cell has more than {most:,} characters; the rows after it were not read.",
        ),
    ),
    "table.quote_never_closed": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "is not valid CSV: a quote that opens here is never closed; the rows after it were not read.",
        ),
    ),
    "table.quote_badly_closed": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "is not valid CSV: a quote that opens here is not closed before a comma (line {end}); the rows after "
            "it were not read.",
        ),
    ),
    "table.quote_long": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "is not valid CSV: a quote that opens here is not closed within {most:,} characters; the rows after "
            "it were not read.",
        ),
    ),
    "table.no_known_column": Words(
        QT_TRANSLATE_NOOP("Problems", "has none of the columns {known}; the first line must name them."),
    ),
    "table.nameless_column": Words(
        QT_TRANSLATE_NOOP("Problems", "has no name for column {number}; known columns: {known}."),
    ),
    "table.column_twice": Words(
        QT_TRANSLATE_NOOP("Problems", "has the column “{column}” twice."),
    ),
    "table.unknown_column": Words(
        QT_TRANSLATE_NOOP("Problems", "has an unknown column “{column}”; known columns: {known}."),
    ),
    "table.unknown_kind": Words(
        QT_TRANSLATE_NOOP("Problems", "has a column “{column}” of an unknown kind of input, “{kind}”."),
        QT_TRANSLATE_NOOP("Problems", "Put one of these before the colon: {known}."),
    ),
    "table.input_name": Words(
        QT_TRANSLATE_NOOP("Problems", "has a column “{column}”, but the part after its colon is not a name."),
        QT_TRANSLATE_NOOP("Problems", "Use 1 to 40 letters, digits, spaces, “-” and “_”, as in “image:front”."),
    ),
    "table.two_inputs": Words(
        QT_TRANSLATE_NOOP("Problems", "has two inputs called “{name}”, in the columns “{other}” and “{column}”."),
        QT_TRANSLATE_NOOP("Problems", "Give one of them another name after the colon, as in “image:side”."),
    ),
    "table.many_inputs": Words(
        QT_TRANSLATE_NOOP("Problems", "has {count} inputs; a model takes at most {most}."),
        QT_TRANSLATE_NOOP("Problems", "Leave out some of these columns."),
    ),
    "table.lacks_column": Words(
        QT_TRANSLATE_NOOP("Problems", "lacks the column “{column}”; known columns: {known}."),
    ),
    "table.misnamed": Words(
        QT_TRANSLATE_NOOP("Problems", "is ignored; it must be called {name}."),
    ),
    "table.misplaced": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "is ignored here; put its rows into {name} beside the splits, with paths from there.",
        ),
    ),
    "table.not_beside": Words(
        QT_TRANSLATE_NOOP("Problems", "is ignored beside {name}."),
    ),
    "row.zero_byte": Words(
        QT_TRANSLATE_NOOP("Problems", "contains a zero byte."),
        QT_TRANSLATE_NOOP("Problems", "Delete it."),
    ),
    "row.encoding": Words(
        QT_TRANSLATE_NOOP("Problems", "is not UTF-8 (byte {byte} at position {position})."),
        QT_TRANSLATE_NOOP("Problems", "Save it as UTF-8."),
    ),
    "row.cells": Words(
        QT_TRANSLATE_NOOP("Problems", "has {found} cells, but the header has {wanted}."),
    ),
    "row.nothing": Words(
        QT_TRANSLATE_NOOP("Problems", "has no input: all cells but those of label and split are blank."),
    ),
    "row.no_label": Words(
        QT_TRANSLATE_NOOP("Problems", "has no label."),
    ),
    "row.split": Words(
        QT_TRANSLATE_NOOP("Problems", "names the split “{split}”; known splits: {known}."),
    ),
    "row.no_split": Words(
        QT_TRANSLATE_NOOP("Problems", "has no split, but other rows do."),
    ),
    "row.padded": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "has spaces around the label “{label}”; they are removed. Rows like this: {count}.",
        ),
    ),
    "row.repeats": Words(
        QT_TRANSLATE_NOOP("Problems", "repeats line {first}; it is left out."),
    ),
    "row.two_splits": Words(
        QT_TRANSLATE_NOOP("Problems", "puts the inputs of line {first} into another split as well."),
    ),
    "row.two_labels": Words(
        QT_TRANSLATE_NOOP("Problems", "gives the inputs of line {first} the label “{label}” instead of “{other}”."),
    ),
    "row.names_no_file": Words(
        QT_TRANSLATE_NOOP("Problems", "names no file."),
    ),
    "row.names_again": Words(
        QT_TRANSLATE_NOOP("Problems", "names the file of line {first} again, with different content."),
    ),
    "row.outside_classes": Words(
        QT_TRANSLATE_NOOP("Problems", "names “{file}”, which is in no class folder."),
    ),
    "cell.outside": Words(
        QT_TRANSLATE_NOOP("Problems", "{column}: “{cell}” leads outside the folder; paths are relative to it."),
    ),
    "cell.no_file": Words(
        QT_TRANSLATE_NOOP("Problems", "{column}: there is no file “{cell}”."),
    ),
    "cell.empty_file": Words(
        QT_TRANSLATE_NOOP("Problems", "{column}: “{cell}” is an empty file."),
    ),
    "cell.no_picture": Words(
        QT_TRANSLATE_NOOP("Problems", "{column}: “{cell}” does not have the extension of a picture file."),
    ),
    "cell.no_sound": Words(
        QT_TRANSLATE_NOOP("Problems", "{column}: “{cell}” does not have the extension of a sound file."),
    ),
    "cell.other_ending": Words(
        QT_TRANSLATE_NOOP("Problems", "{column}: “{cell}” does not have one of these extensions: {known}."),
    ),
    "cell.unread": Words(
        QT_TRANSLATE_NOOP("Problems", "{column}: “{cell}”: files in {kind} format are not supported."),
        QT_TRANSLATE_NOOP("Problems", "Save pictures as PNG or JPEG, sounds as WAV or FLAC."),
    ),
    "class.trimmed": Words(
        QT_TRANSLATE_NOOP("Problems", "counts as the class “{label}”: spaces or control characters are removed."),
    ),
    "class.same": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "is the same class as “{other}”: they differ only in spaces or in how letters are composed."
        ),
    ),
    "class.empty": Words(
        QT_TRANSLATE_NOOP("Problems", "is a class folder without pictures or sounds; it is left out."),
    ),
    "class.foreign": Words(
        QT_TRANSLATE_NOOP("Problems", "contains {count} × {suffix}, neither pictures nor sounds; they are left out."),
    ),
    "class.unread": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "contains {count} × {suffix}, left out: files in {kind} format are not supported."
        ),
        QT_TRANSLATE_NOOP("Problems", "Save pictures as PNG or JPEG, sounds as WAV or FLAC."),
    ),
    "class.nested": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "contains folders with pictures or sounds ({names}), which count as “{label}” too."
        ),
    ),
    "class.nested.only": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "contains folders with pictures or sounds ({names}), which count as “{label}” too; if these are the "
            "classes, choose the folder “{label}” itself.",
        ),
    ),
    "class.nested.splits": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "contains folders with pictures or sounds ({names}), which count as “{label}” too; splits go around the "
            "class folders.",
        ),
    ),
    "folder.unreadable": Words(
        QT_TRANSLATE_NOOP("Problems", "cannot be read ({reason}); it is left out."),
    ),
    "folder.again": Words(
        QT_TRANSLATE_NOOP("Problems", "is the same folder as “{first}”; it is left out."),
    ),
    "folder.loose_media": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "contains files beside the class folders (pictures: {pictures:,}, sounds: {sounds:,}): {names}; they "
            "are left out.",
        ),
    ),
    "folder.loose_files": Words(
        QT_TRANSLATE_NOOP("Problems", "contains {names} beside the class folders; they are left out."),
    ),
    "splits.taken": Words(
        QT_TRANSLATE_NOOP("Problems", "used as splits: {names}; the folders in them are the classes."),
    ),
    "splits.beside": Words(
        QT_TRANSLATE_NOOP("Problems", "is beside the splits and contains no class folders; it is left out."),
    ),
    "splits.mixed": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "contains split folders ({names}) beside {others}; put every class into the splits, or rename the "
            "folders that are not splits.",
        ),
    ),
    "splits.hollow": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "named like splits, but without class folders: {names}; put class folders into them, or rename them if "
            "they are classes.",
        ),
    ),
    "splits.as_classes": Words(
        QT_TRANSLATE_NOOP("Problems", "used as classes, although named like splits: {names}."),
    ),
    "sound.same_stem": Words(
        QT_TRANSLATE_NOOP("Problems", "has the same name as {other}, apart from the extension; it is left out."),
    ),
    "file.dead_link": Words(
        QT_TRANSLATE_NOOP("Problems", "is a broken link."),
    ),
    "file.no_file": Words(
        QT_TRANSLATE_NOOP("Problems", "is not a file."),
    ),
    "file.hollow": Words(
        QT_TRANSLATE_NOOP("Problems", "is an empty file."),
    ),
    "file.forbidden": Words(
        QT_TRANSLATE_NOOP("Problems", "cannot be read: permission denied."),
        QT_TRANSLATE_NOOP("Problems", "Change its permissions."),
    ),
    "data.no_folder": Words(
        QT_TRANSLATE_NOOP("Problems", "there is no such folder."),
        QT_TRANSLATE_NOOP("Problems", "Check the path."),
    ),
    "data.no_samples": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "has no samples; it needs class folders with pictures, or samples.csv with rows.",
        ),
    ),
    "data.many_classes": Words(
        QT_TRANSLATE_NOOP("Problems", "has {found:,} classes, but a model can have at most {most:,}."),
    ),
    "data.many_samples": Words(
        QT_TRANSLATE_NOOP("Problems", "has {found:,} samples, but a model can learn from at most {most:,}."),
    ),
    "data.one_class": Words(
        QT_TRANSLATE_NOOP("Problems", "has only one class, “{label}”; there must be at least two."),
    ),
    "data.one_sample": Words(
        QT_TRANSLATE_NOOP("Problems", "has one sample per class: nothing would be left to measure with."),
    ),
    "data.too_few": Words(
        QT_TRANSLATE_NOOP("Problems", "has too few samples to train and to validate; each class needs at least three."),
    ),
    "data.no_training": Words(
        QT_TRANSLATE_NOOP("Problems", "has no samples in the split train."),
    ),
    "data.untrained_class": Words(
        QT_TRANSLATE_NOOP("Problems", "has the class “{label}” in other splits but not in train."),
    ),
    "data.shared_file": Words(
        QT_TRANSLATE_NOOP("Problems", "“{file}” is in {split}, and in {other}."),
    ),
    "data.shared_file.line": Words(
        QT_TRANSLATE_NOOP("Problems", "“{file}” is in {split}, and in {other} at line {first}."),
    ),
    "label.no_text": Words(
        QT_TRANSLATE_NOOP("Problems", "the label “{label}” is not text."),
    ),
    "label.long": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "the label “{label}” has {found:,} characters; at most {most:,} are possible.",
        ),
    ),
    "label.encoding": Words(
        QT_TRANSLATE_NOOP("Problems", "the label “{label}” cannot be written as UTF-8; rename it."),
    ),
    "label.invisible": Words(
        QT_TRANSLATE_NOOP("Problems", "the label “{label}” contains the invisible {letter} at position {position}."),
    ),
    "label.foreign_letter": Words(
        QT_TRANSLATE_NOOP(
            "Problems",
            "the label “{label}” has {letter} at position {position}, which looks like a Latin letter.",
        ),
    ),
    "label.case": Words(
        QT_TRANSLATE_NOOP("Problems", "“{label}” and “{other}” differ only in case."),
    ),
    "label.case.line": Words(
        QT_TRANSLATE_NOOP("Problems", "“{label}” and “{other}” (line {first}) differ only in case."),
    ),
    "label.hidden": Words(
        QT_TRANSLATE_NOOP("Problems", "“{label}” and “{other}” differ only in invisible characters."),
    ),
    "label.hidden.line": Words(
        QT_TRANSLATE_NOOP("Problems", "“{label}” and “{other}” (line {first}) differ only in invisible characters."),
    ),
    "label.alike": Words(
        QT_TRANSLATE_NOOP("Problems", "the labels “{label}” ({letters}) and “{other}” look the same."),
    ),
    "label.alike.line": Words(
        QT_TRANSLATE_NOOP("Problems", "the labels “{label}” ({letters}) and “{other}” (line {first}) look the same."),
    ),
    "split.empty": Words(
        QT_TRANSLATE_NOOP("Problems", "no sample is left for the split {split}."),
    ),
    "split.class_missing": Words(
        QT_TRANSLATE_NOOP("Problems", "the class “{label}” has no sample in the split {split}."),
    ),
    "split.classes_missing": Words(
        QT_TRANSLATE_NOOP("Problems", "{count:,} classes have no sample in the split {split}: {names}."),
    ),
    "data.strange_class": Words(
        QT_TRANSLATE_NOOP("Problems", "the model has no class “{label}” ({model} knows {known})."),
    ),
    "data.misfit": Words(
        QT_TRANSLATE_NOOP("Problems", "the column “{column}” is not an input of {model} ({known})."),
        QT_TRANSLATE_NOOP("Problems", "Call it as the model calls its input, or leave it out."),
    ),
    "data.no_common_input": Words(
        QT_TRANSLATE_NOOP("Problems", "it has none of the model’s inputs ({known})."),
        QT_TRANSLATE_NOOP("Problems", "Name a column as the model names an input, or choose another model."),
    ),
    "data.faulty": Words(
        QT_TRANSLATE_NOOP("Problems", "{path}: problems found: {count:,}."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "See them in the Train window, or run: mmdesk dataset check {path}",
        ),
    ),
    "option.seeds": Words(
        QT_TRANSLATE_NOOP("Problems", "--seeds {value} is out of range."),
        QT_TRANSLATE_NOOP("Problems", "Give 1 to 100."),
    ),
    "option.jobs": Words(
        QT_TRANSLATE_NOOP("Problems", "--jobs {value} is out of range."),
        QT_TRANSLATE_NOOP("Problems", "Give 1 or more."),
    ),
    "option.scheduler": Words(
        QT_TRANSLATE_NOOP("Problems", "--scheduler {value} is not an address."),
        QT_TRANSLATE_NOOP("Problems", "Give tcp://HOST:PORT."),
    ),
    "option.test_share": Words(
        QT_TRANSLATE_NOOP("Problems", "--test-share {value:g} is out of range."),
        QT_TRANSLATE_NOOP("Problems", "Give 0.05 to 0.5."),
    ),
    "option.rate": Words(
        QT_TRANSLATE_NOOP("Problems", "--rate {value} is out of range."),
        QT_TRANSLATE_NOOP("Problems", "Give 1 to 60."),
    ),
    "option.stretch": Words(
        QT_TRANSLATE_NOOP("Problems", "--from {begin:g} --to {end:g} is no stretch."),
        QT_TRANSLATE_NOOP("Problems", "Give the seconds at which it begins and ends, the smaller one first."),
    ),
    "option.replay_output": Words(
        QT_TRANSLATE_NOOP("Problems", "There is nothing to write."),
        QT_TRANSLATE_NOOP("Problems", "Give --out DIR for a report, --video FILE for a video, or both."),
    ),
    "option.video_suffix": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} is no name of a video."),
        QT_TRANSLATE_NOOP("Problems", "Give one that ends in .webm."),
    ),
    "option.parquet_alone": Words(
        QT_TRANSLATE_NOOP("Problems", "--parquet is of no use without --out."),
        QT_TRANSLATE_NOOP("Problems", "Give --out DIR as well."),
    ),
    "option.weights": Words(
        QT_TRANSLATE_NOOP("Problems", "--weights {word} gives no shares of this model's inputs."),
        QT_TRANSLATE_NOOP("Problems", "Give NAME=SHARE with commas between; there are these inputs: {known}."),
    ),
    "option.perturb": Words(
        QT_TRANSLATE_NOOP("Problems", "--perturb {word} names nothing that can be done to an input of this model."),
        QT_TRANSLATE_NOOP("Problems", "There are these: {known}."),
    ),
    "option.perturb_strength": Words(
        QT_TRANSLATE_NOOP("Problems", "--perturb {word} is out of range."),
        QT_TRANSLATE_NOOP("Problems", "Give a strength from {least:g} to {most:g}."),
    ),
    "option.perturb_twice": Words(
        QT_TRANSLATE_NOOP("Problems", "--perturb {word} does the same to an input a second time."),
        QT_TRANSLATE_NOOP("Problems", "Give each only once."),
    ),
    "option.mute": Words(
        QT_TRANSLATE_NOOP("Problems", "--mute {word} names no input of this model."),
        QT_TRANSLATE_NOOP("Problems", "There are these: {known}."),
    ),
    "parquet.no_pyarrow": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} cannot be written: the package pyarrow is not installed."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Choose CSV, or mmdesk from pip, not from an installer: pip install 'mmdesk[parquet]' (in a checkout: "
            "pip install -e '.[parquet]').",
        ),
    ),
    "video.no_encoder": Words(
        QT_TRANSLATE_NOOP("Problems", "The video {path} cannot be begun: its encoder is missing."),
        QT_TRANSLATE_NOOP("Problems", "Install mmdesk's own opencv-python."),
    ),
    "recording_export.no_answers": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no answer in this stretch of the recording."),
        QT_TRANSLATE_NOOP("Problems", "Choose a longer one."),
    ),
    "recording_export.process": Words(
        QT_TRANSLATE_NOOP("Problems", "{path} was not written: its process ended."),
        QT_TRANSLATE_NOOP("Problems", "Close other programs that need memory, and try again."),
    ),
    "video.sound": Words(
        QT_TRANSLATE_NOOP("Problems", "The sound of the video {path} cannot be written: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Free some space on that disk."),
    ),
    "video.torn": Words(
        QT_TRANSLATE_NOOP("Problems", "The video {path} cannot be put together: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Free some space on that disk."),
    ),
    "option.seconds": Words(
        QT_TRANSLATE_NOOP("Problems", "--seconds {value:g} is out of range."),
        QT_TRANSLATE_NOOP("Problems", "Give 1 to 3600."),
    ),
    "option.record_seconds": Words(
        QT_TRANSLATE_NOOP("Problems", "--seconds {value:g} is out of range."),
        QT_TRANSLATE_NOOP("Problems", "Give seconds above 0, at most {most:g}."),
    ),
    "option.bench_ranges": Words(
        QT_TRANSLATE_NOOP("Problems", "--seconds must be 1 to 3600, and --ticks 5 to 10000."),
    ),
    "option.preview_ranges": Words(
        QT_TRANSLATE_NOOP("Problems", "--samples must be 1 to 24, and --seed at least 0."),
    ),
    "option.preview_suffix": Words(
        QT_TRANSLATE_NOOP("Problems", "--out {path} must end in .png or .jpg."),
    ),
    "option.preview_place": Words(
        QT_TRANSLATE_NOOP("Problems", "--out {path} would become a sample of {folder}."),
        QT_TRANSLATE_NOOP("Problems", "Choose a place outside the class folders."),
    ),
    "option.encoders_of": Words(
        QT_TRANSLATE_NOOP("Problems", "--encoders-of {path}: it has only {known}."),
        QT_TRANSLATE_NOOP("Problems", "Use another model."),
    ),
    "option.split_seed": Words(
        QT_TRANSLATE_NOOP("Problems", "--split-seed {seed} leaves too few seeds for {count} splits."),
        QT_TRANSLATE_NOOP("Problems", "Give at most {most}."),
    ),
    "option.settings": Words(
        QT_TRANSLATE_NOOP("Problems", "{detail}."),
        QT_TRANSLATE_NOOP("Problems", "See --help."),
    ),
    "option.needs_joint": Words(
        QT_TRANSLATE_NOOP("Problems", "{detail}."),
        QT_TRANSLATE_NOOP("Problems", "Add --joint."),
    ),
    "comparison.no_result": Words(
        QT_TRANSLATE_NOOP("Problems", "The comparison gave no result."),
    ),
    "comparison.process_lost": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "One of {jobs} training processes ended unexpectedly, probably because memory ran out."
        ),
        QT_TRANSLATE_NOOP("Problems", "Repeat the command with fewer --jobs: finished trainings are kept."),
    ),
    "comparison.no_dask": Words(
        QT_TRANSLATE_NOOP("Problems", "--scheduler needs Dask, which is not installed."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "It comes with mmdesk from pip, not from an installer: pip install 'mmdesk[cluster]' (in a checkout: "
            "pip install -e '.[cluster]').",
        ),
    ),
    "comparison.no_scheduler": Words(
        QT_TRANSLATE_NOOP("Problems", "No Dask scheduler responds at {address}."),
        QT_TRANSLATE_NOOP("Problems", "Check the address, or start one there with: dask scheduler."),
    ),
    "comparison.no_workers": Words(
        QT_TRANSLATE_NOOP("Problems", "The Dask scheduler at {address} has no workers."),
        QT_TRANSLATE_NOOP("Problems", "Start some with: dask worker {address} --nworkers auto --nthreads 1."),
    ),
    "comparison.worker_lacks": Words(
        QT_TRANSLATE_NOOP("Problems", "A Dask worker at {address} cannot import what it needs: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Install mmdesk wherever workers run."),
    ),
    "comparison.worker_differs": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "The Dask worker {worker} has {package} {theirs}, this program {ours}: results could differ."
        ),
        QT_TRANSLATE_NOOP("Problems", "Install the same version on both sides."),
    ),
    "comparison.workers_lost": Words(
        QT_TRANSLATE_NOOP(
            "Problems", "Several Dask workers at {address} died in the same training, probably because memory ran out."
        ),
        QT_TRANSLATE_NOOP(
            "Problems", "Start workers with more memory and repeat the command: finished trainings are kept."
        ),
    ),
    "comparison.scheduler_lost": Words(
        QT_TRANSLATE_NOOP("Problems", "The connection to the Dask scheduler at {address} was lost."),
        QT_TRANSLATE_NOOP("Problems", "Start it again and repeat the command: finished trainings are kept."),
    ),
    "comparison.removed": Words(
        QT_TRANSLATE_NOOP("Problems", "{path}: finished trainings were removed while the comparison was running."),
        QT_TRANSLATE_NOOP("Problems", "Repeat the command."),
    ),
    "option.batch_alone": Words(
        QT_TRANSLATE_NOOP("Problems", "--batch cannot be combined with --image, --audio or --text."),
        QT_TRANSLATE_NOOP("Problems", "Give one or the other."),
    ),
    "option.nothing_given": Words(
        QT_TRANSLATE_NOOP("Problems", "There is nothing to predict from."),
        QT_TRANSLATE_NOOP("Problems", "Give --image, --audio, --text or --batch."),
    ),
    "option.no_fusion": Words(
        QT_TRANSLATE_NOOP("Problems", "--fusion {method}: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Choose one of those."),
    ),
    "model.damaged": Words(
        QT_TRANSLATE_NOOP("Problems", "The model {name} is damaged: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Train it again, or open another."),
    ),
    "option.out_folder": Words(
        QT_TRANSLATE_NOOP("Problems", "--out {path}: such a folder cannot be created ({reason})."),
        QT_TRANSLATE_NOOP("Problems", "Choose another folder."),
    ),
    "option.out_parent": Words(
        QT_TRANSLATE_NOOP("Problems", "--out {path}: there is no folder {folder}."),
        QT_TRANSLATE_NOOP("Problems", "Create it first."),
    ),
    "sample_session.inputs": Words(
        QT_TRANSLATE_NOOP("Problems", "The sample session does not begin with all inputs present."),
        QT_TRANSLATE_NOOP("Problems", "Install mmdesk again."),
    ),
    "option.no_methods": Words(
        QT_TRANSLATE_NOOP("Problems", "--fusions names no method."),
        QT_TRANSLATE_NOOP("Problems", "Use {known}, or all."),
    ),
    "option.unknown_method": Words(
        QT_TRANSLATE_NOOP("Problems", "{option} {method}: there is no such method."),
        QT_TRANSLATE_NOOP("Problems", "Use one of: {known}."),
    ),
    "option.method_not_trained": Words(
        QT_TRANSLATE_NOOP("Problems", "--fusion {method} is not among --fusions {known}."),
        QT_TRANSLATE_NOOP("Problems", "Name it there too."),
    ),
    "option.fresh": Words(
        QT_TRANSLATE_NOOP("Problems", "--fresh: {path} cannot be cleared ({reason})."),
        QT_TRANSLATE_NOOP("Problems", "Delete it by hand."),
    ),
    "option.which_input": Words(
        QT_TRANSLATE_NOOP("Problems", "{option}: the model has several inputs of this kind: {known}."),
        QT_TRANSLATE_NOOP("Problems", "Say which one is given: {option} NAME=…, with one of these names."),
    ),
    "option.no_input": Words(
        QT_TRANSLATE_NOOP("Problems", "No input is left to train on."),
        QT_TRANSLATE_NOOP("Problems", "Leave out one --encoder …=none."),
    ),
    "option.encoder_input": Words(
        QT_TRANSLATE_NOOP("Problems", "--encoder {word}: there is no such input."),
        QT_TRANSLATE_NOOP("Problems", "Use one of: {known}."),
    ),
    "option.no_such_input": Words(
        QT_TRANSLATE_NOOP("Problems", "--input {word} names no input of a plug-in that this model has."),
        QT_TRANSLATE_NOOP("Problems", "Give NAME=FILE; there are these: {known}."),
    ),
    "option.encoder_kind": Words(
        QT_TRANSLATE_NOOP("Problems", "--encoder {word}: there is no such encoder."),
        QT_TRANSLATE_NOOP("Problems", "Use one of these encoders: {known}."),
    ),
    "option.encoder_absent": Words(
        QT_TRANSLATE_NOOP("Problems", "--encoder {word}: {dataset} does not have this input."),
        QT_TRANSLATE_NOOP("Problems", "Leave it out."),
    ),
    "option.two_models": Words(
        QT_TRANSLATE_NOOP("Problems", "Two models are given, one with --model."),
        QT_TRANSLATE_NOOP("Problems", "Leave out one or the other."),
    ),
    "option.session_alone": Words(
        QT_TRANSLATE_NOOP("Problems", "--session replaces camera and microphone."),
        QT_TRANSLATE_NOOP("Problems", "Leave out one or the other."),
    ),
    "option.seconds_alone": Words(
        QT_TRANSLATE_NOOP("Problems", "--seconds works only with --screenshot FILE."),
        QT_TRANSLATE_NOOP("Problems", "Add --screenshot."),
    ),
    "option.same_file": Words(
        QT_TRANSLATE_NOOP("Problems", "--screenshot and --predictions name the same file."),
        QT_TRANSLATE_NOOP("Problems", "Give each a name of its own."),
    ),
    "program.no_resources": Words(
        QT_TRANSLATE_NOOP("Problems", "The program’s resources are missing (looked in {folder})."),
        QT_TRANSLATE_NOOP("Problems", "Install mmdesk again."),
    ),
    "display.none": Words(
        QT_TRANSLATE_NOOP("Problems", "There is no display: neither DISPLAY nor WAYLAND_DISPLAY is set."),
        QT_TRANSLATE_NOOP("Problems", "Without one, use “mmdesk replay SESSION --out DIR”."),
    ),
    "display.silent": Words(
        QT_TRANSLATE_NOOP("Problems", "The display “{name}” does not respond."),
        QT_TRANSLATE_NOOP("Problems", "Without one, use “mmdesk replay SESSION --out DIR”."),
    ),
    "qt_plugin.missing": Words(
        QT_TRANSLATE_NOOP("Problems", "Qt’s plug-in for the screen is missing: {path}."),
        QT_TRANSLATE_NOOP("Problems", "Install mmdesk again."),
    ),
    "qt_plugin.broken": Words(
        QT_TRANSLATE_NOOP("Problems", "Qt’s plug-in for the screen cannot be loaded: {detail}."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "Install mmdesk again. If a system library is named as missing, install that.",
        ),
    ),
    "graph.suffix": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: a graph is written as .onnx or .pt2."),
        QT_TRANSLATE_NOOP("Problems", "Choose one of these suffixes."),
    ),
    "graph.opset_needless": Words(
        QT_TRANSLATE_NOOP("Problems", "{name}: an opset is for ONNX only."),
        QT_TRANSLATE_NOOP("Problems", "Leave it out, or write .onnx."),
    ),
    "graph.opset": Words(
        QT_TRANSLATE_NOOP("Problems", "Opset {opset} cannot be written."),
        QT_TRANSLATE_NOOP("Problems", "Choose one of {first} to {last}."),
    ),
    "graph.packages": Words(
        QT_TRANSLATE_NOOP("Problems", "Writing ONNX needs these Python packages: {known}."),
        QT_TRANSLATE_NOOP(
            "Problems",
            "They come with mmdesk from pip, not from an installer: pip install 'mmdesk[export]' (in a checkout: "
            "pip install -e '.[export]').",
        ),
    ),
    "graph.opset_too_low": Words(
        QT_TRANSLATE_NOOP("Problems", "This model cannot be expressed in opset {opset}."),
        QT_TRANSLATE_NOOP("Problems", "Use opset {first}."),
    ),
    "graph.no_fusion": Words(
        QT_TRANSLATE_NOOP("Problems", "The model has no fusion “{method}”."),
        QT_TRANSLATE_NOOP("Problems", "It has: {known}."),
    ),
    "graph.untraceable": Words(
        QT_TRANSLATE_NOOP("Problems", "This model cannot be traced: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Export another model."),
    ),
    "graph.no_onnx": Words(
        QT_TRANSLATE_NOOP("Problems", "This model cannot be written as ONNX: {detail}."),
        QT_TRANSLATE_NOOP("Problems", "Write .pt2 instead."),
    ),
    **TEACHING,
}

_AT_PATH = QT_TRANSLATE_NOOP("Problems", "{path}: {sentence}")
_AT_LINE = QT_TRANSLATE_NOOP("Problems", "{path}, line {line}: {sentence}")


def filled(
    problem: Problem,
    translate: Callable[[str], str] = lambda english: english,
    show: Callable[[Field, str], str] = format,
) -> Words:
    """Return a problem's words, its fields filled in.

    Args:
        problem: Of a code in the table.
        translate: Gives a sentence of the table in another language.
        show: Gives a field's text for a format; numbers follow the language.

    Raises:
        KeyError: The code has no words, or they name a field that it lacks.
    """
    fields = {name: _Shown(value, show) for name, value in problem.fields}
    found = TABLE[problem.code]
    sentence, remedy = (translate(each).format_map(fields) if each else "" for each in found)
    if "path" in fields and "{path" not in found.sentence:
        place = _AT_LINE if "line" in fields else _AT_PATH
        sentence = translate(place).format_map({**fields, "sentence": sentence})
    return Words(sentence, remedy)


def english(problem: Problem) -> str:
    """Return a problem's sentence and remedy in English."""
    return " ".join(filter(None, filled(problem)))


class _Shown:
    """A field that asks for its text when a sentence names it."""

    def __init__(self, value: Field, show: Callable[[Field, str], str]) -> None:
        self._value, self._show = value, show

    def __format__(self, form: str) -> str:
        return self._show(self._value, form)
