"""Puts pictures and sound together into one WebM file: VP8 and Opus, which browsers, telephones and players play.

OpenCV writes videos without sound, and the packages that can do both carry encoders under licences that do not suit an
installer. The container is simple enough: after RFC 8794 (EBML), RFC 9559 (Matroska), RFC 7845 (Ogg Opus) and RFC 6716
(Opus, section 3.1); of it only what WebM wants. What is held is one cluster.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from heapq import merge
from operator import itemgetter
from pathlib import Path
from typing import BinaryIO, NamedTuple

CLUSTER_MS = 2000
OPUS_HZ = 48_000
_IVF_HEAD, _IVF_FRAME = 32, struct.Struct("<IQ")
_VIDEO, _SOUND = 1, 2
_CONTINUED = 255
_SEEK_PRE_ROLL_NS = 80_000_000


class Packet(NamedTuple):
    """What stands at one time in one track.

    Attributes:
        time_ms: When.
        track: Which.
        content: What.
        key: Whether it can be understood without those before.
    """

    time_ms: int
    track: int
    content: bytes
    key: bool


def write_webm(path: Path, video: Path, sound: Path | None, size_px: tuple[int, int], fps: float) -> int:
    """Write a WebM file; return how many pictures it has.

    Args:
        path: The file; one that exists is replaced.
        video: VP8 in an IVF file.
        sound: Opus in an Ogg file; None for a video without.
        size_px: Width and height of the pictures.
        fps: Pictures a second.

    Raises:
        OSError: A file cannot be read or written.
        ValueError: A file is none of that kind.
    """
    head = None if sound is None else next(_ogg_packets(sound), b"")
    if head is not None and not head.startswith(b"OpusHead"):
        raise ValueError(f"{sound} is no Opus")
    streams = [_video_packets(video, fps), *([] if sound is None else [_sound_packets(sound)])]
    with path.open("wb") as file:
        file.write(_element("1A45DFA3", _EBML_HEAD))
        file.write(bytes.fromhex("18538067"))
        size_at = file.tell()
        file.write(bytes(8))
        begin = file.tell()
        info = [_uint("2AD7B1", 1_000_000), _text("4D80", "mmdesk"), _text("5741", "mmdesk")]
        file.write(_element("1549A966", b"".join((*info, _element("4489", struct.pack(">d", 0.0))))))
        duration_at = file.tell() - 8
        tracks = [_video_track(size_px, fps), *([] if head is None else [_sound_track(head)])]
        file.write(_element("1654AE6B", b"".join(tracks)))
        cues, end_ms, pictures = _write_clusters(file, begin, merge(*streams, key=itemgetter(0)))
        file.write(_element("1C53BB6B", b"".join(cues)))
        end = file.tell()
        file.seek(size_at)
        file.write(struct.pack(">Q", 1 << 56 | end - begin))
        file.seek(duration_at)
        file.write(struct.pack(">d", end_ms + 1000.0 / fps))
    return pictures


def _write_clusters(file: BinaryIO, begin: int, packets: Iterator[Packet]) -> tuple[list[bytes], int, int]:
    """Write the packets in order, a cluster of a few seconds at a time.

    Returns:
        Where to seek to, the last time, and how many pictures there were.
    """
    cues: list[bytes] = []
    blocks: list[bytes] = []
    cluster_ms = last_ms = pictures = 0

    def flush() -> None:
        if blocks:
            file.write(_element("1F43B675", _uint("E7", cluster_ms) + b"".join(blocks)))
            blocks.clear()

    for packet in packets:
        last_ms = packet.time_ms
        pictures += packet.track == _VIDEO
        is_key = packet.track == _VIDEO and packet.key
        if not blocks or packet.time_ms - cluster_ms >= CLUSTER_MS or (is_key and blocks):
            flush()
            cluster_ms = packet.time_ms
            if is_key:
                place = _element("B7", _uint("F7", _VIDEO) + _uint("F1", file.tell() - begin))
                cues.append(_element("BB", _uint("B3", cluster_ms) + place))
        flags = 0x80 if packet.key else 0
        head = bytes((0x80 | packet.track,)) + struct.pack(">hB", packet.time_ms - cluster_ms, flags)
        blocks.append(_element("A3", head + packet.content))
    flush()
    return cues, last_ms, pictures


def _video_packets(path: Path, fps: float) -> Iterator[Packet]:
    with path.open("rb") as file:
        head = file.read(_IVF_HEAD)
        if head[:4] != b"DKIF" or head[8:12] != b"VP80":
            raise ValueError(f"{path} is no VP8")
        number = 0
        while len(line := file.read(_IVF_FRAME.size)) == _IVF_FRAME.size:
            size = _IVF_FRAME.unpack(line)[0]
            content = file.read(size)
            if not content or len(content) < size:
                raise ValueError(f"{path} is torn")
            yield Packet(round(1000 * number / fps), _VIDEO, content, not content[0] & 1)
            number += 1


def _sound_packets(path: Path) -> Iterator[Packet]:
    packets = _ogg_packets(path)
    next(packets)  # the head
    next(packets)  # the comment
    samples = 0
    for content in packets:
        yield Packet(round(1000 * samples / OPUS_HZ), _SOUND, content, key=True)
        samples += _opus_samples(content)


def _opus_samples(packet: bytes) -> int:
    """How many samples of 48 kHz a packet stands for."""
    kind, code = packet[0] >> 3, packet[0] & 3
    if kind < 12:
        frame = (480, 960, 1920, 2880)[kind & 3]
    elif kind < 16:
        frame = (480, 960)[kind & 1]
    else:
        frame = (120, 240, 480, 960)[kind & 3]
    return frame * (1 if code == 0 else 2 if code < 3 else packet[1] & 63)


def _ogg_packets(path: Path) -> Iterator[bytes]:
    """Yield the packets of an Ogg file with one stream."""
    begun = b""
    with path.open("rb") as file:
        while len(head := file.read(27)) == 27:
            if head[:4] != b"OggS":
                raise ValueError(f"{path} is no Ogg")
            lacing = file.read(head[26])
            size = 0
            for length in lacing:
                size += length
                if length < _CONTINUED:
                    yield begun + file.read(size)
                    begun, size = b"", 0
            begun += file.read(size)


# ---- elements ----


def _element(number: str, content: bytes) -> bytes:
    size = len(content)
    length = next(length for length in range(1, 9) if size < (1 << 7 * length) - 1)
    return bytes.fromhex(number) + (size | 1 << 7 * length).to_bytes(length, "big") + content


def _uint(number: str, value: int) -> bytes:
    return _element(number, value.to_bytes(max(1, (value.bit_length() + 7) // 8), "big"))


def _text(number: str, words: str) -> bytes:
    return _element(number, words.encode())


def _video_track(size_px: tuple[int, int], fps: float) -> bytes:
    size = _uint("B0", size_px[0]) + _uint("BA", size_px[1])
    parts = [_uint("D7", _VIDEO), _uint("73C5", _VIDEO), _uint("83", 1), _text("86", "V_VP8")]
    return _element("AE", b"".join((*parts, _uint("23E383", round(1e9 / fps)), _element("E0", size))))


def _sound_track(head: bytes) -> bytes:
    skipped_ns = int.from_bytes(head[10:12], "little") * 1_000_000_000 // OPUS_HZ
    parts = [_uint("D7", _SOUND), _uint("73C5", _SOUND), _uint("83", 2), _text("86", "A_OPUS"), _element("63A2", head)]
    delay = [_uint("56AA", skipped_ns), _uint("56BB", _SEEK_PRE_ROLL_NS)]
    sound = _element("B5", struct.pack(">d", float(OPUS_HZ))) + _uint("9F", head[9])
    return _element("AE", b"".join((*parts, *delay, _element("E1", sound))))


_EBML_HEAD = b"".join(
    (
        _uint("4286", 1),
        _uint("42F7", 1),
        _uint("42F2", 4),
        _uint("42F3", 8),
        _text("4282", "webm"),
        _uint("4287", 4),
        _uint("4285", 2),
    )
)
