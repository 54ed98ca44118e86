"""Run contract tests over broken copies of generated packages, several at a time."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.mutants.edits import EditError, Mutant, Package
from tests.mutants.mutations import INAPPLICABLE, MUTATIONS, Mutation


class Verdict(Enum):
    """What the contract tests said of one mutant."""

    CAUGHT = "caught"
    MISSED = "MISSED"
    BROKEN = "BROKEN"
    """The tests could not even start: the mutant proves nothing."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One mutant and what became of it."""

    what: str
    verdict: Verdict
    output: str


@dataclass(frozen=True, slots=True)
class Pair:
    """A provider and a mutation: the mutants tried, or why there is none."""

    provider: str
    mutation: str
    tried: tuple[Tried, ...] = ()
    inapplicable: str = ""
    error: str = ""

    @property
    def failed(self) -> bool:
        """Return whether anything is wrong here."""
        return bool(self.error) or any(
            t.verdict is not Verdict.CAUGHT for t in self.tried
        )

    @property
    def word(self) -> str:
        """Return the outcome as a table shows it."""
        if self.error:
            return "ERROR"
        if self.inapplicable:
            return "n.a."
        verdicts = {tried.verdict for tried in self.tried}
        if Verdict.MISSED in verdicts:
            return "MISSED"
        return "BROKEN" if Verdict.BROKEN in verdicts else f"caught {len(self.tried)}"


class ControlError(Exception):
    """Unbroken packages do not pass their own tests."""


def packages_in(folder: Path) -> list[Package]:
    """Return the generated packages of a folder."""
    return [Package(path.parent) for path in sorted(folder.glob("*/.undrift.json"))]


def run(
    packages: Sequence[Package],
    mutations: Mapping[str, Mutation] = MUTATIONS,
    inapplicable: Mapping[tuple[str, str], str] = INAPPLICABLE,
) -> list[Pair]:
    """Break every package in every way; raise `ControlError` if one fails unbroken."""
    with (
        TemporaryDirectory() as temporary,
        ThreadPoolExecutor(os.cpu_count() or 1) as pool,
    ):
        stage = Path(temporary)
        controls = {
            package.name: pool.submit(_control, package, stage) for package in packages
        }
        failing = [
            f"{name} does not pass unbroken:\n{control.result().output}"
            for name, control in controls.items()
            if control.result().verdict is not Verdict.MISSED
        ]
        if failing:
            raise ControlError("\n".join(failing))
        waiting = [
            (pair, [pool.submit(_try, package, mutant, stage) for mutant in mutants])
            for package in packages
            for name, mutation in mutations.items()
            for pair, mutants in [
                _prepared(
                    package, name, mutation, inapplicable.get((package.name, name))
                )
            ]
        ]
        return [
            replace(pair, tried=tuple(future.result() for future in futures))
            for pair, futures in waiting
        ]


def _prepared(
    package: Package, name: str, mutation: Mutation, inapplicable: str | None
) -> tuple[Pair, list[Mutant]]:
    """Return a pair and its mutants; none where it cannot be, or goes wrong."""
    pair = Pair(package.name, name, inapplicable=inapplicable or "")
    try:
        mutants = list(mutation(package))
    except EditError as error:
        return replace(pair, error=str(error)), []
    if inapplicable and mutants:
        return replace(pair, error=f"it applies, yet: {inapplicable}"), []
    if not inapplicable and not mutants:
        return replace(pair, error="it changes nothing"), []
    return pair, mutants


def _control(package: Package, stage: Path) -> Tried:
    root = _copied(package, package.directory, stage / "unbroken" / package.name)
    return _tested(root, package.name, "unbroken", compile_=True)


def _try(package: Package, mutant: Mutant, stage: Path) -> Tried:
    unbroken = stage / "unbroken" / package.name / package.name
    with TemporaryDirectory(dir=stage) as temporary:
        root = _copied(package, unbroken, Path(temporary))
        for path, text in mutant.files:
            target = root / package.name / path
            target.write_text(text, encoding="utf-8")
            # A compiled file is trusted by time and size: the edit may change neither.
            for compiled in (target.parent / "__pycache__").glob(f"{target.stem}.*"):
                compiled.unlink()
        return _tested(root, package.name, mutant.what)


def _copied(package: Package, source: Path, root: Path) -> Path:
    shutil.copytree(source, root / package.name)
    (root / "pytest.ini").write_text("[pytest]\nfilterwarnings = error\n")
    return root


def _tested(root: Path, name: str, what: str, *, compile_: bool = False) -> Tried:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    environment = {**os.environ, "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
    if not compile_:
        environment["PYTHONDONTWRITEBYTECODE"] = "1"
    done = subprocess.run(
        [*command, f"{name}/contract"],
        cwd=root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    verdicts = {0: Verdict.MISSED, 1: Verdict.CAUGHT}
    verdict = verdicts.get(done.returncode, Verdict.BROKEN)
    return Tried(what, verdict, done.stdout + done.stderr)
