"""Types → checks: what a contract test looks for in a reply, field by field."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from ...ir import (
    AliasType,
    AnyValue,
    Client,
    Constant,
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
from ...ir.walk import resolved_type
from ...naming import fields
from ..kinds import scalar_kind

_DEEPEST = 12
_MOST = 500
"""Checks of one reply: a type that refers to itself twice doubles at each level."""


@dataclass(frozen=True, slots=True)
class DocumentedField:
    """One documented field: the same value by JSON pointer and by attribute."""

    pointer: str
    attribute: str
    kind: str
    required: bool
    nullable: bool
    known: tuple[str | int, ...] = ()
    variant: bool = False
    """Whether only some variants of a union have it, or not all have it alike."""


def check_kind(client: Client, type_: Type) -> tuple[str, tuple[str | int, ...]]:
    """Return a type's kind in the contract's words, and an enum's known values."""
    shape = resolved_type(client, type_)
    match shape:
        case Primitive():
            return scalar_kind(shape).check, ()
        case EnumType(values=values):
            known = tuple(v for v in values if isinstance(v, str | int))
            if not known:
                # As it is typed: an exact number, whichever.
                return "number", ()
            return ("enum", known) if len(known) == len(values) else ("any", ())
        case Constant(value) if isinstance(value, str | int):
            return "enum", (value,)
        case Constant(Decimal()):
            return "number", ()
        case ObjectType():
            return "object", ()
        case ListOf():
            return "array", ()
        case MapOf():
            return "map", ()
        case OneOf(variants):
            kinds = {check_kind(client, variant)[0] for variant in variants}
            return ("object", ()) if kinds == {"object"} else ("any", ())
        case _:
            return "any", ()


def field_checks(client: Client, type_: Type) -> tuple[DocumentedField, ...]:
    """Return a check for every field that a type documents, parents first."""
    found: dict[str, DocumentedField] = {}
    _walk(client, type_, "", "", found, 0)
    return tuple(found.values())


def _walk(
    client: Client,
    type_: Type,
    pointer: str,
    attribute: str,
    found: dict[str, DocumentedField],
    depth: int,
) -> None:
    if depth > _DEEPEST or len(found) >= _MOST:
        return
    shape = resolved_type(client, type_)
    match shape:
        case ObjectType():
            names = fields(shape)
            for field in shape.fields:
                token = field.name.replace("~", "~0").replace("/", "~1")
                if token == "*":
                    continue
                where = f"{pointer}/{token}"
                path = f"{attribute}.{names[field.name]}".lstrip(".")
                required = isinstance(field.presence, Required)
                _add(client, field.type, where, path, required, found)
                _walk(client, field.type, where, path, found, depth + 1)
        case ListOf(item) | MapOf(item):
            where, path = f"{pointer}/*", f"{attribute}.*".lstrip(".")
            _add(client, item, where, path, False, found)
            _walk(client, item, where, path, found, depth + 1)
        case OneOf(variants, told_by) if check_kind(client, shape)[0] == "object":
            # With another tag the value is of no variant, and stays as it arrived.
            tag = "" if told_by is None else f"{pointer}/{told_by.property}"
            each: list[dict[str, DocumentedField]] = []
            for variant in variants:
                each.append({})
                _walk(client, variant, pointer, attribute, each[-1], depth + 1)
            for where in dict.fromkeys(where for checks in each for where in checks):
                of_variants = [checks.get(where) for checks in each]
                parent = where.rpartition("/")[0]
                above = found.get(parent)
                if parent != pointer and above is None:
                    continue
                check = _together(of_variants)
                if check is not None:
                    inside = parent != pointer and above is not None and above.variant
                    apart = check.variant or inside or where == tag
                    found[where] = replace(check, variant=apart)
        case _:
            pass


def _together(checks: list[DocumentedField | None]) -> DocumentedField | None:
    """Return the check of a field of variants, None where these differ too much.

    Any variant may arrive: only what all have alike is sure to be there.
    """
    first, *others = [check for check in checks if check is not None]
    if all(check == first for check in checks):
        return first
    if any((o.kind, o.attribute) != (first.kind, first.attribute) for o in others):
        return None
    known = tuple(dict.fromkeys(k for check in (first, *others) for k in check.known))
    return replace(
        first,
        required=False,
        nullable=any(check.nullable for check in (first, *others)),
        known=known,
        variant=True,
    )


def _add(
    client: Client,
    type_: Type,
    pointer: str,
    attribute: str,
    required: bool,
    found: dict[str, DocumentedField],
) -> None:
    kind, known = check_kind(client, type_)
    nullable = _nullable(client, type_)
    found[pointer] = DocumentedField(
        pointer, attribute, kind, required, nullable, known
    )


def _nullable(client: Client, type_: Type) -> bool:
    """Return whether null is documented, by itself or as anything at all."""
    match type_:
        case Ref(target):
            declared = client.declarations[target]
            return isinstance(declared, AliasType) and _nullable(
                client, declared.target
            )
        case OneOf(variants):
            return any(_nullable(client, variant) for variant in variants)
        case Nullable() | AnyValue() | Constant(None):
            return True
        case _:
            return False
