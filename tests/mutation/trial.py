"""Hold one mutant against the tests that run its line."""

from __future__ import annotations

import ast
import signal
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

import pytest

from tests.mutation.coverage_map import OPTIONS, Test
from tests.mutation.mutants import Mutant
from tests.mutation.stage import Limits, Outcome, Stage


class Verdict(Enum):
    """What became of a mutant."""

    KILLED = "killed"
    SURVIVED = "survived"
    UNTESTED = "untested"
    """No test of the room runs anything of its module."""


@dataclass(frozen=True, slots=True)
class Trial:
    """A mutant, what became of it, and how many tests it was shown to."""

    mutant: Mutant
    verdict: Verdict
    tests: int
    by: str = ""
    """The test that noticed, or how the run ended."""


class TrialError(Exception):
    """The tests could not be run at all."""


def tried(mutant: Mutant, tests: Sequence[Test], stage: Stage) -> Trial:
    """Run the tests that may notice a mutant, the quickest first."""
    shown = 0
    for chosen in _chosen(mutant, tests):
        shown += len(chosen)
        outcome = _run(mutant, chosen, stage)
        if outcome.status:
            return Trial(mutant, Verdict.KILLED, shown, _noticed_by(outcome))
    return Trial(mutant, Verdict.SURVIVED if shown else Verdict.UNTESTED, shown)


def _chosen(mutant: Mutant, tests: Sequence[Test]) -> Iterator[list[Test]]:
    """Yield the tests that run the mutated statement, then those that might.

    A line of a table runs when its module is imported, on behalf of nobody: then the
    tests of whatever else is in that module are asked, or all if there is nothing.
    What other processes do is not measured, so tests that start some come at last.
    """
    lines = _statement_lines(mutant)
    running = [t for t in tests if lines & t.lines.get(mutant.path, frozenset())]
    running = running or [t for t in tests if mutant.path in t.lines] or list(tests)
    if running:
        yield sorted(running, key=lambda test: test.seconds)
    names = {test.name for test in running}
    starting = [t for t in tests if t.starts_processes and t.name not in names]
    if starting:
        yield sorted(starting, key=lambda test: test.seconds)


def _statement_lines(mutant: Mutant) -> frozenset[int]:
    """Return the lines of the innermost statements that a change touches."""
    touched = range(mutant.line, mutant.last_line + 1)
    spans = [tuple(_own_lines(n)) for n in ast.walk(ast.parse(mutant.source))]
    found = frozenset[int]()
    for line in touched:
        around = [(len(span), span) for span in spans if line in span]
        found |= frozenset(min(around, default=(1, (line,)))[1])
    return found


_PARTS = ast.stmt | ast.match_case


def _own_lines(node: ast.AST) -> range:
    """Return a statement's lines; of a compound one, those before its body."""
    match node:
        case ast.match_case(pattern=pattern, body=body):
            return range(pattern.lineno, max(body[0].lineno, pattern.lineno + 1))
        case ast.stmt(lineno=first, end_lineno=last):
            below = [n for n in ast.iter_child_nodes(node) if isinstance(n, _PARTS)]
            if not below:
                return range(first, (last or first) + 1)
            return range(first, max(_own_lines(below[0]).start, first + 1))
        case _:
            return range(0)


def _run(mutant: Mutant, tests: Sequence[Test], stage: Stage) -> Outcome:
    seconds = sum(test.seconds for test in tests)
    limits = Limits(int(20 + 4 * seconds), 60 + 10 * seconds)
    names = {test.name: at for at, test in enumerate(tests)}
    files = sorted({test.name.split("::")[0] for test in tests})

    def job() -> int:
        plugin = _Only(names)
        return int(pytest.main([*OPTIONS, "-x", *files], plugins=[plugin]))

    with stage.changed(mutant.path, mutant.text):
        outcome = stage.run(job, limits)
    if outcome.status in {pytest.ExitCode.USAGE_ERROR, pytest.ExitCode.INTERNAL_ERROR}:
        raise TrialError(outcome.output)
    # A mutant may take the tests' names with it: then nothing was there to notice.
    if outcome.status == pytest.ExitCode.NO_TESTS_COLLECTED:
        return Outcome(1, "the tests are gone")
    return outcome


class _Only:
    """A pytest plugin: these tests, in this order."""

    def __init__(self, names: dict[str, int]) -> None:
        self.names = names

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Leave out all other tests."""
        kept = [item for item in items if item.nodeid in self.names]
        items[:] = sorted(kept, key=lambda item: self.names[item.nodeid])


def _noticed_by(outcome: Outcome) -> str:
    if outcome.status < 0:
        return f"ended by {signal.Signals(-outcome.status).name}"
    marks = ("FAILED ", "ERROR ")
    lines = outcome.output.splitlines()
    return next((line for line in lines if line.startswith(marks)), "")


def killed_share(trials: Collection[Trial], explained: Collection[Trial]) -> float:
    """Return the share of mutants that were noticed, or whose survival is explained."""
    good = sum(trial.verdict is Verdict.KILLED for trial in trials) + len(explained)
    return good / len(trials) if trials else 1.0
