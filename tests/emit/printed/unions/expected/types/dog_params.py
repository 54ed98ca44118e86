# SPDX-License-Identifier: MIT-0
"""`DogOwnerParams`, `DogParams`."""

from __future__ import annotations

from typing import Required, TypedDict


class DogOwnerParams(TypedDict, total=False):
    """`DogOwnerParams`, as it is sent."""

    name: str


class DogParams(TypedDict, total=False):
    """`DogParams`, as it is sent."""

    kind: Required[str]
    good: bool
    name: str | None
    owner: DogOwnerParams
