"""Document → IR.

`lower` reads the effective document once. A fault inside one operation refuses that
operation, with its reason; whether the rest is still worth generating is the caller's
decision.
"""

from __future__ import annotations

from dataclasses import dataclass

from ..diagnostics import Diagnostic
from ..ir import Client, OperationId
from ..ir.client import Operation
from ..spec import Document
from .circles import broken
from .extensions import check_extensions
from .operations import (
    lower_operation,
    operation_nodes,
    security_of,
    servers,
)
from .reading import Problems, docs, text
from .schemas import Schemas
from .security import schemes


@dataclass(frozen=True, slots=True)
class Refusal:
    """An operation that is documented but cannot be generated."""

    operation: OperationId
    reason: Diagnostic


@dataclass(frozen=True, slots=True)
class Lowered:
    """A client, what was refused, and every problem met on the way."""

    client: Client
    refused: tuple[Refusal, ...]
    diagnostics: tuple[Diagnostic, ...]


def lower(document: Document) -> Lowered:
    """Return the client that a document describes."""
    problems = Problems(document)
    check_extensions(problems)
    schemas = Schemas(problems)
    entries = list(operation_nodes(problems))
    in_force = frozenset(
        name
        for *_, node in entries
        for alternative in security_of(problems, node)
        for name in alternative
    )
    security = schemes(problems, in_force)
    by_id = {scheme.id: scheme for scheme in security}
    operations: list[Operation] = []
    refused: list[Refusal] = []
    for entry in entries:
        path, method, *_ = entry
        match lower_operation(problems, schemas, by_id, entry):
            case Diagnostic() as reason:
                identity = OperationId(f"{method.upper()} {path}")
                refused.append(Refusal(identity, reason))
            case operation:
                operations.append(operation)
    schemas.finish()
    declarations = broken(problems, schemas.declarations)
    root, info = document.at(""), document.at("/info")
    assert root is not None, "a document has a root"
    client = Client(
        text(info, "title") if info is not None else "",
        text(info, "version") if info is not None else "",
        docs(info if info is not None else root),
        servers(problems),
        security,
        tuple(operations),
        dict(sorted(declarations.items())),
    )
    # A schema is looked at more than once; what is wrong with it is said once.
    return Lowered(client, tuple(refused), tuple(dict.fromkeys(problems.found)))
