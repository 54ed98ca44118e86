"""Small, typed looks at document nodes, and the place where problems are collected."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Generic, TypeVar

from ..diagnostics import Diagnostic
from ..ir import NO_DOCS, Docs, Example
from ..ir.types import Origin
from ..jsontext import dumps
from ..openapi import Document, Node, Value, join_pointer

_T = TypeVar("_T")


@dataclass(slots=True)
class Problems:
    """What one lowering has met so far; the only thing that its stages append to."""

    document: Document
    addresses: Mapping[str, str] = field(default_factory=dict[str, str])
    """Where the document's files came from, as far as that is known."""
    found: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def report(self, code: str, message: str, at: Node, hint: str = "") -> None:
        """Record a problem at a node."""
        place = self.document.place(at.pointer)
        self.found.append(Diagnostic(code, message, place, hint))

    def resolve(self, at: Node) -> Node | None:
        """Follow a reference, or record why it cannot be followed."""
        match self.document.resolve(at):
            case Diagnostic() as problem:
                self.found.append(problem)
                return None
            case target:
                return target


@dataclass(frozen=True, slots=True)
class Shared(Generic[_T]):
    """What is read of nodes that many operations refer to, each of them once."""

    problems: Problems
    read: Callable[[Node], _T]
    _known: dict[str, tuple[_T, tuple[Diagnostic, ...]]] = field(
        default_factory=dict[str, "tuple[_T, tuple[Diagnostic, ...]]"]
    )

    def of(self, at: Node) -> _T:
        """Return what a node says; its problems concern everyone who asks."""
        found = self.problems.found
        if at.pointer in self._known:
            result, met = self._known[at.pointer]
            found += met
            return result
        before = len(found)
        result = self.read(at)
        self._known[at.pointer] = result, tuple(found[before:])
        return result


def text(at: Node, key: str) -> str:
    """Return a string member, "" if there is none."""
    value = mapping(at).get(key)
    return value if isinstance(value, str) else ""


def flag(at: Node, key: str) -> bool:
    """Return whether a member is true."""
    return mapping(at).get(key) is True


def integer(at: Node, key: str) -> int | None:
    """Return an integer member."""
    value = mapping(at).get(key)
    if isinstance(value, Decimal) and value == value.to_integral_value():
        return int(value)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def number(at: Node, key: str) -> int | Decimal | None:
    """Return a number member."""
    value = mapping(at).get(key)
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return value


def mapping(at: Node) -> dict[str, Value]:
    """Return a node's members, none if it is not an object."""
    return at.value if isinstance(at.value, dict) else {}


def members(at: Node, key: str) -> list[tuple[str, Node]]:
    """Return the entries of an object-valued member, in document order."""
    child = at.get(key)
    if child is None or not isinstance(child.value, dict):
        return []
    return list(child.items())


def elements(at: Node, key: str) -> list[Node]:
    """Return the items of an array-valued member."""
    items = mapping(at).get(key)
    if not isinstance(items, list):
        return []
    pointer = join_pointer(at.pointer, key)
    return [Node(item, f"{pointer}/{index}") for index, item in enumerate(items)]


def origin(at: Node) -> Origin:
    """Return where a node is."""
    return Origin(at.pointer)


_SNAKE_CASE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_LONGEST_WORD = 80


def is_snake_case(word: str) -> bool:
    """Tell whether a word can name an argument as it is, in any language."""
    return len(word) <= _LONGEST_WORD and _SNAKE_CASE.fullmatch(word) is not None


_SAID = frozenset(
    {
        *("summary", "description", "deprecated"),
        *("x-undrift-undocumented", "x-undrift-unconfirmed"),
    }
)


def docs(*nodes: Node) -> Docs:
    """Return what nodes say about one thing to people; the first to say it counts."""
    saying = [node for node in nodes if not _SAID.isdisjoint(mapping(node))]
    if not saying:
        return NO_DOCS

    def said(key: str) -> str:
        return next((t for at in saying if (t := text(at, key).strip())), "")

    found = Docs(
        summary=said("summary"),
        description=said("description"),
        deprecated=any(flag(at, "deprecated") for at in saying),
        unconfirmed=next((t for at in saying if (t := _unconfirmed(at))), ""),
        question=next((t for at in saying if (t := _question(at))), ""),
    )
    return NO_DOCS if found == NO_DOCS else found


def _unconfirmed(at: Node) -> str:
    match mapping(at).get("x-undrift-undocumented"):
        case {"reason": str(reason), "source": str(source)}:
            return f"{reason.strip()} ({source.strip()})"
        case _:
            return ""


def _question(at: Node) -> str:
    match mapping(at).get("x-undrift-unconfirmed"):
        case {"page": str(page), "line": int(line), "question": str(question)}:
            return f"{question.strip()} ({page}:{line})"
        case _:
            return ""


def _example(name: str, at: Node, summary: str = "", *, json_media: bool) -> Example:
    """Return one documented example; text only where the media is text."""
    if isinstance(at.value, str) and not json_media:
        return Example(name, at.value, False, origin(at), summary)
    return Example(name, dumps(at.value), True, origin(at), summary)


def examples(problems: Problems, at: Node, media_type: str) -> tuple[Example, ...]:
    """Return a media type object's examples, else its schema's."""
    json_media = "json" in media_type.lower()
    found: list[Example] = []
    if (single := at.get("example")) is not None:
        found.append(_example("example", single, json_media=json_media))
    for name, entry in members(at, "examples"):
        target = problems.resolve(entry)
        value = target.get("value") if target is not None else None
        if target is not None and value is not None:
            summary = text(target, "summary")
            found.append(_example(name, value, summary, json_media=json_media))
    schema = at.get("schema")
    if not found and schema is not None:
        target = problems.resolve(schema)
        if target is not None:
            found.extend(schema_examples(target, json_media=json_media))
    return tuple(found)


def schema_examples(schema: Node, *, json_media: bool = True) -> list[Example]:
    """Return a schema's own `example` and `examples` (JSON Schema 2020-12, 9.5)."""
    found: list[Example] = []
    if (single := schema.get("example")) is not None:
        found.append(_example("example", single, json_media=json_media))
    for position, item in enumerate(elements(schema, "examples"), 1):
        found.append(_example(f"example {position}", item, json_media=json_media))
    return found


def first_example(schema: Node) -> str | None:
    """Return a schema's first example as JSON text."""
    found = schema_examples(schema)
    return found[0].text if found else None
