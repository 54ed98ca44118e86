# SPDX-License-Identifier: MIT-0
"""`Line`."""

from __future__ import annotations

from .._runtime import DateTime, Maybe, Model, Number


class Line(Model):
    """`Line`, as it arrives."""

    sku: str
    count: int
    price: Maybe[Number] = None
    parts: Maybe[list[Line]] = None
    secret: Maybe[str] = None
    sold: Maybe[DateTime] = None
