"""The last look at generated source before anything is written.

Every module must parse, import nothing but what templates import, and hold no kind of
statement that templates do not print. A document that got past the emitters would have
to show itself here.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

_MODULES = frozenset(
    {
        "__future__",
        "builtins",
        "collections.abc",
        "datetime",
        "decimal",
        "functools",
        "httpx2",
        "pydantic",
        "typing",
        "uuid",
    }
)
_STATEMENTS = (
    ast.AnnAssign,
    ast.Assign,
    ast.AsyncFunctionDef,
    ast.ClassDef,
    ast.FunctionDef,
    ast.If,
    ast.Import,
    ast.ImportFrom,
)


def objection(path: str, source: str) -> str:
    """Return why a generated module must not be written, "" if it may."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        return f"{path} is not Python: {error}"
    for node in _statements(tree):
        match node:
            case ast.Import(names=names):
                wrong = [n.name for n in names if n.name not in _MODULES]
            case ast.ImportFrom(level=0, module=module):
                wrong = [] if module in _MODULES else [str(module)]
            case _:
                wrong = []
        if wrong:
            return f"{path}:{node.lineno} imports {wrong[0]}"
    for statement in tree.body:
        is_docstring = isinstance(statement, ast.Expr) and isinstance(
            statement.value, ast.Constant
        )
        if not is_docstring and not isinstance(statement, _STATEMENTS):
            kind = type(statement).__name__
            return f"{path}:{statement.lineno} holds a top-level {kind}"
    return ""


_BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")


def _statements(tree: ast.Module) -> Iterator[ast.stmt]:
    """Yield every statement; expressions, most of a tree, hold none."""
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.stmt):
            yield node
        for block in _BLOCKS:
            waiting.extend(getattr(node, block, []))
