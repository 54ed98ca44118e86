# SPDX-License-Identifier: MIT-0
"""`BuyerAddressParams`, `BuyerParams`."""

from __future__ import annotations

from typing import Annotated, Required, TypedDict

from .._runtime import Date, MinLength, WireName
from .buyer import BuyerClass


class BuyerAddressParams(TypedDict, total=False):
    """`BuyerAddressParams`, as it is sent."""

    city: Required[str]
    since: Date


class BuyerParams(TypedDict, total=False):
    """`BuyerParams`, as it is sent."""

    name: Required[Annotated[str, MinLength(1)]]

    class_: Annotated[BuyerClass, WireName("class")]
    """What it is."""

    address: BuyerAddressParams
    self: str
