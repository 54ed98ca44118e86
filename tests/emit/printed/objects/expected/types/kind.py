# SPDX-License-Identifier: MIT-0
"""`Kind`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN

Kind: TypeAlias = Annotated[Literal["root", "branch", "leaf", "it's"] | str, OPEN]
"""What a node is."""
