"""Faults inside schemas: which operations cannot do without them."""

from __future__ import annotations

from dataclasses import replace

from ..diagnostics import Diagnostic
from ..ir import Client, DeclarationId, OperationId, Ref, Type, Webhook
from ..ir.client import Operation
from ..ir.walk import reachable


def faulty_schemas(
    client: Client, faults: tuple[Diagnostic, ...]
) -> dict[DeclarationId, list[Diagnostic]]:
    """Return the declarations that hold faults, each with its own."""
    faulty: dict[DeclarationId, list[Diagnostic]] = {}
    for fault in faults:
        owner = fault.place.pointer
        while owner and DeclarationId(owner) not in client.declarations:
            owner = owner.rpartition("/")[0]
        if owner:
            faulty.setdefault(DeclarationId(owner), []).append(fault)
    return faulty


def without_faults(
    client: Client, faulty: dict[DeclarationId, list[Diagnostic]]
) -> tuple[Client, dict[OperationId, Diagnostic]]:
    """Take out what needs a faulty schema; say of each operation because of what."""
    if not faulty:
        return client, {}
    reasons: dict[OperationId, Diagnostic] = {}
    everything: list[Operation | Webhook] = [*client.operations, *client.webhooks]
    for found in everything:
        needed = reachable(client, _types(found))
        reason = next((faulty[d][0] for d in sorted(needed) if d in faulty), None)
        if reason is not None:
            reasons[found.id] = reason
    declarations = {
        identity: declaration
        for identity, declaration in client.declarations.items()
        if not faulty.keys() & reachable(client, [Ref(identity)])
    }
    sound = replace(
        client,
        operations=tuple(o for o in client.operations if o.id not in reasons),
        webhooks=tuple(w for w in client.webhooks if w.id not in reasons),
        declarations=declarations,
    )
    return sound, reasons


def _types(found: Operation | Webhook) -> list[Type]:
    if isinstance(found, Webhook):
        return [c.type for c in found.contents if c.type is not None]
    contents = [
        content
        for part in (found.body, *found.responses)
        if part is not None
        for content in part.contents
    ]
    types = [p.type for p in found.parameters]
    return types + [c.type for c in contents if c.type is not None]
