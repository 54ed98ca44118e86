"""What a draft leaves for a person to confirm."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..diagnostics import Place
from ..openapi import Value, join_pointer

MARK = "x-undrift-unconfirmed"

# What stands below these is data, whatever its keys are called.
_DATA = frozenset({"const", "default", "enum", "example", "examples"})


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """One question that a spec leaves open; `pointer` names the node it is about."""

    pointer: str
    page: str
    line: int
    question: str


def mark(place: Place, *questions: str) -> dict[str, Value]:
    """Return the member that marks a node, none without a question."""
    asked = [question for question in questions if question]
    if not asked:
        return {}
    question = " ".join(dict.fromkeys(asked))
    return {MARK: {"page": place.file, "line": place.line, "question": question}}


def unconfirmed_in(root: Value) -> tuple[Unconfirmed, ...]:
    """Return the questions that a document leaves open, in its order."""
    return tuple(_walk(root, "", names=False))


def _walk(value: Value, pointer: str, *, names: bool) -> Iterator[Unconfirmed]:
    """Yield what is open below a value; of `names` the keys are those of fields."""
    match value:
        case dict() if names:
            for key, item in value.items():
                yield from _walk(item, join_pointer(pointer, key), names=False)
        case dict():
            match value.get(MARK):
                case {"page": str(page), "line": int(line), "question": str(question)}:
                    yield Unconfirmed(pointer, page, line, question)
                case _:
                    pass
            for key, item in value.items():
                if key not in _DATA and key != MARK:
                    inner = join_pointer(pointer, key)
                    yield from _walk(item, inner, names=key == "properties")
        case list():
            for index, item in enumerate(value):
                yield from _walk(item, join_pointer(pointer, index), names=False)
        case _:
            pass
