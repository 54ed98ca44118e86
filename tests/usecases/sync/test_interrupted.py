"""Accepting pages, killed anywhere: the folder is as before or as after."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.waiting import HANGS

ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
ROOT = Path(__file__).parents[3]


def test_killed_at_every_write(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.usecases.sync.faults", str(tmp_path)],
        env=ENVIRONMENT,
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        timeout=HANGS,
    )
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(lines) > 15
    assert all(line["killed"] for line in lines)
    # The test means something: there are moments when only the journal knows.
    assert "mixed" in [line["at"] for line in lines]
    after = [line["after"] for line in lines]
    turn = after.index("new")
    assert turn > 5
    assert after == ["old"] * turn + ["new"] * (len(lines) - turn)
    # Whoever looks is told whether there is something to take in.
    assert [line["looked"] for line in lines] == [1 if a == "old" else 0 for a in after]
    assert all((line["again"], line["end"]) == (0, "new") for line in lines)
    assert {name for line in lines for name in line["left"]} == {"acme"}
