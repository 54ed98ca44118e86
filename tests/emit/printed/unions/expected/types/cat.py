# SPDX-License-Identifier: MIT-0
"""`Cat`."""

from __future__ import annotations

from .._runtime import Maybe, Model


class Cat(Model):
    """`Cat`, as it arrives."""

    kind: str
    lives: Maybe[int] = None
    name: Maybe[str] = None
