"""Following types to the declarations they use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from .client import Client
from .types import (
    AliasType,
    AnyValue,
    Constant,
    Declaration,
    DeclarationId,
    EnumType,
    Extra,
    ListOf,
    MapOf,
    Nullable,
    ObjectType,
    OneOf,
    Primitive,
    Ref,
    Type,
)


def references(type_: Type) -> Iterator[DeclarationId]:
    """Yield the declarations that a type names directly."""
    match type_:
        case Ref(target):
            yield target
        case ListOf(item):
            yield from references(item)
        case MapOf(value):
            yield from references(value)
        case Nullable(inner):
            yield from references(inner)
        case OneOf(variants):
            for variant in variants:
                yield from references(variant)
        case Primitive() | AnyValue() | Constant():
            pass
        case _:
            assert_never(type_)


def used_by(declaration: Declaration) -> Iterator[DeclarationId]:
    """Yield the declarations that a declaration names directly."""
    match declaration:
        case ObjectType(fields=fields, extra_type=extra):
            for field in fields:
                yield from references(field.type)
            if extra is not None:
                yield from references(extra)
        case AliasType(target=target):
            yield from references(target)
        case EnumType():
            pass
        case _:
            assert_never(declaration)


def reachable(client: Client, start: Iterable[Type]) -> set[DeclarationId]:
    """Return every declaration that the given types need, directly or not."""
    waiting = [target for type_ in start for target in references(type_)]
    found: set[DeclarationId] = set()
    while waiting:
        target = waiting.pop()
        if target not in found:
            found.add(target)
            waiting.extend(used_by(client.declarations[target]))
    return found


def holds_nothing(client: Client, type_: Type) -> bool:
    """Return whether a type says that there is nothing in it: `{}` and no more."""
    shape = resolved_type(client, type_)
    return (
        isinstance(shape, ObjectType)
        and not shape.fields
        and shape.extra is Extra.REFUSED
    )


def resolved_type(client: Client, type_: Type) -> Type | Declaration:
    """Return what a type stands for, aliases and null looked through."""
    seen: set[DeclarationId] = set()
    current: Type | Declaration = type_
    while True:
        if isinstance(current, Nullable):
            current = current.inner
        elif isinstance(current, Ref) and current.target not in seen:
            seen.add(current.target)
            current = client.declarations[current.target]
        elif isinstance(current, AliasType):
            current = current.target
        else:
            return current
