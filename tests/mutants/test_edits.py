"""Edits change what they say and nothing else, or fail."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.mutants.edits import Call, EditError, Mutant, Package, calls, within

SOURCE = '''\
"""Ünïcode before what is edited: ast counts in bytes."""
from __future__ import annotations
from .._runtime import Operation

NAME = "é"; CANCEL = Operation(name="é.cancel", parameters=(Path("id"), Header("a")))
'''


@pytest.fixture
def package(tmp_path: Path) -> Package:
    (tmp_path / "resources").mkdir()
    (tmp_path / "resources/invoices.py").write_text(SOURCE, encoding="utf-8")
    return Package(tmp_path)


@pytest.fixture
def operation(package: Package) -> Call:
    (path,) = package.modules("resources")
    (found,) = calls(package, path, "Operation")
    return found


def edited(mutant: Mutant) -> str:
    ((path, text),) = mutant.files
    assert path == Path("resources/invoices.py")
    ast.parse(text)
    return text


def test_argument_is_replaced(operation: Call) -> None:
    assert operation.constant("name") == "é.cancel"
    text = edited(operation.set("other name", "name", '"x"'))
    assert text == SOURCE.replace('"é.cancel"', '"x"')


def test_argument_is_added_with_what_it_needs(operation: Call) -> None:
    text = edited(operation.set("a body", "body", 'Body("ü")', needs="Body"))
    assert text == SOURCE.replace(
        "Operation(name", 'Operation(body=Body("ü"), name'
    ).replace("from .._runtime", "from .._runtime import Body\nfrom .._runtime")


def test_part_is_replaced(operation: Call) -> None:
    (header,) = within(operation, "Header")
    assert header.constant("name", 0) == "a"
    text = edited(operation.put("no header", header.node, "None"))
    assert text == SOURCE.replace('Header("a")', "None")


def test_text_is_replaced_once(package: Package) -> None:
    mutant = package.replace("x", "resources/invoices.py", "NAME", "OTHER")
    assert edited(mutant) == SOURCE.replace("NAME", "OTHER")


@pytest.mark.parametrize("old", ["nowhere", "é"], ids=["absent", "twice"])
def test_text_that_is_not_there_once_is_an_error(package: Package, old: str) -> None:
    with pytest.raises(EditError):
        package.replace("x", "resources/invoices.py", old, "x")


@pytest.mark.parametrize("name", ["parameters", "absent"])
def test_argument_that_is_no_literal_is_an_error(operation: Call, name: str) -> None:
    with pytest.raises(EditError):
        operation.constant(name)


def test_edit_that_is_no_python_is_an_error(operation: Call) -> None:
    with pytest.raises(SyntaxError):
        operation.set("broken", "name", '"')
