"""Facts of a page elsewhere: the same text in another file, or further down in it."""

from __future__ import annotations

from dataclasses import replace

from ..diagnostics import Place
from . import Fact, OperationFacts, PageFacts


def moved_to(facts: PageFacts, file: str, lines: int = 0) -> PageFacts:
    """Return the facts with places in another file, so many lines further down."""
    if facts.page == file and not lines:
        return facts

    def moved(fact: Fact) -> Fact:
        return replace(fact, place=place_moved_to(fact.place, file, lines))

    def operation(told: OperationFacts) -> OperationFacts:
        place = place_moved_to(told.place, file, lines)
        return replace(told.map_facts(moved), place=place)

    return replace(facts, page=file, operations=tuple(map(operation, facts.operations)))


def place_moved_to(place: Place, file: str, lines: int) -> Place:
    """Return a place in another file; one that names no line still names none."""
    return replace(place, file=file, line=place.line + lines if place.line else 0)
