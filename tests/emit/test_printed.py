"""Every folder of `printed` is a document and the package that is printed from it.

What a reviewer reads is the difference of `expected`, which holds everything but the
runtime and the support of contract tests: they are copied, and reviewed where they
stand. `make check-printed` type-checks it; `UPDATE_EXPECTED=1` writes it anew.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cases import expect_files, folders
from tests.emit.packages import files, rendered
from undrift.emit.format import formatting

CASES = Path(__file__).with_name("printed")
IMPORTS = """\
import importlib, pathlib
for path in sorted(pathlib.Path().glob("*/**/*.py")):
    if path.parts[1] != "_runtime" and "_support" not in path.parts:
        name = ".".join(path.with_suffix("").parts).removesuffix(".__init__")
        module = importlib.import_module(name)
        for public in getattr(module, "__all__", ()):
            getattr(module, public)
        print(name)
"""


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_case(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unsure(source: str) -> str:
        raise AssertionError(f"only black knows how to lay out {source}")

    monkeypatch.setattr(formatting, "black_formatted", unsure)
    modules = files((case / "openapi.yaml").read_text("utf-8"))
    expect_files(modules, case / "expected")


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder of all packages, with what is copied into them."""
    folder = tmp_path_factory.mktemp("printed")
    for case in folders(CASES):
        document = (case / "openapi.yaml").read_text("utf-8")
        for path, content in rendered(document).files.items():
            file = folder / case.name / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
    return folder


def output(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-4000:]
    return done.stdout


def test_every_module_can_be_imported(packages: Path) -> None:
    imported = output(packages, "-W", "error", "-c", IMPORTS).split()
    printed = list(CASES.glob("*/expected/**/*.py"))
    assert len(imported) == len(printed)


def test_packages_pass_their_own_contract_tests(packages: Path) -> None:
    told = output(
        packages,
        *("-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error"),
        *("-k", "not async", "."),
    )
    assert " passed" in told
    assert "skipped" not in told
