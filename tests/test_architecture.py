"""The shape of the tool: who may import what, and what no module may hold.

Each rule reads sources only (`ast`), so that it covers imports inside functions too.
"""

import ast
import re
import socket
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator" / "undrift"

LAYERS = (
    {"diagnostics", "escaping", "jsontext", "workers"},
    {"facts", "ir"},
    {"docs", "openapi"},
    {"lower"},
    {"naming"},
    {"draft", "drift", "emit"},
    {"config", "fetch", "output"},
    {"reading"},
    {"pipeline"},
    {"usecases"},
    {"cli"},
    {"__main__"},
)
"""From the bottom up: a room may import rooms of lower layers, and no others."""

COPIED = {"contract", "runtime"}
"""Rooms that are copied into generated packages, so they must stand alone."""

OWNERS = {
    "black": {"emit"},
    "click": {"cli"},
    # What httpx2 sends with.
    "httpcore2": {"runtime"},
    "httpx2": {"fetch", "runtime"},
    "jinja2": {"emit"},
    "jsonpath_rfc9535": {"openapi"},
    "markdown_it": {"docs"},
    "openapi_pydantic": {"openapi"},
    # openapi-pydantic complains with pydantic's own exception.
    "pydantic": {"runtime", "openapi"},
    "pydantic_core": {"runtime"},
    "pytest": {"contract"},
    "rich": {"cli"},
    "ruamel": {"openapi"},
    "selectolax": {"docs"},
}
"""Third-party packages and the rooms that may import them."""

MOST_LINES = 500

CONSTANT = re.compile(r"_{0,2}[A-Z][A-Z0-9_]*|__\w+__")
COLLECTIONS = {
    *("bytearray", "dict", "list", "set"),
    *("ChainMap", "Counter", "OrderedDict", "defaultdict", "deque"),
}
CHANGING = {
    *("add", "append", "clear", "discard", "extend", "insert", "pop", "popitem"),
    *("remove", "reverse", "setdefault", "sort", "update"),
}


@dataclass(frozen=True)
class Source:
    """One module: `path` is relative to the package."""

    path: str
    text: str

    @property
    def room(self) -> str:
        return self.path.removesuffix(".py").split("/")[0]

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        return tuple(ast.walk(ast.parse(self.text)))


@dataclass(frozen=True)
class Import:
    """One imported module, by its absolute name."""

    line: int
    module: str
    relative: bool

    @property
    def top(self) -> str:
        return self.module.split(".")[0]

    @property
    def room(self) -> str | None:
        """The room of undrift, "" for the package itself, None for anything else."""
        head, _, rest = self.module.partition(".")
        return rest.split(".")[0] if head == "undrift" else None


Violation = tuple[int, str]
"""A line, and what is wrong there."""


def imports(source: Source) -> Iterator[Import]:
    parent = ["undrift", *source.path.split("/")[:-1]]
    for node in source.nodes:
        match node:
            case ast.Import():
                for alias in node.names:
                    yield Import(node.lineno, alias.name, relative=False)
            case ast.ImportFrom(level=0):
                yield Import(node.lineno, node.module or "", relative=False)
            case ast.ImportFrom():
                base = ".".join(parent[: len(parent) - node.level + 1])
                if node.module:
                    yield Import(node.lineno, f"{base}.{node.module}", relative=True)
                else:
                    for alias in node.names:
                        yield Import(node.lineno, f"{base}.{alias.name}", relative=True)
            case _:
                pass


def one_way(source: Source) -> Iterator[Violation]:
    """Imports point down the layers."""
    height = {room: i for i, layer in enumerate(LAYERS) for room in layer}
    room = source.room
    if room in COPIED:
        return
    if room not in height and room != "__init__":
        yield 1, f"the room {room} has no layer"
        return
    for found in imports(source):
        if found.room in {None, "", "__version__", room}:
            continue
        if found.room not in height:
            yield found.line, f"{room} imports {found.room}, which has no layer"
        elif height[found.room] >= height.get(room, 0):
            yield found.line, f"{room} imports {found.room}, which is not below it"


def one_owner(source: Source) -> Iterator[Violation]:
    """A third-party package is imported by the rooms that own it, and no others."""
    for found in imports(source):
        if found.room is not None or found.top in sys.stdlib_module_names:
            continue
        if found.top == "_typeshed":  # exists for type checkers only
            continue
        owners = OWNERS.get(found.top, set[str]())
        if source.room not in owners:
            who = " and ".join(sorted(owners)) or "no room"
            yield found.line, f"{source.room} imports {found.top}, which {who} owns"


def stands_alone(source: Source) -> Iterator[Violation]:
    """What is copied knows no other room, and itself by relative imports only."""
    if source.room not in COPIED:
        return
    for found in imports(source):
        if found.room is None:
            continue
        if found.room != source.room:
            yield found.line, f"{source.room} imports {found.module}"
        elif not found.relative:
            yield found.line, f"{source.room} imports itself as {found.module}"


def no_state(source: Source) -> Iterator[Violation]:
    """No module holds state: collections are constants, and constants never change."""
    module = source.nodes[0]
    assert isinstance(module, ast.Module)
    held = dict(_collections(module.body))
    for name, line in held.items():
        if not CONSTANT.fullmatch(name):
            yield line, f"{name} is a mutable value at module level"
    functions = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    inside = {
        node
        for function in source.nodes
        if isinstance(function, functions)
        for node in ast.walk(function)
    }
    for node in inside:
        match node:
            case ast.Global(names=names):
                yield node.lineno, f"global {', '.join(names)}"
            case ast.Subscript(
                value=ast.Name(id=name), ctx=ast.Store() | ast.Del()
            ) | ast.AugAssign(target=ast.Name(id=name)) if (name in held):
                yield node.lineno, f"{name} is changed"
            case ast.Call(func=ast.Attribute(value=ast.Name(id=name), attr=method)) if (
                name in held and method in CHANGING
            ):
                yield node.lineno, f"{name}.{method}() changes it"
            case _:
                pass


def _collections(body: list[ast.stmt]) -> Iterator[tuple[str, int]]:
    for node in body:
        match node:
            case ast.Assign(targets=targets, value=value) if _is_collection(value):
                for target in targets:
                    yield ast.unparse(target), node.lineno
            case ast.AnnAssign(
                target=target, value=ast.expr() as value
            ) if _is_collection(value):
                yield ast.unparse(target), node.lineno
            case ast.If() | ast.Try() | ast.With():
                nested = ast.iter_child_nodes(node)
                yield from _collections([n for n in nested if isinstance(n, ast.stmt)])
            case _:
                pass


def _is_collection(value: ast.expr) -> bool:
    match value:
        case ast.Dict() | ast.List() | ast.Set():
            return True
        case ast.DictComp() | ast.ListComp() | ast.SetComp():
            return True
        case ast.Call(func=func):
            if isinstance(func, ast.Subscript):
                func = func.value
            return ast.unparse(func).split(".")[-1] in COLLECTIONS
        case _:
            return False


def short(source: Source) -> Iterator[Violation]:
    """A file holds one idea."""
    lines = len(source.text.splitlines())
    if lines > MOST_LINES:
        yield lines, f"{lines} lines; at most {MOST_LINES}"


Rule = Callable[[Source], Iterator[Violation]]

RULES: tuple[Rule, ...] = (one_way, one_owner, stands_alone, no_state, short)


@cache
def sources(folder: Path) -> tuple[Source, ...]:
    return tuple(
        Source(path.relative_to(folder).as_posix(), path.read_text("utf-8"))
        for path in sorted(folder.rglob("*.py"))
    )


def broken(rule: Rule, folder: Path) -> list[str]:
    return [
        f"{folder.relative_to(ROOT)}/{source.path}:{line}: {text}"
        for source in sources(folder)
        for line, text in sorted(rule(source))
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_tool_keeps(rule: Rule) -> None:
    found = broken(rule, PACKAGE)
    assert not found, "\n".join([rule.__doc__ or "", *found])


def test_tests_are_short() -> None:
    found = broken(short, ROOT / "tests")
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("rule", "path", "text", "expected"),
    [
        (one_way, "ir/x.py", "from ..docs import y", "ir imports docs"),
        (one_way, "emit/x.py", "from ..drift.y import z", "emit imports drift"),
        (
            one_way,
            "openapi/deep/x.py",
            "from ...lower import y",
            "openapi imports lower",
        ),
        (one_way, "ir/x.py", "def f():\n    import undrift.cli.y", "ir imports cli"),
        (one_way, "ir/x.py", "from .. import emit", "ir imports emit"),
        (one_way, "ir/x.py", "from ..runtime import y", "which has no layer"),
        (one_way, "attic/x.py", "", "attic has no layer"),
        (one_way, "__init__.py", "from . import ir", "__init__ imports ir"),
        (one_owner, "lower/x.py", "from ruamel.yaml import YAML", "which openapi owns"),
        (one_owner, "contract/x.py", "import httpx2", "fetch and runtime owns"),
        (one_owner, "docs/x.py", "import bs4", "which no room owns"),
        (stands_alone, "runtime/x.py", "from ..ir import y", "imports undrift.ir"),
        (stands_alone, "contract/x.py", "from .. import ir", "imports undrift.ir"),
        (stands_alone, "runtime/x.py", "import undrift.runtime.y", "imports itself as"),
        (no_state, "ir/x.py", "seen = []", "seen is a mutable value"),
        (no_state, "ir/x.py", "seen: dict[str, int] = {}", "seen is a mutable value"),
        (no_state, "ir/x.py", "seen = set[str]()", "seen is a mutable value"),
        (no_state, "ir/x.py", "if 1:\n    seen = {1}", "seen is a mutable value"),
        (no_state, "ir/x.py", "def f():\n    global n\n    n = 1", "global n"),
        (no_state, "ir/x.py", "A = {}\ndef f():\n    A[1] = 2", "A is changed"),
        (no_state, "ir/x.py", "A = {}\ndef f():\n    del A[1]", "A is changed"),
        (no_state, "ir/x.py", "A = []\ndef f(): A.append(1)", "A.append() changes"),
        (short, "ir/x.py", "x\n" * 501, "501 lines"),
    ],
)
def test_a_rule_notices(rule: Rule, path: str, text: str, expected: str) -> None:
    (violation,) = rule(Source(path, text))
    assert expected in violation[1]


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (one_way, "cli/x.py", "from ..pipeline import y\nfrom .z import w"),
        (one_way, "naming/x.py", "from ..ir import y"),
        (one_owner, "openapi/x.py", "import ruamel.yaml, json"),
        (stands_alone, "runtime/x.py", "from .y import z\nfrom . import w"),
        (no_state, "ir/x.py", "A = {}\n__all__ = ['A']\nb = (1, 2)\nc = A[1]"),
    ],
)
def test_a_rule_lets_pass(rule: Rule, path: str, text: str) -> None:
    assert not list(rule(Source(path, text)))


def test_no_test_reaches_a_network() -> None:
    with pytest.raises(BaseException, match=r"socket\.getaddrinfo: 'undrift\.invalid'"):
        socket.getaddrinfo("undrift.invalid", 443)
    # 192.0.2.1 is set aside for documentation (RFC 5737): nothing ever answers there.
    with (
        socket.socket() as unconnected,
        pytest.raises(BaseException, match=r"socket\.connect: '192\.0\.2\.1'"),
    ):
        unconnected.connect(("192.0.2.1", 80))
