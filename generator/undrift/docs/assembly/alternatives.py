"""Several lists of one operation's fields: one after another, or alternatives."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ...facts import Stated, ValueFact
from ..statements.statement import FieldStatement


def once(facts: Iterable[ValueFact]) -> tuple[ValueFact, ...]:
    """Return one fact for each name; a later one only adds what is unstated."""
    known: dict[str, ValueFact] = {}
    for fact in facts:
        first = known.setdefault(fact.name, fact)
        if first is not fact:
            known[fact.name] = first.merge(fact)
    return tuple(known.values())


def merged_variants(statements: Iterable[FieldStatement]) -> tuple[ValueFact, ...]:
    """Return one fact for each name of bodies that are alternatives.

    What only some of them require depends on which of them is sent.
    """
    statements = list(statements)
    own = [statement.variant for statement in statements if not statement.inner]
    variants = {
        variant: once(
            statement.fact for statement in statements if statement.variant == variant
        )
        for variant in dict.fromkeys(own)
    }
    merged = once(statement.fact for statement in statements)
    if len(variants) < 2:
        return merged
    said = [{fact.name: fact.required for fact in facts} for facts in variants.values()]
    return tuple(
        replace(fact, required=_agreed([names.get(fact.name) for names in said]))
        for fact in merged
    )


def _agreed(said: list[Stated | None]) -> Stated:
    """Return what alternatives say together; None is what one does not have."""
    stated = {one for one in said if one is not None}
    if len(stated) == 1 and (None not in said or Stated.YES not in stated):
        return stated.pop()
    if stated <= {Stated.NO, Stated.UNSTATED}:
        return Stated.NO if Stated.NO in stated else Stated.UNSTATED
    return Stated.CONDITIONAL
