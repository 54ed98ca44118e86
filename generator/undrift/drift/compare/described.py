"""The operations and webhooks of a document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ...openapi import OPERATION_METHODS, Document, Node

PARAMETER = re.compile(r"\{[^{}]*\}")
"""A parameter in a path."""


@dataclass(frozen=True, slots=True)
class Described:
    """An operation or webhook, where it is described, and its path item."""

    method: str
    path: str
    at: Node
    item: Node
    webhook: bool = False

    @property
    def key(self) -> str:
        """Return `POST /invoices/{id}/cancel`, or `webhook paid`."""
        return f"webhook {self.path}" if self.webhook else f"{self.method} {self.path}"

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the path's parameters."""
        return tuple(found[0][1:-1] for found in PARAMETER.finditer(self.path))

    @property
    def template(self) -> str:
        """Return what is the same whatever the path's parameters are called."""
        name = template_of(f"{self.method} {self.path}")
        return f"{name}{' (webhook)' if self.webhook else ''}"


def template_of(key: str) -> str:
    """Return an operation's key without the names of its path's parameters."""
    return PARAMETER.sub("{}", key)


def described(document: Document) -> Iterator[Described]:
    """Yield every operation and webhook, in the document's order."""
    for section in ("paths", "webhooks"):
        paths = document.root.get(section)
        if paths is None:
            continue
        for path, item in paths.items():
            for node in followed(document, item):
                for method in OPERATION_METHODS:
                    operation = node.get(method)
                    if operation is not None and isinstance(operation.value, dict):
                        webhook = section == "webhooks"
                        yield Described(method.upper(), path, operation, node, webhook)


def followed(document: Document, at: Node | None) -> Iterator[Node]:
    """Yield what a node says, references followed; nothing if they lead nowhere."""
    if at is not None:
        found = document.resolve(at)
        if isinstance(found, Node):
            yield found
