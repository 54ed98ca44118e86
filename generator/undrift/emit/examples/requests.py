"""Values that contract tests call with: documented ones where they fit, else made up.

A value is what goes over the wire. It must be one that the signature takes, and come
out of Python exactly as it went in: dates, numbers and base64 in their one canonical
form, objects without members that cannot be sent.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from ...ir import (
    AliasType,
    AnyValue,
    Client,
    Constant,
    Constraints,
    EnumType,
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
from ..kinds import scalar_kind
from .scalars import keeps
from .synthesize import synthesized
from .validate import JsonValue, type_violations


class _UnfitError(Exception):
    """A value cannot be an argument of its type."""


def request_value(
    client: Client, type_: Type, candidates: Iterable[JsonValue]
) -> JsonValue:
    """Return the first candidate that fits its type and its limits, else one made up.

    Where no value keeps the limits, one that fits the type has to do.
    """
    shown = synthesized(client, type_)
    values = [*candidates, shown]
    for fitting in (_Fitting(client, strict=True), _Fitting(client, strict=False)):
        for value in values:
            try:
                return fitting.fit(type_, value)
            except _UnfitError:
                continue
    # A type that nothing fits: one value is as good as another.
    return shown


def variant_of(client: Client, variants: tuple[Type, ...], value: JsonValue) -> Type:
    """Return the variant of a union that a value is meant for."""
    return min(variants, key=lambda v: len(type_violations(client, v, value)))


@dataclass(frozen=True, slots=True)
class _Fitting:
    """Makes values fit their types."""

    client: Client
    strict: bool
    """Whether documented limits are to be kept."""

    def fit(self, type_: Type, value: JsonValue) -> JsonValue:
        """Return the value in its canonical form, or raise `_UnfitError`."""
        match type_:
            case Primitive():
                return self._within(type_.constraints, _scalar(type_, value))
            case AnyValue():
                return value
            case Ref(target):
                match self.client.declarations[target]:
                    case AliasType(target=inner):
                        return self.fit(inner, value)
                    case EnumType(values=values):
                        return _one_of(values, value)
                    case ObjectType() as found:
                        return self._object(found, value)
            case ListOf(item, limits):
                listed = [self.fit(item, entry) for entry in _list(value)]
                return self._within(limits, listed)
            case MapOf(inner):
                return {k: self.fit(inner, v) for k, v in _members(value).items()}
            case Nullable(inner):
                return None if value is None else self.fit(inner, value)
            case OneOf(variants):
                return self.fit(variant_of(self.client, variants, value), value)
            case Constant(constant):
                return _one_of((constant,), value)
            case _:
                assert_never(type_)

    def _within(self, limits: Constraints, value: JsonValue) -> JsonValue:
        return _if(value, fits=not self.strict or keeps(limits, value))

    def _object(self, found: ObjectType, value: JsonValue) -> JsonValue:
        members = _members(value)
        fitting: dict[str, JsonValue] = {}
        for field in found.fields:
            if field.read_only:
                continue
            required = isinstance(field.presence, Required)
            if field.name not in members and not required:
                continue
            try:
                fitting[field.name] = self.fit(field.type, members[field.name])
            except (KeyError, _UnfitError):
                if required:
                    fitting[field.name] = self._stand_in(field.type)
        return fitting

    def _stand_in(self, type_: Type) -> JsonValue:
        value = synthesized(self.client, type_)
        try:
            return self.fit(type_, value)
        except _UnfitError:
            loose = replace(self, strict=False)
            return loose._stand_in(type_) if self.strict else value


def _one_of(values: Iterable[JsonValue], value: JsonValue) -> JsonValue:
    return _if(value, fits=any(v == value and type(v) is type(value) for v in values))


def _if(value: JsonValue, *, fits: bool) -> JsonValue:
    if not fits:
        raise _UnfitError
    return value


def _list(value: JsonValue) -> list[JsonValue]:
    if not isinstance(value, list):
        raise _UnfitError
    return value


def _members(value: JsonValue) -> dict[str, JsonValue]:
    if not isinstance(value, dict):
        raise _UnfitError
    return value


def _scalar(type_: Primitive, value: JsonValue) -> JsonValue:
    if isinstance(value, list | dict):
        raise _UnfitError
    try:
        return scalar_kind(type_).canonical(value)
    except ValueError:
        raise _UnfitError from None
