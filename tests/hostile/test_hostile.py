"""Attacks, sorted by kind: each is refused in one line or made harmless.

A folder is worked through by one watched process (see `worker`), so that an attack
which hangs, eats memory or reaches out is caught and named. `benign/` holds documents
that only look like attacks: they must generate. What must become of the others stands
in `expected.toml`. `projects/` holds attacks by pages, overlays, manifests, settings
and recorded names, each laid over `projects/base`. `pages/` is for `test_pages`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .watching import Watcher, expected

HERE = Path(__file__).parent
KINDS = sorted(
    p.name
    for p in HERE.iterdir()
    if p.is_dir() and p.name[0] != "_" and p.name != "pages"
)
EXPECTED: dict[str, dict[str, list[str]]] = tomllib.loads(
    (HERE / "expected.toml").read_text(encoding="utf-8")
)

_PLACE = r"[^:\n]+(?::\d+){0,2}"
_PROBLEM = re.compile(rf"({_PLACE}): (?:error|warning)\[(UD\d{{3}})\] \S.*")
_CLOSING = re.compile(
    r"nothing was written|\d+ operations? refused: nothing was written; --allow-skips.*"
)
_LONGEST = 2000


@pytest.mark.parametrize("kind", KINDS)
def test_kind(kind: str, tmp_path: Path, watched: Watcher) -> None:
    outcomes = watched.outcomes_of("worker", str(HERE / kind), str(tmp_path))

    assert len(outcomes) == len(_attacks(kind))
    wrong = [
        f"{kind}/{outcome['attack']}: {complaint}"
        for outcome in outcomes
        for complaint in _complaints(kind, outcome)
    ]
    assert not wrong, "\n".join(wrong)


def test_expectations_are_about_what_is_there() -> None:
    for kind, wanted in EXPECTED.items():
        listed = [name for names in wanted.values() for name in names]
        assert len(listed) == len(set(listed))
        assert set(listed) <= {_name(p.name) for p in _attacks(kind)} | {"*"}


def _attacks(kind: str) -> list[Path]:
    return [
        path
        for path in (HERE / kind).iterdir()
        if path.suffix in {".yaml", ".json"} or path.is_dir()
        if path.name not in {"base", "inside"}
    ]


def _name(attack: str) -> str:
    return re.sub(r"\.(yaml|json)$", "", attack)


def _complaints(kind: str, outcome: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with what became of one attack."""
    yield from outcome["wrong"]
    for run in outcome["runs"]:
        yield from _unfit_messages(run["code"], run["err"])
    if outcome["runs"]:
        first = outcome["runs"][0]
        became = _became(first["code"], first["err"])
        wanted = expected(EXPECTED, kind, _name(outcome["attack"]))
        if wanted and became != wanted:
            yield f"expected {wanted}, and it is {became}: {first['err'][:500]}"


def _became(code: int, err: str) -> str:
    """Return "generated", or the code of the first error."""
    if code == 0:
        return "generated"
    found = re.search(r"error\[(UD\d{3})\]", err)
    return found[1] if found else f"exit code {code}"


def _unfit_messages(code: int, err: str) -> Iterator[str]:
    """Yield what is wrong with a run's exit code and the text it printed."""
    if code not in {0, 1, 2}:
        yield f"exit code {code}"
    if "UD060" in err:
        yield f"generated code did not pass the gate: {err[:500]}"
    problems = 0
    for line in err.removesuffix("\n").split("\n") if err else ():
        if not line.isprintable():
            yield f"a message holds what a terminal acts on: {line[:200]!a}"
        if line.lstrip().startswith(("::", "##[")):
            yield f"a line is a command to a CI system: {line[:200]!a}"
        if len(line) > _LONGEST:
            yield f"a message of {len(line)} characters: {line[:200]!a}"
        if _PROBLEM.fullmatch(line):
            problems += 1
        elif not line.startswith("    ") and not _CLOSING.fullmatch(line):
            yield f"this is neither a problem nor its hint: {line[:200]!a}"
    if code and not problems:
        yield f"no problem is named: {err[:200]!a}"
