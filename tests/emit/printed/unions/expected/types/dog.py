# SPDX-License-Identifier: MIT-0
"""`DogOwner`, `Dog`."""

from __future__ import annotations

from .._runtime import Maybe, Model


class DogOwner(Model):
    """`DogOwner`, as it arrives."""

    name: Maybe[str] = None


class Dog(Model):
    """`Dog`, as it arrives."""

    kind: str
    good: Maybe[bool] = None
    name: str | None = None
    owner: Maybe[DogOwner] = None
