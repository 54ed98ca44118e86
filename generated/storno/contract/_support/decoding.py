# SPDX-License-Identifier: MIT-0
"""Hold a decoded value against the JSON that it came from.

One oracle for every test: whatever is done to a documented reply, the same functions
say which fields contradict the documentation, and what each attribute must then hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sized
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TypeAlias, cast
from uuid import UUID

from .contract import ContentExample, ExpectedResponse, FieldCheck, JsonKind
from .json_values import AnyJson, Path, is_array, is_object, pointer_of, read_json
from .scalars import fits, python_value


@dataclass(frozen=True, slots=True)
class Attribute:
    """A step to a named attribute."""

    name: str


@dataclass(frozen=True, slots=True)
class ListItem:
    """A step to an item of a list or an entry of a map."""

    key: str | int


Steps: TypeAlias = tuple[Attribute | ListItem, ...]


@dataclass(frozen=True, slots=True)
class JsonLocation:
    """One documented field at one place of a document, present there or not."""

    probe: FieldCheck
    path: Path
    steps: Steps
    present: bool
    value: AnyJson

    @property
    def pointer(self) -> str:
        """Return the JSON pointer of this very place."""
        return pointer_of(self.path)


@dataclass(frozen=True, slots=True)
class Case:
    """A documented example together with what is documented about it."""

    reply: ExpectedResponse
    example: ContentExample
    document: AnyJson

    def spots(self, document: AnyJson) -> list[JsonLocation]:
        """Return every documented place of this example, or of a variation of it."""
        return [s for s in locations_of(document, self.reply) if not s.probe.variant]

    def variant_spots(self) -> list[JsonLocation]:
        """Return what this example shows that only some variants of a union have."""
        spots = shown_locations(self.document, self.reply)
        return [spot for spot in spots if spot.probe.variant]


RAW = ("text", "octets")
"""What replies hold that are not read as JSON."""


def cases_of(replies: Iterable[ExpectedResponse]) -> list[Case]:
    """Return the examples that hold a value as JSON."""
    return [
        Case(reply, example, read_json(example.content))
        for reply in replies
        for example in reply.examples
        if reply.holds not in {"none", *RAW} and not reply.xml
    ]


def xml_cases_of(replies: Iterable[ExpectedResponse]) -> list[Case]:
    """Return the examples that are XML, each with the value that it says."""
    return [
        Case(reply, example, read_json(example.value))
        for reply in replies
        for example in reply.examples
        if reply.xml
    ]


def json_kind(reply: ExpectedResponse) -> JsonKind:
    """Return what the content of a reply is as a whole."""
    match reply.holds:
        case "none":
            return "any"
        case "text" | "octets":
            return "string"
        case kind:
            return kind


def locations_of(document: AnyJson, reply: ExpectedResponse) -> list[JsonLocation]:
    """Return every place of a document that a reply documents, the whole first.

    What stands inside a value that is not what it should be has no documentation.
    """
    kind = json_kind(reply)
    whole = FieldCheck("", "", kind, required=True, nullable=kind == "any")
    probes = (whole, *reply.fields)
    found: list[JsonLocation] = []
    unfit: set[Path] = set()
    for probe in probes:
        for spot in _spots(document, probe):
            if unfit.isdisjoint(spot.path[:n] for n in range(len(spot.path))):
                found.append(spot)
                if spot.present and not _fits(spot):
                    unfit.add(spot.path)
    return found


def shown_locations(document: AnyJson, reply: ExpectedResponse) -> list[JsonLocation]:
    """Return what a reply documents, and of variants what the document shows."""
    return [
        spot
        for spot in locations_of(document, reply)
        if not spot.probe.variant or (spot.present and _fits(spot))
    ]


def contradictions(spots: Iterable[JsonLocation]) -> list[str]:
    """Return the pointers at which a document contradicts its documentation."""
    return sorted(
        spot.pointer
        for spot in spots
        if (spot.probe.required if not spot.present else not _fits(spot))
    )


def misread(result: object, spots: Iterable[JsonLocation]) -> list[str]:
    """Return which attributes do not hold what the document says."""
    return [
        f"{spot.pointer or 'the whole'}: {problem}"
        for spot in spots
        for problem in _misread(result, spot)
    ]


def lost(result: object, document: AnyJson) -> list[str]:
    """Return what of a document the decoded value lost, or made up.

    Keys count at every depth; values where the client has no type of its own for them.
    """
    return list(_lost(wire_form(result), document, ""))


def _spots(document: AnyJson, probe: FieldCheck) -> Iterator[JsonLocation]:
    tokens = [
        token.replace("~1", "/").replace("~0", "~")
        for token in probe.pointer.split("/")[1:]
    ]
    names = probe.attribute.split(".") if probe.attribute else []
    assert len(tokens) == len(names), f"{probe} has two paths of different length"
    places: list[tuple[Path, Steps, AnyJson]] = [((), (), document)]
    for token, name in zip(tokens[:-1], names[:-1], strict=True):
        places = [
            next_place for place in places for next_place in _inner(place, token, name)
        ]
    if not tokens:
        yield JsonLocation(probe, (), (), present=True, value=document)
        return
    for path, steps, parent in places:
        yield from _last(probe, path, steps, parent, tokens[-1], names[-1])


def _last(
    probe: FieldCheck, path: Path, steps: Steps, parent: AnyJson, token: str, name: str
) -> Iterator[JsonLocation]:
    if token != "*" and is_object(parent) and token not in parent:
        there = (*steps, Attribute(name))
        yield JsonLocation(probe, (*path, token), there, present=False, value=None)
    for inner, there, value in _inner((path, steps, parent), token, name):
        yield JsonLocation(probe, inner, there, present=True, value=value)


def _inner(
    place: tuple[Path, Steps, AnyJson], token: str, name: str
) -> Iterator[tuple[Path, Steps, AnyJson]]:
    path, steps, value = place
    if token == "*":
        for key, item in _entries(value):
            yield (*path, key), (*steps, ListItem(key)), item
    elif is_object(value) and token in value:
        yield (*path, token), (*steps, Attribute(name)), value[token]


def _entries(value: AnyJson) -> Iterable[tuple[str | int, AnyJson]]:
    if is_object(value):
        return value.items()
    if is_array(value):
        return enumerate(value)
    return ()


def _fits(spot: JsonLocation) -> bool:
    return fits(spot.probe, spot.value)


def _misread(result: object, spot: JsonLocation) -> Iterator[str]:
    try:
        actual = _read(result, spot.steps)
    except (AttributeError, LookupError, TypeError) as error:
        # A variant of a union has no attribute for what only another one documents.
        if spot.present:
            yield f"cannot be read ({type(error).__name__})"
        return
    if not spot.present or spot.value is None:
        if actual is not None:
            yield f"reads {actual!r} where nothing arrived"
    elif not _fits(spot):
        if not _same(actual, spot.value):
            yield f"reads {actual!r} where {spot.value!r} arrived"
    elif spot.probe.kind == "object":
        if isinstance(actual, str) or is_object(actual) or is_array(actual):
            yield f"is a bare {type(actual).__name__}"
    elif spot.probe.kind in {"array", "map"}:
        if type(actual) is not type(spot.value) or _size(actual) != _size(spot.value):
            yield f"reads {actual!r} where {spot.value!r} arrived"
    elif spot.probe.kind == "any":
        if not _same(wire_form(actual), _as_read(actual, spot.value)):
            yield f"reads {actual!r} where {spot.value!r} arrived"
    else:
        expected = python_value(spot.probe.kind, spot.value)
        if not _same(actual, expected):
            yield f"reads {actual!r}, not {expected!r}"


_KINDS: tuple[tuple[type[object], JsonKind], ...] = (
    # A datetime is a date as well.
    (datetime, "date-time"),
    (date, "date"),
    (time, "time"),
    (UUID, "uuid"),
    (bytes, "bytes"),
    (Decimal, "amount"),
)


def _as_read(actual: object, value: AnyJson) -> object:
    """Return what text has to be where it was read as a variant of a union."""
    for type_, kind in _KINDS:
        if isinstance(actual, type_) and isinstance(value, str):
            return python_value(kind, value)
    return value


def _read(value: object, steps: Steps) -> object:
    for step in steps:
        match step:
            case Attribute(name):
                value = _declared(value, name)
            case ListItem(key):
                value = cast("Mapping[str | int, object]", value)[key]
    return value


def _declared(value: object, name: str) -> object:
    """Return a typed attribute; what merely arrived under that name does not count."""
    declared = getattr(type(value), "model_fields", None)
    if declared is not None and name not in declared:
        raise AttributeError(name)
    return getattr(value, name)


def _same(actual: object, expected: object) -> bool:
    """Compare with types: 1 is not True, 1.5 is not Decimal("1.5")."""
    if isinstance(expected, Decimal):
        # 1000.00 and 1000.0 are equal, yet not what arrived.
        return isinstance(actual, Decimal) and str(actual) == str(expected)
    if is_object(expected):
        return (
            is_object(actual)
            and actual.keys() == expected.keys()
            and all(_same(actual[key], expected[key]) for key in expected)
        )
    if is_array(expected):
        return (
            is_array(actual)
            and len(actual) == len(expected)
            and all(map(_same, actual, expected))
        )
    return type(actual) is type(expected) and actual == expected


def wire_form(value: object) -> object:
    """Return models as objects of wire names; anything else as it is."""
    dump = getattr(value, "model_dump", None)
    if dump is not None:
        return dump(by_alias=True, exclude_unset=True)
    if is_array(value):
        return [wire_form(item) for item in value]
    return value


def _size(value: object) -> int:
    return len(value) if isinstance(value, Sized) else -1


def _lost(kept: object, document: AnyJson, pointer: str) -> Iterator[str]:
    if is_object(document) and is_object(kept):
        for key in sorted(document.keys() ^ kept.keys()):
            yield f"{pointer}/{key} is {'lost' if key in document else 'made up'}"
        for key in sorted(document.keys() & kept.keys()):
            yield from _lost(kept[key], document[key], f"{pointer}/{key}")
    elif is_array(document) and is_array(kept) and len(kept) == len(document):
        for index, item in enumerate(kept):
            yield from _lost(item, document[index], f"{pointer}/{index}")
    elif is_object(document) or is_array(document):
        yield f"{pointer} reads {kept!r}"
