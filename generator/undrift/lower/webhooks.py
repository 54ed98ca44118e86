"""Webhooks and callbacks → what a provider sends, to an address of its user's.

OpenAPI 3.1 lists webhooks beside paths; callbacks stand in the operation that asks for
them. Both are read for what they deliver: answering is for the user's own server.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..diagnostics import Diagnostic, Severity
from ..ir import OperationId, Webhook
from ..openapi import OPERATION_METHODS, Node
from .operations import media_contents
from .reading import Problems, docs, members, origin, text
from .schemas import Schemas


def lower_webhooks(
    problems: Problems, schemas: Schemas, operations: list[Node]
) -> Iterator[Webhook | tuple[OperationId, Diagnostic]]:
    """Yield each webhook and callback, or the error that refuses it."""
    for identity, name, node in _nodes(problems, operations):
        before = len(problems.found)
        body = node.get("requestBody")
        at = problems.resolve(body) if body is not None else None
        found = Webhook(
            identity,
            text(node, "operationId") or name,
            identity.split()[1],
            media_contents(problems, schemas, at) if at is not None else (),
            origin(node),
            docs(node),
        )
        reasons = problems.found[before:]
        reason = next((d for d in reasons if d.severity is Severity.ERROR), None)
        yield found if reason is None else (identity, reason)


def _nodes(
    problems: Problems, operations: list[Node]
) -> Iterator[tuple[OperationId, str, Node]]:
    """Yield (id, name, operation) of what documents say they send."""
    root = problems.document.root
    for name, item in members(root, "webhooks"):
        for method, node in _operations(problems, item):
            yield OperationId(f"webhook {method.upper()} {name}"), name, node
    seen: set[str] = set()
    for operation in operations:
        for name, entry in members(operation, "callbacks"):
            callback = problems.resolve(entry)
            for expression, item in callback.items() if callback is not None else ():
                for method, node in _operations(problems, item):
                    # One that is referred to from several operations is one.
                    if node.pointer not in seen:
                        seen.add(node.pointer)
                        identity = f"callback {method.upper()} {name} {expression}"
                        yield OperationId(identity), name, node


def _operations(problems: Problems, entry: Node) -> Iterator[tuple[str, Node]]:
    item = problems.resolve(entry)
    for method in OPERATION_METHODS:
        node = item.get(method) if item is not None else None
        if node is not None and isinstance(node.value, dict):
            yield method, node
