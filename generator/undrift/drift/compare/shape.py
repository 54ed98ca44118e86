"""What a schema means, whichever way it is written.

Documentation tools write one thing in many ways: nullability has three spellings, an
`allOf` of one is its member, `anyOf` of constants is an enum, an inline schema may
become a `$ref` and back. All of them have the same `Shape`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from ...diagnostics import Diagnostic
from ...openapi import Document, Node, Value, canonical, meaning

_IMPLIED = {
    "object": ("properties", "additionalProperties", "patternProperties", "required"),
    "array": ("items", "prefixItems", "minItems", "maxItems", "uniqueItems"),
    "string": ("pattern", "minLength", "maxLength"),
    "number": ("minimum", "maximum", "multipleOf"),
}
_LIMITS = (
    *("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    *("minLength", "maxLength", "pattern", "minItems", "maxItems", "uniqueItems"),
    *("minProperties", "maxProperties"),
)
_TRIVIAL = {"minLength": 0, "minItems": 0, "minProperties": 0, "uniqueItems": False}
_UNIONS = ("oneOf", "anyOf")
_DEEPEST = 50


@dataclass(frozen=True, slots=True)
class SchemaShape:
    """What a schema says of values; null apart, in one spelling.

    `types` are JSON Schema's words, empty where any type will do. `enum` holds
    canonical JSON texts, None where values are not listed. Members are the schemas
    that hold together for one property, item or variant; `facets` are those that say
    all this, and `null_at` names the one that allows null. `choices` are variants that
    are told by `types` or `enum` already, or the types one by one.
    """

    types: frozenset[str] = frozenset()
    nullable: bool = False
    format: str = ""
    enum: frozenset[str] | None = None
    properties: Mapping[str, tuple[Node, ...]] = field(
        default_factory=dict[str, tuple[Node, ...]]
    )
    required: frozenset[str] = frozenset()
    closed: bool = False
    values: tuple[Node, ...] = ()
    items: tuple[Node, ...] = ()
    variants: tuple[Node, ...] = ()
    choices: tuple[Node, ...] = ()
    limits: Mapping[str, str] = field(default_factory=dict[str, str])
    default: str | None = None
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    facets: tuple[Node, ...] = ()
    null_at: str = ""
    xml: str = ""
    """How it stands in XML, as canonical JSON; "" where nothing is said of that."""

    @property
    def is_open(self) -> bool:
        """Return whether any value will do, null included."""
        return not self.types and not self.variants and self.enum is None

    def said(self, *keys: str) -> str:
        """Return the pointer of what states the first of these keywords that is."""
        for key in keys:
            for at in self.facets:
                if isinstance(at.value, dict) and key in at.value:
                    return at.pointer
        return ""


def shape_of(document: Document, schemas: Iterable[Node]) -> SchemaShape:
    """Return what schemas that hold together say."""
    facets: list[Node] = []
    for at in schemas:
        _gather(document, at, facets, 0)
    return _Asked(document, facets).shape()


def _gather(document: Document, at: Node, facets: list[Node], depth: int) -> None:
    """Add a schema, what it refers to, and what its `allOf` adds."""
    if depth > _DEEPEST or any(at.pointer == known.pointer for known in facets):
        return
    node = at.value
    if not isinstance(node, dict):
        return
    facets.append(at)
    if isinstance(node.get("$ref"), str):
        target = document.follow(at.text("$ref"), at)
        if not isinstance(target, Diagnostic):
            _gather(document, target, facets, depth + 1)
    if (members := at.get("allOf")) is not None:
        for _, member in members.items():
            _gather(document, member, facets, depth + 1)
    for key in _UNIONS:
        variants = _variants(at, key)
        # A union of one, null apart, is that one.
        if len(variants) == 1:
            _gather(document, variants[0], facets, depth + 1)


def _variants(at: Node, key: str) -> list[Node]:
    members = at.get(key)
    if members is None or not isinstance(members.value, list):
        return []
    return [
        member for _, member in members.items() if not allows_only_null(member.value)
    ]


def allows_only_null(value: Value) -> bool:
    """Tell whether a schema allows null and nothing else."""
    match value:
        case {"type": "null"} | {"const": None} | {"enum": [None]}:
            return True
        case _:
            return False


class _Asked:
    """Puts questions to facets; the nearest statement counts."""

    def __init__(self, document: Document, facets: list[Node]) -> None:
        self._document = document
        self._facets = facets
        self._nodes = [at.value for at in facets if isinstance(at.value, dict)]

    def shape(self) -> SchemaShape:
        """Return the answers."""
        union, enum, types = self._union()
        told = enum is not None or bool(types)
        types = types or self._types()
        enum = self._enum() or enum
        closed, values = self._additional()
        null_at = self._null_at()
        return SchemaShape(
            types or self._implied() or _types_of(enum or frozenset()),
            null_at is not None,
            self._text("format") or self._encoding(),
            enum,
            self._properties(),
            self._required(),
            closed,
            values,
            self._member("items"),
            () if told else union,
            union if told else self._types_apart(),
            self._limits(),
            self._default(),
            self._flag("deprecated"),
            self._flag("readOnly"),
            self._flag("writeOnly"),
            tuple(self._facets),
            null_at or "",
            self._xml(),
        )

    def _union(self) -> tuple[tuple[Node, ...], frozenset[str] | None, frozenset[str]]:
        """Return variants, and what a union of constants or of bare types says."""
        for at in self._facets:
            for key in _UNIONS:
                found = _variants(at, key)
                if len(found) < 2 or all(_only_requires(v.value) for v in found):
                    continue
                stated = [_enum_of(self._resolved(v)) for v in found]
                if all(values is not None for values in stated):
                    values = _united(v for v in stated if v)
                    return tuple(found), values, frozenset()
                bare = [_bare_type(self._resolved(v)) for v in found]
                types = _united(bare) if all(bare) else frozenset[str]()
                return tuple(found), None, types
        return (), None, frozenset()

    def _resolved(self, at: Node) -> Value:
        resolved = self._document.resolve(at)
        return resolved.value if isinstance(resolved, Node) else None

    def _types_apart(self) -> tuple[Node, ...]:
        """Return the members of the union that a list of types stands for."""
        for at in self._facets:
            node = at.value
            if isinstance(node, dict) and isinstance(names := node.get("type"), list):
                listed = enumerate(names)
                return tuple(
                    Node({**node, "type": name}, f"{at.pointer}/type/{index}")
                    for index, name in listed
                    if name != "null"
                )
        return ()

    def _types(self) -> frozenset[str]:
        for node in self._nodes:
            match node.get("type"):
                case str(name) if name != "null":
                    return frozenset((name,))
                case list(names):
                    found = {n for n in names if isinstance(n, str) and n != "null"}
                    if found:
                        return frozenset(found)
                case _:
                    pass
        return frozenset()

    def _implied(self) -> frozenset[str]:
        for name, keys in _IMPLIED.items():
            if any(key in node for node in self._nodes for key in keys):
                return frozenset((name,))
        return frozenset()

    def _null_at(self) -> str | None:
        allows = (at for at in self._facets if _allows_null(at.value))
        return next((at.pointer for at in allows), None)

    def _text(self, key: str) -> str:
        for node in self._nodes:
            if isinstance(found := node.get(key), str):
                return found
        return ""

    def _encoding(self) -> str:
        """Return the format of OpenAPI 3.0 that stands for how content is encoded."""
        encoding = self._text("contentEncoding")
        if encoding:
            return "byte" if encoding.startswith("base64") else ""
        raw = self._text("contentMediaType") == "application/octet-stream"
        return "binary" if raw else ""

    def _flag(self, key: str) -> bool:
        return any(node.get(key) is True for node in self._nodes)

    def _enum(self) -> frozenset[str] | None:
        return next((e for n in self._nodes if (e := _enum_of(n)) is not None), None)

    def _properties(self) -> dict[str, tuple[Node, ...]]:
        found: dict[str, list[Node]] = {}
        for at in self._facets:
            if (members := at.get("properties")) is not None:
                for name, member in members.items():
                    found.setdefault(name, []).append(member)
        return {name: tuple(ats) for name, ats in found.items()}

    def _required(self) -> frozenset[str]:
        names: set[str] = set()
        for node in self._nodes:
            if isinstance(stated := node.get("required"), list):
                names |= {name for name in stated if isinstance(name, str)}
        return frozenset(names)

    def _additional(self) -> tuple[bool, tuple[Node, ...]]:
        for at in self._facets:
            member = at.get("additionalProperties")
            if member is not None:
                if isinstance(member.value, dict) and member.value:
                    return False, (member,)
                return member.value is False, ()
        return False, ()

    def _member(self, key: str) -> tuple[Node, ...]:
        return tuple(m for at in self._facets if (m := at.get(key)) is not None)

    def _limits(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for node in self._nodes:
            for key in _LIMITS:
                value = node.get(key)
                if key in node and key not in found and value != _TRIVIAL.get(key):
                    found[key] = canonical(value)
        for bound in ("minimum", "maximum"):
            # OpenAPI 3.0 has a boolean beside the bound, 3.1 a bound of its own.
            exclusive = f"exclusive{bound.capitalize()}"
            if found.get(exclusive) == "true" and bound in found:
                found[exclusive] = found.pop(bound)
            elif found.get(exclusive) in ("true", "false"):
                del found[exclusive]
        return found

    def _xml(self) -> str:
        """Return what `xml` objects say, the nearest first; key by key."""
        said: dict[str, Value] = {}
        for node in self._nodes:
            if isinstance(stated := node.get("xml"), dict):
                said = {**stated, **said}
        return canonical(said) if said else ""

    def _default(self) -> str | None:
        for node in self._nodes:
            if "default" in node:
                return canonical(node["default"])
        return None


def _allows_null(node: Value) -> bool:
    if not isinstance(node, dict):
        return False
    match node.get("type"):
        case "null":
            return True
        case list(names) if "null" in names:
            return True
        case None if isinstance(enum := node.get("enum"), list) and None in enum:
            return True
        case _:
            pass
    unions = (node.get(key) for key in _UNIONS)
    return node.get("nullable") is True or any(
        allows_only_null(member) for u in unions if isinstance(u, list) for member in u
    )


def _united(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset(member for each in sets for member in each)


def _only_requires(value: Value) -> bool:
    return isinstance(value, dict) and meaning(value) <= {"required", "not"}


def _enum_of(value: Value) -> frozenset[str] | None:
    """Return the listed values, null apart, or None where none are listed."""
    match value:
        case {"const": constant}:
            return frozenset((canonical(constant),))
        case {"enum": list(values)}:
            return frozenset(canonical(v) for v in values if v is not None)
        case _:
            return None


def _types_of(values: frozenset[str]) -> frozenset[str]:
    """Return the types of listed values, by how their JSON begins."""
    kinds = {'"': "string", "{": "object", "[": "array", "t": "boolean", "f": "boolean"}
    return frozenset(
        kinds.get(v[0], "integer" if v.lstrip("-").isdigit() else "number")
        for v in values
    )


def _bare_type(value: Value) -> frozenset[str]:
    """Return the types of a schema that says nothing else."""
    if not isinstance(value, dict):
        return frozenset()
    match value.get("type"):
        case str(name) if meaning(value) == {"type"} and name not in (
            "object",
            "array",
        ):
            return frozenset((name,))
        case _:
            return frozenset()


def number_of(text: str) -> Decimal | None:
    """Return a limit's number, or None if it is none."""
    try:
        return Decimal(text)
    except ArithmeticError:
        return None
