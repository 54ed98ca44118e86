"""Which tests run which lines of a room: measured once, kept while nothing changes.

What is kept lies in `.mutation/`, for each file of tests, under the content of that
file, of what its folder holds besides tests, and of the room.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from pathlib import Path

import coverage
import pytest

from tests.mutation.rooms import Room
from tests.mutation.stage import Limits, Stage

_STARTING = frozenset({"subprocess.Popen", "os.fork", "os.posix_spawn"})
_MEASURING = Limits(processor_seconds=1_200, wall_seconds=3_600)


@dataclass(frozen=True)
class Test:
    """A test that passes when nothing is mutated, and what it ran."""

    name: str
    seconds: float
    starts_processes: bool
    lines: dict[str, frozenset[int]]
    """Lines by module; of what runs in another process nothing is known."""


class UnmeasuredError(Exception):
    """The tests could not be measured."""


def measured(room: Room, stage: Stage, cache: Path) -> list[Test]:
    """Return the room's tests, from what is kept as far as it still holds."""
    common = _digest(stage.root, [*room.modules(stage.root), *room.inputs(stage.root)])
    keys = {
        file: f"{room.name}-{_digest(stage.root, [file], common)}.json"
        for file in room.test_files(stage.root)
    }
    lacking = [file for file, key in keys.items() if not (cache / key).is_file()]
    if lacking:
        _measure(room, stage, cache, {file: keys[file] for file in lacking})
    return [
        Test(
            name=entry["name"],
            seconds=entry["seconds"],
            starts_processes=entry["starts_processes"],
            lines={path: frozenset(lines) for path, lines in entry["lines"].items()},
        )
        for key in keys.values()
        for entry in json.loads((cache / key).read_text("utf-8"))
    ]


def _measure(room: Room, stage: Stage, cache: Path, keys: dict[str, str]) -> None:
    print(f"{room.name}: measuring what {len(keys)} files of tests run", flush=True)
    cache.mkdir(exist_ok=True)
    result = stage.root / "measured.json"
    result.unlink(missing_ok=True)
    outcome = stage.run(lambda: _watch(room, list(keys), result), _MEASURING)
    if not result.is_file():
        raise UnmeasuredError(outcome.output)
    found = json.loads(result.read_text("utf-8"))
    for name in found["failed"]:
        print(f"fails unbroken, and is left out: {name}", file=sys.stderr)
    for file, key in keys.items():
        entries = [e for e in found["tests"] if e["name"].split("::")[0] == file]
        (cache / key).write_text(json.dumps(entries), "utf-8")
    _forget_old(cache)


def _forget_old(cache: Path) -> None:
    files = sorted(cache.glob("*.json"), key=lambda file: -file.stat().st_mtime)
    for file in files[500:]:
        file.unlink(missing_ok=True)


def _digest(root: Path, files: Iterable[str], start: str = "") -> str:
    digest = hashlib.sha256(start.encode())
    for file in files:
        content = (root / file).read_bytes()
        digest.update(f"{file}\0{len(content)}\0".encode() + content)
    return digest.hexdigest()[:20]


class _Watcher:
    """A pytest plugin: one coverage context for each test, and its cost."""

    def __init__(self, measure: coverage.Coverage) -> None:
        self.measure = measure
        self.cost: dict[str, float] = {}
        self.failed: set[str] = set()
        self.skipped: set[str] = set()
        self.starting: set[str] = set()
        self._now = ""

    def audit(self, event: str, _: tuple[object, ...]) -> None:
        """Notice that a test starts a process."""
        if event in _STARTING and self._now:
            self.starting.add(self._now)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(
        self, item: pytest.Item
    ) -> Generator[None, object, object]:
        """Run a test under its own context."""
        self.measure.switch_context(item.nodeid)
        self._now = item.nodeid
        before = _processor_seconds()
        try:
            return (yield)
        finally:
            self.cost[item.nodeid] = _processor_seconds() - before
            self.measure.switch_context("")
            self._now = ""

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Keep in mind what fails, or did not run."""
        if report.failed:
            self.failed.add(report.nodeid)
        elif report.skipped:
            self.skipped.add(report.nodeid)


def _processor_seconds() -> float:
    spent = os.times()
    return spent.user + spent.system + spent.children_user + spent.children_system


def _watch(room: Room, files: list[str], result: Path) -> int:
    measure = coverage.Coverage(
        data_file=None, include=[str(Path(room.folder) / "*")], config_file=False
    )
    watcher = _Watcher(measure)
    sys.addaudithook(watcher.audit)
    started = time.process_time()
    measure.start()
    status = pytest.main([*OPTIONS, *files], plugins=[watcher])
    measure.stop()
    if status not in {pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED}:
        return int(status)
    print(f"{time.process_time() - started:.0f} s")
    lines = dict[str, dict[str, list[int]]]()
    data = measure.get_data()
    for file in data.measured_files():
        path = Path(file).relative_to(Path.cwd()).as_posix()
        for line, contexts in data.contexts_by_lineno(file).items():
            for context in contexts:
                lines.setdefault(context, {}).setdefault(path, []).append(line)
    tests = [
        {
            "name": name,
            "seconds": round(seconds, 3),
            "starts_processes": name in watcher.starting,
            "lines": lines.get(name, {}),
        }
        for name, seconds in watcher.cost.items()
        if name not in watcher.failed | watcher.skipped
    ]
    failed = sorted(watcher.failed & set(watcher.cost))
    result.write_text(json.dumps({"tests": tests, "failed": failed}), "utf-8")
    return 0


OPTIONS = ("-q", "-p", "no:cacheprovider", "--no-header", "--tb=short")
