"""What the whole package holds to: rules that no file can be judged by alone.

`test_architecture` judges files; this judges how they stand together: no circles inside
a room, one module for each public name, nothing public that nobody uses, and a place in
ARCHITECTURE.md for every room and module beside the rooms.
"""

from __future__ import annotations

import ast
import re
import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

Tree = Mapping[str, str]
"""Texts of modules, by path below the package."""


def circles(tree: Tree) -> Iterator[str]:
    """Yield modules of one room that need each other, for type checkers too."""
    graph = {path: _imported(path, text, tree) for path, text in tree.items()}
    for path in sorted(graph):
        way = _way_back(path, graph)
        if way and path == min(way):
            yield " → ".join([*way, path])


def defined_twice(tree: Tree) -> Iterator[str]:
    """Yield public names that two modules define."""
    where = defaultdict[str, list[str]](list)
    for path, text in tree.items():
        for name in sorted(set(_public(ast.parse(text)))):
            where[name].append(path)
    for name, paths in sorted(where.items()):
        if len(paths) > 1:
            yield f"{name}: {', '.join(sorted(paths))}"


def unused(tree: Tree, elsewhere: Sequence[str]) -> Iterator[str]:
    """Yield public names that are defined and nowhere used.

    What only tests use is used: `elsewhere` holds their texts, and the templates'.
    """
    outside = set[str]()
    for text in elsewhere:
        outside.update(re.findall(r"\w+", text))
    used = {path: _used(ast.parse(text)) for path, text in tree.items()}
    for path, text in sorted(tree.items()):
        for name in _public(ast.parse(text)):
            if name not in outside and not any(
                name in names for names in used.values()
            ):
                yield f"{path}: {name}"


def unnamed(names: Iterable[str], architecture: str) -> Iterator[str]:
    """Yield rooms and modules beside them that ARCHITECTURE.md does not name."""
    spans = " ".join(re.findall(r"`([^`\n]+)`", architecture))
    named = set(re.findall(r"[\w/]+", spans))
    words = {part for name in named for part in name.strip("/").split("/")}
    yield from sorted(set(names) - words)


def module_list(tree: Tree) -> str:
    """Return the list of all modules, by folder, as ARCHITECTURE.md has it."""
    folders = defaultdict[str, list[str]](list)
    for path in tree:
        folder, _, file = path.rpartition("/")
        if not file.startswith("__"):
            folders[f"`{folder}/`" if folder else "the top"].append(file[:-3])
    items = (
        textwrap.fill(
            f"- {folder}: {', '.join(sorted(files))}",
            width=118,
            subsequent_indent="  ",
            break_long_words=False,
            break_on_hyphens=False,
        )
        for folder, files in sorted(
            folders.items(), key=lambda item: item[0].strip("`")
        )
    )
    return "\n".join(items)


def stale(architecture: str, exists: Callable[[str], bool]) -> Iterator[str]:
    """Yield paths that ARCHITECTURE.md names and that are not there."""
    # What a fence holds is a picture.
    text = re.sub(r"^ {4}.*$", "", architecture, flags=re.MULTILINE)
    for name in re.findall(r"`([a-z_]+/[\w/.]*)`", text):
        file = name.rstrip("/")
        if not exists(file) and not exists(f"{file}.py"):
            yield name


def _public(module: ast.Module) -> Iterator[str]:
    """Yield what a module defines for others: functions, classes, values."""
    for node in module.body:
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                found = [name]
            case ast.AsyncFunctionDef(name=name):
                found = [name]
            case ast.AnnAssign(target=ast.Name(id=name)):
                found = [name]
            # A type's parameter is nobody's but the module's.
            case ast.Assign(value=ast.Call(func=ast.Name(id="TypeVar" | "ParamSpec"))):
                found = []
            case ast.Assign(targets=targets):
                found = [t.id for t in targets if isinstance(t, ast.Name)]
            case _:
                found = []
        yield from (name for name in found if not name.startswith("_"))


def _used(module: ast.Module) -> set[str]:
    """Return the names that a module reads; to import or to list one is no use."""
    found = set[str]()
    for node in ast.walk(module):
        match node:
            case ast.Name(id=name, ctx=ast.Load()):
                found.add(name)
            case ast.Attribute(attr=name):
                found.add(name)
            # An annotation in quotes, or text that is printed as code.
            case ast.Constant(value=str() as text) if len(text) < 500:
                found.update(re.findall(r"\w+", text))
            case _:
                pass
    return found - _listed(module)


def _listed(module: ast.Module) -> set[str]:
    """Return names that stand in `__all__` and are read nowhere else."""
    listed = set[str]()
    rest = set[str]()
    for node in module.body:
        names = {text for inner in ast.walk(node) for text in _words_of(inner)}
        is_all = (
            isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__"
        )
        if is_all:
            listed |= names
        elif not isinstance(node, ast.ImportFrom):
            rest |= names
    return listed - rest


def _words_of(node: ast.AST) -> Iterable[str]:
    match node:
        case ast.Name(id=name, ctx=ast.Load()) | ast.Attribute(attr=name):
            return [name]
        case ast.Constant(value=str() as text) if len(text) < 500:
            return re.findall(r"\w+", text)
        case _:
            return []


def _imported(path: str, text: str, tree: Tree) -> set[str]:
    """Return the modules of the same room that a module imports."""
    parent = path.split("/")[:-1]
    if not parent:
        return set()
    found = set[str]()
    for node in ast.walk(ast.parse(text)):
        if not isinstance(node, ast.ImportFrom) or not node.level:
            continue
        if node.level - 1 > len(parent):
            continue
        base = parent[: len(parent) - node.level + 1]
        base = [*base, *(node.module.split(".") if node.module else [])]
        for alias in node.names:
            found.add(_module([*base, alias.name], tree) or _module(base, tree) or path)
    return {other for other in found - {path} if other.split("/")[0] == parent[0]}


def _module(parts: list[str], tree: Tree) -> str | None:
    file = "/".join(parts)
    return next((p for p in (f"{file}.py", f"{file}/__init__.py") if p in tree), None)


def _way_back(start: str, graph: Mapping[str, set[str]]) -> list[str]:
    """Return the shortest way from a module to itself, empty if there is none."""
    before = dict[str, str]()
    waiting = [start]
    for module in waiting:
        for other in sorted(graph[module]):
            if other == start:
                way = [module]
                while way[0] != start:
                    way.insert(0, before[way[0]])
                return way
            if other not in before:
                before[other] = module
                waiting.append(other)
    return []
