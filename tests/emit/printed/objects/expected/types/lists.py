# SPDX-License-Identifier: MIT-0
"""`ListsBoxLid`, `ListsBox`, `Lists`."""

from __future__ import annotations

from .._runtime import Base64, Date, Float, Maybe, Model, Number, Time, Uuid


class ListsBoxLid(Model):
    """`ListsBoxLid`, as it arrives."""

    lock: Maybe[str] = None


class ListsBox(Model):
    """`ListsBox`, as it arrives."""

    lid: Maybe[ListsBoxLid] = None


class Lists(Model):
    """`Lists`, as it arrives."""

    days: list[Date]
    times: list[Time | None]
    prices: Maybe[dict[str, Number]] = None
    ratios: Maybe[dict[str, list[Float]]] = None
    keys: Maybe[list[Uuid]] = None
    blobs: list[Base64] | None = None
    box: Maybe[ListsBox] = None
