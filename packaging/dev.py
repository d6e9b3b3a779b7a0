"""Set up, run and test mmdesk from a checkout; needs nothing but Python's standard library.

    python3 packaging/dev.py setup              make .venv with all packages; add missing system libraries
    python3 packaging/dev.py run [argument …]   the same, then start mmdesk with these arguments
    python3 packaging/dev.py test [argument …]  the same, then all checks; the arguments go to pytest
    python3 packaging/dev.py numerics [argument …]
                                                the numeric tests alone, once for every kind of processor that this one
                                                can stand for (ATEN_CPU_CAPABILITY, ONEDNN_MAX_CPU_ISA) and with 1, 2
                                                and 4 threads; takes half an hour

On a Linux machine without a display, "run" without arguments replays the bundled sample session instead, and
writes its report and a picture of the window to build/sample-replay.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import io
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

# This file has to compile under older Pythons too, or they could not say that they are too old.
MINIMUM_PYTHON = (3, 11)
NEWER_PYTHONS = ("python3.13", "python3.12", "python3.11", "python3.14")
NEEDED_DISK_GB = 6.0  # torch's CUDA build with its libraries; a CPU build needs a third of it

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "mmdesk-setup.txt"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
EXTRAS = "test,dev,sentences"
SAMPLE_SESSION = ROOT / "resources" / "sessions" / "sample"
SAMPLE_OUTPUT = ROOT / "build" / "sample-replay"
SCREENSHOT_LIMIT_S = 300
MOST_WORKERS = 4
"""Processes that run tests; each takes up to 2 GB."""

# Debian and Ubuntu names. Qt itself, its xcb platform plugin, PortAudio.
SYSTEM_PACKAGES = (
    "libglib2.0-0", "libgl1", "libegl1", "libfontconfig1", "libxkbcommon0", "libdbus-1-3",
    "libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-shape0", "libxkbcommon-x11-0",
    "libportaudio2",
)  # fmt: skip
# xvfb-run, which one test has a second screen from, needs xauth, which xvfb only recommends.
TEST_PACKAGES = (
    "xvfb", "xauth", "xdotool", "pulseaudio", "pulseaudio-utils", "libasound2-plugins", "espeak-ng",
)  # fmt: skip
# What the packages above contain, for distributions whose packages have other names.
SHARED_LIBRARIES = (
    "libglib-2.0.so.0", "libGL.so.1", "libEGL.so.1", "libfontconfig.so.1", "libxkbcommon.so.0",
    "libdbus-1.so.3", "libxcb-cursor.so.0", "libxcb-icccm.so.4", "libxcb-keysyms.so.1", "libxcb-shape.so.0",
    "libxkbcommon-x11.so.0", "libportaudio.so.2",
)  # fmt: skip


class SetupError(Exception):
    """A failure with a cause the reader can remove; its text is printed in place of a traceback."""


def say(text: str) -> None:
    """Print one message at once, in order with the output of the programs that are run."""
    print(f"mmdesk: {text}", flush=True)


def shown(command: list[str]) -> str:
    """Return a command as one would type it."""
    return " ".join(shlex.quote(part) for part in command)


# --- Python


def check_python() -> None:
    """Go on under a newer Python when this one is too old and one is installed.

    Raises:
        SetupError: No installed Python is new enough.
    """
    if sys.version_info >= MINIMUM_PYTHON:
        return
    for name in NEWER_PYTHONS:
        newer = shutil.which(name)
        if newer and subprocess.call([newer, "-c", ""], stderr=subprocess.DEVNULL) == 0:
            sys.exit(subprocess.call([newer, str(Path(__file__).resolve()), *sys.argv[1:]]))
    found = ".".join(str(part) for part in sys.version_info[:3])
    wanted = ".".join(str(part) for part in MINIMUM_PYTHON)
    raise SetupError(
        f"Python {wanted} or newer is needed; this is {found} ({sys.executable}).\n"
        "Install a newer one (python.org, your distribution or pyenv) and start this script with it."
    )


def venv_program(name: str) -> Path:
    """Return the path of a program in the environment, `python` included."""
    return VENV / ("Scripts/" + name + ".exe" if os.name == "nt" else "bin/" + name)


def venv_version() -> str | None:
    """Return the version and platform of the environment's Python, or None when it does not work."""
    code = "import sys, sysconfig, pip; print(sys.version.split()[0], sysconfig.get_platform())"
    try:
        answer = subprocess.run(
            [str(venv_program("python")), "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
        )
    except OSError:
        return None
    return answer.stdout.strip() if answer.returncode == 0 else None


def make_venv() -> str:
    """Make the environment where it is missing, broken or too old, and return its Python's version.

    Raises:
        SetupError: Python cannot make environments, or the folder cannot be written.
    """
    version = venv_version()
    if version and tuple(int(part) for part in version.split(".")[:2]) >= MINIMUM_PYTHON:
        return version
    if VENV.resolve() in Path(sys.executable).absolute().parents:
        raise SetupError(f"{VENV} is damaged. Start this script with a Python outside it.")
    say(f"making {VENV}")
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.call(command) != 0:
        raise SetupError(
            f"could not make an environment: {shown(command)}\n"
            "On Debian and Ubuntu the venv module is in the package python3-venv. Its other needs are room "
            f"on the disk and the right to write in {ROOT}."
        )
    version = venv_version()
    if version is None:
        raise SetupError(f"the new environment does not work: {venv_program('python')} cannot import pip")
    return version


def fingerprint(version: str) -> str:
    """Return what an installation depends on, as one hash."""
    digest = hashlib.sha256()
    for part in (b"1", EXTRAS.encode(), version.encode(), str(ROOT).encode()):
        digest.update(part + b"\0")
    for path in (ROOT / "pyproject.toml", CONSTRAINTS):
        digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def install_packages(version: str) -> None:
    """Install mmdesk (editable) and its pinned dependencies unless that has been done for these very files.

    Raises:
        SetupError: pip failed.
    """
    wanted = fingerprint(version)
    if STAMP.is_file() and STAMP.read_text(encoding="utf-8").strip() == wanted:
        return
    free_gb = shutil.disk_usage(ROOT).free / 1e9
    if free_gb < NEEDED_DISK_GB:
        say(f"only {free_gb:.1f} GB are free here; the packages may need up to {NEEDED_DISK_GB:.0f} GB")
    say("installing the Python packages; the first time this takes a few minutes")
    command = [
        str(venv_program("python")), "-m", "pip", "install", "--disable-pip-version-check", "--no-input",
        *([] if sys.stdout.isatty() else ["--quiet"]),
        "-c", str(CONSTRAINTS), "-e", f".[{EXTRAS}]",
    ]  # fmt: skip
    STAMP.unlink(missing_ok=True)
    if subprocess.call(command, cwd=ROOT) != 0:
        raise SetupError(
            "pip could not install the packages; its own message is above. The usual causes are no network, "
            f"a full disk, or a Python for which there is no torch yet (this one is {version}).\n"
            f"To see it again: {shown(command)}"
        )
    STAMP.write_text(wanted + "\n", encoding="utf-8")


# --- system libraries


def missing_debian_packages(wanted: list[str]) -> list[str]:
    """Return the packages of `wanted` that are neither installed nor provided by an installed one."""
    answer = subprocess.run(
        ["dpkg-query", "-W", "-f", "${db:Status-Status}\t${Package}\t${Provides}\n"],
        capture_output=True,
        text=True,
        check=False,
    )
    present = set()
    for line in answer.stdout.splitlines():
        status, name, provides = [*line.split("\t"), "", ""][:3]
        if status == "installed":
            # Provides tells Ubuntu's libglib2.0-0t64 for libglib2.0-0: "libglib2.0-0 (= 2.80.0)".
            present.update([name, *(part.split("(")[0].strip() for part in provides.split(","))])
    return [name for name in wanted if name not in present]


def install_debian_packages(names: list[str]) -> None:
    """Install packages with apt-get, as root or with sudo; a refusal is told and is not the end."""
    prefix: list[str] = []
    if os.geteuid() != 0:
        if shutil.which("sudo") is None:
            say("system libraries are missing and sudo is not installed. As root:")
            say(f"    apt-get install --no-install-recommends {' '.join(names)}")
            return
        # Without a terminal nobody can type a password: fail instead of waiting for one.
        prefix = ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]
        prefix += ["DEBIAN_FRONTEND=noninteractive"]
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    options = ["-q", "-o", "DPkg::Lock::Timeout=120"]
    update = [*prefix, "apt-get", *options, "update"]
    install = [*prefix, "apt-get", *options, "install", "-y", "--no-install-recommends", *names]
    say("system libraries are missing; installing them with:")
    say(f"    {shown(install)}")
    quiet = None if sys.stdout.isatty() else subprocess.DEVNULL
    if subprocess.call(update, env=environment, stdout=quiet) != 0:
        say("apt-get update failed; trying with the lists at hand")
    if subprocess.call(install, env=environment, stdout=quiet) != 0:
        say("apt-get could not install them. Going on; what needs them may not work:")
        say(f"    {' '.join(names)}")


def missing_shared_libraries() -> list[str]:
    """Return the libraries Qt and PortAudio need that the loader does not find."""
    missing = []
    for name in SHARED_LIBRARIES:
        try:
            ctypes.CDLL(name)
        except OSError:
            missing.append(name)
    return missing


def install_system_libraries(for_tests: bool) -> None:
    """Install, or name, what is missing on Linux; elsewhere the Python packages carry their libraries."""
    if not sys.platform.startswith("linux"):
        return
    if shutil.which("dpkg-query") and shutil.which("apt-get"):
        wanted = [*SYSTEM_PACKAGES, *(TEST_PACKAGES if for_tests else ())]
        if importlib.util.find_spec("ensurepip") is None:
            wanted.append("python3-venv")
        missing = missing_debian_packages(wanted)
        if missing:
            install_debian_packages(missing)
        return
    missing = missing_shared_libraries()
    if missing:
        say("these system libraries are missing; install the packages of your distribution that hold them:")
        say(f"    {' '.join(missing)}")
        say("On Fedora: portaudio xcb-util-cursor xcb-util-wm xcb-util-keysyms libxkbcommon-x11 libglvnd-egl")
        say("On Arch: portaudio xcb-util-cursor xcb-util-wm xcb-util-keysyms libxkbcommon-x11 libglvnd")
    if for_tests and shutil.which("Xvfb") is None:
        say("Xvfb is missing: the tests that need a display are left out")


# --- commands


def has_display() -> bool:
    """Return whether a window can be shown here, as far as the environment tells."""
    if not sys.platform.startswith("linux"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def child_environment(**changes: str) -> dict[str, str]:
    """Return the environment for programs started here; `changes` holds where the user has set nothing."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONHOME"}
    environment["PATH"] = str(venv_program("python").parent) + os.pathsep + environment.get("PATH", "")
    environment.setdefault("OPENCV_LOG_LEVEL", "OFF")
    locale = "".join(environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")).lower()
    if sys.platform.startswith("linux") and "utf" not in locale:
        environment["LC_ALL"] = "C.UTF-8"  # Qt warns about every other one
    for name, value in changes.items():
        environment.setdefault(name, value)
    return environment


def setup(for_tests: bool = False) -> None:
    """Bring the system libraries and the environment up to date; quick when nothing has changed."""
    install_system_libraries(for_tests)
    install_packages(make_venv())


def run(arguments: list[str]) -> int:
    """Start mmdesk; without a display and without arguments, replay the sample session."""
    setup()
    if not arguments and not has_display():
        return replay_sample()
    command = [str(venv_program("mmdesk")), *arguments]
    if os.name != "nt":
        os.execve(command[0], command, child_environment())  # signals then reach mmdesk itself
    return subprocess.call(command, env=child_environment())


def replay_sample() -> int:
    """Replay the sample session without a display: a report, and a picture of the window."""
    if not SAMPLE_SESSION.is_dir():
        raise SetupError(f"there is no display here, and the sample session is missing: {SAMPLE_SESSION}")
    say("there is no display here: replaying the sample session instead")
    SAMPLE_OUTPUT.mkdir(parents=True, exist_ok=True)
    picture = SAMPLE_OUTPUT / "window.png"
    picture.unlink(missing_ok=True)
    program = str(venv_program("mmdesk"))
    environment = child_environment(QT_QPA_PLATFORM="offscreen")
    replay = [program, "replay", str(SAMPLE_SESSION), "--out", str(SAMPLE_OUTPUT)]
    window = [program, "--session", str(SAMPLE_SESSION), "--screenshot", str(picture), "--seconds", "8"]
    status = subprocess.call(replay, env=environment)
    if status != 0:
        raise SetupError(f"the replay ended with status {status}: {shown(replay)}")
    try:
        status = subprocess.call(window, env=environment, timeout=SCREENSHOT_LIMIT_S)
    except subprocess.TimeoutExpired:
        raise SetupError(f"the window was not drawn within {SCREENSHOT_LIMIT_S} s: {shown(window)}") from None
    if status != 0 or not picture.is_file():
        raise SetupError(f"the window could not be drawn (status {status}): {shown(window)}")
    reports = sorted(path for path in SAMPLE_OUTPUT.iterdir() if path.is_file() and path != picture)
    for path in reports:
        say(f"report: {path}")
    say(f"window: {picture}")
    return 0


def core_count() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform.startswith("linux") else os.cpu_count() or 1


def run_pytest(arguments: list[str], changes: dict[str, str] | None = None) -> tuple[int, str]:
    """Run pytest, a process for every core, and return its status and its closing line.

    Args:
        arguments: What pytest gets; a later ``-n 0`` lets it run in one process.
        changes: Further variables of its environment.
    """
    # Files stay whole, for what a file's tests share is made once; in their order, in which the quick ones come last.
    # A crash ends the run: pytest-xdist waits for ever at the end of one in which a process was replaced (its #1378).
    workers = ["-n", str(min(MOST_WORKERS, core_count())), "--dist", "loadfile", "--no-loadscope-reorder"]
    command = [str(venv_program("python")), "-m", "pytest", *workers, "--max-worker-restart", "0", *arguments]
    if sys.stdout.isatty():
        command.append("--color=yes")
    # One thread: with more, OpenMP's spinning makes small networks slow on a busy machine. Two heaps: as the program.
    environment = {**child_environment(OMP_NUM_THREADS="1", MALLOC_ARENA_MAX="2"), **(changes or {})}
    say("pytest")
    closing = ""
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        encoding="utf-8", errors="replace",
    ) as process:  # fmt: skip
        for line in process.stdout or ():
            print(line, end="", flush=True)
            closing = line.strip() or closing
    return process.returncode, closing


def test(arguments: list[str]) -> int:
    """Run every check and return the first failing status; pytest's closing line is printed last."""
    setup(for_tests=True)
    checks = {
        # Without its cache, which does not see that a module has moved and its import with it.
        "ruff check": ["ruff", "check", "--no-cache", "."],
        "ruff format": ["ruff", "format", "--check", "."],
        "mypy": ["mypy"],
        "lint-imports": ["lint-imports", "--no-logo"],
    }
    statuses = {}
    for name, (program, *options) in checks.items():
        say(name)
        command = [str(venv_program(program)), *options]
        statuses[name] = subprocess.call(command, cwd=ROOT, env=child_environment())
    statuses["pytest"], closing = run_pytest(arguments)
    for name, status in statuses.items():
        say(f"{name}: {'passed' if status == 0 else f'FAILED (status {status})'}")
    print(closing, flush=True)
    return next((status for status in statuses.values() if status != 0), 0)


def numerics(arguments: list[str]) -> int:
    """Run the numeric tests under every setting of `numerics.SETTINGS` and return the first failing status."""
    import numerics as matrix

    setup(for_tests=True)
    code = "import torch; print(torch.backends.cpu.get_cpu_capability())"
    environment = {name: value for name, value in child_environment().items() if name not in matrix.VARIABLES}
    asked = subprocess.run(
        [str(venv_program("python")), "-c", code], env=environment, capture_output=True, text=True, check=False
    )
    if asked.returncode != 0:
        raise SetupError(f"torch cannot be asked for the processor's instructions:\n{asked.stderr}")
    tests = [*matrix.TESTS, *arguments]
    return matrix.run_all(asked.stdout.strip(), lambda changes: run_pytest(tests, changes), say)


def main(arguments: list[str]) -> int:
    """Carry out one command and return the exit status."""
    for stream in (sys.stdout, sys.stderr):
        # What pytest prints may hold signs that a console or a pipe of another encoding cannot.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    command, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if command in ("-h", "--help", "help"):
        print(__doc__)
        return 0
    commands = {"run": run, "test": test, "numerics": numerics}
    if command != "setup" and command not in commands:
        print(f"mmdesk: there is no command {command!r}\n\n{__doc__}", file=sys.stderr)
        return 2
    try:
        check_python()
        if command in commands:
            return commands[command](rest)
        if rest:
            raise SetupError(f"setup takes no arguments: {' '.join(rest)}")
        setup()
        say(f"ready. Start it with: {Path(sys.executable).name} packaging/dev.py run")
    except SetupError as error:
        print(f"mmdesk: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"mmdesk: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
