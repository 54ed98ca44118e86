"""What a client states, as facts: total, so that it compares with any page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice
from typing import assert_never

from ..diagnostics import Place
from ..facts import OperationFacts, Stated, StatusFact, ValueFact
from ..ir import (
    AliasType,
    ApiKey,
    Basic,
    Bearer,
    Body,
    Client,
    ClientCredentials,
    Constant,
    Constraints,
    Content,
    EnumType,
    Field,
    HmacSignature,
    HttpSignature,
    Kind,
    ListOf,
    Location,
    MapOf,
    ObjectType,
    OneOf,
    Operation,
    Origin,
    Parameter,
    Primitive,
    Required,
    SecurityScheme,
    Type,
)
from ..ir.walk import resolved_type

DEEPEST = 12
"""How many levels of a body are told; types may contain themselves."""

MOST_FIELDS = 600
"""How many fields of a body are told: types that hold one another multiply them."""

Locate = Callable[[str], Place]


def facts_of_client(client: Client, locate: Locate) -> tuple[OperationFacts, ...]:
    """Return what a client states about each of its operations."""
    return tuple(_operation(client, o, locate) for o in client.operations)


def _operation(client: Client, operation: Operation, locate: Locate) -> OperationFacts:
    def parameters(location: Location) -> tuple[ValueFact, ...]:
        return tuple(
            _parameter(client, p, locate)
            for p in operation.parameters
            if p.location is location
        )

    successes = [r for r in operation.responses if r.status.startswith("2")]
    response_fields: dict[str, ValueFact] = {}
    for response in successes:
        for content in response.contents[:1]:
            for fact in _fields(client, content.type, locate):
                response_fields.setdefault(fact.name, fact)
    body, body_fields = _body(client, operation.body, locate)
    servers = operation.servers or client.servers
    return OperationFacts(
        operation.method,
        operation.path,
        locate(operation.origin.pointer),
        tuple(s.usual_url for s in servers if "://" in s.url),
        _auth(client, operation, assumed=False),
        _auth(client, operation, assumed=True),
        operation.docs.deprecated,
        parameters(Location.HEADER),
        parameters(Location.PATH),
        parameters(Location.QUERY),
        body_fields,
        tuple(response_fields.values()),
        tuple(
            _status(r.status, r.origin, r.docs.unsupported, locate) for r in successes
        ),
        tuple(
            _status(r.status, r.origin, r.docs.unsupported, locate)
            for r in operation.responses
            if not r.status.startswith("2")
        ),
        body=body,
        unsupported=operation.docs.unsupported,
    )


def _status(
    status: str, origin: Origin, unsupported: str, locate: Locate
) -> StatusFact:
    return StatusFact(status, locate(origin.pointer), unsupported=unsupported)


def _parameter(client: Client, parameter: Parameter, locate: Locate) -> ValueFact:
    required = isinstance(parameter.presence, Required)
    return ValueFact(
        parameter.name,
        locate(parameter.origin.pointer),
        type_word(client, parameter.type),
        Stated.YES if required else Stated.NO,
        _constraints(client, parameter.type),
        parameter.docs.description,
        unsupported=parameter.docs.unsupported,
    )


def _body(
    client: Client, body: Body | None, locate: Locate
) -> tuple[str, tuple[ValueFact, ...]]:
    if body is None:
        return "none", ()
    content: Content = body.contents[0]
    shape = resolved_type(client, content.type) if content.type is not None else None
    if isinstance(shape, ObjectType) and not shape.fields:
        return "empty-object", ()
    return "fields", tuple(_fields(client, content.type, locate))


def _fields(
    client: Client,
    type_: Type | None,
    locate: Locate,
    prefix: str = "",
    covered: str = "",
    above: tuple[int, ...] = (),
) -> Iterator[ValueFact]:
    """Yield a fact for every field below a type, a bounded number of them.

    Marks cover what is inside. A type that holds itself is told once: `above` are the
    objects around.
    """
    return islice(_below(client, type_, locate, prefix, covered, above), MOST_FIELDS)


def _below(
    client: Client,
    type_: Type | None,
    locate: Locate,
    prefix: str,
    covered: str,
    above: tuple[int, ...],
) -> Iterator[ValueFact]:
    if type_ is None or len(above) > DEEPEST:
        return
    shape = resolved_type(client, type_)
    match shape:
        case ObjectType(fields=fields, docs=docs) if id(shape) not in above:
            covered = covered or docs.unsupported
            inside = (*above, id(shape))
            for field in fields:
                name = f"{prefix}.{field.name}".lstrip(".")
                fact = _field(client, field, name, covered, locate)
                yield fact
                mark = fact.unsupported
                yield from _below(client, field.type, locate, name, mark, inside)
        case ListOf(item):
            inside = (*above, -1)
            yield from _below(client, item, locate, f"{prefix}[]", covered, inside)
        case OneOf(variants):
            seen: set[str] = set()
            inside = (*above, -1)
            for variant in variants:
                for fact in _below(client, variant, locate, prefix, covered, inside):
                    if fact.name not in seen:
                        seen.add(fact.name)
                        yield fact
        case _:
            pass


def _field(
    client: Client, field: Field, name: str, covered: str, locate: Locate
) -> ValueFact:
    required = isinstance(field.presence, Required)
    return ValueFact(
        name,
        locate(field.origin.pointer),
        type_word(client, field.type),
        Stated.YES if required else Stated.NO,
        _constraints(client, field.type),
        field.docs.description,
        field.example,
        field.docs.unsupported or covered,
    )


def type_word(client: Client, type_: Type) -> str:
    """Return a type in the words that pages use; several are joined by ` or `."""
    shape = resolved_type(client, type_)
    match shape:
        case Primitive(Kind.DECIMAL, _, wire):
            return {"either": "number or string"}.get(wire.value, wire.value)
        case Primitive(Kind.INTEGER):
            return "integer"
        case Primitive(Kind.FLOAT):
            return "number"
        case Primitive(Kind.BOOLEAN):
            return "boolean"
        case Primitive():
            return "string"
        case EnumType(values=values):
            return _of_literal(values[0])
        case Constant(value):
            return _of_literal(value)
        case ObjectType() | MapOf():
            return "object"
        case ListOf():
            return "array"
        case OneOf(variants):
            words = dict.fromkeys(type_word(client, v) for v in variants)
            return " or ".join(words)
        case _:
            assert not isinstance(shape, AliasType), "aliases are looked through"
            return ""


def _of_literal(value: object) -> str:
    match value:
        case bool():
            return "boolean"
        case str():
            return "string"
        case int():
            return "integer"
        case None:
            return ""
        case _:
            return "number"


_KEYWORDS = (
    ("minimum", "minimum"),
    ("maximum", "maximum"),
    ("exclusive_minimum", "exclusiveMinimum"),
    ("exclusive_maximum", "exclusiveMaximum"),
    ("multiple_of", "multipleOf"),
    ("min_length", "minLength"),
    ("max_length", "maxLength"),
    ("pattern", "pattern"),
    ("min_items", "minItems"),
    ("max_items", "maxItems"),
)

COMPARED = frozenset(keyword for _, keyword in _KEYWORDS)
"""The constraints that a client states."""


def _constraints(client: Client, type_: Type) -> tuple[tuple[str, str], ...]:
    shape = resolved_type(client, type_)
    if not isinstance(shape, Primitive | ListOf):
        return ()
    limits: Constraints = shape.constraints
    return tuple(
        (keyword, str(value))
        for name, keyword in _KEYWORDS
        if (value := getattr(limits, name)) is not None
    )


def _auth(client: Client, operation: Operation, *, assumed: bool) -> tuple[str, ...]:
    """Return the schemes that a spec states, or those it says no page supports."""
    by_id = {scheme.id: scheme for scheme in client.schemes}
    names = dict.fromkeys(name for group in operation.security for name in group)
    return tuple(
        _auth_word(by_id[name])
        for name in names
        if bool(operation.docs.unsupported or by_id[name].docs.unsupported) is assumed
    )


def _auth_word(scheme: SecurityScheme) -> str:
    match scheme:
        case Bearer(scheme=kind):
            return kind.lower()
        case ClientCredentials():
            return "bearer"
        case Basic():
            return "basic"
        case ApiKey(location=location, name=name):
            return f"{location.value} {name}"
        case HmacSignature(header=header) | HttpSignature(header=header):
            return f"header {header}"
        case _:
            assert_never(scheme)
