"""Documented example values, and where they contradict their own types."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from ...ir import (
    AliasType,
    AnyValue,
    Client,
    Constant,
    EnumType,
    Example,
    ListOf,
    MapOf,
    Nullable,
    ObjectType,
    OneOf,
    Primitive,
    Ref,
    Required,
    Type,
)
from ...jsontext import kind_of
from ..kinds import scalar_kind

JsonValue = (
    bool | int | Decimal | str | list["JsonValue"] | dict[str, "JsonValue"] | None
)

_DECODER = json.JSONDecoder(parse_float=Decimal)


def parsed(text: str) -> JsonValue:
    """Read JSON text, numbers exactly."""
    value: JsonValue = _DECODER.decode(text)
    return value


def json_examples(examples: tuple[Example, ...]) -> Iterator[tuple[Example, JsonValue]]:
    """Yield the examples that are JSON, with their values."""
    for example in examples:
        if example.is_json:
            yield example, parsed(example.text)


# Examples held against their own schema


@dataclass(frozen=True, slots=True)
class TypeViolation:
    """A place where a value contradicts its type."""

    pointer: str
    reason: str


def type_violations(
    client: Client, type_: Type, value: JsonValue, pointer: str = ""
) -> list[TypeViolation]:
    """Return every place where a value contradicts its type; [] if it fits."""
    match type_:
        case Primitive():
            kind = scalar_kind(type_)
            fits = kind.fits(value)
            return [] if fits else [_wrong(pointer, kind.expected, value)]
        case AnyValue():
            return []
        case Ref(target):
            return _declared_mismatches(
                client, client.declarations[target], value, pointer
            )
        case ListOf(item):
            if not isinstance(value, list):
                return [_wrong(pointer, "an array", value)]
            return [
                found
                for n, entry in enumerate(value)
                for found in type_violations(client, item, entry, f"{pointer}/{n}")
            ]
        case MapOf(inner):
            if not isinstance(value, dict):
                return [_wrong(pointer, "an object", value)]
            return [
                found
                for key, entry in value.items()
                for found in type_violations(client, inner, entry, _below(pointer, key))
            ]
        case Nullable(inner):
            return (
                [] if value is None else type_violations(client, inner, value, pointer)
            )
        case OneOf(variants):
            tries: list[list[TypeViolation]] = [
                type_violations(client, variant, value, pointer) for variant in variants
            ]
            return min(tries, key=len) if tries else []
        case Constant(constant):
            same = value == constant and type(value) is type(constant)
            return [] if same else [_wrong(pointer, json.dumps(str(constant)), value)]
        case _:
            assert_never(type_)


def _declared_mismatches(
    client: Client,
    declared: ObjectType | EnumType | AliasType,
    value: JsonValue,
    pointer: str,
) -> list[TypeViolation]:
    match declared:
        case AliasType(target=target):
            return type_violations(client, target, value, pointer)
        case EnumType(values=values):
            known = any(v == value and type(v) is type(value) for v in values)
            return [] if known else [_wrong(pointer, "a documented value", value)]
        case ObjectType(fields=fields):
            if not isinstance(value, dict):
                return [_wrong(pointer, "an object", value)]
            found: list[TypeViolation] = []
            for field in fields:
                where = _below(pointer, field.name)
                if field.name in value:
                    found += type_violations(
                        client, field.type, value[field.name], where
                    )
                elif isinstance(field.presence, Required):
                    found.append(TypeViolation(where, "is required and absent"))
            return found


def _below(pointer: str, key: str) -> str:
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"


def _wrong(pointer: str, expected: str, value: JsonValue) -> TypeViolation:
    return TypeViolation(pointer, f"should be {expected} and is {kind_of(value)}")
