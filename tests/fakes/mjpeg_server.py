"""A network camera over loopback: MJPEG over HTTP, which can be cut off and made to hang.

    python tests/fakes/mjpeg_server.py VIDEO_OR_FOLDER --port 8090 --fps 30

The stream is at /video. `GET /hang`, `/stop` and `/resume` do to it what `MjpegServer` does in a test.
"""

from __future__ import annotations

import argparse
import os
import socket
import sys
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Condition, Event, Thread
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

os.environ.setdefault("OPENCV_LOG_LEVEL", "OFF")

BOUNDARY = "frame"
_SEND_BUFFER = 128 << 10
"""Bytes; cameras have little. Left to itself, the loopback interface holds a second of pictures for a slow reader."""
_PICTURES = (".jpg", ".jpeg", ".png", ".bmp", ".webp")


def encode_jpeg(picture_bgr: NDArray[np.uint8], quality: int = 90) -> bytes:
    import cv2

    done, data = cv2.imencode(".jpg", picture_bgr, [cv2.IMWRITE_JPEG_QUALITY, quality])
    if not done:
        raise ValueError("a picture could not be encoded")
    return data.tobytes()


def load_pictures(path: Path, longest: int = 1800) -> list[bytes]:
    """Read a video's frames, or a folder's pictures in the order of their names, as JPEG."""
    import cv2

    if path.is_dir():
        files = sorted(file for file in path.iterdir() if file.suffix.lower() in _PICTURES)
        return [encode_jpeg(cv2.imread(str(file))) for file in files[:longest]]
    capture = cv2.VideoCapture(str(path))
    jpegs: list[bytes] = []
    while len(jpegs) < longest:
        done, picture = capture.read()
        if not done:
            break
        jpegs.append(encode_jpeg(picture))
    capture.release()
    return jpegs


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    allow_reuse_address = True
    block_on_close = False

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A reader that goes away is not an error of the server."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class MjpegServer:
    """Serves pictures in a loop, all readers in step with one clock.

    Args:
        jpegs: The pictures, encoded.
        fps: Pictures a second.
        port: TCP port on the loopback interface; 0 takes a free one.

    Attributes:
        sent: Pictures sent to all readers together.
        send_times_s: `time.perf_counter` at which each picture's last byte was handed to the system; newest 1000.
    """

    def __init__(self, jpegs: list[bytes], fps: float = 30.0, port: int = 0) -> None:
        if not jpegs:
            raise ValueError("there are no pictures to serve")
        self._jpegs = jpegs
        self._period_s = 1.0 / fps
        self._changed = Condition()
        self._mode = "run"
        self._epoch = 0
        self._closed = Event()
        self.sent = 0
        self.send_times_s: list[float] = []
        stream = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.0"
            commands: ClassVar = {"/hang": stream.hang, "/stop": stream.stop_stream, "/resume": stream.resume}

            def do_GET(self) -> None:
                command = self.commands.get(self.path)
                if command is not None:
                    command()
                    self.send_response(204)
                    self.end_headers()
                else:
                    stream.serve(self)

            def log_message(self, format: str, *args: Any) -> None:  # noqa: A002
                return

        self._server = _Server(("127.0.0.1", port), Handler)
        self.port: int = self._server.server_address[1]
        self._thread = Thread(
            target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name="mjpeg-server", daemon=True
        )
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/video"

    def show(self, jpegs: list[bytes]) -> None:
        """Serve other pictures from the next one on, to the same readers."""
        with self._changed:
            self._jpegs = jpegs

    def hang(self) -> None:
        """Keep connections open and send nothing."""
        self._set_mode("hang")

    def stop_stream(self) -> None:
        """Cut every stream off and refuse new ones (503)."""
        self._set_mode("stop")

    def resume(self) -> None:
        """Serve again."""
        self._set_mode("run")

    def close(self) -> None:
        """End the server and its streams."""
        self._closed.set()
        self._set_mode("stop")
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()

    def __enter__(self) -> MjpegServer:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def _set_mode(self, mode: str) -> None:
        with self._changed:
            self._mode = mode
            if mode == "stop":
                self._epoch += 1  # streams of an older epoch end, even if the server is resumed at once
            self._changed.notify_all()

    def serve(self, handler: BaseHTTPRequestHandler) -> None:
        """Send one reader the stream. Runs on the connection's own thread."""
        with self._changed:
            epoch, refused = self._epoch, self._mode == "stop"
        if refused:
            handler.send_error(503)
            return
        handler.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        handler.connection.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, _SEND_BUFFER)
        handler.send_response(200)
        handler.send_header("Content-Type", f"multipart/x-mixed-replace; boundary={BOUNDARY}")
        handler.send_header("Cache-Control", "no-store")
        handler.end_headers()
        origin_s = time.perf_counter()
        last = -1
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._mode != "hang" or epoch != self._epoch)
                if epoch != self._epoch or self._closed.is_set():
                    return
                # The clock decides which picture it is: a slow reader misses pictures and stays up to date.
                index = max(last + 1, int((time.perf_counter() - origin_s) / self._period_s))
                wait_s = origin_s + index * self._period_s - time.perf_counter()
                if wait_s > 0 and self._changed.wait(wait_s):
                    continue
            last = index
            self._send(handler, self._jpegs[index % len(self._jpegs)])

    def _send(self, handler: BaseHTTPRequestHandler, jpeg: bytes) -> None:
        head = f"--{BOUNDARY}\r\nContent-Type: image/jpeg\r\nContent-Length: {len(jpeg)}\r\n\r\n"
        handler.wfile.write(head.encode() + jpeg + b"\r\n")
        handler.wfile.flush()
        self.sent += 1
        self.send_times_s = [*self.send_times_s[-999:], time.perf_counter()]


def main() -> int:
    parser = argparse.ArgumentParser(description="Serve a video or a folder of pictures as a network camera.")
    parser.add_argument("source", type=Path, help="a video file, or a folder of pictures")
    parser.add_argument("--port", type=int, default=8090)
    parser.add_argument("--fps", type=float, default=30.0)
    options = parser.parse_args()
    with MjpegServer(load_pictures(options.source), options.fps, options.port) as server:
        sys.stdout.write(f"{server.url}\n")
        sys.stdout.flush()
        try:
            Event().wait()
        except KeyboardInterrupt:
            return 0
    return 0


if __name__ == "__main__":
    sys.exit(main())
