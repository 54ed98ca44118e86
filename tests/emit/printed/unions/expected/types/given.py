# SPDX-License-Identifier: MIT-0
"""`GivenState`, `Given`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN, Maybe, Model

GivenState: TypeAlias = Annotated[Literal["on"] | str, OPEN]


class Given(Model):
    """`Given`, as it arrives."""

    value: str
    state: Maybe[GivenState] = None
