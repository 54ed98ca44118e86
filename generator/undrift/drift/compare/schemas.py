"""Two schemas held together, seen from a caller who sends or receives their values."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...diagnostics import Diagnostic
from ...spec import At, Document, canonical, meaning, split_pointer, structure
from .change import Change, Direction, Node, Side, Spot
from .shape import Shape, is_null, number_of, shape_of

SENT, RECEIVED = Direction.SENT, Direction.RECEIVED

Ats = tuple[At, ...]
_Key = tuple[tuple[str, ...], tuple[str, ...], Direction]

_UPPER = frozenset(("maximum", "exclusiveMaximum", "maxLength", "maxItems"))
_LOWER = frozenset(("minimum", "exclusiveMinimum", "minLength", "minItems"))


class Schemas:
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
        self._nodes: dict[_Key, Node] = {}
        self._shapes: dict[tuple[int, tuple[str, ...]], Shape] = {}

    def compare(
        self, old: Ats, new: Ats, direction: Direction, spot: Spot, node: Node
    ) -> None:
        """Note in `node` how the schemas differ."""
        left, right = _peeled(self._old, old), _peeled(self._new, new)
        if left.target is None or right.target is None:
            node.edges.append(self._pair(old, new, direction, spot))
            return
        if left.nullable != right.nullable:
            shapes = Shape(nullable=left.nullable), Shape(nullable=right.nullable)
            _null(_Pair(old, new, *shapes, direction, spot, node))
        if left.target == right.target and self._same(left.target):
            return
        before, after = self._old.at(left.target), self._new.at(right.target)
        if before is not None and after is not None:
            named = Spot(f"schema {split_pointer(right.target)[-1]}")
            node.edges.append(self._pair((before,), (after,), direction, named))

    def _pair(self, old: Ats, new: Ats, direction: Direction, spot: Spot) -> Node:
        """Return what differs between two schemas, known or not."""
        key = _pointers(old), _pointers(new), direction
        if key not in self._nodes:
            node = self._nodes[key] = Node()
            self._shape(old, new, direction, spot, node)
        return self._nodes[key]

    def _shape_of(self, document: Document, ats: Ats) -> Shape:
        key = id(document), _pointers(ats)
        if key not in self._shapes:
            self._shapes[key] = shape_of(document, ats)
        return self._shapes[key]

    def _shape(
        self, old: Ats, new: Ats, direction: Direction, spot: Spot, node: Node
    ) -> None:
        left, right = self._shape_of(self._old, old), self._shape_of(self._new, new)
        pair = _Pair(old, new, left, right, direction, spot, node)
        if left.variants or right.variants:
            self._variants(pair)
            if not (left.variants and right.variants):
                return
        elif not _types(pair):
            return
        _format(pair)
        _enum(pair)
        _null(pair)
        _limits(pair)
        _default(pair)
        self._properties(pair)
        self._members(pair)

    def _members(self, pair: _Pair) -> None:
        """Compare what lists and mappings hold."""
        left, right = pair.left, pair.right
        if left.items and right.items:
            spot = pair.spot.inside("[]")
            self.compare(left.items, right.items, pair.direction, spot, pair.node)
        if left.values and right.values:
            spot = pair.spot.inside("{}")
            self.compare(left.values, right.values, pair.direction, spot, pair.node)
        if left.closed != right.closed and "object" in left.types & right.types:
            sent = "DR239" if right.closed else "DR240"
            pair.note(sent, "DR335", "further properties")

    def _properties(self, pair: _Pair) -> None:
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

    def _property(self, pair: _Pair, name: str, old: Ats, new: Ats) -> None:
        """Compare a property that is there before and after."""
        before, after = name in pair.left.required, name in pair.right.required
        places = old[0].pointer, new[0].pointer
        if before != after:
            codes = ("DR223", "DR323") if after else ("DR224", "DR322")
            pair.note_at(name, *codes, "required", *places)
        left = self._shape_of(self._old, old)
        right = self._shape_of(self._new, new)
        if right.deprecated and not left.deprecated:
            pair.note_at(name, "DR241", "DR336", "deprecated", *places)
        self.compare(old, new, pair.direction, pair.spot.at(name), pair.node)

    def _variants(self, pair: _Pair) -> None:
        """Compare the members of unions; a schema alone is a union of one."""
        olds = list(pair.left.variants) or [pair.old[0]]
        news = list(pair.right.variants) or [pair.new[0]]
        named = {self._name(self._new, at): at for at in news}
        pairs: list[tuple[At, At]] = []
        for at in list(olds):
            twin = named.pop(self._name(self._old, at), None)
            if twin is not None:
                pairs.append((at, twin))
                olds.remove(at)
                news.remove(twin)
        if len(olds) == len(news) == 1:
            pairs.append((olds.pop(), news.pop()))
        if olds:
            pair.note_variants("DR237", "DR333" if news else "DR334", olds, news)
        elif news:
            pair.note_variants("DR238", "DR333", olds, news)
        for old, new in pairs:
            if (old,) == pair.old and (new,) == pair.new:
                continue
            spot = pair.spot
            if len(pair.left.variants) > 1:
                spot = Spot(spot.subject, f"{spot.path}({label_of(new)})")
            self.compare((old,), (new,), pair.direction, spot, pair.node)

    def _name(self, document: Document, at: At) -> str:
        """Return what tells a variant from the others."""
        target = _peeled(document, (at,)).target
        if target is not None:
            return target
        shape = self._shape_of(document, (at,))
        tags = [
            f"{name}={min(tag.enum)}"
            for name, ats in sorted(shape.properties.items())
            if (tag := self._shape_of(document, ats)).enum and len(tag.enum) == 1
        ]
        if tags:
            return ",".join(tags)
        return at.text("title") or canonical(structure(at.value))


class _Pair:
    """Two shapes under comparison, and where to note what differs."""

    def __init__(
        self,
        old: Ats,
        new: Ats,
        left: Shape,
        right: Shape,
        direction: Direction,
        spot: Spot,
        node: Node,
    ) -> None:
        self.old = old
        self.new = new
        self.left = left
        self.right = right
        self.direction = direction
        self.spot = spot
        self.node = node

    @property
    def sent(self) -> bool:
        """Return whether a caller sends these values."""
        return self.direction is SENT

    def note(
        self,
        sent: str,
        received: str,
        family: str,
        before: str | None = None,
        after: str | None = None,
    ) -> None:
        """Note a difference under the code of its direction; "" is none."""
        code = sent if self.sent else received
        if code:
            old, new = self.old[0].pointer, self.new[0].pointer
            where = str(self.spot)
            self.node.changes.append(
                Change(code, family, where, old, new, before, after)
            )

    def note_at(
        self,
        name: str,
        sent: str,
        received: str,
        family: str,
        old: str | None,
        new: str | None,
    ) -> None:
        """Note a difference of a property; None where it is not there."""
        code = sent if self.sent else received
        before, after = (None if p is None else name for p in (old, new))
        lacking = _lacking(old, new)
        old = old if old is not None else self.old[0].pointer
        new = new if new is not None else self.new[0].pointer
        where = str(self.spot.at(name))
        if family != "property":
            before = after = None
        self.node.changes.append(
            Change(code, family, where, old, new, before, after, lacking)
        )

    def note_variants(
        self, sent: str, received: str, olds: Sequence[At], news: Sequence[At]
    ) -> None:
        """Note the variants that are gone or new: one cause."""
        before, after = (", ".join(map(label_of, ats)) or None for ats in (olds, news))
        old, new = (olds or self.old)[0], (news or self.new)[0]
        self.node.changes.append(
            Change(
                sent if self.sent else received,
                "variant",
                str(self.spot),
                old.pointer,
                new.pointer,
                before,
                after,
                _lacking(before, after),
            )
        )


def _lacking(old: object, new: object) -> Side | None:
    return Side.OLD if old is None else Side.NEW if new is None else None


def _types(pair: _Pair) -> bool:
    """Compare types; return whether anything else is worth comparing."""
    left, right = pair.left.types, pair.right.types
    if left == right:
        return True
    before, after = _listed(left), _listed(right)
    wider = not right or (bool(left) and _within(left, right))
    narrower = not left or (bool(right) and _within(right, left))
    if not left:
        wider = narrower = True
    pair.note(
        "DR226" if wider else "DR225",
        "DR325" if narrower else "DR324",
        "type",
        before,
        after,
    )
    return bool(left & right)


def _within(inner: frozenset[str], outer: frozenset[str]) -> bool:
    return all(
        name in outer or (name == "integer" and "number" in outer) for name in inner
    )


def _listed(types: frozenset[str]) -> str:
    return " or ".join(sorted(types)) or "any"


def _format(pair: _Pair) -> None:
    left, right = pair.left, pair.right
    if left.format != right.format and left.types == right.types:
        before, after = left.format or "none", right.format or "none"
        pair.note("DR227", "DR326", "format", before, after)


def _enum(pair: _Pair) -> None:
    left, right = pair.left.enum, pair.right.enum
    if left == right:
        return
    if left is None or right is None:
        listed = right if left is None else left
        text = _values(listed or frozenset())
        if left is None:
            pair.note("DR228", "DR328", "enum", None, text)
        else:
            pair.note("DR229", "DR327", "enum", text, None)
        return
    gone, added = left - right, right - left
    before, after = _values(gone) if gone else None, _values(added) if added else None
    pair.note(
        "DR228" if gone else "DR229",
        "DR327" if added else "DR328",
        "enum",
        before,
        after,
    )


def _values(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))


def _null(pair: _Pair) -> None:
    left, right = pair.left.nullable, pair.right.nullable
    if left and not right:
        pair.note("DR230", "DR330", "null", "null", None)
    elif right and not left:
        pair.note("DR231", "DR329", "null", None, "null")


def _limits(pair: _Pair) -> None:
    left, right = pair.left.limits, pair.right.limits
    for key in sorted({*left, *right}):
        before, after = left.get(key), right.get(key)
        if before != after:
            said = tuple(None if v is None else f"{key}: {v}" for v in (before, after))
            code = limit_code(key, before, after)
            pair.note(code, "DR331", f"limit {key}", *said)


def limit_code(key: str, before: str | None, after: str | None) -> str:
    """Return the code for a limit of what is sent."""
    if after is None:
        return "DR234"
    if before is None:
        return "DR233"
    if key == "pattern":
        return "DR242"
    old, new = number_of(before), number_of(after)
    if old is None or new is None:
        return "DR233"
    if key in _LOWER or key == "minProperties":
        return "DR232" if new > old else "DR234"
    if key in _UPPER or key == "maxProperties":
        return "DR232" if new < old else "DR234"
    return "DR232"


def _default(pair: _Pair) -> None:
    before, after = pair.left.default, pair.right.default
    if before != after:
        sent = "DR236" if before is None else "DR235"
        pair.note(sent, "DR332", "default", before, after)


def _travels(shape: Shape, direction: Direction) -> bool:
    return not (shape.read_only if direction is SENT else shape.write_only)


def _pointers(ats: Sequence[At]) -> tuple[str, ...]:
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
        inner = [m for m in listed if key == "allOf" or not is_null(m.value)]
        if key in ("allOf", "anyOf", "oneOf") and len(inner) == 1:
            return _peeled(document, (inner[0],), nullable or len(inner) < len(listed))
    return _Peeled()


def _says_something(at: At) -> bool:
    return not isinstance(at.value, dict) or bool(meaning(at.value))


def label_of(at: At) -> str:
    """Return a short name for a variant: its component's, its title, its type."""
    reference = at.text("$ref")
    if reference:
        return reference.rpartition("/")[2]
    kind = at.value.get("type") if isinstance(at.value, dict) else None
    return at.text("title") or str(kind or at.pointer.rpartition("/")[2])
