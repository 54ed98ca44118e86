from __future__ import annotations

from typing import Annotated, Literal

from undrift.runtime import (
    OPEN,
    Amount,
    Date,
    DateTime,
    Discriminated,
    Field,
    Float,
    Maybe,
    Model,
    Number,
    Uuid,
)

InvoiceStatus = Annotated[Literal["draft", "issued", "cancelled"] | str, OPEN]


class InvoiceEvent(Model):
    """Something that happened."""

    kind: str
    at: Maybe[DateTime] = None


class CardPayment(Model):
    method: Literal["card"]
    last_four: str = Field(alias="lastFour")


class BankPayment(Model):
    method: Literal["bank"]
    iban: str
    name: str | None = None


Payment = Annotated[
    CardPayment | BankPayment, Discriminated("method", (("card",), ("bank",)))
]


class Invoice(Model):
    """An invoice."""

    id: str
    number: Maybe[int] = None
    issue_date: Maybe[Date] = Field(default=None, alias="issueDate")
    paid_at: Maybe[DateTime] = Field(default=None, alias="paidAt")
    owner: Maybe[Uuid] = None
    subtotal: Maybe[Amount] = None
    rate: Maybe[Number] = None
    weight: Maybe[Float] = None
    closed: Maybe[bool] = None
    status: Maybe[InvoiceStatus] = None
    events: Maybe[list[InvoiceEvent]] = None
    labels: Maybe[dict[str, str]] = None
    payment: Maybe[Payment] = None
    parent: Maybe[Invoice] = None


class ShopFault(Model):
    """What the API says when it refuses."""

    message: str
    code: Maybe[str] = None
    fields: Maybe[dict[str, str]] = None
