"""The harness tells caught from missed, and neither from a mutant that cannot run."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.mutants.__main__ import details, table
from tests.mutants.edits import EditError, Mutant, Package
from tests.mutants.mutations import INAPPLICABLE, MUTATIONS, Mutation
from tests.mutants.run import ControlError, Pair, packages_in, run


@pytest.fixture
def package(tmp_path: Path) -> Package:
    directory = tmp_path / "generated" / "tiny"
    for path, text in {
        ".undrift.json": "{}",
        "__init__.py": "",
        "value.py": "VALUE = 1\nSPARE = 1\n",
        "contract/__init__.py": "",
        "contract/test_value.py": (
            "from ..value import VALUE\n\n\ndef test_value():\n    assert VALUE == 1\n"
        ),
    }.items():
        (directory / path).parent.mkdir(parents=True, exist_ok=True)
        (directory / path).write_text(text)
    (found,) = packages_in(tmp_path / "generated")
    return found


def replacing(old: str, new: str) -> Mutation:
    def mutation(package: Package) -> Iterator[Mutant]:
        yield package.replace(old, "value.py", old, new)

    return mutation


def nothing(package: Package) -> Iterator[Mutant]:
    yield from ()


def stale(package: Package) -> Iterator[Mutant]:
    raise EditError("value.py is another one")
    yield  # pragma: no cover


def test_verdicts(package: Package) -> None:
    mutations = {
        "caught": replacing("VALUE = 1", "VALUE = 2"),
        "missed": replacing("SPARE = 1", "SPARE = 2"),
        "broken": replacing("VALUE = 1", "OTHER = 1"),
        "cannot be": nothing,
        "not declared": nothing,
        "applies after all": replacing("VALUE = 1", "VALUE = 2"),
        "stale": stale,
    }
    declared = {
        ("tiny", "cannot be"): "there is no such thing",
        ("tiny", "applies after all"): "there is no such thing",
    }
    pairs = {pair.mutation: pair for pair in run([package], mutations, declared)}
    assert {name: (pair.word, pair.failed) for name, pair in pairs.items()} == {
        "caught": ("caught 1", False),
        "missed": ("MISSED", True),
        "broken": ("BROKEN", True),
        "cannot be": ("n.a.", False),
        "not declared": ("ERROR", True),
        "applies after all": ("ERROR", True),
        "stale": ("ERROR", True),
    }
    assert "ImportError" in details(pairs["broken"])
    assert details(pairs["missed"]) == "MISSED: tiny, missed: SPARE = 1"


def test_package_that_fails_unbroken_stops_it(package: Package) -> None:
    (package.directory / "value.py").write_text("VALUE = 2\n")
    with pytest.raises(ControlError, match="tiny does not pass unbroken"):
        run([package], {"none": nothing}, {("tiny", "none"): "nothing to do"})


def test_table_has_every_pair_and_reason() -> None:
    pairs = [
        Pair(
            provider, mutation, inapplicable=INAPPLICABLE.get((provider, mutation), "")
        )
        for provider in ("firekassa", "storno")
        for mutation in MUTATIONS
    ]
    text = table(pairs)
    assert all(mutation in text for mutation in MUTATIONS)
    assert "n.a.: firekassa, drop the body: it documents no body" in text
