# SPDX-License-Identifier: MIT-0
"""`RangeParams`."""

from __future__ import annotations

from typing import Required, TypedDict


class RangeParams(TypedDict, total=False):
    """`RangeParams`, as it is sent."""

    low: Required[int]
    high: int
