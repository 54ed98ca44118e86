# SPDX-License-Identifier: MIT-0
"""`Node`."""

from __future__ import annotations

from .._runtime import Maybe, Model


class Node(Model):
    """A node of a tree."""

    name: str
    children: Maybe[list[Node]] = None
