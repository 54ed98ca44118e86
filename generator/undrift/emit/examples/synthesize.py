"""Values that types accept, for where documentation shows none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import assert_never

from ...ir import (
    AliasType,
    AnyValue,
    Client,
    Constant,
    EnumType,
    Field,
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
from ...ir.walk import resolved_type
from .scalars import keeps, scalar
from .validate import JsonValue, parsed, type_violations

_OPTIONAL = (8, 5, 3, 2, 1, 0)
"""How deep what is optional is shown, as long as the whole stays small."""
_SMALL = 400
"""How many values such a value holds."""
_REQUIRED = ((12, 100), (12, 1), (4, 1), (1, 1))
"""How deep what is required is shown (it may go on for ever), and how many items of a
list (documents may ask for any number), as long as the whole does not grow past all
measure."""
_LARGE = 20_000


def argument_value(client: Client, source: Parameter | Field) -> JsonValue:
    """Return a documented value for an argument, else one made up."""
    if source.example is not None:
        return parsed(source.example)
    return synthesized(client, source.type)


def synthesized(client: Client, type_: Type) -> JsonValue:
    """Return a value that a type accepts.

    It shows what is optional as well, as deep as it can without growing out of hand.
    """
    for optional in _OPTIONAL:
        try:
            return _Synthesizer(client, optional, *_REQUIRED[0], _SMALL).value(type_, 0)
        except _TooLarge:
            pass
    for required, items in _REQUIRED:
        try:
            return _Synthesizer(client, 0, required, items, _LARGE).value(type_, 0)
        except _TooLarge:
            pass
    return None


def alternatives(found: ObjectType) -> tuple[frozenset[str], frozenset[str]]:
    """Return the optional properties to show because one of several groups has to be
    there, and those to leave out because it is not their group."""
    if not found.needs:
        return frozenset(), frozenset()
    required = {f.name for f in found.fields if isinstance(f.presence, Required)}
    first = min(found.needs, key=lambda group: len(set(group) - required))
    every = frozenset(name for group in found.needs for name in group)
    return frozenset(first) - required, every - frozenset(first) - required


class _TooLarge(Exception):
    """A value would have more members than anyone wants to read."""


@dataclass(slots=True)
class _Synthesizer:
    """Makes one value. Below `optional` levels it holds what is required, no more."""

    client: Client
    optional: int
    required: int
    items: int
    left: int
    """How many more values it may hold."""

    def value(self, type_: Type, depth: int) -> JsonValue:
        self.left -= 1
        if self.left < 0:
            raise _TooLarge
        match type_:
            case Primitive():
                return scalar(type_)
            case AnyValue():
                return "example"
            case Ref(target):
                return self._declared(self.client.declarations[target], depth)
            case ListOf():
                return self._list(type_, depth)
            case MapOf(value):
                if depth >= self.optional:
                    return {}
                return {"key": self.value(value, depth + 1)}
            case Nullable(inner):
                return None if depth >= self.optional else self.value(inner, depth)
            case OneOf():
                return self._variant(type_, depth)
            case Constant(value):
                return value
            case _:
                assert_never(type_)

    def _list(self, type_: ListOf, depth: int) -> JsonValue:
        limits = type_.constraints
        if depth >= self.optional and not limits.min_items:
            return []
        if limits.max_items == 0:
            return []
        before = self.left
        first = self.value(type_.item, depth + 1)
        count = min(max(limits.min_items or 1, 1), self.items)
        self.left -= (before - self.left) * (count - 1)
        if self.left < 0:
            raise _TooLarge
        if limits.unique_items and count > 1:
            return [first, *self._others(type_.item, first, count - 1)]
        return [first] * count

    def _others(self, item: Type, first: JsonValue, count: int) -> list[JsonValue]:
        """Return values that differ from the first one, as far as it is easy."""
        shape = resolved_type(self.client, item)
        match shape, first:
            case EnumType(values=values), _:
                return list(values[1 : count + 1])
            case Primitive(), bool():
                return [not first]
            case Primitive(constraints=limits), int() | Decimal():
                numbers: list[JsonValue] = [
                    first + n for n in range(-count, count + 1) if n
                ]
                return [n for n in numbers if keeps(limits, n)][:count]
            case Primitive(constraints=limits), str():
                longer = range(len(first) + 1, len(first) + 1 + count)
                texts = [
                    scalar(replace(shape, constraints=replace(limits, min_length=n)))
                    for n in longer
                ]
                return [text for text in texts if keeps(limits, text)]
            case _:
                return [first] * count

    def _variant(self, type_: OneOf, depth: int) -> JsonValue:
        value = self.value(type_.variants[0], depth + 1)
        told = type_.discriminator
        if told is not None and isinstance(value, dict) and told.tags[0]:
            value[told.property] = told.tags[0][0]
        return value

    def _declared(
        self, found: ObjectType | EnumType | AliasType, depth: int
    ) -> JsonValue:
        match found:
            case EnumType(values=values):
                return values[0]
            case AliasType(target=target):
                return None if depth > self.required else self.value(target, depth + 1)
            case ObjectType(fields=fields):
                if depth > self.required:
                    return {}
                needed, other = alternatives(found)
                return {
                    field.name: self._field(field, depth)
                    for field in fields
                    if isinstance(field.presence, Required)
                    or field.name in needed
                    or (depth < self.optional and field.name not in other)
                }

    def _field(self, field: Field, depth: int) -> JsonValue:
        if field.example is not None:
            shown = parsed(field.example)
            if not type_violations(self.client, field.type, shown):
                return shown
        return self.value(field.type, depth + 1)
