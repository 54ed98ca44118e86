"""The wheel holds everything: it generates the same bytes from an empty directory."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.waiting import HANGS

ROOT = Path(__file__).parent.parent
PROVIDER = "storno"

Run = Callable[..., str]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that holds undrift as its wheel brings it, built and installed here."""
    wheels, target = (tmp_path_factory.mktemp(name) for name in ("wheels", "target"))
    _python("-m", "hatchling", "build", "-t", "wheel", "-d", str(wheels), cwd=ROOT)
    (wheel,) = wheels.glob("undrift-*.whl")
    offline = ("--no-deps", "--no-index", "--no-compile", "--quiet")
    _python("-m", "pip", "install", *offline, "--target", str(target), str(wheel))
    return target


@pytest.fixture
def run(installed: Path, tmp_path: Path) -> Run:
    """Runs Python with that undrift from an empty directory; gives what it printed."""

    def run(*arguments: str) -> str:
        empty = tmp_path / "empty"
        empty.mkdir(exist_ok=True)
        printed = _python(*arguments, cwd=empty, PYTHONPATH=str(installed))
        assert not list(empty.iterdir())
        return printed

    return run


def test_everything_travels(installed: Path, run: Run) -> None:
    package = installed / "undrift"
    source = ROOT / "generator" / "undrift"
    assert not _differing(package / "templates", ROOT / "templates")
    assert _differing(package, source) == set(_files(package / "templates", package))
    assert {"py.typed", "config/provider.schema.json"} <= _files(package).keys()
    where = run("-c", "import undrift; print(undrift.__file__)")
    assert Path(where.strip()) == package / "__init__.py"


def test_it_generates_what_is_checked_in(run: Run, tmp_path: Path) -> None:
    root = tmp_path / "project"
    specs = root / "specs" / PROVIDER
    shutil.copytree(ROOT / "specs" / PROVIDER, specs)
    run("-m", "undrift", "generate", "--root", str(root))
    made = Path("generated") / PROVIDER
    assert "py.typed" in _files(root / made)
    assert not _differing(root / made, ROOT / made)
    assert not _differing(specs, ROOT / "specs" / PROVIDER)


def _python(*arguments: str, cwd: Path | None = None, **environment: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env=os.environ | {"PYTHONDONTWRITEBYTECODE": "1"} | environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=HANGS,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def _files(folder: Path, base: Path | None = None) -> dict[str, bytes]:
    """Relative paths (to `base`) and contents, without compiled files."""
    return {
        path.relative_to(base or folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def _differing(one: Path, other: Path) -> set[str]:
    """The files that are not the same in both folders."""
    return {path for path, _ in _files(one).items() ^ _files(other).items()}
