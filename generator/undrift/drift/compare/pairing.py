"""Which members of two unions are one another's successors."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ...openapi import Node
from .shape import SchemaShape

_ALIKE = 0.5
"""How much of their properties two objects share if one has become the other."""


@dataclass(frozen=True, slots=True, eq=False)
class Variant:
    """A member of a union: what it is called, if anything, its text, what it means.

    `tags` are the properties with one value each, which tell variants apart.
    """

    at: Node
    name: str
    text: str
    shape: SchemaShape
    tags: Mapping[str, str]


_Score = Callable[[Variant, Variant], float]


def pair_variants(
    olds: Sequence[Variant], news: Sequence[Variant]
) -> tuple[list[tuple[Node, Node]], list[Node], list[Node]]:
    """Return the pairs, and what is left on either side.

    Equal members are found first, then those of one name, then the most alike: the
    order of a union says nothing, and its members may well be nameless.
    """
    before, after = list(olds), list(news)
    pairs: list[tuple[Node, Node]] = []
    for score in (_equal, _same_name, alike):
        ranked = sorted(_ranked(before, after, score), key=lambda found: -found[0])
        for _, old, new in ranked:
            if old in before and new in after:
                pairs.append((old.at, new.at))
                before.remove(old)
                after.remove(new)
    if len(before) == len(after) == 1 and not _both_objects(before[0], after[0]):
        pairs.append((before.pop().at, after.pop().at))
    return pairs, [v.at for v in before], [v.at for v in after]


def alike(old: Variant, new: Variant) -> float:
    """Return how much one looks like what the other has become; 0 for not at all."""
    if not old.shape.types & new.shape.types:
        return 0
    if any(new.tags.get(name, value) != value for name, value in old.tags.items()):
        return 0
    if not _both_objects(old, new):
        return 1
    names = old.shape.properties.keys(), new.shape.properties.keys()
    common, both = len(names[0] & names[1]), len(names[0]) + len(names[1])
    share = 2 * common / both if both else 1
    return share if share >= _ALIKE else 0


def _equal(old: Variant, new: Variant) -> float:
    return old.text == new.text


def _same_name(old: Variant, new: Variant) -> float:
    """Return how much two are alike, but never 0, if they have one name."""
    named = old.name and old.name == new.name
    return (alike(old, new) or 0.1) if named else 0


def _both_objects(old: Variant, new: Variant) -> bool:
    return "object" in old.shape.types & new.shape.types


def _ranked(
    olds: Sequence[Variant], news: Sequence[Variant], score: _Score
) -> Iterator[tuple[float, Variant, Variant]]:
    for old in olds:
        for new in news:
            if found := score(old, new):
                yield found, old, new
