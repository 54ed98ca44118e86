"""Hostile documents, sorted by kind: each is refused in one line or made harmless.

A folder is worked through by one watched process (see `worker.py`), so that a document
which hangs, eats memory or reaches out is caught and named. `benign/` holds documents
that only look like attacks: they must generate.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, cast

import pytest

HERE = Path(__file__).parent
KINDS = sorted(path.name for path in HERE.iterdir() if any(path.glob("*.[yj]*")))
SECONDS = 60
"""What one document may take."""
FOLDER = 240
"""What all of a folder may take on a machine that has other things to do."""

_PROBLEM = re.compile(r"^\S+\.(?:yaml|json)\b[^\n]*: error\[UD\d{3}\] \S", re.MULTILINE)


def test_there_are_enough() -> None:
    documents = [p for k in KINDS for p in (HERE / k).iterdir()]
    assert len(documents) >= 120
    assert len(list((HERE / "benign").iterdir())) >= 10


@pytest.mark.parametrize("kind", KINDS)
def test_kind(kind: str, tmp_path: Path) -> None:
    run = subprocess.run(
        [sys.executable, str(HERE / "worker.py"), str(HERE / kind), str(tmp_path)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="surrogateescape",
        timeout=FOLDER,
        check=False,
    )
    lines = [json.loads(line) for line in run.stdout.splitlines()]
    begun = [line["begun"] for line in lines if "begun" in line]
    outcomes = [cast("dict[str, Any]", line) for line in lines if "begun" not in line]

    assert run.returncode == 0, f"{begun[-1:]}: {run.stderr[-2000:]}"
    assert len(outcomes) == len(begun) == len(_documents(kind))
    wrong = [complaint for o in outcomes for complaint in _complaints(kind, o)]
    assert not wrong, "\n".join(wrong)


def _documents(kind: str) -> list[Path]:
    return [p for p in (HERE / kind).iterdir() if p.suffix in {".yaml", ".json"}]


def _complaints(kind: str, outcome: dict[str, Any]) -> list[str]:
    """Return what is wrong with what became of one document."""
    name = f"{kind}/{outcome['document']}"
    found = [f"{name}: {complaint}" for complaint in outcome["wrong"]]
    if outcome["seconds"] > SECONDS:
        found.append(f"{name}: took {outcome['seconds']} s")
    runs: list[dict[str, Any]] = outcome["runs"] or [{"code": 99, "err": ""}]
    last = runs[-1]
    if last["code"] not in {0, 1, 2}:
        found.append(f"{name}: exit code {last['code']}")
    if kind == "benign" and last["code"] != 0:
        found.append(f"{name}: a benign document was refused: {last['err'][:500]}")
    if last["code"] and not _PROBLEM.search(last["err"]):
        found.append(f"{name}: no problem is named: {last['err'][:500]!r}")
    if "Traceback" in last["err"] or "internal error" in last["err"]:
        found.append(f"{name}: {last['err'][-800:]}")
    controls = [c for c in last["err"] if ord(c) < 0x20 and c != "\n"]
    if controls:
        found.append(f"{name}: control characters reach the terminal: {controls!r}")
    return found
