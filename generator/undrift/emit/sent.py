"""Values that contract tests call with: documented ones where they fit, else stand-ins.

A value is what goes over the wire. It must be one that the signature takes, and come
out of Python exactly as it went in: dates, numbers and base64 in their one canonical
form, objects without members that cannot be sent.
"""

from __future__ import annotations

import base64
import binascii
import datetime
import uuid
from collections.abc import Iterable
from decimal import Decimal
from typing import assert_never

from ..ir import (
    AliasType,
    AnyValue,
    Client,
    Constant,
    EnumType,
    Kind,
    ListOf,
    MapOf,
    Nullable,
    ObjectType,
    OneOf,
    Primitive,
    Ref,
    Required,
    Type,
    Wire,
)
from .samples import Json, is_amount, mismatches, stand_in


class _UnfitError(Exception):
    """A value cannot be an argument of its type."""


def sent_value(client: Client, type_: Type, candidates: Iterable[Json]) -> Json:
    """Return the first candidate that fits its type, else a stand-in."""
    for value in candidates:
        try:
            return _fit(client, type_, value)
        except _UnfitError:
            continue
    return _stand_in(client, type_)


def variant_of(client: Client, variants: tuple[Type, ...], value: Json) -> Type:
    """Return the variant of a union that a value is meant for."""
    return min(variants, key=lambda v: len(mismatches(client, v, value)))


def _stand_in(client: Client, type_: Type) -> Json:
    value = stand_in(client, type_)
    try:
        return _fit(client, type_, value)
    except _UnfitError:
        # A type that nothing fits: one value is as good as another.
        return value


def _fit(client: Client, type_: Type, value: Json) -> Json:
    match type_:
        case Primitive():
            return _scalar(type_, value)
        case AnyValue():
            return value
        case Ref(target):
            match client.declarations[target]:
                case AliasType(target=inner):
                    return _fit(client, inner, value)
                case EnumType(values=values):
                    known = any(v == value and type(v) is type(value) for v in values)
                    return _if(value, fits=known)
                case ObjectType() as found:
                    return _object(client, found, value)
        case ListOf(item):
            return [_fit(client, item, entry) for entry in _list(value)]
        case MapOf(inner):
            return {k: _fit(client, inner, v) for k, v in _members(value).items()}
        case Nullable(inner):
            return None if value is None else _fit(client, inner, value)
        case OneOf(variants):
            return _fit(client, variant_of(client, variants, value), value)
        case Constant(constant):
            same = value == constant and type(value) is type(constant)
            return _if(value, fits=same)
        case _:
            assert_never(type_)


def _object(client: Client, found: ObjectType, value: Json) -> Json:
    members = _members(value)
    fitting: dict[str, Json] = {}
    for field in found.fields:
        if field.read_only:
            continue
        required = isinstance(field.presence, Required)
        if field.name not in members and not required:
            continue
        try:
            fitting[field.name] = _fit(client, field.type, members[field.name])
        except (KeyError, _UnfitError):
            if required:
                fitting[field.name] = _stand_in(client, field.type)
    return fitting


def _if(value: Json, *, fits: bool) -> Json:
    if not fits:
        raise _UnfitError
    return value


def _list(value: Json) -> list[Json]:
    if not isinstance(value, list):
        raise _UnfitError
    return value


def _members(value: Json) -> dict[str, Json]:
    if not isinstance(value, dict):
        raise _UnfitError
    return value


def _scalar(type_: Primitive, value: Json) -> Json:
    match type_.kind, value:
        case Kind.BOOLEAN, bool():
            return value
        case _, bool() | None | list() | dict():
            raise _UnfitError
        case Kind.INTEGER, int():
            return value
        case Kind.FLOAT, int():
            return value
        case Kind.FLOAT, Decimal():
            # As Python writes it.
            return Decimal(repr(float(value)))
        case Kind.DECIMAL, int() | Decimal():
            return str(value) if type_.wire is Wire.STRING else value
        case Kind.DECIMAL, str() if type_.wire is not Wire.NUMBER:
            return _if(value, fits=is_amount(value))
        case (Kind.STRING | Kind.BINARY), str():
            return value
        case Kind.BYTES, str():
            return _base64(value)
        case (Kind.DATE | Kind.DATE_TIME | Kind.TIME | Kind.UUID) as kind, str():
            return _canonical(kind, value)
        case _:
            raise _UnfitError


def _base64(text: str) -> Json:
    try:
        return base64.b64encode(base64.b64decode(text, validate=True)).decode()
    except (binascii.Error, ValueError):
        raise _UnfitError from None


def _canonical(kind: Kind, text: str) -> Json:
    try:
        match kind:
            case Kind.DATE:
                return datetime.date.fromisoformat(text).isoformat()
            case Kind.DATE_TIME:
                return _zulu(datetime.datetime.fromisoformat(text).isoformat())
            case Kind.TIME:
                return _zulu(datetime.time.fromisoformat(text).isoformat())
            case _:
                return str(uuid.UUID(text))
    except ValueError:
        raise _UnfitError from None


def _zulu(text: str) -> str:
    return f"{text.removesuffix('+00:00')}Z" if text.endswith("+00:00") else text
