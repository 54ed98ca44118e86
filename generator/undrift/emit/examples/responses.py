"""Examples of replies: those documented, held against their schemas, else composed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from ...diagnostics import Diagnostic, Place
from ...ir import AnyValue, Client, Content, DocumentedResponse, Example, Type
from ...ir.walk import holds_nothing, resolved_type
from ...jsontext import dumps
from ..calls import method_call
from .synthesize import synthesized
from .validate import JsonValue, TypeViolation, json_examples, type_violations


@dataclass(frozen=True, slots=True)
class ResponseExample:
    """An example of a reply, and where it departs from its own schema."""

    source: str
    content: str
    documented: bool
    defects: tuple[TypeViolation, ...]


def _defects(client: Client) -> Iterator[tuple[str, TypeViolation]]:
    """Yield every place where an example contradicts its own schema, and its source."""
    # Many calls return the same type, with the same examples.
    known: dict[object, list[tuple[str, TypeViolation]]] = {}
    for operation in client.operations:
        call = method_call(client, operation)
        for response, content in (*call.successes, *call.failures):
            if content is None or content.type is None:
                continue
            key = response.status[0], content.type, content.examples
            if key not in known:
                known[key] = [
                    (example.origin.pointer, mismatch)
                    for example, value in documented_values(client, response, content)
                    for mismatch in type_violations(client, content.type, value)
                ]
            yield from known[key]


def response_examples(
    client: Client, response: DocumentedResponse, content: Content | None
) -> list[ResponseExample]:
    """Return a reply's documented examples, else one composed from its type."""
    found = documented_examples(client, response, content)
    if found or content is None:
        return found
    if content.type is None and response.status[0] != "2":
        return []
    return [composed_example(client, content)]


def composed_example(client: Client, content: Content) -> ResponseExample:
    """Return an example made up of a reply's type."""
    composed = dumps(synthesized(client, content.type or AnyValue()), indent=2)
    return ResponseExample(f"#{content.origin.pointer}", composed, False, ())


def documented_examples(
    client: Client, response: DocumentedResponse, content: Content | None
) -> list[ResponseExample]:
    """Return a reply's documented examples, else those of its type."""
    type_ = content.type if content is not None else None
    values = documented_values(client, response, content)
    return [
        _response_example(client, type_, example, value) for example, value in values
    ]


def documented_values(
    client: Client, response: DocumentedResponse, content: Content | None
) -> list[tuple[Example, JsonValue]]:
    """Return the values of a reply's documented examples, else those of its type."""
    if content is None:
        return []
    found = list(json_examples(content.examples))
    if found:
        return found
    type_ = content.type or AnyValue()
    if response.status[0] == "2" and not holds_nothing(client, type_):
        return []
    shape = resolved_type(client, type_)
    return list(json_examples(getattr(shape, "examples", ())))


def _response_example(
    client: Client, type_: Type | None, example: Example, value: JsonValue
) -> ResponseExample:
    found = type_violations(client, type_, value) if type_ is not None else []
    return ResponseExample(
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
