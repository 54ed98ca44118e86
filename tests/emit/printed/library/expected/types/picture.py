# SPDX-License-Identifier: MIT-0
"""`PictureKind`, `Picture`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN, Maybe, Model

PictureKind: TypeAlias = Annotated[Literal["picture"] | str, OPEN]


class Picture(Model):
    """`Picture`, as it arrives."""

    kind: PictureKind
    width: Maybe[int] = None
