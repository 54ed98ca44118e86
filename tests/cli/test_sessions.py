"""Every folder of `sessions` is a session at a terminal, in an empty folder.

`session.txt` has the commands and what they print; `session.py` lists the commands. To
add a case, write the lines that begin with `$` and run with `UPDATE_EXPECTED=1`.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cases import expect, folders
from tests.cli.session import played

SESSIONS = Path(__file__).with_name("sessions")


@pytest.mark.parametrize("case", folders(SESSIONS), ids=lambda path: path.name)
def test_session(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    file = case / "session.txt"
    expect(played(file.read_text("utf-8"), tmp_path), file)
