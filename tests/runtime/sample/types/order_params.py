from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal, NotRequired, TypedDict

from undrift.runtime import (
    AS_STRING,
    OPEN,
    ExclusiveMinimum,
    MaxItems,
    MinLength,
    WireName,
)


class LineParams(TypedDict):
    """One line of an order."""

    item_name: Annotated[str, WireName("itemName"), MinLength(1)]
    unit_price: Annotated[Decimal, WireName("unitPrice"), ExclusiveMinimum(0)]
    tax: NotRequired[Annotated[Decimal, AS_STRING]]


class OrderParams(TypedDict, total=False):
    """An order."""

    due_date: Annotated[datetime.date, WireName("dueDate")]
    lines: Annotated[list[LineParams], MaxItems(2)]
    by_name: Annotated[dict[str, LineParams], WireName("byName")]
    channel: Annotated[Literal["web", "till"] | str, OPEN]
    first: LineParams | str
