"""File names of pages: safe everywhere, each one's own."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from undrift.config.manifest import FILE
from undrift.output.names import collisions, file_name_problem
from undrift.usecases.add.names import safe_names


@pytest.mark.parametrize(
    ("given_names", "made"),
    [
        (["a/b.md"], ["a/b.md"]),
        (["../../etc/passwd.md"], ["etc/passwd.md"]),
        (["A.md", "a.md", "a-2.md"], ["A.md", "a-2.md", "a-2-2.md"]),
        (["a:b\x00\u202e?.md"], ["a-b-.md"]),
        (["con.md", "nul"], ["_con.md", "_nul"]),
        (["a", "a/b.md"], ["a", "a-b.md"]),
        (["a. /b.md", ""], ["a/b.md", "page.md"]),
        (["Счёт/отмена.md"], ["Счёт/отмена.md"]),
    ],
)
def test_names(given_names: list[str], made: list[str]) -> None:
    assert list(safe_names(given_names)) == made


@given(st.lists(st.text(max_size=80), max_size=6))
def test_any_name_becomes_a_safe_one(names: list[str]) -> None:
    made = safe_names(names)
    assert len(made) == len(names)
    assert not [name for name in made if file_name_problem(name)]
    assert not [name for name in made if not FILE.fits(f"docs/{name}")]
    assert not list(collisions(made))
