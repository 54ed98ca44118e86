"""What is imported when: a client must not wait for what it does not use."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

from undrift import runtime


def test_every_name_is_where_type_checkers_see_it() -> None:
    source = Path(runtime.__file__).read_text("utf-8")
    seen = {
        alias.name: "." * node.level + (node.module or "")
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    table = next(
        ast.literal_eval(node)
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Dict)
    )
    assert {name: seen[name] for name in table} == table
    assert set(seen) - set(table) == {"TYPE_CHECKING", "lazy_attributes"}
    assert sorted(runtime.__all__) == sorted(table)
    for name in runtime.__all__:
        assert getattr(runtime, name) is not None


def test_a_client_is_made_without_what_only_calls_need() -> None:
    code = (
        "import sys; from tests.runtime.sample import Shop\n"
        "with Shop(token='tok_12345678', base_url='http://127.0.0.1:1') as shop:\n"
        "    before = set(sys.modules); shop.invoices; after = set(sys.modules)\n"
        "print('pydantic' in before, 'undrift.runtime.call' in before)\n"
        "print('pydantic' in after, 'asyncio' in after - before)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "False", "True", "False"]
