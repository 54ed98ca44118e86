# SPDX-License-Identifier: MIT-0
"""`NodesListResponse`."""

from __future__ import annotations

from .._runtime import Maybe, Model
from .kind import Kind


class NodesListResponse(Model):
    """`NodesListResponse`, as it arrives."""

    next: Maybe[str] = None
    found: Maybe[dict[str, list[Kind]]] = None
