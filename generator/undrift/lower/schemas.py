"""Schemas → types.

A schema is read as the conjunction of its *facets*: itself, what `allOf` names and,
where it has siblings, what `$ref` names. Each question (type, properties, format, …)
is asked of the facets in turn, so that inheritance, reference siblings and
single-member `allOf` wrappers are one rule and not three.

Components that are more than a scalar become declarations. References to them return at
once and the component waits its turn, so that neither recursion in a document nor a
long chain of references deepens Python's stack.
"""

from __future__ import annotations

from collections import deque
from decimal import Decimal

from ..ir import (
    NO_CONSTRAINTS,
    AliasType,
    AnyValue,
    Constant,
    Constraints,
    Declaration,
    DeclarationId,
    Default,
    Discriminator,
    EnumType,
    Extra,
    Field,
    Kind,
    ListOf,
    MapOf,
    Nullable,
    ObjectType,
    Omittable,
    OneOf,
    Presence,
    Primitive,
    Ref,
    Required,
    Type,
    Wire,
)
from ..jsontext import dumps
from ..spec import At
from .reading import (
    Problems,
    docs,
    elements,
    first_example,
    flag,
    integer,
    mapping,
    members,
    number,
    origin,
    schema_examples,
    text,
)

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

_SCALARS = frozenset({"string", "integer", "number", "boolean"})

_UNIONS = ("oneOf", "anyOf")
_COMPOSING = frozenset({"$ref", "enum", "const", "oneOf", "anyOf", "allOf"})

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
_FLOAT_FORMATS = frozenset({"float", "double"})


def _structural(at: At) -> bool:
    """Return whether a schema constrains values by more than a reference."""
    return any(
        key not in _ANNOTATIONS and not key.startswith("x-") for key in mapping(at)
    )


class Schemas:
    """Reads schemas; `declarations` fills as `finish` works off what was named."""

    def __init__(self, problems: Problems) -> None:
        """Start with nothing declared."""
        self.declarations: dict[DeclarationId, Declaration] = {}
        self._problems = problems
        self._waiting: deque[At] = deque()
        self._named: set[DeclarationId] = set()

    def finish(self) -> None:
        """Declare every component that was referred to."""
        while self._waiting:
            self._declare(self._waiting.popleft())

    # References and naming

    def type_of(self, at: At) -> Type:
        """Return the type of a schema where it stands."""
        if not isinstance(at.value, dict) or not (
            _structural(at) or "$ref" in at.value or "nullable" in at.value
        ):
            return AnyValue()
        if (target := self._sole_target(at)) is not None:
            inner = self._named_type(target)
            return _nullable(inner) if flag(at, "nullable") else inner
        return self._inline(at)

    def _sole_target(self, at: At) -> At | None:
        """Return the schema that this one merely stands for, if it does."""
        if "$ref" in mapping(at) and not _structural(at):
            return self._problems.resolve(at)
        wrapped = elements(at, "allOf")
        others = {k: v for k, v in mapping(at).items() if k != "allOf"}
        bare = all(k in _ANNOTATIONS or k.startswith("x-") for k in others)
        if len(wrapped) == 1 and bare and "$ref" in mapping(wrapped[0]):
            return self._sole_target(wrapped[0])
        return None

    def _named_type(self, target: At) -> Type:
        """Return a type for a component: by name, or as it is where that says more."""
        types = set(_types([target])) - {"null"}
        scalar = types and types <= _SCALARS and not _COMPOSING & set(mapping(target))
        if scalar or not _structural(target):
            return self._inline(target)
        identity = DeclarationId(target.pointer)
        if identity not in self._named:
            self._named.add(identity)
            self._waiting.append(target)
        named = Ref(identity)
        return _nullable(named) if self._may_be_null(self._facets(target)) else named

    def _declare(self, at: At) -> None:
        """Make the declaration that a component's name stands for."""
        identity = DeclarationId(at.pointer)
        facets = self._facets(at)
        declared = self._structure(at, facets)
        if declared == Ref(identity):
            return
        self.declarations[identity] = AliasType(
            identity, declared, origin(at), docs(at), text(at, "title")
        )

    def _inline(self, at: At) -> Type:
        facets = self._facets(at)
        inner = self._structure(at, facets)
        return _nullable(inner) if self._may_be_null(facets) else inner

    # Facets

    def _facets(self, at: At) -> list[At]:
        """Return the schemas that must all hold, this one first, each of them once."""
        found: dict[str, At] = {}
        waiting = [at]
        while waiting:
            facet = waiting.pop()
            if facet.pointer in found or not isinstance(facet.value, dict):
                continue
            found[facet.pointer] = facet
            following = elements(facet, "allOf")
            if "$ref" in facet.value:
                target = self._problems.resolve(facet)
                following = [target, *following] if target is not None else following
            waiting.extend(reversed(following))
        return list(found.values())

    def _may_be_null(self, facets: list[At]) -> bool:
        for facet in facets:
            node = mapping(facet)
            enum = node.get("enum")
            if (
                flag(facet, "nullable")
                or "null" in _types([facet])
                or (isinstance(enum, list) and None in enum)
            ):
                return True
            if any(_is_null(v) for key in _UNIONS for v in elements(facet, key)):
                return True
        return False

    # Structure

    def _structure(self, at: At, facets: list[At]) -> Type:
        """Return the type that facets describe together, null left aside."""
        for facet in facets:
            if "const" in mapping(facet):
                return _constant(mapping(facet)["const"])
            if isinstance(mapping(facet).get("enum"), list):
                return self._enum(at, facet)
        if any(elements(facet, key) for facet in facets for key in _UNIONS):
            union = self._union(at, facets)
            if union is not None:
                return union
        stated = _types(facets)
        types = [t for t in dict.fromkeys(stated) if t != "null"]
        if not types and stated:
            return Constant(None)
        if not types:
            types = _implied(facets)
        if set(types) == {"number", "string"} and _first(facets, "format") == "decimal":
            limits = _constraints(facets)
            return Primitive(Kind.DECIMAL, "decimal", Wire.EITHER, limits)
        if len(types) > 1:
            return OneOf(tuple(self._of_type(t, at, facets) for t in types))
        return self._of_type(types[0], at, facets) if types else AnyValue()

    def _of_type(self, name: str, at: At, facets: list[At]) -> Type:
        match name:
            case "object":
                return self._object(at, facets)
            case "array":
                return self._array(facets)
            case "string":
                return _string(facets)
            case "integer":
                form = _first(facets, "format")
                return Primitive(Kind.INTEGER, form, constraints=_constraints(facets))
            case "number":
                form = _first(facets, "format")
                kind = Kind.FLOAT if form in _FLOAT_FORMATS else Kind.DECIMAL
                wire = Wire.EITHER if form == "decimal" else Wire.NUMBER
                return Primitive(kind, form, wire, _constraints(facets))
            case "boolean":
                return Primitive(Kind.BOOLEAN)
            case "null":
                return Constant(None)
            case _:
                return AnyValue()

    def _enum(self, at: At, facet: At) -> Type:
        values = mapping(facet)["enum"]
        assert isinstance(values, list)
        # Keyed by kind as well: True equals 1, yet they are two values.
        scalars = tuple(
            {
                (type(v), v): v
                for v in values
                if isinstance(v, str | bool | int | Decimal)
            }.values()
        )
        if not scalars:
            return AnyValue() if any(v is not None for v in values) else Constant(None)
        identity = DeclarationId(at.pointer)
        self.declarations[identity] = EnumType(
            identity, scalars, origin(at), docs(at), text(at, "title")
        )
        return Ref(identity)

    def _array(self, facets: list[At]) -> Type:
        limits = _constraints(facets)
        for facet in facets:
            prefix = elements(facet, "prefixItems")
            if prefix:
                variants = tuple(dict.fromkeys(self.type_of(item) for item in prefix))
                item = variants[0] if len(variants) == 1 else OneOf(variants)
                return ListOf(item, limits)
            items = facet.get("items")
            if items is not None:
                return ListOf(self.type_of(items), limits)
        return ListOf(AnyValue(), limits)

    def _union(self, at: At, facets: list[At]) -> Type | None:
        """Return a union, or None where the branches only add requirements."""
        base = [f for f in facets if not any(elements(f, key) for key in _UNIONS)]
        own = [f for f in facets if mapping(f).get("properties")]
        branches = [
            branch
            for facet in facets
            for key in _UNIONS
            for branch in elements(facet, key)
            if not _is_null(branch)
        ]
        if all(set(mapping(b)) <= {"required", "not"} for b in branches):
            return None
        variants: list[Type] = []
        for branch in branches:
            if own:
                merged = [*self._facets(branch), *base, *own]
                once = {facet.pointer: facet for facet in merged}
                variants.append(self._object(branch, list(once.values())))
            else:
                variants.append(self.type_of(branch))
        distinct = tuple(dict.fromkeys(variants))
        if len(distinct) == 1:
            return distinct[0]
        return OneOf(distinct, self._discriminator(facets))

    def _discriminator(self, facets: list[At]) -> Discriminator | None:
        for facet in facets:
            node = facet.get("discriminator")
            if node is None or not text(node, "propertyName"):
                continue
            pairs: list[tuple[str, DeclarationId]] = []
            for value, target in members(node, "mapping"):
                if isinstance(target.value, str):
                    reference = target.value
                    if not reference.startswith("#"):
                        reference = f"#/components/schemas/{reference}"
                    pairs.append((value, DeclarationId(reference[1:])))
            return Discriminator(text(node, "propertyName"), tuple(pairs))
        return None

    # Objects

    def _object(self, at: At, facets: list[At]) -> Type:
        properties: dict[str, At] = {}
        required: set[str] = set()
        for facet in facets:
            for name, schema in members(facet, "properties"):
                properties.setdefault(name, schema)
            names = mapping(facet).get("required")
            if isinstance(names, list):
                required |= {name for name in names if isinstance(name, str)}
        extra, extra_type = self._extra(facets)
        if not properties and extra is not Extra.REFUSED:
            return MapOf(extra_type if extra_type is not None else AnyValue())
        identity = DeclarationId(at.pointer)
        self._named.add(identity)
        self.declarations[identity] = ObjectType(
            identity,
            tuple(self._field(n, s, n in required) for n, s in properties.items()),
            origin(at),
            docs(at),
            text(at, "title"),
            extra,
            extra_type,
            tuple(schema_examples(at)),
        )
        return Ref(identity)

    def _extra(self, facets: list[At]) -> tuple[Extra, Type | None]:
        for facet in facets:
            patterns = members(facet, "patternProperties")
            if patterns:
                types = tuple(dict.fromkeys(self.type_of(s) for _, s in patterns))
                return Extra.ALLOWED, types[0] if len(types) == 1 else OneOf(types)
            node = facet.get("additionalProperties")
            if node is None:
                continue
            if node.value is False:
                return Extra.REFUSED, None
            if isinstance(node.value, dict) and node.value:
                return Extra.ALLOWED, self.type_of(node)
            return Extra.ALLOWED, None
        return Extra.UNSTATED, None

    def _field(self, name: str, schema: At, required: bool) -> Field:
        # What stands beside a `$ref` says more about this field than its target does.
        said = [schema]
        if "$ref" in mapping(schema):
            target = self._problems.resolve(schema)
            said += [target] if target is not None else []
        examples = (first_example(at) for at in said)
        return Field(
            name,
            self.type_of(schema),
            _presence(schema, required),
            origin(schema),
            docs(*said),
            read_only=any(flag(at, "readOnly") for at in said),
            write_only=any(flag(at, "writeOnly") for at in said),
            example=next((e for e in examples if e is not None), None),
        )


def _presence(schema: At, required: bool) -> Presence:
    if required:
        return Required()
    node = mapping(schema)
    return Default(dumps(node["default"])) if "default" in node else Omittable()


def _nullable(inner: Type) -> Type:
    match inner:
        case Nullable() | AnyValue() | Constant(None):
            return inner
        case _:
            return Nullable(inner)


def _is_null(at: At) -> bool:
    node = mapping(at)
    return node.get("type") == "null" or node.get("enum") == [None]


def _types(facets: list[At]) -> list[str]:
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


def _implied(facets: list[At]) -> list[str]:
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
    if _first(facets, "format") in _STRING_KINDS:
        return ["string"]
    return []


def _first(facets: list[At], key: str) -> str:
    return next((found for f in facets if (found := text(f, key))), "")


def _string(facets: list[At]) -> Primitive:
    form = _first(facets, "format")
    if _first(facets, "contentEncoding") == "base64":
        form = "byte"
    kind = _STRING_KINDS.get(form, Kind.STRING)
    wire = Wire.STRING if kind is Kind.DECIMAL else Wire.NUMBER
    return Primitive(kind, form, wire, _constraints(facets))


def _constant(value: object) -> Type:
    if value is None or isinstance(value, str | bool | int | Decimal):
        return Constant(value)
    return AnyValue()


def _constraints(facets: list[At]) -> Constraints:
    """Return documented limits; OpenAPI 3.0's boolean exclusive bounds included."""

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
    found = Constraints(
        minimum,
        maximum,
        above,
        below,
        limit("multipleOf"),
        count("minLength"),
        count("maxLength"),
        _first(facets, "pattern") or None,
        count("minItems"),
        count("maxItems"),
        any(flag(f, "uniqueItems") for f in facets),
    )
    return NO_CONSTRAINTS if found == NO_CONSTRAINTS else found
