"""What a contract test passes to a call: which arguments, and with which values."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import Client, Content, Field, Location, ObjectType, OneOf, Parameter
from ...ir.walk import resolved_type
from ..calls import MethodArgument, MethodCall, is_idempotency_key
from ..examples.requests import request_value
from ..examples.synthesize import alternatives
from ..examples.validate import JsonValue, json_examples, parsed


def call_arguments(client: Client, call: MethodCall) -> dict[str, JsonValue]:
    """Return the wire values of the arguments that a call needs, by argument."""
    needed = _needed(client, call)
    return {
        argument.name: request_value(
            client, argument.type, _shown(client, call, argument)
        )
        for argument in call.arguments
        if argument.required or argument.positional or argument.name in needed
        # Were it not given, each call would send another one.
        or is_idempotency_key(argument.source)
    }


def _needed(client: Client, call: MethodCall) -> frozenset[str]:
    """Return the optional body fields of which the document wants one group."""
    body, content = call.operation.body, call.content
    if body is None or not body.required or content is None or content.type is None:
        return frozenset()
    shape = resolved_type(client, content.type)
    if not isinstance(shape, ObjectType):
        return frozenset()
    wanted, _ = alternatives(shape)
    return frozenset(
        argument.name
        for argument in call.arguments
        if isinstance(argument.source, Field) and argument.source.name in wanted
    )


def _shown(
    client: Client, call: MethodCall, argument: MethodArgument
) -> Iterator[JsonValue]:
    """Yield the values that may do for an argument, the documented ones first."""
    source = argument.source
    is_path = isinstance(source, Parameter) and source.location is Location.PATH
    for value in _examples(call, source):
        # A client sends no path that climbs.
        if not (is_path and value in ("", ".", "..")):
            yield value
    if isinstance(source, Parameter) and isinstance(
        resolved_type(client, source.type), OneOf
    ):
        # Of several variants, text is what nobody takes for another one.
        yield "example"


def _examples(
    call: MethodCall, source: Parameter | Field | Content
) -> Iterator[JsonValue]:
    if isinstance(source, Content):
        yield from (value for _, value in json_examples(source.examples))
        return
    if source.example is not None:
        yield parsed(source.example)
    if isinstance(source, Field) and call.operation.body is not None:
        for content in call.operation.body.contents:
            for _, value in json_examples(content.examples):
                if isinstance(value, dict) and source.name in value:
                    yield value[source.name]
