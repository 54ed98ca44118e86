# SPDX-License-Identifier: MIT-0
"""`AbsentState`, `Absent`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN, Maybe, Model

AbsentState: TypeAlias = Annotated[Literal["off"] | str, OPEN]


class Absent(Model):
    """`Absent`, as it arrives."""

    value: str | None
    state: Maybe[AbsentState] = None
