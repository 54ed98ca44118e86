"""Grade the generator's own tests: change its code, and see each change noticed.

python -m tests.mutation [--room lower] [--sample 40] [--seed 1] …
"""

from __future__ import annotations

import argparse
import multiprocessing
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass

from tests.mutation.coverage_map import Test, UnmeasuredError, measured
from tests.mutation.mutants import Mutant, mutants_of, sampled
from tests.mutation.rooms import DEFAULT, ROOT, Room, room
from tests.mutation.stage import Stage, staged
from tests.mutation.survivors import Survivor, accepted
from tests.mutation.trial import Trial, TrialError, Verdict, killed_share, tried

CACHE = ROOT / ".mutation"


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for."""

    rooms: tuple[str, ...]
    files: tuple[str, ...]
    keys: tuple[str, ...]
    sample: int
    seed: int
    jobs: int
    at_least: float
    verbose: bool


def main(arguments: Sequence[str]) -> int:
    """Try mutants of each room; 1 if a room's share is too small."""
    options = _options(arguments)
    survivors = accepted()
    for survivor in survivors:
        if not survivor.stands(ROOT):
            print(f"no longer there: {survivor.path}: {survivor.before.strip()}")
    good = True
    try:
        for found in [room(name) for name in options.rooms]:
            good = _grade(found, options, survivors) and good
    except (TrialError, UnmeasuredError, ValueError) as error:
        print(error, file=sys.stderr)
        return 2
    return 0 if good else 1


def _options(arguments: Sequence[str]) -> Options:
    parser = argparse.ArgumentParser("make mutants-generator", allow_abbrev=False)
    add = parser.add_argument
    add("--room", action="append", metavar="NAME", help="a room; may be said again")
    add(
        "--file", action="append", default=[], help="only modules with this in the path"
    )
    add("--key", action="append", default=[], help="only the mutant that has this key")
    add("--sample", type=int, default=20, help="mutants of each room; 0 means all")
    add("--seed", type=int, default=1, help="which mutants the sample holds")
    add("--jobs", type=int, default=1, help="mutants tried side by side")
    add("--at-least", type=float, default=90, help="percentage that has to be noticed")
    add("--verbose", action="store_true", help="name the test that noticed, too")
    said = parser.parse_args(arguments)
    return Options(
        rooms=tuple(said.room or DEFAULT),
        files=tuple(said.file),
        keys=tuple(said.key),
        sample=said.sample or sys.maxsize,
        seed=said.seed,
        jobs=said.jobs,
        at_least=said.at_least / 100,
        verbose=said.verbose,
    )


def _grade(found: Room, options: Options, survivors: Sequence[Survivor]) -> bool:
    """Try a sample of one room's mutants and report it."""
    trials = list[Trial]()
    explained = list[Trial]()
    for trial in _trials(found, _mutants(found, options), options.jobs):
        trials.append(trial)
        if trial.verdict is Verdict.KILLED:
            if options.verbose:
                print(_told(trial, ""), flush=True)
            continue
        reasons = [s.reason for s in survivors if s.is_of(trial.mutant)]
        if reasons:
            explained.append(trial)
        print(_told(trial, "".join(reasons)), flush=True)
    killed = sum(trial.verdict is Verdict.KILLED for trial in trials)
    share = killed_share(trials, explained)
    print(
        f"{found.name:8}  {killed} of {len(trials)} noticed,"
        f" {len(explained)} explained: {share:.0%}",
        flush=True,
    )
    return share >= options.at_least


def _mutants(found: Room, options: Options) -> list[Mutant]:
    every = [
        mutant
        for path in found.modules(ROOT)
        if not options.files or any(part in path for part in options.files)
        for mutant in mutants_of(path, (ROOT / path).read_text("utf-8"))
    ]
    if options.keys:
        return [mutant for mutant in every if mutant.key() in options.keys]
    return list(sampled(every, options.sample, options.seed))


def _told(trial: Trial, reason: str) -> str:
    mutant = trial.mutant
    head = (
        f"{trial.verdict.value.upper()}  {mutant.path}:{mutant.line}"
        f"  --key {mutant.key()}  ({trial.tests} tests)"
    )
    before = [f"  - {line}" for line in mutant.before.split("\n")]
    after = [f"  + {line}" for line in mutant.after.split("\n") if line]
    more = [f"  {text}" for text in (trial.by, reason) if text]
    return "\n".join([head, *before, *after, *more])


class _Worker:
    """A process's own copy of the tree; set once, when the process begins."""

    stack = ExitStack()
    stage: Stage
    tests: list[Test]


def _trials(found: Room, mutants: Sequence[Mutant], jobs: int) -> Iterator[Trial]:
    with staged(ROOT) as stage:
        tests = measured(found, stage, CACHE)
        if jobs == 1:
            for mutant in mutants:
                yield tried(mutant, tests, stage)
            return
    context = multiprocessing.get_context("fork")
    with ProcessPoolExecutor(jobs, context, _begin, (tests,)) as pool:
        yield from pool.map(_try, mutants)


def _begin(tests: list[Test]) -> None:
    _Worker.stage = _Worker.stack.enter_context(staged(ROOT))
    _Worker.tests = tests


def _try(mutant: Mutant) -> Trial:
    return tried(mutant, _Worker.tests, _Worker.stage)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
