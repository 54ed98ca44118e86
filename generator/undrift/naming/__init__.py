"""Wire names to Python names, once, for a whole client.

`assign` is a pure function of the client and the recorded names: recorded names win, so
that a new operation never renames an old one; what is new takes the name its own words
suggest, or, where that is taken, a variation made from its own wire name.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from ..ir import (
    Client,
    DeclarationId,
    ObjectType,
    Operation,
    OperationId,
)
from ..ir.media import all_received, sent_types
from ..ir.walk import reachable
from .constructor import (
    client_variables,
    constructor_problems,
    credential_argument,
    default_argument,
    environment_names,
    variable_arguments,
)
from .operations import call_problem, method_names, resource_name
from .types import RESERVED_TYPES, decoded, type_problem, wanted_type_name
from .words import (
    argument_name,
    cap_words,
    distinct,
    field_name,
    module_name,
    pascal,
    snake,
)

__all__ = [
    "CallName",
    "ClientNames",
    "argument_name",
    "arguments",
    "assign",
    "call_problem",
    "cap_words",
    "client_variables",
    "constructor_problems",
    "credential_argument",
    "decoded",
    "default_argument",
    "environment_names",
    "field_name",
    "fields",
    "module_name",
    "pascal",
    "snake",
    "type_problem",
    "variable_arguments",
]


@dataclass(frozen=True, slots=True, order=True)
class CallName:
    """Where a call is found: `client.<resource>.<method>(…)`."""

    resource: str
    method: str

    def __str__(self) -> str:
        """Return the dotted name that people write."""
        return f"{self.resource}.{self.method}"


@dataclass(frozen=True, slots=True)
class ClientNames:
    """The names of everything that a generated package makes public."""

    calls: Mapping[OperationId, CallName]
    types: Mapping[DeclarationId, str]
    params: Mapping[DeclarationId, str]
    """What types are called where they are sent: `Invoice`, `InvoiceParams`."""


def _calls(
    operations: tuple[Operation, ...], recorded: Mapping[str, str]
) -> dict[OperationId, CallName]:
    taken: dict[str, set[str]] = {}
    calls: dict[OperationId, CallName] = {}
    for operation in operations:
        if found := recorded.get(operation.id):
            resource, _, method = found.rpartition(".")
            calls[operation.id] = CallName(resource, method)
            taken.setdefault(resource, set()).add(method.lower())
    # Sorted, so that the order of a document's paths never decides a collision.
    for operation in sorted(operations, key=lambda o: o.id):
        if operation.id in calls:
            continue
        resource = resource_name(operation)
        used = taken.setdefault(resource, set())
        names = list(method_names(operation, resource))
        method = next((n for n in names if n.lower() not in used), names[0])
        calls[operation.id] = CallName(resource, distinct(method, used, operation.id))
    return {operation.id: calls[operation.id] for operation in operations}


def _types(
    client: Client, calls: Mapping[OperationId, CallName], recorded: Mapping[str, str]
) -> dict[DeclarationId, str]:
    bases = {
        operation.origin.pointer: pascal(
            f"{calls[operation.id].resource}_{calls[operation.id].method}"
        )
        for operation in client.operations
    }
    for operation in client.operations:
        base = bases[operation.origin.pointer]
        for parameter in operation.parameters:
            named = base + pascal(parameter.name)
            bases.setdefault(parameter.origin.pointer, named)
    bases |= {w.origin.pointer: pascal(w.name, "Event") for w in client.webhooks}
    taken = set(RESERVED_TYPES)
    names: dict[DeclarationId, str] = {}
    for declaration in client.declarations:
        if found := recorded.get(declaration):
            names[declaration] = found
            taken.add(found.lower())
    used = reachable(client, all_received(client))
    used |= reachable(
        client, (t for o in client.operations for t in sent_types(client, o))
    )
    # Components first: a nested type must not take a component's own name. And what
    # nobody will see, such as the types of a second media type, takes none away.
    order = sorted(client.declarations, key=lambda d: (d not in used, d.count("/"), d))
    for declaration in order:
        if declaration in names:
            continue
        title = client.declarations[declaration].title
        wanted = wanted_type_name(declaration, bases, names)
        last = declaration.rsplit("/", 1)[-1]
        if title and last.isdigit():
            # A variant has no name of its own but its title, which others may have.
            longer = f"{wanted.removesuffix(f'Option{int(last) + 1}')}{pascal(title)}"
            wanted = longer if pascal(title).lower() in taken else pascal(title)
        names[declaration] = distinct(wanted, taken, declaration)
    return names


def _params(types: Mapping[DeclarationId, str]) -> dict[DeclarationId, str]:
    taken = {*RESERVED_TYPES, *(name.lower() for name in types.values())}
    return {
        declaration: distinct(f"{name.rstrip('_')}Params", taken, declaration)
        for declaration, name in sorted(types.items())
    }


def assign(
    client: Client,
    operations: Mapping[str, str] | None = None,
    types: Mapping[str, str] | None = None,
) -> ClientNames:
    """Name every call and type of a client; `operations` and `types` are recorded."""
    calls = _calls(client.operations, operations or {})
    named = _types(client, calls, types or {})
    return ClientNames(calls, named, _params(named))


def fields(declaration: ObjectType) -> dict[str, str]:
    """Return the attribute name of each of an object's properties, by wire name."""
    taken: set[str] = set()
    ordered = sorted(f.name for f in declaration.fields)
    # A property whose own name is fine keeps it; the others make way.
    ordered.sort(key=lambda name: field_name(name) != name)
    names = {name: distinct(field_name(name), taken, name) for name in ordered}
    return {f.name: names[f.name] for f in declaration.fields}


def arguments(wire: tuple[tuple[str, str], ...]) -> dict[tuple[str, str], str]:
    """Return the argument name of each parameter and body field of one operation.

    Keys are (location, wire name): a path and a query parameter may share a name, and
    then the one that comes later says where it travels.
    """
    taken: set[str] = set()
    names: dict[tuple[str, str], str] = {}
    for location, name in wire:
        wanted = argument_name(name)
        if wanted.lower() in taken:
            wanted = argument_name(f"{name}_{location}")
        names[location, name] = distinct(wanted, taken, f"{location} {name}")
    return names
