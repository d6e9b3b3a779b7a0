"""Takes the Debian package through its life in a bare system: ``sudo python3 bare_root.py dist/mmdesk_….deb``.

Makes a minimal Debian in a new folder with ``debootstrap``, installs the package there with nothing but what it asks
for, launches it (``packaging/smoke_test.py --root``), starts it from its desktop entry, opens a ``.mmdesk`` file with
it as a double click would, removes it, and compares the files of the whole system before and after. Prints each
outcome; the exit status is 1 when one failed. Needs root, ``debootstrap``, ``Xvfb``, and a minute or two of downloads;
with ImageMagick's ``import`` it also takes pictures of both windows.

The second half needs what a desktop has and a bare system has not: ``gio``, which opens files for GNOME and others.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
_DESKTOP = ("libglib2.0-bin", "desktop-file-utils", "dbus-daemon")
_HOME = "home/visitor"
_UID = 48_211  # nobody's on the machine that lends itself
_OWN_NAMESPACES = "MMDESK_OWN_NAMESPACES"
_READY_S = 60.0
# Written by the tools themselves.
_NOT_OURS = ("var/cache/", "var/log/", "var/lib/apt/", "var/lib/dpkg/", "etc/ld.so.cache", "tmp/", f"{_HOME}/")


class BareRoot:
    """A minimal Debian in a folder.

    Args:
        folder: Where to; made by :meth:`make`.
        display: Of a server that the programs in it can reach.
    """

    def __init__(self, folder: Path, display: str) -> None:
        self.folder = folder
        self.display = display

    def make(self, suite: str) -> None:
        """Fetch and unpack the system, and a user's home in it."""
        command = ["debootstrap", "--variant=minbase", suite, str(self.folder)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        self.run("useradd", "--create-home", "--home-dir", f"/{_HOME}", "--uid", str(_UID), "visitor")

    def run(self, *command: str, user: bool = False) -> str:
        """Run a program in the system, as root or as its user on the display; returns what it printed.

        Raises:
            subprocess.CalledProcessError: It ended with another status than 0.
        """
        return subprocess.run(self._there(command, user), check=True, capture_output=True, text=True).stdout

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        """Start a program as the system's user, and go on."""
        return subprocess.Popen(self._there(command, user=True), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def _there(self, command: tuple[str, ...], user: bool) -> list[str]:
        variables = ["PATH=/usr/sbin:/usr/bin:/sbin:/bin", "DEBIAN_FRONTEND=noninteractive", "LC_ALL=C.UTF-8"]
        rights = []
        if user:
            variables += [f"HOME=/{_HOME}", f"DISPLAY={self.display}", "XDG_CURRENT_DESKTOP=GNOME"]
            rights = [f"--userspec={_UID}:{_UID}"]
        return [
            "chroot",
            *rights,
            str(self.folder),
            "/usr/bin/env",
            "-i",
            f"--chdir=/{'tmp' if user else ''}",
            *variables,
            *command,
        ]

    def packages(self) -> set[str]:
        """The installed packages."""
        return set(self.run("dpkg-query", "--show", "--showformat", "${Package}\n").split())

    def files(self) -> set[str]:
        """All files, links and folders but those that the package tools keep for themselves."""
        command = ["find", ".", "-xdev", "-mindepth", "1", "-printf", "%P\\n"]
        found = subprocess.run(command, cwd=self.folder, check=True, capture_output=True, text=True).stdout.splitlines()
        return {path for path in found if not path.startswith(_NOT_OURS)}


def mount(folder: Path) -> None:
    """Lend the system this one's devices and processes; they go with this process's own table of mounts."""
    mounts = (("--types", "proc", "proc", "proc"), ("--bind", "/dev", "dev"), ("--bind", "/dev/shm", "dev/shm"))
    for *options, place in mounts:
        subprocess.run(["mount", *options, str(folder / place)], check=True)


@contextmanager
def screen() -> Iterator[str]:
    """A screen that programs of every root reach: over the abstract socket, which is no file. Yields its name."""
    reader, writer = os.pipe()
    command = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1920x1080x24", "-ac", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader, encoding="ascii") as stream:
            number = stream.readline().strip()  # written when it is ready; empty when it ended
        if not number:
            raise SystemExit("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


class Life:
    """What happens to the package, step by step.

    Attributes:
        failed: How many steps went wrong.
    """

    def __init__(self, root: BareRoot, package: Path, pictures: Path) -> None:
        self.root = root
        self.package = package
        self.pictures = pictures
        self.failed = 0

    def step(self, name: str, check: Callable[[], str]) -> None:
        """Run one and print its outcome."""
        try:
            outcome = check()
        except (AssertionError, OSError, subprocess.SubprocessError) as error:
            self.failed += 1
            output = getattr(error, "stderr", None) or ""
            print(f"FAILED  {name}: {error} {output[-1000:]}", flush=True)
        else:
            print(f"ok      {name}: {outcome}", flush=True)

    def install(self) -> str:
        """Install with what it asks for."""
        before = self.root.packages()
        shutil.copyfile(self.package, self.root.folder / "tmp" / self.package.name)
        self.root.run("apt-get", "update")
        self.root.run("apt-get", "install", "-y", "--no-install-recommends", f"/tmp/{self.package.name}")
        came = sorted(self.root.packages() - before - {"mmdesk"})
        return f"{len(before)} packages before, {len(came)} came with it: {' '.join(came)}"

    def launch(self) -> str:
        """Run the smoke test on it."""
        command = [sys.executable, str(ROOT / "packaging" / "smoke_test.py"), str(self.root.folder / "opt" / "mmdesk")]
        subprocess.run([*command, "--damaged", "--root", str(self.root.folder)], check=True)
        return "see above"

    def describe(self) -> str:
        """Add what a desktop has, and ask it for the program."""
        self.root.run("apt-get", "install", "-y", "--no-install-recommends", *_DESKTOP)
        self.root.run("desktop-file-validate", "/usr/share/applications/mmdesk.desktop")
        shutil.make_archive(str(self.root.folder / _HOME / "Ziffern 数字"), "zip", self._model())
        (self.root.folder / _HOME / "Ziffern 数字.zip").rename(self._file())
        kind = self.root.run("gio", "info", "-a", "standard::content-type", f"/{_HOME}/{self._file().name}", user=True)
        _require("application/x-mmdesk" in kind, f"the file is taken for {kind}")
        opener = self.root.run("gio", "mime", "application/x-mmdesk", user=True)
        _require("mmdesk.desktop" in opener, opener)
        return "valid desktop entry; .mmdesk is application/x-mmdesk, opened by mmdesk.desktop"

    def start_from_entry(self) -> str:
        """Start it as a menu does."""
        return self._opened("menu", ("gio", "launch", "/usr/share/applications/mmdesk.desktop"), "models/digits")

    def open_file(self) -> str:
        """Open a model as a double click does."""
        file = f"/{_HOME}/{self._file().name}"
        return self._opened("file", ("gio", "open", file), file)

    def _opened(self, name: str, command: tuple[str, ...], model: str) -> str:
        log = self.root.folder / _HOME / ".local" / "state" / "mmdesk" / "log" / "mmdesk.log"
        log.unlink(missing_ok=True)
        starter = self.root.start("dbus-run-session", "--", "sh", "-c", '"$@"; sleep 600', "sh", *command)
        try:
            line = self._ready(log, model)
            if shutil.which("import"):
                time.sleep(4.0)  # for something to be seen
                picture = self.pictures / f"{name}.png"
                subprocess.run(["import", "-display", self.root.display, "-window", "root", str(picture)], check=True)
        finally:
            subprocess.run(["pkill", "--uid", str(_UID)], check=False)
            starter.wait()
        _require("CRITICAL" not in log.read_text(encoding="utf-8"), log.read_text(encoding="utf-8"))
        return line.split(": ", 1)[-1]

    def _ready(self, log: Path, model: str) -> str:
        """Wait for the line of the log that says that the model is ready."""
        line = ""
        deadline_s = time.monotonic() + _READY_S
        while not line and time.monotonic() < deadline_s:
            time.sleep(0.5)
            said = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
            line = next((line for line in said if "is ready on" in line and model in line), "")
        outcome = log.read_text(encoding="utf-8") if log.exists() else "no log"
        _require(bool(line), f"{model} was not ready within {_READY_S:.0f} s: {outcome}")
        return line

    def remove(self, before: set[str]) -> str:
        """Remove it, and compare."""
        self.root.run("apt-get", "purge", "-y", "mmdesk")
        after = self.root.files()
        left, lost = sorted(after - before), sorted(before - after)
        left += sorted(path for path in after if "mmdesk" in path)  # what an earlier removal has left
        _require(not left and not lost, f"left behind: {left[:20]}; lost: {lost[:20]}")
        return f"{len(before)} files and folders as before"

    def _model(self) -> Path:
        return next((self.root.folder / "opt" / "mmdesk").rglob("models/digits"))

    def _file(self) -> Path:
        return self.root.folder / _HOME / "Ziffern 数字.mmdesk"


def _require(holds: bool, words: str) -> None:
    if not holds:
        raise AssertionError(words)


def main() -> int:
    """Run all steps."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("package", type=Path, help="the .deb")
    parser.add_argument("--suite", default="bookworm", help="the Debian to install it on (bookworm)")
    parser.add_argument(
        "--pictures", type=Path, default=ROOT / "build", help="folder for pictures of the windows (build)"
    )
    arguments = parser.parse_args()
    if os.geteuid() != 0:
        parser.error("needs root")
    if _OWN_NAMESPACES not in os.environ:
        # Mounts and processes of its own: both end with it, and neither reaches the machine's.
        own = ["unshare", "--mount", "--propagation", "private", "--pid", "--fork", "--mount-proc", "--kill-child"]
        os.environ[_OWN_NAMESPACES] = "1"
        os.execvp(own[0], [*own, sys.executable, str(Path(__file__).resolve()), *sys.argv[1:]])
    arguments.pictures.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp())
    place.chmod(0o755)
    try:
        with screen() as display:
            root = BareRoot(place / "root", display)
            root.make(arguments.suite)
            mount(root.folder)
            life = Life(root, arguments.package.resolve(), arguments.pictures)
            life.step("install", life.install)
            life.step("launch", life.launch)
            life.step("describe", life.describe)
            # The package once away and back: what others have brought stands by now.
            root.run("apt-get", "purge", "-y", "mmdesk")
            before = root.files()
            root.run("apt-get", "install", "-y", "--no-install-recommends", f"/tmp/{arguments.package.name}")
            life.step("start from the desktop entry", life.start_from_entry)
            life.step("open a file", life.open_file)
            life.step("remove", lambda: life.remove(before))
    finally:
        for lent in ("proc", "dev"):
            subprocess.run(["umount", "--recursive", "--lazy", str(place / "root" / lent)], check=False)
        # Never over the edge of a mount: the machine's own devices may lie behind it.
        subprocess.run(["rm", "--recursive", "--force", "--one-file-system", str(place)], check=True)
    return 1 if life.failed else 0


if __name__ == "__main__":
    sys.exit(main())
