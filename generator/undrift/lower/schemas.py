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

import re
from collections import deque
from collections.abc import Iterable
from decimal import Decimal
from itertools import product
from math import prod

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
from ..spec import At, join_pointer, same, split_pointer
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

_COMBINATIONS = 64
"""How many combinations of unions are told apart."""

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
        self._open: set[str] = set()
        self._met_again: set[str] = set()

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
        wrapped = [one for one in elements(at, "allOf") if _says_something(one)]
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
        """Return what a schema describes in its place; named if it holds itself."""
        facets = self._facets(at)
        identity = DeclarationId(at.pointer)
        if at.pointer in self._open:
            self._met_again.add(at.pointer)
            inner: Type = Ref(identity)
        else:
            self._open.add(at.pointer)
            inner = self._structure(at, facets)
            self._open.discard(at.pointer)
            if at.pointer in self._met_again and inner != Ref(identity):
                self.declarations[identity] = AliasType(
                    identity, inner, origin(at), docs(at), text(at, "title")
                )
                inner = Ref(identity)
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
        if groups := self._unions(at, facets):
            return self._union(at, facets, groups)
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
                rest = [items] if (items := facet.get("items")) is not None else []
                kinds = [self.type_of(item) for item in (*prefix, *rest) if item.value]
                return ListOf(one_of(kinds) if kinds else AnyValue(), limits)
            items = facet.get("items")
            if items is not None:
                return ListOf(self.type_of(items), limits)
        return ListOf(AnyValue(), limits)

    def _unions(self, at: At, facets: list[At]) -> list[list[At]]:
        """Return the unions that facets hold, each as its branches.

        Branches that only add requirements make no types. A base that lists the schemas
        derived from it says nothing new about one of these.
        """
        whole = {facet.pointer for facet in facets}
        found: list[list[At]] = []
        for facet in facets:
            for key in _UNIONS:
                branches = [
                    branch
                    for branch in elements(facet, key)
                    if not _is_null(branch) and self._goal(branch) != at.pointer
                ]
                goals = {self._goal(branch) for branch in branches}
                derived = facet.pointer != at.pointer and goals & whole
                if not derived and not all(map(_only_requires, branches)):
                    found.append(branches)
        return found

    def _goal(self, branch: At) -> str:
        """Return the pointer of the schema that a branch stands for."""
        target = self._sole_target(branch)
        return branch.pointer if target is None else target.pointer

    def _union(self, at: At, facets: list[At], groups: list[list[At]]) -> Type:
        """Return the union of what each branch says together with all else."""
        own = any(mapping(facet).get("properties") for facet in facets)
        if len(groups) == 1 and not own:
            branches = groups[0]
            variants = [self.type_of(branch) for branch in branches]
            tagged = self._discriminator(facets, branches, variants)
        elif prod(map(len, groups)) > _COMBINATIONS:
            self._problems.report(
                "UD043",
                "these unions allow too many combinations: it is typed as anything",
                at,
            )
            return AnyValue()
        else:
            combined = list(product(*groups))
            variants = [
                self._merged(at, number, combination, facets)
                for number, combination in enumerate(combined)
            ]
            branches = [combination[0] for combination in combined]
            tagged = (
                self._discriminator(facets, branches, variants)
                if len(groups) == 1
                else None
            )
        if tagged is not None:
            return OneOf(tuple(dict.fromkeys(variants)), tagged)
        return one_of(variants)

    def _merged(
        self, at: At, number: int, combination: tuple[At, ...], facets: list[At]
    ) -> Type:
        """Return a branch of each union, and what stands beside them, as one type."""
        parts = [facet for branch in combination for facet in self._facets(branch)]
        merged = list({facet.pointer: facet for facet in (*parts, *facets)}.values())
        stands_at = At(combination[0].value, f"{at.pointer}/oneOf/{number}")
        stated = [t for t in _types(merged) if t != "null"] or _implied(merged)
        return self._of_type(stated[0], stands_at, merged) if stated else AnyValue()

    def _discriminator(
        self, facets: list[At], branches: list[At], variants: list[Type]
    ) -> Discriminator | None:
        """Return what tells variants apart, if it is said of each of them."""
        node = next((d for f in facets if (d := f.get("discriminator"))), None)
        # Swagger 2.0 has the property's name alone.
        name = "" if node is None else text(node, "propertyName") or node.value
        if node is None or not name or not isinstance(name, str):
            return None
        mapped: dict[str, list[str]] = {}
        for value, reference in members(node, "mapping"):
            if isinstance(reference.value, str):
                pointer = self._named_by(reference)
                mapped.setdefault(pointer, []).append(value)
        tags: dict[Type, list[str]] = {}
        for branch, variant in zip(branches, variants, strict=True):
            goal = self._goal(branch)
            said = mapped.get(goal) or self._stated_tags(branch, name)
            if not said and goal != branch.pointer:
                said = [split_pointer(goal)[-1]]
            tags.setdefault(variant, []).extend(said)
        listed = [tag for of_one in tags.values() for tag in of_one]
        objects = all(isinstance(variant, Ref) for variant in tags)
        whole = len(tags) > 1 and all(tags.values()) and objects
        if not whole or len(set(listed)) < len(listed):
            return None
        return Discriminator(name, tuple(tuple(of_one) for of_one in tags.values()))

    def _named_by(self, reference: At) -> str:
        """Return the pointer that a discriminator's mapping leads to: name or URI."""
        value = str(reference.value)
        if re.fullmatch(r"[A-Za-z0-9._-]+", value):
            pointer = join_pointer("/components/schemas", value)
            if self._problems.document.at(pointer) is not None:
                return pointer
        match self._problems.document.follow(value, reference):
            case At(pointer=pointer):
                return pointer
            case _:
                return ""

    def _stated_tags(self, branch: At, name: str) -> list[str]:
        """Return the values that a branch itself allows for a property."""
        for facet in self._facets(branch):
            for found, schema in members(facet, "properties"):
                if found == name:
                    stated = mapping(schema)
                    values = stated.get("enum", [stated.get("const")])
                    if isinstance(values, list):
                        return [value for value in values if isinstance(value, str)]
        return []

    # Objects

    def _object(self, at: At, facets: list[At]) -> Type:
        properties: dict[str, list[At]] = {}
        required: set[str] = set()
        for facet in facets:
            for name, schema in members(facet, "properties"):
                properties.setdefault(name, []).append(schema)
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
                return Extra.ALLOWED, one_of(self.type_of(s) for _, s in patterns)
            node = facet.get("additionalProperties")
            if node is None:
                continue
            if node.value is False:
                return Extra.REFUSED, None
            if isinstance(node.value, dict) and node.value:
                return Extra.ALLOWED, self.type_of(node)
            return Extra.ALLOWED, None
        return Extra.UNSTATED, None

    def _field(self, name: str, schemas: list[At], required: bool) -> Field:
        """Return a property of which several facets may speak, the nearest first."""
        schema = schemas[0]
        # What stands beside a `$ref` says more about this field than its target does.
        said = list(schemas)
        for one in schemas:
            if "$ref" in mapping(one):
                target = self._problems.resolve(one)
                said += [target] if target is not None else []
        examples = (first_example(at) for at in said)
        return Field(
            name,
            self._type_of_all(schemas),
            _presence(said, required),
            origin(schema),
            docs(*said),
            read_only=any(flag(at, "readOnly") for at in said),
            write_only=any(flag(at, "writeOnly") for at in said),
            example=next((e for e in examples if e is not None), None),
        )

    def _type_of_all(self, schemas: list[At]) -> Type:
        """Return the type of what several schemas describe together."""
        first, *others = [one for one in schemas if _says_something(one)] or schemas[:1]
        distinct = [one for one in others if not same(one.value, first.value)]
        if not distinct or first.pointer in self._open:
            return self.type_of(first)
        facets = [facet for one in (first, *distinct) for facet in self._facets(one)]
        once = list({facet.pointer: facet for facet in facets}.values())
        if len(once) == len(self._facets(first)):
            return self.type_of(first)
        self._open.add(first.pointer)
        inner = self._structure(first, once)
        self._open.discard(first.pointer)
        return _nullable(inner) if self._may_be_null(once) else inner


def one_of(variants: Iterable[Type]) -> Type:
    """Return a union, or what it comes to where only one variant differs."""
    distinct = tuple(dict.fromkeys(variants))
    return distinct[0] if len(distinct) == 1 else OneOf(distinct)


def _says_something(at: At) -> bool:
    """Tell whether a schema says more about values than annotations do."""
    return _structural(at) or "$ref" in mapping(at) or flag(at, "nullable")


def _only_requires(branch: At) -> bool:
    """Tell whether a branch of a union merely demands or forbids properties."""
    said = {key for key in mapping(branch) if not key.startswith("x-")}
    return "$ref" not in said and said - _ANNOTATIONS <= {"required", "not"}


def _presence(said: list[At], required: bool) -> Presence:
    if required:
        return Required()
    for node in map(mapping, said):
        if "default" in node:
            return Default(dumps(node["default"]))
    return Omittable()


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
