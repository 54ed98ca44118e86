"""Documented values → schemas.

Fields come as names (`parent.child`, `parent[].child`); they become nested objects.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from ..diagnostics import Place
from ..facts import Stated, ValueFact
from ..openapi import Value
from .examples import example_value, is_secret_name, without_credentials
from .marks import mark

_TYPES = frozenset({"string", "integer", "number", "boolean", "object", "array"})
_LENGTHS = ("minLength", "maxLength")
_LIMITS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
_COUNTS = ("minItems", "maxItems")
_OF_TYPE = {
    "string": frozenset({*_LENGTHS, "pattern"}),
    "integer": frozenset(_LIMITS),
    "number": frozenset(_LIMITS),
    "array": frozenset(_COUNTS),
}
_DEEPEST = 24

ASK_TYPE = "Of which type is it? The page does not say."
ASK_REQUIRED = "Is it required? The page does not say."
ASK_CONDITION = "When is it required? The page says: under a condition."
ASK_FIELDS = "Which fields are required, and of which types? One example shows them."
ASK_SHAPE = "Is it an object or a list? The page shows both."
ASK_PARENT = "What else is in it? The page lists only what stands below it."
ASK_LIMITS = "Which values are allowed? What the page says does not fit its type."


def value_schema(fact: ValueFact, *, assumed: str = "") -> tuple[dict[str, Value], str]:
    """Return the schema of one value by itself, and what is open about it.

    `assumed` is the type of what a page leaves untyped.
    """
    stated = dict(fact.constraints)
    kind = fact.type if fact.type in _TYPES else ""
    question = "" if kind else ASK_TYPE
    kind = kind or assumed
    schema: dict[str, Value] = {}
    if kind:
        nullable = stated.get("nullable") == "true"
        schema["type"] = [kind, "null"] if nullable else kind
    if form := stated.get("format"):
        schema["format"] = form
    # What a number may be is one of its limits, and never a closed list here.
    choice = _choice(stated.get("enum"), kind) if kind != "number" else ()
    if choice:
        schema["enum"] = [*choice]
    for keyword, text in stated.items():
        if keyword in ("format", "enum", "nullable", "default"):
            continue
        limit = _limit(keyword, text)
        if choice or limit is None or keyword not in _OF_TYPE.get(kind, ()):
            question = _also(question, ASK_LIMITS)
        else:
            schema[keyword] = limit
    if "enum" in stated and not choice:
        question = _also(question, ASK_LIMITS)
    default = _of_type(stated.get("default"), kind)
    if default is not None and (not choice or default[0] in choice):
        schema["default"] = default[0]
    return schema, question


def _shape_question(fact: ValueFact | None, shape: str) -> str:
    """Return what is open about a value of which a page shows the inside."""
    if fact is None:
        return ""
    question = "" if fact.type in (shape, "") else ASK_SHAPE
    return _also(question, ASK_LIMITS) if fact.constraints else question


def _also(question: str, more: str) -> str:
    return f"{question} {more}" if question and more not in question else more


def presence_question(fact: ValueFact) -> str:
    """Return what is open about whether a value has to be there."""
    match fact.required:
        case Stated.UNSTATED:
            return ASK_REQUIRED
        case Stated.CONDITIONAL:
            return ASK_CONDITION
        case Stated.YES | Stated.NO:
            return ""


def object_schema(
    facts: Sequence[ValueFact], place: Place, *, received: bool
) -> dict[str, Value]:
    """Return the schema of a body. Of replies nobody asks what is required."""
    root = _tree(facts)
    shown_only = all(_is_shown_only(fact) for fact in facts)
    writer = _Writer(received or shown_only or _says_nothing_of_presence(facts))
    schema = writer.schema(root, 0)[0]
    return {**schema, **mark(place, ASK_FIELDS if writer.asks_once(facts) else "")}


def _says_nothing_of_presence(facts: Sequence[ValueFact]) -> bool:
    return all(fact.required is Stated.UNSTATED for fact in facts)


def _is_shown_only(fact: ValueFact) -> bool:
    """Tell whether all that is known of a value is that an example has it."""
    return (
        fact.required is Stated.UNSTATED and not fact.constraints
    ) and not fact.description


@dataclass(slots=True)
class _Node:
    """One name of a body, and what stands below it."""

    fact: ValueFact | None = None
    first: Place | None = None
    members: dict[str, _Node] = field(default_factory=dict[str, "_Node"])
    items: _Node | None = None


def _tree(facts: Sequence[ValueFact]) -> _Node:
    root = _Node()
    for fact in facts:
        node = root
        for token in _tokens(fact.name):
            node.first = node.first or fact.place
            if token is None:
                node.items = node.items or _Node()
                node = node.items
            else:
                node = node.members.setdefault(token, _Node())
        node.fact = node.fact or fact
        node.first = node.first or fact.place
    return root


def _tokens(name: str) -> Iterator[str | None]:
    """Yield the keys of a name, None for the items of a list."""
    for number, part in enumerate(name.split(".")):
        if number == _DEEPEST:
            return
        key = part
        depth = 0
        while key.endswith("[]"):
            key, depth = key[:-2], depth + 1
        if key or not depth:
            yield key
        for _ in range(depth):
            yield None


@dataclass(frozen=True, slots=True)
class _Writer:
    """Writes a tree as schemas."""

    asked_above: bool
    """Whether presence is one question for the whole body, or none at all."""

    def asks_once(self, facts: Sequence[ValueFact]) -> bool:
        """Tell whether the whole body carries one question."""
        return self.asked_above and any(_is_shown_only(fact) for fact in facts)

    def schema(self, node: _Node, depth: int) -> tuple[dict[str, Value], str]:
        """Return a node's schema, and what is open about it."""
        fact = node.fact
        if node.members and node.items:
            both = (self._object(node, depth), self._array(node.items, depth))
            return {"oneOf": list(both)}, ASK_SHAPE
        if node.members:
            return self._object(node, depth), _shape_question(fact, "object")
        if node.items is not None:
            listed = self._array(node.items, depth)
            if fact is None or fact.type != "array":
                return listed, _shape_question(fact, "array")
            limits, question = value_schema(fact)
            return {**limits, **listed}, question
        if fact is None:
            return {"type": "object"}, ""
        schema, question = value_schema(fact)
        if schema.get("type") == "array":
            schema["items"] = {}
        return schema, question

    def _array(self, items: _Node, depth: int) -> dict[str, Value]:
        inner, question = self.schema(items, depth + 1)
        place = items.first
        marked = mark(place, question) if place is not None else {}
        return {"type": "array", "items": {**inner, **marked}}

    def _object(self, node: _Node, depth: int) -> dict[str, Value]:
        required: list[Value] = []
        properties: dict[str, Value] = {}
        for key, child in node.members.items():
            if child.fact is not None and child.fact.required is Stated.YES:
                required.append(key)
            properties[key] = self._property(child, depth)
        listed: dict[str, Value] = {"required": required} if required else {}
        return {"type": "object", **listed, "properties": properties}

    def _property(self, node: _Node, depth: int) -> Value:
        schema, question = self.schema(node, depth + 1)
        fact = node.fact
        if fact is None:
            assert node.first is not None, "a name leads here"
            return {**schema, **mark(node.first, question, ASK_PARENT)}
        if fact.description:
            schema["description"] = without_credentials(fact.description)
        presence = "" if self.asked_above else presence_question(fact)
        if self.asked_above and _is_shown_only(fact) and question == ASK_TYPE:
            # An example shows null: any type is allowed, and the whole is marked.
            question = "" if not fact.type else question
        return {**schema, **mark(fact.place, question, presence)}


def parameter_example(fact: ValueFact, schema: dict[str, Value]) -> dict[str, Value]:
    """Return the member that repeats a parameter's documented example."""
    read = None if is_secret_name(fact.name) else example_value(fact.example)
    if read is None or isinstance(read[0], (dict, list)):
        return {}
    kind = schema.get("type")
    fits = isinstance(kind, str) and _is_of(read[0], kind)
    choice = schema.get("enum")
    allowed = not isinstance(choice, list) or read[0] in choice
    return {"example": read[0]} if fits and allowed else {}


def _is_of(value: Value, kind: str) -> bool:
    match value:
        case bool():
            return kind == "boolean"
        case int():
            return kind in ("integer", "number")
        case Decimal():
            return kind == "number"
        case str():
            return kind == "string"
        case _:
            return False


def _choice(text: str | None, kind: str) -> tuple[Value, ...]:
    """Return the values of an enumeration, none where they do not fit the type."""
    if text is None:
        return ()
    read = example_value(text)
    listed = read[0] if read is not None else None
    if not isinstance(listed, list) or not listed:
        return ()
    found = [_of_type(str(item), kind or "string") for item in listed]
    values: list[Value] = []
    for item in found:
        if item is None:
            return ()
        if item[0] not in values:
            values.append(item[0])
    return tuple(values)


def _of_type(text: str | None, kind: str) -> tuple[Value] | None:
    """Return a word of a page as a value of a type."""
    if text is None:
        return None
    if kind == "string":
        word = text.strip("\"'`")
        return (word,) if word and not re.search(r"\s", word) else None
    if kind not in ("integer", "number", "boolean"):
        return None
    read = example_value(text.casefold())
    return read if read is not None and _is_of(read[0], kind) else None


def _limit(keyword: str, text: str) -> Value:
    if keyword == "pattern":
        return text
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if not number.is_finite():
        return None
    if number == number.to_integral_value() and abs(number) < 10**15:
        return int(number)
    return None if keyword in (*_LENGTHS, *_COUNTS) else number
