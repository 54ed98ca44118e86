"""Hostile pages: each is refused in one line or made harmless, by every command.

`pages/<kind>/` holds attacks that can be kept, `pages_made` makes the others. A kind is
worked through by one watched process (see `pages_worker`), so that an attack which
hangs, eats memory or reaches out is caught and named. `benign` are pages that only look
like attacks: `add` must take them. What becomes of the others stands in `pages.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from .pages_made import MADE
from .watching import Watcher, expected

HERE = Path(__file__).parent
KINDS = sorted({p.name for p in (HERE / "pages").iterdir()} | set(MADE))
EXPECTED: dict[str, dict[str, list[str]]] = tomllib.loads(
    (HERE / "pages.toml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("kind", KINDS)
def test_kind(kind: str, tmp_path: Path, watched: Watcher) -> None:
    outcomes = watched.outcomes_of("pages_worker", kind, str(tmp_path))

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
        assert set(listed) <= set(_attacks(kind)) | {"*"}


def test_there_are_many() -> None:
    assert sum(len(_attacks(kind)) for kind in KINDS) > 300


def _attacks(kind: str) -> list[str]:
    kept = [path.name for path in (HERE / "pages").glob(f"{kind}/*")]
    return [*kept, *MADE.get(kind, ())]


def _complaints(kind: str, outcome: dict[str, Any]) -> Iterator[str]:
    """Yield what is wrong with what became of one attack."""
    yield from outcome["wrong"]
    added = [run for run in outcome["runs"] if run["asked"][0] == "add"]
    became = _BECAME[added[0]["code"]] if added else "forbidden"
    wanted = expected(EXPECTED, kind, outcome["attack"])
    if became != wanted:
        yield f"expected {wanted}, and it is {became}: {outcome['runs'][:3]}"[:1500]


_BECAME = {0: "added", 1: "stops", 2: "refused"}
"""What `add` does: all is well, the folder is there but cannot be used, nothing."""
