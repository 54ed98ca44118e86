"""Example values: those documented, and stand-ins made from a type where none is."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import assert_never

from ..ir import (
    AliasType,
    AnyValue,
    Client,
    Constant,
    EnumType,
    Example,
    Field,
    Kind,
    ListOf,
    MapOf,
    Nullable,
    ObjectType,
    OneOf,
    Parameter,
    Primitive,
    Ref,
    Required,
    Type,
)
from .patterns import matching

Json = bool | int | Decimal | str | list["Json"] | dict[str, "Json"] | None

_DEPTHS = (8, 5, 3, 2, 1)
_DEEPEST = 12
"""What is required is shown this deep, and no deeper: it may go on for ever."""
_LARGEST = 400
"""How many values a stand-in holds, optional ones included."""
_MOST = 20
"""Items of a stand-in list: documents may ask for any number, calls need few."""

_TEXTS = {
    Kind.DATE: "2024-02-29",
    Kind.DATE_TIME: "2024-02-29T12:34:56Z",
    Kind.TIME: "12:34:56",
    Kind.UUID: "3fa85f64-5717-4562-b3fc-2c963f66afa6",
    Kind.BYTES: "ZXhhbXBsZQ==",
    Kind.BINARY: "example",
}


_DECODER = json.JSONDecoder(parse_float=Decimal)


def parsed(text: str) -> Json:
    """Read JSON text, numbers exactly."""
    value: Json = _DECODER.decode(text)
    return value


def json_examples(examples: tuple[Example, ...]) -> Iterator[tuple[Example, Json]]:
    """Yield the examples that are JSON, with their values."""
    for example in examples:
        if example.is_json:
            yield example, parsed(example.text)


def argument_value(client: Client, source: Parameter | Field) -> Json:
    """Return a documented value for an argument, else a stand-in."""
    if source.example is not None:
        return parsed(source.example)
    return stand_in(client, source.type)


def stand_in(client: Client, type_: Type) -> Json:
    """Return a value that a type accepts.

    It shows what is optional as well, as deep as it can without growing out of hand.
    """
    for deepest in _DEPTHS:
        try:
            return _StandIns(client, deepest, _LARGEST).value(type_, 0)
        except _TooLarge:
            pass
    return _StandIns(client, 0, sys.maxsize).value(type_, 0)


class _TooLarge(Exception):
    """A value would have more members than anyone wants to read."""


@dataclass(slots=True)
class _StandIns:
    """Makes one value. Below `deepest` levels it holds what is required, no more."""

    client: Client
    deepest: int
    left: int
    """How many more values it may hold."""

    def value(self, type_: Type, depth: int) -> Json:
        self.left -= 1
        if self.left < 0:
            raise _TooLarge
        match type_:
            case Primitive():
                return _scalar(type_)
            case AnyValue():
                return "example"
            case Ref(target):
                return self._declared(self.client.declarations[target], depth)
            case ListOf(item, limits):
                if depth >= self.deepest and not limits.min_items:
                    return []
                wanted = (limits.min_items or 1) if depth < 2 else 1
                return [self.value(item, depth + 1)] * min(max(wanted, 1), _MOST)
            case MapOf(value):
                if depth >= self.deepest:
                    return {}
                return {"key": self.value(value, depth + 1)}
            case Nullable(inner):
                return None if depth >= self.deepest else self.value(inner, depth)
            case OneOf(variants):
                return self.value(variants[0], depth + 1)
            case Constant(value):
                return value
            case _:
                assert_never(type_)

    def _declared(self, found: ObjectType | EnumType | AliasType, depth: int) -> Json:
        match found:
            case EnumType(values=values):
                return values[0]
            case AliasType(target=target):
                return None if depth > _DEEPEST else self.value(target, depth + 1)
            case ObjectType(fields=fields):
                if depth > _DEEPEST:
                    return {}
                return {
                    field.name: self._field(field, depth)
                    for field in fields
                    if depth < self.deepest or isinstance(field.presence, Required)
                }

    def _field(self, field: Field, depth: int) -> Json:
        if field.example is not None:
            return parsed(field.example)
        return self.value(field.type, depth + 1)


def _scalar(type_: Primitive) -> Json:
    limits = type_.constraints
    match type_.kind:
        case Kind.STRING:
            text = "example"
            if limits.pattern is not None:
                found = matching(
                    limits.pattern, limits.min_length or 0, limits.max_length or 2000
                )
                text = found if found is not None else text
            if limits.min_length is not None and len(text) < limits.min_length <= 1000:
                text = text.ljust(limits.min_length, "x")
            return text if limits.max_length is None else text[: limits.max_length]
        case Kind.INTEGER:
            return int(limits.minimum) if limits.minimum is not None else 1
        case Kind.DECIMAL if type_.wire.value == "string":
            return "1.50"
        case Kind.DECIMAL | Kind.FLOAT:
            return limits.minimum if limits.minimum is not None else Decimal("1.50")
        case Kind.BOOLEAN:
            return True
        case kind:
            return _TEXTS[kind]


# Examples held against their own schema


@dataclass(frozen=True, slots=True)
class Mismatch:
    """A place where a value contradicts its type."""

    pointer: str
    reason: str


def mismatches(
    client: Client, type_: Type, value: Json, pointer: str = ""
) -> list[Mismatch]:
    """Return every place where a value contradicts its type; [] if it fits."""
    match type_:
        case Primitive():
            return _scalar_mismatch(type_, value, pointer)
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
                for found in mismatches(client, item, entry, f"{pointer}/{n}")
            ]
        case MapOf(inner):
            if not isinstance(value, dict):
                return [_wrong(pointer, "an object", value)]
            return [
                found
                for key, entry in value.items()
                for found in mismatches(client, inner, entry, _below(pointer, key))
            ]
        case Nullable(inner):
            return [] if value is None else mismatches(client, inner, value, pointer)
        case OneOf(variants):
            tries: list[list[Mismatch]] = [
                mismatches(client, variant, value, pointer) for variant in variants
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
    value: Json,
    pointer: str,
) -> list[Mismatch]:
    match declared:
        case AliasType(target=target):
            return mismatches(client, target, value, pointer)
        case EnumType(values=values):
            known = any(v == value and type(v) is type(value) for v in values)
            return [] if known else [_wrong(pointer, "a documented value", value)]
        case ObjectType(fields=fields):
            if not isinstance(value, dict):
                return [_wrong(pointer, "an object", value)]
            found: list[Mismatch] = []
            for field in fields:
                where = _below(pointer, field.name)
                if field.name in value:
                    found += mismatches(client, field.type, value[field.name], where)
                elif isinstance(field.presence, Required):
                    found.append(Mismatch(where, "is required and absent"))
            return found


def _below(pointer: str, key: str) -> str:
    return f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}"


def _wrong(pointer: str, expected: str, value: Json) -> Mismatch:
    return Mismatch(pointer, f"should be {expected} and is {kind_of(value)}")


def kind_of(value: Json) -> str:
    """Return what kind of JSON a value is, for people."""
    match value:
        case None:
            return "null"
        case bool():
            return "a boolean"
        case int() | Decimal():
            return "a number"
        case str():
            return "a string"
        case list():
            return "an array"
        case dict():
            return "an object"


def _scalar_mismatch(type_: Primitive, value: Json, pointer: str) -> list[Mismatch]:
    match type_.kind:
        case Kind.INTEGER:
            fits, expected = _is_integer(value), "an integer"
        case Kind.DECIMAL if type_.wire.value != "number":
            fits, expected = is_amount(value), "a decimal number"
        case Kind.DECIMAL | Kind.FLOAT:
            fits, expected = _is_number(value), "a number"
        case Kind.BOOLEAN:
            fits, expected = isinstance(value, bool), "a boolean"
        case _:
            fits, expected = isinstance(value, str), "a string"
    return [] if fits else [_wrong(pointer, expected, value)]


def _is_number(value: Json) -> bool:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def _is_integer(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def is_amount(value: Json) -> bool:
    """Return whether a value is a decimal number, as a number or as text."""
    if isinstance(value, str):
        digits = value.removeprefix("-").replace(".", "", 1)
        return digits.isascii() and digits.isdigit() and value[-1] != "."
    return _is_number(value)
