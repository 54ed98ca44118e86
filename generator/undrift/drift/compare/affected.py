"""Which components differ between two documents, by themselves or in what they use."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ...openapi import Document, Value, join_pointer, same

_COMPONENTS = ("components", "definitions", "parameters", "responses")


def unaffected(old: Document, new: Document) -> frozenset[str]:
    """Return the pointers of components that mean the same in both documents."""
    before, after = _components(old), _components(new)
    alike = {
        pointer
        for pointer, value in after.items()
        if pointer in before and same(before[pointer], value)
    }
    users: dict[str, set[str]] = {}
    known: dict[int, frozenset[str]] = {}
    for pointer, value in after.items():
        for target in _references(value, known):
            users.setdefault(target, set()).add(pointer)
    waiting = [pointer for pointer in users if pointer not in alike]
    waiting += [pointer for pointer in after if pointer not in alike]
    seen = set(waiting)
    while waiting:
        for user in users.get(waiting.pop(), ()):
            if user not in seen:
                seen.add(user)
                waiting.append(user)
    return frozenset(alike - seen)


def referenced_pointers(value: Value) -> frozenset[str]:
    """Return the pointers that a value refers to."""
    return frozenset(_found(value))


def _components(document: Document) -> Mapping[str, Value]:
    root = document.value if isinstance(document.value, dict) else {}
    found: dict[str, Value] = {}
    for key in _COMPONENTS:
        section = root.get(key)
        for name, value in section.items() if isinstance(section, dict) else ():
            if key != "components":
                found[join_pointer("", key, name)] = value
            elif isinstance(value, dict):
                for inner, item in value.items():
                    found[join_pointer("", key, name, inner)] = item
    return found


def _references(value: Value, known: dict[int, frozenset[str]]) -> frozenset[str]:
    """Return the pointers that a value refers to; equal parts are shared objects."""
    if id(value) not in known:
        known[id(value)] = frozenset(_found(value))
    return known[id(value)]


def _found(value: Value) -> Iterator[str]:
    match value:
        case dict():
            for key, item in value.items():
                if key == "$ref" and isinstance(item, str):
                    yield item.removeprefix("#")
                else:
                    yield from _found(item)
        case list():
            for item in value:
                yield from _found(item)
        case _:
            pass
