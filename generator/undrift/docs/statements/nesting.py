"""Tables about what is inside a field: *Invoice line object* below a body's `lines`.

A section or label names the field in its title, in code or in words, or the sentence
before the table does. What names no field of the list above it is about the same
object as that list.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from ...facts import ValueFact
from ..vocabulary.words import ABOUT_OBJECTS

_ASIDE = re.compile(r"\(([^()]*)\)")
_CODE = re.compile(r"`([^`]+)`")
_WORD = re.compile(r"[^\W_]+")
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Container:
    """A field that may hold others: its full name, and what its children begin with."""

    name: str
    prefix: str

    @property
    def words(self) -> tuple[str, ...]:
        """Return the words of its own name: `lineItems` is *line item*."""
        return _words(_HUMP.sub(" ", self.name.rpartition(".")[2]))


def container_of(fact: ValueFact) -> Container | None:
    """Return a field as a container, unless its type says that it cannot be one."""
    match fact.type:
        case "array":
            return Container(fact.name, f"{fact.name}[]")
        case "object" | "":
            return Container(fact.name, fact.name)
        case _:
            return None


def owner_of(
    title: str,
    intro: str,
    containers: Sequence[Container],
    taken: Collection[str] = (),
) -> Container | None:
    """Return the field that a table is about; `taken` have had theirs already."""
    if not containers:
        return None
    asides = _words(" ".join(_ASIDE.findall(title)))
    found = list(_named_in_code(title, containers))
    found = found or list(_named_in_words(_ASIDE.sub(" ", title), containers))
    found = found or list(_named_in_code(intro, containers))

    def preference(container: Container) -> tuple[bool, bool]:
        above = _words(container.name.rpartition(".")[0])
        hinted = any(word in above for word in asides)
        return not hinted, container.prefix in taken

    return min(found, key=preference, default=None)


def placed(prefix: str, name: str) -> str:
    """Return a child's full name, unless it is written in full already."""
    if not prefix or name.startswith((f"{prefix}.", f"{prefix.rstrip('[]')}.")):
        return name
    return f"{prefix}.{name}"


def _named_in_code(text: str, containers: Sequence[Container]) -> Iterator[Container]:
    codes = {code.strip().rstrip("[]") for code in _CODE.findall(text[:1_000])}
    for container in containers:
        last = container.name.rpartition(".")[2]
        if container.name in codes or last in codes:
            yield container


def _named_in_words(title: str, containers: Sequence[Container]) -> Iterator[Container]:
    readings = list(_readings(_words(title)))
    for container in containers:
        words = container.words
        if words and any(said[-len(words) :] == words for said in readings):
            yield container


def _readings(said: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """Yield what a title may name: *Line item object* a `line` or a `lineItem`."""
    yield tuple(word for word in said if word not in ABOUT_OBJECTS)
    while said:
        yield said
        said = said[:-1] if said[-1] in ABOUT_OBJECTS else ()


def _words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case and the singular."""
    return tuple(_singular(word.casefold()) for word in _WORD.findall(text[:200]))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith("ss"):
        return word[:-1]
    return word
