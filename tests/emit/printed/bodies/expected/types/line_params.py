# SPDX-License-Identifier: MIT-0
"""`LineParams`."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Annotated, Required, TypedDict

from .._runtime import Minimum, MultipleOf, Number


class LineParams(TypedDict, total=False):
    """`LineParams`, as it is sent."""

    sku: Required[str]
    count: Required[Annotated[int, Minimum(1)]]
    price: Annotated[Number | int, Minimum(0), MultipleOf(Decimal("0.01"))]
    parts: Sequence[LineParams]
    secret: str
