"""What needs a process of its own: terminals, pipes, and runs that are cut short."""

from __future__ import annotations

import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.waiting import HANGS
from undrift.cli import undrift
from undrift.cli.terminal import Terminal
from undrift.diagnostics import Diagnostic, Place
from undrift.escaping import inert

ROOT = Path(__file__).parents[2]
PROJECT = Path(__file__).parent / "projects" / "acme"
PATH = os.pathsep.join(path for path in sys.path if path)
ENVIRONMENT = {"PATH": os.environ["PATH"], "PYTHONPATH": PATH, "TERM": "xterm"}

KILLED = 9
CUT_SHORT = f"""
import os, sys

def strike(event, arguments):
    if event == "os.rename" and str(arguments[1]).endswith("types/invoice.py"):
        os._exit({KILLED})

sys.addaudithook(strike)
from undrift.cli import main
main()
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(PROJECT, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(undrift, arguments, catch_exceptions=False)
    return result.exit_code, result.output


def test_a_run_cut_short_is_reported_and_mended(project: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CUT_SHORT, "generate"],
        env=ENVIRONMENT,
        check=False,
        timeout=HANGS,
        capture_output=True,
    )
    assert done.returncode == KILLED, done.stderr
    left = sorted(p for p in project.rglob("*") if p.is_file())
    code, said = run("generate", "--check")
    assert code == 1
    assert "an interrupted run left it half written" in said
    assert sorted(p for p in project.rglob("*") if p.is_file()) == left
    code, said = run("generate")
    assert code == 0
    assert "UD063" in said
    code, said = run("generate", "--check", "--full")
    assert (code, "up to date" in said) == (0, True)


def on_a_terminal(**environment: str) -> str:
    """Return what a failing run prints on a terminal, both streams."""
    outer, inner = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-m", "undrift", "generate", "nobody", "acme", "--check"],
        env={**ENVIRONMENT, **environment},
        stdin=subprocess.DEVNULL,
        stdout=inner,
        stderr=inner,
    )
    os.close(inner)
    said = b""
    try:
        while data := os.read(outer, 4096):
            said += data
    except OSError:
        pass  # how a terminal's other end says that it is closed
    finally:
        os.close(outer)
    assert process.wait(timeout=HANGS) == 2
    return said.decode()


@pytest.mark.usefixtures("project")
def test_colours_are_for_terminals() -> None:
    assert "\x1b[" in on_a_terminal()


@pytest.mark.usefixtures("project")
def test_no_color_is_honoured() -> None:
    said = on_a_terminal(NO_COLOR="1")
    assert "UD003" in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, é, счёт", "plain, é, счёт"),
        ("\x1b[31m", "\\x1b[31m"),
        ("a\rb", "a\\rb"),
        ("a\u2028b", "a\\u2028b"),
        ("a\u202eb", "a\\u202eb"),
        ("\ud800", "\\ud800"),
        ("::error::x", "\\x3a:error::x"),
        ("a\n  ::warning::x", "a\n  \\x3a:warning::x"),
        ("see a::b", "see a::b"),
        ("##[error]x", "#\\x23[error]x"),
        ("## Heading", "## Heading"),
    ],
)
def test_inert(text: str, shown: str) -> None:
    assert inert(text) == shown


def test_many_warnings_alike_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    place = Place("a.yaml", 1, 1)
    warnings = [Diagnostic("UD045", f"w{n}", place) for n in range(25)]
    errors = [Diagnostic("UD040", f"e{n}", place) for n in range(25)]
    Terminal().diagnostics([*warnings, *errors])
    lines = capsys.readouterr().err.splitlines()
    assert sum("warning[UD045]" in line for line in lines) == 11
    assert sum("error[UD040]" in line for line in lines) == 25
    assert lines[-1].startswith("and 15 more warning[UD045]: ")
