"""What schemas that hold together say: each question asked of one after the other.

The nearest statement counts; a base only fills in what is left open.
"""

from __future__ import annotations

from decimal import Decimal

from ..ir import (
    NO_CONSTRAINTS,
    AnyValue,
    Constant,
    Constraints,
    Default,
    Kind,
    Nullable,
    Omittable,
    Presence,
    Primitive,
    Required,
    Type,
    Wire,
)
from ..jsontext import dumps
from ..openapi import Node
from .reading import elements, flag, integer, mapping, number, text

_ANNOTATIONS = frozenset(
    {
        "$comment",
        "$ref",
        "default",
        "deprecated",
        "description",
        "example",
        "examples",
        "externalDocs",
        "nullable",
        "readOnly",
        "summary",
        "title",
        "writeOnly",
        "xml",
    }
)
"""Keywords that say nothing of which values are valid (`nullable` is asked apart)."""


_STRING_KINDS = {
    "date": Kind.DATE,
    "date-time": Kind.DATE_TIME,
    "time": Kind.TIME,
    "uuid": Kind.UUID,
    "byte": Kind.BYTES,
    "base64": Kind.BYTES,
    "binary": Kind.BINARY,
    "decimal": Kind.DECIMAL,
}


_LIMITS = frozenset(
    {
        "minimum",
        "maximum",
        "exclusiveMinimum",
        "exclusiveMaximum",
        "multipleOf",
        "minLength",
        "maxLength",
        "pattern",
        "minItems",
        "maxItems",
        "uniqueItems",
    }
)


def is_structural(at: Node) -> bool:
    """Return whether a schema constrains values by more than a reference."""
    node = mapping(at)
    return not _ANNOTATIONS.issuperset(node) and any(
        key not in _ANNOTATIONS and not key.startswith("x-") for key in node
    )


def says_something(at: Node) -> bool:
    """Tell whether a schema says more about values than annotations do."""
    return is_structural(at) or "$ref" in mapping(at) or flag(at, "nullable")


def only_requires(branch: Node) -> bool:
    """Tell whether a branch of a union merely demands or forbids properties."""
    said = {key for key in mapping(branch) if not key.startswith("x-")}
    return "$ref" not in said and said - _ANNOTATIONS <= {"required", "not"}


def needs_of(facets: list[Node], known: frozenset[str]) -> tuple[tuple[str, ...], ...]:
    """Return the groups of known properties of which an object must have one.

    `anyOf: [{required: [email]}, {required: [phone, country]}]` says so.
    """
    for facet in facets:
        for key in ("anyOf", "oneOf"):
            branches = elements(facet, key)
            if not all(map(only_requires, branches)):
                continue
            groups = [mapping(branch).get("required") for branch in branches]
            named = [
                tuple(name for name in group if isinstance(name, str))
                for group in groups
                if isinstance(group, list)
            ]
            if found := tuple(group for group in named if known.issuperset(group)):
                return found
    return ()


def presence_of(said: list[Node], required: bool) -> Presence:
    """Return whether a property must be there, or what the server takes if not."""
    if required:
        return Required()
    for node in map(mapping, said):
        if "default" in node:
            return Default(dumps(node["default"]))
    return Omittable()


def nullable(inner: Type) -> Type:
    """Return a type that allows null as well."""
    match inner:
        case Nullable() | AnyValue() | Constant(None):
            return inner
        case _:
            return Nullable(inner)


def is_null(at: Node) -> bool:
    """Tell whether a schema allows null and nothing else."""
    node = mapping(at)
    return node.get("type") == "null" or node.get("enum") == [None]


def types_of(facets: list[Node]) -> list[str]:
    """Return the stated types."""
    found: list[str] = []
    for facet in facets:
        match mapping(facet).get("type"):
            case str(name):
                found.append(name)
            case list(names):
                found += [name for name in names if isinstance(name, str)]
            case _:
                pass
        if found:
            # The nearest statement holds; a base only fills what is left open.
            return found
    return found


def implied_types(facets: list[Node]) -> list[str]:
    """Return the type that keywords imply where none is stated."""
    keys = {key for facet in facets for key in mapping(facet)}
    if keys & {"properties", "additionalProperties", "patternProperties", "required"}:
        return ["object"]
    if keys & {"items", "prefixItems", "minItems", "maxItems", "uniqueItems"}:
        return ["array"]
    if keys & {"pattern", "minLength", "maxLength"}:
        return ["string"]
    if keys & {"minimum", "maximum", "multipleOf"}:
        return ["number"]
    if first_text(facets, "format") in _STRING_KINDS:
        return ["string"]
    return []


def first_text(facets: list[Node], key: str) -> str:
    """Return what a keyword says, "" where it says nothing."""
    return next((found for f in facets if (found := text(f, key))), "")


def string_type(facets: list[Node]) -> Primitive:
    """Return the scalar that a string with these keywords is."""
    form = first_text(facets, "format")
    if first_text(facets, "contentEncoding") == "base64":
        form = "byte"
    kind = _STRING_KINDS.get(form, Kind.STRING)
    wire = Wire.STRING if kind is Kind.DECIMAL else Wire.NUMBER
    return Primitive(kind, form, wire, constraints_of(facets))


def constant_type(value: object) -> Type:
    """Return the type of one value; what is no scalar is not looked into."""
    if value is None or isinstance(value, str | bool | int | Decimal):
        return Constant(value)
    return AnyValue()


def constraints_of(facets: list[Node]) -> Constraints:
    """Return documented limits; OpenAPI 3.0's boolean exclusive bounds included."""
    if all(_LIMITS.isdisjoint(mapping(facet)) for facet in facets):
        return NO_CONSTRAINTS

    def limit(key: str) -> int | Decimal | None:
        return next((n for f in facets if (n := number(f, key)) is not None), None)

    def count(key: str) -> int | None:
        return next((n for f in facets if (n := integer(f, key)) is not None), None)

    minimum, maximum = limit("minimum"), limit("maximum")
    above, below = limit("exclusiveMinimum"), limit("exclusiveMaximum")
    if any(flag(f, "exclusiveMinimum") for f in facets):
        minimum, above = None, minimum
    if any(flag(f, "exclusiveMaximum") for f in facets):
        maximum, below = None, maximum
    return Constraints(
        minimum,
        maximum,
        above,
        below,
        limit("multipleOf"),
        count("minLength"),
        count("maxLength"),
        first_text(facets, "pattern") or None,
        count("minItems"),
        count("maxItems"),
        any(flag(f, "uniqueItems") for f in facets),
    )
