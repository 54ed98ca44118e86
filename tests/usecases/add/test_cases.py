"""Each folder of `cases/` is a source, and what adding it prints and makes.

`command.txt` holds the arguments, by default `add acme source`. `expected.txt` is all
that is printed, the tree that was made with the text of what undrift wrote itself, and
what `generate` says of it. `UPDATE_EXPECTED=1` writes the expectations anew.
"""

from __future__ import annotations

import importlib
import shutil
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.cases import expect, folders
from undrift.cli import undrift

CASES = Path(__file__).parent / "cases"


def said(*arguments: str) -> str:
    """Run a command, and return its exit code and everything it prints."""
    result = CliRunner().invoke(undrift, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    return f"exit {result.exit_code}\n{result.stdout}{result.stderr}"


def tree(root: Path) -> str:
    """Return the files below a folder, with the text of those that undrift writes."""
    told: list[str] = []
    for path in sorted(p for p in root.rglob("*") if p.is_file()):
        told.append(f"--- {path.relative_to(root.parent.parent).as_posix()}")
        if path.parent == root and path.suffix in (".yaml", ".json"):
            told.append(path.read_text("utf-8").rstrip("\n"))
    return "\n".join(told)


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_case(case: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copytree(case / "source", tmp_path / "source")
    monkeypatch.chdir(tmp_path)
    command = case / "command.txt"
    arguments = command.read_text("utf-8") if command.exists() else "add acme source"

    told = said(*arguments.split())
    made = tmp_path / "specs" / "acme"
    if made.exists():
        told += f"\n{tree(made)}\n\n{said('generate', 'acme')}"
    else:
        assert not (tmp_path / "specs").exists(), "nothing was written"

    expect(told, case / "expected.txt")
    for page in made.rglob("docs/**/*.*"):
        assert any(
            page.read_bytes() in given.read_bytes()
            for given in (tmp_path / "source").rglob("*.*")
            if given.is_file()
        ), f"{page} is not as given"
    package = tmp_path / "generated" / "acme"
    if package.exists():
        monkeypatch.setattr("sys.path", [str(package.parent), *sys.path])
        monkeypatch.setattr("sys.dont_write_bytecode", True)
        name = f"acme_{case.name.replace('-', '_')}"
        package.rename(package.with_name(name))
        module = importlib.import_module(name)
        assert module.Acme.__name__ == "Acme"
