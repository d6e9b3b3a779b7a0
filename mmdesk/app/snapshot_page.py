"""One moment as a page that is sent, printed or kept: no scripts, nothing fetched, everything in one file."""

from __future__ import annotations

import base64
from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QImage

from mmdesk import __version__
from mmdesk.core.errors import MmdeskError
from mmdesk.core.insight import Insight, MethodView
from mmdesk.core.modality import MODALITIES, Modality
from mmdesk.core.prediction import Prediction
from mmdesk.core.problem import Problem
from mmdesk.ui.export import png_bytes, write_file
from mmdesk.ui.microscope.perturbation_words import perturbation_name, strength_words
from mmdesk.ui.microscope.words import contribution_words, honesty_words, relation_tip, relation_words
from mmdesk.ui.panels.explanation_marks import points
from mmdesk.ui.theme import DARK, LIGHT, Theme
from mmdesk.ui.training_words import fusion_name
from mmdesk.ui.words import modality_name, percent, presence_words

translate = QCoreApplication.translate


def write_snapshot_page(
    path: Path,
    prediction: Prediction,
    pictures: Mapping[str, QImage | bytes],
    *,
    language: str = "en",
    taken: datetime | None = None,
    recording: str = "",
) -> None:
    """Write everything the program knows of one moment, in the language of the window.

    Args:
        path: The page; one that exists is replaced.
        prediction: The moment's answer.
        pictures: What each picture shows, in the reader's language, and the picture or a PNG file's content; those that
            hold nothing are left out.
        language: Code of the window's language, for screen readers.
        taken: When the moment was; now, if not given.
        recording: What was played in place of the devices, in the reader's language; empty when nothing was.

    Raises:
        MmdeskError: The page cannot be written, or there is no answer to tell of.
    """
    if prediction.label is None:
        raise MmdeskError(Problem("answer.none_to_keep"))
    page = snapshot_page(prediction, pictures, language=language, taken=taken, recording=recording)
    # What was typed may hold half of a surrogate pair, which UTF-8 cannot encode.
    write_file(path, page.encode("utf-8", "replace"))


def snapshot_page(
    prediction: Prediction,
    pictures: Mapping[str, QImage | bytes],
    *,
    language: str = "en",
    taken: datetime | None = None,
    recording: str = "",
) -> str:
    """Return the page that :func:`write_moment_page` writes."""
    title = translate("SnapshotPage", "A moment under the fusion microscope")
    time = (taken or datetime.now().astimezone()).strftime("%Y-%m-%d %H:%M:%S")
    facts = [
        (translate("SnapshotPage", "Time"), time),
        (translate("SnapshotPage", "Model"), prediction.model or "–"),
        (translate("SnapshotPage", "Fusion"), fusion_name(prediction.fusion) or "–"),
        (translate("SnapshotPage", "Program"), f"mmdesk {__version__}"),
    ]
    if recording:
        facts.insert(3, (translate("SnapshotPage", "Not live"), recording))
    if prediction.override is not None or prediction.perturbations:
        facts.insert(3, (translate("SnapshotPage", "In force"), _in_force(prediction)))
    insight = prediction.insight
    parts = [
        _opening(prediction),
        _pictures(pictures, prediction.text),
        _modalities(prediction),
        "" if insight is None else _methods(insight, prediction.fusion),
        "<dl>" + "".join(f"<div><dt>{_safe(name)}</dt><dd>{_safe(fact)}</dd></div>" for name, fact in facts) + "</dl>",
    ]
    return f"""<!DOCTYPE html>
<html lang="{_safe(language.replace("_", "-"))}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="mmdesk">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>{_safe(f"{prediction.label} – {title}")}</title>
<style>{_STYLE}</style>
</head>
<body>
<h1>{_safe(title)}</h1>
{"".join(parts)}
</body>
</html>
"""


def _opening(prediction: Prediction) -> str:
    insight, confidence = prediction.insight, prediction.confidence
    sure = "" if confidence is None else translate("SnapshotPage", "{percent} sure").format(percent=percent(confidence))
    answer = f'<p class="answer"><b>{_safe(prediction.label or "—")}</b> <span>{_safe(sure)}</span></p>'
    if insight is None:
        return answer
    tags = []
    if insight.shown is not insight.own:
        tags.append(translate("SnapshotPage", "The weights were set by hand."))
    if insight.original is not None:
        tags.append(translate("SnapshotPage", "The inputs were perturbed."))
    told = [f"{relation_words(insight.shown.relation)} – {relation_tip(insight.shown)}", *tags, honesty_words(insight)]
    return answer + "".join(f'<p class="say">{_safe(words)}</p>' for words in told if words)


def _in_force(prediction: Prediction) -> str:
    """The weights and perturbations of the user, in words."""
    told = []
    if prediction.override is not None:
        shares = " · ".join(percent(share) for share in prediction.override)
        told.append(translate("SnapshotPage", "Weights by hand: {shares}").format(shares=shares))
    for done in prediction.perturbations:
        name = perturbation_name(done.modality, done.kind)
        strength = done.text or strength_words(done.modality, done.kind, done.strength)
        told.append(f"{modality_name(done.modality)}: {name} {strength}".rstrip())
    return ", ".join(told)


def _pictures(pictures: Mapping[str, QImage | bytes], text: str) -> str:
    figures = []
    for caption, picture in pictures.items():
        if isinstance(picture, QImage) and picture.isNull():
            continue
        content = png_bytes(picture) if isinstance(picture, QImage) else picture
        if not content:
            continue
        source = f"data:image/png;base64,{base64.b64encode(content).decode('ascii')}"
        figures.append(
            f'<figure><img src="{source}" alt="{_safe(caption)}"><figcaption>{_safe(caption)}</figcaption></figure>'
        )
    typed = ""
    if text.strip():
        heading = translate("SnapshotPage", "What the model read")
        typed = f"<figure><blockquote>{_safe(text)}</blockquote><figcaption>{_safe(heading)}</figcaption></figure>"
    return f'<div class="inputs">{"".join(figures)}{typed}</div>' if figures or typed else ""


def _modalities(prediction: Prediction) -> str:
    heading = translate("SnapshotPage", "What counted, and what mattered")
    columns = (
        translate("SnapshotPage", "Input"),
        translate("SnapshotPage", "State"),
        translate("SnapshotPage", "Weight"),
        translate("SnapshotPage", "Contribution"),
        translate("SnapshotPage", "The answer without it"),
    )
    note = translate(
        "SnapshotPage",
        "The weight is how much the method lets an input count. The contribution is what the input did to the answer’s "
        "probability, in percentage points: its exact Shapley value. All contributions together lead from a guess at "
        "random to how sure the answer is.",
    )
    rows = "".join(_modality_row(prediction, modality) for modality in MODALITIES)
    return f'<h2>{_safe(heading)}</h2>{_table(columns, rows)}<p class="muted">{_safe(note)}</p>'


def _modality_row(prediction: Prediction, modality: Modality) -> str:
    column = modality.column
    weight = None if prediction.weights is None else float(prediction.weights[column])
    view = None if prediction.insight is None else prediction.insight.shown
    contribution = None if view is None else float(view.contributions[column])
    without = None if view is None else view.without(modality)
    mattered = "–" if contribution is None else contribution_words(contribution)
    cells = (
        _safe(presence_words(modality, prediction.presence(modality))),
        _bar(weight, modality, "weight") + _safe(_weight_words(weight, defined=prediction.weights_defined)),
        _bar(contribution, modality, "contribution") + _safe(mattered),
        _safe("–" if without is None else f"{without.label or '–'} · {percent(without.confidence)}"),
    )
    name = f'<th scope="row"><i class="{modality.value}"></i>{_safe(modality_name(modality))}</th>'
    return f"<tr>{name}{''.join(f'<td>{cell}</td>' for cell in cells)}</tr>"


def _methods(insight: Insight, chosen: str) -> str:
    heading = translate("SnapshotPage", "The same moment, fused in other ways")
    names = " · ".join(modality_name(modality) for modality in MODALITIES)
    columns = (
        translate("SnapshotPage", "Method"),
        translate("SnapshotPage", "Answer"),
        translate("SnapshotPage", "Sure"),
        translate("SnapshotPage", "Weights: {inputs}").format(inputs=names),
        translate("SnapshotPage", "Contributions: {inputs}").format(inputs=names),
        translate("SnapshotPage", "How they stand"),
    )
    rows = "".join(_method_row(view, chosen=view.fusion == chosen) for view in insight.side_by_side)
    note = translate(
        "SnapshotPage", "Each method with its own weights, on the same inputs; in bold the one that answers."
    )
    if insight.shown is not insight.own:
        note += " " + translate("SnapshotPage", "That one has the weights that were set by hand.")
    return f'<h2>{_safe(heading)}</h2>{_table(columns, rows)}<p class="muted">{_safe(note)}</p>'


def _method_row(view: MethodView, *, chosen: bool) -> str:
    weights = translate("SnapshotPage", "not defined")
    if view.weights is not None:
        weights = " · ".join(percent(float(weight)) for weight in view.weights)
    cells = (
        view.outcome.label or "–",
        percent(view.outcome.confidence),
        weights,
        " · ".join(points(float(value)) for value in view.contributions),
        relation_words(view.relation),
    )
    strong = ' class="strong"' if chosen else ""
    name = f'<th scope="row">{_safe(fusion_name(view.fusion))}</th>'
    return f"<tr{strong}>{name}{''.join(f'<td>{_safe(cell)}</td>' for cell in cells)}</tr>"


def _weight_words(weight: float | None, *, defined: bool) -> str:
    if not defined:
        return translate("SnapshotPage", "not defined")
    return "–" if weight is None else percent(weight)


def _bar(value: float | None, modality: Modality, kind: str) -> str:
    """A bar in its track. A contribution's track is twice as wide as a weight's, with its zero in the middle: 100 % and
    100 points are the same length.
    """
    bar = ""
    if value:
        zero, unit = (0.0, 100.0) if kind == "weight" else (50.0, 50.0)
        width = abs(value) * unit
        start = zero if value > 0 else zero - width
        bar = f'<span class="{kind} {modality.value}" style="left:{start:.2f}%;width:{width:.2f}%"></span>'
    return f'<span class="track {kind}-track">{bar}</span>'


def _table(columns: Sequence[str], rows: str) -> str:
    head = "".join(f'<th scope="col">{_safe(column)}</th>' for column in columns)
    return f'<div class="scroll"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'


def _safe(text: str) -> str:
    """Everything that is written goes through here: labels and texts come from anybody."""
    return escape(text.replace("\0", "�"), quote=True)


def _colours(theme: Theme) -> str:
    named = zip(MODALITIES, theme.modalities, strict=True)
    inputs = "".join(f"--{modality.value}:{colour};" for modality, colour in named)
    return (
        f"--paper:{theme.card};--ink:{theme.text};--muted:{theme.muted};--line:{theme.line};--track:{theme.track};"
        f"--state:{theme.state};{inputs}"
    )


_STYLE = f"""
:root{{color-scheme:light dark;{_colours(LIGHT)}}}
@media screen and (prefers-color-scheme:dark){{:root{{{_colours(DARK)}}}}}
*{{box-sizing:border-box}}
html{{background:var(--paper);color:var(--ink);font:16px/1.5 Inter,'Segoe UI','SF Pro Text','Noto Sans',Ubuntu,
'DejaVu Sans','Noto Sans CJK SC','Microsoft YaHei UI','PingFang SC',sans-serif;print-color-adjust:exact}}
body{{max-width:68rem;margin:0 auto;padding:1.5rem 1.25rem 3rem;overflow-wrap:anywhere}}
h1{{font-size:1.2rem;margin:0;color:var(--muted);font-weight:600}}
h2{{font-size:1.25rem;margin:2rem 0 .5rem}}
.answer{{margin:.2rem 0 .6rem;line-height:1.1}}
.answer b{{font-size:4.5rem;margin-right:1rem}}
.answer span{{font-size:1.8rem;font-weight:600}}
.say{{border-left:4px solid var(--state);padding:.1rem 0 .1rem .9rem;margin:.5rem 0;max-width:52rem}}
.muted,figcaption,dt{{color:var(--muted)}}
.inputs{{display:flex;flex-wrap:wrap;gap:1rem;margin:1.4rem 0}}
figure{{margin:0;flex:1 1 18rem;max-width:32rem}}
img{{display:block;max-width:100%;max-height:22rem;border-radius:8px}}
blockquote{{margin:0;padding:.6rem 1rem;border:1px solid var(--line);border-radius:8px;font-size:1.6rem;
white-space:pre-wrap}}
.scroll{{overflow-x:auto}}
table{{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}}
th,td{{padding:.4rem .7rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:middle;
overflow-wrap:normal}}
thead th{{color:var(--muted);font-weight:600;vertical-align:bottom}}
tr.strong th,tr.strong td{{font-weight:700}}
tbody th{{font-weight:600}} td:last-child{{min-width:8.5rem}}
th i{{display:inline-block;width:.8em;height:.8em;border-radius:50%;margin-right:.5em}}
.track{{position:relative;display:inline-block;vertical-align:middle;width:6rem;height:1rem;margin-right:.7rem;
background:var(--track)}}
.contribution-track{{width:12rem;
background:linear-gradient(var(--muted),var(--muted)) 50% 0/1px 100% no-repeat var(--track)}}
.track span{{position:absolute;top:0;bottom:0}}
i.image,.weight.image{{background:var(--image)}} i.audio,.weight.audio{{background:var(--audio)}}
i.text,.weight.text{{background:var(--text)}}
.contribution.image{{box-shadow:inset 0 0 0 2px var(--image)}}
.contribution.audio{{box-shadow:inset 0 0 0 2px var(--audio)}}
.contribution.text{{box-shadow:inset 0 0 0 2px var(--text)}}
dl{{display:flex;flex-wrap:wrap;gap:.4rem 2rem;margin:2rem 0 0;border-top:1px solid var(--line);padding-top:.8rem}}
dl div{{display:flex;gap:.5rem}} dd{{margin:0}}
@media print{{html{{font-size:10pt}} body{{max-width:none;padding:0}} tr,figure{{break-inside:avoid}}}}
"""
