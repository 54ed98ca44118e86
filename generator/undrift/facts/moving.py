"""Facts of a page under another name: the same text, kept elsewhere."""

from __future__ import annotations

from dataclasses import replace

from . import Fact, OperationFacts, PageFacts


def moved_to(facts: PageFacts, file: str) -> PageFacts:
    """Return the facts with places in another file."""
    if facts.page == file:
        return facts

    def moved(fact: Fact) -> Fact:
        return replace(fact, place=replace(fact.place, file=file))

    def operation(told: OperationFacts) -> OperationFacts:
        place = replace(told.place, file=file)
        return replace(told.map_facts(moved), place=place)

    return replace(facts, page=file, operations=tuple(map(operation, facts.operations)))
