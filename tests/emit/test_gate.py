"""The gate: nothing is written but what templates are known to print."""

from __future__ import annotations

import pytest

from undrift.emit.gate import objection


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("import os", "imports os"),
        ("import typing, os", "imports os"),
        ("from os import system", "imports os"),
        ("from typing.x import y", "imports typing.x"),
        ("def f():\n    import subprocess", "m.py:2 imports subprocess"),
        ("class A:\n    from sys import path", "m.py:2 imports sys"),
        ("print()", "top-level Expr"),
        ("f'{x}'", "top-level Expr"),
        ("for x in ():\n    pass", "top-level For"),
        ("with x:\n    pass", "top-level With"),
        ("try:\n    pass\nexcept E:\n    pass", "top-level Try"),
        ("del x", "top-level Delete"),
        ("x += 1", "top-level AugAssign"),
        ("raise X", "top-level Raise"),
        ("'unclosed", "is not Python"),
        ("x = '\0'", "is not Python"),
        ("(" * 500, "is not Python"),
    ],
)
def test_objections(source: str, reason: str) -> None:
    assert reason in objection("m.py", source)


@pytest.mark.parametrize(
    "source",
    [
        "",
        '"""Docs."""\nfrom __future__ import annotations\nfrom .x import y\nX: int = 1',
        "if TYPE_CHECKING:\n    from decimal import Decimal\n\n\nclass A:\n    pass",
        "async def f() -> None: ...",
    ],
)
def test_what_may_pass(source: str) -> None:
    assert objection("m.py", source) == ""
