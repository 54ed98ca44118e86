# SPDX-License-Identifier: MIT-0
"""JSON values → typed values, tolerating what documentation gets wrong.

A value is validated once, in pydantic's core. Only if that fails is it walked: what
fits is typed, what does not stays as it arrived and is noted as a `Deviation`.
"""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from threading import RLock
from typing import Any, Literal, cast, get_args, get_origin

from pydantic import ConfigDict, TypeAdapter, ValidationError

from .annotations import (
    AnnotationKey,
    ModelMember,
    is_model,
    item_of,
    member_of,
    members_of,
    note_of,
    variants_of,
)
from .deviation import Deviation, child, type_name
from .jsontext import Json
from .model import Model
from .response import Decoded
from .scalars import ABSENT, Discriminated, NullSeen, Open

_SHOWN_VALUES = 12

_WORDS: Mapping[Any, str] = types.MappingProxyType(
    {
        str: "string",
        int: "integer",
        bool: "boolean",
        float: "number",
        Decimal: "number",
        type(None): "null",
        None: "null",
    }
)


def decode(value: Json, annotation: Any) -> Decoded[Any]:
    """Return the typed value and where it deviates from its annotation."""
    noted: list[Deviation] = []
    try:
        return Decoded(_read(value, annotation, "", noted), tuple(noted))
    except RecursionError:  # the caller's own stack is deep, and the value as well
        return Decoded(value, (Deviation("", "less nesting", type_name(value)),))


class Shape(Enum):
    """What to do with a value that does not validate as a whole."""

    LEAF = "leaf"
    OBJECT = "object"
    LIST = "list"
    MAP = "map"
    UNION = "union"


@dataclass(frozen=True, slots=True)
class _Reader:
    """How one annotation is read. `parts` are item, member or variant annotations."""

    adapter: TypeAdapter[Any]
    shape: Shape
    expected: str
    parts: tuple[Any, ...] = ()
    model: type[Model] = Model
    discriminated: Discriminated | None = None


# pydantic completes deferred models on first use, which two threads must not do at once
_BUILDING = RLock()


def _reader(annotation: Any) -> _Reader:
    return _made(AnnotationKey(annotation))


@lru_cache(maxsize=2048)
def _made(key: AnnotationKey) -> _Reader:
    annotation = key.annotation
    with _BUILDING:
        adapter = _adapter(annotation)
        note = note_of(annotation)
        expected = _expected(annotation)
        base = note.base
        if isinstance(base, type) and issubclass(base, Model):
            return _Reader(adapter, Shape.OBJECT, expected, model=base)
        if (item := item_of(base)) is not None:
            return _Reader(adapter, Shape.LIST, expected, (item,))
        if (member := member_of(base)) is not None:
            return _Reader(adapter, Shape.MAP, expected, (member,))
        variants = variants_of(base)
        if variants and not any(isinstance(marker, Open) for marker in note.markers):
            tagged = [m for m in note.markers if isinstance(m, Discriminated)]
            return _Reader(
                adapter,
                Shape.UNION,
                expected,
                variants,
                discriminated=tagged[0] if tagged else None,
            )
        return _Reader(adapter, Shape.LEAF, expected)


def _adapter(annotation: Any) -> TypeAdapter[Any]:
    if not is_model(annotation):
        return TypeAdapter(annotation, config=ConfigDict(strict=True))
    annotation.model_rebuild()
    return TypeAdapter(annotation)


def _expected(annotation: Any) -> str:
    """Return what an annotation wants, in JSON's words."""
    note = note_of(annotation)
    for marker in note.markers:
        if isinstance(marker, Open):
            return _expected(get_args(note.base)[0])
        expected = getattr(marker, "expected", None)
        if isinstance(expected, str):
            return expected
    base = note.base
    if get_origin(base) is Literal:
        values = [_literal(value) for value in get_args(base)]
        more = ", …" if len(values) > _SHOWN_VALUES else ""
        return f"one of {', '.join(values[:_SHOWN_VALUES])}{more}"
    if variants := variants_of(base):
        words = dict.fromkeys(map(_expected, variants))
        return " or ".join(word for word in words if word != "null")
    if item_of(base) is not None or base is list:
        return "array"
    return _WORDS.get(base, "object")


def _literal(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _read(value: Json, annotation: Any, at: str, noted: list[Deviation]) -> Any:
    """Return the value as its annotation says, part by part where it must be."""
    reader = _reader(annotation)
    null = NullSeen()
    try:
        read = reader.adapter.validate_python(
            value, by_alias=True, by_name=False, context=null
        )
    except ValidationError:
        pass
    else:
        if null.anywhere:
            noted.extend(_nulls(read, annotation, at))
        return read
    match reader.shape, value:
        case Shape.OBJECT, dict():
            return _object(value, reader.model, at, noted)
        case Shape.LIST, list():
            item = reader.parts[0]
            return [
                _read(one, item, child(at, index), noted)
                for index, one in enumerate(value)
            ]
        case Shape.MAP, dict():
            member = reader.parts[0]
            return {
                key: _read(one, member, child(at, key), noted)
                for key, one in value.items()
            }
        case Shape.UNION, _:
            return _best(value, reader, at, noted)
        case _:
            noted.append(Deviation(at, reader.expected, type_name(value)))
            return value


def _nulls(read: object, annotation: Any, at: str) -> Iterator[Deviation]:
    """Yield each null that is not documented in a value that is valid otherwise."""
    match read:
        case None if ABSENT in note_of(annotation).markers:
            yield Deviation(at, _expected(annotation), "null")
        case Model():
            for member in members_of(type(read)):
                if member.name in read.model_fields_set:
                    item = getattr(read, member.name)
                    yield from _nulls(item, member.annotation, child(at, member.wire))
        case list():
            for index, item in enumerate(cast("list[object]", read)):
                yield from _nulls(item, Any, child(at, index))
        case dict():
            for key, item in cast("dict[str, object]", read).items():
                yield from _nulls(item, Any, child(at, key))
        case _:
            pass


def _object(
    value: dict[str, Json], model: type[Model], at: str, noted: list[Deviation]
) -> Model:
    """Build a model from an object of which at least one member does not validate."""
    members: dict[str, Any] = {}
    arrived: set[str] = set()
    rest = dict(value)
    for member in members_of(model):
        if member.wire in value:
            del rest[member.wire]
            arrived.add(member.name)
            members[member.name] = _read(
                value[member.wire], member.annotation, child(at, member.wire), noted
            )
        elif member.required:
            members[member.name] = None
            noted.append(_missing(member, at))
    built = model.model_construct()
    vars(built).update(members)
    built.model_fields_set.update(arrived)
    if built.model_extra is not None:
        built.model_extra.update(rest)
    return built


def _missing(member: ModelMember, at: str) -> Deviation:
    return Deviation(child(at, member.wire), _expected(member.annotation), "absent")


def _best(value: Json, reader: _Reader, at: str, noted: list[Deviation]) -> Any:
    """Read a value as the variant that it fits best; the first one wins a tie.

    What says that it is none of them stays as it arrived.
    """
    tagged = reader.discriminated
    variants: Sequence[Any] = [
        variant for variant in reader.parts if _fits(value, variant)
    ]
    if tagged and isinstance(value, dict):
        tag = value.get(tagged.property)
        meant = [
            variant
            for variant, tags in zip(reader.parts, tagged.tags, strict=True)
            if tag in tags
        ]
        if not meant and tagged.property in value:
            # Whether it may be absent is for the variants to say.
            known = ", ".join(f'"{tag}"' for tags in tagged.tags for tag in tags)
            at_tag = child(at, tagged.property)
            noted.append(Deviation(at_tag, f"one of {known}", type_name(tag)))
            return value
        variants = meant or variants
    best: tuple[tuple[int, int], Any, list[Deviation]] | None = None
    for variant in variants:
        found: list[Deviation] = []
        read = _read(value, variant, at, found)
        score = (_known_keys(value, variant), -len(found))
        if best is None or score > best[0]:
            best = score, read, found
    if best is None:
        noted.append(Deviation(at, reader.expected, type_name(value)))
        return value
    noted += best[2]
    return best[1]


def _fits(value: Json, annotation: Any) -> bool:
    """Tell whether a variant is for arrays and objects as the value is."""
    reader = _reader(annotation)
    match reader.shape:
        case Shape.OBJECT | Shape.MAP:
            return isinstance(value, dict)
        case Shape.LIST:
            return isinstance(value, list)
        case Shape.UNION:
            return any(_fits(value, part) for part in reader.parts)
        case Shape.LEAF:
            return False


def _known_keys(value: Json, annotation: Any) -> int:
    reader = _reader(annotation)
    if reader.shape is not Shape.OBJECT or not isinstance(value, dict):
        return 0
    return sum(member.wire in value for member in members_of(reader.model))
