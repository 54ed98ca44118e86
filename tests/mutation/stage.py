"""A copy of the working tree, and runs of its tests in processes of their own.

The tree itself is never changed: other work goes on in it. A run is a fork of a process
that has imported what all tests need, so it begins at once; none of undrift's modules
is among that.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
import traceback
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

_PRELOADED = ("pytest", "black", "click", "httpx2", "jinja2", "markdown_it", "pydantic")
_PRELOADED_TOO = ("openapi_pydantic", "rich.console", "ruamel.yaml", "selectolax")
_MEMORY = 4 << 30


@dataclass(frozen=True, slots=True)
class Limits:
    """What a run may use. The wall's limit is for what waits and does nothing."""

    processor_seconds: int
    wall_seconds: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: the exit status, or the signal that ended it, negative."""

    status: int
    output: str


class Stage:
    """A copy of the tree."""

    def __init__(self, root: Path, folder: Path) -> None:
        """Copy the files that the repository holds, changed ones as they are now."""
        self.root = folder / "tree"
        self._temporary = folder / "tmp"
        self._output = folder / "output.txt"
        self._origin = root
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=root,
            check=True,
            capture_output=True,
        )
        for name in listed.stdout.decode().split("\0"):
            if name and (root / name).is_file():
                target = self.root / name
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(root / name, target)
        for name in _PRELOADED + _PRELOADED_TOO:
            importlib.import_module(name)

    @contextmanager
    def changed(self, path: str, text: str) -> Generator[None]:
        """Hold another text in a file."""
        file = self.root / path
        original, state = file.read_bytes(), file.stat()
        file.write_text(text, encoding="utf-8", newline="")
        # A compiled file is believed by its source's time and size.
        os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns + 10**10))
        try:
            yield
        finally:
            file.write_bytes(original)
            os.utime(file, ns=(state.st_atime_ns, state.st_mtime_ns))

    def run(self, job: Callable[[], int], limits: Limits) -> Outcome:
        """Call a function in a process of its own that sees only this copy."""
        shutil.rmtree(self._temporary, ignore_errors=True)
        self._temporary.mkdir()
        sys.stdout.flush()
        child = os.fork()
        if child == 0:
            try:
                self._enter(limits)
                status = job()
            except BaseException:  # noqa: BLE001 - no way back into the parent
                traceback.print_exc()
                status = 3
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)
        status = _ended(child, limits.wall_seconds)
        return Outcome(status, self._output.read_text("utf-8", errors="replace"))

    def _enter(self, limits: Limits) -> None:
        os.setsid()
        output = os.open(self._output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        nothing = os.open(os.devnull, os.O_RDONLY)
        for source, target in ((nothing, 0), (output, 1), (output, 2)):
            os.dup2(source, target)
        seconds = limits.processor_seconds
        resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        os.chdir(self.root)
        tool = str(self.root / "generator")
        os.environ.update(
            PYTHONPATH=tool,
            PYTHONDONTWRITEBYTECODE="1",
            PYTEST_DISABLE_PLUGIN_AUTOLOAD="1",
            TMPDIR=str(self._temporary),
        )
        sys.dont_write_bytecode = True
        elsewhere = {"", str(self._origin), str(self._origin / "generator")}
        kept = [entry for entry in sys.path if entry not in elsewhere]
        sys.path[:] = [str(self.root), tool, *kept]
        for name in list(sys.modules):
            if name.split(".")[0] in {"tests", "undrift"}:
                del sys.modules[name]


@contextmanager
def staged(root: Path) -> Generator[Stage]:
    """Make a copy that is gone afterwards."""
    with TemporaryDirectory(prefix="undrift-mutants-") as folder:
        yield Stage(root, Path(folder))


def _ended(child: int, wall_seconds: float) -> int:
    """Wait for a child; end it, and whatever it left running."""
    until = time.monotonic() + wall_seconds
    while time.monotonic() < until:
        done, status = os.waitpid(child, os.WNOHANG)
        if done:
            _kill_group(child)
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.01)
    _kill_group(child)
    os.waitpid(child, 0)
    return -signal.SIGKILL


def _kill_group(leader: int) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(leader, signal.SIGKILL)
