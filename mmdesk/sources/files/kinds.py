"""Which files are read, which are not and what to do about those, and where a file cannot even be opened."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from mmdesk.core.errors import MediaError
from mmdesk.core.file_names import why_no_file
from mmdesk.core.problem import Problem

READER_VERSION = 2
"""Goes up when the same file comes out of the reader differently: an interrupted run is then not continued."""

IMAGE_SUFFIXES = frozenset(".jpg .jpeg .jfif .png .webp .avif .bmp .gif .tif .tiff .ppm .pgm .pbm .jp2".split())
"""What a folder of data takes for a picture."""
AUDIO_SUFFIXES = frozenset(".wav .flac .ogg .oga .opus .mp3 .aif .aiff .au .caf .w64".split())
"""What a folder of data takes for a sound."""

_PICTURES = {
    "HEIC": ".heic .heif .hif",
    "RAW": ".dng .raw .cr2 .cr3 .crw .nef .nrw .arw .srf .sr2 .orf .rw2 .raf .pef .srw .x3f .3fr .iiq",
    "SVG": ".svg .svgz",
    "EPS": ".eps .ps .ai",
    "WMF": ".wmf .emf",
    "PDF": ".pdf",
    "Photoshop": ".psd .psb",
    "GIMP": ".xcf",
    "JPEG XL": ".jxl",
    "HDR": ".exr .hdr",
    "ICO": ".ico .icns .cur",
    "Targa": ".tga",
    "DDS": ".dds",
}
_SOUNDS = {
    "MP4 (AAC, ALAC)": ".m4a .m4b",
    "AAC": ".aac",
    "Windows Media": ".wma",
    "AC-3": ".ac3 .eac3",
    "AMR": ".amr",
    "Monkey's Audio": ".ape",
    "WavPack": ".wv",
    "Musepack": ".mpc",
    "True Audio": ".tta",
    "Speex": ".spx",
    "DSD": ".dsf .dff",
    "MIDI": ".mid .midi",
}
_VIDEO = ".mp4 .m4v .mov .avi .mkv .webm .wmv .mpg .mpeg .3gp .3g2 .ogv"


class UnreadKind(NamedTuple):
    """Files that are known and not read: "picture", "sound" or "video", and the name of their format."""

    what: str
    format: str


def _by_suffix(what: str, kinds: dict[str, str]) -> dict[str, UnreadKind]:
    return {suffix: UnreadKind(what, kind) for kind, suffixes in kinds.items() for suffix in suffixes.split()}


_UNREAD = {
    **_by_suffix("picture", _PICTURES),
    **_by_suffix("sound", _SOUNDS),
    **{suffix: UnreadKind("video", suffix[1:].upper()) for suffix in _VIDEO.split()},
}
_RAW_SUFFIXES = frozenset(_PICTURES["RAW"].split())
# Where the name's ending says nothing: the beginning of the file, and the ending that goes with it.
_SIGNATURES = (
    (0, b"%PDF", ".pdf"), (0, b"%!PS", ".eps"), (0, b"\xc5\xd0\xd3\xc6", ".eps"), (0, b"8BPS", ".psd"),
    (0, b"gimp xcf", ".xcf"), (0, b"<svg", ".svg"), (0, b"\xff\x0a", ".jxl"), (4, b"JXL ", ".jxl"),
    (0, b"v/1\x01", ".exr"), (0, b"#?RADIANCE", ".hdr"), (0, b"DDS ", ".dds"), (0, b"\0\0\1\0", ".ico"),
    (0, b"icns", ".icns"), (0, b"\xd7\xcd\xc6\x9a", ".wmf"),
    (0, b"MAC ", ".ape"), (0, b"wvpk", ".wv"), (0, b"MPCK", ".mpc"), (0, b"MP+", ".mpc"), (0, b"TTA1", ".tta"),
    (0, b"#!AMR", ".amr"), (0, b"MThd", ".mid"), (0, b"DSD ", ".dsf"), (0, b"FRM8", ".dff"),
    (0, b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", ".wma"), (0, b"\x0b\x77", ".ac3"),
    (0, b"\xff\xf1", ".aac"), (0, b"\xff\xf9", ".aac"), (28, b"Speex   ", ".spx"),
    (0, b"\x1aE\xdf\xa3", ".mkv"),
)  # fmt: skip
# The major brand of an ISO base media file (ISO/IEC 14496-12, section 4.3), at byte 8 after "ftyp".
_HEIC = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1")
_BRANDS = {b"M4A ": ".m4a", b"M4B ": ".m4b", **dict.fromkeys(_HEIC, ".heic")}


def unread_kind(suffix: str) -> UnreadKind | None:
    """Return what files with that ending are, for known kinds that are not read.

    Args:
        suffix: With its point, in any case.
    """
    return _UNREAD.get(suffix.lower())


def check_readable(path: Path) -> None:
    """Raise where there is no such file, it is none, may not be read, is empty, or is a kind that would be mistaken.

    Raises:
        MediaError: With a remedy.
    """
    if fault := why_no_file(path):
        raise MediaError(fault.at(path))
    try:
        with path.open("rb") as stream:
            is_empty = not stream.read(1)
    except OSError as error:
        raise MediaError(Problem("file.unreadable", path=path, reason=error.strerror or str(error))) from None
    if is_empty:
        raise MediaError(Problem("file.empty", path=path))
    if path.suffix.lower() in _RAW_SUFFIXES:
        # Most are TIFF files whose first picture is a thumbnail.
        raise MediaError(Problem("picture.unread", path=path, kind="RAW"))


def not_read(path: Path) -> Problem | None:
    """Return why a file that nothing here can decode is not read, by its name's ending or its beginning; else None."""
    kind = unread_kind(path.suffix) or unread_kind(_suffix_by_content(path))
    match kind:
        case UnreadKind("picture", name):
            return Problem("picture.unread", path=path, kind=name)
        case UnreadKind("sound", name):
            return Problem("sound.unread", path=path, kind=name)
        case UnreadKind():
            return Problem("video.unread", path=path)
    return None


def _suffix_by_content(path: Path) -> str:
    try:
        with path.open("rb") as stream:
            head = stream.read(64)
    except OSError:
        return ""
    if head[4:8] == b"ftyp":
        return _BRANDS.get(head[8:12], "" if head[8:12] in {b"avif", b"avis"} else ".mp4")
    return next((suffix for at, magic, suffix in _SIGNATURES if head[at : at + len(magic)] == magic), "")
