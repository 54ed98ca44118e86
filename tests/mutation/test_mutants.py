"""What is changed to make a mutant, and what is left alone."""

from __future__ import annotations

import pytest

from tests.mutation.mutants import Mutant, mutants_of, sampled
from tests.mutation.survivors import Survivor, accepted


def changes(source: str) -> set[str]:
    return {
        mutant.after.strip()
        for mutant in mutants_of("x.py", source)
        if mutant.makes_sense
    }


DECISIONS: list[tuple[str, set[str]]] = [
    ("f(a < 1)", {"f(a <= 1)", "f(a < 2)", "pass"}),
    ("x = a and b", {"x = a or b", "x = a", "x = b"}),
    ("x = (a or b)", {"x = (a and b)", "x = (a)", "x = (b)"}),
    ("x = not a", {"x = a"}),
    ("x = not (a in b)", {"x = (a in b)", "x = not (a not in b)"}),
    ("x = True", {"x = False"}),
    ("if a:\n    b", {"if False:", "if True:"}),
    (
        "x = [a for a in b if c]",
        {f"x = [a for a in b if {w}]" for w in (True, False)},
    ),
    ("x = 'word'", {"x = 'XXwordXX'"}),
    ("x = 'two words'", set()),
    ("x = (a, b, c)", {"x = (b, c)", "x = (a, c)", "x = (a, b,)"}),
    ("x = (a, b)", set()),
    ("x = {a: b, c: d}", {"x = {c: d}", "x = {a: b,}"}),
    ("x = f(a, b=c)", {"x = f(a,)"}),
    ("for a, b, c in d: e", set()),
]


@pytest.mark.parametrize(
    ("source", "expected"),
    DECISIONS,
)
def test_decisions_are_changed(source: str, expected: set[str]) -> None:
    found = changes(source)
    assert {change.replace("  ", " ") for change in found} == expected


def test_a_case_may_be_missing() -> None:
    source = "match a:\n    case 1:\n        b()\n    case _:\n        c\n"
    missing = [m.text for m in mutants_of("x.py", source) if "case 1" not in m.text]
    assert "match a:\n    \n    case _:\n        c\n" in [
        text.replace("\n\n", "\n    \n") for text in missing
    ]


@pytest.mark.parametrize(
    "source",
    [
        '"""Says more than 1 thing."""',
        "def f(a: int | None) -> list[int]: ...",
        "import a, b",
        "__all__ = ['a', 'b', 'c']",
        "if TYPE_CHECKING:\n    a = 1",
        "@dataclass(frozen=True)\nclass A:\n    b: int",
        "class A(Enum):\n    B = 'b'",
        "Name = One | Another",
        "raise Wrong('a', 1 + 1)",
        "assert a and b",
        "x = f'{a}b'",
        "x = zip(a, b, strict=True)",
    ],
)
def test_what_is_no_behaviour_is_left_alone(source: str) -> None:
    assert not changes(source)


def module(*lines: str) -> list[Mutant]:
    return list(mutants_of("x.py", "\n".join(lines)))


def test_a_sample_hangs_on_no_other_line() -> None:
    lines = [f"x{n} = a{n} and b{n}" for n in range(30)]
    before = {m.key() for m in sampled(module(*lines), 10, seed=1)}
    after = {m.key() for m in sampled(module("# new", "", *lines), 10, seed=1)}
    assert len(before) == 10
    assert before == after
    assert before != {m.key() for m in sampled(module(*lines), 10, seed=2)}


def test_a_sample_has_one_mutant_of_a_line() -> None:
    (only,) = sampled(module("x = a and b and c"), 10, seed=1)
    assert only.line == 1


def test_an_explained_survivor_is_known_wherever_it_stands() -> None:
    (mutant,) = (m for m in module("", "def f():", "    x = True"))
    survivor = Survivor("x.py", "x = True", "x = False", "")
    assert survivor.is_of(mutant)
    assert not survivor.is_of(module("x = 1")[0])


def test_every_accepted_survivor_has_a_reason() -> None:
    assert [s for s in accepted() if not s.reason.strip()] == []
