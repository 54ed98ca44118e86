# SPDX-License-Identifier: MIT-0
"""`Values`."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from .._runtime import (
    Amount,
    Base64,
    Date,
    DateTime,
    Float,
    Maybe,
    Model,
    Number,
    Time,
    Uuid,
)


class Values(Model):
    """`Values`, as it arrives."""

    text: str
    whole: int
    exact: Number
    quick: Float
    yes: bool
    day: Date
    at: DateTime
    hour: Time
    key: Uuid
    bytes_: Base64 = Field(alias="bytes")
    octets: str
    price: Amount
    either: Amount
    mail: Maybe[str] = None
    host: Maybe[str] = None
    coded: Maybe[Base64] = None
    anything: Any = None
    nothing: None = None
