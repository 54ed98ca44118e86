"""Schemas → how their values stand in XML (OpenAPI 3.2, XML Object).

Schemas are read once more, for XML alone: clients without XML have none of this. What
XML cannot tell apart is told, and is text.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from ..ir.xml import (
    ChoiceShape,
    ElementMembers,
    ElementShape,
    ListShape,
    MapShape,
    MemberShape,
    NodeKind,
    ObjectShape,
    OpenShape,
    QualifiedName,
    TextKind,
    TextShape,
    XmlRoot,
)
from ..openapi import Node, Value, split_pointer
from .facets import implied_types, is_null, says_something, types_of
from .reading import Problems, elements, flag, mapping, members, text
from .xml_names import xml_name_problem

_SCALARS: dict[str, TextKind] = {kind.value: kind for kind in TextKind}
_NODE_TYPES = frozenset({"element", "attribute", "text", "cdata", "none"})
_DEEPEST = 32
_UNIONS = ("oneOf", "anyOf")
_STATED = ("name", "namespace", "prefix", "attribute", "wrapped", "nodeType")


class _Unspeakable(Exception):
    """XML has no place for what a schema describes."""

    def __init__(self, reason: str, at: Node) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


class _Stated(NamedTuple):
    """What XML Objects say of one schema, wherever it is used."""

    name: str
    namespace: str
    prefix: str
    node: str
    component: str
    """The name of the component that a schema is or stands for, or ""."""

    def named(self, otherwise: str) -> QualifiedName:
        """Return the name of an element or attribute."""
        return QualifiedName(self.name or otherwise, self.namespace, self.prefix)


class XmlShapes:
    """Reads XML shapes; `objects` fills with what they refer to."""

    def __init__(
        self, problems: Problems, facets_of: Callable[[Node], list[Node]]
    ) -> None:
        """Start with nothing read."""
        self.objects: dict[str, ElementMembers] = {}
        self._problems = problems
        self._facets_of = facets_of
        self._waiting: list[tuple[str, list[Node]]] = []
        self._added: list[str] = []
        self._unspeakable: dict[str, _Unspeakable] = {}
        self._nesting = 0

    def root(self, schema: Node | None, *, quiet: bool, sent: bool) -> XmlRoot | None:
        """Return how a whole body stands in XML, None where it is text."""
        if schema is None:
            return None
        self._added.clear()
        try:
            return self._root(schema, sent)
        except _Unspeakable as found:
            # What was read since then may lead to what cannot be read.
            for target in self._added:
                del self.objects[target]
            self._waiting.clear()
            self._nesting = 0
            if not quiet:
                hint = "it is typed as text: XML goes as it is"
                self._problems.report("UD043", found.reason, found.at, hint)
        return None

    def _root(self, schema: Node, sent: bool) -> XmlRoot | None:
        stated = self._stated(schema)
        shape = self._shape(schema, "")
        while self._waiting:
            self._read_object(*self._waiting.pop())
        if isinstance(shape, TextShape | OpenShape) and not stated.name:
            # Text is what it is; XML of any kind stands in it.
            return None
        name = stated.named(stated.component)
        if isinstance(shape, ListShape):
            if stated.node != "element" and not stated.name:
                # A document has one root, which nothing says of this list.
                name = QualifiedName("")
            if sent and not shape.name.local:
                raise _Unspeakable("the items of this list have no name in XML", schema)
        if not name.local and sent:
            raise _Unspeakable("its root element has no name in XML", schema)
        return XmlRoot(name, shape)

    # What is said

    def _chain(self, at: Node) -> list[Node]:
        """Return a schema and those that it merely stands for, the nearest first."""
        found: list[Node] = []
        seen: set[str] = set()
        current: Node | None = at
        while current is not None and current.pointer not in seen:
            seen.add(current.pointer)
            found.append(current)
            current = self._stands_for(current)
        last = found[-1]
        return found + [p for p in elements(last, "allOf") if "$ref" not in mapping(p)]

    def _goal(self, at: Node) -> str:
        """Return the pointer of the schema that one merely stands for, else its own."""
        chain = self._chain(at)
        return next((n.pointer for n in chain if not _only_refers(n)), at.pointer)

    def _stands_for(self, at: Node) -> Node | None:
        if "$ref" in mapping(at):
            return self._problems.resolve(at)
        parts = [one for one in elements(at, "allOf") if says_something(one)]
        if len(parts) == 1 and "properties" not in mapping(at):
            return parts[0]
        for key in _UNIONS:
            branches = elements(at, key)
            others = [branch for branch in branches if not is_null(branch)]
            if len(others) == 1:
                return others[0]
        return None

    def _stated(self, at: Node) -> _Stated:
        said: dict[str, Value] = {}
        component = ""
        for node in self._chain(at):
            about = mapping(node).get("xml")
            if isinstance(about, dict):
                for key in _STATED:
                    if key in about:
                        said.setdefault(key, about[key])
            parts = split_pointer(node.pointer)
            if len(parts) in {2, 3} and parts[-2] in {"schemas", "definitions"}:
                component = component or parts[-1]
        node_type = said.get("nodeType")
        if isinstance(node_type, str) and node_type not in _NODE_TYPES:
            message = f"the XML node type {node_type!r} is unknown"
            self._problems.report("UD043", message, at, "it is left out")
            node_type = None
        if not isinstance(node_type, str):
            node_type = "element" if said.get("wrapped") is True else ""
            node_type = "attribute" if said.get("attribute") is True else node_type
        name, namespace, prefix = (
            value if isinstance(value := said.get(key), str) else ""
            for key in ("name", "namespace", "prefix")
        )
        if not name and xml_name_problem(component):
            component = ""
        for word in (name, prefix):
            if word and (reason := xml_name_problem(word)):
                raise _Unspeakable(f"{word!r} {reason}", at)
        if prefix and not namespace:
            known = self._namespaces.get(prefix, set())
            if len(known) != 1:
                message = f"the XML prefix {prefix!r} has no namespace"
                self._problems.report("UD043", message, at, "it is left out")
                prefix = ""
            else:
                (namespace,) = known
        return _Stated(name, namespace, prefix, node_type, component)

    @cached_property
    def _namespaces(self) -> dict[str, set[str]]:
        """Return the namespaces that a document gives to each prefix."""
        found: dict[str, set[str]] = {}
        root = self._problems.document.at("")
        waiting: list[Value] = [root.value] if root is not None else []
        while waiting:
            match waiting.pop():
                case {"prefix": str(prefix), "namespace": str(uri)}:
                    found.setdefault(prefix, set()).add(uri)
                case dict() as node:
                    waiting.extend(node.values())
                case list() as items:
                    waiting.extend(items)
                case _:
                    pass
        return found

    # Shapes

    def _facets(self, at: Node) -> list[Node]:
        """Return the schemas that hold together; a union with null is what is in it."""
        facets = self._facets_of(at)
        for facet in facets:
            for key in _UNIONS:
                branches = [b for b in elements(facet, key) if not is_null(b)]
                if len(branches) == 1:
                    inner = self._facets(branches[0])
                    known = {one.pointer for one in facets}
                    return facets + [one for one in inner if one.pointer not in known]
        return facets

    def _shape(self, at: Node, inherited: str) -> ElementShape:
        """Return a schema's shape; items without a name have the `inherited` one."""
        if self._nesting == _DEEPEST:
            raise _Unspeakable("it nests without an object between", at)
        self._nesting += 1
        found = self._read(at, inherited)
        self._nesting -= 1
        return found

    def _read(self, at: Node, inherited: str) -> ElementShape:
        facets = self._facets(at)
        for facet in facets:
            node = mapping(facet)
            if "const" in node:
                return TextShape(_kinds_of([node["const"]]))
            if isinstance(values := node.get("enum"), list):
                return TextShape(_kinds_of(values))
        if (union := self._union(facets)) is not None:
            return union
        stated = types_of(facets) or implied_types(facets)
        types = [name for name in dict.fromkeys(stated) if name != "null"]
        if types and set(types) <= set(_SCALARS):
            return TextShape(tuple(_SCALARS[name] for name in types))
        match types:
            case []:
                return OpenShape()
            case ["array"]:
                return self._list(facets, inherited)
            case ["object"]:
                return self._with_subtypes(self._object(at, facets))
            case _:
                reason = f"XML does not tell {' and '.join(types)} apart"
                raise _Unspeakable(reason, at)

    def _list(self, facets: list[Node], inherited: str) -> ElementShape:
        for facet in facets:
            if elements(facet, "prefixItems"):
                raise _Unspeakable("lists whose items differ by position", facet)
        items = next((i for f in facets if (i := f.get("items"))), None)
        if items is None:
            return ListShape(QualifiedName(inherited), OpenShape())
        stated = self._stated(items)
        if stated.node in {"text", "cdata", "attribute"}:
            raise _Unspeakable("items of a list that are no elements", items)
        name = stated.named(inherited or stated.component)
        shape = self._shape(items, name.local)
        if isinstance(shape, ListShape) and stated.node != "element":
            raise _Unspeakable("a list in a list without an element around it", items)
        return ListShape(name, shape)

    def _object(self, at: Node, facets: list[Node]) -> ElementShape:
        properties, _ = _properties(facets)
        extra, closed = self._extra(facets)
        if not properties and not closed:
            return MapShape(extra)
        # What merely stands for a component is that component.
        target = self._goal(at)
        if target in self._unspeakable:
            raise self._unspeakable[target]
        if target not in self.objects:
            self._added.append(target)
            self.objects[target] = ElementMembers((), extra)
            self._waiting.append((target, facets))
        return ObjectShape(target)

    def _with_subtypes(self, found: ElementShape) -> ElementShape:
        """Return a parent that has a discriminator together with its subtypes."""
        if not isinstance(found, ObjectShape):
            return found
        parent = self._problems.document.at(found.target)
        subtypes = self._subtypes.get(found.target, [])
        tags = self._tags([parent], subtypes) if parent is not None else None
        if tags is None or not subtypes:
            return found
        shapes = [self._object(one, self._facets(one)) for one in subtypes]
        variants = tuple(
            (of_one, shape)
            for of_one, shape in zip(tags[1], shapes, strict=True)
            if isinstance(shape, ObjectShape)
        )
        return ChoiceShape(tags[0], variants, found)

    @cached_property
    def _subtypes(self) -> dict[str, list[Node]]:
        """Return the components that derive from each by `allOf`, at any distance."""
        children: dict[str, list[Node]] = {}
        document = self._problems.document
        for pointer in ("/components/schemas", "/definitions"):
            components = document.at(pointer)
            for _, schema in components.items() if components is not None else ():
                for part in elements(schema, "allOf"):
                    if "$ref" in mapping(part) and (goal := self._stands_for(part)):
                        children.setdefault(goal.pointer, []).append(schema)
        found: dict[str, list[Node]] = {}
        for parent, direct in children.items():
            known = {child.pointer: child for child in direct}
            waiting = list(direct)
            while waiting:
                for one in children.get(waiting.pop().pointer, []):
                    if one.pointer not in known and one.pointer != parent:
                        known[one.pointer] = one
                        waiting.append(one)
            found[parent] = list(known.values())
        return found

    def _read_object(self, target: str, facets: list[Node]) -> None:
        """Read the members of an object that was referred to."""
        properties, required = _properties(facets)
        try:
            found = [
                self._member(name, schema, name in required)
                for name, schema in properties.items()
            ]
        except _Unspeakable as reason:
            self._unspeakable[target] = reason
            raise
        self.objects[target] = replace(self.objects[target], members=tuple(found))

    def _extra(self, facets: list[Node]) -> tuple[ElementShape, bool]:
        """Return the shape of further elements, and whether there are none."""
        for facet in facets:
            for key in ("additionalProperties", "unevaluatedProperties"):
                node = facet.get(key)
                if node is None:
                    continue
                if isinstance(node.value, dict) and node.value:
                    return self._shape(node, ""), False
                return OpenShape(), node.value is False
        return OpenShape(), False

    def _member(self, key: str, schema: Node, required: bool) -> MemberShape:
        stated = self._stated(schema)
        shape = self._shape(schema, "")
        nullable = self._nullable(schema)
        node = NodeKind.ELEMENT
        name = stated.named(key)
        if isinstance(shape, ListShape):
            # Items without a name have that of the list, be it wrapped or not.
            outer = name if stated.node == "element" else QualifiedName(key)
            shape = self._shape(schema, outer.local)
            if stated.node not in {"element", "attribute"}:
                node = NodeKind.ITEMS
                name = outer
        if stated.node == "attribute":
            node = NodeKind.ATTRIBUTE
            listed = isinstance(shape, ListShape) and isinstance(shape.item, TextShape)
            if not listed and not isinstance(shape, TextShape | OpenShape):
                raise _Unspeakable("an attribute holds text only", schema)
            if name.namespace and not name.prefix:
                message = "an XML attribute's namespace needs a prefix"
                self._problems.report("UD043", message, schema, "it is left out")
                name = QualifiedName(name.local)
        elif stated.node in {"text", "cdata"}:
            node = NodeKind(stated.node)
            if not isinstance(shape, TextShape | OpenShape):
                raise _Unspeakable("text of an element is one scalar", schema)
            shape = shape if isinstance(shape, TextShape) else TextShape()
        elif (
            stated.node == "none" and isinstance(shape, ObjectShape) and _states(schema)
        ):
            raise _Unspeakable("members of an object without an element", schema)
        if reason := xml_name_problem(name.local):
            raise _Unspeakable(f"{name.local!r} {reason}", schema)
        return MemberShape(key, node, name, shape, required, nullable)

    def _nullable(self, at: Node) -> bool:
        return any(
            flag(facet, "nullable")
            or "null" in types_of([facet])
            or any(is_null(b) for key in _UNIONS for b in elements(facet, key))
            for facet in self._facets(at)
        )

    def _union(self, facets: list[Node]) -> ElementShape | None:
        """Return the shape of a union, None where facets hold none."""
        for facet in facets:
            for key in _UNIONS:
                branches = [b for b in elements(facet, key) if not is_null(b)]
                if len(branches) > 1:
                    return self._one_of(facet, branches, facets)
        return None

    def _one_of(
        self, facet: Node, branches: list[Node], facets: list[Node]
    ) -> ElementShape | None:
        if all(set(mapping(branch)) <= {"required", "not"} for branch in branches):
            return None
        shapes = [self._shape(branch, "") for branch in branches]
        texts = [shape for shape in shapes if isinstance(shape, TextShape)]
        if len(texts) == len(shapes):
            return TextShape(
                tuple(dict.fromkeys(k for text in texts for k in text.kinds))
            )
        if len(set(shapes)) == 1:
            return shapes[0]
        tags = self._tags(facets, branches)
        refs = [shape for shape in shapes if isinstance(shape, ObjectShape)]
        own = any(mapping(one).get("properties") for one in facets)
        if own or tags is None or len(refs) < len(shapes):
            reason = "XML does not tell the variants of this union apart"
            raise _Unspeakable(reason, facet)
        name, values = tags
        return ChoiceShape(name, tuple(zip(values, refs, strict=True)))

    def _tags(
        self, facets: list[Node], branches: list[Node]
    ) -> tuple[str, list[tuple[str, ...]]] | None:
        """Return the discriminator's property and the values that mean each branch."""
        at = next((d for f in facets if (d := f.get("discriminator"))), None)
        # Swagger 2.0 has the property's name alone.
        name = "" if at is None else text(at, "propertyName") or at.value
        if at is None or not isinstance(name, str) or not name:
            return None
        mapped: dict[str, list[str]] = {}
        for value, reference in members(at, "mapping"):
            if isinstance(reference.value, str):
                goal = reference.value.rpartition("/")[2]
                mapped.setdefault(goal, []).append(value)
        found: list[tuple[str, ...]] = []
        for branch in branches:
            component = split_pointer(self._goal(branch))[-1]
            own = [
                value
                for one in self._facets(branch)
                for key, schema in members(one, "properties")
                if key == name
                for value in _values(mapping(schema))
                if isinstance(value, str)
            ]
            found.append(tuple(mapped.get(component) or own or [component]))
        return name, found


def _states(schema: Node) -> bool:
    """Tell whether a schema has an XML Object of its own."""
    return isinstance(mapping(schema).get("xml"), dict)


def _properties(facets: list[Node]) -> tuple[dict[str, Node], set[str]]:
    """Return the properties that facets describe, and the names that must be there."""
    found: dict[str, Node] = {}
    required: set[str] = set()
    for facet in facets:
        for name, schema in members(facet, "properties"):
            found.setdefault(name, schema)
        names = mapping(facet).get("required")
        if isinstance(names, list):
            required |= {name for name in names if isinstance(name, str)}
    return found, required


def _only_refers(at: Node) -> bool:
    """Tell whether a schema says nothing of members beside what it refers to."""
    node = mapping(at)
    refers = "$ref" in node or len(elements(at, "allOf")) == 1
    refers = refers or any(key in node for key in _UNIONS)
    return refers and not {"properties", "required", "additionalProperties"} & set(node)


def _values(schema: dict[str, Value]) -> list[Value]:
    values = schema.get("enum", [schema["const"]] if "const" in schema else [])
    return values if isinstance(values, list) else []


def _kinds_of(values: list[Value]) -> tuple[TextKind, ...]:
    """Return what the values of an enum are."""
    found: dict[TextKind, None] = {}
    for value in values:
        match value:
            case bool():
                found[TextKind.BOOLEAN] = None
            case int():
                found[TextKind.INTEGER] = None
            case Decimal():
                found[TextKind.NUMBER] = None
            case str():
                found[TextKind.STRING] = None
            case _:
                pass
    return tuple(found) or (TextKind.STRING,)
