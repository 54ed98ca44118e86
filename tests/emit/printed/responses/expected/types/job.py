# SPDX-License-Identifier: MIT-0
"""`JobState`, `Job`."""

from __future__ import annotations

from typing import Annotated, Literal, TypeAlias

from .._runtime import OPEN, Maybe, Model

JobState: TypeAlias = Annotated[Literal["open", "done"] | str, OPEN]


class Job(Model):
    """`Job`, as it arrives."""

    id: str
    state: Maybe[JobState] = None
