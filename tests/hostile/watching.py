"""The processes that work through attacks, watched from outside."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, cast

from tests.waiting import HANGS

ROOT = Path(__file__).parent.parent.parent


def outcomes_of(worker: str, *arguments: str) -> Sequence[dict[str, Any]]:
    """Run a worker; return what became of each attack, in order.

    One that hangs, dies or loses an attack fails the test and names where it was.
    """
    run = subprocess.run(
        [sys.executable, "-m", f"tests.hostile.{worker}", *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        errors="backslashreplace",
        timeout=HANGS,
        check=False,
    )
    lines = [cast("dict[str, Any]", json.loads(x)) for x in run.stdout.splitlines()]
    begun = [line["begun"] for line in lines if "begun" in line]
    outcomes = [line for line in lines if "begun" not in line]
    assert run.returncode == 0, f"{begun[-1:]}: {run.stderr[-2000:]}"
    assert len(outcomes) == len(begun)
    return outcomes


def expected(
    expectations: dict[str, dict[str, list[str]]], kind: str, name: str
) -> str:
    """Return what must become of an attack: by its name, or by `*` for its kind."""
    named = expectations.get(kind, {})
    fitting = (became for became, names in named.items() if name in names)
    others = (became for became, names in named.items() if "*" in names)
    return next(fitting, next(others, ""))
