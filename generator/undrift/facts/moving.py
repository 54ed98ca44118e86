"""Facts of a page elsewhere: the same text in another file, or further down in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from ..diagnostics import Place
from . import OperationFacts, PageFacts, StatusFact, ValueFact

_F = TypeVar("_F", ValueFact, StatusFact)


def moved_to(facts: PageFacts, file: str, lines: int = 0) -> PageFacts:
    """Return the facts with places in another file, so many lines further down."""
    if facts.page == file and not lines:
        return facts
    operations = tuple(_operation(o, file, lines) for o in facts.operations)
    return replace(facts, page=file, operations=operations)


def place_moved_to(place: Place, file: str, lines: int) -> Place:
    """Return a place in another file; one that names no line still names none."""
    return replace(place, file=file, line=place.line + lines if place.line else 0)


def _operation(operation: OperationFacts, file: str, lines: int) -> OperationFacts:
    return replace(
        operation,
        place=place_moved_to(operation.place, file, lines),
        headers=_all(operation.headers, file, lines),
        path_params=_all(operation.path_params, file, lines),
        query_params=_all(operation.query_params, file, lines),
        body_fields=_all(operation.body_fields, file, lines),
        response_fields=_all(operation.response_fields, file, lines),
        responses=_all(operation.responses, file, lines),
        errors=_all(operation.errors, file, lines),
    )


def _all(facts: Sequence[_F], file: str, lines: int) -> tuple[_F, ...]:
    return tuple(
        replace(fact, place=place_moved_to(fact.place, file, lines)) for fact in facts
    )
