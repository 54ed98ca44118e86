# SPDX-License-Identifier: MIT-0
"""Python arguments → values as JSON knows them, with documented names.

The one walk that every argument takes: it turns Python names into wire names, dates and
the like into text, and notes which documented constraints are broken on the way.
"""

from __future__ import annotations

import base64
import datetime
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Any, Literal, cast, get_args, get_origin, is_typeddict

from pydantic import BaseModel

from . import jsontext
from .annotations import (
    Note,
    item_of,
    member_of,
    members_of,
    note_of,
    variants_of,
)
from .constraints import Constraint
from .deviation import Violation, child
from .errors import RequestError
from .jsontext import Json
from .scalars import AsString, Open
from .sentinel import Omit

_DEEPEST = jsontext.MAX_DEPTH + 2
"""How many steps a pointer may have: two are `/body` and the member's name."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes arguments; notes broken constraints where a list for them is given."""

    violations: list[Violation] | None = None

    def write(self, value: object, annotation: Any, at: str) -> Json:
        """Return the value as str, int, float, Decimal, bool, None, list or dict."""
        if at.count("/") > _DEEPEST:
            raise RequestError(f"{at[:40]}…: the value nests too deep")
        note = note_of(annotation)
        if variants := variants_of(note.base):
            chosen = _chosen(value, variants)
            written = self._value(value, note_of(chosen), at)
            if self.violations is not None and chosen is not None:
                self._check(written, note_of(chosen), at)
        else:
            written = self._value(value, note, at)
        if any(isinstance(marker, AsString) for marker in note.markers):
            written = _as_string(written)
        if self.violations is not None:
            self._check(written, note, at)
        return written

    def _value(self, value: object, note: Note, at: str) -> Json:
        if note.markers and any(isinstance(m, AsString) for m in note.markers):
            return _as_string(self._value(value, Note(note.base), at))
        match value:
            case Enum():
                return self.write(value.value, Any, at)
            case None | bool() | str() | int() | float() | Decimal():
                return value
            case datetime.datetime() | datetime.time():
                return _zulu(value.isoformat())
            case datetime.date():
                return value.isoformat()
            case uuid.UUID():
                return str(value)
            case bytes() | bytearray() if note.base is str:
                raise RequestError(f"{at}: bytes are no text: decode them first")
            case bytes() | bytearray():
                return base64.b64encode(value).decode()
            case BaseModel():
                return self._model(value, at)
            case Mapping():
                return self._mapping(cast("Mapping[object, object]", value), note, at)
            case Sequence():
                item = item_of(note.base) or Any
                items = cast("Sequence[object]", value)
                return [
                    self.write(one, item, child(at, index))
                    for index, one in enumerate(items)
                ]
            case _:
                raise RequestError(
                    f"{at}: a {type(value).__name__} cannot be sent as JSON"
                )

    def _model(self, value: BaseModel, at: str) -> dict[str, Json]:
        """Write what was set of a model, by its documented names."""
        written: dict[str, Json] = {}
        for member in members_of(type(value)):
            if member.name in value.model_fields_set:
                written[member.wire] = self.write(
                    getattr(value, member.name),
                    member.annotation,
                    child(at, member.wire),
                )
        for key, extra in (value.model_extra or {}).items():
            written[key] = self.write(extra, Any, child(at, key))
        return written

    def _mapping(
        self, value: Mapping[object, object], note: Note, at: str
    ) -> dict[str, Json]:
        members = {}
        if isinstance(note.base, type):
            members = {member.name: member for member in members_of(note.base)}
        anything = member_of(note.base) or Any
        written: dict[str, Json] = {}
        for key, item in value.items():
            if not isinstance(key, str):
                raise RequestError(f"{at}: the keys of an object must be strings")
            if isinstance(item, Omit):
                continue
            member = members.get(key)
            name = member.wire if member else key
            if name in written:
                raise RequestError(f"{child(at, name)}: the value is given twice")
            annotation = member.annotation if member else anything
            written[name] = self.write(item, annotation, child(at, name))
        if self.violations is not None:
            self.violations.extend(
                Violation(child(at, member.wire), "required")
                for member in members.values()
                if member.required and member.wire not in written
            )
        return written

    def _check(self, written: Json, note: Note, at: str) -> None:
        assert self.violations is not None
        if written is None:
            return
        for marker in note.markers:
            if isinstance(marker, Constraint):
                problem = marker.broken(written)
            elif isinstance(marker, Open):
                problem = _unknown(written, variants_of(note.base)[0])
            else:
                continue
            if problem:
                self.violations.append(Violation(at, problem))
        if get_origin(note.base) is Literal:
            problem = _unknown(written, note.base)
            if problem:
                self.violations.append(Violation(at, problem))


def _chosen(value: object, variants: tuple[Any, ...]) -> Any:
    """Return the variant of a union that a value is meant for, None if none is."""
    scored = [(_fit(value, note_of(variant)), variant) for variant in variants]
    score, variant = max(scored, key=lambda pair: pair[0])
    return variant if score > 0 else None


def _fit(value: object, note: Note) -> int:
    """Return how well a value fits a type, 0 if not at all."""
    base = note.base
    if base is Any:
        return 1
    if variants := variants_of(base):
        return max(_fit(value, note_of(variant)) for variant in variants)
    if get_origin(base) is Literal:
        return 2 if value in get_args(base) else 0
    if isinstance(value, Mapping):
        keys = cast("Mapping[object, object]", value)
        if not isinstance(base, type):
            return int(member_of(base) is not None)
        names = {member.name for member in members_of(base)}
        return 1 + sum(key in names for key in keys) if names else 0
    if item_of(base) is not None:
        return int(isinstance(value, Sequence) and not isinstance(value, str | bytes))
    if is_typeddict(base) or not isinstance(base, type):
        return 0
    return int(isinstance(value, base))


def _unknown(written: Json, literal: Any) -> str:
    known = get_args(literal)
    if written in known:
        return ""
    return f"one of {', '.join(str(value) for value in known)}"


def _as_string(written: Json) -> Json:
    if isinstance(written, int | float | Decimal) and not isinstance(written, bool):
        return jsontext.number_text(written)
    return written


def _zulu(text: str) -> str:
    return f"{text.removesuffix('+00:00')}Z" if text.endswith("+00:00") else text
