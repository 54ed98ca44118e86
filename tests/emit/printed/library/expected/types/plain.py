# SPDX-License-Identifier: MIT-0
"""`PlainKind`, `Plain`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN, Maybe, Model

PlainKind: TypeAlias = Annotated[Literal["plain"] | str, OPEN]


class Plain(Model):
    """`Plain`, as it arrives."""

    kind: PlainKind
    colour: Maybe[str] = None
