# SPDX-License-Identifier: MIT-0
"""Reading type annotations at run time."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from .scalars import WireName

_QUALIFIERS = frozenset({"NotRequired", "Required", "ReadOnly"})


@dataclass(frozen=True, slots=True)
class Note:
    """An annotation without its `Annotated` layers and qualifiers, and its markers."""

    base: Any
    markers: tuple[Any, ...] = ()
    qualifiers: tuple[str, ...] = ()


class AnnotationKey:
    """An annotation as itself: `Cat | Dog` equals `Dog | Cat`, and is read otherwise.

    The first variant wins a tie, so that what is remembered must not be the other's.
    """

    __slots__ = ("annotation",)

    def __init__(self, annotation: Any) -> None:
        self.annotation = annotation

    def __hash__(self) -> int:
        return id(self.annotation)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, AnnotationKey) and other.annotation is self.annotation


def note_of(annotation: Any) -> Note:
    """Take an annotation apart."""
    return _note(AnnotationKey(annotation))


@lru_cache(maxsize=4096)
def _note(key: AnnotationKey) -> Note:
    annotation = key.annotation
    markers: tuple[Any, ...] = ()
    qualifiers: tuple[str, ...] = ()
    while True:
        origin = get_origin(annotation)
        name: str = getattr(origin, "_name", None) or ""
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            markers = (*more, *markers)
        elif name in _QUALIFIERS:
            (annotation,) = get_args(annotation)
            qualifiers = (*qualifiers, name)
        elif hasattr(annotation, "__value__"):  # a type alias statement
            annotation = annotation.__value__
        else:
            return Note(annotation, markers, qualifiers)


def variants_of(base: Any) -> tuple[Any, ...]:
    """Return the members of a union, else nothing."""
    if get_origin(base) in (Union, types.UnionType):
        return get_args(base)
    return ()


def item_of(base: Any) -> Any:
    """Return the item type of a list or sequence annotation, else None."""
    origin = get_origin(base)
    if isinstance(origin, type) and issubclass(origin, Sequence):
        return get_args(base)[0]
    return None


def member_of(base: Any) -> Any:
    """Return the value type of a mapping annotation, else None."""
    origin = get_origin(base)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return get_args(base)[1]
    return None


def is_model(annotation: object) -> bool:
    """Tell whether an annotation is a pydantic model class."""
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


@dataclass(frozen=True, slots=True)
class ModelMember:
    """One named member of an object: its names, type and presence."""

    name: str
    wire: str
    annotation: Any
    required: bool


@lru_cache(maxsize=1024)
def members_of(owner: type[Any]) -> tuple[ModelMember, ...]:
    """Return the members of a model or `TypedDict` class, () for any other class."""
    if issubclass(owner, BaseModel):
        owner.model_rebuild()
        return tuple(
            ModelMember(
                name,
                field.alias or name,
                annotated(field.annotation, field.metadata),
                field.is_required(),
            )
            for name, field in owner.model_fields.items()
        )
    keys: Any = owner
    if not typing.is_typeddict(keys):
        return ()
    total = bool(getattr(keys, "__total__", True))
    hints = typing.get_type_hints(keys, include_extras=True)
    return tuple(_typed_key(name, hint, total) for name, hint in hints.items())


def _typed_key(name: str, hint: Any, total: bool) -> ModelMember:
    note = note_of(hint)
    wires = [marker.name for marker in note.markers if isinstance(marker, WireName)]
    required = "Required" in note.qualifiers or (
        total and "NotRequired" not in note.qualifiers
    )
    return ModelMember(name, wires[0] if wires else name, hint, required)


def annotated(annotation: Any, markers: Sequence[Any]) -> Any:
    """Return `Annotated[annotation, *markers]`, or the annotation without markers."""
    if not markers:
        return annotation
    make: Any = Annotated
    return make[(annotation, *markers)]
