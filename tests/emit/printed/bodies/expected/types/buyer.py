# SPDX-License-Identifier: MIT-0
"""`BuyerClass`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN

BuyerClass: TypeAlias = Annotated[Literal["gold", "silver"] | str, OPEN]
"""What it is."""
