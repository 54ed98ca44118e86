"""Every folder of `cases` is a document whose names clash with what undrift prints.

Generated code must bind each name once in each scope, and lose no call and no type.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.cases import folders
from tests.emit.packages import files
from undrift import runtime

CASES = Path(__file__).with_name("cases")


@pytest.mark.parametrize("case", folders(CASES), ids=lambda path: path.name)
def test_case(case: Path) -> None:
    modules = files((case / "openapi.yaml").read_text("utf-8"))
    assert_names_are_bound_once(modules)
    resources = names_in(modules, "resources/", "__init__.py")
    tests = names_in(modules, "contract/test_", "coverage.py")
    coverage = modules["contract/test_coverage.py"]
    _, _, streaming = coverage.partition("streaming=(")
    only_streams = {
        name
        for name in resources
        if f'"{name.removesuffix(".py")}.' in streaming and name not in tests
    }
    assert len(tests) == len(resources) - len(only_streams)


def test_a_type_may_be_called_like_anything_of_the_runtime() -> None:
    """Whatever the runtime grows, a schema of that name still has its own class."""
    names = [name for name in runtime.__all__ if name[0].isupper()]
    assert "ResponseSpec" in names
    document = """\
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a/{id}:
    post:
      tags: [Everything]
      operationId: create
      parameters:
        - {name: id, in: path, required: true, schema: {type: string, minLength: 1}}
        - {name: q, in: query, schema: {type: string, pattern: a, maxLength: 2}}
      requestBody:
        content: {application/json: {schema: {$ref: '#/components/schemas/Model'}}}
      responses:
        '200':
          description: ''
          content:
            application/json: {schema: {$ref: '#/components/schemas/ResponseSpec'}}
        '400':
          description: ''
          content:
            application/json: {schema: {$ref: '#/components/schemas/OperationSpec'}}
components:
  schemas:
"""
    body = "\n".join(
        f"    {name}: {{type: object, properties: {{next: "
        f"{{$ref: '#/components/schemas/{following}'}}, when: {{type: string, format: "
        f"date-time}}, cost: {{type: number}}, kind: {{enum: [a]}}}}}}"
        for name, following in zip(names, [*names[1:], names[0]], strict=True)
    )
    assert_names_are_bound_once(files(document + body))


def names_in(modules: dict[str, str], start: str, other: str) -> set[str]:
    found = {path.removeprefix(start) for path in modules if path.startswith(start)}
    return found - {other}


def assert_names_are_bound_once(modules: dict[str, str]) -> None:
    for path, source in modules.items():
        for node in ast.walk(ast.parse(source)):
            assert not repeated(node), f"{path}: {repeated(node)}"


def repeated(node: ast.AST) -> list[str]:
    """Return names that one scope binds twice: arguments, imports, definitions."""
    match node:
        case ast.arguments():
            names = [a.arg for a in (*node.posonlyargs, *node.args, *node.kwonlyargs)]
        case ast.Module() | ast.ClassDef() | ast.If():
            names = [name for statement in node.body for name in bound(statement)]
        case _:
            names = []
    return sorted({name for name in names if names.count(name) > 1})


def bound(statement: ast.stmt) -> list[str]:
    match statement:
        case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
            return [name]
        case ast.AsyncFunctionDef(name=name):
            return [name]
        case ast.ImportFrom(names=names) | ast.Import(names=names):
            return [alias.asname or alias.name for alias in names]
        case ast.AnnAssign(target=ast.Name(id=name)):
            return [name]
        case ast.Assign(targets=[ast.Name(id=name)]):
            return [name]
        case _:
            return []
