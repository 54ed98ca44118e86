"""Following types to the declarations they use."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import assert_never

from .client import Client, Operation
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


def sent_types(client: Client, operation: Operation) -> Iterator[Type]:
    """Yield the types of the values that an operation is called with.

    A body that is an object is given field by field, so that it is no type by itself.
    """
    for parameter in operation.parameters:
        yield parameter.type
    for content in operation.body.contents if operation.body is not None else ():
        if content.type is None:
            continue
        match resolved(client, content.type):
            case ObjectType(fields=fields):
                for field in fields:
                    yield field.type
            case _:
                yield content.type


def all_received(client: Client) -> Iterator[Type]:
    """Yield the types of all that may arrive: replies, and what webhooks deliver."""
    for operation in client.operations:
        yield from received_types(client, operation)
    for webhook in client.webhooks:
        for content in webhook.contents:
            if content.type is not None:
                yield content.type


def received_types(client: Client, operation: Operation) -> Iterator[Type]:
    """Yield the types of what an operation may receive."""
    for response in operation.responses:
        for content in response.contents:
            if content.type is None:
                continue
            if not (response.may_be_empty and holds_nothing(client, content.type)):
                yield content.type


def holds_nothing(client: Client, type_: Type) -> bool:
    """Return whether a type says that there is nothing in it: `{}` and no more."""
    shape = resolved(client, type_)
    return (
        isinstance(shape, ObjectType)
        and not shape.fields
        and shape.extra is Extra.REFUSED
    )


def resolved(client: Client, type_: Type) -> Type | Declaration:
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
