"""Examples of replies: those documented, held against their schemas, else composed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ..diagnostics import Diagnostic, Place
from ..ir import Client, Content, Example, Response, Type
from ..ir.walk import holds_nothing, resolved
from ..jsontext import dumps
from .calls import call_of
from .samples import Json, Mismatch, json_examples, mismatches
from .standins import stand_in


@dataclass(frozen=True, slots=True)
class Exemplar:
    """An example of a reply, and where it departs from its own schema."""

    source: str
    content: str
    documented: bool
    defects: tuple[Mismatch, ...]


def _defects(client: Client) -> Iterator[tuple[str, Mismatch]]:
    """Yield every place where an example contradicts its own schema, and its source."""
    # Many calls return the same type, with the same examples.
    known: dict[object, list[tuple[str, Mismatch]]] = {}
    for operation in client.operations:
        call = call_of(client, operation)
        for response, content in (*call.successes, *call.failures):
            if content is None or content.type is None:
                continue
            key = response.status[0], content.type, content.examples
            if key not in known:
                known[key] = [
                    (example.origin.pointer, mismatch)
                    for example, value in documented_values(client, response, content)
                    for mismatch in mismatches(client, content.type, value)
                ]
            yield from known[key]


def exemplars(
    client: Client, response: Response, content: Content | None
) -> list[Exemplar]:
    """Return a reply's documented examples, else one composed from its type."""
    found = documented(client, response, content)
    if found or content is None or content.type is None:
        return found
    composed = dumps(stand_in(client, content.type), indent=2)
    return [Exemplar(f"#{content.origin.pointer}", composed, False, ())]


def documented(
    client: Client, response: Response, content: Content | None
) -> list[Exemplar]:
    """Return a reply's documented examples, else those of its type."""
    type_ = content.type if content is not None else None
    values = documented_values(client, response, content)
    return [_exemplar(client, type_, example, value) for example, value in values]


def documented_values(
    client: Client, response: Response, content: Content | None
) -> list[tuple[Example, Json]]:
    """Return the values of a reply's documented examples, else those of its type."""
    if content is None:
        return []
    found = list(json_examples(content.examples))
    if found or content.type is None:
        return found
    if response.status[0] == "2" and not holds_nothing(client, content.type):
        return []
    shape = resolved(client, content.type)
    return list(json_examples(getattr(shape, "examples", ())))


def _exemplar(
    client: Client, type_: Type | None, example: Example, value: Json
) -> Exemplar:
    found = mismatches(client, type_, value) if type_ is not None else []
    return Exemplar(
        f"#{example.origin.pointer}",
        dumps(value, indent=2),
        True,
        tuple(found),
    )


def defect_diagnostics(
    client: Client, place: Callable[[str], Place]
) -> tuple[Diagnostic, ...]:
    """Return a warning for each documented example that contradicts its schema."""
    return tuple(
        Diagnostic(
            "UD045",
            f"the example's {mismatch.pointer or 'value'} {mismatch.reason}",
            place(pointer),
            "the contract tests list it; an overlay can correct the schema",
        )
        for pointer, mismatch in _defects(client)
    )
