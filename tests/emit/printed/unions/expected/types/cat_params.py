# SPDX-License-Identifier: MIT-0
"""`CatParams`."""

from __future__ import annotations

from typing import Required, TypedDict


class CatParams(TypedDict, total=False):
    """`CatParams`, as it is sent."""

    kind: Required[str]
    lives: int
    name: str
