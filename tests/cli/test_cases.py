"""Each folder of `cases/` is a project, a command, and what that prints.

A case's files are laid over `base/`; `remove.txt` names files of `specs/acme` to take
away, `command.txt` holds the arguments, and `expected.txt` the exit code and all that
is printed, standard output first. `UPDATE_EXPECTED=1` writes the expectations anew.
"""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from undrift.cli import undrift

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in (HERE / "cases").glob("*/command.txt"))


def project(case: Path, root: Path) -> None:
    """Lay out a case's project."""
    shutil.copytree(HERE / "base", root, dirs_exist_ok=True)
    if (case / "specs").is_dir():
        shutil.copytree(case / "specs", root / "specs", dirs_exist_ok=True)
    if (case / "remove.txt").exists():
        for name in (case / "remove.txt").read_text("utf-8").split():
            (root / "specs" / "acme" / name).unlink()


@pytest.mark.parametrize("name", CASES)
def test_case(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = HERE / "cases" / name
    project(case, tmp_path)
    monkeypatch.chdir(tmp_path)
    command = (case / "command.txt").read_text("utf-8").split()

    result = CliRunner().invoke(undrift, command)

    assert result.exception is None or isinstance(result.exception, SystemExit)
    printed = f"exit {result.exit_code}\n{result.stdout}{result.stderr}"
    expected = case / "expected.txt"
    if os.environ.get("UPDATE_EXPECTED"):
        expected.write_text(printed, "utf-8", newline="\n")
    assert printed == expected.read_text("utf-8")
    if result.exit_code:
        assert not (tmp_path / "generated" / "acme").exists()
