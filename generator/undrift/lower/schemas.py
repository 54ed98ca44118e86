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
    AliasType,
    AnyValue,
    Constant,
    Declaration,
    DeclarationId,
    Discriminator,
    EnumType,
    Extra,
    Field,
    Kind,
    ListOf,
    MapOf,
    ObjectType,
    OneOf,
    Primitive,
    Ref,
    Required,
    Type,
    Wire,
)
from ..openapi import Node, join_pointer, same, unescape
from .facets import (
    constant_type,
    constraints_of,
    first_text,
    implied_types,
    is_null,
    is_structural,
    needs_of,
    nullable,
    only_requires,
    presence_of,
    says_something,
    string_type,
    types_of,
)
from .reading import (
    Problems,
    docs,
    elements,
    first_example,
    flag,
    mapping,
    members,
    origin,
    schema_examples,
    text,
)
from .xml import XmlShapes

_COMBINATIONS = 64
"""How many combinations of unions are told apart."""


_SCALARS = frozenset({"string", "integer", "number", "boolean"})

_COMPOSING = frozenset({"$ref", "enum", "const", "oneOf", "anyOf", "allOf"})

_FLOAT_FORMATS = frozenset({"float", "double"})

_UNIONS = ("oneOf", "anyOf")


class Schemas:
    """Reads schemas; `declarations` fills as `finish` works off what was named."""

    def __init__(self, problems: Problems) -> None:
        """Start with nothing declared."""
        self.declarations: dict[DeclarationId, Declaration] = {}
        self._problems = problems
        self.xml = XmlShapes(problems, self._facets)
        self._waiting: deque[Node] = deque()
        self._named: set[DeclarationId] = set()
        self._open: set[str] = set()
        self._met_again: set[str] = set()

    def finish(self) -> None:
        """Declare every component that was referred to."""
        while self._waiting:
            self._declare(self._waiting.popleft())

    # References and naming

    def type_of(self, at: Node) -> Type:
        """Return the type of a schema where it stands."""
        if (target := self._sole_target(at)) is not None:
            inner = self._named_type(target)
            return nullable(inner) if flag(at, "nullable") else inner
        return self._inline(at)

    def _sole_target(self, at: Node) -> Node | None:
        """Return the schema that this one merely stands for, if it does."""
        node = mapping(at)
        if "$ref" in node:
            return None if is_structural(at) else self._problems.resolve(at)
        if "allOf" not in node:
            return None
        wrapped = [one for one in elements(at, "allOf") if says_something(one)]
        others = {k: v for k, v in node.items() if k != "allOf"}
        bare = not is_structural(Node(others, at.pointer))
        if len(wrapped) == 1 and bare and "$ref" in mapping(wrapped[0]):
            return self._sole_target(wrapped[0])
        return None

    def _named_type(self, target: Node) -> Type:
        """Return a type for a component: by name, or as it is where that says more."""
        types = set(types_of([target])) - {"null"}
        scalar = types and types <= _SCALARS and not _COMPOSING & set(mapping(target))
        if scalar or not is_structural(target):
            return self._inline(target)
        identity = DeclarationId(target.pointer)
        if identity not in self._named:
            self._named.add(identity)
            self._waiting.append(target)
        named = Ref(identity)
        return nullable(named) if self._may_be_null(self._facets(target)) else named

    def _declare(self, at: Node) -> None:
        """Make the declaration that a component's name stands for."""
        identity = DeclarationId(at.pointer)
        facets = self._facets(at)
        declared = self._structure(at, facets)
        if declared == Ref(identity):
            return
        self.declarations[identity] = AliasType(
            identity, declared, origin(at), docs(at), text(at, "title")
        )

    def _inline(self, at: Node) -> Type:
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
        return nullable(inner) if self._may_be_null(facets) else inner

    # Facets

    def _facets(self, at: Node) -> list[Node]:
        """Return the schemas that must all hold, this one first, each of them once."""
        found: dict[str, Node] = {}
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

    def _may_be_null(self, facets: list[Node]) -> bool:
        for facet in facets:
            node = mapping(facet)
            enum = node.get("enum")
            if (
                flag(facet, "nullable")
                or flag(facet, "x-nullable")
                or "null" in types_of([facet])
                or (isinstance(enum, list) and None in enum)
            ):
                return True
            if any(is_null(v) for key in _UNIONS for v in elements(facet, key)):
                return True
        return False

    # Structure

    def _structure(self, at: Node, facets: list[Node]) -> Type:
        """Return the type that facets describe together, null left aside."""
        for facet in facets:
            if "const" in mapping(facet):
                return constant_type(mapping(facet)["const"])
            if isinstance(mapping(facet).get("enum"), list):
                return self._enum(at, facet)
        if groups := self._unions(at, facets):
            return self._union(at, facets, groups)
        stated = types_of(facets)
        types = [t for t in dict.fromkeys(stated) if t != "null"]
        if not types and stated:
            return Constant(None)
        if not types:
            types = implied_types(facets)
        either = set(types) == {"number", "string"}
        if either and first_text(facets, "format") == "decimal":
            limits = constraints_of(facets)
            return Primitive(Kind.DECIMAL, "decimal", Wire.EITHER, limits)
        if len(types) > 1:
            return OneOf(tuple(self._of_type(t, at, facets) for t in types))
        return self._of_type(types[0], at, facets) if types else AnyValue()

    def _of_type(self, name: str, at: Node, facets: list[Node]) -> Type:
        match name:
            case "object":
                return self._object(at, facets)
            case "array":
                return self._array(facets)
            case "string":
                return string_type(facets)
            case "integer":
                form = first_text(facets, "format")
                return Primitive(Kind.INTEGER, form, constraints=constraints_of(facets))
            case "number":
                form = first_text(facets, "format")
                kind = Kind.FLOAT if form in _FLOAT_FORMATS else Kind.DECIMAL
                wire = Wire.EITHER if form == "decimal" else Wire.NUMBER
                return Primitive(kind, form, wire, constraints_of(facets))
            case "boolean":
                return Primitive(Kind.BOOLEAN)
            case _:
                return AnyValue()

    def _enum(self, at: Node, facet: Node) -> Type:
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

    def _array(self, facets: list[Node]) -> Type:
        limits = constraints_of(facets)
        for facet in facets:
            prefix = elements(facet, "prefixItems")
            if prefix:
                rest = [items] if (items := facet.get("items")) is not None else []
                kinds = [self.type_of(item) for item in (*prefix, *rest) if item.value]
                return ListOf(_one_of(kinds) if kinds else AnyValue(), limits)
            items = facet.get("items")
            if items is not None:
                return ListOf(self.type_of(items), limits)
        return ListOf(AnyValue(), limits)

    def _unions(self, at: Node, facets: list[Node]) -> list[list[Node]]:
        """Return the unions that facets hold, each as its branches.

        Branches that only add requirements make no types. A base that lists the schemas
        derived from it says nothing new about one of these.
        """
        whole = {facet.pointer for facet in facets}
        found: list[list[Node]] = []
        for facet in facets:
            for key in _UNIONS:
                branches = [b for b in elements(facet, key) if not is_null(b)]
                goals = [self._goal(branch) for branch in branches]
                if facet.pointer != at.pointer and not whole.isdisjoint(goals):
                    continue
                others = [
                    branch
                    for branch, goal in zip(branches, goals, strict=True)
                    if goal != at.pointer
                ]
                if not all(map(only_requires, others)):
                    found.append(others)
        return found

    def _goal(self, branch: Node) -> str:
        """Return the pointer of the schema that a branch stands for."""
        target = self._sole_target(branch)
        return branch.pointer if target is None else target.pointer

    def _union(self, at: Node, facets: list[Node], groups: list[list[Node]]) -> Type:
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
        return _one_of(variants)

    def _merged(
        self, at: Node, number: int, combination: tuple[Node, ...], facets: list[Node]
    ) -> Type:
        """Return a branch of each union, and what stands beside them, as one type."""
        parts = [facet for branch in combination for facet in self._facets(branch)]
        merged = list({facet.pointer: facet for facet in (*parts, *facets)}.values())
        stands_at = Node(combination[0].value, f"{at.pointer}/oneOf/{number}")
        stated = [t for t in types_of(merged) if t != "null"] or implied_types(merged)
        return self._of_type(stated[0], stands_at, merged) if stated else AnyValue()

    def _discriminator(
        self, facets: list[Node], branches: list[Node], variants: list[Type]
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
                said = [unescape(goal.rpartition("/")[2])]
            tags.setdefault(variant, []).extend(said)
        listed = [tag for of_one in tags.values() for tag in of_one]
        objects = all(isinstance(variant, Ref) for variant in tags)
        whole = len(tags) > 1 and all(tags.values()) and objects
        if not whole or len(set(listed)) < len(listed):
            return None
        return Discriminator(name, tuple(tuple(of_one) for of_one in tags.values()))

    def _named_by(self, reference: Node) -> str:
        """Return the pointer that a discriminator's mapping leads to: name or URI."""
        value = str(reference.value)
        if re.fullmatch(r"[A-Za-z0-9._-]+", value):
            pointer = join_pointer("/components/schemas", value)
            if self._problems.document.at(pointer) is not None:
                return pointer
        match self._problems.document.follow(value, reference):
            case Node(pointer=pointer):
                return pointer
            case _:
                return ""

    def _stated_tags(self, branch: Node, name: str) -> list[str]:
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

    def _object(self, at: Node, facets: list[Node]) -> Type:
        properties: dict[str, list[Node]] = {}
        required: dict[str, None] = {}
        for facet in facets:
            for name, schema in members(facet, "properties"):
                properties.setdefault(name, []).append(schema)
            names = mapping(facet).get("required")
            if isinstance(names, list):
                required |= {name: None for name in names if isinstance(name, str)}
        extra, extra_type = self._extra(facets)
        if not properties and extra is not Extra.REFUSED:
            return MapOf(extra_type if extra_type is not None else AnyValue())
        identity = DeclarationId(at.pointer)
        self._named.add(identity)
        fields = [self._field(n, s, n in required) for n, s in properties.items()]
        if extra is not Extra.REFUSED:
            # Required and described nowhere: a caller must have a way to send it.
            anything = extra_type if extra_type is not None else AnyValue()
            fields += [
                Field(name, anything, Required(), origin(at))
                for name in required
                if name not in properties
            ]
        self.declarations[identity] = ObjectType(
            identity,
            tuple(fields),
            origin(at),
            docs(at),
            text(at, "title"),
            extra,
            extra_type,
            tuple(schema_examples(at)),
            needs_of(facets, frozenset(properties)),
        )
        return Ref(identity)

    def _extra(self, facets: list[Node]) -> tuple[Extra, Type | None]:
        for facet in facets:
            patterns = members(facet, "patternProperties")
            if patterns:
                return Extra.ALLOWED, _one_of(self.type_of(s) for _, s in patterns)
            node = facet.get("additionalProperties")
            if node is None:
                continue
            if node.value is False:
                return Extra.REFUSED, None
            if isinstance(node.value, dict) and node.value:
                return Extra.ALLOWED, self.type_of(node)
            return Extra.ALLOWED, None
        return Extra.UNSTATED, None

    def _field(self, name: str, schemas: list[Node], required: bool) -> Field:
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
            presence_of(said, required),
            origin(schema),
            docs(*said),
            read_only=any(flag(at, "readOnly") for at in said),
            write_only=any(flag(at, "writeOnly") for at in said),
            example=next((e for e in examples if e is not None), None),
        )

    def _type_of_all(self, schemas: list[Node]) -> Type:
        """Return the type of what several schemas describe together."""
        first, *others = [one for one in schemas if says_something(one)] or schemas[:1]
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
        return nullable(inner) if self._may_be_null(once) else inner


def _one_of(variants: Iterable[Type]) -> Type:
    """Return a union, or what it comes to where only one variant differs."""
    distinct = tuple(dict.fromkeys(variants))
    return distinct[0] if len(distinct) == 1 else OneOf(distinct)
