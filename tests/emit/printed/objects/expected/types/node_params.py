# SPDX-License-Identifier: MIT-0
"""`NodeParams`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Required, TypedDict


class NodeParams(TypedDict, total=False):
    """A node of a tree."""

    name: Required[str]
    children: Sequence[NodeParams]
