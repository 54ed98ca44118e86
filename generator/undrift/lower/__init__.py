"""Document → IR.

`lower` reads the effective document once. A fault inside one operation refuses that
operation, with its reason; whether the rest is still worth generating is the caller's
decision.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from ..diagnostics import Diagnostic, errors
from ..ir import Client, OperationId, Webhook
from ..ir.client import Operation
from ..openapi import Document, split_pointer
from .cycles import broken
from .extensions import check_extensions
from .faults import faulty_schemas, without_faults
from .operations import (
    Parts,
    lower_operation,
    operation_nodes,
)
from .reading import Problems, docs, text
from .schemas import Schemas
from .schemes import read_security_schemes
from .security import scopes_in_force
from .servers import client_servers
from .webhooks import lower_webhooks

_UNKNOWN: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class RefusedOperation:
    """An operation that is documented but cannot be generated."""

    operation: OperationId
    reason: Diagnostic


@dataclass(frozen=True, slots=True)
class Lowered:
    """A client, what was refused, and every problem met on the way.

    `contained` are the errors among them that concern refused operations only.
    """

    client: Client
    refused: tuple[RefusedOperation, ...]
    diagnostics: tuple[Diagnostic, ...]
    contained: frozenset[Diagnostic] = frozenset()


def lower(document: Document, addresses: Mapping[str, str] = _UNKNOWN) -> Lowered:
    """Return the client that a document describes.

    `addresses` are where its files came from, by what messages call them: relative
    servers are there.
    """
    problems = Problems(document, addresses)
    check_extensions(problems)
    schemas = Schemas(problems)
    parts = Parts.of(problems, schemas)
    before = len(problems.found)
    entries = list(operation_nodes(problems))
    contained = set(problems.found[before:])
    refused = [_unreachable(problem) for problem in problems.found[before:]]
    nodes = [node for *_, node in entries]
    security = read_security_schemes(problems, scopes_in_force(problems, nodes))
    by_id = {scheme.id: scheme for scheme in security}
    operations: list[Operation] = []
    for entry in entries:
        path, method, *_ = entry
        before = len(problems.found)
        match lower_operation(problems, parts, by_id, entry):
            case Diagnostic() as reason:
                identity = OperationId(f"{method.upper()} {path}")
                refused.append(RefusedOperation(identity, reason))
                contained |= set(errors(problems.found[before:]))
            case operation:
                operations.append(operation)
    before = len(problems.found)
    webhooks: list[Webhook] = []
    for webhook in lower_webhooks(problems, schemas, nodes):
        match webhook:
            case Webhook():
                webhooks.append(webhook)
            case identity, reason:
                refused.append(RefusedOperation(identity, reason))
    contained |= set(errors(problems.found[before:]))
    before = len(problems.found)
    schemas.finish()
    faults = errors(dict.fromkeys(problems.found[before:]))
    declarations = broken(problems, schemas.declarations)
    root, info = document.at(""), document.at("/info")
    assert root is not None, "a document has a root"
    client = Client(
        text(info, "title") if info is not None else "",
        text(info, "version") if info is not None else "",
        docs(info if info is not None else root),
        client_servers(problems),
        security,
        tuple(operations),
        dict(sorted(declarations.items())),
        tuple(webhooks),
        schemas.xml.objects,
    )
    faulty = faulty_schemas(client, faults)
    contained |= {fault for found in faulty.values() for fault in found}
    client, reasons = without_faults(client, faulty)
    refused += [
        RefusedOperation(identity, reason) for identity, reason in reasons.items()
    ]
    # A schema is looked at more than once; what is wrong with it is said once.
    found = tuple(dict.fromkeys(problems.found))
    return Lowered(client, tuple(refused), found, frozenset(contained))


def _unreachable(problem: Diagnostic) -> RefusedOperation:
    """Refuse a path whose operations are unknown, because nothing is where it leads."""
    path = split_pointer(problem.place.pointer)[1]
    return RefusedOperation(OperationId(f"* {path}"), problem)
