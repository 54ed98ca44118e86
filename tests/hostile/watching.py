"""The processes that work through attacks, watched from outside."""

from __future__ import annotations

import json
import os
import select
import signal
import subprocess
import sys
from collections.abc import Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from tests.waiting import HANGS

ROOT = Path(__file__).parent.parent.parent


@dataclass(frozen=True, slots=True)
class Watcher:
    """Has attacks worked through, each folder by a process of its own.

    The processes are forks of one that is warm, since warming up takes longer than
    most folders of attacks.
    """

    forker: subprocess.Popen[str]
    printed: Path

    def outcomes_of(self, worker: str, *arguments: str) -> Sequence[dict[str, Any]]:
        """Run a worker; return what became of each attack, in order.

        One that hangs, dies or loses an attack fails the test and names where it was.
        """
        assert self.forker.stdin is not None
        out, err = self.printed / "stdout", self.printed / "stderr"
        asked = [str(out), str(err), worker, *arguments]
        self.forker.stdin.write(json.dumps(asked) + "\n")
        self.forker.stdin.flush()
        code = self._ended()
        told = out.read_text("utf-8", "backslashreplace")
        complaint = err.read_text("utf-8", "backslashreplace")
        lines = [cast("dict[str, Any]", json.loads(x)) for x in told.splitlines()]
        begun = [line["begun"] for line in lines if "begun" in line]
        outcomes = [line for line in lines if "begun" not in line]
        assert code == 0, f"{code}: {begun[-1:]}: {complaint[-2000:]}"
        assert len(outcomes) == len(begun)
        return outcomes

    def _ended(self) -> int | str:
        """Wait for the worker's exit code."""
        stdout = self.forker.stdout
        assert stdout is not None
        if select.select([stdout], [], [], HANGS)[0]:
            line = stdout.readline()
            return int(line) if line else "the process that forks is gone"
        os.killpg(self.forker.pid, signal.SIGKILL)
        return "hangs"


@contextmanager
def watcher(printed: Path) -> Generator[Watcher]:
    """Start the process that forks; end it, and what it started."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.hostile.forker", str(printed)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as forker:
        yield Watcher(forker, printed)


def expected(
    expectations: dict[str, dict[str, list[str]]], kind: str, name: str
) -> str:
    """Return what must become of an attack: by its name, or by `*` for its kind."""
    named = expectations.get(kind, {})
    fitting = (became for became, names in named.items() if name in names)
    others = (became for became, names in named.items() if "*" in names)
    return next(fitting, next(others, ""))
