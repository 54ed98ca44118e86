"""What generated source must and must not hold, whatever the document says."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

CANARY = "UNDRIFT_CANARY"
"""The name that attacks call, and the variable of the environment that they set."""

BEYOND = "reached_beyond"
"""What only the file beside the attacks' folder says."""

_NEVER = frozenset({"__import__", "compile", "eval", "exec", "globals", CANARY})


def _payloads(tree: ast.Module) -> Iterator[str]:
    """Yield what only an attack would bring into a module."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) if name in _NEVER:
                yield f"line {node.lineno} names {name}"
            case ast.Call(func=ast.Name(id="open")):
                yield f"line {node.lineno} opens a file"
            case ast.Attribute(
                value=ast.Name(id="os" | "sys" | "builtins")
            ) if node.attr in {"environ", "system", "modules", "exec", "eval"}:
                yield f"line {node.lineno} reaches for {node.attr}"
            case ast.Attribute(attr="__globals__"):
                yield f"line {node.lineno} reaches for {node.attr}"
            case ast.JoinedStr():
                yield f"line {node.lineno} holds an f-string"
            case _:
                pass


def complaints(package: Path) -> Iterator[str]:
    """Yield what is wrong with a package's files, the copied ones left aside."""
    for file in sorted(package.rglob("*")):
        parts = file.relative_to(package).parts
        shown = "/".join(parts)
        if file.is_symlink():
            yield f"{shown!a} is a link"
        if not file.is_file():
            continue
        if not all(len(part) <= 100 and part.isascii() for part in parts):
            yield f"{shown!a} is no name for a file"
        data = file.read_bytes()
        if BEYOND.encode() in data:
            yield f"{shown} holds another folder's text"
        if file.suffix == ".py" and parts[0] != "_runtime" and "_support" not in parts:
            yield from (f"{shown}: {what}" for what in _module(data))


def _module(data: bytes) -> Iterator[str]:
    text = data.decode("utf-8")
    if odd := sorted({c for c in text if c != "\n" and not c.isprintable()}):
        yield f"holds {odd!a} as such"
    try:
        tree = ast.parse(data)
        compile(data, "module", "exec", dont_inherit=True)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        yield f"does not compile: {error}"
    else:
        yield from _payloads(tree)
