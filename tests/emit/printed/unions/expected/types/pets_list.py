# SPDX-License-Identifier: MIT-0
"""`PetsListResponse`."""

from __future__ import annotations

from typing import Literal

from .._runtime import Maybe, Model
from .absent import Absent
from .cat import Cat
from .dog import Dog
from .given import Given
from .one_or_more import OneOrMore
from .pet import Pet
from .state import State
from .tagged import Tagged
from .when import When


class PetsListResponse(Model):
    """`PetsListResponse`, as it arrives."""

    first: Pet
    """A pet."""

    second: Cat | None = None
    third: Dog | None = None
    named: Maybe[Cat | Tagged] = None
    either: Maybe[Given | Absent] = None

    when: Maybe[When] = None
    """A day, or a time."""

    many: Maybe[OneOrMore] = None
    state: State | None = None
    scores: Maybe[list[int | str]] = None
    mode: Maybe[Literal["fast"] | Literal["slow"]] = None
    alone: int | str | None = None
    nameless: str | None = None
    late: int | State | None = None
    never: Maybe[int | str] = None
