"""Facts of a page under another name: the same text, kept elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from . import OperationFacts, PageFacts, StatusFact, ValueFact

_F = TypeVar("_F", ValueFact, StatusFact)


def moved_to(facts: PageFacts, file: str) -> PageFacts:
    """Return the facts with places in another file."""
    if facts.page == file:
        return facts
    operations = tuple(_operation(o, file) for o in facts.operations)
    return replace(facts, page=file, operations=operations)


def _operation(operation: OperationFacts, file: str) -> OperationFacts:
    return replace(
        operation,
        place=replace(operation.place, file=file),
        headers=_all(operation.headers, file),
        path_params=_all(operation.path_params, file),
        query_params=_all(operation.query_params, file),
        body_fields=_all(operation.body_fields, file),
        response_fields=_all(operation.response_fields, file),
        responses=_all(operation.responses, file),
        errors=_all(operation.errors, file),
    )


def _all(facts: Sequence[_F], file: str) -> tuple[_F, ...]:
    return tuple(replace(f, place=replace(f.place, file=file)) for f in facts)
