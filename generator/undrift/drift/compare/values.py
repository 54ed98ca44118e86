"""What two schemas say of a value itself: type, format, values, null, limits."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ...openapi import Node
from .change import Change, ComparedPair, Direction, Subject, Version
from .shape import SchemaShape, number_of

_UPPER = frozenset(("maximum", "exclusiveMaximum", "maxLength", "maxItems"))
_LOWER = frozenset(("minimum", "exclusiveMinimum", "minLength", "minItems"))
_MOMENT = re.compile(r'"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d')
_TYPES = ("type", "properties", "items", "enum", "const", "oneOf", "anyOf")
_ENUM = ("enum", "const", "oneOf", "anyOf")


class Pair:
    """Two shapes under comparison, and where to note what differs."""

    def __init__(
        self,
        old: Sequence[Node],
        new: Sequence[Node],
        left: SchemaShape,
        right: SchemaShape,
        direction: Direction,
        spot: Subject,
        node: ComparedPair,
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
        return self.direction is Direction.SENT

    def note(
        self,
        sent: str,
        received: str,
        family: str,
        before: str | None = None,
        after: str | None = None,
        *,
        stated: Sequence[str] = (),
    ) -> None:
        """Note a difference under the code of its direction.

        `stated` are the keywords that say it, the telling one first. What both sides
        refer to may state them: there the change is made, wherever it shows.
        """
        sides = self.left.said(*stated), self.right.said(*stated)
        self.note_where(sent, received, family, before, after, sides)

    def note_where(
        self,
        sent: str,
        received: str,
        family: str,
        before: str | None,
        after: str | None,
        sides: tuple[str, str],
    ) -> None:
        """Note a difference that is stated at these pointers, "" for nowhere."""
        shared = {at.pointer for at in self.left.facets}
        shared &= {at.pointer for at in self.right.facets}
        own = self.old[0].pointer, self.new[0].pointer
        old, new = (
            said if said in shared else near
            for said, near in zip(sides, own, strict=True)
        )
        lacking = _lacking(sides[0] or None, sides[1] or None) if any(sides) else None
        self.node.changes.append(
            Change(
                sent if self.sent else received,
                family,
                str(self.spot),
                old,
                new,
                before,
                after,
                lacking,
            )
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
        self, sent: str, received: str, olds: Sequence[Node], news: Sequence[Node]
    ) -> None:
        """Note the variants that are gone or new: one cause."""
        before, after = (
            ", ".join(map(variant_label, ats)) or None for ats in (olds, news)
        )
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


def _lacking(old: object, new: object) -> Version | None:
    return Version.OLD if old is None else Version.NEW if new is None else None


def compare_types(pair: Pair) -> bool:
    """Compare types; return whether anything else is worth comparing."""
    left, right = pair.left.types, pair.right.types
    if left == right:
        return True
    before, after = types_text(left), types_text(right)
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
        stated=_TYPES,
    )
    return bool(left & right)


def _within(inner: frozenset[str], outer: frozenset[str]) -> bool:
    return all(
        name in outer or (name == "integer" and "number" in outer) for name in inner
    )


def types_text(types: frozenset[str]) -> str:
    """Return types in words."""
    return " or ".join(sorted(types)) or "any"


def compare_format(pair: Pair) -> None:
    """Compare formats of values of one type."""
    left, right = pair.left, pair.right
    if left.format != right.format and left.types == right.types:
        before, after = left.format or "none", right.format or "none"
        pair.note("DR227", "DR326", "format", before, after, stated=("format",))


def compare_enum(pair: Pair) -> None:
    """Compare listed values."""
    left, right = pair.left.enum, pair.right.enum
    if left == right:
        return
    if left is None or right is None:
        listed = right if left is None else left
        text = _values(listed or frozenset())
        if left is None:
            pair.note("DR228", "DR328", "enum", None, text, stated=_ENUM)
        else:
            pair.note("DR229", "DR327", "enum", text, None, stated=_ENUM)
        return
    gone, added = left - right, right - left
    before, after = _values(gone) if gone else None, _values(added) if added else None
    pair.note(
        "DR228" if gone else "DR229",
        "DR327" if added else "DR328",
        "enum",
        before,
        after,
        stated=_ENUM,
    )


def _values(values: frozenset[str]) -> str:
    return ", ".join(sorted(values))


def compare_null(pair: Pair) -> None:
    """Compare whether null is allowed."""
    left, right = pair.left.nullable, pair.right.nullable
    sides = pair.left.null_at, pair.right.null_at
    if left and not right:
        pair.note_where("DR230", "DR330", "null", "null", None, sides)
    elif right and not left:
        pair.note_where("DR231", "DR329", "null", None, "null", sides)


def compare_limits(pair: Pair) -> None:
    """Compare limits and patterns."""
    left, right = pair.left.limits, pair.right.limits
    for key in sorted({*left, *right}):
        before, after = left.get(key), right.get(key)
        if before != after:
            said = tuple(None if v is None else f"{key}: {v}" for v in (before, after))
            code = limit_code(key, before, after)
            pair.note(code, "DR331", f"limit {key}", *said, stated=(key,))


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


def compare_default(pair: Pair) -> None:
    """Compare defaults. One that is a moment is when the documentation was made."""
    before, after = pair.left.default, pair.right.default
    if before and after and _MOMENT.match(before) and _MOMENT.match(after):
        return
    if before != after:
        sent = "DR236" if before is None else "DR235"
        pair.note(sent, "DR332", "default", before, after, stated=("default",))


def compare_xml(pair: Pair) -> None:
    """Compare how values stand in XML."""
    before, after = pair.left.xml, pair.right.xml
    if before != after:
        sides = before or None, after or None
        pair.note("DR244", "DR338", "xml", *sides, stated=("xml",))


def variant_label(at: Node) -> str:
    """Return a short name for a variant: its component's, its title, its type."""
    reference = at.text("$ref")
    if reference:
        return reference.rpartition("/")[2]
    if (members := at.get("allOf")) is not None and not at.text("title"):
        return next((variant_label(member) for _, member in members.items()), "object")
    kind = at.value.get("type") if isinstance(at.value, dict) else None
    return at.text("title") or str(kind or at.pointer.rpartition("/")[2])
