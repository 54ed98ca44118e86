"""How the modules of undrift stand together; the rules themselves are in `house`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cases import UPDATE
from tests.house import (
    Tree,
    circles,
    defined_twice,
    module_list,
    stale,
    unnamed,
    unused,
)

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator" / "undrift"
ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text("utf-8")


def tree() -> Tree:
    return {
        path.relative_to(PACKAGE).as_posix(): path.read_text("utf-8")
        for path in sorted(PACKAGE.rglob("*.py"))
    }


def elsewhere() -> list[str]:
    """Return what else may use a name; what is printed from templates is no use."""
    folders = ("tests", "templates", "benchmarks")
    files = [path for folder in folders for path in (ROOT / folder).rglob("*.*")]
    return [
        path.read_text("utf-8")
        for path in files
        if path.suffix in {".py", ".jinja"} and "expected" not in path.parts
    ]


def rooms_and_wings() -> set[str]:
    # What another checkout left behind is no room.
    rooms = [
        path
        for path in PACKAGE.iterdir()
        if path.name[0] not in "_." and (path.is_file() or any(path.glob("*.py")))
    ]
    wings = [path.parent for path in PACKAGE.glob("*/*/__init__.py")]
    return {path.stem for path in [*rooms, *wings] if path.name != "py.typed"}


def exists(name: str) -> bool:
    at = (ROOT, PACKAGE, *(ROOT / "generated").iterdir())
    # A wing may be named without its room, where the room is being told.
    return any((f / name).exists() for f in at) or any(PACKAGE.glob(f"*/{name}"))


def test_no_module_needs_itself() -> None:
    assert list(circles(tree())) == []


def test_a_public_name_has_one_home() -> None:
    assert list(defined_twice(tree())) == []


def test_nothing_public_is_without_a_use() -> None:
    assert list(unused(tree(), elsewhere())) == []


def test_architecture_names_every_room_and_wing() -> None:
    assert list(unnamed(rooms_and_wings(), ARCHITECTURE)) == []


def test_architecture_lists_every_module() -> None:
    """`UPDATE_EXPECTED=1` writes the list anew."""
    head, title, rest = ARCHITECTURE.partition("## The modules\n\n")
    _, end, tail = rest.partition("\n\n## ")
    wanted = head + title + module_list(tree()) + end + tail
    if UPDATE:
        (ROOT / "ARCHITECTURE.md").write_text(wanted, "utf-8")
    assert wanted == ARCHITECTURE


def test_architecture_names_nothing_that_is_gone() -> None:
    assert list(stale(ARCHITECTURE, exists)) == []


@pytest.mark.parametrize(
    ("rule", "modules", "expected"),
    [
        (
            circles,
            {"a/x.py": "from .y import z", "a/y.py": "from . import x"},
            "a/x.py → a/y.py → a/x.py",
        ),
        (
            circles,
            {
                "a/x.py": "if TYPE_CHECKING:\n    from .b import w",
                "a/b/__init__.py": "from .y import y",
                "a/b/y.py": "def f():\n    from ..x import w",
            },
            "a/b/__init__.py → a/b/y.py → a/x.py → a/b/__init__.py",
        ),
        (defined_twice, {"a.py": "def x(): ...", "b/c.py": "x = 1"}, "x: a.py, b/c.py"),
        (
            defined_twice,
            {"a.py": "X: int = 1", "b.py": "class X: ..."},
            "X: a.py, b.py",
        ),
    ],
)
def test_a_rule_notices(
    rule: Callable[[Tree], Iterator[str]], modules: Tree, expected: str
) -> None:
    assert list(rule(modules)) == [expected]


@pytest.mark.parametrize(
    ("rule", "modules"),
    [
        (circles, {"a/x.py": "from .y import z", "a/y.py": "from ..b.x import w"}),
        (circles, {"a/__init__.py": "from .x import y", "a/x.py": ""}),
        (defined_twice, {"a.py": "def x(): ...", "b.py": "_y = 1\ndef z(x): ..."}),
        (defined_twice, {"a.py": "T = TypeVar('T')", "b.py": "T = TypeVar('T')"}),
    ],
)
def test_a_rule_lets_pass(rule: Callable[[Tree], Iterator[str]], modules: Tree) -> None:
    assert not list(rule(modules))


@pytest.mark.parametrize(
    ("text", "other", "found"),
    [
        ("def x(): ...", "", ["a.py: x"]),
        ("def x(): ...\n__all__ = ['x']", "from .a import x", ["a.py: x"]),
        ("def x(): ...", "from .a import x\nx()", []),
        ("X = 1\ny: 'X'", "", ["a.py: y"]),
        ("X = 1\ndef _f(): return X", "", []),
        ("def _x(): ...", "", []),
    ],
)
def test_what_nobody_uses_is_noticed(text: str, other: str, found: list[str]) -> None:
    assert list(unused({"a.py": text, "b.py": other}, [])) == found
    assert list(unused({"a.py": text, "b.py": other}, ["import x; x, X, y"])) == []


def test_what_architecture_lacks_is_noticed() -> None:
    text = "`docs/` reads, `drift/compare` compares, `pipeline` tells, `gone/x.py`"
    assert list(unnamed({"docs", "compare", "lower"}, text)) == ["lower"]
    assert list(stale(text, lambda name: not name.startswith("gone"))) == ["gone/x.py"]
