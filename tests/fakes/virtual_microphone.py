"""A microphone without a sound card: a private PulseAudio server whose null sink is heard as a microphone.

Programs started with `VirtualMicrophone.env` find it as PortAudio's device ``pulse``. It needs the Debian packages
pulseaudio, pulseaudio-utils and libasound2-plugins. From the command line it runs a program beside it and plays
recordings to that program:

    python tests/fakes/virtual_microphone.py run --play three.wav five.wav -- mmdesk --microphone pulse
    python tests/fakes/virtual_microphone.py start DIRECTORY   # until interrupted; prints the environment
    python tests/fakes/virtual_microphone.py play DIRECTORY three.wav five.wav
"""

from __future__ import annotations

import argparse
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

_SCRIPT = """\
load-module module-native-protocol-unix auth-anonymous=1 socket={socket}
load-module module-null-sink sink_name=speaker rate=48000 channels=2
load-module module-remap-source master=speaker.monitor source_name=microphone channels=1 channel_map=mono
set-default-sink speaker
set-default-source microphone
"""


def available() -> bool:
    """Whether the programs that a virtual microphone needs are installed."""
    plugin = any(Path("/usr/lib").glob("*/alsa-lib/libasound_module_pcm_pulse.so"))
    return plugin and all(shutil.which(program) for program in ("pulseaudio", "pactl", "pacat", "paplay"))


class VirtualMicrophone:
    """A sound server of one's own; a context manager.

    Args:
        directory: Short and private: the socket's path must stay below 108 characters.
    """

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._socket = directory / "native"
        self.env = {
            "HOME": str(directory),
            "XDG_RUNTIME_DIR": str(directory / "run"),
            "PULSE_SERVER": f"unix:{self._socket}",
        }
        self._server: subprocess.Popen[bytes] | None = None
        self._zeros: subprocess.Popen[bytes] | None = None
        self._players: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> VirtualMicrophone:
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.kill()

    @property
    def child_env(self) -> dict[str, str]:
        """The whole environment for a child process, away from any sound server of the user's."""
        dropped = {"PULSE_SINK", "PULSE_SOURCE", "PULSE_COOKIE", "XDG_CONFIG_HOME", "DBUS_SESSION_BUS_ADDRESS"}
        return {key: value for key, value in os.environ.items() if key not in dropped} | self.env

    def start(self, timeout_s: float = 20.0) -> None:
        """Start the server and wait until it answers."""
        run = self._directory / "run"
        run.mkdir(parents=True, exist_ok=True)
        run.chmod(0o700)
        script = self._directory / "microphone.pa"
        script.write_text(_SCRIPT.format(socket=self._socket))
        self._socket.unlink(missing_ok=True)
        for stale in run.glob("pulse/pid"):
            stale.unlink()
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--disable-shm", "--realtime=no"]
        command += ["--use-pid-file=no", "--log-target=stderr", "-F", str(script)]
        with (self._directory / "pulseaudio.log").open("ab") as log:
            self._server = subprocess.Popen(command, env=self.child_env, stdout=log, stderr=log)
        deadline_s = time.monotonic() + timeout_s
        while self._pactl("get-default-source") != "microphone":
            if self._server.poll() is not None or time.monotonic() > deadline_s:
                raise RuntimeError((self._directory / "pulseaudio.log").read_text())
            time.sleep(0.05)
        # An idle sink delivers its first block up to two seconds late.
        with Path("/dev/zero").open("rb") as zeros:
            command = ["pacat", "--playback", "--raw", "--latency-msec=50"]
            self._zeros = subprocess.Popen(command, env=self.child_env, stdin=zeros, stderr=subprocess.DEVNULL)

    def _pactl(self, *arguments: str) -> str:
        command = ["pactl", *arguments]
        return subprocess.run(command, env=self.child_env, capture_output=True, text=True, check=False).stdout.strip()

    def play(self, *wavs: Path, gap_s: float = 0.0) -> None:
        """Say recordings into the microphone, one after the other; returns when all have been said."""
        play_into(self.env["PULSE_SERVER"], *wavs, gap_s=gap_s)

    def play_in_background(self, wav: Path) -> None:
        """Begin to say a recording; it ends with the server at the latest."""
        command = ["paplay", str(wav)]
        self._players.append(subprocess.Popen(command, env=self.child_env, stderr=subprocess.DEVNULL))

    def kill(self) -> None:
        """End the server without warning, as a crash does."""
        for process in (*self._players, self._zeros, self._server):
            if process is not None:
                process.kill()  # works on a frozen process too
                process.wait()
        self._zeros = self._server = None
        self._players.clear()

    def freeze(self) -> None:
        """Make the server hang."""
        if self._server is not None:
            self._server.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let the server go on."""
        if self._server is not None:
            self._server.send_signal(signal.SIGCONT)


def play_into(server: str, *wavs: Path, gap_s: float = 0.0) -> None:
    """Play recordings to the sink of a running server ("unix:…")."""
    for wav in wavs:
        subprocess.run(["paplay", "--server", server, str(wav)], check=True)
        time.sleep(gap_s)


def _run(arguments: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory(prefix="vm") as name, VirtualMicrophone(Path(name)) as microphone:
        child = subprocess.Popen(arguments.command, env=microphone.child_env)

        def say() -> None:
            time.sleep(arguments.delay_s)
            while child.poll() is None:
                microphone.play(*arguments.play, gap_s=arguments.gap_s)
                if not arguments.loop:
                    return

        if arguments.play:
            threading.Thread(target=say, daemon=True).start()
        return child.wait()


def main() -> int:
    """Run the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="what", required=True)
    run = commands.add_parser("run", help="run a program that hears this microphone")
    run.add_argument("--play", type=Path, nargs="+", default=[], metavar="WAV")
    run.add_argument("--delay-s", type=float, default=2.0, help="before the first recording")
    run.add_argument("--gap-s", type=float, default=1.5, help="after each recording")
    run.add_argument("--loop", action="store_true")
    run.add_argument("command", nargs="+")
    start = commands.add_parser("start", help="keep a microphone running")
    start.add_argument("directory", type=Path)
    play = commands.add_parser("play", help="say recordings into a microphone that was started")
    play.add_argument("directory", type=Path)
    play.add_argument("wavs", type=Path, nargs="+")
    play.add_argument("--gap-s", type=float, default=1.5)
    arguments = parser.parse_args()
    if arguments.what == "run":
        return _run(arguments)
    directory = arguments.directory.resolve()
    if arguments.what == "play":
        VirtualMicrophone(directory).play(*arguments.wavs, gap_s=arguments.gap_s)
        return 0
    with VirtualMicrophone(directory) as microphone:
        for key, value in microphone.env.items():
            print(f"export {key}={value}", flush=True)  # noqa: T201  its output
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
    return 0


if __name__ == "__main__":
    sys.exit(main())
