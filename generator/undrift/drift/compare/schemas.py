"""Two schemas held together, seen from a caller who sends or receives their values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...diagnostics import Diagnostic
from ...ir.media import is_json, is_xml
from ...openapi import (
    Document,
    Node,
    Value,
    canonical,
    join_pointer,
    meaning,
    structure_of,
    unescape,
)
from .change import ComparedPair, Direction, Subject
from .pairing import Variant, alike, pair_variants
from .shape import SchemaShape, allows_only_null, shape_of
from .values import (
    Pair,
    compare_default,
    compare_enum,
    compare_format,
    compare_limits,
    compare_null,
    compare_types,
    compare_xml,
    variant_label,
)

SENT, RECEIVED = Direction.SENT, Direction.RECEIVED

Ats = tuple[Node, ...]
_Key = tuple[tuple[str, ...], tuple[str, ...], Direction, bool]


class SchemaComparison:
    """Compares schemas of two documents; each pair of components once.

    `same` tells of a component's pointer whether it, and all it refers to, is the same
    in both documents.
    """

    def __init__(
        self, old: Document, new: Document, same: Callable[[str], bool]
    ) -> None:
        """Begin with nothing compared."""
        self._old = old
        self._new = new
        self._same = same
        self._in_xml = _speaks_xml(old) or _speaks_xml(new)
        self._nodes: dict[_Key, ComparedPair] = {}
        self._shapes: dict[tuple[int, tuple[str, ...]], SchemaShape] = {}

    def compare(
        self,
        old: Ats,
        new: Ats,
        direction: Direction,
        spot: Subject,
        node: ComparedPair,
        *,
        nulls: bool = True,
    ) -> None:
        """Note in `node` how the schemas differ; without `nulls`, null apart."""
        left, right = _peeled(self._old, old), _peeled(self._new, new)
        if left.target is None or right.target is None:
            node.edges.append(self._pair(old, new, direction, spot, nulls=nulls))
            return
        if nulls and left.nullable != right.nullable:
            shapes = SchemaShape(nullable=left.nullable), SchemaShape(
                nullable=right.nullable
            )
            compare_null(Pair(old, new, *shapes, direction, spot, node))
        if left.target == right.target and self._same(left.target):
            return
        before, after = self._old.at(left.target), self._new.at(right.target)
        if before is None or after is None:
            return
        if left.target != right.target and not self._alike(before, after):
            shapes = self._shape_of(self._old, old), self._shape_of(self._new, new)
            replaced = Pair(old, new, *shapes, direction, spot, node)
            names = (_name_of(t) for t in (left.target, right.target))
            replaced.note("DR225", "DR324", "type", *names)
        else:
            named = Subject(f"schema {_name_of(right.target)}")
            inner = self._pair((before,), (after,), direction, named, nulls=nulls)
            node.edges.append(inner)

    def _pair(
        self, old: Ats, new: Ats, direction: Direction, spot: Subject, *, nulls: bool
    ) -> ComparedPair:
        """Return what differs between two schemas, known or not."""
        key = _pointers(old), _pointers(new), direction, nulls
        if key not in self._nodes:
            node = self._nodes[key] = ComparedPair()
            left, right = self._shape_of(self._old, old), self._shape_of(self._new, new)
            pair = Pair(old, new, left, right, direction, spot, node)
            self._compare(pair, nulls=nulls)
        return self._nodes[key]

    def _shape_of(self, document: Document, ats: Ats) -> SchemaShape:
        key = id(document), _pointers(ats)
        if key not in self._shapes:
            self._shapes[key] = shape_of(document, ats)
        return self._shapes[key]

    def _compare(self, pair: Pair, *, nulls: bool) -> None:
        left, right = pair.left, pair.right
        if left.variants or right.variants:
            self._variants(pair)
        elif not compare_types(pair):
            return
        if nulls and not (left.is_open or right.is_open):
            compare_null(pair)
        if bool(left.variants) != bool(right.variants):
            return
        compare_format(pair)
        compare_enum(pair)
        compare_limits(pair)
        compare_default(pair)
        if self._in_xml:
            compare_xml(pair)
        self._properties(pair)
        self._members(pair)

    def _members(self, pair: Pair) -> None:
        """Compare what lists and mappings hold: anything, if they do not say."""
        left, right = pair.left, pair.right
        members = [("[]", "items", left.items, right.items)]
        if not (left.closed or right.closed):
            members.append(("{}", "additionalProperties", left.values, right.values))
        for mark, key, old, new in members:
            if old or new:
                old = old or (anything(pair.old[0], key),)
                new = new or (anything(pair.new[0], key),)
                spot = pair.spot.inside(mark)
                self.compare(old, new, pair.direction, spot, pair.node)
        if left.closed != right.closed and "object" in left.types & right.types:
            sent = "DR239" if right.closed else "DR240"
            pair.note(sent, "DR335", "further properties")

    def _properties(self, pair: Pair) -> None:
        left, right = pair.left, pair.right
        for name, old in left.properties.items():
            if name not in right.properties and self._old_travels(old, pair.direction):
                pair.note_at(name, "DR222", "DR321", "property", old[0].pointer, None)
        for name, new in right.properties.items():
            after = self._shape_of(self._new, new)
            former = left.properties.get(name)
            if not _travels(after, pair.direction):
                if former and self._old_travels(former, pair.direction):
                    pointer = former[0].pointer
                    pair.note_at(name, "DR222", "DR321", "property", pointer, None)
            elif former is None:
                required = name in right.required and after.default is None
                sent = "DR220" if required else "DR221"
                pair.note_at(name, sent, "DR320", "property", None, new[0].pointer)
            else:
                self._property(pair, name, former, new)

    def _old_travels(self, ats: Ats, direction: Direction) -> bool:
        return _travels(self._shape_of(self._old, ats), direction)

    def _property(self, pair: Pair, name: str, old: Ats, new: Ats) -> None:
        """Compare a property that is there before and after."""
        before, after = name in pair.left.required, name in pair.right.required
        places = old[0].pointer, new[0].pointer
        if before != after:
            codes = ("DR223", "DR323") if after else ("DR224", "DR322")
            pair.note_at(name, *codes, "required", *places)
        left = self._shape_of(self._old, old)
        right = self._shape_of(self._new, new)
        if right.deprecated != left.deprecated:
            codes = ("DR241", "DR336") if right.deprecated else ("DR243", "DR337")
            pair.note_at(name, *codes, "deprecated", *places)
        self.compare(old, new, pair.direction, pair.spot.at(name), pair.node)

    def _variants(self, pair: Pair) -> None:
        """Compare the members of unions; a schema alone is a union of one."""
        olds = self._choices(self._old, pair.left, pair.old)
        news = self._choices(self._new, pair.right, pair.new)
        pairs, gone, added = pair_variants(olds, news)
        if gone:
            pair.note_variants("DR237", "DR333" if added else "DR334", gone, added)
        elif added:
            pair.note_variants("DR238", "DR333", gone, added)
        whole = 1 in (len(olds), len(news))
        for old, new in pairs:
            spot = pair.spot
            if not whole:
                spot = Subject(spot.subject, f"{spot.path}({variant_label(new)})")
            ats = (old,), (new,)
            # Null is the union's own: a schema alone says it at the same place.
            self.compare(*ats, pair.direction, spot, pair.node, nulls=not whole)

    def _choices(
        self, document: Document, shape: SchemaShape, ats: Sequence[Node]
    ) -> list[Variant]:
        choices = shape.variants or shape.choices
        listed = choices if len(choices) > 1 else ats[:1]
        return [self._variant(document, at) for at in listed]

    def _alike(self, old: Node, new: Node) -> bool:
        """Tell whether a component may be what another has become."""
        left = self._shape_of(self._old, (old,))
        right = self._shape_of(self._new, (new,))
        if not (left.properties and right.properties):
            return True
        before, after = self._variant(self._old, old), self._variant(self._new, new)
        return alike(before, after) > 0 or not left.types & right.types

    def _variant(self, document: Document, at: Node) -> Variant:
        shape = self._shape_of(document, (at,))
        tags = {
            name: min(tag.enum)
            for name, ats in shape.properties.items()
            if (tag := self._shape_of(document, ats)).enum and len(tag.enum) == 1
        }
        named = _peeled(document, (at,)).target or at.text("title")
        return Variant(at, named, canonical(structure_of(at.value)), shape, tags)


_NO_CONTENT = frozenset({"schema", "schemas", "definitions", "example", "examples"})
"""Where no media types stand; most of a document does."""


def _speaks_xml(document: Document) -> bool:
    """Tell whether a document has content that is XML and not JSON as well."""
    waiting: list[Value] = [document.root.value]
    while waiting:
        match waiting.pop():
            case dict() as node:
                content = node.get("content")
                types = list(content) if isinstance(content, dict) else []
                if any(map(is_xml, types)) and not any(map(is_json, types)):
                    return True
                waiting += [v for k, v in node.items() if k not in _NO_CONTENT]
            case list() as items:
                waiting.extend(items)
            case _:
                pass
    return False


def anything(around: Node, key: str) -> Node:
    """Return the schema that is not there: it allows any value."""
    return Node({}, join_pointer(around.pointer, key))


def _travels(shape: SchemaShape, direction: Direction) -> bool:
    return not (shape.read_only if direction is SENT else shape.write_only)


def _name_of(pointer: str) -> str:
    """Return what a schema is called; `$ref: "#"` leads to the whole document."""
    return unescape(pointer.rpartition("/")[2]) or "#"


def _pointers(ats: Sequence[Node]) -> tuple[str, ...]:
    return tuple(at.pointer for at in ats)


@dataclass(frozen=True, slots=True)
class _Peeled:
    """A component that a schema is, perhaps or null; None if it is more than that."""

    target: str | None = None
    nullable: bool = False


def _peeled(document: Document, ats: Ats, nullable: bool = False) -> _Peeled:
    """Look through `$ref`, an `allOf` of one, and a union with nothing but null."""
    node = ats[0].value if len(ats) == 1 else None
    if not isinstance(node, dict):
        return _Peeled()
    at = ats[0]
    said = meaning(node)
    nullable = nullable or node.get("nullable") is True
    said.discard("nullable")
    if said == {"$ref"} and at.text("$ref"):
        target = document.follow(at.text("$ref"), at)
        found = None if isinstance(target, Diagnostic) else target.pointer
        return _Peeled(found, nullable)
    if len(said) == 1 and (members := at.get(*said)) is not None:
        (key,) = said
        listed = [m for _, m in members.items() if _says_something(m)]
        inner = [m for m in listed if key == "allOf" or not allows_only_null(m.value)]
        if key in ("allOf", "anyOf", "oneOf") and len(inner) == 1:
            return _peeled(document, (inner[0],), nullable or len(inner) < len(listed))
    return _Peeled()


def _says_something(at: Node) -> bool:
    return not isinstance(at.value, dict) or bool(meaning(at.value))
